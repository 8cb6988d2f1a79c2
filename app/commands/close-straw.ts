import { DomainError } from "#app/domain/errors.ts";
import { discardRefusal } from "#app/domain/straw/refusals.ts";
import type { StrawEnding } from "#app/domain/straw/straw.ts";
import { strawTally } from "#app/domain/straw/tally.ts";
import type { Actor, House } from "#app/house.ts";
import { strawText as text } from "#app/text/straw.ts";
import type { Handle } from "#db/connect.ts";
import { touchMeeting } from "#db/stores/meeting.ts";
import { ownStraw } from "#db/stores/own.ts";
import {
  answersOf,
  countAnswers,
  countAsked,
  deleteAnswers,
  deleteStraw,
  type StrawPoll,
  saveStraw,
  strawsOf,
} from "#db/stores/straw.ts";
import { record } from "./record.ts";

/**
 * Ends a mood check: the sums are kept and shown, who tapped what is deleted in the same transaction and wiped from the file. It takes its turn in
 * the write queue like every answer: what was acknowledged before is in the sums. Throws not-found, wrong-state.
 */
export async function closeStraw(house: House, actor: Actor, strawId: string): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const { straw } = await ownStraw(db, actor, strawId);
    if (straw.state !== "open") refuse(text.refusals.closed);
    await end(house, db, actor, straw, "");
    await touchMeeting(db, straw.meetingId);
    return straw.meetingId;
  });
  await house.db.scrub();
  house.publish(meetingId, "everyone");
}

/** Takes back one that nobody has answered, as if it had not been asked; the journal keeps that it was. Throws not-found, wrong-state. */
export async function discardStraw(house: House, actor: Actor, strawId: string): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const { straw } = await ownStraw(db, actor, strawId);
    const refusal = discardRefusal({ state: straw.state, answered: await countAnswers(db, strawId) });
    if (refusal) refuse(text.refusals.discard[refusal]);
    await deleteStraw(db, strawId);
    await touchMeeting(db, straw.meetingId);
    await record(house, db, actor, "discard-straw", strawId, { question: straw.question, note: text.mark });
    return straw.meetingId;
  });
  house.publish(meetingId, "everyone");
}

/** The room turns from a closed mood check back to what it was at. Not an act of the meeting: no journal entry. Throws not-found, wrong-state. */
export async function putStrawAway(house: House, actor: Actor, strawId: string): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const { straw } = await ownStraw(db, actor, strawId);
    if (straw.state === "open") refuse(text.refusals.stillOpen);
    if (!straw.putAway) {
      await saveStraw(db, strawId, { putAway: true });
      await touchMeeting(db, straw.meetingId);
    }
    return straw.meetingId;
  });
  house.publish(meetingId, "everyone");
}

/**
 * Before a formal act (a vote opens, the room turns to another item, the meeting ends): a mood check never stands in its way. One that runs is
 * ended with the sums as they are, one that is shown is put away. True when answers were deleted: the caller then wipes the file (`db.scrub`).
 */
export async function leaveStraw(
  house: House,
  db: Handle,
  actor: { communityId: string; name: string },
  meetingId: string,
  ending: Exclude<StrawEnding, "">,
): Promise<boolean> {
  const looked = (await strawsOf(db, meetingId)).filter((straw) => !straw.putAway);
  for (const straw of looked) {
    if (straw.state === "open") await end(house, db, actor, straw, ending);
    else await saveStraw(db, straw.id, { putAway: true });
  }
  return looked.some((straw) => straw.state === "open");
}

async function end(
  house: House,
  db: Handle,
  actor: { communityId: string; name: string },
  straw: StrawPoll,
  endedFor: StrawEnding,
): Promise<void> {
  const tally = strawTally(straw.options, [...(await answersOf(db, straw.id)).values()]);
  const present = await countAsked(db, straw);
  await deleteAnswers(db, straw.id);
  const ended = { state: "closed", closedAt: house.clock(), endedFor, putAway: endedFor !== "" } as const;
  await saveStraw(db, straw.id, { ...ended, ...tally, present });
  const { question, options } = straw;
  const { answered, counts } = tally;
  const sums = counts && Object.fromEntries(options.map(({ id, label }) => [label, counts[id] ?? 0]));
  const why = text.endedFor[endedFor];
  const told = { question, present, answered, ...(sums ? { sums } : { few: text.few }), ...(why ? { why } : {}) };
  await record(house, db, actor, "close-straw", straw.id, { ...told, note: text.mark });
}

function refuse(message: string): never {
  throw new DomainError("wrong-state", [{ field: "straw", message }]);
}
