import { DomainError } from "#app/domain/errors.ts";
import type { Helper } from "#app/domain/meeting/helper.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { isHere } from "#app/domain/proxy/register.ts";
import type { House } from "#app/house.ts";
import { assistText as text } from "#app/text/assist.ts";
import { overWords } from "#app/text/room.ts";
import { meetingById, touchMeeting } from "#db/stores/meeting.ts";
import { attendeeOf, saveAttendee } from "#db/stores/roll.ts";
import { journal, requireInForce } from "./assist-ballot.ts";
import { settleArrival, standingOf } from "./represent.ts";

/**
 * Marks somebody on the roll as present on the word of a helper who stands before them; journalled with both names. As at the desk, an authority
 * that they gave falls away. Twice is once. Throws not-allowed (device taken back), not-found, wrong-state when the meeting is over.
 */
export async function vouchPresence(house: House, helper: Helper, personId: string): Promise<void> {
  const { meetingId, communityId } = helper;
  const concern = await house.db.write(async (db) => {
    await requireInForce(db, helper);
    const [meeting, line] = [await meetingById(db, meetingId), await attendeeOf(db, meetingId, personId)];
    if (!meeting || !line) throw new DomainError("not-found");
    if (isOver(meeting.state)) {
      throw new DomainError("wrong-state", [{ field: "present", message: overWords(meeting.state) }]);
    }
    if (isHere(standingOf(line))) return "room";
    await saveAttendee(db, meetingId, personId, { presentAt: house.clock(), via: "desk" });
    await touchMeeting(db, meetingId);
    await journal(house, db, helper, "mark-present", { meeting: meeting.code, name: line.name });
    const by = { communityId, name: text.actor(helper.name) };
    const others = await settleArrival(house, db, meeting, by, personId);
    return line.keyId !== null || others ? "everyone" : "room";
  });
  house.publish(meetingId, concern);
}
