import { comparisonsOf, stepOf } from "./comparison.ts";
import { type Counts, parseCounts, requireCounts } from "./counts.ts";
import type { Rule, Step, Verdict } from "./types.ts";

/** The quorum part of a verdict: one step a measure, then one a further condition. Empty where the rule knows no quorum. */
export function quorumSteps(rule: Rule, counts: Counts): readonly Step[] {
  return stepsOf(rule, counts, false);
}

const stepsOf = (rule: Rule, counts: Counts, pass: boolean): readonly Step[] =>
  comparisonsOf(rule)
    .filter(({ role }) => (role === "pass") === pass)
    .map((comparison) => stepOf(comparison, counts));

/**
 * Counts against a rule, told step by step: heads in persons (or households), areas in 0.01 m².
 * Throws `invalid-value` with `{problems}` where counts contradict each other or one that the rule compares is missing.
 */
export function evaluateRule(rule: Rule, raw: Counts): Verdict {
  return evaluateTogether([rule], raw);
}

/** Counts against several rules that must all hold (statute and local rule): first every quorum, then what must agree. Throws as `evaluateRule`. */
export function evaluateTogether(rules: readonly [Rule, ...Rule[]], raw: Counts): Verdict {
  const counts = parseCounts(raw, rules[0].labels);
  for (const rule of rules) requireCounts(rule, counts);
  const quorum = rules.flatMap((rule) => stepsOf(rule, counts, false));
  const pass = rules.flatMap((rule) => stepsOf(rule, counts, true));
  const quorumMet = quorum.every(({ met }) => met);
  return { quorumMet, passed: quorumMet && pass.every(({ met }) => met), steps: [...quorum, ...pass] };
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
