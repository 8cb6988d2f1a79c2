import type { ErrorWord } from "#app/domain/errors.ts";
import { ABSTAIN, type BallotForm, DEFAULT_OPTIONS, type PollOption } from "./form.ts";
import type { PollMode, PollState } from "./machine.ts";

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  /** Choices that are none of the options. */
  readonly invalid: number;
}

/**
 * What a box says. Where a ballot asks more than one yes or no, `for` counts the valid ballots that answer (`against` is none), so that the four
 * figures always add up to the ballots cast; what was answered stands in `items` or `chosen`.
 */
export interface Votes extends Tally {
  /** Of a ballot with several items: each by its id; each adds up to the valid ballots. */
  readonly items?: Readonly<Record<string, Tally>>;
  /** Of a choice among options: how often each was chosen, by its id. */
  readonly chosen?: Readonly<Record<string, number>>;
}

/** A line in the box, with what it weighs: one head, or an owner's area in 0.01 m². */
export interface BoxLine {
  readonly item: string;
  readonly choice: string;
  readonly weight: number;
}

/** A line as the box keeps it; `area` (0.01 m²) where the voter is known and has one. */
type KeptLine = { readonly item: string; readonly choice: string; readonly area: number | null };

/** The lines of the box, one head each. */
export const headsIn = (rows: readonly KeptLine[]): BoxLine[] =>
  rows.map(({ item, choice }) => ({ item, choice, weight: 1 }));

/** The same lines weighed by their owners' areas. */
export const areasIn = (rows: readonly KeptLine[]): BoxLine[] =>
  rows.map(({ item, choice, area }) => ({ item, choice, weight: area ?? 0 }));

/** The box in 0.01 m², beside everybody's area. */
export function areaFigures(total: number, votes: Votes) {
  const { for: yes, against, abstain, invalid } = votes;
  return { total, participating: castIn(votes), for: yes, against, abstain, invalid };
}

export const NO_VOTES: Tally = { for: 0, against: 0, abstain: 0, invalid: 0 };

/** How much each option was chosen, and how much was none of them. */
export function countOptions(options: readonly PollOption[], lines: Iterable<Pick<BoxLine, "choice" | "weight">>) {
  const counts = new Map(options.map((option) => [option.id, 0]));
  let invalid = 0;
  for (const { choice, weight } of lines) {
    const before = counts.get(choice);
    if (before === undefined) invalid += weight;
    else counts.set(choice, before + weight);
  }
  return { counts, invalid };
}

/** 计票 of a yes-or-no question. A choice that the poll does not offer is invalid, not lost: it stays in the number cast. */
export function tally(options: readonly PollOption[], lines: Iterable<Pick<BoxLine, "choice" | "weight">>): Tally {
  const { counts, invalid } = countOptions(options, lines);
  const of = (id: string) => counts.get(id) ?? 0;
  return { for: of("for"), against: of("against"), abstain: of("abstain"), invalid };
}

/** 计票 of a whole box, whatever its ballots ask. */
export function countBox(
  { form, options }: { readonly form: BallotForm; readonly options: readonly PollOption[] },
  lines: readonly BoxLine[],
): Votes {
  switch (form.kind) {
    case "yes-no":
      return tally(options, lines);
    case "choice":
      return countChoices(options, form.most, lines);
    case "each": {
      const of = (id: string) => lines.filter(({ item }) => item === id);
      const items = form.items.map(({ id }) => [id, tally(DEFAULT_OPTIONS, of(id))] as const);
      const cast = Math.max(0, ...items.map(([, votes]) => castIn(votes)));
      return { ...NO_VOTES, for: cast, items: Object.fromEntries(items) };
    }
  }
}

function countChoices(options: readonly PollOption[], most: number, lines: readonly BoxLine[]): Votes {
  const chosen = new Map(options.filter(({ id }) => id !== ABSTAIN.id).map(({ id }) => [id, 0]));
  const votes = { ...NO_VOTES };
  for (const { choice, weight } of lines) {
    const ids = choice.split("+");
    if (choice === ABSTAIN.id) votes.abstain += weight;
    else if (ids.length > most || ids.some((id) => !chosen.has(id)) || new Set(ids).size < ids.length)
      votes.invalid += weight;
    else {
      votes.for += weight;
      for (const id of ids) chosen.set(id, (chosen.get(id) ?? 0) + weight);
    }
  }
  return { ...votes, chosen: Object.fromEntries(chosen) };
}

/** Ballots in a tally. */
export function castIn(votes: Tally): number {
  return votes.for + votes.against + votes.abstain + votes.invalid;
}

const addTallies = (a: Tally, b: Tally): Tally => ({
  for: a.for + b.for,
  against: a.against + b.against,
  abstain: a.abstain + b.abstain,
  invalid: a.invalid + b.invalid,
});

/** The sum of the phones' box and the agreed counts. Order does not matter. */
export function sumOf(parts: readonly Votes[]): Votes {
  return parts.reduce<Votes>((sum, part) => {
    const items = merged(sum.items, part.items, (a, b) => addTallies(a ?? NO_VOTES, b ?? NO_VOTES));
    const chosen = merged(sum.chosen, part.chosen, (a, b) => (a ?? 0) + (b ?? 0));
    return { ...addTallies(sum, part), ...(items && { items }), ...(chosen && { chosen }) };
  }, NO_VOTES);
}

function merged<T>(a: Readonly<Record<string, T>> | undefined, b: typeof a, add: (a?: T, b?: T) => T) {
  if (!a || !b) return a ?? b;
  return Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((id) => [id, add(a[id], b[id])]));
}

/** Why a ballot is not taken before it is read, or `null`. The poll's state comes before the person, the person before the mode. */
export function castRefusal(
  poll: { readonly state: PollState; readonly mode: PollMode },
  entitled: boolean,
): Extract<ErrorWord, "poll-closed" | "not-entitled" | "invalid-choice"> | null {
  if (poll.state !== "open") return "poll-closed";
  if (!entitled) return "not-entitled";
  // Hands and papers are counted by tellers: a phone has nothing to choose there.
  return poll.mode === "hands" || poll.mode === "paper" ? "invalid-choice" : null;
}
