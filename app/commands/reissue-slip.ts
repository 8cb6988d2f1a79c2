import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { Actor, House } from "#app/house.ts";
import { overWords } from "#app/text/room.ts";
import { touchMeeting } from "#db/stores/meeting.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";
import { attendeeOf, saveAttendee } from "#db/stores/roll.ts";
import { personalToken } from "./meeting-roll.ts";
import { record } from "./record.ts";

/**
 * Gives one person a new slip: the one handed out before opens nothing any more, nor does the phone that it let in, which may be a
 * stranger's. Throws not-found, wrong-state when the meeting is over.
 */
export async function reissueSlip(
  house: House,
  actor: Actor,
  { code, personId }: { code: string; personId: string },
): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const meeting = await ownMeetingByCode(db, actor, code);
    if (isOver(meeting.state)) {
      throw new DomainError("wrong-state", [{ field: "person", message: overWords(meeting.state) }]);
    }
    const line = await attendeeOf(db, meeting.id, personId);
    if (!line) throw new DomainError("not-found");
    const tokenRound = line.tokenRound + 1;
    const tokenId = digest(personalToken(house, meeting.id, personId, tokenRound));
    await saveAttendee(db, meeting.id, personId, { tokenRound, tokenId, keyId: null });
    await touchMeeting(db, meeting.id);
    await record(house, db, actor, "reissue-slip", personId, { meeting: code, name: line.name, round: tokenRound });
    return meeting.id;
  });
  house.publish(meetingId, "bindings");
}
