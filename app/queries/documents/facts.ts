import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { type ReportBack, reportBackOf } from "#app/queries/report-back.ts";
import type { Handle } from "#db/connect.ts";
import { journalHead, journalOf } from "#db/journal.ts";
import { type ActionItem, actionItemsOfMeeting, type Issue, issuesById } from "#db/stores/issue.ts";
import { type AgendaItem, agendaOf, type Body, bodyById, type Meeting, meetingByCode } from "#db/stores/meeting.ts";
import { type Poll, pollsOf } from "#db/stores/poll.ts";
import { type Attendee, attendeesOf } from "#db/stores/roll.ts";
import { type Community, communityById } from "#db/stores/staff.ts";

/** All that a meeting's papers are made from, read in one snapshot. */
export type MeetingFacts = {
  community: Community;
  meeting: Meeting;
  body: Body;
  attendees: Attendee[];
  agenda: AgendaItem[];
  issues: Map<string, Issue>;
  actions: ActionItem[];
  /** Closed polls only, in the order in which they were held. */
  polls: (Poll & { result: NonNullable<Poll["result"]> })[];
  reportBack: ReportBack;
  /** Hash of the entry that closed the meeting; the chain's end while it goes on. */
  journalHead: string;
};

/** Throws not-found unless the meeting belongs to the actor's community. */
export function meetingFacts(house: House, actor: Actor, code: string): Promise<MeetingFacts> {
  return house.db.read(async (db) => {
    const meeting = await meetingByCode(db, code);
    const community = meeting && (await communityById(db, meeting.communityId));
    const body = meeting && (await bodyById(db, meeting.bodyId));
    if (!meeting || !community || !body || community.id !== actor.communityId) throw new DomainError("not-found");
    const agenda = await agendaOf(db, meeting.id);
    const issues = await issuesById(
      db,
      agenda.flatMap(({ issueId }) => issueId ?? []),
    );
    return {
      community,
      meeting,
      body,
      agenda,
      attendees: await attendeesOf(db, meeting.id),
      issues: new Map(issues.map((issue) => [issue.id, issue])),
      actions: (await actionItemsOfMeeting(db, meeting.id)).filter((item) => item.state !== "cancelled"),
      polls: await closedPollsOf(db, meeting.id),
      reportBack: await reportBackOf(house, db, meeting),
      journalHead: await headFor(db, meeting),
    };
  });
}

async function closedPollsOf(db: Handle, meetingId: string): Promise<MeetingFacts["polls"]> {
  const polls = await pollsOf(db, meetingId);
  return polls.reverse().flatMap((poll) => (poll.result ? { ...poll, result: poll.result } : []));
}

async function headFor(db: Handle, meeting: Meeting): Promise<string> {
  const closing = (await journalOf(db, meeting.id)).find((entry) => entry.act === "close-meeting");
  return closing?.hash ?? (await journalHead(db)).hash;
}

/** 应到 and 到会 with voting right. */
export function votingCounts(attendees: Attendee[]): { due: number; present: number } {
  const voting = attendees.filter((line) => line.votingRight);
  return { due: voting.length, present: voting.filter((line) => line.presentAt !== null).length };
}
