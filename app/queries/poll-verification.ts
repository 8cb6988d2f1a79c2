import { canonicalJson, type JournalEntry, type JsonValue } from "#app/domain/journal/chain.ts";
import { agreedCount, countsOf, takesPhones } from "#app/domain/poll/count.ts";
import { linesOf, YES_NO } from "#app/domain/poll/form.ts";
import type { PollState } from "#app/domain/poll/machine.ts";
import { resultParts } from "#app/domain/poll/parts.ts";
import { stepsDigest } from "#app/domain/poll/steps-digest.ts";
import { areaFigures, areasIn, castIn, countBox, headsIn, sumOf } from "#app/domain/poll/tally.ts";
import { verificationText as text } from "#app/text/verification.ts";
import type { Handle } from "#db/connect.ts";
import { journalOf, subjectsOf } from "#db/journal.ts";
import { boxDigest } from "#db/stores/box.ts";
import { countPapers, tellerEntries } from "#db/stores/count.ts";
import { meetingById } from "#db/stores/meeting.ts";
import { type BallotRow, ballotsOf, claimants, everyPoll, type Poll, pollById } from "#db/stores/poll.ts";
import { countAttendance, entitledArea } from "#db/stores/roll.ts";

/** Polls that the journal knows and the house has no more: one sentence each. */
export async function vanishedPolls(db: Handle): Promise<string[]> {
  const there = new Set((await everyPoll(db)).map((poll) => poll.id));
  const gone = (await subjectsOf(db, "draft-poll")).filter((id) => !there.has(id));
  return gone.map((id) => text.vanished(id));
}

/** One sentence for each thing in which a poll is not what the journal says of it or, closed, not what its ballots and counts say. */
export async function recountPoll(db: Handle, id: string): Promise<string[]> {
  // Read with its entries: a poll that is closed while the house is verified is no mismatch.
  const poll = await pollById(db, id);
  if (!poll) return [];
  const entries = await journalOf(db, poll.id);
  const meeting = await meetingById(db, poll.meetingId);
  const differing = journalDifferences(poll, entries, meeting?.code);
  return poll.state === "closed" ? [...(await recount(db, poll, entries)), ...differing] : differing;
}

const STATE_AFTER: Record<string, PollState> = {
  "draft-poll": "draft",
  "open-poll": "open",
  "close-poll": "closed",
  "void-poll": "voided",
};

type Said = Partial<Record<keyof typeof text.said, unknown>>;

/** What a poll's entries say it is, act by act, under the names that the entries use. */
const SAID: Record<string, (poll: Poll) => Said> = {
  "draft-poll": ({ agendaItemId, question, mode, ruleId, options, form, overlays, remote, ...ways }) => {
    const { alsoPaper, alsoHands, roundOf } = ways;
    const asked = { agendaItem: agendaItemId, question, mode, rule: ruleId, options, form, overlays, remote };
    return { ...asked, alsoPaper, alsoHands, roundOf };
  },
  "open-poll": ({ extra }) => ({ extra }),
  "close-poll": ({ question, mode, result }) => {
    const { due, present, rule, quorumMet, passed, steps } = result ?? {};
    return { question, mode, due, present, rule, quorumMet, passed, steps: steps && stepsDigest(steps) };
  },
  "void-poll": ({ question, mode, voidReason: reason }) => ({ question, mode, reason }),
};

/** What a draft's entry leaves out because it is not so. */
const UNSAID = { form: YES_NO, overlays: [], remote: false, alsoPaper: false, alsoHands: false, roundOf: null };

function journalDifferences(poll: Poll, entries: readonly JournalEntry[], meeting: string | undefined): string[] {
  const wrong: string[] = [];
  const compare = (name: keyof typeof text.said, journalled: unknown, now: unknown) => {
    const [a, b] = [wordOf(journalled), wordOf(now)];
    if (a !== b) wrong.push(text.pollDiffers(poll.question, text.said[name], a, b));
  };
  const last = entries.findLast(({ act }) => Object.hasOwn(STATE_AFTER, act));
  compare("state", last && STATE_AFTER[last.act], poll.state);
  for (const { act, data } of entries) {
    const now = { ...SAID[act]?.(poll), ...(act === "draft-poll" ? { meeting } : {}) };
    const said = { ...(act === "draft-poll" ? UNSAID : {}), ...Object(data) };
    // An earlier release said less.
    for (const name of Object.keys(now) as (keyof Said)[]) if (name in said) compare(name, said[name], now[name]);
  }
  return wrong;
}

const wordOf = (value: unknown): string =>
  typeof value === "object" ? canonicalJson(JSON.parse(JSON.stringify(value)) as JsonValue) : String(value);

async function recount(db: Handle, poll: Poll, entries: readonly JournalEntry[]): Promise<string[]> {
  const ballots = await ballotsOf(db, poll.id);
  const voters = await claimants(db, poll.id);
  const wrong: string[] = [];
  const compare = (what: string, box: unknown, said: unknown) => {
    if (box !== said) wrong.push(text.poll(poll.question, what, String(box), String(said)));
  };
  const { counts, disagreeing } = await agreed(db, poll);
  wrong.push(...disagreeing);
  const box = countBox(poll, headsIn(ballots));
  const counted = sumOf([box, ...counts.map(({ count }) => count)]);
  // Whoever holds a paper has spent the credential without a ballot in this box.
  compare(text.claims, (voters.length - (await countPapers(db, poll.id))) * linesOf(poll.form), ballots.length);
  compare(text.cast, castIn(counted), poll.result?.cast);
  compare(text.said.due, (await countAttendance(db, poll.meetingId)).due, poll.result?.due);
  const entry = entries.find((each) => each.act === "close-poll");
  const journalled = entry?.data as Record<string, unknown> | undefined;
  for (const name of ["for", "against", "abstain", "invalid"] as const) {
    compare(text.figures[name], counted[name], poll.result?.[name]);
    compare(text.journalled(text.figures[name]), counted[name], journalled?.[name]);
  }
  const answers = answersIn({ items: counted.items, chosen: counted.chosen, area: await areaOf(db, poll, ballots) });
  compare(text.answers, answers, answersSaid(poll.result));
  compare(text.journalled(text.answers), answers, answersSaid(journalled));
  const parts = wordsOf(resultParts(poll.mode, takesPhones(poll) ? box : null, counts));
  compare(text.parts, parts, wordsOf(poll.result?.parts));
  compare(text.journalled(text.parts), parts, wordsOf(journalled?.parts));
  // An earlier release did not say it.
  if (journalled?.box !== undefined && journalled.box !== (await boxDigest(db, poll)))
    wrong.push(text.boxChanged(poll.question));
  if (poll.mode === "secret" && ballots.some((ballot) => ballot.personId !== null)) {
    wrong.push(text.traceable(poll.question));
  }
  return wrong;
}

/** The tellers' counts, each entered by both: what a closed poll holds besides its box. */
async function agreed(db: Handle, poll: Poll) {
  const entered = await tellerEntries(db, poll.id);
  const disagreeing = [...entered]
    .filter(([, entries]) => agreedCount(entries) === null)
    .map(([method]) => text.tellers(poll.question, method));
  const counts = countsOf(poll).flatMap((method) => {
    const count = agreedCount(entered.get(method) ?? []);
    return count ? [{ method, count }] : [];
  });
  return { counts, disagreeing };
}

async function areaOf(db: Handle, { meetingId, form, options, result }: Poll, ballots: readonly BallotRow[]) {
  return result?.area && areaFigures(await entitledArea(db, meetingId), countBox({ form, options }, areasIn(ballots)));
}

type Answers = { items?: unknown; chosen?: unknown; area?: unknown };

/** What a ballot of more than one question was answered, as one line; empty for a plain yes or no by heads. */
const answersIn = (answers: Answers): string => {
  const given = Object.entries(answers).filter(([, value]) => value !== undefined);
  return given.length === 0 ? "" : wordOf(Object.fromEntries(given));
};

/** The same as a result or its journal entry says it. */
function answersSaid(said: unknown): string {
  const { items, options, area } = Object(said) as { items?: unknown; options?: unknown; area?: unknown };
  const byId = (list: unknown, figuresOf: (each: Record<string, unknown>) => unknown) =>
    Array.isArray(list) ? Object.fromEntries(list.map((each) => [each.id, figuresOf(each)])) : undefined;
  return answersIn({
    items: byId(items, (item) => ({
      for: item.for,
      against: item.against,
      abstain: item.abstain,
      invalid: item.invalid,
    })),
    chosen: byId(options, ({ votes }) => votes),
    area,
  });
}

/** Parts as one line, whatever order their members were stored in. */
const wordsOf = (parts: unknown): string => (Array.isArray(parts) && parts.length > 0 ? wordOf(parts) : "");
