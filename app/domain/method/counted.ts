import { DomainError } from "#app/domain/errors.ts";
import { parseCounts, requireCounts } from "#app/domain/rule/counts.ts";
import { evaluateRule, quorumSteps } from "#app/domain/rule/evaluate.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import type { CountName, Rule, Step } from "#app/domain/rule/types.ts";
import type { FactValue, GateTest } from "./definition.ts";

type RuleTest = GateTest & { op: "quorum" | "passes" };

const quorumNames = (rule: Rule): CountName[] => (rule.quorum ? [rule.quorum.of, rule.quorum.over] : []);

/** Every comparison that the test makes; a Chinese sentence instead where the counts cannot be judged. */
function stepsOf(test: RuleTest, value: FactValue): readonly Step[] | string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "还没填票数";
  try {
    const counts = parseCounts(value);
    return test.rules.flatMap((id) => {
      const rule = requireRule(id);
      if (test.op === "passes") return evaluateRule(rule, counts).steps;
      requireCounts(rule, counts, quorumNames(rule));
      return quorumSteps(rule, counts);
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { problems = [] } = (error.details ?? {}) as { problems?: { message: string }[] };
    return problems.map((each) => each.message).join("；") || "票数不对";
  }
}

/** Whether counts meet all rules of the test. A rule without any comparison to make counts as met. */
export function rulesMet(test: RuleTest, value: FactValue): boolean {
  const steps = stepsOf(test, value);
  return typeof steps !== "string" && steps.every((step) => step.met);
}

/** The comparisons in words, or what is still missing. */
export function rulesTold(test: RuleTest, value: FactValue): string {
  const steps = stepsOf(test, value);
  return typeof steps === "string" ? steps : steps.map((step) => step.text).join("；");
}

/** The count names that the rules of a test compare, in the order of a form; and whether areas are compared too. */
export function countsAsked(test: RuleTest): { names: readonly CountName[]; area: boolean; extra: readonly string[] } {
  const order: CountName[] = ["total", "due", "present", "participating", "for", "against", "abstain", "invalid"];
  const rules = test.rules.map(requireRule);
  const used = new Set(
    rules.flatMap((rule) => [...quorumNames(rule), ...(test.op === "passes" ? [rule.pass.over] : [])]),
  );
  const votes = test.op === "passes" ? ["for", "against", "abstain", "invalid"] : [];
  const names = order.filter((name) => used.has(name) || votes.includes(name));
  const extra = rules.flatMap((rule) => (rule.conditions ?? []).flatMap((each) => [each.of, each.over]));
  return { names, area: rules.some((rule) => rule.measures.includes("area")), extra };
}
