import { quorumLine } from "#app/domain/attendance/quorum.ts";
import { DomainError } from "#app/domain/errors.ts";
import type {
  MeetingSnapshot,
  SnapshotAgendaItem,
  SnapshotAgendaLine,
  SnapshotPoll,
} from "#app/domain/meeting/snapshot.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { House, Voter } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf } from "#db/journal.ts";
import { hasPaper, paperHolders } from "#db/stores/count.ts";
import { issuesById } from "#db/stores/issue.ts";
import { type AgendaItem, agendaOf, bodyOfMeeting, type Meeting, meetingByCode } from "#db/stores/meeting.ts";
import { claimants, countClaims, countMeetingClaims, hasClaim, type Poll, pollsOf } from "#db/stores/poll.ts";
import { countAttendance } from "#db/stores/roll.ts";
import { communityById } from "#db/stores/staff.ts";

/** The snapshot for anyone with the code, or for one voter of this meeting (`mine` filled in). Throws unknown-meeting. */
export async function meetingSnapshot(house: House, code: string, voter?: Voter | null): Promise<MeetingSnapshot> {
  return house.db.read(async (db) => {
    const meeting = await meetingByCode(db, code);
    if (!meeting) throw new DomainError("unknown-meeting");
    const shared = await snapshotOf(house, db, meeting);
    if (!shared.poll || voter?.meetingId !== meeting.id) return shared;
    return forVoter(shared, await credentialIn(db, shared.poll.id, voter.personId));
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
  const [community, body, agenda, polls, counts, claims] = [
    await communityById(db, meeting.communityId),
    await bodyOfMeeting(db, meeting),
    await agendaOf(db, meeting.id),
    await pollsOf(db, meeting.id),
    await countAttendance(db, meeting.id),
    await countMeetingClaims(db, meeting.id),
  ];
  const latest = polls.find((poll) => poll.state !== "draft");
  const shown = latest && !isLeftBehind(latest, agenda, meeting.currentItemId) ? latest : undefined;
  const { needed, met } = quorumLine(
    requireRule(body?.ruleId ?? "resident-representatives"),
    counts.due,
    counts.present,
  );
  const now = house.clock();
  return {
    // Rises with every change and every ballot, and survives restarts: both parts are kept in the database.
    version: meeting.version + claims,
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
    poll: shown ? await snapshotPoll(db, shown, counts) : null,
  };
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
    options,
    endsAt: poll.endsAt?.toISOString() ?? null,
    cast: closed ? closed.cast : await countClaims(db, id),
    entitled: closed ? closed.present : counts.present,
    mine: null,
    reveal: poll.reveal === 2 ? 2 : poll.reveal === 1 ? 1 : 0,
    ...(closed ? { result: { ...closed, sentence: resultSentence(closed) } } : {}),
  };
}

/** “同意 30 ÷ 到会 41 = 73.17%，须过半数（>1/2），至少 21 人，达到”: the deciding step in words, the quorum's where that was missed. */
export function resultSentence(result: NonNullable<Poll["result"]>): string {
  const deciding = result.steps.find((step) => !step.met) ?? result.steps.at(-1);
  return deciding?.text ?? "";
}
