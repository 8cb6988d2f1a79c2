import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import {
  answerProblems,
  COUNT_METHODS,
  type Count,
  type CountMethod,
  type CountState,
  countDifferences,
  countProblems,
  countsOf,
  enterCount as decide,
  labelled,
  overCollected,
  type TellerEntry,
  takesPhones,
} from "#app/domain/poll/count.ts";
import type { Actor, House } from "#app/house.ts";
import { pollText as text } from "#app/text/poll.ts";
import type { Handle } from "#db/connect.ts";
import { saveTellerEntries } from "#db/stores/count.ts";
import { type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import { ownPoll } from "#db/stores/own.ts";
import { type Poll, savePoll } from "#db/stores/poll.ts";
import { countingOf } from "./counting.ts";
import { plainField } from "./fields.ts";
import { record } from "./record.ts";
import { stoppedAt } from "./steer-poll.ts";
import { voidNow } from "./void-poll.ts";

const figure = (label: string) =>
  z.coerce
    .number({ error: text.counts.number(label) })
    .pipe(z.int(text.counts.number(label)).min(0, text.counts.number(label)).max(1_000_000, text.counts.number(label)));
/** An empty field is no zero: a teller who saw none says so. */
const asked = (label: string) => z.preprocess(filled, figure(label));
const optional = (label: string) => z.preprocess(filled, figure(label).optional());

function filled(raw: unknown): unknown {
  if (raw === null || (typeof raw === "string" && raw.trim() === "")) return undefined;
  // A program's `true` or `[5]` would be taken for 1 and 5.
  return typeof raw === "boolean" || typeof raw === "object" ? Number.NaN : raw;
}

const { fields } = text.counts;
const votesFields = {
  for: asked(fields.for),
  against: asked(fields.against),
  abstain: asked(fields.abstain),
  invalid: asked(fields.invalid),
};
const whole = {
  pollId: z.string(),
  /** Which count, where the poll takes both. */
  method: z.enum(COUNT_METHODS).optional(),
  teller: plainField(text.counts.teller, 30),
  issued: optional(fields.issued),
  collected: optional(fields.collected),
  /** Papers that are void as a whole, or hands that counted for nothing. */
  invalid: votesFields.invalid,
};
const ids = z.string().max(20);

/** A plain yes or no; votes for options, with the papers that choose nobody; or figures item by item. */
export const countInput = z.union([
  z.object({ ...whole, chosen: z.record(ids, asked(text.form.option)), abstain: votesFields.abstain }),
  z.object({ ...whole, items: z.record(ids, z.object(votesFields)) }),
  z.object({ ...whole, ...votesFields }),
]);
export type CountInput = z.infer<typeof countInput>;

/** `waiting` for the other teller, `agreed`, or `voided` with the reason: more papers collected than issued. */
export type CountAnswer = { status: "waiting" | "agreed" } | { status: "voided"; reason: string };

/**
 * One teller's count. The second teller's must equal the first's. Throws counts-differ with what differs (both entries stay, struck:
 * neither counts), invalid-value when the figures do not balance or are more than the room, poll-closed, poll-voided, wrong-state when
 * two tellers have agreed already, not-found.
 */
export async function enterCount(house: House, actor: Actor, input: CountInput): Promise<CountAnswer> {
  const done = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, input.pollId);
    requireOpen(poll);
    const method = methodOf(poll, input);
    const entered = await put({ house, db, actor, meeting }, poll, method, input);
    const reason = entered.state === "agreed" ? overCollected(entered.figures) : null;
    if (reason !== null) await voidNow(house, db, actor, poll, reason);
    return { ...entered, poll, reason, meetingId: meeting.id, stopped: method === "hands" && takesPhones(poll) };
  });
  if (done.reason !== null) await house.db.scrub();
  house.publish(done.meetingId, done.reason !== null || done.stopped ? "everyone" : "room");
  if (done.reason !== null) return { status: "voided", reason: done.reason };
  // Thrown after the commit: that the two differ must be kept, or the second teller could guess again and again.
  if (done.state === "differ") throw new DomainError("counts-differ", differenceLines(done.poll, done.entries));
  return { status: done.state === "agreed" ? "agreed" : "waiting" };
}

export function requireOpen(poll: Poll): void {
  if (poll.state === "voided") throw new DomainError("poll-voided", [{ field: "poll", message: poll.voidReason }]);
  if (poll.state !== "open") throw new DomainError(poll.state === "closed" ? "poll-closed" : "wrong-state");
}

/** The count meant: the poll's only one; of two, the one with papers issued or collected is the papers'. Throws invalid-value. */
function methodOf(poll: Poll, { method, issued, collected }: CountInput): CountMethod {
  const taken = countsOf(poll);
  const meant = method ?? (taken.length > 1 ? ((issued ?? collected) === undefined ? "hands" : "paper") : taken[0]);
  if (meant && taken.includes(meant)) return meant;
  throw new DomainError("invalid-value", [{ field: "method", message: text.counts.notTaken }]);
}

type Room = { house: House; db: Handle; actor: Actor; meeting: Meeting };
type Entered = { state: CountState; entries: readonly TellerEntry[]; figures: Count };

async function put({ house, db, actor, meeting }: Room, poll: Poll, method: CountMethod, input: CountInput) {
  const counting = await countingOf(db, poll);
  const figures = figuresIn(poll, input, method, counting.bounds.onList);
  const problems = [...countProblems(method, figures, counting.bounds), ...answerProblems(poll, figures)];
  if (problems.length > 0) throw new DomainError("invalid-value", problems);
  const decided = decide(counting.entries.get(method) ?? [], input.teller, figures);
  if (!decided) throw new DomainError("wrong-state", [{ field: "teller", message: text.counts.alreadyAgreed }]);
  await saveTellerEntries(db, poll.id, method, decided.entries);
  // Whoever votes by phone after the hands were counted would be counted twice.
  if (method === "hands" && takesPhones(poll)) await savePoll(db, poll.id, { endsAt: stoppedAt(poll, house.clock()) });
  await touchMeeting(db, meeting.id);
  const said = { question: poll.question, method, teller: input.teller, state: decided.state };
  await record(house, db, actor, "enter-count", poll.id, said);
  return { ...decided, figures } satisfies Entered;
}

function figuresIn(poll: Poll, input: CountInput, method: CountMethod, onList: number): Count {
  const papers: Pick<Count, "issued" | "collected"> = method === "paper" ? papersIn(input, onList) : {};
  const { invalid } = input;
  // A teller who finds each valid paper ticked need not count them a second time: what came back less what is void or blank.
  const valid = (blank: number, raised: number) =>
    method === "hands" ? raised : Math.max(0, (papers.collected ?? 0) - blank - invalid);
  if ("chosen" in input && poll.form.kind === "choice") {
    const { chosen, abstain } = input;
    const raised = Object.values(chosen).reduce((sum, votes) => sum + votes, 0);
    return { for: valid(abstain, raised), against: 0, abstain, invalid, chosen, ...papers };
  }
  if ("items" in input && poll.form.kind === "each") {
    return { for: valid(0, 0), against: 0, abstain: 0, invalid, items: input.items, ...papers };
  }
  if (!("for" in input) || poll.form.kind !== "yes-no") {
    throw new DomainError("invalid-value", [{ field: "for", message: text.counts.otherForm }]);
  }
  return { for: input.for, against: input.against, abstain: input.abstain, invalid, ...papers };
}

const papersIn = ({ issued, collected }: CountInput, onList: number) => {
  return { issued: issued ?? (onList > 0 ? onList : undefined), collected };
};

function differenceLines(poll: Poll, entries: readonly TellerEntry[]) {
  return countDifferences(entries).map((figure) => {
    const field = typeof figure === "string" ? figure : figure.answer;
    return { field, message: text.counts.differs(labelled(figure, poll)) };
  });
}

/** Throws the tellers' entries of one method away, to count again: also those that agreed. Throws poll-closed, not-found. */
export async function countAgain(house: House, actor: Actor, pollId: string, method: CountMethod): Promise<void> {
  const meetingId = await house.db.write(async (db) => {
    const { poll, meeting } = await ownPoll(db, actor, pollId);
    requireOpen(poll);
    await touchMeeting(db, meeting.id);
    const { entries } = await countingOf(db, poll);
    // Keyed, so that nobody works the figures out of it while the poll is open; two throws of the same figures show as the same.
    const discarded = house.sign(`discarded|${pollId}|${JSON.stringify(entries.get(method) ?? [])}`);
    const tellers = (entries.get(method) ?? []).map(({ teller }) => teller);
    await saveTellerEntries(db, pollId, method, []);
    await record(house, db, actor, "count-again", pollId, { question: poll.question, method, tellers, discarded });
    return meeting.id;
  });
  house.publish(meetingId, "room");
}
