import { asc, eq } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { Speech } from "./meeting.ts";

/** The record of one agenda item in the order of speaking, removed lines included. */
export async function speechesOfItem(db: Handle, agendaItemId: string): Promise<Speech[]> {
  const { speech } = db.tables;
  return db.select().from(speech).where(eq(speech.agendaItemId, agendaItemId)).orderBy(asc(speech.position));
}
