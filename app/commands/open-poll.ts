import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { stepPoll } from "#app/domain/poll/machine.ts";
import { missedQuorum } from "#app/domain/poll/quorum.ts";
import { endOf } from "#app/domain/poll/timetable.ts";
import type { Actor, Doer, House } from "#app/house.ts";
import { timetableText } from "#app/text/timetable.ts";
import type { Handle } from "#db/connect.ts";
import { type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import { ownMeeting, ownPoll } from "#db/stores/own.ts";
import { type Poll, pollsOf, savePoll } from "#db/stores/poll.ts";
import { attendanceUnder } from "#db/stores/proxy.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { leaveStraw } from "./close-straw.ts";
import { insertDraft, type PollInput, pollInput, requireExtra } from "./draft-poll.ts";
import { requireNotice } from "./owners-notice.ts";
import { record } from "./record.ts";
import { toldProxies } from "./represent.ts";

/** Prepares and opens in one act, for the desk. Below the quorum nothing may be voted on: throws quorum-not-met. */
export async function openPoll(house: House, actor: Actor, given: PollInput): Promise<{ id: string }> {
  const input = pollInput.parse(given);
  const id = house.newId();
  const answersLeft = await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, input.meetingId);
    await insertDraft(house, db, actor, meeting, id, input);
    await requireQuorum(db, meeting.id, input);
    return open(house, db, actor, meeting, id);
  });
  if (answersLeft) await house.db.scrub();
  house.publish(input.meetingId, "everyone");
  return { id };
}

/**
 * Opens a prepared poll, for programs. People may still be checking in, so the quorum is judged at closing,
 * where a missed one makes the result `quorumMet: false`. Throws wrong-state.
 */
export async function openDraftPoll(house: House, actor: Actor, pollId: string): Promise<void> {
  const { meetingId, answersLeft } = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    stepPoll(poll.state, { type: "open" });
    return { meetingId: meeting.id, answersLeft: await open(house, db, actor, meeting, pollId) };
  });
  if (answersLeft) await house.db.scrub();
  house.publish(meetingId, "everyone");
}

/**
 * Opens a prepared poll under the rules of `openPoll`: when its time comes, or by hand before that. `ready` is asked in the same transaction,
 * for whoever decided before it. Throws quorum-not-met, wrong-state (not ready, another one open, meeting not open), not-found.
 */
export async function openPrepared(
  house: House,
  doer: Doer,
  pollId: string,
  ready: (poll: Poll) => boolean = () => true,
): Promise<void> {
  const { meetingId, answersLeft } = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, doer, pollId);
    stepPoll(poll.state, { type: "open" });
    if (!ready(poll)) throw new DomainError("wrong-state");
    await requireQuorum(db, meeting.id, poll);
    return { meetingId: meeting.id, answersLeft: await open(house, db, doer, meeting, pollId) };
  });
  if (answersLeft) await house.db.scrub();
  house.publish(meetingId, "everyone");
}

type Judged = Pick<Poll, "ruleId" | "overlays" | "remote">;

/** A vote from home needs nobody in the room. Throws quorum-not-met. */
async function requireQuorum(db: Handle, meetingId: string, poll: Judged): Promise<void> {
  const { due, present } = await attendanceUnder(db, meetingId, poll);
  const missed = poll.remote ? undefined : missedQuorum(poll, due, present);
  if (missed) throw new DomainError("quorum-not-met", missed);
}

/** A mood check makes way for it: true when answers were deleted, which the caller then wipes from the file. */
async function open(house: House, db: Handle, actor: Doer, meeting: Meeting, id: string): Promise<boolean> {
  if (meeting.state !== "open") throw new DomainError("wrong-state", { meeting: meeting.state });
  const polls = await pollsOf(db, meeting.id);
  const draft = polls.find((poll) => poll.id === id);
  if (!draft) throw new DomainError("not-found");
  requireExtra(draft);
  requireNotice(draft, house.clock());
  const running = polls.find((poll) => poll.state === "open");
  if (running) throw new DomainError("wrong-state", { poll: "another-open", id: running.id });
  const answersLeft = await leaveStraw(house, db, actor, meeting.id, "poll");
  const openedAt = house.clock();
  const { due, present } = await attendanceUnder(db, meeting.id, draft);
  const endsAt = endOf(draft, openedAt);
  if (endsAt && endsAt <= openedAt) {
    throw new DomainError("wrong-state", [{ field: "endsAt", message: timetableText.refusals.endPassed }]);
  }
  await savePoll(db, id, { state: "open", openedAt, endsAt, due });
  await touchMeeting(db, meeting.id);
  const extra = Object.keys(draft.extra).length > 0 ? { extra: draft.extra } : {};
  const who = { due, present, roll: await rollDigest(db, meeting.id), ...(await toldProxies(db, draft)) };
  await record(house, db, actor, "open-poll", id, { ...who, ...extra });
  return answersLeft;
}

/** Digest of who may vote, with what area: proves later that nobody was added to the roll, taken from it or changed unnoticed. */
async function rollDigest(db: Handle, meetingId: string): Promise<string> {
  const entitled = (await attendeesOf(db, meetingId)).filter((line) => line.votingRight);
  const lines = entitled.map(({ personId, area }) => (area === null ? personId : `${personId}|${area}`));
  return digest(lines.sort().join("\n"));
}
