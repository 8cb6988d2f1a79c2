import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Counts } from "#app/domain/rule/counts.ts";
import { evaluateRule } from "#app/domain/rule/evaluate.ts";
import { fractionWords, leastCount } from "#app/domain/rule/fraction.ts";
import { SHANDONG_WOMEN, withConditions } from "#app/domain/rule/overlays.ts";
import { RULES, requireRule } from "#app/domain/rule/presets.ts";
import { type Rule, ruleSchema } from "#app/domain/rule/types.ts";
import { attains } from "./oracle.ts";

/** Rule × counts → quorum and pass, with the numbers the report lays down and their neighbours. */
const HEADS: readonly (readonly [rule: string, counts: Counts, quorumMet: boolean, passed: boolean])[] = [
  ["resident-representatives", { due: 60, present: 39, for: 39 }, false, false],
  ["resident-representatives", { due: 60, present: 40, for: 20 }, true, false],
  ["resident-representatives", { due: 60, present: 40, for: 21 }, true, true],
  ["resident-representatives", { due: 60, present: 41, for: 20 }, true, false],
  ["resident-representatives", { due: 60, present: 41, for: 21 }, true, true],
  ["resident-representatives", { due: 60, present: 42, for: 21 }, true, false],
  ["resident-representatives", { due: 60, present: 42, for: 22 }, true, true],
  ["resident-representatives", { due: 61, present: 40, for: 40 }, false, false],
  ["resident-representatives", { due: 61, present: 41, for: 21 }, true, true],
  ["resident-representatives", { due: 60, present: 41, for: 20, against: 5, abstain: 16 }, true, false],
  ["resident-representatives", { due: 0, present: 0, for: 0 }, false, false],
  ["residents-meeting", { due: 100, present: 50, for: 50 }, false, false],
  ["residents-meeting", { due: 100, present: 51, for: 25 }, true, false],
  ["residents-meeting", { due: 100, present: 51, for: 26 }, true, true],
  ["residents-meeting-by-household", { due: 30, present: 16, for: 9 }, true, true],
  ["committee-election", { due: 200, participating: 100, for: 100 }, false, false],
  ["committee-election", { due: 200, participating: 101, for: 51 }, true, true],
  ["committee-election-by-representatives", { due: 60, participating: 40, for: 40 }, false, false],
  ["committee-election-by-representatives", { due: 60, participating: 41, for: 20 }, true, false],
  ["committee-election-by-representatives", { due: 60, participating: 41, for: 21 }, true, true],
  ["committee-election-rerun", { due: 100, participating: 60, for: 19 }, true, false],
  ["committee-election-rerun", { due: 100, participating: 60, for: 20 }, true, true],
  ["committee-election-rerun-by-representatives", { due: 60, participating: 40, for: 40 }, false, false],
  ["committee-election-rerun-by-representatives", { due: 60, participating: 45, for: 14 }, true, false],
  ["committee-election-rerun-by-representatives", { due: 60, participating: 45, for: 15 }, true, true],
  ["villager-representatives", { due: 45, present: 29, for: 29 }, false, false],
  ["villager-representatives", { due: 45, present: 30, for: 15 }, true, false],
  ["villager-representatives", { due: 45, present: 30, for: 16 }, true, true],
  ["villagers-meeting", { due: 101, present: 51, for: 26 }, true, true],
  ["villagers-meeting", { due: 100, present: 50, for: 50 }, false, false],
  ["villagers-meeting-by-household", { due: 90, present: 59, for: 59 }, false, false],
  ["villagers-meeting-by-household", { due: 90, present: 60, for: 31 }, true, true],
  ["villager-group", { due: 31, present: 20, for: 20 }, false, false],
  ["villager-group", { due: 31, present: 21, for: 11 }, true, true],
  ["villager-group-by-household", { due: 12, present: 8, for: 5 }, true, true],
  ["villagers-committee-election", { due: 301, participating: 150, for: 150 }, false, false],
  ["villagers-committee-election", { due: 300, participating: 150, for: 150 }, false, false],
  ["villagers-committee-election", { due: 300, participating: 151, for: 75 }, true, false],
  ["villagers-committee-election", { due: 300, participating: 151, for: 76 }, true, true],
  ["villagers-committee-election-rerun", { due: 300, participating: 150, for: 150 }, false, false],
  ["villagers-committee-election-rerun", { due: 300, participating: 152, for: 50 }, true, false],
  ["villagers-committee-election-rerun", { due: 300, participating: 153, for: 51 }, true, true],
  ["owners-affected", { total: 6, for: 5 }, true, false],
  ["owners-affected", { total: 6, for: 6 }, true, true],
  ["owners-committee", { due: 7, present: 4, for: 3 }, true, false],
  ["owners-committee", { due: 7, present: 4, for: 4 }, true, true],
  ["owners-committee-shandong", { due: 7, present: 4, for: 4 }, false, false],
  ["owners-committee-shandong", { due: 7, present: 5, for: 4 }, true, true],
  ["party-members", { due: 33, present: 16, for: 16 }, false, false],
  ["party-members", { due: 33, present: 17, for: 16 }, true, false],
  ["party-members", { due: 33, present: 17, for: 17 }, true, true],
  ["party-members", { due: 34, present: 16, for: 16 }, false, false],
  ["party-members", { due: 34, present: 17, for: 17 }, true, false],
  ["party-members", { due: 34, present: 18, for: 18 }, true, true],
  ["roundtable-majority", { present: 10, for: 5 }, true, false],
  ["roundtable-majority", { present: 11, for: 6 }, true, true],
  ["party-members-local", { due: 34, present: 22, for: 22 }, false, false],
  ["party-members-local", { due: 34, present: 23, for: 16 }, true, false],
  ["party-members-local", { due: 34, present: 23, for: 17 }, true, true],
  ["villager-representatives-local", { due: 44, present: 29, for: 29 }, false, false],
  ["villager-representatives-local", { due: 44, present: 30, for: 21 }, true, false],
  ["villager-representatives-local", { due: 44, present: 30, for: 22 }, true, true],
  ["collective-assembly", { due: 300, present: 199, for: 199 }, false, false],
  ["collective-assembly", { due: 300, present: 250, for: 199 }, true, false],
  ["collective-assembly", { due: 300, present: 200, for: 200 }, true, true],
  ["council-two-thirds", { due: 15, present: 9, for: 9 }, false, false],
  ["council-two-thirds", { due: 15, present: 10, for: 5 }, true, false],
  ["council-two-thirds", { due: 15, present: 10, for: 6 }, true, true],
  ["joint-meeting", { due: 12, present: 7, for: 7 }, false, false],
  ["joint-meeting", { due: 12, present: 8, for: 6 }, true, false],
  ["joint-meeting", { due: 12, present: 8, for: 7 }, true, true],
  ["present-majority", { present: 20, for: 10 }, true, false],
  ["present-majority", { present: 21, for: 11 }, true, true],
];

/** 1000 owners with 100 000.00 m²; areas in 0.01 m². */
const estate = (participating: number, area: number, agree: number, agreeArea: number): Counts => ({
  total: 1000,
  participating,
  for: agree,
  area: { total: 10_000_000, participating: area, for: agreeArea },
});

const OWNERS: readonly (readonly [rule: string, counts: Counts, quorumMet: boolean, passed: boolean])[] = [
  ["owners-general", estate(667, 6_666_667, 667, 6_666_667), true, true],
  ["owners-general", estate(666, 6_666_667, 666, 6_666_667), false, false],
  ["owners-general", estate(667, 6_666_666, 667, 6_666_666), false, false],
  ["owners-general", estate(700, 7_000_000, 351, 3_500_001), true, true],
  ["owners-general", estate(700, 7_000_000, 350, 3_500_001), true, false],
  ["owners-general", estate(700, 7_000_000, 351, 3_500_000), true, false],
  ["owners-special", estate(700, 7_000_000, 525, 5_250_000), true, true],
  ["owners-special", estate(700, 7_000_000, 524, 5_250_000), true, false],
  ["owners-special", estate(700, 7_000_000, 525, 5_249_999), true, false],
];

describe("evaluateRule", () => {
  it.each([...HEADS, ...OWNERS])("%s %j", (id, counts, quorumMet, passed) => {
    expect(evaluateRule(requireRule(id), counts)).toMatchObject({ quorumMet, passed });
  });

  it("has every preset in the tables above", () => {
    const tried = new Set([...HEADS, ...OWNERS].map(([id]) => id));
    expect(RULES.map((rule) => rule.id).filter((id) => !tried.has(id))).toEqual([]);
    for (const rule of RULES) expect(ruleSchema.parse(rule)).toEqual(rule);
  });

  it("asks 18 of 34 party members, not the 17 of local practice: both must hold", () => {
    const passes = (agree: number) =>
      ["party-members", "party-members-local"].map(
        (id) => evaluateRule(requireRule(id), { due: 34, present: 23, for: agree }).passed,
      );
    expect([passes(16), passes(17), passes(18)]).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ]);
    const least = (id: string) => leastCount(requireRule(id).pass, 34);
    expect([least("party-members"), least("party-members-local")]).toEqual([18, 17]);
  });

  it("tells each comparison with the integers it compared", () => {
    const { steps } = evaluateRule(requireRule("resident-representatives"), { due: 60, present: 41, for: 20 });
    const source = requireRule("resident-representatives").source;
    expect(steps).toEqual([
      {
        text: "到会 41 ÷ 应到 60 = 68.33%，须三分之二以上（≥2/3），至少 40 人，达到",
        left: 123,
        right: 120,
        met: true,
        source,
      },
      {
        text: "同意 20 ÷ 到会 41 = 48.78%，须过半数（>1/2），至少 21 人，未达到",
        left: 40,
        right: 41,
        met: false,
        source,
      },
    ]);
  });

  it("tells heads and square metres apart", () => {
    const { steps } = evaluateRule(requireRule("owners-general"), estate(700, 7_000_000, 351, 3_500_001));
    expect(steps.map((step) => step.text)).toEqual([
      "参与表决业主 700 ÷ 全体业主 1000 = 70.00%，须三分之二以上（≥2/3），至少 667 人，达到",
      "参与表决业主面积 70000.00 ÷ 全体业主面积 100000.00 = 70.00%，须三分之二以上（≥2/3），至少 66666.67 平方米，达到",
      "同意 351 ÷ 参与表决业主 700 = 50.14%，须过半数（>1/2），至少 351 人，达到",
      "同意面积 35000.01 ÷ 参与表决业主面积 70000.00 = 50.00%，须过半数（>1/2），至少 35000.01 平方米，达到",
    ]);
  });

  it("asks a local condition on top of the statute", () => {
    const rule = withConditions(requireRule("villager-representatives"), [SHANDONG_WOMEN]);
    const counts = { due: 45, present: 40, for: 40 };
    const few = evaluateRule(rule, { ...counts, extra: { womenPresent: 9, womenDue: 15 } });
    const enough = evaluateRule(rule, { ...counts, extra: { womenPresent: 10, womenDue: 15 } });
    expect([few.quorumMet, few.passed, enough.quorumMet, enough.passed]).toEqual([false, false, true, true]);
    expect(() => evaluateRule(rule, counts)).toThrow("invalid-value");
  });

  it("stays exact at the largest areas", () => {
    const all = 999_999_999_999;
    const third = all / 3;
    const area = (agree: number) => ({ total: all, participating: all, for: agree });
    const rule: Rule = {
      ...requireRule("owners-special"),
      pass: { numerator: 2, denominator: 3, inclusive: true, over: "participating" },
    };
    const heads = { total: 3, participating: 3, for: 3 };
    expect(evaluateRule(rule, { ...heads, area: area(third * 2) }).passed).toBe(true);
    expect(evaluateRule(rule, { ...heads, area: area(third * 2 - 1) }).passed).toBe(false);
  });
});

describe("leastCount", () => {
  it.each([
    [{ numerator: 1, denominator: 5, inclusive: true }, 43, 9],
    [{ numerator: 1, denominator: 3, inclusive: true }, 43, 15],
    [{ numerator: 1, denominator: 10, inclusive: true }, 1001, 101],
    [{ numerator: 2, denominator: 3, inclusive: true }, 60, 40],
    [{ numerator: 2, denominator: 3, inclusive: false }, 60, 41],
    [{ numerator: 2, denominator: 3, inclusive: true }, 0, 1],
  ])("%j of %i is %i", (fraction, all, least) => {
    expect(leastCount(fraction, all)).toBe(least);
  });

  it("is the first count that reaches the fraction", () => {
    const fractions = RULES.map((rule) => rule.quorum ?? rule.pass);
    fc.assert(
      fc.property(fc.constantFrom(...fractions), fc.integer({ min: 1, max: 1_000_000 }), (fraction, all) => {
        const least = leastCount(fraction, all);
        expect([attains(least, all, fraction), attains(least - 1, all, fraction)]).toEqual([true, false]);
      }),
    );
  });
});

describe("the words of a threshold", () => {
  it.each([
    [1, 2, false, "过半数（>1/2）"],
    [1, 2, true, "半数以上（≥1/2）"],
    [2, 3, true, "三分之二以上（≥2/3）"],
    [2, 3, false, "超过三分之二（>2/3）"],
    [3, 4, true, "四分之三以上（≥3/4）"],
    [1, 3, true, "三分之一以上（≥1/3）"],
    [1, 5, true, "五分之一以上（≥1/5）"],
    [1, 10, true, "十分之一以上（≥1/10）"],
    [4, 5, true, "五分之四以上（≥4/5）"],
    [4, 5, false, " >4/5"],
  ])(
    "%i/%i, inclusive %s, is %s: phrases of the law that must not be mixed up",
    (numerator, denominator, inclusive, words) => {
      expect(fractionWords({ numerator, denominator, inclusive })).toBe(words);
    },
  );
});
