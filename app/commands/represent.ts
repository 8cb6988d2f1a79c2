import type { ProxyPair } from "#app/domain/proxy/register.ts";
import { isRepresented, standingIn, termsOf } from "#app/domain/proxy/stand-in.ts";
import type { House, Voter } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { castingFacts } from "#db/stores/cast.ts";
import { bodyOfMeeting, type Meeting, meetingById, touchMeeting } from "#db/stores/meeting.ts";
import { type Poll, pollById } from "#db/stores/poll.ts";
import { deleteProxy, holdsProxy, type ProxyOnRoll, proxiesAbout, proxiesOf } from "#db/stores/proxy.ts";
import { type Attendee, attendeesOf, saveAttendee } from "#db/stores/roll.ts";
import { record } from "./record.ts";

type By = { communityId: string; name: string };

/** A line of the roll as the domain of proxies sees it. */
export const standingOf = (line: Attendee) => ({
  personId: line.personId,
  name: line.name,
  unit: line.unit,
  votingRight: line.votingRight,
  present: line.presentAt !== null,
  via: line.via,
});

/** Whether the rule of the meeting's body knows proxies. */
export async function allowsProxies(db: Handle, meeting: Meeting): Promise<boolean> {
  const body = await bodyOfMeeting(db, meeting);
  return body !== undefined && termsOf(body).allowed;
}

/**
 * Brings principals' presence in line with their holders': who is represented counts as 到会 from the moment the holder is there, and no longer
 * than that. Called inside the transaction that changed either. True when somebody's presence changed.
 */
async function settle(house: House, db: Handle, meeting: Meeting, proxies: readonly ProxyOnRoll[]): Promise<boolean> {
  if (proxies.length === 0) return false;
  const allowed = await allowsProxies(db, meeting);
  let changed = false;
  for (const { principal, holder } of proxies) {
    const represented = isRepresented(allowed, standingOf(principal), standingOf(holder));
    if (represented === (principal.via === "proxy")) continue;
    if (!represented && principal.presentAt !== null && principal.via !== "proxy") continue;
    const presence = represented ? { presentAt: house.clock(), via: "proxy" as const } : { presentAt: null, via: null };
    await saveAttendee(db, meeting.id, principal.personId, presence);
    changed = true;
  }
  if (changed) await touchMeeting(db, meeting.id);
  return changed;
}

/** After somebody came or left, or an authority was registered: settles those that this person is part of. */
export async function settleAbout(house: House, db: Handle, meeting: Meeting, personId: string): Promise<boolean> {
  return settle(house, db, meeting, await proxiesAbout(db, meeting.id, personId));
}

/**
 * Somebody came in person: they speak for themselves from now on, their authority falls away and the journal says so; and those who
 * authorised them are represented. True when phones have something new to show.
 */
export async function settleArrival(
  house: House,
  db: Handle,
  meeting: Meeting,
  by: By,
  personId: string,
): Promise<boolean> {
  const about = await proxiesAbout(db, meeting.id, personId);
  if (about.length === 0) return false;
  const own = about.find(({ principalId }) => principalId === personId);
  if (own) {
    await deleteProxy(db, meeting.id, personId);
    const names = { principal: own.principal.name, holder: own.holder.name };
    await record(house, db, by, "withdraw-proxy", personId, { meeting: meeting.code, ...names, cause: "in-person" });
  }
  const held = about.filter((each) => each !== own);
  return (await settle(house, db, meeting, held)) || own !== undefined;
}

/** After the roll or the body's rule changed: settles every authority of the meeting, and nobody stays represented by one that is gone. */
export async function settleMeeting(house: House, db: Handle, meetingId: string): Promise<void> {
  const meeting = await meetingById(db, meetingId);
  if (!meeting) return;
  const proxies = await proxiesOf(db, meetingId);
  const principals = new Set(proxies.map(({ principalId }) => principalId));
  for (const line of await attendeesOf(db, meetingId)) {
    if (line.via !== "proxy" || principals.has(line.personId)) continue;
    await saveAttendee(db, meetingId, line.personId, { presentAt: null, via: null });
  }
  await settle(house, db, meeting, proxies);
}

/**
 * Whether this voter's device may cast for that person: the voter may vote there themselves, holds the person's authority, and the poll's rule
 * and ballot let them. Read in the transaction that takes the ballot: whoever checks in meanwhile votes themselves.
 */
export async function mayCastFor(db: Handle, voter: Voter, pollId: string, principalId: string): Promise<boolean> {
  const { meetingId, personId: holderId, keyId } = voter;
  if (!(await holdsProxy(db, { meetingId, principalId, holderId }))) return false;
  const own = await castingFacts(db, pollId, holderId, meetingId);
  if (!own?.entitled || own.keyId !== keyId) return false;
  const poll = await pollById(db, pollId);
  return poll !== undefined && standsFor(db, poll, { holderId, principalId });
}

/** Whether this authority counts in this poll: its rule and its ballot let the holder vote for others, and for so many. */
async function standsFor(db: Handle, poll: Poll, { holderId, principalId }: ProxyPair): Promise<boolean> {
  const held = (await proxiesAbout(db, poll.meetingId, holderId)).filter((each) => each.holderId === holderId);
  return standingIn(poll, held).some((each) => each.principalId === principalId);
}

/**
 * Whether somebody's vote may be cast, or their paper handed out, at the table: whoever came casts their own; of whoever is only represented,
 * the holder must be one who may vote for others in this poll.
 */
export async function mayVoteThere(db: Handle, poll: Poll, { meetingId, personId, via }: Attendee): Promise<boolean> {
  if (via !== "proxy") return true;
  const [own] = (await proxiesAbout(db, meetingId, personId)).filter(({ principalId }) => principalId === personId);
  return own !== undefined && standsFor(db, poll, own);
}

/** Who votes for whom in a poll, for the entry of its opening; nothing where nobody does, or may. */
export async function toldProxies(
  db: Handle,
  poll: Poll,
): Promise<{ proxies?: { principal: string; holder: string }[] }> {
  const proxies = termsOf(poll).allowed ? await proxiesOf(db, poll.meetingId) : [];
  if (proxies.length === 0) return {};
  return { proxies: proxies.map(({ principal, holder }) => ({ principal: principal.name, holder: holder.name })) };
}
