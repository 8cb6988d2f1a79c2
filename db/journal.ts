import { and, asc, count, desc, eq, gt, lt } from "drizzle-orm";
import {
  canonicalJson,
  GENESIS,
  type Head,
  type JournalEntry,
  type JsonValue,
  linkEntry,
} from "#app/domain/journal/chain.ts";
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
  // Through JSON once: dates become text and absent values go, so that what is hashed is what can be read back.
  const data: JsonValue = JSON.parse(JSON.stringify(act.data));
  const entry = linkEntry(await journalHead(db), { ...act, at: act.at.toISOString(), data });
  await db.insert(db.tables.journal).values({ ...entry, data: canonicalJson(data) });
}

type Row = Omit<JournalEntry, "data"> & { data: string };

/** A row that no longer holds JSON was tampered with: its text stands in, so that verification names the entry. */
export function entryOf(row: Row): JournalEntry {
  try {
    const data: JsonValue = JSON.parse(row.data);
    return { ...row, data: canonicalJson(data) === row.data ? data : row.data };
  } catch {
    return { ...row, data: row.data };
  }
}

/** The last entry of the whole house's chain, which the next one is linked to. */
export async function journalHead(db: Handle): Promise<Head> {
  const { journal } = db.tables;
  const [row] = await db
    .select({ seq: journal.seq, hash: journal.hash })
    .from(journal)
    .orderBy(desc(journal.seq))
    .limit(1);
  return row ?? GENESIS;
}

/** A community's entries, newest first, before entry number `before`. */
export async function journalPage(
  db: Handle,
  communityId: string,
  { before, limit }: { before?: number; limit: number },
): Promise<JournalEntry[]> {
  const { journal } = db.tables;
  const rows = await db
    .select()
    .from(journal)
    .where(and(eq(journal.communityId, communityId), before === undefined ? undefined : lt(journal.seq, before)))
    .orderBy(desc(journal.seq))
    .limit(limit);
  return rows.map(entryOf);
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
  const rows = await db.select().from(journal).where(eq(journal.subject, subject)).orderBy(asc(journal.seq));
  return rows.map(entryOf);
}

/** To whom or what an act was ever done, each once. */
export async function subjectsOf(db: Handle, act: string): Promise<string[]> {
  const { journal } = db.tables;
  const rows = await db.selectDistinct({ subject: journal.subject }).from(journal).where(eq(journal.act, act));
  return rows.map((row) => row.subject);
}

/** The whole chain's entries after `after`, oldest first, at most `limit`: for verification in pieces. */
export async function journalSlice(db: Handle, after: number, limit: number): Promise<JournalEntry[]> {
  const { journal } = db.tables;
  const rows = await db.select().from(journal).where(gt(journal.seq, after)).orderBy(asc(journal.seq)).limit(limit);
  return rows.map(entryOf);
}
