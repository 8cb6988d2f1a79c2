import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { roomText as text } from "#app/text/room.ts";
import { type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import { ownActionItem } from "#db/stores/own.ts";
import { openPromises, reportOf, saveReport } from "#db/stores/report.ts";
import { longField } from "./fields.ts";
import { meetingInSession } from "./meeting-in-session.ts";
import { record } from "./record.ts";
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

export const progressInput = z.object({
  meetingId: z.string().max(60),
  /** The action item's id. */
  id: z.string().max(60),
  /** What stood there when the person began to write. */
  was: z.string().max(2000).default(""),
  note: longField(text.report.progress, 1000).pipe(z.string().min(1, text.report.progressMissing)),
});

/**
 * In the room: a promise is still open, and this is how far it is and why. Throws not-found, wrong-state when the meeting is not in session
 * or the promise is no open one of its body's earlier meetings, invalid-value without words, stale `{current}` when somebody else wrote first.
 */
export async function reportProgress(house: House, actor: Actor, raw: z.input<typeof progressInput>): Promise<void> {
  const { meetingId, id, was, note } = progressInput.parse(raw);
  await house.db.write(async (db) => {
    const meeting = await meetingInSession(db, actor, meetingId);
    const item = await ownActionItem(db, actor, id);
    if (!(await openPromises(db, meeting)).some((each) => each.id === id)) {
      throw new DomainError("wrong-state", [{ field: "note", message: text.report.notOpen }]);
    }
    const before = (await reportOf(db, meetingId, id))?.note ?? "";
    if (before === note) return;
    if (before !== was) throw new DomainError("stale", { current: { note: before } });
    await saveReport(db, { meetingId, actionItemId: id, note, reportedAt: house.clock() });
    await touchMeeting(db, meetingId);
    await record(house, db, actor, "report-progress", id, {
      meeting: meeting.code,
      number: item.number,
      was: before,
      note,
    });
  });
  house.publish(meetingId, "room");
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
