/** What may be tapped in a mood check. */
export interface StrawOption {
  readonly id: string;
  readonly label: string;
}

export const STRAW_STATES = ["open", "closed"] as const;
export type StrawState = (typeof STRAW_STATES)[number];

/** The formal act before which a mood check gave way: it never stands in the way of one. Empty: ended by hand. */
export const STRAW_ENDINGS = ["", "poll", "item", "meeting"] as const;
export type StrawEnding = (typeof STRAW_ENDINGS)[number];

/** How many tapped which option, by the options' ids. */
export type StrawCounts = Readonly<Record<string, number>>;
