import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { BallotForm, BallotLine, PollOption } from "#app/domain/poll/form.ts";
import type { PollMode, PollState } from "#app/domain/poll/machine.ts";
import type { Handle } from "#db/connect.ts";

/** What decides whether this person's ballot may be taken, read in the same transaction that takes it. */
export type CastingFacts = {
  state: PollState;
  mode: PollMode;
  options: PollOption[];
  form: BallotForm;
  endsAt: Date | null;
  /** On this meeting's roll with voting right, and present unless the poll is voted on from home. */
  entitled: boolean;
  /** The device binding in force for this person. */
  keyId: string | null;
  /** Tellers have begun to count hands beside the phones. */
  handsCounting: boolean;
};

type Statements = ReturnType<typeof prepare>;
const prepared = new WeakMap<Handle, Statements>();

/** The hot path of a vote, prepared once per connection: building the SQL anew costs more than running it. */
function statements(db: Handle): Statements {
  let ready = prepared.get(db);
  if (!ready) {
    ready = prepare(db);
    prepared.set(db, ready);
  }
  return ready;
}

function prepare(db: Handle) {
  const { poll, attendee, claim, ballot, tellerCount } = db.tables;
  const hands = and(eq(tellerCount.pollId, poll.id), eq(tellerCount.method, "hands"));
  const of = sql.placeholder;
  return {
    facts: db
      .select({
        state: poll.state,
        mode: poll.mode,
        options: poll.options,
        form: poll.form,
        endsAt: poll.endsAt,
        personId: attendee.personId,
        keyId: attendee.keyId,
        handsCounting: sql<number>`${poll.alsoHands} AND EXISTS (SELECT 1 FROM ${tellerCount} WHERE ${hands})`,
      })
      .from(poll)
      .leftJoin(
        attendee,
        and(
          eq(attendee.meetingId, poll.meetingId),
          eq(attendee.personId, of("personId")),
          eq(attendee.votingRight, true),
          or(isNotNull(attendee.presentAt), eq(poll.remote, true)),
        ),
      )
      .where(and(eq(poll.id, of("pollId")), eq(poll.meetingId, of("meetingId"))))
      .prepare(),
    claim: db
      .insert(claim)
      .values({ pollId: of("pollId"), personId: of("personId") })
      .onConflictDoNothing()
      .returning({ pollId: claim.pollId })
      .prepare(),
    ballot: db
      .insert(ballot)
      .values({ pollId: of("pollId"), id: of("id"), item: of("item"), choice: of("choice"), personId: of("owner") })
      .prepare(),
    change: db
      .update(ballot)
      .set({ choice: sql`${of("choice")}` })
      .where(and(eq(ballot.pollId, of("pollId")), eq(ballot.personId, of("personId")), eq(ballot.item, of("item"))))
      .prepare(),
  };
}

/** Undefined when the meeting has no such poll. */
export async function castingFacts(
  db: Handle,
  pollId: string,
  personId: string,
  meetingId: string,
): Promise<CastingFacts | undefined> {
  const [row] = await statements(db).facts.execute({ pollId, personId, meetingId });
  return (
    row && {
      state: row.state,
      mode: row.mode,
      options: row.options,
      form: row.form,
      endsAt: row.endsAt,
      entitled: row.personId !== null,
      keyId: row.keyId,
      handsCounting: row.handsCounting === 1,
    }
  );
}

/** Spends the person's one credential; false when it was spent before. */
export async function takeClaim(db: Handle, pollId: string, personId: string): Promise<boolean> {
  const rows = await statements(db).claim.execute({ pollId, personId });
  return rows.length > 0;
}

/** Puts one line of a ballot into the box. `owner` is null in a secret poll: nothing links it to the claim, nor to the ballot's other lines. */
export async function putBallot(
  db: Handle,
  ballot: BallotLine & { pollId: string; id: string; owner: string | null },
): Promise<void> {
  await statements(db).ballot.execute({ ...ballot });
}

/** Changes a line of a named ballot before closing. */
export async function changeNamedBallot(
  db: Handle,
  pollId: string,
  personId: string,
  { item, choice }: BallotLine,
): Promise<void> {
  await statements(db).change.execute({ pollId, personId, item, choice });
}
