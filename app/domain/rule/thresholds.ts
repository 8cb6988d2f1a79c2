import type { Rule } from "./types.ts";

/** Fractions, denominators and units that the presets are put together from. */
export const MORE_THAN_HALF = { numerator: 1, denominator: 2, inclusive: false } as const;
export const HALF_OR_MORE = { numerator: 1, denominator: 2, inclusive: true } as const;
export const TWO_THIRDS_OR_MORE = { numerator: 2, denominator: 3, inclusive: true } as const;
export const MORE_THAN_TWO_THIRDS = { numerator: 2, denominator: 3, inclusive: false } as const;
export const THREE_QUARTERS_OR_MORE = { numerator: 3, denominator: 4, inclusive: true } as const;
export const FOUR_FIFTHS_OR_MORE = { numerator: 4, denominator: 5, inclusive: true } as const;
export const ONE_THIRD_OR_MORE = { numerator: 1, denominator: 3, inclusive: true } as const;
export const ONE_FIFTH_OR_MORE = { numerator: 1, denominator: 5, inclusive: true } as const;
export const ONE_TENTH_OR_MORE = { numerator: 1, denominator: 10, inclusive: true } as const;

export const PRESENT_OF_DUE = { of: "present", over: "due" } as const;
export const VOTING_OF_DUE = { of: "participating", over: "due" } as const;
export const VOTING_OF_TOTAL = { of: "participating", over: "total" } as const;

export const heads = { measures: ["heads"], unit: "人" } satisfies Partial<Rule>;
export const households = { measures: ["heads"], unit: "户" } satisfies Partial<Rule>;
/** Who counts in an election is whoever was registered, and of them whoever voted. */
export const election = {
  ...heads,
  election: true,
  labels: { due: "应参加", participating: "参加投票", for: "得票" },
} satisfies Partial<Rule>;
