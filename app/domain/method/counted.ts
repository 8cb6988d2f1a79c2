import { DomainError } from "#app/domain/errors.ts";
import { parseCounts, requireCounts } from "#app/domain/rule/counts.ts";
import { evaluateRule, quorumSteps } from "#app/domain/rule/evaluate.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { CountName, Rule, Verdict } from "#app/domain/rule/types.ts";
import type { FactValue, GateTest } from "./definition.ts";

type RuleTest = GateTest & { op: "quorum" | "passes" | "fails" };

const quorumNames = (rule: Rule): CountName[] => (rule.quorum ? [rule.quorum.of, rule.quorum.over] : []);

/** A verdict by each rule of the test; a Chinese sentence instead where the counts cannot be judged. */
function verdictsOf(test: RuleTest, value: FactValue): readonly Verdict[] | string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "还没填票数";
  try {
    const counts = parseCounts(value);
    return test.rules.map((id) => {
      const rule = requireRule(id);
      if (test.op !== "quorum") return evaluateRule(rule, counts);
      requireCounts(rule, counts, quorumNames(rule));
      const steps = quorumSteps(rule, counts);
      return { quorumMet: steps.every((step) => step.met), passed: false, steps };
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { problems = [] } = (error.details ?? {}) as { problems?: { message: string }[] };
    return problems.map((each) => each.message).join("；") || "票数不对";
  }
}

/** Whether counts meet the test by all of its rules; for `fails`: whether they were enough to decide and did not pass. */
export function rulesMet(test: RuleTest, value: FactValue): boolean {
  const verdicts = verdictsOf(test, value);
  if (typeof verdicts === "string" || verdicts.some((each) => !each.quorumMet)) return false;
  if (test.op === "quorum") return true;
  return verdicts.every((each) => each.passed) === (test.op === "passes");
}

/** The comparisons in words, or what is still missing. */
export function rulesTold(test: RuleTest, value: FactValue): string {
  const verdicts = verdictsOf(test, value);
  if (typeof verdicts === "string") return verdicts;
  return verdicts.flatMap((each) => each.steps.map((step) => step.text)).join("；");
}

/** The count names that the rules of a test compare, in the order of a form; and whether areas are compared too. */
export function countsAsked(test: RuleTest): { names: readonly CountName[]; area: boolean; extra: readonly string[] } {
  const order: CountName[] = ["total", "due", "present", "participating", "for", "against", "abstain", "invalid"];
  const rules = test.rules.map(requireRule);
  const used = new Set(
    rules.flatMap((rule) => [...quorumNames(rule), ...(test.op === "quorum" ? [] : [rule.pass.over])]),
  );
  const votes = test.op === "quorum" ? [] : ["for", "against", "abstain", "invalid"];
  const names = order.filter((name) => used.has(name) || votes.includes(name));
  const extra = rules.flatMap((rule) => (rule.conditions ?? []).flatMap((each) => [each.of, each.over]));
  return { names, area: rules.some((rule) => rule.measures.includes("area")), extra };
}
