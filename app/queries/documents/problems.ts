import { isOverdue, warning } from "#app/domain/action-item/machine.ts";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import type { Outcome } from "#app/domain/meeting/agenda-item.ts";
import { begunWith } from "#app/domain/method/decision.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { methodsOf } from "#app/queries/issue-line.ts";
import { periodText as text } from "#app/text/periods.ts";
import { outcomeWords } from "#app/text/terms.ts";
import type { Handle } from "#db/connect.ts";
import type { ActionItem, Issue } from "#db/stores/issue.ts";
import type { AgendaItem } from "#db/stores/meeting.ts";
import { hearingsOf, issuesOpenIn, promisesAbout } from "#db/stores/period.ts";
import type { Light, ProblemRow } from "#templates/genres/problem-list.ts";
import { spanOf, tasksAsOf } from "./as-of.ts";
import { grouped } from "./grouped.ts";

/** An agenda item about an issue, and the day of its meeting. */
type Hearing = { item: AgendaItem; day: CalendarDay };

/** An issue with what was promised and said about it, as of a day. */
export type Problem = {
  issue: Issue;
  method: MethodDefinition;
  /** First to last. */
  hearings: Hearing[];
  /** Given up ones left out. */
  tasks: ActionItem[];
  /** The day it was settled, if by then. */
  settledOn: CalendarDay | null;
};

type Days = { from: CalendarDay; until: CalendarDay; asOf: CalendarDay };

/** The community's issues that were open on any of these days, as they stood at the end of `asOf`, by number. */
export async function problemsIn(db: Handle, communityId: string, { from, asOf }: Days): Promise<Problem[]> {
  const issues = await issuesOpenIn(db, communityId, { from: spanOf({ from, until: from }).from, until: asOf });
  if (issues.length === 0) return [];
  const ids = issues.map((issue) => issue.id);
  const { before } = spanOf({ from: asOf, until: asOf });
  const hearings = grouped(await hearingsOf(db, ids, before), ({ item }) => item.issueId ?? "");
  const tasks = grouped(await tasksAsOf(db, await promisesAbout(db, ids), asOf), (task) => task.issueId);
  const methods = await methodsOf(
    db,
    issues.map(({ process }) => begunWith(process)),
  );
  return issues.flatMap((issue) => {
    const { method: id, version } = begunWith(issue.process);
    const method = methods.get(`${id}@${version}`);
    const settledOn = issue.settledAt && issue.settledAt < before ? dayOf(issue.settledAt) : null;
    return method
      ? {
          issue,
          method,
          hearings: (hearings.get(issue.id) ?? []).map(({ item, startsAt }) => ({ item, day: dayOf(startsAt) })),
          tasks: (tasks.get(issue.id) ?? []).filter((task) => task.state !== "cancelled"),
          settledOn,
        }
      : [];
  });
}

/** The list's line of a problem. */
export function problemRow(problem: Problem, asOf: CalendarDay): ProblemRow {
  const { issue, method, tasks, hearings } = problem;
  const said = hearings.filter(({ item }) => item.outcome !== null).at(-1);
  const answer = said?.item.conclusion || wordIn(issue.facts.response);
  const responsible = [...new Set(tasks.map((task) => task.responsible))];
  const lead = responsible[0] ?? wordIn(issue.facts.responsible);
  return {
    number: issue.number,
    title: issue.title,
    source: issue.source || issue.raisedBy,
    firstRaisedOn: issue.firstRaisedOn,
    place: issue.place,
    measures: tasks.map(({ title, plan, responsible: who, deadline }) => ({ title, plan, responsible: who, deadline })),
    said: answer,
    lead,
    partners: responsible.filter((each) => each !== lead),
    acceptance: acceptanceOf(method),
    ...standingOf(problem, asOf),
    times: hearings.filter(wasHeard).length,
    remark: said ? remarkOf(said, answer) : "",
  };
}

/** What was put off before its turn came is no discussion. */
const wasHeard = ({ item }: Hearing): boolean => item.startedAt !== null;

const wordIn = (value: unknown): string => (typeof value === "string" ? value : "");

/** What became of it; why, unless `told` says so already. */
function remarkOf({ item, day }: Hearing, told: string): string {
  const became = item.outcome ? outcomeWords(item.outcome, item.stepLabel) : "";
  return text.remark(formatDay(day).slice(5), became, item.reason === told ? "" : item.reason);
}

/** What the method asks before work on an issue is over and told: its own words, or its report's where it names none. */
function acceptanceOf({ stages }: MethodDefinition): string {
  const asked = (kind: "execute" | "feedback") =>
    stages
      .filter((stage) => stage.kind === kind)
      .flatMap(({ exits }) => exits.filter(({ event }) => event === "advance").flatMap(({ gate = [] }) => gate))
      .filter(({ fact }) => ACCEPTED_BY.has(fact))
      .map((line) => line.text);
  return [...new Set([...asked("execute"), ...asked("feedback")])].join("；");
}

/** That it was done, agreed to and rated; not who was in the room. */
const ACCEPTED_BY: ReadonlySet<string> = new Set(["doneNote", "partyAgrees", "rating"]);

/** Where no task was given out the meeting's own word stands: settled in the room, answered, or carried on by the method. */
const WITHOUT_TASK: Partial<Record<Outcome, keyof typeof text.standing>> = {
  "resolved-now": "done",
  declined: "declined",
  onward: "open",
};

function standingOf({ tasks, settledOn, hearings }: Problem, asOf: CalendarDay): { light: Light; standing: string } {
  const is = text.standing;
  if (settledOn !== null) return { light: "green", standing: is.settled };
  if (tasks.some((task) => isOverdue(task, asOf))) return { light: "red", standing: is.overdue };
  if (tasks.some((task) => warning(task, asOf) === "due-soon")) return { light: "yellow", standing: is.dueSoon };
  if (tasks.some((task) => task.state === "open")) return { light: "green", standing: is.open };
  if (tasks.length > 0) return { light: "green", standing: is.done };
  const became = hearings.findLast(({ item }) => item.outcome !== null)?.item.outcome;
  const word = became ? WITHOUT_TASK[became] : undefined;
  if (word) return { light: "green", standing: is[word] };
  const heard = hearings.some(wasHeard);
  return { light: "yellow", standing: heard ? is.unsettled : is.waiting };
}
