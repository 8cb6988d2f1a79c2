import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { ownMethod, ownMethodVersion } from "#db/schema/index.ts";
import { sharedWith } from "./method.ts";
import { saveRow } from "./save.ts";

export type OwnMethod = typeof ownMethod.$inferSelect;
export type OwnMethodVersion = typeof ownMethodVersion.$inferSelect;
/** What is said of a version without its definition. */
export type Published = Pick<OwnMethodVersion, "version" | "hash" | "publishedAt" | "publishedBy">;

/** A method that nothing was published of yet. */
export async function insertOwnMethod(db: Handle, row: typeof ownMethod.$inferInsert): Promise<void> {
  await db.insert(db.tables.ownMethod).values(row);
}

/** An own method by its id, removed ones included. */
export async function ownMethodById(db: Handle, id: string): Promise<OwnMethod | undefined> {
  const { ownMethod } = db.tables;
  const [row] = await db.select().from(ownMethod).where(eq(ownMethod.id, id));
  return row;
}

/** Saves a change and raises the edition; with `expected`, only that edition, else false. */
export function saveOwnMethod(
  db: Handle,
  id: string,
  change: Partial<Omit<OwnMethod, "id" | "version" | "communityId" | "createdAt">>,
  expected: number,
): Promise<boolean> {
  return saveRow(db, db.tables.ownMethod, id, change, expected);
}

/** A version, never to be changed. */
export async function insertOwnMethodVersion(db: Handle, row: typeof ownMethodVersion.$inferInsert): Promise<void> {
  await db.insert(db.tables.ownMethodVersion).values(row);
}

/** What was published of a method, latest first, without the definitions. */
export async function versionsOf(db: Handle, methodId: string): Promise<Published[]> {
  const { ownMethodVersion: each } = db.tables;
  return db
    .select({ version: each.version, hash: each.hash, publishedAt: each.publishedAt, publishedBy: each.publishedBy })
    .from(each)
    .where(eq(each.methodId, methodId))
    .orderBy(desc(each.version));
}

export type ListedMethod = OwnMethod & { published: Published | null };

/** A community's own methods with what was last published of each; those in force first, then the removed, each oldest first. */
export async function ownMethodsOf(db: Handle, communityId: string): Promise<ListedMethod[]> {
  const { ownMethod } = db.tables;
  const rows = await db
    .select()
    .from(ownMethod)
    .where(eq(ownMethod.communityId, communityId))
    .orderBy(sql`${ownMethod.removedAt} IS NOT NULL`, asc(ownMethod.createdAt), asc(ownMethod.id));
  const listed: ListedMethod[] = [];
  for (const row of rows) listed.push({ ...row, published: (await versionsOf(db, row.id))[0] ?? null });
  return listed;
}

/** Ids of the methods that a community's street shares with it, removed ones left out. */
export async function sharedMethodIds(db: Handle, communityId: string): Promise<string[]> {
  const { ownMethod } = db.tables;
  const rows = await db
    .select({ id: ownMethod.id })
    .from(ownMethod)
    .where(and(isNull(ownMethod.removedAt), sharedWith(db, communityId)));
  return rows.map((row) => row.id);
}
