import { and, asc, desc, eq, inArray, isNull, lt, max, sql } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { agendaItem, body, meeting, speech } from "#db/schema/index.ts";

export type Body = typeof body.$inferSelect;
export type Meeting = typeof meeting.$inferSelect;
export type AgendaItem = typeof agendaItem.$inferSelect;
export type Speech = typeof speech.$inferSelect;

export async function insertBody(db: Handle, row: typeof body.$inferInsert): Promise<void> {
  await db.insert(db.tables.body).values(row);
}

export async function bodiesOf(db: Handle, communityId: string): Promise<Body[]> {
  const { body } = db.tables;
  return db.select().from(body).where(eq(body.communityId, communityId)).orderBy(body.name);
}

export async function bodyById(db: Handle, id: string): Promise<Body | undefined> {
  const { body } = db.tables;
  const [row] = await db.select().from(body).where(eq(body.id, id));
  return row;
}

export async function insertMeeting(db: Handle, row: typeof meeting.$inferInsert): Promise<void> {
  await db.insert(db.tables.meeting).values(row);
}

export async function meetingByCode(db: Handle, code: string): Promise<Meeting | undefined> {
  const { meeting } = db.tables;
  const [row] = await db.select().from(meeting).where(eq(meeting.code, code));
  return row;
}

export async function meetingById(db: Handle, id: string): Promise<Meeting | undefined> {
  const { meeting } = db.tables;
  const [row] = await db.select().from(meeting).where(eq(meeting.id, id));
  return row;
}

export async function meetingsOf(db: Handle, communityId: string, limit = 200): Promise<Meeting[]> {
  const { meeting } = db.tables;
  return db
    .select()
    .from(meeting)
    .where(eq(meeting.communityId, communityId))
    .orderBy(desc(meeting.startsAt))
    .limit(limit);
}

export async function plannedMeetingsOf(db: Handle, communityId: string): Promise<Meeting[]> {
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
  const { meeting } = db.tables;
  const saved = await db
    .update(meeting)
    .set({ ...change, version: sql`${meeting.version} + 1` })
    .where(and(eq(meeting.id, id), expected === undefined ? undefined : eq(meeting.version, expected)))
    .returning({ id: meeting.id });
  return saved.length > 0;
}

/** Raises the edition alone: something that belongs to the meeting changed. */
export const touchMeeting = (db: Handle, id: string) => saveMeeting(db, id, {});

export async function insertAgendaItems(db: Handle, rows: (typeof agendaItem.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await db.insert(db.tables.agendaItem).values(rows);
}

export async function agendaOf(db: Handle, meetingId: string): Promise<AgendaItem[]> {
  const { agendaItem } = db.tables;
  return db.select().from(agendaItem).where(eq(agendaItem.meetingId, meetingId)).orderBy(asc(agendaItem.position));
}

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

export async function saveAgendaItem(
  db: Handle,
  id: string,
  change: Partial<Omit<AgendaItem, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  const { agendaItem } = db.tables;
  const saved = await db
    .update(agendaItem)
    .set({ ...change, version: sql`${agendaItem.version} + 1` })
    .where(and(eq(agendaItem.id, id), expected === undefined ? undefined : eq(agendaItem.version, expected)))
    .returning({ id: agendaItem.id });
  return saved.length > 0;
}

export async function deleteAgendaItem(db: Handle, id: string): Promise<void> {
  const { agendaItem } = db.tables;
  await db.delete(agendaItem).where(eq(agendaItem.id, id));
}

export async function insertSpeech(db: Handle, row: typeof speech.$inferInsert): Promise<void> {
  await db.insert(db.tables.speech).values(row);
}

/** The next free place at the end of an item's record. */
export async function nextSpeechPosition(db: Handle, agendaItemId: string): Promise<number> {
  const { speech } = db.tables;
  const [row] = await db
    .select({ last: max(speech.position) })
    .from(speech)
    .where(eq(speech.agendaItemId, agendaItemId));
  return (row?.last ?? 0) + 1;
}

export async function speechById(db: Handle, id: string): Promise<Speech | undefined> {
  const { speech } = db.tables;
  const [row] = await db.select().from(speech).where(eq(speech.id, id));
  return row;
}

/** The record of a meeting (without removed lines), in the order of the agenda's items and of speaking. */
export async function speechesOf(db: Handle, meetingId: string): Promise<Speech[]> {
  const { speech } = db.tables;
  return db
    .select()
    .from(speech)
    .where(and(eq(speech.meetingId, meetingId), isNull(speech.removedAt)))
    .orderBy(asc(speech.agendaItemId), asc(speech.position));
}

export async function saveSpeech(
  db: Handle,
  id: string,
  change: Partial<Omit<Speech, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  const { speech } = db.tables;
  const saved = await db
    .update(speech)
    .set({ ...change, version: sql`${speech.version} + 1` })
    .where(and(eq(speech.id, id), expected === undefined ? undefined : eq(speech.version, expected)))
    .returning({ id: speech.id });
  return saved.length > 0;
}
