import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import type { Schedule } from "#app/domain/calendar/schedule.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isForAgenda } from "#app/domain/issue/for-agenda.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { Actor, House } from "#app/house.ts";
import { reportBackTitle, meetingText as text } from "#app/text/meetings.ts";
import type { Handle } from "#db/connect.ts";
import type { agendaItem } from "#db/schema/index.ts";
import type { Issue } from "#db/stores/issue.ts";
import { agendaItemsOfIssue } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { ownIssue } from "#db/stores/own.ts";

const refuse = (message: string): never => {
  throw new DomainError("invalid-value", [{ field: "issues", message }]);
};

/**
 * The issues by id, in this order, each once, if each may go onto an agenda: not settled, not being worked on, and on no other agenda
 * that is still to come. Throws not-found, invalid-value.
 */
export async function issuesToDiscuss(db: Handle, actor: Actor, ids: string[], meetingId?: string): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const id of new Set(ids)) {
    const issue = await ownIssue(db, actor, id);
    if (issue.settledAt) refuse(text.refusals.settled(issue.number));
    if (!isForAgenda(await methodOf(db, issue.process), issue.stage)) refuse(text.refusals.underWay(issue.number));
    await requireFree(db, issue, meetingId);
    issues.push(issue);
  }
  return issues;
}

async function requireFree(db: Handle, issue: Issue, meetingId?: string): Promise<void> {
  for (const { item, meeting } of await agendaItemsOfIssue(db, issue.id)) {
    if (meeting.id === meetingId) refuse(text.refusals.onAgenda(issue.number));
    if (isOver(meeting.state) || item.state === "done") continue;
    refuse(text.refusals.elsewhere(issue.number, `${formatShortDay(dayOf(meeting.startsAt))}“${meeting.title}”`));
  }
}

type Row = typeof agendaItem.$inferInsert;

/** A new meeting's agenda: the report back, always first, then the issues. */
export function agendaRows(house: House, meetingId: string, schedule: Schedule, issues: Issue[]): Row[] {
  const first: Row = {
    id: house.newId(),
    meetingId,
    position: 1,
    kind: "report-back",
    title: reportBackTitle(schedule),
    state: "waiting",
  };
  return [first, ...issueRows(house, meetingId, issues, 2)];
}

/** Issues as waiting agenda items, numbered from `position`. */
export function issueRows(house: House, meetingId: string, issues: Issue[], position: number): Row[] {
  return issues.map((issue, index) => ({
    id: house.newId(),
    meetingId,
    position: position + index,
    kind: "issue",
    issueId: issue.id,
    title: issue.title,
    state: "waiting",
  }));
}
