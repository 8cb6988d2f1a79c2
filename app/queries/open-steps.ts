import { dataOf, type JournalEntry } from "#app/domain/journal/chain.ts";
import { OUTCOME_EVENTS } from "#app/domain/meeting/agenda-item.ts";
import { withCounters } from "#app/domain/method/compile.ts";
import type { Facts, MethodDefinition } from "#app/domain/method/definition.ts";
import { isEntered } from "#app/domain/method/fact-kind.ts";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { type NextStep, nextSteps, requireStage } from "#app/domain/method/step.ts";
import { fieldsOf, type PollFigures, type StepField } from "#app/domain/method/step-fields.ts";
import { wayTo } from "#app/domain/method/way-to.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { Pass, Quorum } from "#app/domain/rule/types.ts";
import { issueText as text } from "#app/text/issues.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import type { Issue } from "#db/stores/issue.ts";
import { findMethodAtHand } from "#db/stores/method.ts";
import { closedPollsAbout, type Poll } from "#db/stores/poll.ts";

export type OpenStep = NextStep & {
  fields: StepField[];
  /** Lines that no field of this step can meet: until they hold, the step is not open. */
  blocked: NextStep["checklist"];
  /** The meeting takes this step by itself when it comes to the issue. */
  byMeeting: boolean;
  /** The thresholds of the statutory decision that it leads into. */
  rules: { name: string; quorum: Quorum | null; pass: Pass }[];
};

/** Everything that may be done from where an issue stands, each with the fields that its gate asks. */
export async function openSteps(
  db: Handle,
  method: MethodDefinition,
  issue: Issue,
  facts: Facts,
  today: string,
): Promise<OpenStep[]> {
  const stage = requireStage(method, issue.stage);
  const polls = await pollsOfThisRound(db, method, issue);
  const fillsIn = (fact: string) => isEntered(method, fact);
  const asked = { method, stage, facts: withCounters(issue.process.context, facts), polls, fillsIn };
  const steps: OpenStep[] = [];
  for (const next of nextSteps(method, issue.process, facts)) {
    const byMeeting = next.kind === "exit" && requireStage(method, next.to).kind === "deliberate";
    const { fields, blocked } = fieldsOf(asked, next);
    const proposed = fields.map((field) => withProposal(field, method, next.to, today));
    const step = { ...next, fields: proposed, blocked, byMeeting, rules: [] };
    steps.push(next.kind === "decision" ? await withDecision(db, method, issue, step) : step);
  }
  return steps;
}

/** A step into a decision with its thresholds; blocked where that went out of use since the method named it. */
async function withDecision(db: Handle, method: MethodDefinition, issue: Issue, step: OpenStep): Promise<OpenStep> {
  const decision = await findMethodAtHand(db, issue.communityId, step.event);
  if (!decision) {
    const named = requireStage(method, issue.stage).decisions?.find((each) => each.method === step.event);
    const source = named?.source ?? { kind: "default", ref: method.name };
    const gone = { id: "decision-gone", met: false, text: text.decisionGone, detail: text.decisionGoneDetail, source };
    return { ...step, ready: false, checklist: [...step.checklist, gone], blocked: [...step.blocked, gone] };
  }
  const rules = [...new Set(decision.stages.flatMap((each) => each.rules ?? []))].map(requireRule);
  return { ...step, rules: rules.map(({ name, quorum, pass }) => ({ name, quorum, pass })) };
}

/** A time limit that nobody set yet stands in the form as the stage ahead proposes it. */
function withProposal(field: StepField, method: MethodDefinition, to: string, today: string): StepField {
  if (field.fact !== "deadline" || field.value !== "") return field;
  return { ...field, value: proposedDeadline(method, to, today) ?? "" };
}

/** Figures of the polls since the issue was last sent back, or since this decision began: an earlier round's vote answers no later one. */
async function pollsOfThisRound(db: Handle, method: MethodDefinition, issue: Issue): Promise<PollFigures[]> {
  const polls = await closedPollsAbout(db, issue.id);
  if (polls.length === 0) return [];
  const begun = (await journalOf(db, issue.id)).findLast((entry) => beginsRound(method, entry));
  const since = begun ? Date.parse(begun.at) : 0;
  return polls.filter(({ closedAt }) => closedAt !== null && closedAt.getTime() > since).flatMap(figuresOf);
}

function beginsRound(method: MethodDefinition, entry: JournalEntry): boolean {
  const { act } = entry;
  const { method: id, decision, from, to } = dataOf(entry);
  if (act === "begin-decision") return decision === method.id;
  const place = (stage: unknown) => method.stages.findIndex((each) => each.id === stage);
  return act === "take-step" && id === method.id && place(to) < place(from);
}

function figuresOf({ question, ruleId, result }: Poll): PollFigures[] {
  if (!result) return [];
  const { for: inFavour, against, abstain, invalid, due, present, cast } = result;
  const counts = { total: due, due, present, participating: cast, for: inFavour, against, abstain, invalid };
  return [{ question, ruleId, counts }];
}

/**
 * The steps of the method's own that a meeting can take about an issue: not the exceptions, nor what the room's own outcomes stand for,
 * nor a step that only leads on to those.
 */
export function onwardSteps(method: MethodDefinition, issue: Issue, steps: readonly OpenStep[]): OpenStep[] {
  const outcomes: readonly string[] = Object.values(OUTCOME_EVENTS);
  const passed = outcomes.flatMap((event) => wayTo(method, issue.stage, event) ?? []);
  const taken = new Set(passed.filter((step) => step.stage === issue.stage).map((step) => step.event));
  return steps.filter(({ kind, event }) => kind !== "exception" && !outcomes.includes(event) && !taken.has(event));
}
