import type { Count, CountMethod, TellerEntry } from "./count.ts";
import type { PollMode } from "./machine.ts";
import { castIn, type Votes } from "./tally.ts";

/** What one way of casting added to a result. Options are left out where they would tell how single people voted. */
export interface ResultPart extends Partial<Votes> {
  readonly method: "phone" | CountMethod;
  /** Ballots of this part, invalid ones included. */
  readonly cast: number;
  readonly issued?: number;
  readonly collected?: number;
}

/** With fewer ballots in a part than this, its options would point at people. */
const SMALLEST_TOLD = 5;

/** The parts of a result as they may be told. In a secret poll a small part hides the options of every part: the rest would give it away by subtraction. */
export function resultParts(
  mode: PollMode,
  phones: Votes | null,
  counts: readonly { readonly method: CountMethod; readonly count: Count }[],
): ResultPart[] {
  if (counts.length === 0) return [];
  const parts: ResultPart[] = [
    ...(phones ? [{ method: "phone" as const, cast: castIn(phones), ...phones }] : []),
    ...counts.map(({ method, count }) => ({ method, cast: castIn(count), ...given(count) })),
  ];
  const small = parts.some(({ cast }) => cast > 0 && cast < SMALLEST_TOLD);
  return mode === "secret" && parts.length > 1 && small ? parts.map(withoutOptions) : parts;
}

/** Tellers' entries as the journal may tell them: where nobody may know who voted how, few ballots are told without their options. */
export function toldEntries(mode: PollMode, entries: readonly TellerEntry[]) {
  const hides = mode === "secret" || mode === "paper";
  return entries.map(({ teller, struck, figures }) => {
    const { for: _for, against: _against, abstain: _abstain, items: _items, chosen: _chosen, ...rest } = figures;
    return { teller, struck, figures: hides && castIn(figures) < SMALLEST_TOLD ? rest : figures };
  });
}

function given({ issued, collected, ...votes }: Count) {
  return { ...votes, ...(issued !== undefined && { issued }), ...(collected !== undefined && { collected }) };
}

function withoutOptions(told: ResultPart): ResultPart {
  const { for: _for, against: _against, abstain: _abstain, items: _items, chosen: _chosen, ...part } = told;
  return part;
}
