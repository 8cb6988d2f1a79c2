import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { readBallot } from "#app/domain/poll/form.ts";
import type { Actor, House } from "#app/house.ts";
import { ownersVoteText as text } from "#app/text/owners-vote.ts";
import type { Handle } from "#db/connect.ts";
import { ownPoll } from "#db/stores/own.ts";
import { deletePaperEntry, insertPaperEntry, type PaperEntry, paperEntryOf } from "#db/stores/owners.ts";
import { hasClaim, type Poll } from "#db/stores/poll.ts";
import { type Attendee, attendeeOf } from "#db/stores/roll.ts";
import { plainField } from "./fields.ts";
import { record } from "./record.ts";
import { takeBallot } from "./take-ballot.ts";

export const paperInput = z.object({
  pollId: z.string(),
  personId: z.string().max(100),
  /** Who reads the paper out and types: the second must be somebody else. */
  enteredBy: plainField(text.paper.enteredBy, 20),
  choice: z.union([z.string().max(100), z.record(z.string().max(100), z.string().max(100))]),
});

/** `entered`: waits for its second entry; `recorded`: both were the same; `differs`: neither counts; `voted`: the owner voted by phone meanwhile. */
export type PaperStatus = "entered" | "recorded" | "differs" | "voted";

/**
 * Enters an owner's signed paper 纸票. Two people enter it, one after the other; when both are the same it is the owner's ballot, which no
 * phone changes, and no other is taken. Acts are journalled with the owner's name and never with the choice. Throws poll-closed, not-entitled,
 * invalid-value (answers left out, the same person twice, voted already), not-found.
 */
export async function enterPaper(house: House, actor: Actor, input: z.output<typeof paperInput>): Promise<PaperStatus> {
  const { status, meetingId } = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, input.pollId);
    if (poll.state !== "open") throw new DomainError("poll-closed");
    if (poll.mode !== "named" || !poll.remote) throw new DomainError("wrong-state");
    const owner = await attendeeOf(db, meeting.id, input.personId);
    if (!owner?.votingRight) throw new DomainError("not-entitled");
    const lines = readBallot(poll, input.choice);
    if (!lines) throw refusal("choice", text.paper.incomplete);
    const choice = JSON.stringify(lines);
    const { enteredBy } = input;
    const first = await paperEntryOf(db, poll.id, owner.personId);
    const status = first
      ? await second(house, db, actor, { poll, owner, first, enteredBy, choice, sent: input.choice })
      : await enterFirst(house, db, actor, { poll, owner, enteredBy, choice });
    return { status, meetingId: meeting.id };
  });
  // The owner's phone, if it is on the line, may not vote any more.
  if (status === "recorded") house.publish(meetingId, "papers");
  return status;
}

type Entered = { poll: Poll; owner: Attendee; enteredBy: string; choice: string };

async function enterFirst(house: House, db: Handle, actor: Actor, entered: Entered): Promise<"entered"> {
  const { poll, owner } = entered;
  if (hasEnded(house, poll)) throw new DomainError("poll-closed");
  if (await hasClaim(db, poll.id, owner.personId)) throw refusal("choice", text.paper.voted(owner.name));
  await keepFirst(house, db, actor, entered);
  return "entered";
}

async function keepFirst(house: House, db: Handle, actor: Actor, entered: Entered): Promise<void> {
  const { poll, owner, enteredBy, choice } = entered;
  await insertPaperEntry(db, { pollId: poll.id, personId: owner.personId, choice, enteredBy });
  await told(house, db, actor, "enter-paper-ballot", entered, { by: [enteredBy] });
}

const hasEnded = (house: House, { endsAt }: Poll) => endsAt !== null && endsAt < house.clock();

async function second(
  house: House,
  db: Handle,
  actor: Actor,
  entered: Entered & { first: PaperEntry; sent: unknown },
): Promise<PaperStatus> {
  const { poll, owner, first, enteredBy, choice, sent } = entered;
  if (first.enteredBy === enteredBy) throw refusal("enteredBy", text.paper.sameClerk(enteredBy));
  const by = [first.enteredBy, enteredBy];
  await deletePaperEntry(db, poll.id, owner.personId);
  if (await hasClaim(db, poll.id, owner.personId)) {
    await told(house, db, actor, "strike-paper-ballot", entered, { by, why: text.paper.votedMeanwhile });
    return "voted";
  }
  if (first.choice !== choice) {
    await told(house, db, actor, "strike-paper-ballot", entered, { by, why: text.paper.differ });
    // Nobody may begin anew after the end, and the paper was there before it: the later entry waits for another look.
    if (hasEnded(house, poll)) await keepFirst(house, db, actor, entered);
    return "differs";
  }
  const ballot = { meetingId: poll.meetingId, personId: owner.personId, pollId: poll.id, choice: sent };
  // The paper was there before the end, when it was first entered: the check may come after.
  const status = await takeBallot(house, db, { ...ballot, late: true }, () => true);
  if (status !== "recorded") throw new DomainError("busy");
  await insertPaperEntry(db, { ...first, checkedBy: enteredBy });
  await told(house, db, actor, "check-paper-ballot", entered, { by });
  return "recorded";
}

/** Takes a first entry back that nobody has checked. Throws not-found. */
export async function strikePaper(house: House, actor: Actor, input: { pollId: string; personId: string }) {
  await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, input.pollId);
    const first = await paperEntryOf(db, poll.id, input.personId);
    const owner = await attendeeOf(db, meeting.id, input.personId);
    if (!first || !owner) throw new DomainError("not-found");
    await deletePaperEntry(db, poll.id, owner.personId);
    const entered = { poll, owner, enteredBy: first.enteredBy, choice: first.choice };
    await told(house, db, actor, "strike-paper-ballot", entered, { by: [first.enteredBy], why: text.paper.taken });
  });
}

/** The owner and who entered, never what. */
function told(house: House, db: Handle, actor: Actor, act: string, { poll, owner }: Entered, data: object) {
  const { name, unit } = owner;
  return record(house, db, actor, act, poll.id, { name, unit, question: poll.question, ...data });
}

const refusal = (field: string, message: string) => new DomainError("invalid-value", [{ field, message }]);
