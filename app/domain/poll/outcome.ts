import { parseCounts } from "#app/domain/rule/counts.ts";
import { evaluateTogether } from "#app/domain/rule/evaluate.ts";
import type { Rule, Step, Verdict } from "#app/domain/rule/types.ts";
import { ABSTAIN, type BallotForm, type PollOption } from "./form.ts";
import { castIn, NO_VOTES, type Tally, type Votes } from "./tally.ts";

/** The roll's numbers at closing. Heads in persons, `area` (all owners' together) in 0.01 m². */
export interface RollFigures {
  readonly due: number;
  readonly present: number;
  readonly total: number;
  readonly area?: number;
  /** What overlays ask to be counted beside it. */
  readonly extra?: Readonly<Record<string, number>>;
}

/** One item of a ballot, judged by itself. */
export interface ItemResult extends Tally {
  readonly id: string;
  readonly label: string;
  readonly passed: boolean;
  /** What must agree, with its numbers; the quorum is the whole ballot's. */
  readonly steps: readonly Step[];
  /** The same figures in 0.01 m². */
  readonly area?: Tally;
}

/** One option of a choice: its votes, whether they reach the rule's threshold, and whether it is among those chosen. */
export interface OptionResult {
  readonly id: string;
  readonly label: string;
  readonly votes: number;
  readonly reached: boolean;
  readonly chosen: boolean;
  /** It reached the threshold, but shares its votes with more options than there are seats left: nobody of them is chosen. */
  readonly tied: boolean;
}

export interface PollOutcome extends Verdict {
  readonly items?: readonly ItemResult[];
  readonly options?: readonly OptionResult[];
  /** The options stood for election: who is chosen is elected. */
  readonly election?: true;
}

interface Judged {
  readonly form: BallotForm;
  readonly options: readonly PollOption[];
  /** The poll's rule, then those that must hold beside it. */
  readonly rules: readonly [Rule, ...Rule[]];
  readonly roll: RollFigures;
  readonly votes: Votes;
  /** The same box weighed in 0.01 m²; where the rule counts areas. */
  readonly areas?: Votes | undefined;
}

/**
 * The verdict on a poll, step by step. Several items: each is judged by itself, and `passed` says whether all passed. A choice: `passed` says
 * whether as many reached the threshold as there are seats. Throws `invalid-value` where counts contradict each other.
 */
export function judgePoll(judged: Judged): PollOutcome {
  switch (judged.form.kind) {
    case "yes-no":
      return evaluateTogether(judged.rules, countsOf(judged, judged.votes, judged.areas));
    case "each":
      return judgeItems(judged, judged.form.items);
    case "choice":
      return judgeChoice(judged, judged.form.seats);
  }
}

/** What takes part is the ballots cast; what agrees is the item's. */
function countsOf({ roll, votes, areas }: Judged, item: Tally, itemArea?: Tally) {
  const { due, present, total, extra } = roll;
  const area =
    roll.area === undefined
      ? undefined
      : measured({ due: roll.area, present: roll.area, total: roll.area }, areas ?? NO_VOTES, itemArea ?? NO_VOTES);
  return parseCounts({
    ...measured({ due, present, total }, votes, item),
    ...(area && { area }),
    ...(extra && { extra }),
  });
}

function measured<T>(roll: T, cast: Tally, item: Tally) {
  const { for: yes, against, abstain, invalid } = item;
  return { ...roll, participating: castIn(cast), for: yes, against, abstain, invalid };
}

/** How many steps of a verdict speak of the quorum and of further conditions. */
const quorumLength = (rules: readonly Rule[]) =>
  rules.reduce((n, rule) => n + (rule.quorum ? rule.measures.length : 0) + (rule.conditions?.length ?? 0), 0);

function judgeItems(judged: Judged, items: readonly { readonly id: string; readonly label: string }[]): PollOutcome {
  const { rules, votes, areas } = judged;
  const before = quorumLength(rules);
  const verdicts = items.map(({ id, label }) => {
    const [tally, area] = [votes.items?.[id] ?? NO_VOTES, areas && (areas.items?.[id] ?? NO_VOTES)];
    const { quorumMet, passed, steps } = evaluateTogether(rules, countsOf(judged, tally, area));
    return {
      quorum: steps.slice(0, before),
      quorumMet,
      item: { id, label, ...tally, passed, steps: steps.slice(before), ...(area && { area }) },
    };
  });
  const told = verdicts.flatMap(({ item }) =>
    item.steps.map((step) => ({ ...step, text: `“${item.label}”：${step.text}` })),
  );
  return {
    quorumMet: verdicts.every(({ quorumMet }) => quorumMet),
    passed: verdicts.every(({ item }) => item.passed),
    steps: [...(verdicts[0]?.quorum ?? []), ...told],
    items: verdicts.map(({ item }) => item),
  };
}

function judgeChoice(judged: Judged, seats: number): PollOutcome {
  const { rules, votes, options } = judged;
  const before = quorumLength(rules);
  const standing = options.filter(({ id }) => id !== ABSTAIN.id);
  const verdicts = standing.map(({ id, label }) => {
    const got = votes.chosen?.[id] ?? 0;
    const verdict = evaluateTogether(rules, countsOf(judged, { ...NO_VOTES, for: got }));
    return { id, label, votes: got, verdict };
  });
  const results = seated(
    verdicts.map(({ verdict, ...option }) => ({ ...option, reached: verdict.passed })),
    seats,
  );
  const told = verdicts.flatMap(({ label, verdict }) =>
    verdict.steps.slice(before).map((step) => ({ ...step, text: `“${label}”：${step.text}` })),
  );
  const [first] = verdicts;
  return {
    quorumMet: first?.verdict.quorumMet ?? false,
    passed: results.filter(({ chosen }) => chosen).length === Math.min(seats, standing.length),
    steps: [...(first?.verdict.steps.slice(0, before) ?? []), ...told],
    options: results,
    ...(rules[0].election && { election: true }),
  };
}

/** The most votes win, of those that reach the threshold. Equal votes for the last seats choose nobody: a second round decides, never a lot. */
function seated(options: readonly Omit<OptionResult, "chosen" | "tied">[], seats: number): OptionResult[] {
  const reached = options.filter((option) => option.reached);
  return options.map((option) => {
    const ahead = reached.filter(({ votes }) => votes > option.votes).length;
    const level = reached.filter(({ votes }) => votes === option.votes).length;
    const chosen = option.reached && ahead + level <= seats;
    return { ...option, chosen, tied: option.reached && !chosen && ahead < seats };
  });
}
