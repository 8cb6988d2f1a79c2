import { DomainError } from "#app/domain/errors.ts";
import type { Helper } from "#app/domain/meeting/helper.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { House } from "#app/house.ts";
import { overWords } from "#app/text/room.ts";
import { meetingById, touchMeeting } from "#db/stores/meeting.ts";
import { attendeeOf, saveAttendee } from "#db/stores/roll.ts";
import { journal, requireInForce } from "./assist-ballot.ts";

/**
 * Marks somebody on the roll as present on the word of a helper who stands before them; journalled with both names. Twice is once.
 * Throws not-allowed (device taken back), not-found, wrong-state when the meeting is over.
 */
export async function vouchPresence(house: House, helper: Helper, personId: string): Promise<void> {
  const { meetingId } = helper;
  await house.db.write(async (db) => {
    await requireInForce(db, helper);
    const [meeting, line] = [await meetingById(db, meetingId), await attendeeOf(db, meetingId, personId)];
    if (!meeting || !line) throw new DomainError("not-found");
    if (isOver(meeting.state)) {
      throw new DomainError("wrong-state", [{ field: "present", message: overWords(meeting.state) }]);
    }
    if (line.presentAt !== null) return;
    await saveAttendee(db, meetingId, personId, { presentAt: house.clock(), via: "desk" });
    await touchMeeting(db, meetingId);
    await journal(house, db, helper, "mark-present", { meeting: meeting.code, name: line.name });
  });
  house.publish(meetingId, "room");
}
