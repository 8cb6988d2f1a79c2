import { addDays, dayOf, daysBetween } from "#app/domain/calendar/day.ts";
import { deadlineAfter } from "#app/domain/calendar/deadline.ts";
import { OUTCOME_EVENTS, OUTCOMES, type Outcome } from "#app/domain/meeting/agenda-item.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import type { ChecklistLine, Facts, MethodDefinition } from "#app/domain/method/definition.ts";
import { seatsTaken } from "#app/domain/method/seats.ts";
import { nextSteps, requireStage } from "#app/domain/method/step.ts";
import { missingTo } from "#app/domain/method/way-to.ts";
import type { House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import { factsAbout } from "#db/stores/discussion.ts";
import { type ActionItem, actionItemsOfMeeting, type Issue, issueById } from "#db/stores/issue.ts";
import type { AgendaItem, Body, Meeting } from "#db/stores/meeting.ts";
import { findMethodAtHand, methodOf } from "#db/stores/method.ts";
import type { Attendee } from "#db/stores/roll.ts";
import { type Speech, speechesOfItem } from "#db/stores/speech.ts";
import { stagesOnTheWay } from "./issue-stages.ts";
import { onwardSteps, openSteps } from "./open-steps.ts";
import type { ReportBack } from "./report-back.ts";

type Asked = { house: House; db: Handle; meeting: Meeting; body: Body; roll: Attendee[]; report: ReportBack };

/** One agenda item with all that the desk works on: its issue, the record, the outcome, or the report back's lines. */
export async function agendaItemView(asked: Asked, item: AgendaItem) {
  const { house, db, meeting, body, report } = asked;
  const lines = await speechesOfItem(db, item.id);
  const spoken = lines.filter((line) => line.removedAt === null);
  const issue = item.issueId ? await issueById(db, item.issueId) : undefined;
  const tasks = (await actionItemsOfMeeting(db, meeting.id)).filter((task) => task.agendaItemId === item.id);
  const { id, position, kind, title, outcome, stepLabel, conclusion, reason, differences, decision, decidedBy } = item;
  return {
    ...{ id, position, kind, title, outcome, stepLabel, conclusion, reason, differences, decision, decidedBy },
    current: meeting.currentItemId === item.id,
    started: item.startedAt !== null,
    issue: issue ? await issueView(asked, item, issue, spoken.length) : null,
    tasks: tasks.map(taskView),
    speeches: spoken.map(speechView),
    removed: lines.filter((line) => line.removedAt !== null).map(speechView),
    report: kind === "report-back" ? report.lines : [],
    deadline: deadlines(await methodFor(db, issue, body), dayOf(house.clock())),
  };
}

/** The issue's method as it runs by it; for the report back the body's, where that is still in use. */
async function methodFor(db: Handle, issue: Issue | undefined, body: Body): Promise<MethodDefinition | undefined> {
  return issue ? methodOf(db, issue.process) : findMethodAtHand(db, body.communityId, body.methodId);
}

function taskView({ id, number, title, responsible, deadline, plan }: ActionItem) {
  return { id, number, title, responsible, deadline, plan };
}

function speechView({ id, speaker, body, version, recordedBy, updatedBy, updatedAt }: Speech) {
  return { id, speaker, body, version, recordedBy, updatedBy, updatedAt };
}

async function issueView(asked: Asked, item: AgendaItem, issue: Issue, statements: number) {
  const { house, db } = asked;
  const { id, number, detail, place, category, source, raisedBy, firstRaisedOn } = issue;
  const method = await methodOf(db, issue.process);
  const facts = await factsInRoom(asked, method, issue, statements);
  const lacking = lackingOf(method, issue, facts);
  const underWay = item.outcome === null;
  const steps = underWay ? await openSteps(db, method, issue, facts, dayOf(house.clock())) : [];
  return {
    ...{ id, number, detail, place, category, source, raisedBy, firstRaisedOn },
    waitingDays: Math.max(0, daysBetween(firstRaisedOn, dayOf(house.clock()))),
    // The method counts a meeting once the issue is through it; until then this one is the next.
    time: issue.timesDiscussed + (underWay ? 1 : 0),
    stages: stagesOnTheWay(method, issue.process, await journalOf(db, issue.id)),
    missing: underWay
      ? (lacking.timed ?? steps.find((step) => step.kind === "exit")?.blocked ?? []).map(gateLine)
      : missingNext(method, issue, facts),
    lacking: mapOutcomes((outcome) => lacking[outcome]?.map(gateLine) ?? null),
    methodName: method.name,
    // The rule by which the stage votes, for the poll's form; none where the method takes no vote.
    ruleId: requireStage(method, issue.stage).rules?.[0] ?? null,
    voting: method.voting,
    onward: onwardSteps(method, issue, steps),
    emptySeats: emptySeats(method, facts),
  };
}

/** The gates' facts as the room stands: whoever is here takes their seat, whether the item was called already or not. */
async function factsInRoom(
  { house, db, roll }: Asked,
  method: MethodDefinition,
  issue: Issue,
  statements: number,
): Promise<Facts> {
  const facts = await factsAbout(db, method, issue, dayOf(house.clock()));
  const here = seatsTaken(
    method,
    roll.filter((line) => line.presentAt !== null).map((line) => line.seat),
  );
  const before = Array.isArray(facts.seatsPresent) ? facts.seatsPresent : [];
  const counted = typeof facts.statements === "number" ? facts.statements : 0;
  return { ...facts, statements: Math.max(statements, counted), seatsPresent: [...new Set([...before, ...here])] };
}

/** The facts that the outcome's own form asks. */
const ASKED = ["response", "reason", "partyAgrees", "record", "responsible", "deadline", "plan"];

function lackingOf(method: MethodDefinition, issue: Issue, facts: Facts) {
  return mapOutcomes((outcome) =>
    outcome === "next-time" || outcome === "onward"
      ? []
      : missingTo(method, issue.process, OUTCOME_EVENTS[outcome], facts, ASKED),
  );
}

function mapOutcomes<T>(value: (outcome: Outcome) => T): Record<Outcome, T> {
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, value(outcome)])) as Record<Outcome, T>;
}

function missingNext(method: MethodDefinition, issue: Issue, facts: Facts) {
  const exits = nextSteps(method, issue.process, facts).filter((step) => step.kind === "exit");
  const lines = (exits.find((step) => step.ready) ?? exits[0])?.checklist ?? [];
  return lines.filter((line) => !line.met).map(gateLine);
}

const gateLine = ({ id, text, detail }: ChecklistLine) => ({ id, text, detail });

function emptySeats(method: MethodDefinition, facts: Facts): string[] {
  const taken = Array.isArray(facts.seatsPresent) ? facts.seatsPresent : [];
  return method.seats.filter((seat) => seat.kind === "fixed" && !taken.includes(seat.id)).map((seat) => seat.name);
}

/** From today on; proposed and latest as the stage of 限期解决 lays down. */
function deadlines(method: MethodDefinition | undefined, today: string) {
  const id = method?.stages.flatMap(waysOf).find((way) => way.event === OUTCOME_EVENTS.timed)?.to;
  const rule = method?.stages.find((stage) => stage.id === id)?.deadline;
  return {
    earliest: today,
    proposed: rule ? deadlineAfter(today, rule.days, rule.kind) : addDays(today, 15),
    latest: rule?.maxDays === undefined ? null : deadlineAfter(today, rule.maxDays, rule.kind),
  };
}
