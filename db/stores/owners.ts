import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { paperEntry } from "#db/schema/index.ts";

/** Ids per list: SQLite binds at most 32,766 values a statement. */
const CHUNK = 1000;

/** Which of a roll's owners staff have kept apart from their namesakes. */
export async function keptApart(db: Handle, rollId: string): Promise<Set<string>> {
  const { namesake, person } = db.tables;
  const rows = await db
    .select({ personId: namesake.personId })
    .from(namesake)
    .innerJoin(person, eq(person.id, namesake.personId))
    .where(eq(person.rollId, rollId));
  return new Set(rows.map(({ personId }) => personId));
}

/** Keeps owners apart from their namesakes. */
export async function keepApart(db: Handle, personIds: string[], keptAt: Date): Promise<void> {
  const rows = personIds.map((personId) => ({ personId, keptAt }));
  if (rows.length > 0) await db.insert(db.tables.namesake).values(rows).onConflictDoNothing();
}

/** Asks about these owners again. */
export async function forgetApart(db: Handle, personIds: string[]): Promise<void> {
  const { namesake } = db.tables;
  for (let i = 0; i < personIds.length; i += CHUNK) {
    await db.delete(namesake).where(inArray(namesake.personId, personIds.slice(i, i + CHUNK)));
  }
}

/** A signed paper that one person has entered and a second, or nobody yet, has checked. */
export type PaperEntry = typeof paperEntry.$inferSelect;

/** The poll's papers that wait for their second entry. */
export async function paperEntries(db: Handle, pollId: string): Promise<PaperEntry[]> {
  const { paperEntry } = db.tables;
  return db
    .select()
    .from(paperEntry)
    .where(and(eq(paperEntry.pollId, pollId), isNull(paperEntry.checkedBy)))
    .orderBy(paperEntry.personId);
}

/** The first entry of one owner's paper, if it waits for its second. */
export async function paperEntryOf(db: Handle, pollId: string, personId: string): Promise<PaperEntry | undefined> {
  const { paperEntry } = db.tables;
  const [row] = await db
    .select()
    .from(paperEntry)
    .where(and(eq(paperEntry.pollId, pollId), eq(paperEntry.personId, personId), isNull(paperEntry.checkedBy)));
  return row;
}

/** Keeps a first entry, or one that was checked in its place. The file itself refuses it unless a named poll is open. */
export async function insertPaperEntry(db: Handle, row: typeof paperEntry.$inferInsert): Promise<void> {
  await db.insert(db.tables.paperEntry).values(row);
}

/** Forgets a first entry: it was checked, or struck. */
export async function deletePaperEntry(db: Handle, pollId: string, personId: string): Promise<void> {
  const { paperEntry } = db.tables;
  await db.delete(paperEntry).where(and(eq(paperEntry.pollId, pollId), eq(paperEntry.personId, personId)));
}
