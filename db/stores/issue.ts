import { and, asc, desc, eq, gt, inArray, max } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { actionItem, issue } from "#db/schema/index.ts";
import { saveRow } from "./save.ts";

export type Issue = typeof issue.$inferSelect;
export type ActionItem = typeof actionItem.$inferSelect;

/** The next free number of an issue or action item in a community: consecutive, taken inside the writing transaction. */
export async function nextNumber(db: Handle, table: "issue" | "actionItem", communityId: string): Promise<number> {
  const from = db.tables[table];
  const [row] = await db
    .select({ last: max(from.number) })
    .from(from)
    .where(eq(from.communityId, communityId));
  return (row?.last ?? 0) + 1;
}

/** The number comes from `nextNumber`, in the same transaction. */
export async function insertIssue(db: Handle, row: typeof issue.$inferInsert): Promise<void> {
  await db.insert(db.tables.issue).values(row);
}

/** The issue of any community; whoever acts for one asks `ownIssue`. */
export async function issueById(db: Handle, id: string): Promise<Issue | undefined> {
  const { issue } = db.tables;
  const [row] = await db.select().from(issue).where(eq(issue.id, id));
  return row;
}

/** A community's issue by its 议题编号. */
export async function issueByNumber(db: Handle, communityId: string, number: number): Promise<Issue | undefined> {
  const { issue } = db.tables;
  const [row] = await db
    .select()
    .from(issue)
    .where(and(eq(issue.communityId, communityId), eq(issue.number, number)));
  return row;
}

/** Those of these issues that exist, in no order. */
export async function issuesById(db: Handle, ids: string[]): Promise<Issue[]> {
  const { issue } = db.tables;
  return ids.length === 0 ? [] : db.select().from(issue).where(inArray(issue.id, ids));
}

/** Ids of every community's issues after this one, in their own order: for going over all of them in slices. */
export async function issueIds(db: Handle, after: string, limit: number): Promise<string[]> {
  const { issue } = db.tables;
  const rows = await db
    .select({ id: issue.id })
    .from(issue)
    .where(gt(issue.id, after))
    .orderBy(asc(issue.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** A community's issues that came from this source 来源, by number. */
export async function issuesFrom(db: Handle, communityId: string, source: string): Promise<Issue[]> {
  const { issue } = db.tables;
  return db
    .select()
    .from(issue)
    .where(and(eq(issue.communityId, communityId), eq(issue.source, source)))
    .orderBy(asc(issue.number));
}

/** All issues of a community, newest number first. */
export async function issuesOf(db: Handle, communityId: string): Promise<Issue[]> {
  const { issue } = db.tables;
  return db.select().from(issue).where(eq(issue.communityId, communityId)).orderBy(desc(issue.number));
}

/** Saves a change and raises the edition; false when `expected` is no longer the edition. */
export async function saveIssue(
  db: Handle,
  id: string,
  change: Partial<Omit<Issue, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  return saveRow(db, db.tables.issue, id, change, expected);
}

/** The number comes from `nextNumber`, in the same transaction. */
export async function insertActionItem(db: Handle, row: typeof actionItem.$inferInsert): Promise<void> {
  await db.insert(db.tables.actionItem).values(row);
}

/** The action item of any community; whoever acts for one asks `ownActionItem`. */
export async function actionItemById(db: Handle, id: string): Promise<ActionItem | undefined> {
  const { actionItem } = db.tables;
  const [row] = await db.select().from(actionItem).where(eq(actionItem.id, id));
  return row;
}

/** Action items of a community, nearest deadline first. */
export async function actionItemsOf(db: Handle, communityId: string): Promise<ActionItem[]> {
  const { actionItem } = db.tables;
  return db
    .select()
    .from(actionItem)
    .where(eq(actionItem.communityId, communityId))
    .orderBy(asc(actionItem.deadline), asc(actionItem.number));
}

/** What was promised in one meeting, by number, cancelled items included. */
export async function actionItemsOfMeeting(db: Handle, meetingId: string): Promise<ActionItem[]> {
  const { actionItem } = db.tables;
  return db.select().from(actionItem).where(eq(actionItem.meetingId, meetingId)).orderBy(asc(actionItem.number));
}

/** What was promised about one issue, by number, cancelled items included. */
export async function actionItemsOfIssue(db: Handle, issueId: string): Promise<ActionItem[]> {
  const { actionItem } = db.tables;
  return db.select().from(actionItem).where(eq(actionItem.issueId, issueId)).orderBy(asc(actionItem.number));
}

/** Saves a change and raises the edition; false when `expected` is no longer the edition. */
export async function saveActionItem(
  db: Handle,
  id: string,
  change: Partial<Omit<ActionItem, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  return saveRow(db, db.tables.actionItem, id, change, expected);
}

/** Removes an action item that its meeting took back before closing. */
export async function deleteActionItemsOfAgendaItem(db: Handle, agendaItemId: string): Promise<void> {
  const { actionItem } = db.tables;
  await db.delete(actionItem).where(and(eq(actionItem.agendaItemId, agendaItemId), eq(actionItem.state, "open")));
}
