import type { ErrorWord } from "#app/domain/errors.ts";
import { readBallot } from "#app/domain/poll/form.ts";
import { castRefusal } from "#app/domain/poll/tally.ts";
import type { House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { type CastingFacts, castingFacts, changeNamedBallot, putBallot, takeClaim } from "#db/stores/cast.ts";
import { hasPaper } from "#db/stores/count.ts";

export type CastStatus =
  | "recorded"
  | "already-recorded"
  | Extract<ErrorWord, "poll-closed" | "not-entitled" | "invalid-choice" | "busy">;

export type BallotOf = {
  meetingId: string;
  personId: string;
  pollId: string;
  choice: unknown;
  /** A signed paper that was there before the end, and is only checked now. */
  late?: true;
};

/**
 * One person's ballot, inside a transaction, whoever carries it to the box: their own phone, a proxy's, a helper's tablet. `mayCarry` decides
 * whether this bearer may. One person, one ballot; in a named poll a different choice changes it until closing, unless it was signed on paper.
 */
export async function takeBallot(
  house: House,
  db: Handle,
  { meetingId, personId, pollId, choice, late }: BallotOf,
  mayCarry: (facts: CastingFacts) => boolean | Promise<boolean>,
): Promise<CastStatus> {
  const facts = await castingFacts(db, pollId, personId, meetingId);
  if (!facts) return "not-entitled";
  // The end alone would not do: a clock set back would let those vote whose hands are being counted.
  const over = facts.handsCounting || (!late && facts.endsAt !== null && facts.endsAt < house.clock());
  const refusal = over ? "poll-closed" : castRefusal(facts, facts.entitled && (await mayCarry(facts)));
  if (refusal) return refusal;
  const lines = readBallot(facts, choice);
  if (!lines) return "invalid-choice";
  const named = facts.mode === "named";
  if (await takeClaim(db, pollId, personId)) {
    const owner = named ? personId : null;
    for (const line of lines) await putBallot(db, { pollId, id: house.newId(), ...line, owner });
    return "recorded";
  }
  // What was signed on paper is not changed by whoever holds a phone.
  if (named && !(await hasPaper(db, pollId, personId)))
    for (const line of lines) await changeNamedBallot(db, pollId, personId, line);
  return "already-recorded";
}
