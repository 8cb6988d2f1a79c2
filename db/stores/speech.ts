import { and, asc, eq, isNull, max } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { speech } from "#db/schema/index.ts";
import { saveRow } from "./save.ts";

export type Speech = typeof speech.$inferSelect;

/** The record of one agenda item in the order of speaking, removed lines included. */
export async function speechesOfItem(db: Handle, agendaItemId: string): Promise<Speech[]> {
  const { speech } = db.tables;
  return db.select().from(speech).where(eq(speech.agendaItemId, agendaItemId)).orderBy(asc(speech.position));
}

/** The place comes from `nextSpeechPosition`, in the same transaction. */
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

/** The line of any meeting, removed or not. */
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

/** Saves a change and raises the edition; false when `expected` is no longer the edition. */
export async function saveSpeech(
  db: Handle,
  id: string,
  change: Partial<Omit<Speech, "id" | "version">>,
  expected?: number,
): Promise<boolean> {
  return saveRow(db, db.tables.speech, id, change, expected);
}
