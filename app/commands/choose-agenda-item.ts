import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { roomText as text } from "#app/text/room.ts";
import type { Handle } from "#db/connect.ts";
import { agendaItemById, type Meeting, saveMeeting } from "#db/stores/meeting.ts";
import { pollsOf } from "#db/stores/poll.ts";
import { callItem, leaveItem } from "./call-item.ts";
import { leaveStraw } from "./close-straw.ts";
import { itemOfMeeting, meetingInSession } from "./meeting-in-session.ts";
import { record } from "./record.ts";

export const chooseItemInput = z.object({
  meetingId: z.string(),
  agendaItemId: z.string(),
  /** The item that was current when the person chose; empty for none. */
  from: z.string().default(""),
});
export type ChooseItem = z.infer<typeof chooseItemInput>;

/**
 * Makes an item the one before the room: the clock of the one before stops, this one's runs, and its issue comes before the meeting; a mood check is left.
 * Throws not-found, wrong-state, poll-open, or stale `{current: {id, position, title}}` when another desk chose differently meanwhile.
 */
export async function chooseAgendaItem(house: House, actor: Actor, input: ChooseItem): Promise<void> {
  const answersLeft = await house.db.write(async (db) => {
    const meeting = await meetingInSession(db, actor, input.meetingId);
    const item = await itemOfMeeting(db, meeting, input.agendaItemId);
    if (meeting.currentItemId === item.id) return false;
    if ((meeting.currentItemId ?? "") !== input.from) throw await staleChoice(db, meeting);
    await refuseWhileVoting(db, meeting.id);
    const answersLeft = await leaveStraw(house, db, actor, meeting.id, "item");
    const before = meeting.currentItemId ? await agendaItemById(db, meeting.currentItemId) : undefined;
    if (before) await leaveItem(db, before, house.clock());
    await callItem(house, db, actor, item);
    await saveMeeting(db, meeting.id, { currentItemId: item.id });
    const data = { meeting: meeting.code, item: item.position, title: item.title };
    await record(house, db, actor, "choose-agenda-item", item.id, data);
    return answersLeft;
  });
  if (answersLeft) await house.db.scrub();
  house.publish(input.meetingId, "everyone");
}

async function staleChoice(db: Handle, meeting: Meeting): Promise<DomainError> {
  const current = meeting.currentItemId ? await agendaItemById(db, meeting.currentItemId) : undefined;
  const { id, position, title } = current ?? {};
  return new DomainError("stale", { current: { id, position, title } });
}

/** While a poll runs the room looks at its question; the screen and the record must not part from it. */
async function refuseWhileVoting(db: Handle, meetingId: string): Promise<void> {
  if ((await pollsOf(db, meetingId)).some((poll) => poll.state === "open")) {
    throw new DomainError("poll-open", [{ field: "meeting", message: text.refusals.pollOpen }]);
  }
}
