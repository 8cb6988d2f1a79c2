import type { MeetingSnapshot, SnapshotStraw } from "#app/domain/meeting/snapshot.ts";
import type { House, Voter } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { answerOf, answersOf, countAnswers, countAsked, type StrawPoll, strawsOf } from "#db/stores/straw.ts";

/** What a meeting's snapshot says of mood checks: the one that the room looks at, and how many answers there ever were, for the version. */
export async function strawNow(
  db: Handle,
  meetingId: string,
): Promise<{ straw: SnapshotStraw | null; answers: number }> {
  const straws = await strawsOf(db, meetingId);
  let answers = 0;
  for (const straw of straws) answers += straw.answered ?? (await countAnswers(db, straw.id));
  const looked = straws.find((straw) => !straw.putAway);
  return { straw: looked ? await inSnapshot(db, looked) : null, answers };
}

/** While it is open how many have answered, and never a sum: people follow the crowd. */
async function inSnapshot(db: Handle, straw: StrawPoll): Promise<SnapshotStraw> {
  const { id, question, options, guests, state } = straw;
  const asked = { id, question, options, guests };
  if (state === "open")
    return { ...asked, state, answered: await countAnswers(db, id), present: await countAsked(db, straw) };
  return { ...asked, state, answered: straw.answered ?? 0, present: straw.present ?? 0, counts: straw.counts };
}

/** The same snapshot with what one voter tapped, for that voter alone; unchanged where no mood check is open. */
export function withAnswer(shared: MeetingSnapshot, mine: string | null): MeetingSnapshot {
  return shared.straw?.state === "open" ? { ...shared, straw: { ...shared.straw, mine } } : shared;
}

/** What this voter tapped in the mood check that is open; null for nothing, or where none is. */
export async function answerIn(house: House, straw: SnapshotStraw | null, voter: Voter): Promise<string | null> {
  if (straw?.state !== "open") return null;
  return house.db.read((db) => answerOf(db, straw.id, voter.personId));
}

/** What each voter tapped in the mood check that is open: for telling many phones at once, each its own. */
export async function answersIn(
  house: House,
  straw: SnapshotStraw | null,
): Promise<(personId: string) => string | null> {
  if (straw?.state !== "open") return () => null;
  const tapped = await house.db.read((db) => answersOf(db, straw.id));
  return (personId) => tapped.get(personId) ?? null;
}

/** A meeting's mood checks for the desk, latest first: of an open one how many answered, of closed ones their sums. */
export async function strawViews(db: Handle, meetingId: string) {
  return Promise.all(
    (await strawsOf(db, meetingId)).map(async (straw) => ({
      ...(await inSnapshot(db, straw)),
      endedFor: straw.endedFor,
      shown: !straw.putAway,
    })),
  );
}
