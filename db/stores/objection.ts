import { and, asc, eq, isNull, lte, max } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { objection } from "#db/schema/index.ts";
import { saveRow } from "./save.ts";

export type Objection = typeof objection.$inferSelect;

export async function insertObjection(db: Handle, row: typeof objection.$inferInsert): Promise<void> {
  await db.insert(db.tables.objection).values(row);
}

/** The next 登记编号 of a community; call it in the transaction that registers. */
export async function nextObjectionNumber(db: Handle, communityId: string): Promise<number> {
  const { objection } = db.tables;
  const [row] = await db
    .select({ last: max(objection.number) })
    .from(objection)
    .where(eq(objection.communityId, communityId));
  return (row?.last ?? 0) + 1;
}

export async function objectionById(db: Handle, id: string): Promise<Objection | undefined> {
  const { objection } = db.tables;
  const [row] = await db.select().from(objection).where(eq(objection.id, id));
  return row;
}

/** Saves a change and raises the edition; false when `expected` is no longer the edition. */
export async function saveObjection(
  db: Handle,
  id: string,
  change: Partial<Omit<Objection, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  return saveRow(db, db.tables.objection, id, change, expected);
}

/** What was objected to one document, by number. */
export async function objectionsOf(db: Handle, documentId: string): Promise<Objection[]> {
  const { objection } = db.tables;
  return db.select().from(objection).where(eq(objection.documentId, documentId)).orderBy(asc(objection.number));
}

/** Objections of a community without an answer, to be answered on `day` or before, the most pressing first. */
export async function objectionsDue(db: Handle, communityId: string, day: string) {
  const { document, objection } = db.tables;
  return db
    .select({ number: objection.number, replyBy: objection.replyBy, documentId: document.id, title: document.title })
    .from(objection)
    .innerJoin(document, eq(document.id, objection.documentId))
    .where(and(eq(objection.communityId, communityId), isNull(objection.repliedOn), lte(objection.replyBy, day)))
    .orderBy(asc(objection.replyBy), asc(objection.number));
}
