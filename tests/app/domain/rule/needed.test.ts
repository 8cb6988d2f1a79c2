import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Counts } from "#app/domain/rule/counts.ts";
import { evaluateRule, evaluateTogether } from "#app/domain/rule/evaluate.ts";
import { type Need, needed, neededTogether } from "#app/domain/rule/needed.ts";
import { laidOver } from "#app/domain/rule/overlays.ts";
import { RULES, requireRule } from "#app/domain/rule/presets.ts";
import { requireThreshold } from "#app/domain/rule/shares.ts";
import type { Rule } from "#app/domain/rule/types.ts";
import { anyCounts, anyRule, attains } from "./oracle.ts";

type Line = [field: string, least: number, missing: number, of: number, joining?: number | null];
const lines = (needs: readonly Need[]): Line[] =>
  needs.map(({ field, least, missing, of, joining }) =>
    joining === undefined ? [field, least, missing, of] : [field, least, missing, of, joining],
  );

/** 1000 owners, 100 000.00 m². */
const estate = (participating: number, area: number, agree: number, agreeArea: number): Counts => ({
  total: 1000,
  participating,
  for: agree,
  area: { total: 10_000_000, participating: area, for: agreeArea },
});

describe("how many more must come and agree", () => {
  it.each<[string, string, Counts, Line[]]>([
    ["nothing known", "resident-representatives", {}, []],
    [
      "the roll alone",
      "resident-representatives",
      { due: 60 },
      [
        ["present", 40, 40, 60],
        ["for", 21, 21, 40],
      ],
    ],
    [
      "two short",
      "resident-representatives",
      { due: 60, present: 38, for: 20 },
      [
        ["present", 40, 2, 60],
        ["for", 21, 1, 40],
      ],
    ],
    [
      "enough there",
      "resident-representatives",
      { due: 60, present: 42, for: 21 },
      [
        ["present", 40, 0, 60],
        ["for", 22, 1, 42],
      ],
    ],
    [
      "nobody on the roll",
      "resident-representatives",
      { due: 0, present: 0 },
      [
        ["present", 1, 1, 0],
        ["for", 1, 1, 1],
      ],
    ],
    [
      "more than two thirds",
      "committee-election-by-representatives",
      { due: 60, participating: 40, for: 20 },
      [
        ["participating", 41, 1, 60],
        ["for", 21, 1, 41, 1],
      ],
    ],
    [
      "of all members",
      "party-members",
      { due: 34, present: 17, for: 17 },
      [
        ["present", 17, 0, 34],
        ["for", 18, 1, 34],
      ],
    ],
    ["no quorum", "roundtable-majority", { present: 11, for: 5 }, [["for", 6, 1, 11]]],
    ["no quorum, nobody there yet", "roundtable-majority", {}, []],
    ["unanimous", "owners-affected", { total: 6, for: 4 }, [["for", 6, 2, 6]]],
    ["who may demand a meeting", "propose-resident-representatives", { due: 43, for: 5 }, [["for", 9, 4, 43]]],
  ])("%s: %s %j", (_, rule, counts, expected) => {
    expect(lines(needed(requireThreshold(rule), counts))).toEqual(expected);
  });

  it("owners are still missing 37 heads and 2,105.32 m²", () => {
    const needs = needed(requireRule("owners-general"), estate(630, 6_456_135, 500, 5_000_000));
    expect(lines(needs)).toEqual([
      ["participating", 667, 37, 1000],
      ["area.participating", 6_666_667, 210_532, 10_000_000],
      ["for", 334, 0, 667, 37],
      ["area.for", 3_333_334, 0, 6_666_667, 210_532],
    ]);
  });

  it("who still comes to vote also enlarges what is counted: 51 changed minds, but 101 newcomers", () => {
    const needs = needed(requireRule("owners-general"), estate(700, 7_000_000, 300, 3_500_000));
    expect(lines(needs).slice(2)).toEqual([
      ["for", 351, 51, 700, 101],
      ["area.for", 3_500_001, 1, 7_000_000, 1],
    ]);
  });

  it("says when even all who are left are too few", () => {
    const needs = needed(requireRule("owners-special"), estate(900, 9_000_000, 500, 9_000_000));
    expect(lines(needs).slice(2)).toEqual([
      ["for", 675, 175, 900, null],
      ["area.for", 6_750_000, 0, 9_000_000, 0],
    ]);
  });

  it("the strictest of statute and local rule speaks: 23 there and 18 of 34", () => {
    const both = laidOver(requireRule("party-members"), ["four-deliberations-party"]);
    expect(lines(neededTogether(both, { due: 34, present: 20, for: 17 }))).toEqual([
      ["present", 23, 3, 34],
      ["for", 18, 1, 34],
    ]);
    const women = laidOver(requireRule("villager-representatives"), ["shandong-women"]);
    const counts = { due: 45, present: 30, for: 16, extra: { womenPresent: 9, womenDue: 15 } };
    expect(lines(neededTogether(women, counts))).toEqual([
      ["present", 30, 0, 45],
      ["extra.womenPresent", 10, 1, 15],
      ["for", 16, 0, 30],
    ]);
  });

  it("a local quorum that brings more in raises what must agree under the statute", () => {
    const statute = requireRule("villagers-meeting");
    const local: Rule = { ...requireRule("villager-representatives"), id: "local" };
    expect(lines(neededTogether([statute, local], { due: 90 }))).toEqual([
      ["present", 60, 60, 90],
      ["for", 31, 31, 60],
    ]);
  });
});

describe("against the engine and exact fractions", () => {
  it("nothing is missing exactly where the verdict passes", () => {
    const rules = fc.oneof(fc.constantFrom(...RULES), anyRule);
    fc.assert(
      fc.property(rules, anyCounts(), (rule, counts) => {
        const needs = needed(rule, counts);
        const { quorumMet, passed } = evaluateRule(rule, counts);
        expect(needs.filter(({ role }) => role !== "pass").every(({ missing }) => missing === 0)).toBe(quorumMet);
        expect(needs.every(({ missing }) => missing === 0)).toBe(passed);
      }),
      { numRuns: 2000 },
    );
  });

  it("each least number reaches its fraction and one fewer does not", () => {
    fc.assert(
      fc.property(anyRule, anyCounts(), (rule, counts) => {
        for (const { role, least, of, missing, now } of needed(rule, counts)) {
          expect(missing).toBe(Math.max(0, least - now));
          const threshold = role === "pass" ? rule.pass : rule.quorum;
          if (role === "condition" || of === 0 || !threshold) continue;
          expect([attains(least, of, threshold), attains(least - 1, of, threshold)]).toEqual([true, false]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("as many newcomers as it says pass, and one fewer do not, tried one by one", () => {
    const rules = fc.oneof(
      fc.constantFrom(...RULES).filter(({ pass }) => pass.over === "participating"),
      anyRule.map((rule): Rule => ({ ...rule, conditions: [], pass: { ...rule.pass, over: "participating" } })),
    );
    const heads = (rule: Rule): Rule => ({ ...rule, measures: ["heads"] });
    const within = anyCounts(60).map(({ present: _, ...counts }): Counts => counts);
    const seen = { never: 0, atOnce: 0, later: 0 };
    fc.assert(
      fc.property(
        rules.map(heads).filter(({ quorum }) => quorum?.of !== "present"),
        within,
        (rule, counts) => {
          const [joining] = needed(rule, counts).flatMap((need) => (need.role === "pass" ? [need.joining] : []));
          const room = Math.min(counts.due ?? 0, counts.total ?? 0) - (counts.participating ?? 0);
          const tries = Array.from({ length: room + 1 }, (_, more) => {
            const [participating, agree] = [(counts.participating ?? 0) + more, (counts.for ?? 0) + more];
            return evaluateRule(rule, { ...counts, participating, for: agree }).passed;
          });
          const first = tries.indexOf(true);
          expect(joining).toBe(first < 0 ? null : first);
          seen[first < 0 ? "never" : first === 0 ? "atOnce" : "later"] += 1;
        },
      ),
      { numRuns: 1500 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  it("with what is missing made up, rules that hold together pass; with one person fewer they do not", () => {
    const any = fc.tuple(
      fc.constantFrom("party-members", "villager-representatives"),
      fc.integer({ min: 1, max: 500 }),
    );
    fc.assert(
      fc.property(any, ([id, due]) => {
        const overlays = ["four-deliberations-party", "four-deliberations-villagers"];
        const rules = laidOver(requireRule(id), overlays);
        expect(rules.length).toBe(2);
        const [come, agree] = neededTogether(rules, { due }).map(({ least }) => least);
        const passes = (present = 0, votes = 0) =>
          evaluateTogether(rules, { due, present, for: Math.min(votes, present) }).passed;
        const there = Math.max(come ?? 0, agree ?? 0);
        expect([passes(there, agree), passes(there, (agree ?? 0) - 1), passes((come ?? 0) - 1, due)]).toEqual([
          true,
          false,
          false,
        ]);
      }),
    );
  });
});
