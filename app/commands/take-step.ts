import { z } from "zod";
import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { enteredFacts, factsIntoDecision, factsOutOfDecision, keptFacts } from "#app/domain/issue/entered-facts.ts";
import { isForAgenda } from "#app/domain/issue/for-agenda.ts";
import { factsAskedFor, factsThatDecided } from "#app/domain/method/decided-by.ts";
import { beginDecision, comeBack, withWaiting } from "#app/domain/method/decision.ts";
import type { Facts, MethodDefinition } from "#app/domain/method/definition.ts";
import { checkDeadline } from "#app/domain/method/stage-deadline.ts";
import { currentStage, requireWay, type StepResult, step } from "#app/domain/method/step.ts";
import type { Actor, House } from "#app/house.ts";
import { issueText as text } from "#app/text/issues.ts";
import type { Handle } from "#db/connect.ts";
import { factsAbout } from "#db/stores/discussion.ts";
import { type Issue, issueById, issueByNumber, saveIssue } from "#db/stores/issue.ts";
import { methodAtHand, methodOf } from "#db/stores/method.ts";
import { ownIssue } from "#db/stores/own.ts";
import { assignOutsideRoom, followUp } from "./action-item-follow.ts";
import { takeOffComingAgendas } from "./arrange-agenda.ts";
import { editionField, longField } from "./fields.ts";
import { enterFollowing } from "./following-issues.ts";
import { tellRooms, touchOpenRooms } from "./open-rooms.ts";
import { record } from "./record.ts";

/** One step in the issue's method: an exit's event or an exception's code, what was entered for its gate, and why. */
export type StepInput = { type: string; reason?: string; facts?: Facts };
type Actors = Pick<Actor, "communityId" | "name">;
type Act = { house: House; db: Handle; actor: Actors };

/**
 * Takes one step inside the caller's transaction and journals it; several may follow each other. A step into a statutory decision goes on
 * in that decision's method, one that ends it comes back. Keeps `timesDiscussed` in step with the method's counter `discussed`, and the
 * issue's action items with its stage. Throws stale, wrong-state, gate-not-met, invalid-value.
 */
export async function applyStep(
  house: House,
  db: Handle,
  actor: Actors,
  issue: Issue,
  input: StepInput,
  expected?: number,
): Promise<Issue> {
  const act = { house, db, actor };
  if (expected !== undefined && expected !== issue.version) throw staleIssue(issue);
  if (input.type === "merge") await requireMergeTarget(db, issue, input.facts ?? {});
  return await broughtBack(act, await stepOnce(act, issue, input));
}

async function stepOnce(act: Act, issue: Issue, input: StepInput): Promise<Issue> {
  const { house, db, actor } = act;
  const method = await methodOf(db, issue.process);
  const today = dayOf(house.clock());
  const given = input.facts ?? {};
  const facts = await factsAbout(db, method, issue, today, given);
  const event = { ...input, facts };
  const way = requireWay(currentStage(method, issue.process), input.type, issue.process.branches);
  const decision = way.kind === "decision" ? await methodAtHand(db, issue.communityId, way.event) : null;
  const result = decision ? beginDecision(method, issue.process, event, decision) : step(method, issue.process, event);
  requireDeadline(decision ?? method, result, today, { given, asked: factsAskedFor(way, issue.process, facts) });
  const entered = { ...issue.facts, ...given };
  const kept = decision ? factsIntoDecision(decision, entered) : keptFacts(method, result.move, entered);
  const after = await save(act, issue, result, kept);
  const reason = input.reason?.trim() ?? "";
  const decided = factsThatDecided(way, issue.process, reason ? { ...facts, reason } : facts);
  const { id, version } = method;
  const data = { number: issue.number, method: id, version, ...result.move, facts: given, decided };
  await record(house, db, actor, decision ? "begin-decision" : "take-step", issue.id, {
    ...data,
    ...(decision ? { decision: decision.id, decisionVersion: decision.version } : {}),
  });
  if (!decision) await followUp(house, db, actor, after, { from: result.move.from, reason: input.reason, method });
  await enterFollowing(act, after, { type: input.type, facts: factsAskedFor(way, issue.process, facts) });
  return after;
}

type Answers = { given: Facts; asked: Facts };

/** A last day given with the step, or entered before it where the step gives out the work. Throws invalid-value, missing-deadline. */
function requireDeadline(method: MethodDefinition, { stage, move }: StepResult, today: string, said: Answers): void {
  const givesOut = stage.kind === "execute" && stage.id !== move.from;
  const deadline = said.given.deadline ?? (givesOut ? said.asked.deadline : undefined);
  if (typeof deadline === "string") checkDeadline(method, stage.id, today, deadline);
}

/** A statutory decision that has come to its end goes back to the method that asked for it. */
async function broughtBack(act: Act, issue: Issue): Promise<Issue> {
  const { house, db, actor } = act;
  const { outer } = issue.process;
  if (!outer) return issue;
  const [decision, waiting] = [await methodOf(db, issue.process), await methodOf(db, outer)];
  const facts = await factsAbout(db, waiting, issue, dayOf(house.clock()));
  const result = comeBack(decision, issue.process, waiting, facts);
  if (!result) return issue;
  const back = keptFacts(waiting, { from: outer.value, to: result.stage.id, event: result.move.event }, issue.facts);
  const kept = factsOutOfDecision(decision, await methodsWaiting(db, outer), back);
  const after = await save(act, issue, result, kept);
  const data = { number: issue.number, method: waiting.id, version: waiting.version, ...result.move };
  await record(house, db, actor, "come-back", issue.id, { ...data, decision: decision.id });
  await followUp(house, db, actor, after, { from: outer.value, method: waiting });
  return await broughtBack(act, after);
}

/** The methods of a process and of all that wait behind it. */
async function methodsWaiting(db: Handle, process: Issue["process"]): Promise<MethodDefinition[]> {
  return Promise.all(withWaiting(process).map((each) => methodOf(db, each)));
}

async function save({ house, db }: Act, issue: Issue, result: StepResult, facts: Facts): Promise<Issue> {
  const { snapshot, stage } = result;
  const saved = await saveIssue(
    db,
    issue.id,
    {
      process: snapshot,
      stage: stage.id,
      facts: { ...facts },
      timesDiscussed: discussedIn(snapshot) ?? issue.timesDiscussed,
      settledAt: stage.final && !snapshot.outer ? house.clock() : null,
    },
    issue.version,
  );
  const after = await issueById(db, issue.id);
  if (!saved || !after) throw staleIssue(after ?? issue);
  return after;
}

/** How often it was discussed, in the decision and in what waits for it together; undefined where no method counts it. */
export function discussedIn({ context, outer }: Issue["process"]): number | undefined {
  const [here, before] = [context.counts.discussed, outer ? discussedIn(outer) : undefined];
  return here === undefined && before === undefined ? undefined : (here ?? 0) + (before ?? 0);
}

/** The refusal that a second writer gets: the issue as it stands now. */
function staleIssue({ number, title, stage, version }: Issue): DomainError {
  return new DomainError("stale", { current: { number, title, stage, version } });
}

async function requireMergeTarget(db: Handle, issue: Issue, facts: Facts): Promise<void> {
  const number = Number(facts.mergedInto ?? issue.facts.mergedInto);
  const target = Number.isSafeInteger(number) ? await issueByNumber(db, issue.communityId, number) : undefined;
  if (target && target.id !== issue.id && !target.settledAt) return;
  throw new DomainError("invalid-value", [{ field: "mergedInto", message: text.mergeTarget }]);
}

export const stepInput = z.object({
  issueId: z.string(),
  event: z.string({ error: text.eventMissing }).min(1, text.eventMissing).max(60),
  reason: longField(text.reason, 1000),
  facts: z.record(z.string(), z.unknown(), { error: text.factsShape }).default({}),
  expected: editionField.optional(),
});

/**
 * A person or program takes one step outside the room. Agendas to come lose an issue that no longer waits to be discussed.
 * Throws what `applyStep` throws, and not-found for another community's issue.
 */
export async function takeStep(house: House, actor: Actor, raw: z.input<typeof stepInput>): Promise<Issue> {
  const input = stepInput.parse(raw);
  const { after, meetings } = await house.db.write(async (db) => {
    const issue = await ownIssue(db, actor, input.issueId);
    const method = await methodOf(db, issue.process);
    const taken = { type: input.event, reason: input.reason, facts: enteredFacts(method, input.facts) };
    const after = await applyStep(house, db, actor, issue, taken, input.expected);
    await assignOutsideRoom(house, db, actor, after);
    const left = (await waits(db, after)) ? [] : await takeOffComingAgendas(house, db, actor, after);
    return { after, meetings: [...left, ...(await touchOpenRooms(db, actor.communityId))] };
  });
  tellRooms(house, meetings);
  return after;
}

async function waits(db: Handle, issue: Issue): Promise<boolean> {
  const method: MethodDefinition = await methodOf(db, issue.process);
  return isForAgenda(method, issue.stage);
}
