import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { attendee, person } from "#db/schema/index.ts";
import { saveRow } from "./save.ts";

export type Person = typeof person.$inferSelect;
export type Attendee = typeof attendee.$inferSelect;

/** Rows per INSERT: SQLite binds at most 32,766 values a statement. */
const CHUNK = 1000;

/** Any number of people, in pieces. */
export async function insertPeople(db: Handle, rows: (typeof person.$inferInsert)[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) await db.insert(db.tables.person).values(rows.slice(i, i + CHUNK));
}

/** The people in force on one roll of the community (`rollId` null: its own), by seat, unit and name. */
export async function peopleOf(db: Handle, communityId: string, rollId: string | null): Promise<Person[]> {
  const { person } = db.tables;
  return db
    .select()
    .from(person)
    .where(and(onRoll(db, communityId, rollId), isNull(person.removedAt)))
    .orderBy(asc(person.seat), asc(person.unit), asc(person.name), asc(person.id));
}

/** People taken off one roll of the community (`rollId` null: its own), last removed first. */
export async function removedPeopleOf(db: Handle, communityId: string, rollId: string | null): Promise<Person[]> {
  const { person } = db.tables;
  return db
    .select()
    .from(person)
    .where(and(onRoll(db, communityId, rollId), isNotNull(person.removedAt)))
    .orderBy(desc(person.removedAt), asc(person.name));
}

const onRoll = ({ tables: { person } }: Handle, communityId: string, rollId: string | null) =>
  and(eq(person.communityId, communityId), rollId === null ? isNull(person.rollId) : eq(person.rollId, rollId));

/** The names of everybody who is or ever was on any of the community's rolls, each once. */
export async function everyNameOf(db: Handle, communityId: string): Promise<string[]> {
  const { person } = db.tables;
  const rows = await db.selectDistinct({ name: person.name }).from(person).where(eq(person.communityId, communityId));
  return rows.map(({ name }) => name);
}

/** The person of any community, removed or not; whoever acts for one asks `ownPerson`. */
export async function personById(db: Handle, id: string): Promise<Person | undefined> {
  const { person } = db.tables;
  const [row] = await db.select().from(person).where(eq(person.id, id));
  return row;
}

/** Saves a change and raises the edition; false when `expected` is no longer the edition. */
export async function savePerson(
  db: Handle,
  id: string,
  change: Partial<Omit<Person, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  return saveRow(db, db.tables.person, id, change, expected);
}

/** Any number of lines, in pieces. */
export async function insertAttendees(db: Handle, rows: (typeof attendee.$inferInsert)[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) await db.insert(db.tables.attendee).values(rows.slice(i, i + CHUNK));
}

/** The meeting's roll, by seat, unit and name. */
export async function attendeesOf(db: Handle, meetingId: string): Promise<Attendee[]> {
  const { attendee } = db.tables;
  return db
    .select()
    .from(attendee)
    .where(eq(attendee.meetingId, meetingId))
    .orderBy(asc(attendee.seat), asc(attendee.unit), asc(attendee.name), asc(attendee.personId));
}

/** One person's line on a meeting's roll. */
export async function attendeeOf(db: Handle, meetingId: string, personId: string): Promise<Attendee | undefined> {
  const { attendee } = db.tables;
  const [row] = await db
    .select()
    .from(attendee)
    .where(and(eq(attendee.meetingId, meetingId), eq(attendee.personId, personId)));
  return row;
}

/** Everybody of exactly this name on a meeting's roll. */
export async function attendeesByName(db: Handle, meetingId: string, name: string): Promise<Attendee[]> {
  const { attendee } = db.tables;
  return db
    .select()
    .from(attendee)
    .where(and(eq(attendee.meetingId, meetingId), eq(attendee.name, name)));
}

/** The line whose personal check-in token has this digest. */
export async function attendeeByToken(db: Handle, tokenId: string): Promise<Attendee | undefined> {
  const { attendee } = db.tables;
  const [row] = await db.select().from(attendee).where(eq(attendee.tokenId, tokenId));
  return row;
}

/** The line whose device key has this digest. */
export async function attendeeByKey(db: Handle, keyId: string): Promise<Attendee | undefined> {
  const { attendee } = db.tables;
  const [row] = await db.select().from(attendee).where(eq(attendee.keyId, keyId));
  return row;
}

/** Saves a change to one line. Lines carry no edition: the meeting's is raised with `touchMeeting`. */
export async function saveAttendee(
  db: Handle,
  meetingId: string,
  personId: string,
  change: Partial<Omit<Attendee, "meetingId" | "personId">>,
): Promise<void> {
  const { attendee } = db.tables;
  await db
    .update(attendee)
    .set(change)
    .where(and(eq(attendee.meetingId, meetingId), eq(attendee.personId, personId)));
}

/** Takes these people off a meeting's roll. */
export async function deleteAttendees(db: Handle, meetingId: string, personIds: string[]): Promise<void> {
  const { attendee } = db.tables;
  for (let i = 0; i < personIds.length; i += CHUNK) {
    await db
      .delete(attendee)
      .where(and(eq(attendee.meetingId, meetingId), inArray(attendee.personId, personIds.slice(i, i + CHUNK))));
  }
}

/** 应到 and 到会: members with voting right on a meeting's roll, and those of them who came. */
export type Attendance = { due: number; present: number };

/** The attendance of one meeting; zeros while its roll is empty. */
export async function countAttendance(db: Handle, meetingId: string): Promise<Attendance> {
  return (await attendanceOf(db, [meetingId])).get(meetingId) ?? { due: 0, present: 0 };
}

/** The area of everybody entitled on a meeting's roll, in 0.01 m²; 0 where it knows no areas. */
export async function entitledArea(db: Handle, meetingId: string): Promise<number> {
  const { attendee } = db.tables;
  const [row] = await db
    .select({ area: sql<number>`coalesce(sum(${attendee.area}), 0)` })
    .from(attendee)
    .where(and(eq(attendee.meetingId, meetingId), eq(attendee.votingRight, true)));
  return row?.area ?? 0;
}

/** The attendance of several meetings by their ids; those without anybody entitled are left out. */
export async function attendanceOf(db: Handle, meetingIds: string[]): Promise<Map<string, Attendance>> {
  const { attendee } = db.tables;
  const rows = await db
    .select({ meetingId: attendee.meetingId, due: count(), present: count(attendee.presentAt) })
    .from(attendee)
    .where(and(inArray(attendee.meetingId, meetingIds), eq(attendee.votingRight, true)))
    .groupBy(attendee.meetingId);
  return new Map(rows.map(({ meetingId, ...attendance }) => [meetingId, attendance]));
}
