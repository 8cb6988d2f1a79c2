import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { isOver } from "#app/domain/meeting/states.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import type { BallotForm } from "#app/domain/poll/form.ts";
import { POLL_MODES } from "#app/domain/poll/machine.ts";
import { leastCount } from "#app/domain/rule/fraction.ts";
import { laidOver, overlaysOf } from "#app/domain/rule/overlays.ts";
import { isElection, requireRule } from "#app/domain/rule/presets.ts";
import type { Condition } from "#app/domain/rule/types.ts";
import type { Actor, House } from "#app/house.ts";
import { pollText as text } from "#app/text/poll.ts";
import type { Handle } from "#db/connect.ts";
import { issueById } from "#db/stores/issue.ts";
import { type AgendaItem, agendaItemById, type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { ownMeeting } from "#db/stores/own.ts";
import { insertPoll, type Poll, pollById } from "#db/stores/poll.ts";
import { entitledArea } from "#db/stores/roll.ts";
import { ballotForm, formFields, withCandidates } from "./ballot-form.ts";
import { plainField } from "./fields.ts";
import { timeFields, timesOf, toldTimes } from "./poll-times.ts";
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
  ...timeFields,
});
export type PollInput = z.input<typeof pollInput>;
type Asked = z.output<typeof pollInput>;

/** Prepares a poll without opening it; with `opensAt` it opens by itself. Throws not-found, wrong-state (meeting over) or invalid-value (rule, item, times). */
export async function draftPoll(house: House, actor: Actor, given: PollInput): Promise<{ id: string }> {
  const input = pollInput.parse(given);
  const id = house.newId();
  await house.db.write(async (db) => {
    const meeting = await ownMeeting(db, actor, input.meetingId);
    await insertDraft(house, db, actor, meeting, id, input);
    // Everybody reads when it will open.
    if (input.opensAt) await touchMeeting(db, meeting.id);
  });
  house.publish(input.meetingId, input.opensAt ? "everyone" : "room");
  return { id };
}

/** The draft and its journal entry, inside a transaction. */
export async function insertDraft(house: House, db: Handle, actor: Actor, meeting: Meeting, id: string, input: Asked) {
  if (isOver(meeting.state)) throw new DomainError("wrong-state", { meeting: meeting.state });
  if (input.agendaItemId) {
    const item = await agendaItemById(db, input.agendaItemId);
    if (item?.meetingId !== meeting.id) throw new DomainError("not-found");
    await requireVoting(db, item);
  }
  const { question, mode, ruleId, roundOf, overlays, extra, remote } = input;
  const ways = waysIn(input);
  const ballot = await withCandidates(db, meeting.id, ballotForm(input));
  requireOverlays(input);
  if (isElection(ruleId) && (mode === "named" || mode === "hands" || ways.alsoHands))
    refuse("mode", text.election.secret);
  if (requireRule(ruleId).measures.includes("area")) await requireAreas(db, meeting, input, ballot.form);
  if (remote && (mode === "hands" || mode === "paper" || ways.alsoHands || ways.alsoPaper))
    refuse("mode", text.remote.noCounts);
  if (roundOf) await requireEarlier(db, meeting, roundOf);
  const settings = { question, mode, ...ways, roundOf, ruleId, overlays, remote, ...ballot };
  const times = timesOf(input, house.clock());
  if (times.opensAt) requireExtra({ ruleId, overlays, extra });
  const agendaItemId = input.agendaItemId ?? null;
  await insertPoll(db, {
    ...{ id, meetingId: meeting.id, agendaItemId },
    ...settings,
    ...times,
    extra,
    state: "draft",
    createdAt: house.clock(),
  });
  // On which issue it decides is said even where it is none: a result must not be moved to another.
  const about = { meeting: meeting.code, agendaItem: agendaItemId };
  await record(house, db, actor, "draft-poll", id, { ...about, ...told(settings), ...toldTimes(times) });
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

/**
 * What overlays ask to be counted must be known before the first vote, and must be enough: a vote that can only fail is not begun. Throws
 * invalid-value with each count that is missing, is more than the whole, or falls short.
 */
export function requireExtra({ ruleId, overlays, extra }: Pick<Poll, "ruleId" | "overlays" | "extra">): void {
  const conditions = laidOver(requireRule(ruleId), overlays).flatMap((rule) => rule.conditions ?? []);
  const asked = conditions.flatMap(({ of, ofLabel, over, overLabel }) => [
    { field: of, label: ofLabel },
    { field: over, label: overLabel },
  ]);
  const missing = asked.filter(({ field }) => extra[field] === undefined);
  const lines = missing.map(({ field, label }) => ({ field: `extra.${field}`, message: text.overlays.count(label) }));
  const short = missing.length > 0 ? [] : conditions.flatMap((condition) => shortOf(condition, extra));
  if (lines.length + short.length > 0) throw new DomainError("invalid-value", [...lines, ...short]);
}

function shortOf(condition: Condition, extra: Poll["extra"]) {
  const { of, ofLabel, over, overLabel } = condition;
  const [there, all] = [extra[of] ?? 0, extra[over] ?? 0];
  const field = `extra.${of}`;
  if (there > all) return [{ field, message: text.overlays.more(ofLabel, overLabel) }];
  const least = leastCount(condition, all);
  return there < least ? [{ field, message: text.overlays.short(ofLabel, least, least - there) }] : [];
}
