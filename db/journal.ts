import { and, asc, count, desc, eq, gt, lt } from "drizzle-orm";
import { canonicalJson, GENESIS, type Head, type JournalEntry, linkEntry } from "#app/domain/journal/chain.ts";
import type { Handle } from "./connect.ts";

export type Act = {
  at: Date;
  communityId: string;
  actor: string;
  act: string;
  subject: string;
  data: Record<string, unknown>;
};

/** Appends one act. Call it inside the transaction of the act's own outcome: both are kept or neither. */
export async function appendJournal(db: Handle, act: Act): Promise<void> {
  const body = { ...act, at: act.at.toISOString(), data: canonicalJson(act.data) };
  await db.insert(db.tables.journal).values(linkEntry(await journalHead(db), body));
}

export async function journalHead(db: Handle): Promise<Head> {
  const { journal } = db.tables;
  const [row] = await db.select({ seq: journal.seq, hash: journal.hash }).from(journal).orderBy(desc(journal.seq)).limit(1);
  return row ?? GENESIS;
}

/** A community's entries, newest first, before entry number `before`. */
export async function journalPage(
  db: Handle,
  communityId: string,
  { before, limit }: { before?: number; limit: number },
): Promise<JournalEntry[]> {
  const { journal } = db.tables;
  return db
    .select()
    .from(journal)
    .where(and(eq(journal.communityId, communityId), before === undefined ? undefined : lt(journal.seq, before)))
    .orderBy(desc(journal.seq))
    .limit(limit);
}

/** How many entries a community has. */
export async function journalCount(db: Handle, communityId: string): Promise<number> {
  const { journal } = db.tables;
  const [row] = await db.select({ n: count() }).from(journal).where(eq(journal.communityId, communityId));
  return row?.n ?? 0;
}

/** What was done to one subject, oldest first. */
export async function journalOf(db: Handle, subject: string): Promise<JournalEntry[]> {
  const { journal } = db.tables;
  return db.select().from(journal).where(eq(journal.subject, subject)).orderBy(asc(journal.seq));
}

/** The whole chain's entries after `after`, oldest first, at most `limit`: for verification in pieces. */
export async function journalSlice(db: Handle, after: number, limit: number): Promise<JournalEntry[]> {
  const { journal } = db.tables;
  return db.select().from(journal).where(gt(journal.seq, after)).orderBy(asc(journal.seq)).limit(limit);
}
