import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, ne } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { agendaItem, body, meeting } from "#db/schema/index.ts";
import { saveRow } from "./save.ts";

export type Body = typeof body.$inferSelect;
export type Meeting = typeof meeting.$inferSelect;
export type AgendaItem = typeof agendaItem.$inferSelect;

/** A body 议事机构 of a community. */
export async function insertBody(db: Handle, row: typeof body.$inferInsert): Promise<void> {
  await db.insert(db.tables.body).values(row);
}

/** A community's bodies by name, those no longer in use too. */
export async function everyBodyOf(db: Handle, communityId: string): Promise<Body[]> {
  const { body } = db.tables;
  return db.select().from(body).where(eq(body.communityId, communityId)).orderBy(body.name);
}

/** A community's bodies in use, by name. */
export async function bodiesOf(db: Handle, communityId: string): Promise<Body[]> {
  const { body } = db.tables;
  const inUse = and(eq(body.communityId, communityId), isNull(body.removedAt));
  return db.select().from(body).where(inUse).orderBy(body.name);
}

/** The body of any community. */
export async function bodyById(db: Handle, id: string): Promise<Body | undefined> {
  const { body } = db.tables;
  const [row] = await db.select().from(body).where(eq(body.id, id));
  return row;
}

/** The body of a meeting: as it is while the meeting is planned, from the opening on as it was then. */
export async function bodyOfMeeting(
  db: Handle,
  { bodyId, bodyThen }: Pick<Meeting, "bodyId" | "bodyThen">,
): Promise<Body | undefined> {
  const body = await bodyById(db, bodyId);
  if (!body || !bodyThen) return body;
  const { roll, ...then } = bodyThen;
  return { ...body, overlays: [], ...then, rollId: roll?.id ?? null };
}

/** Saves a change and raises the edition; false when `expected` is no longer the edition. */
export async function saveBody(
  db: Handle,
  id: string,
  change: Partial<Omit<Body, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  return saveRow(db, db.tables.body, id, change, expected);
}

/** The code must be nobody else's: `newMeetingCode`. */
export async function insertMeeting(db: Handle, row: typeof meeting.$inferInsert): Promise<void> {
  await db.insert(db.tables.meeting).values(row);
}

/** The meeting of any community; whoever acts for one asks `ownMeetingByCode`. */
export async function meetingByCode(db: Handle, code: string): Promise<Meeting | undefined> {
  const { meeting } = db.tables;
  const [row] = await db.select().from(meeting).where(eq(meeting.code, code));
  return row;
}

/** The meeting of any community; whoever acts for one asks `ownMeeting`. */
export async function meetingById(db: Handle, id: string): Promise<Meeting | undefined> {
  const { meeting } = db.tables;
  const [row] = await db.select().from(meeting).where(eq(meeting.id, id));
  return row;
}

/** Those of these meetings that exist, in no order. */
export async function meetingsById(db: Handle, ids: string[]): Promise<Meeting[]> {
  const { meeting } = db.tables;
  return ids.length === 0 ? [] : db.select().from(meeting).where(inArray(meeting.id, ids));
}

/** How many meetings a body opened from one moment on, before another. */
export async function meetingsHeld(db: Handle, bodyId: string, from: Date, before: Date): Promise<number> {
  const { meeting } = db.tables;
  const [row] = await db
    .select({ n: count() })
    .from(meeting)
    .where(
      and(
        eq(meeting.bodyId, bodyId),
        isNotNull(meeting.openedAt),
        gte(meeting.startsAt, from),
        lt(meeting.startsAt, before),
      ),
    );
  return row?.n ?? 0;
}

/** A community's meetings, latest first; the `limit` latest of them. */
export async function meetingsOf(db: Handle, communityId: string, limit = 200): Promise<Meeting[]> {
  const { meeting } = db.tables;
  return db
    .select()
    .from(meeting)
    .where(eq(meeting.communityId, communityId))
    .orderBy(desc(meeting.startsAt))
    .limit(limit);
}

/** Meetings to come or in session, the next first. */
export async function comingMeetingsOf(db: Handle, communityId: string): Promise<Meeting[]> {
  const { meeting } = db.tables;
  return db
    .select()
    .from(meeting)
    .where(and(eq(meeting.communityId, communityId), inArray(meeting.state, ["planned", "open"])))
    .orderBy(asc(meeting.startsAt));
}

/** The meeting of this body that was held last before `before`. */
export async function meetingHeldBefore(db: Handle, bodyId: string, before: Date): Promise<Meeting | undefined> {
  const { meeting } = db.tables;
  const [row] = await db
    .select()
    .from(meeting)
    .where(and(eq(meeting.bodyId, bodyId), eq(meeting.state, "closed"), lt(meeting.startsAt, before)))
    .orderBy(desc(meeting.startsAt))
    .limit(1);
  return row;
}

export type MeetingChange = Partial<Omit<Meeting, "id" | "version">>;

/** Saves a change and raises the edition. With `expected`, saves only that edition; false when it is no longer the one. */
export async function saveMeeting(db: Handle, id: string, change: MeetingChange, expected?: number): Promise<boolean> {
  return saveRow(db, db.tables.meeting, id, change, expected);
}

/** Raises the edition alone: something that belongs to the meeting changed. */
export const touchMeeting = (db: Handle, id: string) => saveMeeting(db, id, {});

/** Items of one agenda or several; none is no error. */
export async function insertAgendaItems(db: Handle, rows: (typeof agendaItem.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(db.tables.agendaItem).values(rows);
}

/** A meeting's agenda in its order. */
export async function agendaOf(db: Handle, meetingId: string): Promise<AgendaItem[]> {
  const { agendaItem } = db.tables;
  return db.select().from(agendaItem).where(eq(agendaItem.meetingId, meetingId)).orderBy(asc(agendaItem.position));
}

/** How many issues stand on the agendas of these meetings, and how many of them have an outcome; by the meetings' ids. */
export async function issueCountsOf(
  db: Handle,
  meetingIds: string[],
): Promise<Map<string, { issues: number; decided: number }>> {
  const { agendaItem } = db.tables;
  const rows = await db
    .select({ meetingId: agendaItem.meetingId, issues: count(), decided: count(agendaItem.outcome) })
    .from(agendaItem)
    .where(and(inArray(agendaItem.meetingId, meetingIds), eq(agendaItem.kind, "issue")))
    .groupBy(agendaItem.meetingId);
  return new Map(rows.map(({ meetingId, ...counts }) => [meetingId, counts]));
}

/** Ids of the community's issues that wait or are under way on an agenda to come or in session. */
export async function issuesOnComingAgendas(db: Handle, communityId: string): Promise<Set<string>> {
  const { agendaItem, meeting } = db.tables;
  const coming = and(eq(meeting.communityId, communityId), inArray(meeting.state, ["planned", "open"]));
  const rows = await db
    .selectDistinct({ issueId: agendaItem.issueId })
    .from(agendaItem)
    .innerJoin(meeting, eq(agendaItem.meetingId, meeting.id))
    .where(and(coming, ne(agendaItem.state, "done"), isNotNull(agendaItem.issueId)));
  return new Set(rows.flatMap(({ issueId }) => issueId ?? []));
}

/** The item of any meeting. */
export async function agendaItemById(db: Handle, id: string): Promise<AgendaItem | undefined> {
  const { agendaItem } = db.tables;
  const [row] = await db.select().from(agendaItem).where(eq(agendaItem.id, id));
  return row;
}

/** Every agenda item on which this issue stood, with its meeting, latest meeting first. */
export async function agendaItemsOfIssue(
  db: Handle,
  issueId: string,
): Promise<{ item: AgendaItem; meeting: Meeting }[]> {
  const { agendaItem, meeting } = db.tables;
  return db
    .select({ item: agendaItem, meeting })
    .from(agendaItem)
    .innerJoin(meeting, eq(agendaItem.meetingId, meeting.id))
    .where(eq(agendaItem.issueId, issueId))
    .orderBy(desc(meeting.startsAt));
}

/** Saves a change and raises the edition; false when `expected` is no longer the edition. */
export async function saveAgendaItem(
  db: Handle,
  id: string,
  change: Partial<Omit<AgendaItem, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  return saveRow(db, db.tables.agendaItem, id, change, expected);
}

/** Takes an item off for good: nothing may hang on it (`isAgendaItemUsed`). */
export async function deleteAgendaItem(db: Handle, id: string): Promise<void> {
  const { agendaItem } = db.tables;
  await db.delete(agendaItem).where(eq(agendaItem.id, id));
}
