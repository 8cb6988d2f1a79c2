import { and, asc, eq, gte, inArray, isNull, lt, lte, or } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { document, objection, posting } from "#db/schema/index.ts";
import type { ActionItem, Issue } from "./issue.ts";
import type { AgendaItem, Meeting } from "./meeting.ts";
import type { Poll } from "./poll.ts";

export type IssuedDocument = typeof document.$inferSelect;
export type PeriodPosting = typeof posting.$inferSelect;
export type PeriodObjection = typeof objection.$inferSelect;

/** Moments from the first on, and before the second. */
export type Span = { from: Date; before: Date };

/** A community's meetings that begin in the span, first to last, whatever became of them. */
export async function meetingsIn(db: Handle, communityId: string, { from, before }: Span): Promise<Meeting[]> {
  const { meeting } = db.tables;
  return db
    .select()
    .from(meeting)
    .where(and(eq(meeting.communityId, communityId), gte(meeting.startsAt, from), lt(meeting.startsAt, before)))
    .orderBy(asc(meeting.startsAt), asc(meeting.id));
}

/** When each of a community's meetings begins or began, but for those called off: for choosing a month. */
export async function meetingStartsOf(db: Handle, communityId: string): Promise<Date[]> {
  const { meeting } = db.tables;
  const rows = await db
    .select({ startsAt: meeting.startsAt })
    .from(meeting)
    .where(and(eq(meeting.communityId, communityId), inArray(meeting.state, ["planned", "open", "closed"])));
  return rows.map((row) => row.startsAt);
}

/** The agendas' issues of these meetings, in the agendas' order. */
export async function agendaIssuesOf(db: Handle, meetingIds: string[]): Promise<AgendaItem[]> {
  const { agendaItem } = db.tables;
  return db
    .select()
    .from(agendaItem)
    .where(and(inArray(agendaItem.meetingId, meetingIds), eq(agendaItem.kind, "issue")))
    .orderBy(asc(agendaItem.position));
}

/** Everything that was promised in these meetings, by number, given up or not. */
export async function promisesIn(db: Handle, meetingIds: string[]): Promise<ActionItem[]> {
  const { actionItem } = db.tables;
  return db.select().from(actionItem).where(inArray(actionItem.meetingId, meetingIds)).orderBy(asc(actionItem.number));
}

/** Work that was given out in the span without a meeting, by number. */
export async function promisesOutside(db: Handle, communityId: string, { from, before }: Span): Promise<ActionItem[]> {
  const { actionItem } = db.tables;
  return db
    .select()
    .from(actionItem)
    .where(
      and(
        eq(actionItem.communityId, communityId),
        isNull(actionItem.meetingId),
        gte(actionItem.createdAt, from),
        lt(actionItem.createdAt, before),
      ),
    )
    .orderBy(asc(actionItem.number));
}

/** Everything that was ever promised about these issues, by number. */
export async function promisesAbout(db: Handle, issueIds: string[]): Promise<ActionItem[]> {
  const { actionItem } = db.tables;
  return db.select().from(actionItem).where(inArray(actionItem.issueId, issueIds)).orderBy(asc(actionItem.number));
}

/** The polls of these meetings, in the order in which they were made. */
export async function pollsIn(db: Handle, meetingIds: string[]): Promise<Poll[]> {
  const { poll } = db.tables;
  return db.select().from(poll).where(inArray(poll.meetingId, meetingIds)).orderBy(asc(poll.createdAt), asc(poll.id));
}

/**
 * Issues that were raised until `until` and not settled before `from`, by number: what was open at any moment between the two.
 * One that was settled and taken up again counts by how it stands now.
 */
export async function issuesOpenIn(
  db: Handle,
  communityId: string,
  { from, until }: { from: Date; until: string },
): Promise<Issue[]> {
  const { issue } = db.tables;
  return db
    .select()
    .from(issue)
    .where(
      and(
        eq(issue.communityId, communityId),
        lte(issue.firstRaisedOn, until),
        or(isNull(issue.settledAt), gte(issue.settledAt, from)),
      ),
    )
    .orderBy(asc(issue.number));
}

/** Every agenda item about these issues at meetings that began before `before` and were held, first to last. */
export async function hearingsOf(
  db: Handle,
  issueIds: string[],
  before: Date,
): Promise<{ item: AgendaItem; startsAt: Date }[]> {
  const { agendaItem, meeting } = db.tables;
  return db
    .select({ item: agendaItem, startsAt: meeting.startsAt })
    .from(agendaItem)
    .innerJoin(meeting, eq(agendaItem.meetingId, meeting.id))
    .where(
      and(
        inArray(agendaItem.issueId, issueIds),
        lt(meeting.startsAt, before),
        inArray(meeting.state, ["open", "closed"]),
      ),
    )
    .orderBy(asc(meeting.startsAt), asc(agendaItem.position));
}

/** What deadlines of these promises were moved after this moment, oldest first: the journal's data as text. */
export async function deadlinesMovedAfter(
  db: Handle,
  actionItemIds: string[],
  after: Date,
): Promise<{ subject: string; data: string }[]> {
  const { journal } = db.tables;
  return db
    .select({ subject: journal.subject, data: journal.data })
    .from(journal)
    .where(
      and(
        inArray(journal.subject, actionItemIds),
        eq(journal.act, "move-deadline"),
        gte(journal.at, after.toISOString()),
      ),
    )
    .orderBy(asc(journal.seq));
}

/** The issued papers of these sources (ids of meetings or issues, or a period), oldest first; corrected ones too. */
export async function issuedDocumentsOf(
  db: Handle,
  communityId: string,
  sourceIds: string[],
): Promise<IssuedDocument[]> {
  const { document } = db.tables;
  return db
    .select()
    .from(document)
    .where(
      and(eq(document.communityId, communityId), inArray(document.sourceId, sourceIds), eq(document.state, "issued")),
    )
    .orderBy(asc(document.issuedAt), asc(document.id));
}

/** Where these papers hang or hung, by the day they were put up. */
export async function postingsIn(db: Handle, documentIds: string[]): Promise<PeriodPosting[]> {
  const { posting } = db.tables;
  return db
    .select()
    .from(posting)
    .where(inArray(posting.documentId, documentIds))
    .orderBy(asc(posting.postedOn), asc(posting.id));
}

/** Of a community's papers, whichever they are: the ids of those put up between two days. */
export async function documentsPostedIn(
  db: Handle,
  communityId: string,
  { from, until }: { from: string; until: string },
): Promise<string[]> {
  const { document, posting } = db.tables;
  const rows = await db
    .selectDistinct({ id: posting.documentId })
    .from(posting)
    .innerJoin(document, eq(posting.documentId, document.id))
    .where(and(eq(document.communityId, communityId), gte(posting.postedOn, from), lte(posting.postedOn, until)));
  return rows.map((row) => row.id);
}

/** Objections to these papers, by number. */
export async function objectionsTo(db: Handle, documentIds: string[]): Promise<PeriodObjection[]> {
  const { objection } = db.tables;
  return db.select().from(objection).where(inArray(objection.documentId, documentIds)).orderBy(asc(objection.number));
}

/** Objections that a community received between two days, by number. */
export async function objectionsReceivedIn(
  db: Handle,
  communityId: string,
  { from, until }: { from: string; until: string },
): Promise<PeriodObjection[]> {
  const { objection } = db.tables;
  return db
    .select()
    .from(objection)
    .where(
      and(eq(objection.communityId, communityId), gte(objection.receivedOn, from), lte(objection.receivedOn, until)),
    )
    .orderBy(asc(objection.number));
}
