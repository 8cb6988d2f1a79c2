import { and, count, desc, eq, sql } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { poll } from "#db/schema/index.ts";
import { saveRow } from "./save.ts";

export type Poll = typeof poll.$inferSelect;

/** A poll as a draft: it opens by `savePoll`. */
export async function insertPoll(db: Handle, row: typeof poll.$inferInsert): Promise<void> {
  await db.insert(db.tables.poll).values(row);
}

/** The poll of any community; whoever acts for one asks `ownPoll`. */
export async function pollById(db: Handle, id: string): Promise<Poll | undefined> {
  const { poll } = db.tables;
  const [row] = await db.select().from(poll).where(eq(poll.id, id));
  return row;
}

/** The polls of a meeting, the last opened first: one that was made long before may open after others. Drafts by when they were made. */
export async function pollsOf(db: Handle, meetingId: string): Promise<Poll[]> {
  const { poll } = db.tables;
  const since = sql`coalesce(${poll.openedAt}, ${poll.createdAt})`;
  return db
    .select()
    .from(poll)
    .where(eq(poll.meetingId, meetingId))
    .orderBy(desc(since), desc(poll.createdAt), desc(poll.id));
}

/** The closed polls about one issue, in whatever meeting, latest first. */
export async function closedPollsAbout(db: Handle, issueId: string): Promise<Poll[]> {
  const { agendaItem, poll } = db.tables;
  const rows = await db
    .select({ poll })
    .from(poll)
    .innerJoin(agendaItem, eq(poll.agendaItemId, agendaItem.id))
    .where(and(eq(agendaItem.issueId, issueId), eq(poll.state, "closed")))
    .orderBy(desc(poll.closedAt), desc(poll.id));
  return rows.map((row) => row.poll);
}

/** Every poll of the house, oldest first: for verification. What may not be readable any more is left for each one's own reading. */
export async function everyPoll(db: Handle): Promise<Pick<Poll, "id" | "state" | "question">[]> {
  const { poll } = db.tables;
  return db.select({ id: poll.id, state: poll.state, question: poll.question }).from(poll).orderBy(poll.createdAt);
}

/** Saves a change and raises the edition. Of a closed poll the file itself refuses another state, result or question. */
export async function savePoll(db: Handle, id: string, change: Partial<Omit<Poll, "id" | "version">>): Promise<void> {
  await saveRow(db, db.tables.poll, id, change);
}

/** How many have voted. Turnout is all that may be known while a poll is open. */
export async function countClaims(db: Handle, pollId: string): Promise<number> {
  const { claim } = db.tables;
  const [row] = await db.select({ n: count() }).from(claim).where(eq(claim.pollId, pollId));
  return row?.n ?? 0;
}

/** How many ballots were ever cast in a meeting: part of the live version number. */
export async function countMeetingClaims(db: Handle, meetingId: string): Promise<number> {
  const { claim, poll } = db.tables;
  const [row] = await db
    .select({ n: count() })
    .from(claim)
    .innerJoin(poll, eq(claim.pollId, poll.id))
    .where(eq(poll.meetingId, meetingId));
  return row?.n ?? 0;
}

/** Whether this person has voted. */
export async function hasClaim(db: Handle, pollId: string, personId: string): Promise<boolean> {
  const { claim } = db.tables;
  const rows = await db
    .select({ pollId: claim.pollId })
    .from(claim)
    .where(and(eq(claim.pollId, pollId), eq(claim.personId, personId)));
  return rows.length > 0;
}

/** Who has voted, by person id; not what, nor in which order. */
export async function claimants(db: Handle, pollId: string): Promise<string[]> {
  const { claim } = db.tables;
  const rows = await db.select({ personId: claim.personId }).from(claim).where(eq(claim.pollId, pollId));
  return rows.map((row) => row.personId);
}

/** A line in the box; `area` (0.01 m²) where the voter is known and has one on the meeting's roll. */
export type BallotRow = { item: string; choice: string; personId: string | null; area: number | null };

/** The lines in the box, in random-key order. For counting after closing only. */
export async function ballotsOf(db: Handle, pollId: string): Promise<BallotRow[]> {
  const { attendee, ballot, poll } = db.tables;
  return db
    .select({ item: ballot.item, choice: ballot.choice, personId: ballot.personId, area: attendee.area })
    .from(ballot)
    .innerJoin(poll, eq(poll.id, ballot.pollId))
    .leftJoin(attendee, and(eq(attendee.meetingId, poll.meetingId), eq(attendee.personId, ballot.personId)))
    .where(eq(ballot.pollId, pollId))
    .orderBy(ballot.id);
}
