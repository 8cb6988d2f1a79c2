import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counts, MAX_COUNT } from "#app/domain/rule/counts.ts";
import { evaluateRule, evaluateTogether } from "#app/domain/rule/evaluate.ts";
import { leastCount, percent } from "#app/domain/rule/fraction.ts";
import { OVERLAYS } from "#app/domain/rule/overlays.ts";
import { RULES } from "#app/domain/rule/presets.ts";
import { COMPOSITIONS, PROPOSALS } from "#app/domain/rule/shares.ts";
import { type Rule, ruleSchema } from "#app/domain/rule/types.ts";
import { anyCounts, anyFraction, anyRule, attains, judged } from "./oracle.ts";

const outcome = ({ quorumMet, passed }: { quorumMet: boolean; passed: boolean }) => ({ quorumMet, passed });

describe("the engine against exact fractions", () => {
  it("random rules are rules, and get the verdict that their definition gives", () => {
    const seen = { passed: 0, noQuorum: 0, failed: 0 };
    fc.assert(
      fc.property(anyRule, anyCounts(), (rule, counts) => {
        expect(ruleSchema.safeParse(rule).success).toBe(true);
        const verdict = evaluateRule(rule, counts);
        expect(outcome(verdict)).toEqual(judged(rule, counts));
        seen[verdict.passed ? "passed" : verdict.quorumMet ? "failed" : "noQuorum"] += 1;
      }),
      { numRuns: 3000 },
    );
    // Each end was met often enough to mean something.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(30);
  });

  it("every preset, proposal and composition too, up to the largest counts", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RULES, ...PROPOSALS, ...COMPOSITIONS),
        fc.oneof(anyCounts(200), anyCounts()),
        (rule, counts) => {
          expect(outcome(evaluateRule(rule, counts))).toEqual(judged(rule, counts));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("exactly at the fraction “以上” holds and “超过” does not, one fewer never, one more always", () => {
    fc.assert(
      fc.property(anyFraction, fc.integer({ min: 1, max: MAX_COUNT / 1000 }), (fraction, times) => {
        const [part, whole] = [fraction.numerator * times, fraction.denominator * times];
        const rule: Rule = {
          id: "at-the-line",
          name: "正好",
          quorum: null,
          pass: { ...fraction, over: "present" },
          measures: ["heads"],
          unit: "人",
          source: { kind: "default", ref: "随机规则" },
        };
        const passes = (agree: number) => evaluateRule(rule, { present: whole, for: agree }).passed;
        expect([passes(part), passes(part - 1)]).toEqual([fraction.inclusive, false]);
        if (part < whole) expect(passes(part + 1)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("the two integers of a step are exact and say what the step says", () => {
    fc.assert(
      fc.property(anyRule, anyCounts(), (rule, counts) => {
        for (const { left, right, met } of evaluateRule(rule, counts).steps) {
          expect(Number.isSafeInteger(left) && Number.isSafeInteger(right)).toBe(true);
          expect(met ? left >= right : left <= right).toBe(true);
        }
      }),
    );
    // The largest product there can be.
    expect(Number.isSafeInteger(MAX_COUNT * 1000)).toBe(true);
  });

  it("one person or 0.01 m² decides at the largest counts", () => {
    fc.assert(
      fc.property(anyFraction, fc.integer({ min: MAX_COUNT - 5000, max: MAX_COUNT }), (fraction, all) => {
        const least = leastCount(fraction, all);
        expect([attains(least, all, fraction), attains(least - 1, all, fraction)]).toEqual([true, false]);
      }),
      { numRuns: 2000 },
    );
  });

  it("a share in per cent is the exact one, rounded half up", () => {
    fc.assert(
      fc.property(fc.nat(MAX_COUNT), fc.integer({ min: 1, max: MAX_COUNT }), (a, b) => {
        const [n, all] = [Math.min(a, b), Math.max(a, b)];
        const told = BigInt(percent(n, all).replace(/[.%]/g, ""));
        const twice = 2n * 10_000n * BigInt(n) - 2n * told * BigInt(all);
        expect(twice >= -BigInt(all) && twice < BigInt(all)).toBe(true);
      }),
    );
  });
});

describe("order", () => {
  const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });

  it("of measures, conditions and named counts changes no verdict and no step", () => {
    const told = (rule: Rule, counts: Counts) => {
      const { steps, ...verdict } = evaluateRule(rule, counts);
      return { ...verdict, steps: steps.map(({ text }) => text).sort() };
    };
    const asked = fc.tuple(anyRule, anyCounts()).chain(([rule, counts]) =>
      fc.record({
        rule: fc.constant(rule),
        counts: fc.constant(counts),
        measures: shuffled(rule.measures),
        conditions: shuffled(rule.conditions ?? []),
        entries: shuffled(Object.entries(counts)),
      }),
    );
    fc.assert(
      fc.property(asked, ({ rule, counts, measures, conditions, entries }) => {
        const turned = { ...rule, measures, conditions };
        expect(told(turned, Object.fromEntries(entries))).toEqual(told(rule, counts));
      }),
    );
  });

  it("of rules that must hold together changes nothing either: all of them or no pass", () => {
    const several = fc.array(anyRule, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(several, anyCounts(60), fc.nat(3), (drawn, counts, turn) => {
        const rules = drawn as [Rule, ...Rule[]];
        const turned = [...rules.slice(turn % rules.length), ...rules.slice(0, turn % rules.length)] as [
          Rule,
          ...Rule[],
        ];
        const each = rules.map((rule) => judged(rule, counts));
        const all = { quorumMet: each.every((one) => one.quorumMet), passed: each.every((one) => one.passed) };
        expect([outcome(evaluateTogether(rules, counts)), outcome(evaluateTogether(turned, counts))]).toEqual([
          all,
          all,
        ]);
      }),
    );
  });
});

it("ids are each other's alone, so that an address means one thing", () => {
  const ids = [...RULES, ...PROPOSALS, ...COMPOSITIONS].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(OVERLAYS.map(({ id }) => id)).size).toBe(OVERLAYS.length);
});
