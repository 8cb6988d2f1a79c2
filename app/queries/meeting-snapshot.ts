import { roomQuorum } from "#app/domain/attendance/quorum.ts";
import { DomainError } from "#app/domain/errors.ts";
import type {
  MeetingSnapshot,
  Reveal,
  SnapshotAgendaItem,
  SnapshotAgendaLine,
  SnapshotNext,
  SnapshotPoll,
} from "#app/domain/meeting/snapshot.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import type { BallotForm } from "#app/domain/poll/form.ts";
import { outcomeSentence } from "#app/domain/poll/outcome-sentence.ts";
import { nextToOpen } from "#app/domain/poll/timetable.ts";
import { isElection, requireRule } from "#app/domain/rule/presets.ts";
import type { House, Voter } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import { hasPaper, paperHolders } from "#db/stores/count.ts";
import { issuesById } from "#db/stores/issue.ts";
import { type AgendaItem, agendaOf, bodyOfMeeting, type Meeting, meetingByCode } from "#db/stores/meeting.ts";
import { claimants, countClaims, countMeetingClaims, hasClaim, type Poll, pollsOf } from "#db/stores/poll.ts";
import { attendanceUnder } from "#db/stores/proxy.ts";
import { countAttendance } from "#db/stores/roll.ts";
import { communityById } from "#db/stores/staff.ts";
import { answerOf } from "#db/stores/straw.ts";
import { proxiesHeldIn, withProxies } from "./proxy-view.ts";
import { strawNow, withAnswer } from "./straw-view.ts";

/** The snapshot for anyone with the code, or for one voter of this meeting (`mine` filled in). Throws unknown-meeting. */
export async function meetingSnapshot(house: House, code: string, voter?: Voter | null): Promise<MeetingSnapshot> {
  return house.db.read(async (db) => {
    const meeting = await meetingByCode(db, code);
    if (!meeting) throw new DomainError("unknown-meeting");
    const shared = await snapshotOf(house, db, meeting);
    if (voter?.meetingId !== meeting.id) return shared;
    const { poll, straw } = shared;
    const told = straw ? withAnswer(shared, await answerOf(db, straw.id, voter.personId)) : shared;
    if (!poll) return told;
    const held = await proxiesHeldIn(db, poll);
    return withProxies(forVoter(told, await credentialIn(db, poll.id, voter.personId)), held(voter.personId));
  });
}

/** What became of a voter's one credential: spent on a phone, on a paper, or not. */
export type Credential = "none" | "recorded" | "paper";

/** The same snapshot as one voter sees it. */
export function forVoter(shared: MeetingSnapshot, credential: Credential): MeetingSnapshot {
  if (!shared.poll) return shared;
  const mine = credential === "none" ? "none" : "recorded";
  return { ...shared, poll: { ...shared.poll, mine, ...(credential === "paper" ? { onPaper: true } : {}) } };
}

/** Whether this voter's ballot is in the box, or a paper in their hand. */
export function credentialOf(house: House, pollId: string, voter: Voter): Promise<Credential> {
  return house.db.read((db) => credentialIn(db, pollId, voter.personId));
}

async function credentialIn(db: Handle, pollId: string, personId: string): Promise<Credential> {
  if (!(await hasClaim(db, pollId, personId))) return "none";
  return (await hasPaper(db, pollId, personId)) ? "paper" : "recorded";
}

/** Who has voted, or holds a paper, in the poll that is shown: for telling many phones at once. */
export async function credentialsOf(house: House, pollId: string): Promise<(personId: string) => Credential> {
  const { voted, papers } = await house.db.read(async (db) => ({
    voted: new Set(await claimants(db, pollId)),
    papers: new Set(await paperHolders(db, pollId)),
  }));
  return (personId) => (papers.has(personId) ? "paper" : voted.has(personId) ? "recorded" : "none");
}

async function snapshotOf(house: House, db: Handle, meeting: Meeting): Promise<MeetingSnapshot> {
  const [community, body, agenda, polls, counts, claims, { straw, answers }] = [
    await communityById(db, meeting.communityId),
    await bodyOfMeeting(db, meeting),
    await agendaOf(db, meeting.id),
    await pollsOf(db, meeting.id),
    await countAttendance(db, meeting.id),
    await countMeetingClaims(db, meeting.id),
    await strawNow(db, meeting.id),
  ];
  const { shown, leftBehind } = shownPoll(polls, agenda, meeting.currentItemId);
  const { needed, met } = roomQuorum(
    requireRule(body?.ruleId ?? "resident-representatives"),
    counts.due,
    counts.present,
  );
  const now = house.clock();
  return {
    // Rises with every change and every ballot and answer, and survives restarts: all its parts are kept in the database.
    version: meeting.version + claims + answers,
    now: now.toISOString(),
    meeting: {
      code: meeting.code,
      title: meeting.title,
      state: meeting.state,
      ...(meeting.state === "cancelled" ? { cancelReason: meeting.cancelReason } : {}),
      community: community?.name ?? "",
      place: meeting.place,
      startsAt: meeting.startsAt.toISOString(),
      demonstration: meeting.demonstration,
      screenMode: meeting.screenMode,
      headHash: shown?.state === "closed" ? await closingHash(db, shown.id) : null,
    },
    agendaItem: await currentItem(db, agenda, meeting.currentItemId, now),
    agenda: agenda.map((item) => agendaLine(item, polls)),
    attendance: { due: counts.due, present: counts.present, needed, met },
    poll: shown ? { ...(await snapshotPoll(db, shown, counts)), ...(leftBehind ? { leftBehind } : {}) } : null,
    straw,
    next: isOver(meeting.state) ? null : nextPoll(polls),
  };
}

function nextPoll(polls: Poll[]): SnapshotNext | null {
  const next = nextToOpen(polls);
  return next && { question: next.question, opensAt: next.opensAt.toISOString() };
}

/** The poll before the room; once the room has turned to something else, the latest one whose result staff put on the phones. */
function shownPoll(polls: Poll[], agenda: AgendaItem[], currentId: string | null) {
  const latest = polls.find((poll) => poll.state !== "draft");
  const left = latest !== undefined && isLeftBehind(latest, agenda, currentId);
  const onItem = latest?.agendaItemId ?? currentId;
  if (latest?.state === "open" || (!left && onItem === currentId)) return { shown: latest, leftBehind: false };
  const onPhones = polls.find((poll) => poll.state === "closed" && (poll.phoneReveal ?? 0) > 0);
  return onPhones ? { shown: onPhones, leftBehind: true } : { shown: left ? undefined : latest, leftBehind: false };
}

/** A poll on no item in particular has been looked at long enough once the meeting turns to an item after it. */
function isLeftBehind(poll: Poll, agenda: AgendaItem[], currentId: string | null): boolean {
  if (poll.agendaItemId !== null || poll.closedAt === null) return false;
  const calledAt = agenda.find((item) => item.id === currentId)?.resumedAt;
  return calledAt !== null && calledAt !== undefined && calledAt > poll.closedAt;
}

async function closingHash(db: Handle, pollId: string): Promise<string | null> {
  return (await journalOf(db, pollId)).find((entry) => entry.act === "close-poll")?.hash ?? null;
}

function agendaLine(item: AgendaItem, polls: Poll[]): SnapshotAgendaLine {
  const { id, position, title, kind, state, outcome } = item;
  const announced = polls.find((poll) => poll.agendaItemId === id && poll.state === "closed" && poll.reveal === 2);
  return { id, position, title, kind, state, outcome, pollPassed: announced?.result?.passed ?? null };
}

async function currentItem(
  db: Handle,
  agenda: AgendaItem[],
  currentId: string | null,
  now: Date,
): Promise<SnapshotAgendaItem | null> {
  const item = agenda.find((each) => each.id === currentId);
  if (!item) return null;
  const [issue] = item.issueId ? await issuesById(db, [item.issueId]) : [];
  const running = item.resumedAt ? Math.max(0, Math.floor((now.getTime() - item.resumedAt.getTime()) / 1000)) : 0;
  return {
    id: item.id,
    position: item.position,
    number: issue?.number ?? null,
    title: item.title,
    kind: item.kind,
    place: issue?.place ?? "",
    outcome: item.outcome,
    plannedSeconds: item.plannedMinutes * 60,
    usedSeconds: item.usedSeconds + running,
    running: item.resumedAt !== null,
  };
}

async function snapshotPoll(db: Handle, poll: Poll, counts: { due: number; present: number }): Promise<SnapshotPoll> {
  const { id, mode, alsoPaper, alsoHands, question, options } = poll;
  const closed = poll.state === "closed" && poll.result;
  return {
    id,
    agendaItemId: poll.agendaItemId,
    state: closed ? "closed" : poll.state === "voided" ? "voided" : "open",
    mode,
    ...(alsoPaper ? { alsoPaper } : {}),
    ...(alsoHands ? { alsoHands } : {}),
    ...(poll.state === "voided" ? { voidReason: poll.voidReason } : {}),
    ...(poll.roundOf ? { secondRound: true } : {}),
    question,
    ruleName: requireRule(poll.ruleId).name,
    options: options.map(({ id, label }) => ({ id, label })),
    ...(poll.form.kind === "yes-no" ? {} : { form: withoutPeople(poll.form) }),
    ...(poll.form.kind === "choice" && isElection(poll.ruleId) ? { election: true } : {}),
    ...(poll.remote ? { remote: true } : {}),
    endsAt: poll.endsAt?.toISOString() ?? null,
    cast: closed ? closed.cast : await countClaims(db, id),
    entitled: closed ? closed.present : poll.remote ? counts.due : await presentUnder(db, poll),
    mine: null,
    reveal: revealOf(poll.reveal),
    phoneReveal: poll.phoneReveal === null ? null : revealOf(poll.phoneReveal),
    ...(closed ? { result: { ...closed, sentence: outcomeSentence(closed) } } : {}),
  };
}

const presentUnder = async (db: Handle, poll: Poll) => (await attendanceUnder(db, poll.meetingId, poll)).present;

export const revealOf = (stored: number): Reveal => (stored === 2 ? 2 : stored === 1 ? 1 : 0);

/** The form as everybody may see it: a candidate's line on the roll is nobody's business. */
function withoutPeople(form: BallotForm): BallotForm {
  return form.kind === "each" ? { ...form, items: form.items.map(({ id, label }) => ({ id, label })) } : form;
}
