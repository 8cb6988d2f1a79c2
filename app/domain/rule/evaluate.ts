import type { Source } from "#app/domain/source.ts";
import { COUNT_LABELS, type Counts, countsIn, parseCounts, requireCounts } from "./counts.ts";
import { crossed, fractionWords, leastCount, percent, reaches } from "./fraction.ts";
import type { CountName, Fraction, Measure, Rule, Step, Verdict } from "./types.ts";

/** “41”, or “70000.00” from 7 000 000 × 0.01 m². */
function shown(n: number, measure: Measure): string {
  if (measure === "heads") return String(n);
  return `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`;
}

interface Side {
  readonly label: string;
  readonly n: number;
}

function compare(fraction: Fraction, part: Side, whole: Side, unit: string, measure: Measure, source: Source): Step {
  const met = reaches(fraction, part.n, whole.n);
  const share = `${part.label} ${shown(part.n, measure)} ÷ ${whole.label} ${shown(whole.n, measure)} = ${percent(part.n, whole.n)}`;
  const least = `至少 ${shown(leastCount(fraction, whole.n), measure)} ${unit}`;
  const text = `${share}，须${fractionWords(fraction)}，${least}，${met ? "达到" : "未达到"}`;
  return { text, ...crossed(fraction, part.n, whole.n), met, source };
}

function step(rule: Rule, counts: Counts, fraction: Fraction, of: CountName, over: CountName, measure: Measure): Step {
  const values = countsIn(counts, measure);
  const area = measure === "area";
  const side = (name: CountName): Side => ({
    label: `${rule.labels?.[name] ?? COUNT_LABELS[name]}${area ? "面积" : ""}`,
    n: values[name] ?? 0,
  });
  return compare(fraction, side(of), side(over), area ? "平方米" : rule.unit, measure, rule.source);
}

/** The quorum part of a verdict: one step a measure, then one a further condition. Empty where the rule knows no quorum. */
export function quorumSteps(rule: Rule, counts: Counts): readonly Step[] {
  const { quorum } = rule;
  const steps = quorum
    ? rule.measures.map((measure) => step(rule, counts, quorum, quorum.of, quorum.over, measure))
    : [];
  const further = (rule.conditions ?? []).map((condition) => {
    const part = { label: condition.ofLabel, n: counts.extra?.[condition.of] ?? 0 };
    const whole = { label: condition.overLabel, n: counts.extra?.[condition.over] ?? 0 };
    return compare(condition, part, whole, rule.unit, "heads", condition.source);
  });
  return [...steps, ...further];
}

/**
 * Counts against a rule, told step by step: heads in persons (or households), areas in 0.01 m².
 * Throws `invalid-value` with `{problems}` where counts contradict each other or one that the rule compares is missing.
 */
export function evaluateRule(rule: Rule, raw: Counts): Verdict {
  const counts = parseCounts(raw);
  requireCounts(rule, counts);
  const quorum = quorumSteps(rule, counts);
  const pass = rule.measures.map((measure) => step(rule, counts, rule.pass, "for", rule.pass.over, measure));
  const quorumMet = quorum.every((each) => each.met);
  return { quorumMet, passed: quorumMet && pass.every((each) => each.met), steps: [...quorum, ...pass] };
}

/** Why few “同意” against fewer “反对” may still fail, for the chair to read out before the poll. */
export function denominatorNote(rule: Rule): string {
  switch (rule.pass.over) {
    case "present":
      return "到会而弃权、没投或投了无效票的人，都仍在分母里。";
    case "due":
    case "total":
      return "没有到场的人也在分母里。";
    case "participating":
      return "参与表决而弃权或投了无效票的，仍在分母里；没参与的不在。";
  }
}
