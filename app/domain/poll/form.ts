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

/** 同意 · 反对 · 弃权. */
export const DEFAULT_OPTIONS = [
  { id: "for", label: "同意" },
  { id: "against", label: "反对" },
  { id: "abstain", label: "弃权" },
] as const satisfies readonly PollOption[];

/** 弃权 of a ballot that chooses among options: by itself, never beside a choice. */
export const ABSTAIN: PollOption = { id: "abstain", label: "弃权" };

/** What a voter sends: one option; several of them; an answer for each item. */
export type Choice = string | readonly string[] | Readonly<Record<string, string>>;

/** What lies in the box of one ballot, or of one item of it. */
export interface BallotLine {
  /** Empty where the ballot asks one thing. */
  readonly item: string;
  /** Ids of options, in the ballot's order, joined by `+`. */
  readonly choice: string;
}

interface Ballot {
  readonly form: BallotForm;
  readonly options: readonly PollOption[];
}

/** The lines of a ballot; null when it is not one that this poll can take: an unknown option, an item left out, more than may be chosen. */
export function readBallot({ form, options }: Ballot, choice: unknown): readonly BallotLine[] | null {
  switch (form.kind) {
    case "yes-no":
      return isOption(options, choice) ? [{ item: "", choice }] : null;
    case "choice": {
      const chosen = typeof choice === "string" ? [choice] : choice;
      return Array.isArray(chosen) ? readChosen(options, form.most, chosen) : null;
    }
    case "each":
      return readItems(form.items, options, choice);
  }
}

const isOption = (options: readonly PollOption[], choice: unknown): choice is string =>
  options.some((option) => option.id === choice);

function readChosen(options: readonly PollOption[], most: number, chosen: readonly unknown[]): BallotLine[] | null {
  const taken = options.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const whole = taken.length === chosen.length && taken.length > 0 && taken.length <= most;
  const alone = !taken.includes(ABSTAIN.id) || taken.length === 1;
  return whole && alone ? [{ item: "", choice: taken.join("+") }] : null;
}

function readItems(items: readonly BallotItem[], options: readonly PollOption[], answers: unknown) {
  if (typeof answers !== "object" || answers === null || Object.keys(answers).length !== items.length) return null;
  const given = new Map(Object.entries(answers));
  const lines = items.flatMap(({ id }) => {
    const choice: unknown = given.get(id);
    return isOption(options, choice) ? [{ item: id, choice }] : [];
  });
  return lines.length === items.length ? lines : null;
}

/** How many lines one ballot puts into the box. */
export const linesOf = (form: BallotForm): number => (form.kind === "each" ? form.items.length : 1);

/** People who stand for something on this ballot. */
export function candidatesOf({ form, options }: Ballot): ReadonlySet<string> {
  const standing = form.kind === "each" ? form.items : options;
  return new Set(standing.flatMap(({ personId }) => personId ?? []));
}
