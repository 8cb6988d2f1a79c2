import { and, asc, count, eq, isNotNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { termsOf } from "#app/domain/proxy/stand-in.ts";
import type { Handle } from "#db/connect.ts";
import type { proxy } from "#db/schema/index.ts";
import { type Attendance, type Attendee, countAttendance } from "./roll.ts";

export type Proxy = typeof proxy.$inferSelect;
/** An authority with the two lines of the meeting's roll that it is about. */
export type ProxyOnRoll = Proxy & { principal: Attendee; holder: Attendee };

/** The meeting's authorities 委托, by the principals' names; those whose principal or holder left the roll are none any more. */
export async function proxiesOf(db: Handle, meetingId: string): Promise<ProxyOnRoll[]> {
  return joined(db, eq(db.tables.proxy.meetingId, meetingId));
}

/** Those in which this person is the principal or the holder. */
export async function proxiesAbout(db: Handle, meetingId: string, personId: string): Promise<ProxyOnRoll[]> {
  const { proxy } = db.tables;
  const about = or(eq(proxy.principalId, personId), eq(proxy.holderId, personId));
  return joined(db, and(eq(proxy.meetingId, meetingId), about));
}

async function joined(db: Handle, which: ReturnType<typeof and>): Promise<ProxyOnRoll[]> {
  const { attendee, proxy } = db.tables;
  const principal = alias(attendee, "principal");
  const holder = alias(attendee, "holder");
  const ofMeeting = (line: typeof principal | typeof holder) => eq(line.meetingId, proxy.meetingId);
  const rows = await db
    .select({ proxy, principal, holder })
    .from(proxy)
    .innerJoin(principal, and(ofMeeting(principal), eq(principal.personId, proxy.principalId)))
    .innerJoin(holder, and(ofMeeting(holder), eq(holder.personId, proxy.holderId)))
    .where(which)
    .orderBy(asc(principal.name), asc(proxy.principalId));
  return rows.map((row) => ({ ...row.proxy, principal: row.principal, holder: row.holder }));
}

/** A principal has one authority in a meeting: a second one is refused by the file. */
export async function insertProxy(db: Handle, row: typeof proxy.$inferInsert): Promise<void> {
  await db.insert(db.tables.proxy).values(row);
}

/** Takes the principal's authority back. */
export async function deleteProxy(db: Handle, meetingId: string, principalId: string): Promise<void> {
  const { proxy } = db.tables;
  await db.delete(proxy).where(and(eq(proxy.meetingId, meetingId), eq(proxy.principalId, principalId)));
}

type Statement = ReturnType<typeof prepare>;
const prepared = new WeakMap<Handle, Statement>();

function prepare(db: Handle) {
  const { proxy } = db.tables;
  const of = sql.placeholder;
  return db
    .select({ holderId: proxy.holderId })
    .from(proxy)
    .where(
      and(
        eq(proxy.meetingId, of("meetingId")),
        eq(proxy.principalId, of("principalId")),
        eq(proxy.holderId, of("holderId")),
      ),
    )
    .prepare();
}

/** Whether this holder was authorised by this principal; prepared once per connection, for whoever casts for another. */
export async function holdsProxy(
  db: Handle,
  of: { meetingId: string; principalId: string; holderId: string },
): Promise<boolean> {
  let statement = prepared.get(db);
  if (!statement) {
    statement = prepare(db);
    prepared.set(db, statement);
  }
  return (await statement.execute(of)).length > 0;
}

/** Whether the person's vote was cast in any poll of the meeting, by whoever. */
export async function hasVotedIn(db: Handle, meetingId: string, personId: string): Promise<boolean> {
  const { claim, poll } = db.tables;
  const rows = await db
    .select({ pollId: claim.pollId })
    .from(claim)
    .innerJoin(poll, eq(claim.pollId, poll.id))
    .where(and(eq(poll.meetingId, meetingId), eq(claim.personId, personId)))
    .limit(1);
  return rows.length > 0;
}

/** How many with a voting right are only represented. */
async function countRepresented(db: Handle, meetingId: string): Promise<number> {
  const { attendee } = db.tables;
  const represented = and(eq(attendee.votingRight, true), eq(attendee.via, "proxy"), isNotNull(attendee.presentAt));
  const [row] = await db
    .select({ n: count() })
    .from(attendee)
    .where(and(eq(attendee.meetingId, meetingId), represented));
  return row?.n ?? 0;
}

/** The attendance as a poll's own rule counts it: whoever is only represented came where it knows proxies, and did not where it knows none. */
export async function attendanceUnder(
  db: Handle,
  meetingId: string,
  poll: { ruleId: string; overlays: readonly string[] },
): Promise<Attendance> {
  const { due, present } = await countAttendance(db, meetingId);
  return { due, present: termsOf(poll).allowed ? present : present - (await countRepresented(db, meetingId)) };
}
