import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { unit } from "#db/schema/index.ts";
import type { Person } from "./roll.ts";

/** 房屋（专有部分）of an owners' roll; `area` in 0.01 m². */
export type Unit = typeof unit.$inferSelect;

/** Rows per INSERT, ids per list: SQLite binds at most 32,766 values a statement. */
const CHUNK = 1000;

/** Any number of units, in pieces. */
export async function insertUnits(db: Handle, rows: (typeof unit.$inferInsert)[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) await db.insert(db.tables.unit).values(rows.slice(i, i + CHUNK));
}

/** The units on a roll of owners, by building and number as they are spelt. */
export async function unitsOf(db: Handle, rollId: string): Promise<Unit[]> {
  const { unit } = db.tables;
  return db
    .select()
    .from(unit)
    .where(eq(unit.rollId, rollId))
    .orderBy(asc(unit.building), asc(unit.number), asc(unit.id));
}

/** The owners in force on one roll of owners, by name. */
export async function ownersOf(db: Handle, rollId: string): Promise<Person[]> {
  const { person } = db.tables;
  return db
    .select()
    .from(person)
    .where(and(eq(person.rollId, rollId), isNull(person.removedAt)))
    .orderBy(asc(person.name), asc(person.id));
}

/** Gives a unit another owner or area. */
export async function saveUnit(db: Handle, id: string, change: Partial<Pick<Unit, "ownerId" | "area">>): Promise<void> {
  const { unit } = db.tables;
  await db.update(unit).set(change).where(eq(unit.id, id));
}

/** Gives all units of some owners to one of them. */
export async function moveUnits(db: Handle, rollId: string, from: string[], to: string): Promise<void> {
  const { unit } = db.tables;
  for (let i = 0; i < from.length; i += CHUNK) {
    await db
      .update(unit)
      .set({ ownerId: to })
      .where(and(eq(unit.rollId, rollId), inArray(unit.ownerId, from.slice(i, i + CHUNK))));
  }
}

/** Takes units off their roll. */
export async function deleteUnits(db: Handle, ids: string[]): Promise<void> {
  const { unit } = db.tables;
  for (let i = 0; i < ids.length; i += CHUNK) await db.delete(unit).where(inArray(unit.id, ids.slice(i, i + CHUNK)));
}
