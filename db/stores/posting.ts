import { and, asc, count, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { posting, postingPhoto } from "#db/schema/index.ts";
import { saveRow } from "./save.ts";

export type Posting = typeof posting.$inferSelect;
export type PostingPhoto = typeof postingPhoto.$inferSelect;

export async function insertPosting(db: Handle, row: typeof posting.$inferInsert): Promise<void> {
  await db.insert(db.tables.posting).values(row);
}

export async function insertPhoto(db: Handle, row: typeof postingPhoto.$inferInsert): Promise<void> {
  await db.insert(db.tables.postingPhoto).values(row);
}

export async function postingById(db: Handle, id: string): Promise<Posting | undefined> {
  const { posting } = db.tables;
  const [row] = await db.select().from(posting).where(eq(posting.id, id));
  return row;
}

/** Saves a change and raises the edition; false when `expected` is no longer the edition. */
export async function savePosting(
  db: Handle,
  id: string,
  change: Partial<Omit<Posting, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  return saveRow(db, db.tables.posting, id, change, expected);
}

/** Where and when a document hung, oldest first. */
export async function postingsOf(db: Handle, documentId: string): Promise<Posting[]> {
  const { posting } = db.tables;
  return db
    .select()
    .from(posting)
    .where(eq(posting.documentId, documentId))
    .orderBy(asc(posting.createdAt), asc(posting.id));
}

export async function photosOf(db: Handle, documentId: string): Promise<PostingPhoto[]> {
  const { posting, postingPhoto } = db.tables;
  const rows = await db
    .select({ postingPhoto })
    .from(postingPhoto)
    .innerJoin(posting, eq(posting.id, postingPhoto.postingId))
    .where(eq(posting.documentId, documentId))
    .orderBy(asc(postingPhoto.createdAt), asc(postingPhoto.id));
  return rows.map((row) => row.postingPhoto);
}

/** What hangs of a community's papers and may come down on `day` or before, the earliest first. */
export async function postingsEnding(db: Handle, communityId: string, day: string) {
  const { document, posting } = db.tables;
  return db
    .select({
      id: posting.id,
      place: posting.place,
      until: posting.until,
      documentId: document.id,
      title: document.title,
    })
    .from(posting)
    .innerJoin(document, eq(document.id, posting.documentId))
    .where(and(eq(document.communityId, communityId), isNull(posting.removedOn), lte(posting.until, day)))
    .orderBy(asc(posting.until), asc(posting.id));
}

/** How many places each of these documents hangs in now. */
export async function hangingAmong(db: Handle, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { posting } = db.tables;
  const rows = await db
    .select({ id: posting.documentId, n: count() })
    .from(posting)
    .where(and(inArray(posting.documentId, [...ids]), isNull(posting.removedOn)))
    .groupBy(posting.documentId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}
