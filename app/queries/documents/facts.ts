import { z } from "zod";
import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import type { Edits } from "#app/domain/document/wording.ts";
import { DomainError } from "#app/domain/errors.ts";
import { type BuildingParticipation, participationByBuilding } from "#app/domain/owners/participation.ts";
import { maskParty } from "#app/domain/person/mask.ts";
import type { Actor, House } from "#app/house.ts";
import { ownersIn } from "#app/queries/owners-vote.ts";
import { type ReportBack, reportBack } from "#app/queries/report-back.ts";
import type { Handle } from "#db/connect.ts";
import { journalHead, journalOf } from "#db/journal.ts";
import { paperHolders, tellerEntries } from "#db/stores/count.ts";
import { type ActionItem, actionItemsOfMeeting, type Issue, issuesById } from "#db/stores/issue.ts";
import { type AgendaItem, agendaOf, type Body, bodyOfMeeting, type Meeting } from "#db/stores/meeting.ts";
import { objectionsTo, type RegisteredObjection } from "#db/stores/objection-register.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";
import { claimants, type Poll, pollsOf } from "#db/stores/poll.ts";
import { type ProxyOnRoll, proxiesOf } from "#db/stores/proxy.ts";
import { type Attendee, attendeesOf, everyNameOf } from "#db/stores/roll.ts";
import { type Speech, speechesOf } from "#db/stores/speech.ts";
import { type Community, communityById } from "#db/stores/staff.ts";
import { editsInForce, wordingEditsOf } from "#db/stores/wording.ts";
import { type Dossier, dossiersOf } from "./issue-facts.ts";
import { inSeatOrder } from "./order.ts";
import { type Problem, problemsIn } from "./problems.ts";

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
  /** All that is kept of each of those issues, in the agenda's order. */
  dossiers: Dossier[];
  /** Against papers issued from this meeting. */
  objections: RegisteredObjection[];
  /** The day on which the papers are made. */
  today: CalendarDay;
  /** What was promised, as it stood when the meeting ended. */
  actions: ActionItem[];
  /** Closed polls only, in the order in which they were held. */
  polls: ClosedPoll[];
  /** Polls that went wrong and have no result, likewise. */
  voidedPolls: Poll[];
  /** Drafted or open, in the order in which they were made. */
  pendingPolls: Poll[];
  reportBack: ReportBack;
  /** The community's issues that were open on the meeting's day, as they stood at its end. */
  problems: Problem[];
  /** Hash of the entry that closed the meeting; the chain's end while it goes on. */
  journalHead: string;
  /** Names of all people who are or were on any of the community's rolls, and of who sits at the desk. */
  roll: string[];
  /** What staff wrote instead of generated wordings, by genre. */
  edits: ReadonlyMap<string, Edits>;
};

/** A poll with its result, and how it came about. */
export type ClosedPoll = Poll & {
  result: NonNullable<Poll["result"]>;
  /** Who counted hands or papers; nobody where all voted on phones. */
  tellers: string[];
  /** Of a vote of the owners: who took part, building by building. Never how they voted. */
  buildings: readonly BuildingParticipation[];
  /** Of a vote from home: how many ballots were signed on paper and entered by two people. */
  signedPapers: number;
};

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
      dossiers: await dossiersOf(db, agenda, issues),
      objections: await objectionsTo(db, community.id, { kind: "meeting", id: meeting.id }),
      today: dayOf(house.clock()),
      actions: await promisesOf(db, meeting),
      ...(await pollsIn(db, meeting.id)),
      reportBack: await reportBack(house, db, meeting),
      problems: await problemsIn(db, community.id, dayOfMeeting(meeting)),
      journalHead: await headFor(db, meeting),
      roll: [...(await namesOfPeople(db, community.id)), actor.name],
    };
  });
}

/** The one day on which the community's list is looked at. */
function dayOfMeeting({ closedAt, openedAt, startsAt }: Meeting) {
  const day = dayOf(closedAt ?? openedAt ?? startsAt);
  return { from: day, until: day, asOf: day };
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

type Polls = Pick<MeetingFacts, "polls" | "voidedPolls" | "pendingPolls">;

async function pollsIn(db: Handle, meetingId: string): Promise<Polls> {
  const all = (await pollsOf(db, meetingId)).reverse();
  const polls: ClosedPoll[] = [];
  for (const poll of all) {
    if (poll.result) polls.push({ ...poll, result: poll.result, ...(await courseOf(db, poll)) });
  }
  return {
    polls,
    voidedPolls: all.filter((poll) => poll.state === "voided"),
    pendingPolls: all.filter((poll) => poll.state === "draft" || poll.state === "open"),
  };
}

async function courseOf(db: Handle, poll: Poll): Promise<Pick<ClosedPoll, "tellers" | "buildings" | "signedPapers">> {
  return {
    tellers: await tellersOf(db, poll.id),
    buildings: poll.result?.area ? await buildingsOf(db, poll) : [],
    signedPapers: poll.remote ? (await paperHolders(db, poll.id)).length : 0,
  };
}

async function buildingsOf(db: Handle, poll: Poll) {
  return participationByBuilding(await ownersIn(db, poll.meetingId), new Set(await claimants(db, poll.id)));
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
