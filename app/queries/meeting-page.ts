import { quorumBasis, roomQuorum } from "#app/domain/attendance/quorum.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import { holidayName } from "#app/domain/calendar/holidays.ts";
import { agendaEdition, meetingEdition } from "#app/domain/edition.ts";
import { isMovable } from "#app/domain/meeting/agenda-order.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { issuesById } from "#db/stores/issue.ts";
import { agendaOf, type Body, bodyOfMeeting, type Meeting } from "#db/stores/meeting.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";
import { attendeesOf, countAttendance } from "#db/stores/roll.ts";
import { type CandidateSearch, findCandidates } from "./candidates.ts";
import { issueLines } from "./issue-line.ts";
import { proxiesView } from "./proxies.ts";
import { reportBack } from "./report-back.ts";
import { rollOfMeeting } from "./rolls.ts";

/** Everything the meeting's overview shows. Throws not-found, for another community's meeting too. */
export function meetingPage(house: House, actor: Actor, code: string, asked: CandidateSearch = {}) {
  return house.db.read(async (db) => {
    const meeting = await ownMeetingByCode(db, actor, code);
    const today = dayOf(house.clock());
    const body = await bodyOfMeeting(db, meeting);
    const report = await reportBack(house, db, meeting);
    const view = await agendaView(db, meeting, today);
    const without = view.agenda.flatMap((item) => item.issue?.id ?? []);
    const { lines, count } = isOver(meeting.state)
      ? { lines: [], count: 0 }
      : await findCandidates(db, actor.communityId, today, { ...asked, without });
    return {
      meeting: factsOf(meeting),
      body: body?.name ?? "",
      holiday: holidayName(dayOf(meeting.startsAt)) ?? null,
      ...view,
      report: { done: report.done, open: report.open, overdue: report.overdue },
      roll: await rollOf(db, meeting, body),
      ...(await proxiesIn(db, meeting, body)),
      /** The most urgent of those that are looked for; `waiting` is how many wait in all. */
      candidates: lines,
      waiting: count,
      today,
    };
  });
}

function factsOf(meeting: Meeting) {
  const { id, code, title, startsAt, place, chair, recorder, state, openedAt, closedAt, bodyId, cancelReason } =
    meeting;
  const edition = meetingEdition(meeting);
  return {
    id,
    code,
    title,
    startsAt,
    place,
    chair,
    recorder,
    state,
    openedAt,
    closedAt,
    bodyId,
    cancelReason,
    edition,
  };
}

/** The agenda with what is worth knowing of each issue. */
async function agendaView(db: Handle, meeting: Meeting, today: string) {
  const items = await agendaOf(db, meeting.id);
  const ids = items.flatMap((item) => item.issueId ?? []);
  const issues = new Map((await issueLines(db, await issuesById(db, ids), today)).map((issue) => [issue.id, issue]));
  const agenda = items.map((item) => {
    const { id, kind, title, state, outcome, issueId } = item;
    const issue = issueId ? issues.get(issueId) : undefined;
    const movable = !isOver(meeting.state) && isMovable(item);
    return { id, kind, title, state, outcome, movable, issue: issue ?? null };
  });
  return { agenda, edition: agendaEdition(items) };
}

/** Who authorised whom, and the names to choose from. */
async function proxiesIn(db: Handle, meeting: Meeting, body: Body | undefined) {
  const proxies = body ? await proxiesView(db, meeting, body) : null;
  if (!proxies?.allowed || proxies.over) return { proxies, voters: [] };
  const voters = (await attendeesOf(db, meeting.id)).filter((line) => line.votingRight);
  return { proxies, voters: voters.map(({ name, unit }) => ({ name, unit })) };
}

async function rollOf(db: Handle, meeting: Meeting, body: Body | undefined) {
  const attendees = await attendeesOf(db, meeting.id);
  const { due, present } = await countAttendance(db, meeting.id);
  const rule = requireRule(body?.ruleId ?? "resident-representatives");
  const { needed } = roomQuorum(rule, due, present);
  const roll = await rollOfMeeting(db, meeting, body);
  const area = roll.kind === "owners" ? attendees.reduce((sum, line) => sum + (line.area ?? 0), 0) : null;
  return {
    people: attendees.length,
    due,
    present,
    needed,
    basis: quorumBasis(rule),
    id: roll.id,
    name: roll.name,
    kind: roll.kind,
    area,
  };
}
