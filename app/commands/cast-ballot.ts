import { DomainError } from "#app/domain/errors.ts";
import { castRefusal } from "#app/domain/poll/tally.ts";
import type { House, Voter } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { castingFacts, changeNamedBallot, putBallot, takeClaim } from "#db/stores/cast.ts";

export type CastStatus = "recorded" | "already-recorded" | "poll-closed" | "not-entitled" | "invalid-choice" | "busy";

/**
 * Takes one ballot. The answer comes after the durable commit. Sending again is safe: one voter, one ballot; in a named
 * poll a different choice changes the ballot until closing. Ballots are not journalled one by one: the order of voting
 * must stay unrecoverable; opening and closing are, with roll digest and figures.
 */
export async function castBallot(
  house: House,
  voter: Voter,
  { pollId, choice }: { pollId: string; choice: string },
): Promise<{ status: CastStatus }> {
  const id = house.newId();
  try {
    const status = await house.db.write((db) => take(house, db, voter, pollId, choice, id));
    if (status === "recorded") house.publish(voter.meetingId, "turnout");
    return { status };
  } catch (error) {
    if (error instanceof DomainError && error.word === "busy") return { status: "busy" };
    throw error;
  }
}

async function take(
  house: House,
  db: Handle,
  voter: Voter,
  pollId: string,
  choice: string,
  id: string,
): Promise<CastStatus> {
  const facts = await castingFacts(db, pollId, voter.personId, voter.meetingId);
  if (!facts) return "not-entitled";
  // The end alone would not do: a clock set back would let those vote whose hands are being counted.
  const over = facts.handsCounting || (facts.endsAt !== null && facts.endsAt < house.clock());
  // A device that staff took the person from may still be on the line, with its ballot already on the way.
  const entitled = facts.entitled && facts.keyId === voter.keyId;
  const refusal = over ? "poll-closed" : castRefusal(facts, entitled, choice);
  if (refusal) return refusal;
  const named = facts.mode === "named";
  if (await takeClaim(db, pollId, voter.personId)) {
    await putBallot(db, { pollId, id, choice, owner: named ? voter.personId : null });
    return "recorded";
  }
  if (named) await changeNamedBallot(db, pollId, voter.personId, choice);
  return "already-recorded";
}
