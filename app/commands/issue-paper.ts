import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { countsOf } from "#app/domain/poll/count.ts";
import type { Actor, House } from "#app/house.ts";
import { pollText as text } from "#app/text/poll.ts";
import type { Handle } from "#db/connect.ts";
import { takeClaim } from "#db/stores/cast.ts";
import { addPaper, hasPaper, takePaperBack, tellerEntries } from "#db/stores/count.ts";
import { touchMeeting } from "#db/stores/meeting.ts";
import { ownPoll } from "#db/stores/own.ts";
import type { Poll } from "#db/stores/poll.ts";
import { attendeeOf } from "#db/stores/roll.ts";
import { requireOpen } from "./enter-count.ts";
import { record } from "./record.ts";
import { mayVoteThere } from "./represent.ts";

export const paperInput = z.object({
  pollId: z.string(),
  personId: z.string(),
  issued: z.union([z.boolean(), z.enum(["yes", "no"]).transform((word) => word === "yes")]),
});
export type PaperInput = z.infer<typeof paperInput>;

/**
 * Hands a person a paper ballot, or takes back one that was ticked by mistake. The paper spends the person's one credential: who voted by
 * phone gets none, and who has one finds the phone closed. Twice is once. Throws not-found, not-entitled (absent or without a vote),
 * already-recorded, poll-closed, wrong-state when the papers, or for a new paper the hands, are being counted.
 */
export async function issuePaper(house: House, actor: Actor, input: PaperInput): Promise<void> {
  const { pollId, personId, issued } = input;
  const meetingId = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    await requireIssuing(db, poll, issued);
    const line = await attendeeOf(db, meeting.id, personId);
    if (!line) throw new DomainError("not-found");
    if ((await hasPaper(db, pollId, personId)) === issued) return meeting.id;
    if (issued) {
      if (!line.votingRight || line.presentAt === null) refuse("not-entitled", text.papers.absent(line.name));
      if (!(await mayVoteThere(db, poll, line))) refuse("not-entitled", text.papers.represented(line.name));
      if (!(await takeClaim(db, pollId, personId))) refuse("wrong-state", text.papers.voted(line.name));
      await addPaper(db, pollId, personId);
    } else {
      await takePaperBack(db, pollId, personId);
      // The version counts claims: one fewer must not bring it down.
      await touchMeeting(db, meeting.id);
    }
    await touchMeeting(db, meeting.id);
    await record(house, db, actor, issued ? "issue-paper" : "return-paper", pollId, { name: line.name });
    return meeting.id;
  });
  house.publish(meetingId, "papers");
}

async function requireIssuing(db: Handle, poll: Poll, issued: boolean): Promise<void> {
  requireOpen(poll);
  if (!countsOf(poll).includes("paper")) refuse("wrong-state", text.papers.none);
  const entries = await tellerEntries(db, poll.id);
  if (entries.has("paper")) refuse("wrong-state", text.papers.counting);
  // Whoever raised a hand stands on no list: a paper now could be that person's second vote.
  if (issued && entries.has("hands")) refuse("wrong-state", text.papers.handsCounting);
}

function refuse(word: "not-entitled" | "wrong-state", message: string): never {
  throw new DomainError(word, [{ field: "issued", message }]);
}
