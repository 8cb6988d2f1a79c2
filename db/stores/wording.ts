import { and, asc, desc, eq } from "drizzle-orm";
import type { Edits } from "#app/domain/document/wording.ts";
import type { Handle } from "#db/connect.ts";
import type { wordingEdit } from "#db/schema/index.ts";

export type WordingEdit = typeof wordingEdit.$inferSelect;

/** What staff wrote in the papers of one meeting, issue or period, oldest first; of one genre, or of all. */
export async function wordingEditsOf(
  db: Handle,
  communityId: string,
  sourceId: string,
  genre?: string,
): Promise<WordingEdit[]> {
  const { wordingEdit } = db.tables;
  return db
    .select()
    .from(wordingEdit)
    .where(
      and(
        eq(wordingEdit.communityId, communityId),
        eq(wordingEdit.sourceId, sourceId),
        genre === undefined ? undefined : eq(wordingEdit.genre, genre),
      ),
    )
    .orderBy(asc(wordingEdit.genre), asc(wordingEdit.key), asc(wordingEdit.place));
}

/** The wordings in force, by genre: the latest edit of each key, none where staff went back to what is generated. */
export function editsInForce(rows: readonly WordingEdit[]): ReadonlyMap<string, Edits> {
  const byGenre = new Map<string, Record<string, string>>();
  for (const { genre, key, text } of rows) {
    const edits = byGenre.get(genre) ?? {};
    byGenre.set(genre, edits);
    if (text === null) delete edits[key];
    else edits[key] = text;
  }
  return byGenre;
}

/** The latest of one key; undefined where it was never edited. */
export async function latestWordingEdit(
  db: Handle,
  at: Pick<WordingEdit, "communityId" | "sourceId" | "genre" | "key">,
): Promise<WordingEdit | undefined> {
  const { wordingEdit } = db.tables;
  const mine = and(
    eq(wordingEdit.communityId, at.communityId),
    eq(wordingEdit.sourceId, at.sourceId),
    eq(wordingEdit.genre, at.genre),
    eq(wordingEdit.key, at.key),
  );
  const [row] = await db.select().from(wordingEdit).where(mine).orderBy(desc(wordingEdit.place)).limit(1);
  return row;
}

/** Adds a version. Those that stand are never changed: a trigger refuses it. */
export async function insertWordingEdit(db: Handle, row: WordingEdit): Promise<void> {
  await db.insert(db.tables.wordingEdit).values(row);
}
