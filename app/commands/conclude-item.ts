import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { OUTCOME_EVENTS, type Outcome, stepAgendaItem } from "#app/domain/meeting/agenda-item.ts";
import type { Facts } from "#app/domain/method/definition.ts";
import { nextSteps } from "#app/domain/method/step.ts";
import { wayTo } from "#app/domain/method/way-to.ts";
import type { Actor, House } from "#app/house.ts";
import { roomText as text } from "#app/text/room.ts";
import type { Handle } from "#db/connect.ts";
import type { BeforeDecision } from "#db/schema/index.ts";
import { factsAbout } from "#db/stores/discussion.ts";
import {
  type ActionItem,
  actionItemsOfIssue,
  deleteActionItemsOfAgendaItem,
  type Issue,
  issueById,
  saveActionItem,
  saveIssue,
} from "#db/stores/issue.ts";
import { type AgendaItem, agendaItemById, saveAgendaItem } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { assignOutsideRoom } from "./action-item-follow.ts";
import { stoppedClock } from "./call-item.ts";
import { record } from "./record.ts";
import { applyStep, discussedIn } from "./take-step.ts";

/** What the chair concluded about an item; `facts` are what the issue's gates ask for it. */
export type Conclusion = {
  outcome: Outcome;
  conclusion: string;
  reason: string;
  differences: string;
  facts: Facts;
  /** Of the outcome `onward`: the step of the issue's method, and what the method calls it. */
  event?: string;
  stepLabel?: string;
};

type Room = { house: House; db: Handle; actor: Actor };

/**
 * Writes an item's outcome and walks its issue there: all steps or none, inside the caller's transaction. What the issue was before is
 * kept on the item. Throws gate-not-met {unmet}, wrong-state, invalid-value.
 */
export async function concludeItem(room: Room, item: AgendaItem, said: Conclusion): Promise<Issue> {
  const { house, db, actor } = room;
  const issue = await issueOf(db, item);
  const { outcome, reason } = said;
  const called = item.state === "waiting" ? stepAgendaItem(item, { type: "call" }) : item;
  const { state } = stepAgendaItem(called, { type: "conclude", outcome, reason });
  const { conclusion, differences, stepLabel = "" } = said;
  const values = { outcome, conclusion, reason, differences, stepLabel };
  const by = { decision: item.decision + 1, decidedBy: actor.name };
  // Saved before the steps: the gates count what was said about items that have been taken up.
  await saveAgendaItem(db, item.id, { state, ...values, ...by, ...stoppedClock(item, house.clock()) });
  const openBefore = (await actionItemsOfIssue(db, issue.id)).filter(isOpen);
  const after = await walk(room, issue, said);
  const openAfter = new Set((await actionItemsOfIssue(db, issue.id)).filter(isOpen).map((each) => each.id));
  const before: BeforeDecision = {
    process: issue.process,
    stage: issue.stage,
    facts: issue.facts,
    settledAt: issue.settledAt?.toISOString() ?? null,
    left: after.process,
    given: Object.keys(said.facts),
    ended: openBefore.filter((each) => !openAfter.has(each.id)).map((each) => each.id),
  };
  await saveAgendaItem(db, item.id, { before });
  return after;
}

const isOpen = (item: ActionItem) => item.state === "open";

async function issueOf(db: Handle, item: AgendaItem): Promise<Issue> {
  const issue = item.issueId ? await issueById(db, item.issueId) : undefined;
  if (!issue) throw new DomainError("wrong-state", [{ field: "outcome", message: text.refusals.noOutcome }]);
  return issue;
}

async function walk({ house, db, actor }: Room, issue: Issue, said: Conclusion): Promise<Issue> {
  const method = await methodOf(db, issue.process);
  if (said.outcome === "onward") {
    const { event: type = "", reason, facts } = said;
    const after = await applyStep(house, db, actor, issue, { type, reason, facts });
    await assignOutsideRoom(house, db, actor, after);
    return after;
  }
  const event = OUTCOME_EVENTS[said.outcome];
  if (said.outcome === "next-time") {
    // What never came before the meeting already stands where the next one finds it; so does what is put off only to a day that is named.
    const facts = await factsAbout(db, method, issue, dayOf(house.clock()));
    const offered = nextSteps(method, issue.process, facts).some((step) => step.event === event && step.ready);
    return offered ? applyStep(house, db, actor, issue, { type: event, reason: said.reason }) : issue;
  }
  const way = wayTo(method, issue.stage, event);
  if (!way) throw new DomainError("wrong-state", { stage: issue.stage, event });
  let here = issue;
  for (const { event: type } of way) {
    const last = type === event;
    here = await applyStep(house, db, actor, here, last ? { type, reason: said.reason, facts: said.facts } : { type });
  }
  return said.outcome === "resolved-now" ? strikeOff({ house, db, actor }, here) : here;
}

/** 销号, when everything it asks is there; otherwise the issue waits at 当场解决 and its page says for what. */
async function strikeOff({ house, db, actor }: Room, issue: Issue): Promise<Issue> {
  const method = await methodOf(db, issue.process);
  const steps = nextSteps(method, issue.process, await factsAbout(db, method, issue, dayOf(house.clock())));
  const ready = steps.some((step) => step.event === "advance" && step.ready);
  return ready ? applyStep(house, db, actor, issue, { type: "advance" }) : issue;
}

/** What a decision may have written into an issue's facts. */
const DECISION_FACTS = ["response", "partyAgrees", "record", "responsible", "deadline", "plan"];

/**
 * Takes an item's outcome back: the issue stands as before, action items made by it are gone. Answers the item as it is now.
 * Throws wrong-state where the issue or its action items have moved on since.
 */
export async function takeOutcomeBack({ house, db, actor }: Room, item: AgendaItem): Promise<AgendaItem> {
  const { before } = item;
  const issue = await issueOf(db, item);
  if (!before || JSON.stringify(issue.process) !== JSON.stringify(before.left)) refuse(text.refusals.movedOn);
  if (before.given?.includes("patrolFindings")) refuse(text.refusals.findingsEntered);
  const tasks = (await actionItemsOfIssue(db, issue.id)).filter((each) => each.agendaItemId === item.id);
  if (tasks.some((each) => each.version > 1 || !isOpen(each))) refuse(text.refusals.taskMovedOn);
  await deleteActionItemsOfAgendaItem(db, item.id);
  for (const id of before.ended) await saveActionItem(db, id, { state: "open", resultNote: "", doneAt: null });
  await saveIssue(db, issue.id, {
    process: before.process,
    stage: before.stage,
    facts: restoredFacts(issue.facts, before),
    timesDiscussed: discussedIn(before.process) ?? issue.timesDiscussed,
    settledAt: before.settledAt === null ? null : new Date(before.settledAt),
  });
  const { steps } = before.process.context;
  await record(house, db, actor, "restore-issue", issue.id, {
    number: issue.number,
    to: before.stage,
    steps,
    method: before.process.method,
  });
  const { state } = stepAgendaItem(item, { type: "reopen" });
  const cleared = { outcome: null, conclusion: "", reason: "", differences: "", stepLabel: "", before: null };
  await saveAgendaItem(db, item.id, { state, ...cleared });
  return (await agendaItemById(db, item.id)) ?? item;
}

function refuse(message: string): never {
  throw new DomainError("wrong-state", [{ field: "outcome", message }]);
}

/** As before for all that a decision may touch; what was entered elsewhere since stays. */
function restoredFacts(now: Issue["facts"], { facts, given = [] }: BeforeDecision): Issue["facts"] {
  const kept = Object.entries(now).filter(([name]) => !DECISION_FACTS.includes(name) && !given.includes(name));
  return { ...Object.fromEntries(kept), ...facts };
}
