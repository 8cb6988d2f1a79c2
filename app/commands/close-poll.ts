import { DomainError } from "#app/domain/errors.ts";
import { type CountMethod, takesPhones } from "#app/domain/poll/count.ts";
import { stepPoll } from "#app/domain/poll/machine.ts";
import { judgePoll } from "#app/domain/poll/outcome.ts";
import { resultParts } from "#app/domain/poll/parts.ts";
import { stepsDigest } from "#app/domain/poll/steps-digest.ts";
import { areaFigures, areasIn, castIn, countBox, headsIn, sumOf } from "#app/domain/poll/tally.ts";
import { laidOver } from "#app/domain/rule/overlays.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { Doer, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import type { PollResult } from "#db/schema/index.ts";
import { boxDigest } from "#db/stores/box.ts";
import { touchMeeting } from "#db/stores/meeting.ts";
import { ownPoll } from "#db/stores/own.ts";
import { ballotsOf, type Poll, savePoll } from "#db/stores/poll.ts";
import { agreedCounts, type Counting, closingGaps, countingOf, rollFigures } from "./counting.ts";
import { uncheckedPapers } from "./owners-notice.ts";
import { record } from "./record.ts";

/**
 * Ends an open poll and counts it, the tellers' agreed counts with the box. It takes its turn in the write queue like every ballot: what was
 * acknowledged before is in the count, what comes after is refused. `ready` is asked in the same transaction, for whoever decided before it.
 * Throws not-found, wrong-state, gate-not-met with what the counts lack.
 */
export async function closePoll(
  house: House,
  actor: Doer,
  pollId: string,
  ready: (poll: Poll) => boolean = () => true,
): Promise<PollResult> {
  const { result, meetingId } = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    const state = stepPoll(poll.state, { type: "close" });
    if (!ready(poll)) throw new DomainError("wrong-state");
    const counting = await countingOf(db, poll);
    const gaps = [...closingGaps(poll, counting), ...(await uncheckedPapers(db, poll.id))];
    if (gaps.length > 0) throw new DomainError("gate-not-met", gaps);
    const counted = await countPoll(db, poll, counting);
    await savePoll(db, pollId, { state, closedAt: house.clock(), result: counted });
    await touchMeeting(db, meeting.id);
    const box = await boxDigest(db, poll);
    const told = { question: poll.question, mode: poll.mode, ...journalled(counted), ...tellersOf(counting), box };
    await record(house, db, actor, "close-poll", pollId, told);
    return { result: counted, meetingId: meeting.id };
  });
  await house.db.scrub();
  house.publish(meetingId, "everyone");
  return result;
}

/** Counts the box and adds what the tellers agreed on, against the roll as it is now. Present but not voting stay in `present`. */
async function countPoll(db: Handle, poll: Poll, counting: Counting): Promise<PollResult> {
  const rows = await ballotsOf(db, poll.id);
  const box = countBox(poll, headsIn(rows));
  const counts = agreedCounts(poll, counting);
  const votes = sumOf([box, ...counts.map(({ count }) => count)]);
  const parts = resultParts(poll.mode, takesPhones(poll) ? box : null, counts);
  const rules = laidOver(requireRule(poll.ruleId), poll.overlays);
  const areas = rules.some(({ measures }) => measures.includes("area")) ? countBox(poll, areasIn(rows)) : undefined;
  const roll = await rollFigures(db, poll, castIn(votes), areas !== undefined);
  const { form, options } = poll;
  const outcome = judgePoll({ form, options, rules, roll, votes, areas });
  const { for: yes, against, abstain, invalid } = votes;
  return {
    ...{
      for: yes,
      against,
      abstain,
      invalid,
      due: roll.due,
      present: roll.present,
      cast: castIn(votes),
      rule: poll.ruleId,
    },
    ...(areas && { area: areaFigures(roll.area ?? 0, areas) }),
    ...outcome,
    ...(parts.length > 0 && { parts }),
  };
}

/** The figures; of the steps a digest: the minutes print them word by word, and the journal must notice other words. */
function journalled({ steps, items, ...figures }: PollResult) {
  const told = items?.map(({ steps: _steps, ...item }) => item);
  return { ...figures, ...(told && { items: told }), steps: stepsDigest(steps) };
}

/** Who counted, for the journal; nothing in a poll without a count. */
function tellersOf({ entries }: Counting): { tellers?: Partial<Record<CountMethod, string[]>> } {
  if (entries.size === 0) return {};
  return {
    tellers: Object.fromEntries([...entries].map(([method, of]) => [method, of.map(({ teller }) => teller)])),
  };
}
