import { z } from "zod";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { stepMeeting } from "#app/domain/meeting/machine.ts";
import type { Actor, House } from "#app/house.ts";
import { roomText as text, unreportedWords } from "#app/text/room.ts";
import type { Handle } from "#db/connect.ts";
import { type AgendaItem, agendaItemById, agendaOf, type Meeting, saveMeeting } from "#db/stores/meeting.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { pollsOf } from "#db/stores/poll.ts";
import { reportsBackFirst, unreportedPromises } from "#db/stores/report.ts";
import { countAttendance } from "#db/stores/roll.ts";
import { speechesOf } from "#db/stores/speech.ts";
import { leaveItem } from "./call-item.ts";
import { leaveStraw } from "./close-straw.ts";
import { concludeItem } from "./conclude-item.ts";
import { record } from "./record.ts";

const closeMeetingInput = z.object({
  meetingId: z.string(),
  /** The items without outcome that the person saw and confirmed to put off; "all" for programs, which ask in so many words. */
  pending: z.union([z.literal("all"), z.array(z.string())]),
});
export type CloseMeeting = z.infer<typeof closeMeetingInput>;

/**
 * Ends a meeting: items without outcome go to the next one, the clock stops, the record is sealed.
 * Throws gate-not-met where the method asks that promises are reported first and some are not, poll-open while a poll runs, stale {pending} when other items lack their outcome than were confirmed, wrong-state, not-found.
 */
export async function closeMeeting(house: House, actor: Actor, input: CloseMeeting): Promise<void> {
  const answersLeft = await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, input.meetingId);
    const state = await nextState(db, meeting);
    await requireReported(db, meeting);
    const pending = (await agendaOf(db, meeting.id)).filter(isPending);
    requireConfirmed(pending, input.pending);
    const answersLeft = await leaveStraw(house, db, actor, meeting.id, "meeting");
    const current = meeting.currentItemId ? await agendaItemById(db, meeting.currentItemId) : undefined;
    if (current) await leaveItem(db, current, house.clock());
    for (const { id } of pending) await putOff(house, db, actor, id);
    const closing = { state, closedAt: house.clock(), currentItemId: null, screenMode: "meeting" } as const;
    await saveMeeting(db, meeting.id, closing);
    await record(house, db, actor, "close-meeting", meeting.id, await sealOf(db, meeting, pending));
    return answersLeft;
  });
  if (answersLeft) await house.db.scrub();
  house.publish(input.meetingId, "everyone");
}

/** Issues on the agenda whose outcome is not decided. */
const isPending = (item: Pick<AgendaItem, "kind" | "outcome">) => item.kind === "issue" && item.outcome === null;

async function nextState(db: Handle, meeting: Meeting): Promise<Meeting["state"]> {
  const openPolls = (await pollsOf(db, meeting.id)).filter((poll) => poll.state === "open").length;
  if (meeting.state === "open" && openPolls > 0) {
    throw new DomainError("poll-open", [{ field: "meeting", message: text.refusals.pollOpen }]);
  }
  return stepMeeting(meeting.state, { type: "close", openPolls });
}

/** The report back itself is called by the opening; what may lack is word of a promise that is still open. */
async function requireReported(db: Handle, meeting: Meeting): Promise<void> {
  if (!(await reportsBackFirst(db, meeting))) return;
  const silent = await unreportedPromises(db, meeting);
  if (silent.length > 0)
    throw new DomainError("gate-not-met", [{ field: "meeting", message: unreportedWords(silent) }]);
}

function requireConfirmed(pending: AgendaItem[], confirmed: CloseMeeting["pending"]): void {
  if (confirmed === "all") return;
  const seen = new Set(confirmed);
  const same = seen.size === pending.length && pending.every((item) => seen.has(item.id));
  if (!same) {
    const now = pending.map(({ id, position, title }) => ({ id, position, title }));
    throw new DomainError("stale", { pending: now });
  }
}

async function putOff(house: House, db: Handle, actor: Actor, itemId: string): Promise<void> {
  const item = await agendaItemById(db, itemId);
  if (!item) return;
  const reason = text.closing.notReached;
  const said = { outcome: "next-time", conclusion: "", reason, differences: "", facts: {} } as const;
  await concludeItem({ house, db, actor }, item, said);
}

/** What the meeting was when it ended: outcomes by item, attendance, and a digest of every line of the record. */
async function sealOf(db: Handle, meeting: Meeting, putOffItems: AgendaItem[]): Promise<Record<string, unknown>> {
  const lines = await speechesOf(db, meeting.id);
  const outcomes = (await agendaOf(db, meeting.id)).map(({ position, outcome }) => `${position}:${outcome ?? "-"}`);
  const words = lines.map((line) => `${line.id}|${line.speaker}|${line.body}`).join("\n");
  return {
    meeting: meeting.code,
    ...(await countAttendance(db, meeting.id)),
    outcomes,
    putOff: putOffItems.map((item) => item.position),
    lines: lines.length,
    record: digest(words),
  };
}
