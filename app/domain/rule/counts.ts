import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { type CountName, type Denominator, MEASURES, type Measure, type Rule } from "./types.ts";

/** Above any electorate and any estate (10¹² × 0.01 m² is 10 000 km²); keeps every product of `Step` an exact JSON number. */
export const MAX_COUNT = 1_000_000_000_000;

/** The usual Chinese word of each count; a rule may have its own (`Rule.labels`). */
export const COUNT_LABELS: Readonly<Record<CountName, string>> = {
  due: "应到",
  present: "到会",
  participating: "参与表决",
  total: "全体",
  for: "同意",
  against: "反对",
  abstain: "弃权",
  invalid: "无效",
};

const count = z
  .int("要填不小于 0 的整数")
  .min(0, { error: "要填不小于 0 的整数", abort: true })
  .max(MAX_COUNT, { error: "数字太大", abort: true })
  .optional();

const measured = z.object({
  due: count,
  present: count,
  participating: count,
  total: count,
  for: count,
  against: count,
  abstain: count,
  invalid: count,
});

type Measured = z.infer<typeof measured>;

/** No part may exceed its whole, whichever of the counts are given. */
const WITHIN: readonly (readonly [CountName, Denominator])[] = [
  ["present", "due"],
  ["present", "total"],
  ["participating", "present"],
  ["participating", "due"],
  ["participating", "total"],
  ["due", "total"],
];

/** A rule's own words for counts. */
type Labels = Rule["labels"];

function contradictions(counts: Measured, labels: Labels): { field: CountName; message: string }[] {
  const word = (name: CountName) => labels?.[name] ?? COUNT_LABELS[name];
  const found: { field: CountName; message: string }[] = [];
  for (const [part, whole] of WITHIN) {
    const [n, all] = [counts[part], counts[whole]];
    if (n === undefined || all === undefined || n <= all) continue;
    found.push({ field: part, message: `${word(part)} ${n} 比${word(whole)} ${all} 还多` });
  }
  const cast = (counts.for ?? 0) + (counts.against ?? 0) + (counts.abstain ?? 0) + (counts.invalid ?? 0);
  const whole = (["participating", "present", "due", "total"] as const).find((name) => counts[name] !== undefined);
  const all = whole && counts[whole];
  if (whole && all !== undefined && cast > all) {
    // Votes for one candidate, or people behind a demand, are no ballots beside others.
    const alone = labels?.for && cast === counts.for ? `${labels.for} ${cast} 比` : undefined;
    const message = `${alone ?? `同意、反对、弃权、无效合计 ${cast}，比`}${word(whole)} ${all} 还多`;
    found.push({ field: "for", message });
  }
  return found;
}

/** Counts as they come from outside: heads at the top, areas in 0.01 m² under `area`, other named counts under `extra`. */
const countsSchema = measured.extend({
  area: measured.optional(),
  extra: z.record(z.string(), count.unwrap()).optional(),
});

export type Counts = z.infer<typeof countsSchema>;

/** A refused field, for the page to show beside it. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** The count names a rule compares, hence must be given. */
function usedCounts(rule: Rule): readonly CountName[] {
  const quorum = rule.quorum ? [rule.quorum.of, rule.quorum.over] : [];
  return [...new Set<CountName>([...quorum, rule.pass.over, "for"])];
}

/**
 * Counts in any shape → checked counts, or `DomainError("invalid-value", {problems: FieldProblem[]})`, in the rule's words where its labels
 * are given. Field names are paths such as "for" or "area.total".
 */
export function parseCounts(raw: unknown, labels?: Labels): Counts {
  const parsed = countsSchema.safeParse(raw);
  const problems: FieldProblem[] = parsed.success
    ? contradictionsIn(parsed.data, labels)
    : parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
  if (!parsed.success || problems.length > 0) throw new DomainError("invalid-value", { problems });
  return parsed.data;
}

function contradictionsIn(counts: Counts, labels: Labels): FieldProblem[] {
  const areas = contradictions(counts.area ?? {}, labels);
  return [
    ...contradictions(counts, labels),
    ...areas.map(({ field, message }) => ({ field: `area.${field}`, message: `面积：${message}` })),
  ];
}

const heading = (measure: Measure) => (measure === "area" ? "面积" : "");

/** One side of the counts; heads and areas have the same names. */
export function countsIn(counts: Counts, measure: Measure): Readonly<Measured> {
  return measure === "area" ? (counts.area ?? {}) : counts;
}

/** Refuses counts that lack what the rule compares. */
export function requireCounts(rule: Rule, counts: Counts, names: readonly CountName[] = usedCounts(rule)): void {
  const problems: FieldProblem[] = [];
  for (const measure of MEASURES.filter((each) => rule.measures.includes(each))) {
    const side = countsIn(counts, measure);
    for (const name of names.filter((each) => side[each] === undefined)) {
      const field = measure === "area" ? `area.${name}` : name;
      problems.push({ field, message: `缺少${heading(measure)}“${rule.labels?.[name] ?? COUNT_LABELS[name]}”` });
    }
  }
  for (const condition of rule.conditions ?? []) {
    if (counts.extra?.[condition.of] === undefined) {
      problems.push({ field: `extra.${condition.of}`, message: `缺少“${condition.ofLabel}”` });
    }
    if (counts.extra?.[condition.over] === undefined) {
      problems.push({ field: `extra.${condition.over}`, message: `缺少“${condition.overLabel}”` });
    }
  }
  if (problems.length > 0) throw new DomainError("invalid-value", { problems });
}
