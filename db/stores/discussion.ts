import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { knownFacts } from "#app/domain/issue/facts.ts";
import type { Facts, MethodDefinition } from "#app/domain/method/definition.ts";
import type { Handle } from "#db/connect.ts";
import type { Issue } from "./issue.ts";

/** Lines of the record about an issue at the meeting that took it up last, without removed ones: each round is heard anew. */
async function countStatements(db: Handle, issueId: string): Promise<number> {
  const { agendaItem, meeting, speech } = db.tables;
  const [last] = await db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .innerJoin(meeting, eq(agendaItem.meetingId, meeting.id))
    .where(and(eq(agendaItem.issueId, issueId), ne(agendaItem.state, "waiting")))
    .orderBy(desc(meeting.startsAt))
    .limit(1);
  if (!last) return 0;
  const [row] = await db
    .select({ n: count() })
    .from(speech)
    .where(and(eq(speech.agendaItemId, last.id), isNull(speech.removedAt)));
  return row?.n ?? 0;
}

/**
 * Seat texts of everybody who came to a meeting that took this issue up, or that was told afterwards what became of it (the report back
 * of the same body, for issues with action items); one entry a person.
 */
async function seatsAtDiscussions(db: Handle, issueId: string): Promise<string[]> {
  const { attendee } = db.tables;
  const meetings = [...(await meetingsThatTookUp(db, issueId)), ...(await meetingsThatWereTold(db, issueId))];
  if (meetings.length === 0) return [];
  const rows = await db
    .selectDistinct({ personId: attendee.personId, seat: attendee.seat })
    .from(attendee)
    .where(and(inArray(attendee.meetingId, meetings), isNotNull(attendee.presentAt)));
  return rows.map((row) => row.seat);
}

async function meetingsThatTookUp(db: Handle, issueId: string): Promise<string[]> {
  const { agendaItem } = db.tables;
  const rows = await db
    .selectDistinct({ id: agendaItem.meetingId })
    .from(agendaItem)
    .where(and(eq(agendaItem.issueId, issueId), ne(agendaItem.state, "waiting")));
  return rows.map((row) => row.id);
}

async function meetingsThatWereTold(db: Handle, issueId: string): Promise<string[]> {
  const { actionItem, agendaItem, meeting } = db.tables;
  const [first] = await db
    .select({ bodyId: meeting.bodyId, startsAt: meeting.startsAt })
    .from(actionItem)
    .innerJoin(meeting, eq(actionItem.meetingId, meeting.id))
    .where(eq(actionItem.issueId, issueId))
    .orderBy(asc(meeting.startsAt))
    .limit(1);
  if (!first) return [];
  const told = and(eq(agendaItem.kind, "report-back"), ne(agendaItem.state, "waiting"));
  const rows = await db
    .select({ id: meeting.id })
    .from(agendaItem)
    .innerJoin(meeting, eq(agendaItem.meetingId, meeting.id))
    .where(and(told, eq(meeting.bodyId, first.bodyId), gt(meeting.startsAt, first.startsAt)));
  return rows.map((row) => row.id);
}

/** Whether anything hangs on an agenda item (record lines, polls, action items), so that it can no longer be taken off. */
export async function isAgendaItemUsed(db: Handle, agendaItemId: string): Promise<boolean> {
  const { actionItem, poll, speech } = db.tables;
  for (const table of [speech, poll, actionItem]) {
    const [row] = await db.select({ n: count() }).from(table).where(eq(table.agendaItemId, agendaItemId));
    if (row && row.n > 0) return true;
  }
  return false;
}

/** `knownFacts` about a stored issue on this day, with `given` over what was entered before. */
export async function factsAbout(
  db: Handle,
  method: MethodDefinition,
  issue: Issue,
  today: CalendarDay,
  given: Facts = {},
): Promise<Facts> {
  const [statements, seats] = [await countStatements(db, issue.id), await seatsAtDiscussions(db, issue.id)];
  const counted = { statements, seats, today };
  return knownFacts(method, issue, { ...issue.facts, ...given }, counted);
}
