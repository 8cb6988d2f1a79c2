import { and, count, desc, eq, isNotNull } from "drizzle-orm";
import type { Handle } from "#db/connect.ts";
import type { strawPoll } from "#db/schema/index.ts";
import { saveRow } from "./save.ts";

export type StrawPoll = typeof strawPoll.$inferSelect;

/** A mood check, open from now on. */
export async function insertStraw(db: Handle, row: typeof strawPoll.$inferInsert): Promise<void> {
  await db.insert(db.tables.strawPoll).values(row);
}

/** The mood check of any community; whoever acts for one asks `ownStraw`. */
export async function strawById(db: Handle, id: string): Promise<StrawPoll | undefined> {
  const { strawPoll } = db.tables;
  const [row] = await db.select().from(strawPoll).where(eq(strawPoll.id, id));
  return row;
}

/** A meeting's mood checks, latest first. */
export async function strawsOf(db: Handle, meetingId: string): Promise<StrawPoll[]> {
  const { strawPoll } = db.tables;
  return db
    .select()
    .from(strawPoll)
    .where(eq(strawPoll.meetingId, meetingId))
    .orderBy(desc(strawPoll.openedAt), desc(strawPoll.id));
}

/** Saves a change and raises the edition. What was asked, and a closed one's sums, the file itself refuses to change. */
export async function saveStraw(db: Handle, id: string, change: Partial<Omit<StrawPoll, "id" | "version">>) {
  await saveRow(db, db.tables.strawPoll, id, change);
}

/** Takes back one that nobody has answered. */
export async function deleteStraw(db: Handle, id: string): Promise<void> {
  const { strawPoll } = db.tables;
  await db.delete(strawPoll).where(eq(strawPoll.id, id));
}

/** Whom a mood check asks: everybody checked in, or those of them with voting right. */
export async function countAsked(db: Handle, { meetingId, guests }: Pick<StrawPoll, "meetingId" | "guests">) {
  const { attendee } = db.tables;
  const [row] = await db
    .select({ n: count() })
    .from(attendee)
    .where(
      and(
        eq(attendee.meetingId, meetingId),
        isNotNull(attendee.presentAt),
        guests ? undefined : eq(attendee.votingRight, true),
      ),
    );
  return row?.n ?? 0;
}

/** Keeps what somebody tapped, in place of what they tapped before; true when it is their first answer. */
export async function putAnswer(
  db: Handle,
  answer: { strawPollId: string; personId: string; choice: string },
): Promise<boolean> {
  const { strawAnswer } = db.tables;
  const added = await db
    .insert(strawAnswer)
    .values(answer)
    .onConflictDoNothing()
    .returning({ id: strawAnswer.personId });
  if (added.length > 0) return true;
  await db
    .update(strawAnswer)
    .set({ choice: answer.choice })
    .where(and(eq(strawAnswer.strawPollId, answer.strawPollId), eq(strawAnswer.personId, answer.personId)));
  return false;
}

/** How many have answered: all that may be known while it is open. */
export async function countAnswers(db: Handle, strawPollId: string): Promise<number> {
  const { strawAnswer } = db.tables;
  const [row] = await db.select({ n: count() }).from(strawAnswer).where(eq(strawAnswer.strawPollId, strawPollId));
  return row?.n ?? 0;
}

/** What one person has tapped, for their own phone; null for nothing yet. */
export async function answerOf(db: Handle, strawPollId: string, personId: string): Promise<string | null> {
  const { strawAnswer } = db.tables;
  const [row] = await db
    .select({ choice: strawAnswer.choice })
    .from(strawAnswer)
    .where(and(eq(strawAnswer.strawPollId, strawPollId), eq(strawAnswer.personId, personId)));
  return row?.choice ?? null;
}

/** What everybody has tapped, by person: for telling each phone its own answer, and for the sums at closing. Nothing else may read it. */
export async function answersOf(db: Handle, strawPollId: string): Promise<Map<string, string>> {
  const { strawAnswer } = db.tables;
  const rows = await db.select().from(strawAnswer).where(eq(strawAnswer.strawPollId, strawPollId));
  return new Map(rows.map(({ personId, choice }) => [personId, choice]));
}

/** Who tapped what is gone for good; `scrub` takes it out of the log too. */
export async function deleteAnswers(db: Handle, strawPollId: string): Promise<void> {
  const { strawAnswer } = db.tables;
  await db.delete(strawAnswer).where(eq(strawAnswer.strawPollId, strawPollId));
}
