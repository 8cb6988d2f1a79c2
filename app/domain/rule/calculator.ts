import { DomainError } from "#app/domain/errors.ts";
import { type Comparison, comparisonsOf, countAt, type Figure, stepOf } from "./comparison.ts";
import { COUNT_LABELS, type Counts, type FieldProblem, parseCounts } from "./counts.ts";
import { evaluateTogether } from "./evaluate.ts";
import { type Need, neededTogether } from "./needed.ts";
import { laidOver, type Overlay, overlaysOf } from "./overlays.ts";
import { requireThreshold, type ThresholdKind, thresholdKind } from "./shares.ts";
import { typedFigure } from "./typed.ts";
import type { CountName, Measure, Rule, Step, Verdict } from "./types.ts";

/** What somebody asks the 门槛计算器: a rule, local rules beside it, and figures as they were typed, by their path in `Counts`. */
export interface Asked {
  readonly rule: string;
  readonly overlays: readonly string[];
  readonly figures: Readonly<Record<string, string>>;
}

/** A figure that can be filled in. */
export interface Entry extends Figure {
  readonly measure: Measure;
  readonly unit: string;
  /** No comparison reads it: it only has to fit the others. */
  readonly optional: boolean;
}

export interface Calculation {
  readonly rule: Rule;
  readonly kind: ThresholdKind;
  /** The rule and what holds beside it. */
  readonly rules: readonly [Rule, ...Rule[]];
  readonly overlays: readonly (Overlay & { readonly chosen: boolean })[];
  readonly entries: readonly Entry[];
  readonly counts: Counts;
  /** Sentences by the path of the figure that they are about. */
  readonly problems: Readonly<Record<string, string>>;
  /** Every comparison, with its step as soon as both its figures are there. */
  readonly lines: readonly { readonly comparison: Comparison; readonly step: Step | null }[];
  readonly needs: readonly Need[];
  /** `null` until all that the rules compare is there and fits. */
  readonly verdict: Verdict | null;
  /** What must still be filled in for a verdict. */
  readonly open: readonly Entry[];
}

/** Everything that can be said about the figures so far. Throws not-found for a rule that there is not; never for what was typed. */
export function calculate({ rule: id, overlays: ids, figures }: Asked): Calculation {
  const rule = requireThreshold(id);
  const kind = thresholdKind(rule);
  const rules = laidOver(rule, ids);
  const overlays = overlaysOf(rule).map((overlay) => ({ ...overlay, chosen: ids.includes(overlay.id) }));
  const comparisons = inTellingOrder(rules.flatMap(comparisonsOf));
  const entries = entriesOf(rule, kind, comparisons);
  const { counts, problems } = read(entries, figures, rule);
  const fits = Object.keys(problems).length === 0;
  const open = entries.filter((entry) => !entry.optional && countAt(counts, entry) === undefined);
  const told = (comparison: Comparison) =>
    fits && [comparison.part, comparison.whole].every((figure) => countAt(counts, figure) !== undefined);
  return {
    rule,
    kind,
    rules,
    overlays,
    entries,
    counts,
    problems,
    lines: comparisons.map((comparison) => ({
      comparison,
      step: told(comparison) ? stepOf(comparison, counts) : null,
    })),
    needs: fits ? neededTogether(rules, counts) : [],
    verdict: fits && open.length === 0 ? evaluateTogether(rules, counts) : null,
    open,
  };
}

const inTellingOrder = (comparisons: readonly Comparison[]): readonly Comparison[] => [
  ...comparisons.filter(({ role }) => role !== "pass"),
  ...comparisons.filter(({ role }) => role === "pass"),
];

const ORDER = ["total", "due", "present", "participating", "for"] as const satisfies readonly CountName[];
const REST = ["against", "abstain", "invalid"] as const satisfies readonly CountName[];

/** The figures that are compared, wholes before parts, heads before areas; then those that a vote leaves over. */
function entriesOf(rule: Rule, kind: ThresholdKind, comparisons: readonly Comparison[]): readonly Entry[] {
  const found = new Map<string, Entry>();
  for (const { part, whole, measure, unit } of comparisons) {
    for (const figure of [whole, part]) {
      if (!found.has(figure.field)) found.set(figure.field, { ...figure, measure, unit, optional: false });
    }
  }
  const place = ({ field }: Entry) => ORDER.findIndex((name) => field === name || field === `area.${name}`);
  const group = ({ field, measure }: Entry) => (field.startsWith("extra.") ? 1 : measure === "area" ? 2 : 0);
  const compared = [...found.values()].sort((a, b) => group(a) - group(b) || place(a) - place(b));
  // Votes for a candidate have no votes against, nor has a demand.
  const ballots = kind === "poll" && !rule.labels?.for ? REST : [];
  const rest = ballots.map((name): Entry => {
    return { field: name, label: COUNT_LABELS[name], measure: "heads", unit: rule.unit, optional: true };
  });
  return [...compared, ...rest];
}

const NO_FIGURE: Record<Measure, string> = {
  heads: "要填不小于 0 的整数",
  area: "要填平方米数，最多两位小数",
};

function read(entries: readonly Entry[], figures: Asked["figures"], rule: Rule) {
  const counts: Record<"heads" | "area" | "extra", Record<string, number>> = { heads: {}, area: {}, extra: {} };
  const problems: Record<string, string> = {};
  for (const { field, measure } of entries) {
    const figure = typedFigure(figures[field] ?? "", measure);
    if (figure === null) problems[field] = NO_FIGURE[measure];
    if (figure === null || figure === undefined) continue;
    const [side, name] = field.includes(".") ? field.split(".") : ["heads", field];
    counts[side as keyof typeof counts][name as string] = figure;
  }
  const { heads, area, extra } = counts;
  const all = { ...heads, area, extra };
  return { counts: all, problems: { ...contradictions(all, rule), ...problems } };
}

function contradictions(counts: Counts, rule: Rule): Record<string, string> {
  try {
    parseCounts(counts, rule.labels);
    return {};
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { problems = [] } = (error.details ?? {}) as { problems?: readonly FieldProblem[] };
    return Object.fromEntries(problems.map(({ field, message }) => [field, message]));
  }
}
