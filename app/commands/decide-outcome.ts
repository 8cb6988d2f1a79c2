import type { z } from "zod";
import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { enteredFacts } from "#app/domain/issue/entered-facts.ts";
import { OUTCOME_EVENTS } from "#app/domain/meeting/agenda-item.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { checkDeadline } from "#app/domain/method/stage-deadline.ts";
import { currentStage, requireStage } from "#app/domain/method/step.ts";
import { wayTo } from "#app/domain/method/way-to.ts";
import type { Actor, House } from "#app/house.ts";
import { roomText } from "#app/text/room.ts";
import type { Handle } from "#db/connect.ts";
import { type Issue, insertActionItem, issueById, nextNumber } from "#db/stores/issue.ts";
import { type AgendaItem, type Meeting, saveAgendaItem, touchMeeting } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { pollsOf } from "#db/stores/poll.ts";
import { type Conclusion, concludeItem, takeOutcomeBack } from "./conclude-item.ts";
import { itemOfMeeting, meetingInSession } from "./meeting-in-session.ts";
import {
  conclusionOf,
  type Decided,
  type outcomeInput,
  parseOutcome,
  type Task,
  type undoInput,
} from "./outcome-input.ts";
import { record } from "./record.ts";

/**
 * Decides an item: 当场解决 (needs the conclusion and the confirmation of the person concerned), 限期解决 (needs record, responsible,
 * deadline from today on and plan; becomes action items), 不能办 or 转下次 (need a reason). Decides it anew until the meeting closes.
 * Throws invalid-value or missing-deadline naming each field, gate-not-met {unmet}, stale {current} when another desk decided first,
 * poll-open, wrong-state, not-found.
 */
export async function decideOutcome(house: House, actor: Actor, raw: z.input<typeof outcomeInput>): Promise<void> {
  const said = parseOutcome(raw);
  await house.db.write(async (db) => {
    const meeting = await meetingInSession(db, actor, said.meetingId);
    const item = await undecidedItem({ house, db, actor }, meeting, said);
    if (!item.startedAt && said.outcome !== "next-time") refuse(roomText.refusals.notCalled);
    const about = await issueAbout(db, item);
    const method = await methodOf(db, about.process);
    if (said.outcome === "timed") checkTasks(method, about, dayOf(house.clock()), said.tasks);
    const conclusion = said.outcome === "onward" ? stepTaken(method, about, said) : conclusionOf(said);
    const issue = await concludeItem({ house, db, actor }, item, conclusion);
    const numbers = said.outcome === "timed" ? await insertTasks(house, db, item, issue, said.tasks) : [];
    await touchMeeting(db, meeting.id);
    const { facts, ...words } = conclusion;
    const data = { meeting: meeting.code, item: item.position, issue: issue.number, ...words, facts, tasks: numbers };
    await record(house, db, actor, "decide-outcome", item.id, data);
  });
  house.publish(said.meetingId, "room");
}

/**
 * What a step of the method's own is told; its facts are those that the method asks. Exceptions are no conclusion of a meeting: what some
 * leave behind could not be taken back with it. Throws wrong-state.
 */
function stepTaken(method: MethodDefinition, { process }: Issue, said: Decided & { outcome: "onward" }): Conclusion {
  const ways = waysOf(currentStage(method, process));
  const way = ways.find(({ event, kind, after }) => event === said.event && kind !== "exception" && !after);
  if (!way) throw new DomainError("wrong-state", [{ field: "event", message: roomText.outcome.onwardRule }]);
  return { ...conclusionOf(said), facts: enteredFacts(method, said.facts), stepLabel: way.label };
}

/** Takes an outcome back until the meeting closes. Throws stale, wrong-state, not-found. */
export async function undoOutcome(house: House, actor: Actor, input: z.infer<typeof undoInput>): Promise<void> {
  await house.db.write(async (db) => {
    const meeting = await meetingInSession(db, actor, input.meetingId);
    if ((await itemOfMeeting(db, meeting, input.agendaItemId)).outcome === null) return;
    const item = await undecidedItem({ house, db, actor }, meeting, input);
    const here = meeting.currentItemId === item.id;
    const clock = here ? { resumedAt: item.resumedAt ?? house.clock() } : {};
    await saveAgendaItem(db, item.id, {
      state: here ? "current" : "waiting",
      ...clock,
      decision: input.decision + 1,
      decidedBy: actor.name,
    });
    await touchMeeting(db, meeting.id);
    await record(house, db, actor, "undo-outcome", item.id, { meeting: meeting.code, item: item.position });
  });
  house.publish(input.meetingId, "room");
}

/** The item as it is without an outcome: one that was decided before is taken back first, if the person knew of it. */
async function undecidedItem(
  room: { house: House; db: Handle; actor: Actor },
  meeting: Meeting,
  seen: { agendaItemId: string; decision: number },
): Promise<AgendaItem> {
  const item = await itemOfMeeting(room.db, meeting, seen.agendaItemId);
  if (item.decision !== seen.decision) throw staleOutcome(item);
  const polls = await pollsOf(room.db, meeting.id);
  if (polls.some((poll) => poll.state === "open" && poll.agendaItemId === item.id)) {
    throw new DomainError("poll-open", [{ field: "outcome", message: roomText.refusals.pollOpen }]);
  }
  return item.outcome === null ? item : takeOutcomeBack(room, item);
}

/** The refusal that the second desk gets: what stands now, and who decided it. */
function staleOutcome({ outcome, conclusion, reason, decision, decidedBy: by }: AgendaItem): DomainError {
  return new DomainError("stale", { current: { outcome, conclusion, reason, decision, by } });
}

function refuse(message: string): never {
  throw new DomainError("wrong-state", [{ field: "outcome", message }]);
}

async function issueAbout(db: Handle, item: AgendaItem): Promise<Issue> {
  const issue = item.issueId ? await issueById(db, item.issueId) : undefined;
  if (!issue) refuse(roomText.refusals.noOutcome);
  return issue;
}

function checkTasks(method: MethodDefinition, { stage }: Issue, today: string, tasks: Task[]): void {
  const last = wayTo(method, stage, OUTCOME_EVENTS.timed)?.at(-1);
  const timed = last && waysOf(requireStage(method, last.stage)).find((way) => way.event === last.event)?.to;
  if (!timed) return;
  tasks.forEach(({ deadline }, index) => {
    try {
      checkDeadline(method, timed, today, deadline);
    } catch (error) {
      throw error instanceof DomainError ? atTask(error, index) : error;
    }
  });
}

/** The domain names the field `deadline`; the form has one in each task. */
function atTask(error: DomainError, index: number): DomainError {
  const { problems = [] } = (error.details ?? {}) as { problems?: { field: string; message: string }[] };
  return new DomainError(
    error.word,
    problems.map(({ field, message }) => ({ field: `tasks.${index}.${field}`, message })),
  );
}

async function insertTasks(house: House, db: Handle, item: AgendaItem, issue: Issue, tasks: Task[]): Promise<number[]> {
  const numbers: number[] = [];
  for (const { record: title, responsible, deadline, plan } of tasks) {
    const number = await nextNumber(db, "actionItem", issue.communityId);
    const where = { communityId: issue.communityId, issueId: issue.id, meetingId: item.meetingId };
    const row = { id: house.newId(), ...where, agendaItemId: item.id, number, title, responsible, deadline, plan };
    await insertActionItem(db, { ...row, state: "open", createdAt: house.clock() });
    numbers.push(number);
  }
  return numbers;
}
