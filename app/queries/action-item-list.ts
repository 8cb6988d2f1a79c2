import { overdueDays, type Warning, warning } from "#app/domain/action-item/machine.ts";
import { dayOf, daysBetween } from "#app/domain/calendar/day.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { nextSteps, requireStage } from "#app/domain/method/step.ts";
import type { Actor, House } from "#app/house.ts";
import { type ActionItem, actionItemsOf, type Issue, issuesById } from "#db/stores/issue.ts";
import { type Meeting, meetingsById } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";

export type ActionFilter = "open" | "overdue" | "done" | "all";

export type ActionLine = Pick<
  ActionItem,
  "id" | "number" | "title" | "responsible" | "deadline" | "plan" | "state" | "resultNote" | "version"
> & {
  issue: { id: string; number: number; title: string };
  meeting: { code: string; startsAt: Date } | null;
  warning: Warning;
  overdueDays: number;
  /** Days left until the last day; 0 today, negative when over. */
  daysLeft: number;
  doneOn: string | null;
  /** A “done” by mistake can still be taken back. */
  canUndo: boolean;
  /** The result can still be sent back. */
  canReturn: boolean;
};

/** The community's action items, nearest deadline first, those done latest first; with how many there are of each kind. */
export function actionItemList(house: House, actor: Actor, filter: ActionFilter) {
  return house.db.read(async (db) => {
    const today = dayOf(house.clock());
    const items = await actionItemsOf(db, actor.communityId);
    const issues = byId(await issuesById(db, [...new Set(items.map((item) => item.issueId))]));
    const meetings = byId(await meetingsById(db, [...new Set(items.flatMap((item) => item.meetingId ?? []))]));
    const lines: ActionLine[] = [];
    for (const item of items) {
      const issue = issues.get(item.issueId);
      if (!issue) continue;
      const method = await methodOf(db, issue.process);
      lines.push(lineOf(item, { issue, method }, meetings.get(item.meetingId ?? ""), today));
    }
    const of = (wanted: ActionFilter) => lines.filter((line) => fits(line, wanted));
    return {
      lines: filter === "done" ? of("done").sort((a, b) => ((a.doneOn ?? "") < (b.doneOn ?? "") ? 1 : -1)) : of(filter),
      counts: { open: of("open").length, overdue: of("overdue").length, done: of("done").length, all: lines.length },
      today,
    };
  });
}

function byId<Row extends { id: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function fits(line: ActionLine, filter: ActionFilter): boolean {
  if (filter === "all") return true;
  if (filter === "overdue") return line.warning === "overdue";
  return filter === "open" ? line.state === "open" : line.state !== "open";
}

type Run = { issue: Issue; method: MethodDefinition };

function lineOf(item: ActionItem, { issue, method }: Run, meeting: Meeting | undefined, today: string): ActionLine {
  const { id, number, title, responsible, deadline, plan, state, resultNote, version, doneAt } = item;
  return {
    ...{ id, number, title, responsible, deadline, plan, state, resultNote, version },
    issue: { id: issue.id, number: issue.number, title: issue.title },
    meeting: meeting ? { code: meeting.code, startsAt: meeting.startsAt } : null,
    warning: warning(item, today),
    overdueDays: overdueDays(item, today),
    daysLeft: daysBetween(today, deadline),
    doneOn: doneAt ? dayOf(doneAt) : null,
    ...waysBack(method, issue, item),
  };
}

/** Which ways back the commands would take (`undoFinish`, `returnActionItem`). */
function waysBack(method: MethodDefinition, issue: Issue, item: ActionItem): { canUndo: boolean; canReturn: boolean } {
  const { kind } = requireStage(method, issue.stage);
  if (item.state !== "done" || (kind !== "execute" && kind !== "feedback")) return { canUndo: false, canReturn: false };
  // How often a result may be sent back is the method's to say.
  const sendBack = nextSteps(method, issue.process, issue.facts).find((way) => way.event === "return");
  return {
    canUndo: kind === "execute" || !issue.facts.rating,
    canReturn: kind === "execute" || sendBack?.ready === true,
  };
}
