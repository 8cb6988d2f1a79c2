import { and, count, eq, isNotNull } from "drizzle-orm";
import type { CountMethod, TellerEntry } from "#app/domain/poll/count.ts";
import type { Handle } from "#db/connect.ts";

/** What the tellers entered, method by method. Figures: for tellers' own comparing and, after closing, for the papers. */
export async function tellerEntries(db: Handle, pollId: string): Promise<Map<CountMethod, TellerEntry[]>> {
  const { tellerCount } = db.tables;
  const rows = await db
    .select()
    .from(tellerCount)
    .where(eq(tellerCount.pollId, pollId))
    .orderBy(tellerCount.method, tellerCount.teller);
  const entries = new Map<CountMethod, TellerEntry[]>();
  for (const { method, teller, figures, struck } of rows) {
    entries.set(method, [...(entries.get(method) ?? []), { teller, figures, struck }]);
  }
  return entries;
}

/** Puts these entries in place of the method's former ones. The file itself refuses it unless the poll is open. */
export async function saveTellerEntries(
  db: Handle,
  pollId: string,
  method: CountMethod,
  entries: readonly TellerEntry[],
): Promise<void> {
  const { tellerCount } = db.tables;
  await db.delete(tellerCount).where(and(eq(tellerCount.pollId, pollId), eq(tellerCount.method, method)));
  if (entries.length > 0) await db.insert(tellerCount).values(entries.map((entry) => ({ pollId, method, ...entry })));
}

/** Whether this person's vote is on paper: on the poll's list of papers handed out or, in a vote from home, signed and entered by two people. */
export async function hasPaper(db: Handle, pollId: string, personId: string): Promise<boolean> {
  return (await paperHolders(db, pollId, personId)).length > 0;
}

/** Everybody whose vote is on paper, or this one person if theirs is; by person id. */
export async function paperHolders(db: Handle, pollId: string, personId?: string): Promise<string[]> {
  const { issuedPaper, paperEntry } = db.tables;
  const of = (table: typeof issuedPaper | typeof paperEntry) =>
    and(eq(table.pollId, pollId), personId === undefined ? undefined : eq(table.personId, personId));
  const issued = db.select({ personId: issuedPaper.personId }).from(issuedPaper).where(of(issuedPaper));
  const signed = db.select({ personId: paperEntry.personId }).from(paperEntry);
  const rows = await issued.union(signed.where(and(of(paperEntry), isNotNull(paperEntry.checkedBy))));
  return rows.map((row) => row.personId);
}

/** How many papers the list says are out. */
export async function countPapers(db: Handle, pollId: string): Promise<number> {
  const { issuedPaper } = db.tables;
  const [row] = await db.select({ n: count() }).from(issuedPaper).where(eq(issuedPaper.pollId, pollId));
  return row?.n ?? 0;
}

/** Puts a person on the list whose credential the caller has just spent. */
export async function addPaper(db: Handle, pollId: string, personId: string): Promise<void> {
  await db.insert(db.tables.issuedPaper).values({ pollId, personId });
}

/** Takes a paper back together with the credential it had spent; the claim goes first, because only a paper's claim may go. */
export async function takePaperBack(db: Handle, pollId: string, personId: string): Promise<void> {
  const { claim, issuedPaper } = db.tables;
  await db.delete(claim).where(and(eq(claim.pollId, pollId), eq(claim.personId, personId)));
  await db.delete(issuedPaper).where(and(eq(issuedPaper.pollId, pollId), eq(issuedPaper.personId, personId)));
}
