import { z } from "zod";
import { quorumLine } from "#app/domain/attendance/quorum.ts";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import type { BallotForm } from "#app/domain/poll/form.ts";
import { POLL_MODES, stepPoll } from "#app/domain/poll/machine.ts";
import { laidOver, overlaysOf } from "#app/domain/rule/overlays.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { Actor, House } from "#app/house.ts";
import { pollText as text } from "#app/text/poll.ts";
import type { Handle } from "#db/connect.ts";
import { issueById } from "#db/stores/issue.ts";
import { type AgendaItem, agendaItemById, type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { ownMeeting, ownPoll } from "#db/stores/own.ts";
import { insertPoll, type Poll, pollById, pollsOf, savePoll } from "#db/stores/poll.ts";
import { attendeesOf, countAttendance, entitledArea } from "#db/stores/roll.ts";
import { ballotForm, formFields } from "./ballot-form.ts";
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
  ...formFields,
  /** 地方加严条件 beside the rule, and the counts that they ask for. */
  overlays: z
    .preprocess((raw) => (typeof raw === "string" ? [raw] : raw), z.array(z.string().max(60)).max(10))
    .nullish()
    .transform((ids) => ids ?? []),
  extra: z
    .record(z.string().max(60), z.coerce.number().int().min(0).max(1_000_000))
    .nullish()
    .transform((counts) => counts ?? {}),
  /** Voted on from home, over days: whoever is on the roll may vote. */
  remote: ticked,
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
  if (input.agendaItemId) {
    const item = await agendaItemById(db, input.agendaItemId);
    if (item?.meetingId !== meeting.id) throw new DomainError("not-found");
    await requireVoting(db, item);
  }
  const { question, mode, ruleId, roundOf, overlays, extra, remote } = input;
  const ways = waysIn(input);
  const ballot = ballotForm(input);
  requireOverlays(input);
  if (requireRule(ruleId).measures.includes("area")) await requireAreas(db, meeting, input, ballot.form);
  if (remote && (mode === "hands" || mode === "paper" || ways.alsoHands || ways.alsoPaper))
    refuse("mode", text.remote.noCounts);
  if (roundOf) await requireEarlier(db, meeting, roundOf);
  const settings = { question, mode, ...ways, roundOf, ruleId, overlays, remote, ...ballot };
  await insertPoll(db, {
    ...{ id, meetingId: meeting.id, agendaItemId: input.agendaItemId ?? null },
    ...settings,
    extra,
    state: "draft",
    createdAt: house.clock(),
  });
  await record(house, db, actor, "draft-poll", id, { meeting: meeting.code, ...told(settings) });
}

type Settings = Pick<
  Poll,
  "question" | "mode" | "alsoPaper" | "alsoHands" | "roundOf" | "ruleId" | "overlays" | "remote" | "form" | "options"
>;

/** The settings for the journal; what is not so is left out. */
function told({ question, mode, ruleId, options, form, overlays, roundOf, ...ways }: Settings) {
  const also = Object.fromEntries(Object.entries(ways).filter(([, yes]) => yes));
  const asked = { question, mode, rule: ruleId, options, ...(form.kind === "yes-no" ? {} : { form }) };
  return { ...asked, ...also, ...(overlays.length > 0 ? { overlays } : {}), ...(roundOf ? { roundOf } : {}) };
}

/** Only overlays made for the rule can be laid over it. Throws invalid-value. */
function requireOverlays({ ruleId, overlays }: Asked): void {
  const known = new Set(overlaysOf(requireRule(ruleId)).map(({ id }) => id));
  if (overlays.some((id) => !known.has(id))) refuse("overlays", text.overlays.unknown);
}

/** A vote by area goes by each owner's own ballot: with a name, and with an area on the roll. Throws invalid-value. */
async function requireAreas(db: Handle, meeting: Meeting, input: Asked, form: BallotForm): Promise<void> {
  if (input.mode !== "named") refuse("mode", text.area.named);
  if (input.alsoPaper || input.alsoHands) refuse("mode", text.area.phonesOnly);
  if (form.kind === "choice") refuse("options", text.area.yesNo);
  if ((await entitledArea(db, meeting.id)) === 0) refuse("rule", text.area.noAreas);
}

function refuse(field: string, message: string): never {
  throw new DomainError("invalid-value", [{ field, message }]);
}

/** Papers and hands come beside phones; a poll by hands or on paper alone is its own mode. Throws invalid-value. */
function waysIn({ mode, alsoPaper, alsoHands }: Asked) {
  if ((alsoPaper || alsoHands) && !takesPhones({ mode })) {
    refuse("mode", text.alsoRule);
  }
  return { alsoPaper, alsoHands };
}

/** A second round follows a poll of the same meeting that is over. Throws invalid-value. */
async function requireEarlier(db: Handle, meeting: Meeting, roundOf: string): Promise<void> {
  const earlier = await pollById(db, roundOf);
  const over = earlier?.state === "closed" || earlier?.state === "voided";
  if (!over || earlier.meetingId !== meeting.id) {
    refuse("roundOf", text.roundRule);
  }
}

/** A method that seeks consensus takes no vote about its issues (有事好商量). Throws invalid-value. */
async function requireVoting(db: Handle, { issueId }: AgendaItem): Promise<void> {
  const issue = issueId ? await issueById(db, issueId) : undefined;
  const method = issue && (await methodOf(db, issue.process));
  if (method?.voting === "none") {
    refuse("question", text.noVoting(method.name));
  }
}

/** Prepares and opens in one act, for the desk. Below the quorum nothing may be voted on: throws quorum-not-met. */
export async function openPoll(house: House, actor: Actor, given: PollInput): Promise<{ id: string }> {
  const input = pollInput.parse(given);
  const id = house.newId();
  await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, input.meetingId);
    await insertDraft(house, db, actor, meeting, id, input);
    const missed = input.remote ? undefined : await missedQuorum(db, meeting.id, input);
    if (missed) throw new DomainError("quorum-not-met", missed);
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

/** The first quorum that the room misses, of the rule and of what is laid over it. */
async function missedQuorum(db: Handle, meetingId: string, { ruleId, overlays }: Pick<Poll, "ruleId" | "overlays">) {
  const { due, present } = await countAttendance(db, meetingId);
  const rules = laidOver(requireRule(ruleId), overlays);
  return rules.map((rule) => quorumLine(rule, due, present)).find((line) => !line.met);
}

/** What overlays ask to be counted must be known before the first vote. Throws invalid-value with each count that is missing. */
function requireExtra({ ruleId, overlays, extra }: Poll): void {
  const conditions = laidOver(requireRule(ruleId), overlays).flatMap((rule) => rule.conditions ?? []);
  const asked = conditions.flatMap(({ of, ofLabel, over, overLabel }) => [
    { field: of, label: ofLabel },
    { field: over, label: overLabel },
  ]);
  const missing = asked.filter(({ field }) => extra[field] === undefined);
  if (missing.length === 0) return;
  const lines = missing.map(({ field, label }) => ({ field: `extra.${field}`, message: text.overlays.count(label) }));
  throw new DomainError("invalid-value", lines);
}

async function open(house: House, db: Handle, actor: Actor, meeting: Meeting, id: string, minutes: number | null) {
  if (meeting.state !== "open") throw new DomainError("wrong-state", { meeting: meeting.state });
  const polls = await pollsOf(db, meeting.id);
  const draft = polls.find((poll) => poll.id === id);
  if (draft) requireExtra(draft);
  const running = polls.find((poll) => poll.state === "open");
  if (running) throw new DomainError("wrong-state", { poll: "another-open", id: running.id });
  const openedAt = house.clock();
  const { due, present } = await countAttendance(db, meeting.id);
  const endsAt = minutes === null ? null : new Date(openedAt.getTime() + minutes * 60_000);
  await savePoll(db, id, { state: "open", openedAt, endsAt, due });
  await touchMeeting(db, meeting.id);
  const extra = draft && Object.keys(draft.extra).length > 0 ? { extra: draft.extra } : {};
  await record(house, db, actor, "open-poll", id, { due, present, roll: await rollDigest(db, meeting.id), ...extra });
}

/** Digest of who may vote, with what area: proves later that nobody was added to the roll, taken from it or changed unnoticed. */
async function rollDigest(db: Handle, meetingId: string): Promise<string> {
  const entitled = (await attendeesOf(db, meetingId)).filter((line) => line.votingRight);
  const lines = entitled.map(({ personId, area }) => (area === null ? personId : `${personId}|${area}`));
  return digest(lines.sort().join("\n"));
}
