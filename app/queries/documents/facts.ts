import { z } from "zod";
import type { Edits } from "#app/domain/document/wording.ts";
import { DomainError } from "#app/domain/errors.ts";
import { maskParty } from "#app/domain/person/mask.ts";
import type { Actor, House } from "#app/house.ts";
import { type ReportBack, reportBack } from "#app/queries/report-back.ts";
import type { Handle } from "#db/connect.ts";
import { journalHead, journalOf } from "#db/journal.ts";
import { tellerEntries } from "#db/stores/count.ts";
import { type ActionItem, actionItemsOfMeeting, type Issue, issuesById } from "#db/stores/issue.ts";
import { type AgendaItem, agendaOf, type Body, bodyOfMeeting, type Meeting } from "#db/stores/meeting.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";
import { type Poll, pollsOf } from "#db/stores/poll.ts";
import { type ProxyOnRoll, proxiesOf } from "#db/stores/proxy.ts";
import { type Attendee, attendeesOf, everyNameOf } from "#db/stores/roll.ts";
import { type Speech, speechesOf } from "#db/stores/speech.ts";
import { type Community, communityById } from "#db/stores/staff.ts";
import { editsInForce, wordingEditsOf } from "#db/stores/wording.ts";
import { inSeatOrder } from "./order.ts";

/** All that a meeting's papers are made from, read in one snapshot. */
export type MeetingFacts = {
  kind: "meeting";
  community: Community;
  meeting: Meeting;
  body: Body;
  /** In the order in which papers name them. */
  attendees: Attendee[];
  /** Who authorised whom 委托. */
  proxies: ProxyOnRoll[];
  agenda: AgendaItem[];
  /** The record, in the order of the agenda's items and of speaking. */
  speeches: Speech[];
  issues: Map<string, Issue>;
  /** What was promised, as it stood when the meeting ended. */
  actions: ActionItem[];
  /** Closed polls only, in the order in which they were held. */
  polls: ClosedPoll[];
  /** Polls that went wrong and have no result, likewise. */
  voidedPolls: Poll[];
  reportBack: ReportBack;
  /** Hash of the entry that closed the meeting; the chain's end while it goes on. */
  journalHead: string;
  /** Names of all people who are or were on any of the community's rolls, and of who sits at the desk. */
  roll: string[];
  /** What staff wrote instead of generated wordings, by genre. */
  edits: ReadonlyMap<string, Edits>;
};

/** `tellers`: who counted hands or papers; nobody where all voted on phones. */
export type ClosedPoll = Poll & { result: NonNullable<Poll["result"]>; tellers: string[] };

/** Throws not-found unless the meeting belongs to the actor's community, trial-run in a rehearsal. */
export async function meetingFacts(house: House, actor: Actor, code: string): Promise<MeetingFacts> {
  // Every paper begins here: none is made of what was only rehearsed.
  if (house.trialRun) throw new DomainError("trial-run");
  return house.db.read(async (db) => {
    const { meeting, community, body } = await ownMeetingWithBody(db, actor, code);
    const agenda = await agendaOf(db, meeting.id);
    const issues = await issuesById(
      db,
      agenda.flatMap(({ issueId }) => issueId ?? []),
    );
    return {
      kind: "meeting",
      community,
      meeting,
      body,
      agenda,
      speeches: await speechesOf(db, meeting.id),
      edits: editsInForce(await wordingEditsOf(db, community.id, meeting.id)),
      attendees: inSeatOrder(body.methodId, await attendeesOf(db, meeting.id)),
      proxies: await proxiesOf(db, meeting.id),
      issues: new Map(issues.map((issue) => [issue.id, issue])),
      actions: await promisesOf(db, meeting),
      ...(await pollsHeld(db, meeting.id)),
      reportBack: await reportBack(house, db, meeting),
      journalHead: await headFor(db, meeting),
      roll: [...(await namesOfPeople(db, community.id)), actor.name],
    };
  });
}

async function ownMeetingWithBody(db: Handle, actor: Actor, code: string) {
  const meeting = await ownMeetingByCode(db, actor, code);
  const community = await communityById(db, meeting.communityId);
  const body = await bodyOfMeeting(db, meeting);
  if (!community || !body) throw new DomainError("not-found");
  return { meeting, community, body };
}

/** Longer than people's names are: 翠湖置业有限公司, which owns units like anybody else and is no secret. */
const isOrganisation = (name: string) => Array.from(name).length > 5 && maskParty(name, []) === name;

async function namesOfPeople(db: Handle, communityId: string): Promise<string[]> {
  return (await everyNameOf(db, communityId)).filter((name) => !isOrganisation(name));
}

async function pollsHeld(db: Handle, meetingId: string): Promise<{ polls: ClosedPoll[]; voidedPolls: Poll[] }> {
  const held = (await pollsOf(db, meetingId)).reverse();
  const polls: ClosedPoll[] = [];
  for (const poll of held) {
    if (poll.result) polls.push({ ...poll, result: poll.result, tellers: await tellersOf(db, poll.id) });
  }
  return { polls, voidedPolls: held.filter((poll) => poll.state === "voided") };
}

async function tellersOf(db: Handle, pollId: string): Promise<string[]> {
  const names = [...(await tellerEntries(db, pollId)).values()].flat().map((entry) => entry.teller);
  return [...new Set(names)];
}

/**
 * Papers say what the meeting settled, not what became of it: an item that was given up later is still there, and one whose deadline was
 * moved later has the deadline it had.
 */
async function promisesOf(db: Handle, { id, closedAt }: Meeting): Promise<ActionItem[]> {
  const items = await actionItemsOfMeeting(db, id);
  if (!closedAt) return items.filter((item) => item.state !== "cancelled");
  const promised: ActionItem[] = [];
  for (const item of items) {
    const givenUpBefore = item.state === "cancelled" && item.doneAt !== null && item.doneAt <= closedAt;
    if (!givenUpBefore) promised.push({ ...item, deadline: await deadlineAt(db, item, closedAt) });
  }
  return promised;
}

const moved = z.object({ was: z.string() });

async function deadlineAt(db: Handle, item: ActionItem, at: Date): Promise<string> {
  const later = (await journalOf(db, item.id)).find(
    (entry) => entry.act === "move-deadline" && new Date(entry.at) > at,
  );
  return moved.safeParse(later?.data).data?.was ?? item.deadline;
}

async function headFor(db: Handle, meeting: Meeting): Promise<string> {
  const closing = (await journalOf(db, meeting.id)).find((entry) => entry.act === "close-meeting");
  return closing?.hash ?? (await journalHead(db)).hash;
}
