import type { ErrorWord } from "#app/domain/errors.ts";
import type { Counts } from "#app/domain/rule/counts.ts";
import type { PollOption } from "./form.ts";
import type { PollMode, PollState } from "./machine.ts";

/** 同意 · 反对 · 弃权. */
export const DEFAULT_OPTIONS = [
  { id: "for", label: "同意" },
  { id: "against", label: "反对" },
  { id: "abstain", label: "弃权" },
] as const satisfies readonly PollOption[];

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  /** Choices that are none of the options. */
  readonly invalid: number;
}

/** How often each option was chosen, in the options' order, and how many choices were none of them. */
export function countOptions(
  options: readonly PollOption[],
  choices: Iterable<string>,
): { readonly counted: readonly (PollOption & { readonly count: number })[]; readonly invalid: number } {
  const counts = new Map(options.map((option) => [option.id, 0]));
  let invalid = 0;
  for (const choice of choices) {
    const before = counts.get(choice);
    if (before === undefined) invalid += 1;
    else counts.set(choice, before + 1);
  }
  return { counted: options.map(({ id, label }) => ({ id, label, count: counts.get(id) ?? 0 })), invalid };
}

/** 计票 of a yes-or-no poll. A choice that the poll does not offer is invalid, not lost: it stays in the number cast. */
export function tally(options: readonly PollOption[], choices: Iterable<string>): Tally {
  const { counted, invalid } = countOptions(options, choices);
  const of = (id: string) => counted.find((option) => option.id === id)?.count ?? 0;
  return { for: of("for"), against: of("against"), abstain: of("abstain"), invalid };
}

/** Ballots in a tally. */
export function castIn(votes: Tally): number {
  return votes.for + votes.against + votes.abstain + votes.invalid;
}

/** What a rule is given for a poll: the roll's numbers and the tally; who cast anything took part. */
export function pollCounts(
  roll: { readonly due: number; readonly present: number; readonly total?: number },
  votes: Tally,
): Counts {
  return { ...roll, participating: castIn(votes), ...votes };
}

/** Why a ballot is not taken, or `null`. The poll's state comes before the person, the person before the choice. */
export function castRefusal(
  poll: { readonly state: PollState; readonly mode: PollMode; readonly options: readonly PollOption[] },
  entitled: boolean,
  choice: string,
): Extract<ErrorWord, "poll-closed" | "not-entitled" | "invalid-choice"> | null {
  if (poll.state !== "open") return "poll-closed";
  if (!entitled) return "not-entitled";
  // Hands and papers are counted by tellers: a phone has nothing to choose there.
  if (poll.mode === "hands" || poll.mode === "paper") return "invalid-choice";
  return poll.options.some((option) => option.id === choice) ? null : "invalid-choice";
}
