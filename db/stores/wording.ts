import { and, asc, eq } from "drizzle-orm";
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
