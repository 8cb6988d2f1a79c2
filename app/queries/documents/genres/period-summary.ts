import { isOverdue } from "#app/domain/action-item/machine.ts";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { addDays, dayOf } from "#app/domain/calendar/day.ts";
import { periodOf } from "#app/domain/document/period.ts";
import type { PeriodFacts, PeriodMeeting } from "#app/queries/documents/period-facts.ts";
import { type Problem, problemRow } from "#app/queries/documents/problems.ts";
import { periodText as text } from "#app/text/periods.ts";
import { outcomeWords } from "#app/text/terms.ts";
import type { ActionItem } from "#db/stores/issue.ts";
import type { AgendaItem } from "#db/stores/meeting.ts";
import type { LedgerRow, PeriodFigures, PeriodProblem } from "#templates/genres/period-summary.ts";
import type { GenreInput } from "#templates/index.ts";
import { convenerOf } from "./convener.ts";

/** As many issues as are told as examples; the rest stand in the ledger. */
const MOST_CASES = 3;

/** 月/季台账与总结: counts of matters, nothing of people. */
export function periodSummary(facts: PeriodFacts): GenreInput<"period-summary"> {
  const { community, period, asOf } = facts;
  const nextUntil = endOfNext(facts);
  return {
    community: community.name,
    demonstration: community.demonstration,
    street: community.street,
    period: period.name,
    span: period.kind,
    ...{ from: period.from, until: period.until, asOf, nextUntil },
    signedBy: convenerOf(community),
    figures: figuresOf(facts),
    ledger: ledgerOf(facts),
    cases: settledIn(facts).filter(isExample).slice(0, MOST_CASES).map(caseOf),
    overdue: tasksOf(facts)
      .filter((task) => isOverdue(task, asOf))
      .map((task) => overdueTask(task, facts)),
    unsettled: unsettledIn(facts),
    nextDue: tasksOf(facts).filter((task) => task.state === "open" && task.deadline <= nextUntil).length,
  };
}

/** Meetings that were held: in session or over. */
export const heldIn = ({ meetings }: PeriodFacts): PeriodMeeting[] =>
  meetings.filter(({ meeting }) => meeting.state === "open" || meeting.state === "closed");

/** What was promised in the period: in its meetings, or without any. */
const tasksOf = (facts: PeriodFacts): ActionItem[] => [
  ...heldIn(facts).flatMap(({ tasks }) => tasks),
  ...facts.further,
];

/** The figures of the period as of its last day that is counted. */
export function figuresOf(facts: PeriodFacts): PeriodFigures {
  const held = heldIn(facts);
  const items = held.flatMap((each) => each.items);
  const all = tasksOf(facts);
  const tasks = all.filter((task) => task.state !== "cancelled");
  const polls = held.flatMap((each) => each.polls);
  const results = polls.filter(({ state }) => state === "closed");
  const settled = settledIn(facts);
  const rated = (rating: string) => settled.filter(({ issue }) => issue.facts.rating === rating).length;
  return {
    meetings: held.length,
    cancelled: facts.meetings.filter(({ meeting }) => meeting.state === "cancelled").length,
    discussed: items.length,
    issues: new Set(items.map((item) => item.issueId)).size,
    outcomes: outcomesOf(items),
    raised: facts.problems.filter(({ issue }) => issue.firstRaisedOn >= facts.period.from).length,
    settled: settled.length,
    open: facts.problems.length - settled.length,
    tasks: tasks.length,
    done: tasks.filter((task) => task.state === "done").length,
    overdue: tasks.filter((task) => isOverdue(task, facts.asOf)).length,
    givenUp: all.length - tasks.length,
    polls: results.length,
    passed: results.filter(({ result }) => result?.passed).length,
    voided: polls.filter(({ state }) => state === "voided").length,
    notices: facts.posted,
    objections: facts.objections.length,
    answered: facts.objections.filter(({ repliedOn }) => repliedOn !== null && repliedOn <= facts.asOf).length,
    ratings: { satisfied: rated("satisfied"), fair: rated("fair"), unsatisfied: rated("unsatisfied") },
  };
}

function outcomesOf(items: readonly AgendaItem[]): PeriodFigures["outcomes"] {
  const of = (outcome: AgendaItem["outcome"]) => items.filter((item) => item.outcome === outcome).length;
  return {
    "resolved-now": of("resolved-now"),
    timed: of("timed"),
    declined: of("declined"),
    "next-time": of("next-time"),
    onward: of("onward"),
    none: of(null),
  };
}

const settledIn = ({ problems }: PeriodFacts): Problem[] => problems.filter(({ settledOn }) => settledOn !== null);

/** 台账: a line for each issue at each meeting held, and one for a meeting without any. */
export function ledgerOf(facts: PeriodFacts): LedgerRow[] {
  return heldIn(facts).flatMap((held) => {
    const { meeting, items } = held;
    const begin = { day: dayOf(meeting.startsAt), meeting: meeting.title };
    const of = (item: AgendaItem) => ({
      ...begin,
      ...issueOf(item, facts),
      conclusion: conclusionOf(item),
      ...tasksUnder(
        held.tasks.filter((task) => task.agendaItemId === item.id),
        facts.asOf,
      ),
      ...publishedOf(facts, [meeting.id, item.issueId ?? ""]),
    });
    const none = { ...begin, issue: "", conclusion: "", ...tasksUnder([], facts.asOf) };
    return items.length > 0 ? items.map(of) : [{ ...none, ...publishedOf(facts, [meeting.id]) }];
  });
}

function issueOf(item: AgendaItem, { issues }: PeriodFacts): Pick<LedgerRow, "number" | "issue"> {
  const issue = issues.get(item.issueId ?? "");
  return { issue: item.title, ...(issue ? { number: issue.number } : {}) };
}

function conclusionOf({ outcome, stepLabel, conclusion, reason }: AgendaItem): string {
  if (!outcome) return text.noResult;
  return [outcomeWords(outcome, stepLabel), conclusion || reason].filter((part) => part !== "").join("：");
}

function tasksUnder(all: readonly ActionItem[], asOf: string) {
  const tasks = all.filter((task) => task.state !== "cancelled");
  return {
    tasks: tasks.map(({ title }) => title),
    done: tasks.filter((task) => task.state === "done").length,
    all: tasks.length,
    overdue: tasks.filter((task) => isOverdue(task, asOf)).length,
  };
}

/** What of a meeting's and an issue's papers was put up by then, and what was said against them. */
function publishedOf({ published, asOf }: PeriodFacts, sources: readonly string[]) {
  const papers = sources.flatMap((source) => published.get(source) ?? []);
  const postings = papers.flatMap((paper) => paper.postings).filter(({ postedOn }) => postedOn <= asOf);
  const spans = postings.map(({ postedOn, until, removedOn }) => ({ from: postedOn, until: removedOn ?? until }));
  return {
    notices: [...new Map(spans.map((span) => [`${span.from} ${span.until}`, span])).values()],
    objections: papers.flatMap((paper) => paper.objections).filter(({ receivedOn }) => receivedOn <= asOf).length,
  };
}

/** Something was done about it: what was declined is no example. */
const isExample = ({ tasks, hearings }: Problem): boolean =>
  tasks.some(({ state }) => state === "done") ||
  hearings.findLast(({ item }) => item.outcome)?.item.outcome !== "declined";

function caseOf(problem: Problem) {
  const { issue, tasks, hearings } = problem;
  const said = hearings.filter(({ item }) => item.conclusion !== "").at(-1)?.item.conclusion ?? "";
  const { times } = problemRow(problem, problem.settledOn ?? "");
  return {
    number: issue.number,
    title: issue.title,
    firstRaisedOn: issue.firstRaisedOn,
    settledOn: problem.settledOn ?? "",
    times,
    result:
      tasks
        .map((task) => task.resultNote)
        .filter((note) => note !== "")
        .join("；") || said,
  };
}

function overdueTask(task: ActionItem, { issues, problems }: PeriodFacts): PeriodProblem {
  const issue = issues.get(task.issueId) ?? problems.find((each) => each.issue.id === task.issueId)?.issue;
  return { number: issue?.number ?? 0, title: task.title, detail: text.late(formatDay(task.deadline)) };
}

/** Issues that were heard in the period and stand without a result or with 转下次 at its end, each once, by number. */
function unsettledIn(facts: PeriodFacts): PeriodProblem[] {
  const items = heldIn(facts).flatMap((each) => each.items);
  const last = new Map(items.map((item) => [item.issueId, item]));
  return facts.problems
    .filter(({ settledOn }) => settledOn === null)
    .flatMap(({ issue }) => {
      const item = last.get(issue.id);
      const again = item && (item.outcome === null || item.outcome === "next-time");
      return again ? [{ number: issue.number, title: issue.title, detail: item.reason }] : [];
    });
}

/** The last day of the month, quarter or year that follows. */
function endOfNext({ period }: PeriodFacts): string {
  const first = addDays(period.until, 1);
  const [year = "", month = ""] = first.split("-");
  const quarter = `${year}-Q${Math.ceil(Number(month) / 3)}`;
  const id = { month: `${year}-${month}`, quarter, year }[period.kind];
  return periodOf(id)?.until ?? period.until;
}
