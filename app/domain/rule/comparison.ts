import type { Source } from "#app/domain/source.ts";
import { COUNT_LABELS, type Counts, countsIn } from "./counts.ts";
import { crossed, fractionWords, leastCount, percent, reaches } from "./fraction.ts";
import type { CountName, Fraction, Measure, Rule, Step } from "./types.ts";

/** A count by its path in `Counts` (“present”, “area.for”, “extra.womenPresent”) with the word that the rule has for it. */
export interface Figure {
  readonly field: string;
  readonly label: string;
}

/** One thing that a rule asks: a part of a whole that must reach a fraction. What is asked, judged, told and still missing all come from here. */
export interface Comparison {
  readonly role: "quorum" | "condition" | "pass";
  readonly measure: Measure;
  /** 人, 户 or 平方米. */
  readonly unit: string;
  readonly fraction: Fraction;
  readonly part: Figure;
  readonly whole: Figure;
  readonly source: Source;
}

function figure(rule: Rule, name: CountName, measure: Measure): Figure {
  const label = rule.labels?.[name] ?? COUNT_LABELS[name];
  return measure === "area" ? { field: `area.${name}`, label: `${label}面积` } : { field: name, label };
}

/** Everything that a rule asks, in the order in which it is told: the quorum, further conditions, the pass. */
export function comparisonsOf(rule: Rule): readonly Comparison[] {
  const { quorum, pass, source } = rule;
  const measured = (role: "quorum" | "pass", fraction: Fraction, of: CountName, over: CountName) =>
    rule.measures.map((measure): Comparison => {
      const [part, whole] = [figure(rule, of, measure), figure(rule, over, measure)];
      return { role, measure, unit: measure === "area" ? "平方米" : rule.unit, fraction, part, whole, source };
    });
  const further = (rule.conditions ?? []).map((condition): Comparison => {
    const part = { field: `extra.${condition.of}`, label: condition.ofLabel };
    const whole = { field: `extra.${condition.over}`, label: condition.overLabel };
    return {
      role: "condition",
      measure: "heads",
      unit: rule.unit,
      fraction: condition,
      part,
      whole,
      source: condition.source,
    };
  });
  return [
    ...(quorum ? measured("quorum", quorum, quorum.of, quorum.over) : []),
    ...further,
    ...measured("pass", pass, "for", pass.over),
  ];
}

/** The count at a figure's place, heads or 0.01 m²; `undefined` where it was not given. */
export function countAt(counts: Counts, { field }: Figure): number | undefined {
  if (field.startsWith("extra.")) return counts.extra?.[field.slice("extra.".length)];
  if (field.startsWith("area.")) return countsIn(counts, "area")[field.slice("area.".length) as CountName];
  return countsIn(counts, "heads")[field as CountName];
}

/** “41”, or “70000.00” from 7 000 000 × 0.01 m². */
export function shown(n: number, measure: Measure): string {
  if (measure === "heads") return String(n);
  return `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`;
}

/** One comparison told with its numbers; a count that was not given is taken for none. */
export function stepOf({ fraction, part, whole, unit, measure, source }: Comparison, counts: Counts): Step {
  const [n, all] = [countAt(counts, part) ?? 0, countAt(counts, whole) ?? 0];
  const met = reaches(fraction, n, all);
  const share = `${part.label} ${shown(n, measure)} ÷ ${whole.label} ${shown(all, measure)} = ${percent(n, all)}`;
  const least = `至少 ${shown(leastCount(fraction, all), measure)} ${unit}`;
  const text = `${share}，须${fractionWords(fraction)}，${least}，${met ? "达到" : "未达到"}`;
  return { text, ...crossed(fraction, n, all), met, source };
}
