import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import { periodOf } from "#app/domain/document/period.ts";
import type { Period } from "#app/domain/document/source.ts";
import type { Edits } from "#app/domain/document/wording.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { type ActionItem, type Issue, issuesById } from "#db/stores/issue.ts";
import type { AgendaItem, Meeting } from "#db/stores/meeting.ts";
import {
  agendaIssuesOf,
  documentsPostedIn,
  issuedDocumentsOf,
  meetingsIn,
  objectionsReceivedIn,
  objectionsTo,
  type PeriodObjection,
  type PeriodPosting,
  pollsIn,
  postingsIn,
  promisesIn,
  promisesOutside,
} from "#db/stores/period.ts";
import type { Poll } from "#db/stores/poll.ts";
import { everyNameOf } from "#db/stores/roll.ts";
import { type Community, communityById } from "#db/stores/staff.ts";
import { editsInForce, wordingEditsOf } from "#db/stores/wording.ts";
import { spanOf, tasksAsOf } from "./as-of.ts";
import { grouped } from "./grouped.ts";
import { type Problem, problemsIn } from "./problems.ts";

/** A meeting of the period with its issues, what was promised there and how it was voted. */
export type PeriodMeeting = {
  meeting: Meeting;
  items: AgendaItem[];
  /** As they stood at the end of `asOf`; given up ones too. */
  tasks: ActionItem[];
  polls: Poll[];
};

/** Where public papers of one meeting or issue hang or hung, and what was said against them. */
export type Published = { postings: PeriodPosting[]; objections: PeriodObjection[] };

/** All that the papers of a month, a quarter or a year are made from, read in one snapshot. Days are days in Asia/Shanghai. */
export type PeriodFacts = {
  kind: "period";
  community: Community;
  period: Period;
  /** The last day that is counted: the period's, or today while it runs. */
  asOf: CalendarDay;
  /** First to last; planned and called-off ones too. */
  meetings: PeriodMeeting[];
  /** The issues of their agendas. */
  issues: Map<string, Issue>;
  /** Of these meetings and issues, by their ids. */
  published: Map<string, Published>;
  /** Work given out in the period without a meeting. */
  further: ActionItem[];
  /** What was open on any day of the period. */
  problems: Problem[];
  /** Papers put up in the period, and what was said against any paper in it. */
  posted: number;
  objections: PeriodObjection[];
  /** Names of all people who are or were on any of the community's rolls, and of who sits at the desk. */
  roll: string[];
  edits: ReadonlyMap<string, Edits>;
};

/** Throws not-found when there is no such period, or it has not begun, trial-run in a rehearsal. */
export async function periodFacts(house: House, actor: Actor, id: string): Promise<PeriodFacts> {
  if (house.trialRun) throw new DomainError("trial-run");
  const period = periodOf(id);
  const today = dayOf(house.clock());
  if (!period || period.from > today) throw new DomainError("not-found");
  const [asOf = today] = [today, period.until].sort();
  return house.db.read(async (db) => {
    const community = await communityById(db, actor.communityId);
    if (!community) throw new DomainError("not-found");
    const meetings = await meetingsOf(db, community.id, { ...period, asOf });
    const issueIds = [...new Set(meetings.flatMap(({ items }) => items.flatMap(({ issueId }) => issueId ?? [])))];
    const days = { from: period.from, until: asOf };
    return {
      kind: "period",
      community,
      period,
      asOf,
      meetings,
      issues: new Map((await issuesById(db, issueIds)).map((issue) => [issue.id, issue])),
      published: await publishedOf(db, community.id, [...meetings.map(({ meeting }) => meeting.id), ...issueIds]),
      further: await tasksAsOf(db, await promisesOutside(db, community.id, spanOf(period)), asOf),
      problems: await problemsIn(db, community.id, { ...period, asOf }),
      posted: (await documentsPostedIn(db, community.id, days)).length,
      objections: await objectionsReceivedIn(db, community.id, days),
      roll: [...(await everyNameOf(db, community.id)), actor.name],
      edits: editsInForce(await wordingEditsOf(db, community.id, period.id)),
    };
  });
}

type Days = { from: CalendarDay; until: CalendarDay; asOf: CalendarDay };

async function meetingsOf(db: Handle, communityId: string, days: Days): Promise<PeriodMeeting[]> {
  const meetings = await meetingsIn(db, communityId, spanOf(days));
  const ids = meetings.map(({ id }) => id);
  if (ids.length === 0) return [];
  const items = grouped(await agendaIssuesOf(db, ids), (item) => item.meetingId);
  const tasks = grouped(await tasksAsOf(db, await promisesIn(db, ids), days.asOf), (task) => task.meetingId);
  const polls = grouped(await pollsIn(db, ids), (poll) => poll.meetingId);
  return meetings.map((meeting) => ({
    meeting,
    items: items.get(meeting.id) ?? [],
    tasks: tasks.get(meeting.id) ?? [],
    polls: polls.get(meeting.id) ?? [],
  }));
}

/** The public life of what was issued about these meetings and issues, by their ids. */
async function publishedOf(db: Handle, communityId: string, sourceIds: string[]): Promise<Map<string, Published>> {
  const documents = (await issuedDocumentsOf(db, communityId, sourceIds)).filter((each) => each.public);
  const ids = documents.map((each) => each.id);
  if (ids.length === 0) return new Map();
  const postings = grouped(await postingsIn(db, ids), (posting) => posting.documentId);
  const objections = grouped(await objectionsTo(db, ids), (objection) => objection.documentId);
  const bySource = grouped(documents, (each) => each.sourceId);
  return new Map(
    [...bySource].map(([source, papers]) => [
      source,
      {
        postings: papers.flatMap(({ id }) => postings.get(id) ?? []),
        objections: papers.flatMap(({ id }) => objections.get(id) ?? []),
      },
    ]),
  );
}
