import { and, asc, count, eq, inArray, isNull, or, sum } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { roll } from "#db/schema/index.ts";
import type { Body } from "./meeting.ts";
import { saveRow } from "./save.ts";

/** A further roll of a community. Its own roll 本社区名册 has no row: wherever a roll is named by its id, that one is `null`. */
export type Roll = typeof roll.$inferSelect;

/** A further roll of a community. */
export async function insertRoll(db: Handle, row: typeof roll.$inferInsert): Promise<void> {
  await db.insert(db.tables.roll).values(row);
}

/** The further roll of any community, in use or not; whoever acts for one asks `ownRoll`. */
export async function rollById(db: Handle, id: string): Promise<Roll | undefined> {
  const { roll } = db.tables;
  const [row] = await db.select().from(roll).where(eq(roll.id, id));
  return row;
}

/** A community's further rolls in use, oldest first. */
export async function rollsOf(db: Handle, communityId: string): Promise<Roll[]> {
  return (await everyRollOf(db, communityId)).filter((each) => each.removedAt === null);
}

/** A community's further rolls, oldest first, those no longer in use too. */
export async function everyRollOf(db: Handle, communityId: string): Promise<Roll[]> {
  const { roll } = db.tables;
  return db.select().from(roll).where(eq(roll.communityId, communityId)).orderBy(asc(roll.createdAt), asc(roll.id));
}

/** Saves a change and raises the edition; false when `expected` is no longer the edition. */
export async function saveRoll(
  db: Handle,
  id: string,
  change: Partial<Omit<Roll, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  return saveRow(db, db.tables.roll, id, change, expected);
}

/** How many people stand on a roll, and how many of them have voting right. */
export type RollSize = { people: number; voting: number };

/** The sizes of all rolls of a community by their ids (`null`: its own); those without anybody are left out. */
export async function rollSizes(db: Handle, communityId: string): Promise<Map<string | null, RollSize>> {
  const { person } = db.tables;
  const rows = await db
    .select({ rollId: person.rollId, people: count(), voting: sum(person.votingRight) })
    .from(person)
    .where(and(eq(person.communityId, communityId), isNull(person.removedAt)))
    .groupBy(person.rollId);
  return new Map(rows.map(({ rollId, people, voting }) => [rollId, { people, voting: Number(voting) }]));
}

/** The bodies that call this roll's people: those in use, and those out of use that have meetings planned all the same. */
export async function bodiesCalling(db: Handle, rollId: string): Promise<Body[]> {
  const { body, meeting } = db.tables;
  const withMeetings = db.select({ id: meeting.bodyId }).from(meeting).where(eq(meeting.state, "planned"));
  return db
    .select()
    .from(body)
    .where(and(eq(body.rollId, rollId), or(isNull(body.removedAt), inArray(body.id, withMeetings))))
    .orderBy(asc(body.name));
}

/** Units 房屋 on a roll of owners and their area, in 0.01 m². */
export async function unitTotals(db: Handle, rollId: string): Promise<{ units: number; area: number }> {
  const { unit } = db.tables;
  const [row] = await db
    .select({ units: count(), area: sum(unit.area) })
    .from(unit)
    .where(eq(unit.rollId, rollId));
  return { units: row?.units ?? 0, area: Number(row?.area ?? 0) };
}
