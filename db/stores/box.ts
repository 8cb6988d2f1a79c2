import { eq } from "drizzle-orm";
import { digest } from "#app/domain/digest.ts";
import { canonicalJson } from "#app/domain/journal/chain.ts";
import type { Handle } from "#db/connect.ts";
import { tellerEntries } from "./count.ts";
import type { Poll } from "./poll.ts";

/**
 * Digest of all that a closed poll was counted from: who voted, who took a paper, every ballot, what the tellers entered. It goes into the
 * journal at closing, so that a change which leaves the sums alone is noticed too: one voter put in another's place, two signed ballots swapped.
 * In a secret poll the ballots' ids and their choices go in apart from one another: the journal says no more than the box.
 */
export async function boxDigest(db: Handle, { id: pollId, mode }: Pick<Poll, "id" | "mode">): Promise<string> {
  const { ballot, claim, issuedPaper } = db.tables;
  const claims = await db.select().from(claim).where(eq(claim.pollId, pollId));
  const papers = await db.select().from(issuedPaper).where(eq(issuedPaper.pollId, pollId));
  const ballots = await db.select().from(ballot).where(eq(ballot.pollId, pollId));
  const tellers = [...(await tellerEntries(db, pollId))];
  const marks = ballots.map(({ id, item, choice, personId }) =>
    mode === "named" ? [id, item, choice, personId] : [item, choice, personId],
  );
  return digest(
    canonicalJson({
      voters: claims.map((row) => row.personId).sort(),
      papers: papers.map((row) => row.personId).sort(),
      ids: ballots.map((row) => row.id).sort(),
      ballots: marks.map((mark) => JSON.stringify(mark)).sort(),
      tellers: JSON.parse(JSON.stringify(tellers)),
    }),
  );
}
