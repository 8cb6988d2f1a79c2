import { z } from "zod";
import { stepPoll } from "#app/domain/poll/machine.ts";
import { toldEntries } from "#app/domain/poll/parts.ts";
import type { Actor, House } from "#app/house.ts";
import { pollText as text } from "#app/text/poll.ts";
import type { Handle } from "#db/connect.ts";
import { tellerEntries } from "#db/stores/count.ts";
import { touchMeeting } from "#db/stores/meeting.ts";
import { ownPoll } from "#db/stores/own.ts";
import { countClaims, type Poll, savePoll } from "#db/stores/poll.ts";
import { plainField } from "./fields.ts";
import { record } from "./record.ts";

export const voidInput = z.object({ pollId: z.string(), reason: plainField(text.voidReason, 200) });
export type VoidInput = z.infer<typeof voidInput>;

/**
 * Ends an open poll that went wrong without a result: shown as 作废 with its reason, never as a result. Throws not-found, wrong-state
 * (a closed poll keeps its result: nobody may void what they do not like).
 */
export async function voidPoll(house: House, actor: Actor, { pollId, reason }: VoidInput): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const { poll } = await ownPoll(db, actor, pollId);
    await voidNow(house, db, actor, poll, reason);
    return poll.meetingId;
  });
  await house.db.scrub();
  house.publish(meetingId, "everyone");
}

/** The same inside a transaction. What the tellers had entered goes into the journal, as far as it may be told: nothing that was counted is lost from sight. */
export async function voidNow(house: House, db: Handle, actor: Actor, poll: Poll, reason: string): Promise<void> {
  const state = stepPoll(poll.state, { type: "void" });
  await savePoll(db, poll.id, { state, voidReason: reason, closedAt: house.clock() });
  await touchMeeting(db, poll.meetingId);
  const entered = await tellerEntries(db, poll.id);
  const counts = Object.fromEntries([...entered].map(([method, of]) => [method, toldEntries(poll.mode, of)]));
  const spent = await countClaims(db, poll.id);
  await record(house, db, actor, "void-poll", poll.id, {
    question: poll.question,
    mode: poll.mode,
    reason,
    spent,
    counts,
  });
}
