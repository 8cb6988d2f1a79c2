import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import { meetingInSession } from "./meeting-in-session.ts";
import { finishActionItem, undoFinish } from "./update-action-item.ts";

export type Reported = { meetingId: string; id: string; version: number };

/** In the room, at 上周议定事项落实情况: a promise was kept, and how. Throws what `finishActionItem` throws, and wrong-state. */
export async function reportDone(house: House, actor: Actor, input: Reported & { note: string }): Promise<void> {
  await requireInSession(house, actor, input.meetingId);
  await finishActionItem(house, actor, { id: input.id, version: input.version, note: input.note });
  await tellRoom(house, input.meetingId);
}

/** In the room: it is not done after all. Throws what `undoFinish` throws, and wrong-state. */
export async function reportStillOpen(house: House, actor: Actor, input: Reported): Promise<void> {
  await requireInSession(house, actor, input.meetingId);
  await undoFinish(house, actor, { id: input.id, version: input.version });
  await tellRoom(house, input.meetingId);
}

async function requireInSession(house: House, actor: Actor, meetingId: string): Promise<Meeting> {
  return house.db.read((db) => meetingInSession(db, actor, meetingId));
}

/** The other desks and the screen show the report back too. */
async function tellRoom(house: House, meetingId: string): Promise<void> {
  const known = await house.db.write((db) => touchMeeting(db, meetingId));
  if (!known) throw new DomainError("not-found");
  house.publish(meetingId, "room");
}
