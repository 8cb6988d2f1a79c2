import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import type { Actor, House } from "#app/house.ts";
import { pollText as text } from "#app/text/poll.ts";
import { tellerEntries } from "#db/stores/count.ts";
import { type Meeting, saveMeeting, touchMeeting } from "#db/stores/meeting.ts";
import { ownMeeting, ownPoll } from "#db/stores/own.ts";
import { type Poll, savePoll } from "#db/stores/poll.ts";
import { record } from "./record.ts";

export const revealField = z.coerce.number().pipe(z.union([z.literal(0), z.literal(1), z.literal(2)]));

/** What the room is shown of a closed poll: 0 nothing, 1 the figures, 2 the verdict. Throws wrong-state while it is open. */
export async function revealPoll(house: House, actor: Actor, pollId: string, reveal: 0 | 1 | 2): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    if (poll.state === "voided") throw new DomainError("poll-voided");
    if (poll.state !== "closed") throw new DomainError("poll-open");
    if (poll.reveal !== reveal) {
      await savePoll(db, pollId, { reveal });
      await touchMeeting(db, meeting.id);
      await record(house, db, actor, "reveal-poll", pollId, { reveal });
    }
    return meeting.id;
  });
  house.publish(meetingId, "everyone");
}

export const phoneRevealField = z.union([z.literal("follow").transform(() => null), revealField]);

/** What the phones are told of a closed poll, apart from the screen; null: what the screen shows. Throws poll-open, poll-voided, not-found. */
export async function revealOnPhones(
  house: House,
  actor: Actor,
  pollId: string,
  phoneReveal: 0 | 1 | 2 | null,
): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    if (poll.state === "voided") throw new DomainError("poll-voided");
    if (poll.state !== "closed") throw new DomainError("poll-open");
    if (poll.phoneReveal !== phoneReveal) {
      await savePoll(db, pollId, { phoneReveal });
      await touchMeeting(db, meeting.id);
      await record(house, db, actor, "reveal-poll-on-phones", pollId, { reveal: phoneReveal ?? "follow" });
    }
    return meeting.id;
  });
  house.publish(meetingId, "everyone");
}

/** Gives an open poll `minutes` more, counted from its end or from now, whichever is later; answers the new end. Throws poll-closed, wrong-state while hands are counted. */
export async function extendPoll(house: House, actor: Actor, pollId: string, minutes: number): Promise<Date> {
  const { meetingId, endsAt } = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    if (poll.state !== "open") throw new DomainError("poll-closed");
    if (takesPhones(poll) && (await tellerEntries(db, poll.id)).has("hands")) {
      throw new DomainError("wrong-state", [{ field: "minutes", message: text.counts.handsCounting }]);
    }
    const from = Math.max(house.clock().getTime(), poll.endsAt?.getTime() ?? 0);
    const endsAt = new Date(from + minutes * 60_000);
    await savePoll(db, pollId, { endsAt });
    await touchMeeting(db, meeting.id);
    await record(house, db, actor, "extend-poll", pollId, { minutes, endsAt });
    return { meetingId: meeting.id, endsAt };
  });
  house.publish(meetingId, "everyone");
  return endsAt;
}

/** The end of voting by phone, now: a ballot that comes in this very moment is late. An end that has passed stays. */
export function stoppedAt(poll: Pick<Poll, "endsAt">, now: Date): Date {
  return poll.endsAt !== null && poll.endsAt < now ? poll.endsAt : new Date(now.getTime() - 1);
}

/** Ends voting by phone before the hands are counted; the poll stays open for the count. Throws poll-closed, wrong-state without a hand count. */
export async function stopPhones(house: House, actor: Actor, pollId: string): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    if (poll.state !== "open") throw new DomainError("poll-closed");
    if (!poll.alsoHands) throw new DomainError("wrong-state");
    const endsAt = stoppedAt(poll, house.clock());
    await savePoll(db, pollId, { endsAt });
    await touchMeeting(db, meeting.id);
    await record(house, db, actor, "stop-phones", pollId, { question: poll.question, endsAt });
    return meeting.id;
  });
  house.publish(meetingId, "everyone");
}

/** Switches the screen between the meeting, a large QR code and black. Not an act of the meeting: no journal entry. */
export async function setScreenMode(
  house: House,
  actor: Actor,
  meetingId: string,
  screenMode: Meeting["screenMode"],
): Promise<void> {
  await house.db.write(async (db) => {
    await ownMeeting(db, actor, meetingId);
    await saveMeeting(db, meetingId, { screenMode });
  });
  house.publish(meetingId, "room");
}
