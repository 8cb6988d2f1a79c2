import type { StrawCounts, StrawOption } from "./straw.ts";

/** 我方默认: of fewer answers no sums are told or kept; in a small room they would say who tapped what. */
export const FEWEST_TOLD = 5;

export interface StrawTally {
  /** Persons who answered. */
  readonly answered: number;
  /** Null where fewer than `FEWEST_TOLD` answered. */
  readonly counts: StrawCounts | null;
}

/** The sums, one choice a person. Every option has its figure, 0 included; a choice that is no option is not counted anywhere. */
export function strawTally(options: readonly StrawOption[], choices: readonly string[]): StrawTally {
  const counts: Record<string, number> = Object.fromEntries(options.map(({ id }) => [id, 0]));
  let answered = 0;
  for (const choice of choices) {
    if (!Object.hasOwn(counts, choice)) continue;
    counts[choice] = (counts[choice] ?? 0) + 1;
    answered += 1;
  }
  return { answered, counts: answered < FEWEST_TOLD ? null : counts };
}
