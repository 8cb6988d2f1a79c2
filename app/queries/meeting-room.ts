import { quorumLine, roomQuorum } from "#app/domain/attendance/quorum.ts";
import { DomainError } from "#app/domain/errors.ts";
import { countDifferences, countState, countsOf, labelled } from "#app/domain/poll/count.ts";
import { denominatorNote } from "#app/domain/rule/evaluate.ts";
import { overlaysOf } from "#app/domain/rule/overlays.ts";
import { isRoomRule, ROOM_RULES, requireRule } from "#app/domain/rule/presets.ts";
import type { Rule } from "#app/domain/rule/types.ts";
import type { Actor, House } from "#app/house.ts";
import { pollText } from "#app/text/poll.ts";
import type { Handle } from "#db/connect.ts";
import { paperHolders, tellerEntries } from "#db/stores/count.ts";
import { type AgendaItem, agendaOf, type Body, bodyOfMeeting, type Meeting } from "#db/stores/meeting.ts";
import { ownMeetingByCode } from "#db/stores/own.ts";
import { countClaims, type Poll, pollsOf } from "#db/stores/poll.ts";
import { attendanceUnder } from "#db/stores/proxy.ts";
import { reportsBackFirst, unreportedPromises } from "#db/stores/report.ts";
import { type Attendee, attendeesOf } from "#db/stores/roll.ts";
import { agendaItemView } from "./agenda-item-view.ts";
import { revealOf } from "./meeting-snapshot.ts";
import { type ProxiesView, proxiesView } from "./proxies.ts";
import { type ReportBack, reportBack } from "./report-back.ts";
import { screenKey } from "./room-code.ts";
import { scheduledPolls } from "./scheduled-polls.ts";
import { strawViews } from "./straw-view.ts";

/**
 * Everything the desk's page 在会场里 shows. `asked` is the agenda item to look at; without it, or where there is none, the one before
 * the room, else the first. Of an open poll only the turnout is told. Throws not-found, for another community's meeting too.
 */
export function meetingRoom(house: House, actor: Actor, code: string, asked?: string | null) {
  return house.db.read(async (db) => {
    const meeting = await ownMeetingByCode(db, actor, code);
    const body = await bodyOfMeeting(db, meeting);
    if (!body) throw new DomainError("not-found");
    const now = house.clock();
    const items = await agendaOf(db, meeting.id);
    const report = await reportBack(house, db, meeting);
    const roll = await attendeesOf(db, meeting.id);
    const polls = await pollsOf(db, meeting.id);
    const proxies = await proxiesView(db, meeting, body);
    const item = itemInView(items, meeting, asked);
    return {
      now,
      staffName: actor.name,
      meeting: factsOf(meeting),
      bodyName: body.name,
      /** Whose people it calls; null is the community's own roll. */
      rollId: body.rollId,
      ...rulesFor(body, roll),
      agenda: items.map((each) => agendaLine(each, report, now)),
      item: item ? await agendaItemView({ house, db, meeting, body, roll, report }, item) : null,
      reportFirst: await reportFirst(db, meeting),
      people: roll.map((line) => attendeeView(line, proxies)),
      proxies,
      polls: await pollViews(db, polls, items),
      scheduled: await scheduledPolls(db, meeting, polls, now),
      straws: await strawViews(db, meeting.id),
      screenPath: `/screen/${meeting.code}?k=${screenKey(house, meeting.id)}`,
    };
  });
}

/** Ids and words of the promises that must be reported before the meeting can end; null where its method does not ask it. */
async function reportFirst(db: Handle, meeting: Meeting) {
  if (meeting.state !== "open" || !(await reportsBackFirst(db, meeting))) return null;
  return (await unreportedPromises(db, meeting)).map(({ id, number, title }) => ({ id, number, title }));
}

function itemInView(items: AgendaItem[], meeting: Meeting, asked?: string | null): AgendaItem | undefined {
  const wanted = items.find((item) => item.id === asked);
  return wanted ?? items.find((item) => item.id === meeting.currentItemId) ?? items[0];
}

function factsOf(meeting: Meeting) {
  const { id, code, title, state, startsAt, openedAt, closedAt, currentItemId, screenMode } = meeting;
  return { id, code, title, state, startsAt, openedAt, closedAt, currentItemId, screenMode };
}

const due = (roll: Attendee[]) => roll.filter((line) => line.votingRight).length;
const present = (roll: Attendee[]) => roll.filter((line) => line.votingRight && line.presentAt !== null).length;

/** What owners who meet ask each other beside their vote by heads and area. */
const HANDS_UP = "present-majority";

/** The body's own rule first judges the room; each rule that counts heads may be chosen for a poll. */
function rulesFor(body: Body, roll: Attendee[]) {
  const lineOf = (rule: Rule) => quorumLine(rule, due(roll), present(roll));
  const rules = ROOM_RULES.map((rule) => {
    return {
      id: rule.id,
      name: rule.name,
      quorum: lineOf(rule),
      note: denominatorNote(rule),
      election: rule.election === true,
      overlays: overlayViews(rule),
    };
  });
  const quorum = roomQuorum(requireRule(body.ruleId), due(roll), present(roll));
  return { ruleId: isRoomRule(body.ruleId) ? body.ruleId : HANDS_UP, rules, quorum };
}

function agendaLine(item: AgendaItem, report: ReportBack, now: Date) {
  const { id, position, kind, title, state, outcome, resumedAt } = item;
  const running = resumedAt ? Math.max(0, Math.floor((now.getTime() - resumedAt.getTime()) / 1000)) : 0;
  return {
    id,
    position,
    kind,
    title,
    state,
    outcome,
    plannedSeconds: item.plannedMinutes * 60,
    usedSeconds: item.usedSeconds + running,
    running: resumedAt !== null,
    kept: kind === "report-back" ? { done: report.done, of: report.lines.length } : null,
  };
}

function attendeeView(
  { personId, name, seat, unit, votingRight, presentAt, via, keyId }: Attendee,
  { lines }: ProxiesView,
) {
  const holder = lines.find(({ principalId }) => principalId === personId)?.holder ?? null;
  return {
    personId,
    name,
    seat,
    unit,
    votingRight,
    present: presentAt !== null,
    via,
    hasPhone: keyId !== null,
    holder,
  };
}

function overlayViews(rule: Rule) {
  return overlaysOf(rule).map(({ id, name, conditions }) => {
    const counts = conditions.flatMap(({ of, ofLabel, over, overLabel }) => [
      { field: over, label: overLabel },
      { field: of, label: ofLabel },
    ]);
    return { id, name, counts };
  });
}

/** Polls that were opened, latest first. */
async function pollViews(db: Handle, polls: Poll[], items: AgendaItem[]) {
  const opened = polls.filter((poll) => poll.state !== "draft");
  return Promise.all(
    opened.map(async (poll) => {
      const { id, agendaItemId, question, mode, alsoPaper, alsoHands, endsAt, closesItself, reveal, voidReason } = poll;
      const result = poll.state === "closed" ? poll.result : null;
      return {
        ...{ form: poll.form, options: poll.options },
        ...{ id, agendaItemId, question, mode, alsoPaper, alsoHands, voidReason, endsAt, closesItself, result },
        itemPosition: items.find((item) => item.id === agendaItemId)?.position ?? null,
        ruleName: requireRule(poll.ruleId).name,
        secondRound: poll.roundOf !== null,
        state: result ? ("closed" as const) : poll.state === "voided" ? ("voided" as const) : ("open" as const),
        cast: result ? result.cast : await countClaims(db, id),
        entitled: result ? result.present : (await attendanceUnder(db, poll.meetingId, poll)).present,
        counts: poll.state === "open" ? await countViews(db, poll) : [],
        papers: poll.state === "open" && countsOf(poll).includes("paper") ? await paperHolders(db, id) : [],
        reveal: revealOf(reveal),
        phoneReveal: poll.phoneReveal === null ? null : revealOf(poll.phoneReveal),
      };
    }),
  );
}

/** How far the tellers are: names, and once both are in and differ, where. No figure that stands leaves the house before closing. */
async function countViews(db: Handle, poll: Poll) {
  const entered = await tellerEntries(db, poll.id);
  return countsOf(poll).map((method) => {
    const entries = entered.get(method) ?? [];
    const state = countState(entries);
    const differences = state === "differ" ? countDifferences(entries) : [];
    return {
      method,
      state,
      tellers: entries.map(({ teller, struck }) => ({ name: teller, standing: !struck })),
      differences: differences.map((figure) => pollText.counts.differs(labelled(figure, poll))),
    };
  });
}
