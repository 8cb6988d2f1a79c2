import type { House } from "#app/house.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { Dossier } from "#app/queries/documents/issue-facts.ts";
import { periodText as text } from "#app/text/periods.ts";
import { journalAbout } from "#db/stores/archive.ts";
import type { ActionItem } from "#db/stores/issue.ts";
import { issuedDocumentsOf, objectionsTo, postingsIn } from "#db/stores/period.ts";
import { type ArchiveFile, jsonFile } from "./file.ts";
import { pollData } from "./poll-data.ts";

/** The data of one meeting as JSON files: moments in UTC, days as they stand on the calendar, nothing that opens a door (tokens, keys). */
export async function* meetingData(house: House, facts: MeetingFacts, folder: string): AsyncGenerator<ArchiveFile> {
  const file = (name: string, value: unknown) => jsonFile(`${folder}${text.archive.data}/${name}.json`, value);
  const names = text.archive.files;
  yield file(names.meeting, meetingOf(facts));
  yield file(names.agenda, agendaOf(facts));
  yield file(names.attendance, attendanceOf(facts));
  yield file(names.polls, await pollData(house, facts));
  const promises = facts.actions.map((item) => promiseOf(item, facts));
  yield file(names.actions, promises);
  yield file(names.notices, await noticesOf(house, facts));
  yield file(names.journal, await journalOf(house, facts));
  for (const dossier of facts.dossiers) yield file(names.issue(dossier.issue.number), dossierOf(dossier));
}

function meetingOf({ meeting, body, community, journalHead }: MeetingFacts) {
  const { code, title, startsAt, place, chair, recorder, state, cancelReason, demonstration } = meeting;
  const { openedAt, closedAt, cancelledAt } = meeting;
  return {
    ...{ code, title, startsAt, place, chair, recorder, state, cancelReason, demonstration },
    ...{ openedAt, closedAt, cancelledAt, journalHead },
    community: { name: community.name, street: community.street, kind: community.kind },
    body: { name: body.name, method: body.methodId, rule: body.ruleId, overlays: body.overlays },
  };
}

function agendaOf({ agenda, issues, speeches }: MeetingFacts) {
  return agenda.map((item) => {
    const { id, position, kind, title, state, outcome, stepLabel, conclusion, reason, differences, decidedBy } = item;
    const said = speeches.filter((speech) => speech.agendaItemId === id && speech.removedAt === null);
    return {
      ...{ position, kind, title, state, outcome, stepLabel, conclusion, reason, differences, decidedBy },
      issue: issues.get(item.issueId ?? "")?.number ?? null,
      speeches: said.map(({ speaker, body, recordedBy, createdAt, updatedAt }) => {
        return { speaker, body, recordedBy, createdAt, updatedAt };
      }),
    };
  });
}

function attendanceOf({ attendees, proxies }: MeetingFacts) {
  return {
    roll: attendees.map(({ name, seat, unit, votingRight, area, units, presentAt, via }) => {
      return { name, seat, unit, votingRight, area, units, presentAt, via };
    }),
    proxies: proxies.map(({ principal, holder, authority }) => {
      return { principal: principal.name, holder: holder.name, authority };
    }),
  };
}

function promiseOf(item: ActionItem, { agenda, issues }: Pick<MeetingFacts, "agenda" | "issues">) {
  const place = agenda.find((each) => each.id === item.agendaItemId)?.position ?? null;
  return { ...plainPromise(item), agendaItem: place, issue: issues.get(item.issueId)?.number ?? null };
}

function plainPromise({
  number,
  title,
  responsible,
  deadline,
  plan,
  state,
  resultNote,
  createdAt,
  doneAt,
}: ActionItem) {
  return { number, title, responsible, deadline, plan, state, resultNote, createdAt, doneAt };
}

/** 一题一档 */
function dossierOf({ issue, actions, meetings, entries }: Dossier) {
  const { number, title, detail, place, category, source, raisedBy, firstRaisedOn, timesDiscussed, methodId } = issue;
  const about = { number, title, detail, place, category, source, raisedBy, firstRaisedOn, timesDiscussed };
  return {
    ...about,
    method: methodId,
    ...{ process: issue.process, stage: issue.stage, facts: issue.facts },
    ...{ createdAt: issue.createdAt, settledAt: issue.settledAt },
    actions: actions.map(plainPromise),
    meetings: meetings.map(({ item, meeting }) => {
      const { outcome, stepLabel, conclusion, reason } = item;
      return {
        code: meeting.code,
        title: meeting.title,
        startsAt: meeting.startsAt,
        outcome,
        stepLabel,
        conclusion,
        reason,
      };
    }),
    journal: entries,
  };
}

/** What papers of this meeting's file are issued from: the meeting, and the issues on its agenda, whose feedback closes what it settled. */
export const sourcesOf = ({ meeting, issues }: MeetingFacts): string[] => [meeting.id, ...issues.keys()];

/** 公示起止 and 异议 of these papers. */
function noticesOf(house: House, facts: MeetingFacts) {
  return house.db.read(async (db) => {
    const papers = await issuedDocumentsOf(db, facts.community.id, sourcesOf(facts));
    const ids = papers.map(({ id }) => id);
    const title = new Map(papers.map((paper) => [paper.id, paper.title]));
    const named = <Row extends { id: string; documentId: string; version: number }>(rows: Row[]) =>
      rows.map(({ id: _id, documentId, version: _version, ...row }) => ({ paper: title.get(documentId), ...row }));
    return {
      postings: named(ids.length > 0 ? await postingsIn(db, ids) : []),
      objections: named(ids.length > 0 ? await objectionsTo(db, ids) : []).map(({ communityId: _, ...row }) => row),
    };
  });
}

/** What was done to the meeting, its agenda, votes, record and promises, and to its people at it; but not who voted by which way. */
function journalOf(
  house: House,
  { meeting, agenda, polls, voidedPolls, pendingPolls, actions, ...facts }: MeetingFacts,
) {
  const rows = [...agenda, ...polls, ...voidedPolls, ...pendingPolls, ...actions, ...facts.speeches];
  return house.db.read(async (db) => {
    const about = await journalAbout(db, [meeting.id, ...rows.map(({ id }) => id)]);
    const people = await journalAbout(
      db,
      facts.attendees.map(({ personId }) => personId),
      meeting.code,
    );
    return [...about, ...people].sort((a, b) => a.seq - b.seq);
  });
}
