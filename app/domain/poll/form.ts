/** What may be chosen: a plan, a candidate, or 同意 · 反对 · 弃权. */
export interface PollOption {
  readonly id: string;
  readonly label: string;
  /** The candidate on the roll, where the option is one: no proxy may vote for others who stands here. */
  readonly personId?: string;
}

/** One of several questions on a ballot, each answered 同意 · 反对 · 弃权: an agenda item, or a candidate. */
export interface BallotItem {
  readonly id: string;
  readonly label: string;
  readonly personId?: string;
}

/**
 * What one ballot asks. `yes-no`: the poll's question. `each`: every item by itself. `choice`: of the poll's options at most `most`, of which at
 * most `seats` win; 弃权 stands among the options.
 */
export type BallotForm =
  | { readonly kind: "yes-no" }
  | { readonly kind: "each"; readonly items: readonly BallotItem[] }
  | { readonly kind: "choice"; readonly most: number; readonly seats: number };

export const YES_NO: BallotForm = { kind: "yes-no" };
