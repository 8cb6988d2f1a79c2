import { isOverdue, overdueDays } from "#app/domain/action-item/machine.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import type { House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { type ActionItem, actionItemsOf, issuesById } from "#db/stores/issue.ts";
import { type Meeting, meetingHeldBefore, meetingsById } from "#db/stores/meeting.ts";
import { reportsOf } from "#db/stores/report.ts";

/** One line of 上周议定事项落实情况. Days are "YYYY-MM-DD". */
export type ReportBackLine = {
  id: string;
  number: number;
  title: string;
  issueId: string;
  issueNumber: number | null;
  issueTitle: string;
  responsible: string;
  deadline: string;
  plan: string;
  /** As of the meeting's end, or now while it is to come or in session. */
  state: ActionItem["state"];
  /** How it was done; of an open one, how far it is, as this meeting was told. */
  resultNote: string;
  doneOn: string | null;
  /** Open with its last day before the meeting's day. */
  overdue: boolean;
  overdueDays: number;
  /** Finished, but after its last day. */
  late: boolean;
  /** The item's edition: a tick on the page is a tick on what was seen. */
  version: number;
};

export type ReportBack = {
  /** The meeting whose promises are reported on first of all; `null` when none was held before. */
  last: { code: string; title: string; startsAt: Date } | null;
  lines: ReportBackLine[];
  done: number;
  open: number;
  overdue: number;
};

/**
 * What became of the promises of this body's earlier meetings: everything open when the last one closed, finished since or not.
 * A meeting that is over keeps what it was told: later changes do not rewrite its minutes.
 */
export async function reportBack(house: House, db: Handle, meeting: Meeting): Promise<ReportBack> {
  const last = await meetingHeldBefore(db, meeting.bodyId, meeting.startsAt);
  if (!last) return { last: null, lines: [], done: 0, open: 0, overdue: 0 };
  const asOf = meeting.closedAt ?? house.clock();
  const since = last.closedAt ?? last.startsAt;
  const told = (await actionItemsOf(db, meeting.communityId)).filter(
    (item) => item.createdAt <= asOf && (item.doneAt === null || item.doneAt > since),
  );
  const earlier = await earlierMeetings(db, meeting, told);
  const items = told.filter((item) => item.meetingId !== null && earlier.has(item.meetingId));
  const issues = new Map((await issuesById(db, unique(items))).map((issue) => [issue.id, issue]));
  const notes = new Map((await reportsOf(db, meeting.id)).map((row) => [row.actionItemId, row.note]));
  const lines = items.map((item) => {
    return lineOf(item, issues.get(item.issueId), dayOf(meeting.startsAt), asOf, notes.get(item.id) ?? "");
  });
  return {
    last: { code: last.code, title: last.title, startsAt: last.startsAt },
    lines,
    done: lines.filter((line) => line.state === "done").length,
    open: lines.filter((line) => line.state === "open").length,
    overdue: lines.filter((line) => line.overdue).length,
  };
}

/** Ids of the same body's earlier meetings that made these promises. */
async function earlierMeetings(db: Handle, meeting: Meeting, items: ActionItem[]): Promise<Set<string>> {
  const meetings = await meetingsById(db, [...new Set(items.flatMap((item) => item.meetingId ?? []))]);
  const earlier = meetings.filter((each) => each.bodyId === meeting.bodyId && each.startsAt < meeting.startsAt);
  return new Set(earlier.map((each) => each.id));
}

const unique = (items: ActionItem[]): string[] => [...new Set(items.map((item) => item.issueId))];

function lineOf(
  item: ActionItem,
  issue: { number: number; title: string } | undefined,
  day: string,
  asOf: Date,
  progress: string,
): ReportBackLine {
  const { id, number, title, issueId, responsible, deadline, plan, doneAt, version } = item;
  const settled = doneAt !== null && doneAt <= asOf;
  const then = { state: settled ? item.state : ("open" as const), deadline };
  const doneOn = settled && item.state === "done" ? dayOf(doneAt) : null;
  return {
    id,
    number,
    title,
    issueId,
    issueNumber: issue?.number ?? null,
    issueTitle: issue?.title ?? "",
    responsible,
    deadline,
    plan,
    state: then.state,
    resultNote: settled ? item.resultNote : progress,
    doneOn,
    overdue: isOverdue(then, day),
    overdueDays: overdueDays(then, day),
    late: doneOn !== null && doneOn > deadline,
    version,
  };
}
