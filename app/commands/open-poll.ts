import { z } from "zod";
import { quorumLine } from "#app/domain/attendance/quorum.ts";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import { POLL_MODES, stepPoll } from "#app/domain/poll/machine.ts";
import { DEFAULT_OPTIONS } from "#app/domain/poll/tally.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { Actor, House } from "#app/house.ts";
import { pollText as text } from "#app/text/poll.ts";
import type { Handle } from "#db/connect.ts";
import { issueById } from "#db/stores/issue.ts";
import { type AgendaItem, agendaItemById, type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { ownMeeting, ownPoll } from "#db/stores/own.ts";
import { insertPoll, type Poll, pollById, pollsOf, savePoll } from "#db/stores/poll.ts";
import { attendeesOf, countAttendance } from "#db/stores/roll.ts";
import { plainField } from "./fields.ts";
import { record } from "./record.ts";

/** A box that is ticked, as a form or a program says it. */
const ticked = z
  .union([z.boolean(), z.enum(["yes", "no", ""]).transform((word) => word === "yes")])
  .nullish()
  .transform((yes) => yes === true);

export const pollInput = z.object({
  meetingId: z.string(),
  question: plainField(text.question, 200),
  mode: z.enum(POLL_MODES, { error: text.modeRule }),
  ruleId: z.string(),
  agendaItemId: z.string().nullish(),
  /** Beside phones: papers, or a count of hands. */
  alsoPaper: ticked,
  alsoHands: ticked,
  /** The closed or voided poll of this meeting whose second round it is. */
  roundOf: z
    .string()
    .nullish()
    .transform((id) => id || null),
  /** Planned length in minutes; without it the poll stays open until it is closed. */
  minutes: z.coerce.number().int().min(1).max(240).nullish(),
});
export type PollInput = z.input<typeof pollInput>;
type Asked = z.output<typeof pollInput>;

/** Prepares a poll without opening it. Throws not-found, wrong-state (meeting over) or invalid-value (rule, item). */
export async function draftPoll(house: House, actor: Actor, given: PollInput): Promise<{ id: string }> {
  const input = pollInput.parse(given);
  const id = house.newId();
  await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, input.meetingId);
    await insertDraft(house, db, actor, meeting, id, input);
  });
  house.publish(input.meetingId, "room");
  return { id };
}

async function insertDraft(house: House, db: Handle, actor: Actor, meeting: Meeting, id: string, input: Asked) {
  if (isOver(meeting.state)) throw new DomainError("wrong-state", { meeting: meeting.state });
  const rule = requireRule(input.ruleId);
  if (rule.measures.includes("area")) {
    throw new DomainError("invalid-value", [{ field: "rule", message: text.headsOnly }]);
  }
  if (input.agendaItemId) {
    const item = await agendaItemById(db, input.agendaItemId);
    if (item?.meetingId !== meeting.id) throw new DomainError("not-found");
    await requireVoting(db, item);
  }
  const { question, mode, ruleId, roundOf } = input;
  const ways = waysIn(input);
  if (roundOf) await requireEarlier(db, meeting, roundOf);
  await insertPoll(db, {
    id,
    meetingId: meeting.id,
    agendaItemId: input.agendaItemId ?? null,
    question,
    mode,
    ...ways,
    roundOf,
    ruleId,
    options: [...DEFAULT_OPTIONS],
    state: "draft",
    createdAt: house.clock(),
  });
  const also = Object.fromEntries(Object.entries(ways).filter(([, yes]) => yes));
  const asked = { question, mode, rule: ruleId, options: DEFAULT_OPTIONS };
  const told = { meeting: meeting.code, ...asked, ...also, ...(roundOf ? { roundOf } : {}) };
  await record(house, db, actor, "draft-poll", id, told);
}

/** Papers and hands come beside phones; a poll by hands or on paper alone is its own mode. Throws invalid-value. */
function waysIn({ mode, alsoPaper, alsoHands }: Asked) {
  if ((alsoPaper || alsoHands) && !takesPhones({ mode })) {
    throw new DomainError("invalid-value", [{ field: "mode", message: text.alsoRule }]);
  }
  return { alsoPaper, alsoHands };
}

/** A second round follows a poll of the same meeting that is over. Throws invalid-value. */
async function requireEarlier(db: Handle, meeting: Meeting, roundOf: string): Promise<void> {
  const earlier = await pollById(db, roundOf);
  const over = earlier?.state === "closed" || earlier?.state === "voided";
  if (!over || earlier.meetingId !== meeting.id) {
    throw new DomainError("invalid-value", [{ field: "roundOf", message: text.roundRule }]);
  }
}

/** A method that seeks consensus takes no vote about its issues (有事好商量). Throws invalid-value. */
async function requireVoting(db: Handle, { issueId }: AgendaItem): Promise<void> {
  const issue = issueId ? await issueById(db, issueId) : undefined;
  const method = issue && (await methodOf(db, issue.process));
  if (method?.voting === "none") {
    throw new DomainError("invalid-value", [{ field: "question", message: text.noVoting(method.name) }]);
  }
}

/** Prepares and opens in one act, for the desk. Below the quorum nothing may be voted on: throws quorum-not-met. */
export async function openPoll(house: House, actor: Actor, given: PollInput): Promise<{ id: string }> {
  const input = pollInput.parse(given);
  const id = house.newId();
  await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, input.meetingId);
    await insertDraft(house, db, actor, meeting, id, input);
    const quorum = await quorumOf(db, meeting.id, input.ruleId);
    if (!quorum.met) throw new DomainError("quorum-not-met", quorum);
    await open(house, db, actor, meeting, id, input.minutes ?? null);
  });
  house.publish(input.meetingId, "everyone");
  return { id };
}

/**
 * Opens a prepared poll, for programs. People may still be checking in, so the quorum is judged at closing,
 * where a missed one makes the result `quorumMet: false`. Throws wrong-state.
 */
export async function openDraftPoll(house: House, actor: Actor, pollId: string): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    stepPoll(poll.state, { type: "open" });
    await open(house, db, actor, meeting, pollId, null);
    return meeting.id;
  });
  house.publish(meetingId, "everyone");
}

async function quorumOf(db: Handle, meetingId: string, ruleId: string) {
  const { due, present } = await countAttendance(db, meetingId);
  return quorumLine(requireRule(ruleId), due, present);
}

async function open(house: House, db: Handle, actor: Actor, meeting: Meeting, id: string, minutes: number | null) {
  if (meeting.state !== "open") throw new DomainError("wrong-state", { meeting: meeting.state });
  const running = (await pollsOf(db, meeting.id)).find((poll: Poll) => poll.state === "open");
  if (running) throw new DomainError("wrong-state", { poll: "another-open", id: running.id });
  const openedAt = house.clock();
  const { due, present } = await countAttendance(db, meeting.id);
  const endsAt = minutes === null ? null : new Date(openedAt.getTime() + minutes * 60_000);
  await savePoll(db, id, { state: "open", openedAt, endsAt, due });
  await touchMeeting(db, meeting.id);
  await record(house, db, actor, "open-poll", id, { due, present, roll: await rollDigest(db, meeting.id) });
}

/** Digest of who may vote: proves later that nobody was added to the roll or taken from it unnoticed. */
async function rollDigest(db: Handle, meetingId: string): Promise<string> {
  const entitled = (await attendeesOf(db, meetingId)).filter((line) => line.votingRight).map((line) => line.personId);
  return digest(entitled.sort().join("\n"));
}
