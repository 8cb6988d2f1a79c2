import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import type { House, Voter } from "#app/house.ts";
import { mayCastFor } from "./represent.ts";
import { type CastStatus, takeBallot } from "./take-ballot.ts";

export type { CastStatus } from "./take-ballot.ts";

const optionId = z.string().max(100);

/** A choice as it comes from outside: one option, several, or an answer for each item. Whether the poll offers it is decided when it is taken. */
export const choiceField = z.union([optionId, z.array(optionId).max(40), z.record(optionId, optionId)]);

export const personField = optionId;

/**
 * Takes one ballot from a voter's own device: their own, or with `forId` that of somebody who authorised them 委托. The answer comes after the durable commit. Sending again is safe: one voter, one ballot; in a
 * named poll a different choice changes the ballot until closing. Ballots are not journalled one by one: the order of voting
 * must stay unrecoverable; opening and closing are, with roll digest and figures.
 */
export async function castBallot(
  house: House,
  voter: Voter,
  { pollId, choice, forId }: { pollId: string; choice: unknown; forId?: string | undefined },
): Promise<{ status: CastStatus }> {
  const { meetingId } = voter;
  const ballot = { meetingId, personId: forId ?? voter.personId, pollId, choice };
  try {
    const status = await house.db.write((db) =>
      takeBallot(house, db, ballot, (facts) =>
        // A device that staff took the person from may still be on the line, with its ballot already on the way.
        forId === undefined ? facts.keyId === voter.keyId : mayCastFor(db, voter, pollId, forId),
      ),
    );
    if (status === "recorded") house.publish(meetingId, "turnout");
    return { status };
  } catch (error) {
    if (error instanceof DomainError && error.word === "busy") return { status: "busy" };
    throw error;
  }
}
