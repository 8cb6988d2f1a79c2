import { stepPoll } from "#app/domain/poll/machine.ts";
import { pollCounts, tally } from "#app/domain/poll/tally.ts";
import { evaluateRule } from "#app/domain/rule/evaluate.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import type { PollResult } from "#db/schema/index.ts";
import { touchMeeting } from "#db/stores/meeting.ts";
import { ownPoll } from "#db/stores/own.ts";
import { ballotsOf, countClaims, type Poll, savePoll } from "#db/stores/poll.ts";
import { countAttendance } from "#db/stores/roll.ts";
import { record } from "./record.ts";

/**
 * Ends an open poll and counts it. It takes its turn in the write queue like every ballot: what was acknowledged before
 * is in the count, what comes after is refused. Throws not-found, wrong-state.
 */
export async function closePoll(house: House, actor: Actor, pollId: string): Promise<PollResult> {
  const { result, meetingId } = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    const state = stepPoll(poll.state, { type: "close" });
    const counted = await countPoll(db, poll);
    await savePoll(db, pollId, { state, closedAt: house.clock(), result: counted });
    await touchMeeting(db, meeting.id);
    const { steps: _steps, ...figures } = counted;
    await record(house, db, actor, "close-poll", pollId, { question: poll.question, mode: poll.mode, ...figures });
    return { result: counted, meetingId: meeting.id };
  });
  await house.db.scrub();
  house.publish(meetingId, "everyone");
  return result;
}

/** Counts the box against the roll as it is now. Present but not voting stay in `present`. */
async function countPoll(db: Handle, poll: Poll): Promise<PollResult> {
  const { due, present } = await countAttendance(db, poll.meetingId);
  const figures = tally(
    poll.options,
    (await ballotsOf(db, poll.id)).map((ballot) => ballot.choice),
  );
  const cast = await countClaims(db, poll.id);
  const verdict = evaluateRule(requireRule(poll.ruleId), pollCounts({ due, present, total: due }, figures));
  return { ...figures, due, present, cast, rule: poll.ruleId, ...verdict };
}
