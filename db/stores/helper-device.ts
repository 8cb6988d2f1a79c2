import { and, asc, eq } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { helperDevice } from "#db/schema/index.ts";

export type HelperDevice = typeof helperDevice.$inferSelect;

/** Keeps a new device, or a link that no device has opened yet. */
export async function insertHelperDevice(db: Handle, row: typeof helperDevice.$inferInsert): Promise<void> {
  await db.insert(db.tables.helperDevice).values(row);
}

/** The device, or the link not opened yet, with this digest of its key. */
export async function helperDeviceById(db: Handle, id: string): Promise<HelperDevice | undefined> {
  const { helperDevice } = db.tables;
  const [row] = await db.select().from(helperDevice).where(eq(helperDevice.id, id));
  return row;
}

/** A meeting's devices, in force or not, in the order in which they were made. */
export async function helperDevicesOf(db: Handle, meetingId: string): Promise<HelperDevice[]> {
  const { helperDevice } = db.tables;
  return db
    .select()
    .from(helperDevice)
    .where(eq(helperDevice.meetingId, meetingId))
    .orderBy(asc(helperDevice.createdAt), asc(helperDevice.id));
}

/** Puts the key of the device that opened the link in the link's place: the link is worth nothing from then on. */
export async function bindHelperDevice(db: Handle, linkId: string, deviceId: string): Promise<void> {
  const { helperDevice } = db.tables;
  await db.update(helperDevice).set({ id: deviceId }).where(eq(helperDevice.id, linkId));
}

/** Ends a device of this meeting. */
export async function revokeHelperDevice(db: Handle, meetingId: string, id: string, at: Date): Promise<void> {
  const { helperDevice } = db.tables;
  await db
    .update(helperDevice)
    .set({ revokedAt: at })
    .where(and(eq(helperDevice.id, id), eq(helperDevice.meetingId, meetingId)));
}
