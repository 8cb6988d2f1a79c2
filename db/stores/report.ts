import { and, asc, eq } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import type { actionReport } from "#db/schema/index.ts";
import { type ActionItem, actionItemsOf } from "./issue.ts";
import { bodyOfMeeting, type Meeting, meetingsById } from "./meeting.ts";
import { methodsAtHand } from "./method.ts";

export type ActionReport = typeof actionReport.$inferSelect;

/** What was said in this meeting about promises that are still open. */
export async function reportsOf(db: Handle, meetingId: string): Promise<ActionReport[]> {
  const { actionReport } = db.tables;
  return db.select().from(actionReport).where(eq(actionReport.meetingId, meetingId));
}

/** What was said about one promise in whichever meeting, oldest first. */
export async function reportsAbout(db: Handle, actionItemId: string): Promise<ActionReport[]> {
  const { actionReport } = db.tables;
  return db
    .select()
    .from(actionReport)
    .where(eq(actionReport.actionItemId, actionItemId))
    .orderBy(asc(actionReport.reportedAt));
}

/** Keeps what was said about one promise, instead of what was said before. */
export async function saveReport(db: Handle, row: ActionReport): Promise<void> {
  const { actionReport } = db.tables;
  const { note, reportedAt } = row;
  await db
    .insert(actionReport)
    .values(row)
    .onConflictDoUpdate({ target: [actionReport.meetingId, actionReport.actionItemId], set: { note, reportedAt } });
}

/** What was said in this meeting about this promise. */
export async function reportOf(db: Handle, meetingId: string, itemId: string): Promise<ActionReport | undefined> {
  const { actionReport } = db.tables;
  const its = and(eq(actionReport.meetingId, meetingId), eq(actionReport.actionItemId, itemId));
  const [row] = await db.select().from(actionReport).where(its);
  return row;
}

/** Whether the meeting's method lets it end only after every open promise was reported. */
export async function reportsBackFirst(db: Handle, meeting: Meeting): Promise<boolean> {
  const body = await bodyOfMeeting(db, meeting);
  const methods = await methodsAtHand(db, meeting.communityId);
  return methods.find((method) => method.id === body?.methodId)?.reportBackFirst ?? false;
}

/** Promises of the body's earlier meetings that are still open, the first due on top. */
export async function openPromises(db: Handle, meeting: Meeting): Promise<ActionItem[]> {
  const open = (await actionItemsOf(db, meeting.communityId)).filter((item) => item.state === "open");
  const meetings = await meetingsById(db, [...new Set(open.flatMap((item) => item.meetingId ?? []))]);
  const earlier = new Set(
    meetings.flatMap((each) => (each.bodyId === meeting.bodyId && each.startsAt < meeting.startsAt ? each.id : [])),
  );
  return open.filter((item) => item.meetingId !== null && earlier.has(item.meetingId));
}

/** Those of `openPromises` of which this meeting has heard nothing yet: neither how far they are nor a later deadline. */
export async function unreportedPromises(db: Handle, meeting: Meeting): Promise<ActionItem[]> {
  const told = new Set((await reportsOf(db, meeting.id)).map((row) => row.actionItemId));
  const silent: ActionItem[] = [];
  for (const item of await openPromises(db, meeting)) {
    if (!told.has(item.id) && !(await wasMovedIn(db, meeting, item.id))) silent.push(item);
  }
  return silent;
}

async function wasMovedIn(db: Handle, { openedAt }: Meeting, itemId: string): Promise<boolean> {
  const acts = await journalOf(db, itemId);
  return acts.some((entry) => entry.act === "move-deadline" && openedAt !== null && new Date(entry.at) >= openedAt);
}
