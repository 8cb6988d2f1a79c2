import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { JournalEntry } from "#app/domain/journal/chain.ts";
import type { Handle } from "#db/connect.ts";
import { entryOf } from "#db/journal.ts";

/** Acts that tell by which way somebody voted: beside a count of few papers they would tell how. They stay in the house's own journal. */
const WHO_VOTED_HOW = ["issue-paper", "return-paper", "assist-ballot"];

/** As many subjects as one statement takes. */
const CHUNK = 500;

/** What was done to these subjects, in the journal's order; with `meeting`, only what names that meeting's code, as acts about people do. */
export async function journalAbout(db: Handle, subjects: readonly string[], meeting?: string): Promise<JournalEntry[]> {
  const { journal } = db.tables;
  const here = meeting === undefined ? undefined : sql`json_extract(${journal.data}, '$.meeting') = ${meeting}`;
  const entries: JournalEntry[] = [];
  for (let i = 0; i < subjects.length; i += CHUNK) {
    const about = inArray(journal.subject, subjects.slice(i, i + CHUNK));
    const rows = await db
      .select()
      .from(journal)
      .where(and(about, here, notInArray(journal.act, WHO_VOTED_HOW)));
    entries.push(...rows.map(entryOf));
  }
  return entries.sort((a, b) => a.seq - b.seq);
}

/** What was cast in a poll by people who voted by name, in no order of casting. Throws when it is not such a poll: others have no names to tell. */
export async function namedBallotsOf(
  db: Handle,
  pollId: string,
): Promise<{ personId: string; item: string; choice: string }[]> {
  const { ballot, poll } = db.tables;
  const [asked] = await db.select({ mode: poll.mode, state: poll.state }).from(poll).where(eq(poll.id, pollId));
  if (asked?.mode !== "named" || asked.state !== "closed")
    throw new Error("only closed polls by name have named ballots");
  const rows = await db
    .select({ personId: ballot.personId, item: ballot.item, choice: ballot.choice })
    .from(ballot)
    .where(eq(ballot.pollId, pollId))
    .orderBy(asc(ballot.personId), asc(ballot.item));
  return rows.flatMap(({ personId, ...rest }) => (personId === null ? [] : [{ personId, ...rest }]));
}
