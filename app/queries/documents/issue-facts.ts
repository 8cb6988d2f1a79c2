import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import type { Edits } from "#app/domain/document/wording.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { JournalEntry } from "#app/domain/journal/chain.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import type { Actor, House } from "#app/house.ts";
import { methodsOnTheWay } from "#app/queries/issue-page.ts";
import { issueText } from "#app/text/issues.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import { type ActionItem, actionItemsOfIssue, type Issue, issuesFrom } from "#db/stores/issue.ts";
import { type AgendaItem, agendaItemsOfIssue, type Meeting, meetingsById } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { objectionsTo, type RegisteredObjection } from "#db/stores/objection-register.ts";
import { ownIssue } from "#db/stores/own.ts";
import { reportsAbout } from "#db/stores/report.ts";
import { everyNameOf } from "#db/stores/roll.ts";
import { type Community, communityById } from "#db/stores/staff.ts";
import { editsInForce, wordingEditsOf } from "#db/stores/wording.ts";

/** What became of one action item. */
export type ActionCourse = {
  item: ActionItem;
  /** What was done to it, oldest first. */
  entries: JournalEntry[];
  /** What meetings heard about it while it was open, oldest first. */
  progress: { note: string; on: CalendarDay; meeting: string }[];
};

/** All that is kept of one issue: 一题一档. */
export type Dossier = {
  issue: Issue;
  method: MethodDefinition;
  /** Every method that it runs by or ever went by, each once. */
  methods: MethodDefinition[];
  /** What was done to it, oldest first. */
  entries: JournalEntry[];
  actions: ActionItem[];
  /** The same action items with their course, by number. */
  courses: ActionCourse[];
  meetings: { item: AgendaItem; meeting: Meeting }[];
  /** Issues that a patrol after it found. */
  found: Issue[];
};

/** All that an issue's papers are made from, read in one snapshot. */
export type IssueFacts = Dossier & {
  kind: "issue";
  community: Community;
  /** The day on which the papers are made. */
  today: CalendarDay;
  /** Against papers issued from this issue. */
  objections: RegisteredObjection[];
  /** Names of all people who are or were on any of the community's rolls, and of who sits at the desk. */
  roll: string[];
  edits: ReadonlyMap<string, Edits>;
};

/** Throws not-found unless the issue belongs to the actor's community, trial-run in a rehearsal. */
export async function issueFacts(house: House, actor: Actor, id: string): Promise<IssueFacts> {
  if (house.trialRun) throw new DomainError("trial-run");
  return house.db.read(async (db) => {
    const issue = await ownIssue(db, actor, id);
    const community = await communityById(db, issue.communityId);
    if (!community) throw new DomainError("not-found");
    return {
      kind: "issue",
      community,
      today: dayOf(house.clock()),
      ...(await dossierOf(db, issue)),
      objections: await objectionsTo(db, community.id, { kind: "issue", id: issue.id }),
      roll: [...(await everyNameOf(db, community.id)), actor.name],
      edits: editsInForce(await wordingEditsOf(db, community.id, issue.id)),
    };
  });
}

/** An issue with its whole course: what its journal tells, what was promised on it. */
export async function dossierOf(db: Handle, issue: Issue): Promise<Dossier> {
  const entries = await journalOf(db, issue.id);
  const actions = await actionItemsOfIssue(db, issue.id);
  const courses: ActionCourse[] = [];
  for (const item of actions) courses.push(await courseOf(db, item));
  return {
    issue,
    method: await methodOf(db, issue.process),
    methods: await methodsOnTheWay(db, issue, entries),
    entries,
    actions,
    courses,
    meetings: await agendaItemsOfIssue(db, issue.id),
    found: await issuesFrom(db, issue.communityId, issueText.foundOnPatrol(issue.number)),
  };
}

/** The dossiers of an agenda's issues, in its order. */
export async function dossiersOf(
  db: Handle,
  agenda: readonly AgendaItem[],
  issues: readonly Issue[],
): Promise<Dossier[]> {
  const dossiers: Dossier[] = [];
  for (const { issueId } of agenda) {
    const issue = issues.find(({ id }) => id === issueId);
    if (issue) dossiers.push(await dossierOf(db, issue));
  }
  return dossiers;
}

async function courseOf(db: Handle, item: ActionItem): Promise<ActionCourse> {
  const reports = await reportsAbout(db, item.id);
  const meetings = await meetingsById(db, [...new Set(reports.map(({ meetingId }) => meetingId))]);
  const titles = new Map(meetings.map(({ id, title }) => [id, title]));
  const progress = reports.map(({ note, meetingId, reportedAt }) => {
    return { note, on: dayOf(reportedAt), meeting: titles.get(meetingId) ?? "" };
  });
  return { item, entries: await journalOf(db, item.id), progress };
}
