import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { LEANINGS } from "#app/domain/meeting/simulated-phones.ts";
import type { Actor, House, TrialRun } from "#app/house.ts";
import { trialRunText as text } from "#app/text/trial-run.ts";
import { ownMeeting } from "#db/stores/own.ts";

/**
 * Begins a rehearsal of a meeting that has not begun, or finds the one that is running; its code. Nothing of it is recorded, the beginning
 * neither. Throws not-found, wrong-state, too-many.
 */
export async function startTrialRun(house: House, actor: Actor, meetingId: string): Promise<{ code: string }> {
  if (house.trialRun) throw refused(text.already);
  if (!house.trialRuns) throw refused(text.notHere);
  const meeting = await house.db.read((db) => ownMeeting(db, actor, meetingId));
  if (meeting.state !== "planned") throw refused(text.plannedOnly);
  const { code } = await house.trialRuns.start(meeting);
  return { code };
}

/** Ends the rehearsal whose house this is; the code of the real meeting. Throws not-found where this is none, or another community's. */
export async function endTrialRun(house: House, actor: Actor): Promise<{ realCode: string }> {
  const run = await ownTrialRun(house, actor);
  await run.end();
  return { realCode: run.realCode };
}

/** At most as many as any roll has lines. */
const MOST_PHONES = 5000;
const countRule = text.phones.countRule(MOST_PHONES);
export const arrivalInput = z.object({
  count: z.coerce.number(countRule).int(countRule).min(1, countRule).max(MOST_PHONES, countRule),
});
export const leaningInput = z.object({ leaning: z.enum(LEANINGS) });

/** Lets so many simulated phones check in. Throws not-found. */
export async function letPhonesArrive(house: House, actor: Actor, count: number): Promise<void> {
  await (await ownTrialRun(house, actor)).phones.arrive(count);
}

/** Lets the simulated phones vote in the open poll. Throws not-found, wrong-state. */
export async function letPhonesVote(
  house: House,
  actor: Actor,
  { leaning }: z.infer<typeof leaningInput>,
): Promise<void> {
  await (await ownTrialRun(house, actor)).phones.vote(leaning);
}

/** Lets the simulated phones do nothing more of what they were about to do. Throws not-found. */
export async function stopPhonesOfTrial(house: House, actor: Actor): Promise<void> {
  (await ownTrialRun(house, actor)).phones.stop();
}

async function ownTrialRun(house: House, actor: Actor): Promise<TrialRun> {
  const run = house.trialRun;
  if (!run) throw new DomainError("not-found");
  await house.db.read((db) => ownMeeting(db, actor, run.meetingId));
  return run;
}

const refused = (message: string) => new DomainError("wrong-state", [{ field: "trialRun", message }]);
