import { dataOf } from "#app/domain/journal/chain.ts";
import { verificationText as text } from "#app/text/verification.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf, subjectsOf } from "#db/journal.ts";
import { meetingById } from "#db/stores/meeting.ts";
import { rollSeal } from "#db/stores/roll-seal.ts";

/** Meetings of which the journal says that they were opened, by id. */
export const openedMeetings = (db: Handle): Promise<string[]> => subjectsOf(db, "open-meeting");

/** One sentence when a meeting's roll is not the one that the journal sealed at its opening: every poll of it is judged against that roll. */
export async function changedRoll(db: Handle, meetingId: string): Promise<string[]> {
  const sealed = (await journalOf(db, meetingId)).find(({ act }) => act === "open-meeting");
  const { roll } = sealed ? dataOf(sealed) : {};
  if (roll === undefined || roll === (await rollSeal(db, meetingId))) return [];
  return [text.rollChanged((await meetingById(db, meetingId))?.title ?? meetingId)];
}
