import { z } from "zod";
import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { enteredFacts, keptFacts } from "#app/domain/issue/entered-facts.ts";
import { isForAgenda } from "#app/domain/issue/for-agenda.ts";
import type { Facts } from "#app/domain/method/definition.ts";
import { checkDeadline } from "#app/domain/method/stage-deadline.ts";
import { step } from "#app/domain/method/step.ts";
import type { Actor, House } from "#app/house.ts";
import { requireMethod } from "#app/methods/index.ts";
import { issueText as text } from "#app/text/issues.ts";
import type { Handle } from "#db/connect.ts";
import { factsAbout } from "#db/stores/discussion.ts";
import { type Issue, issueById, issueByNumber, saveIssue } from "#db/stores/issue.ts";
import { ownIssue } from "#db/stores/own.ts";
import { assignOutsideRoom, followUp } from "./action-item-follow.ts";
import { takeOffComingAgendas } from "./arrange-agenda.ts";
import { editionField, longField } from "./fields.ts";
import { tellRooms, touchOpenRooms } from "./open-rooms.ts";
import { record } from "./record.ts";

/** One step in the issue's method: an exit's event or an exception's code, what was entered for its gate, and why. */
export type StepInput = { type: string; reason?: string; facts?: Facts };

/**
 * Takes one step inside the caller's transaction and journals it; several may follow each other. Keeps `timesDiscussed` in step with the
 * method's counter `discussed`, and the issue's action items with its stage. Throws stale, wrong-state, gate-not-met, invalid-value.
 */
export async function applyStep(
  house: House,
  db: Handle,
  actor: Pick<Actor, "communityId" | "name">,
  issue: Issue,
  input: StepInput,
  expected?: number,
): Promise<Issue> {
  const method = requireMethod(issue.methodId);
  if (expected !== undefined && expected !== issue.version) throw staleIssue(issue);
  const given = input.facts ?? {};
  if (input.type === "merge") await requireMergeTarget(db, issue, given);
  const facts = await factsAbout(db, method, issue, given);
  const { snapshot, stage, move } = step(method, issue.process, { ...input, facts });
  if (typeof given.deadline === "string") checkDeadline(method, stage.id, dayOf(house.clock()), given.deadline);
  const saved = await saveIssue(
    db,
    issue.id,
    {
      process: snapshot,
      stage: stage.id,
      facts: keptFacts(method, move, { ...issue.facts, ...given }),
      timesDiscussed: snapshot.context.counts.discussed ?? issue.timesDiscussed,
      settledAt: stage.final ? house.clock() : null,
    },
    issue.version,
  );
  const after = await issueById(db, issue.id);
  if (!saved || !after) throw staleIssue(after ?? issue);
  await record(house, db, actor, "take-step", issue.id, { number: issue.number, ...move, facts: given });
  await followUp(house, db, actor, after, { from: move.from, reason: input.reason });
  return after;
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
    const method = requireMethod(issue.methodId);
    const taken = { type: input.event, reason: input.reason, facts: enteredFacts(method, input.facts) };
    const after = await applyStep(house, db, actor, issue, taken, input.expected);
    await assignOutsideRoom(house, db, actor, after);
    const left = isForAgenda(method, after.stage) ? [] : await takeOffComingAgendas(house, db, actor, after);
    return { after, meetings: [...left, ...(await touchOpenRooms(db, actor.communityId))] };
  });
  tellRooms(house, meetings);
  return after;
}
