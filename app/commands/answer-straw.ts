import { DomainError } from "#app/domain/errors.ts";
import { type AnswerRefusal, answerRefusal } from "#app/domain/straw/refusals.ts";
import type { House, Voter } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { attendeeOf } from "#db/stores/roll.ts";
import { putAnswer, strawById } from "#db/stores/straw.ts";

export type StrawStatus = "answered" | AnswerRefusal | "busy";
type Taken = { status: Exclude<StrawStatus, "busy">; first: boolean };

/**
 * Takes one person's answer to a mood check, in place of an earlier one. Not journalled, and deleted at closing. A first answer is told to desks
 * and screens as one more; a changed one to nobody; phones hear of neither.
 */
export async function answerStraw(
  house: House,
  voter: Voter,
  { strawId, choice }: { strawId: string; choice: string },
): Promise<{ status: StrawStatus }> {
  try {
    const { status, first } = await house.db.write((db) => take(db, voter, strawId, choice));
    if (first) house.publish(voter.meetingId, "turnout");
    return { status };
  } catch (error) {
    if (error instanceof DomainError && error.word === "busy") return { status: "busy" };
    throw error;
  }
}

async function take(db: Handle, voter: Voter, strawId: string, choice: string): Promise<Taken> {
  const straw = await strawById(db, strawId);
  if (straw?.meetingId !== voter.meetingId) return { status: "not-entitled", first: false };
  const line = await attendeeOf(db, straw.meetingId, voter.personId);
  // A device that staff took the person from may still be on the line.
  const present = line !== undefined && line.presentAt !== null && line.keyId === voter.keyId;
  const { state, options, guests } = straw;
  const refusal = answerRefusal({ state, options, guests, present, votingRight: line?.votingRight === true }, choice);
  if (refusal) return { status: refusal, first: false };
  return { status: "answered", first: await putAnswer(db, { strawPollId: strawId, personId: voter.personId, choice }) };
}
