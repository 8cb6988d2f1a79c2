import { describe, expect, it } from "vitest";
import type { Counts } from "#app/domain/rule/counts.ts";
import { evaluateTogether } from "#app/domain/rule/evaluate.ts";
import { laidOver, OVERLAYS, overlaysOf } from "#app/domain/rule/overlays.ts";
import { RULES, requireRule } from "#app/domain/rule/presets.ts";
import { requireThreshold } from "#app/domain/rule/shares.ts";

const verdict = (rule: string, overlays: string[], counts: Counts) => {
  const { quorumMet, passed } = evaluateTogether(laidOver(requireRule(rule), overlays), counts);
  return [quorumMet, passed];
};
const women = (present: number, due: number) => ({ extra: { womenPresent: present, womenDue: due } });

describe("local rules beside the statute", () => {
  it.each<[string, string[], Counts, boolean, boolean]>([
    // 34 members: local practice is content with 17, the statute asks 18; the local quorum of 23 holds against the statute's 17.
    ["party-members", [], { due: 34, present: 17, for: 17 }, true, false],
    ["party-members", ["four-deliberations-party"], { due: 34, present: 22, for: 22 }, false, false],
    ["party-members", ["four-deliberations-party"], { due: 34, present: 23, for: 17 }, true, false],
    ["party-members", ["four-deliberations-party"], { due: 34, present: 23, for: 18 }, true, true],
    // Of 45 representatives: the statute asks more than half of the 30 there, local practice half of all 45.
    ["villager-representatives", [], { due: 45, present: 30, for: 16 }, true, true],
    ["villager-representatives", ["four-deliberations-villagers"], { due: 45, present: 30, for: 22 }, true, false],
    ["villager-representatives", ["four-deliberations-villagers"], { due: 45, present: 30, for: 23 }, true, true],
    // …and of all 45 there, the statute asks 23 as well.
    ["villager-representatives", ["four-deliberations-villagers"], { due: 44, present: 44, for: 22 }, true, false],
    ["villager-representatives", ["shandong-women"], { due: 45, present: 30, for: 16, ...women(9, 15) }, false, false],
    ["villager-representatives", ["shandong-women"], { due: 45, present: 30, for: 16, ...women(10, 15) }, true, true],
    ["villager-representatives", ["shandong-women"], { due: 45, present: 29, for: 29, ...women(15, 15) }, false, false],
    ["owners-committee", [], { due: 7, present: 4, for: 4 }, true, true],
    ["owners-committee", ["shandong-owners-committee"], { due: 7, present: 4, for: 4 }, false, false],
    ["owners-committee", ["shandong-owners-committee"], { due: 7, present: 5, for: 4 }, true, true],
  ])("%s with %j, %j", (rule, overlays, counts, quorumMet, passed) => {
    expect(verdict(rule, overlays, counts)).toEqual([quorumMet, passed]);
  });

  it("both at once: the women of Shandong and half of all representatives", () => {
    const both = ["shandong-women", "four-deliberations-villagers"];
    const counts = { due: 45, present: 30, for: 23 };
    expect(verdict("villager-representatives", both, { ...counts, ...women(10, 15) })).toEqual([true, true]);
    expect(verdict("villager-representatives", both, { ...counts, ...women(9, 15) })).toEqual([false, false]);
    expect(verdict("villager-representatives", both, { ...counts, for: 22, ...women(10, 15) })).toEqual([true, false]);
  });

  it("what belongs to another rule changes nothing", () => {
    const rule = requireRule("resident-representatives");
    expect(laidOver(rule, ["shandong-women", "four-deliberations-party", "no-such-overlay"])).toEqual([rule]);
    expect(overlaysOf(rule)).toEqual([]);
  });

  it("each is laid over rules that there are, adds something, and says who asks it", () => {
    const ids = new Set(RULES.map(({ id }) => id));
    for (const { over, rules, conditions, source } of OVERLAYS) {
      expect([...over, ...rules].filter((id) => !ids.has(id))).toEqual([]);
      expect(over.length).toBeGreaterThan(0);
      expect(rules.length + conditions.length).toBeGreaterThan(0);
      expect(source.kind).toBe("public");
    }
  });
});

describe("shares that no poll decides", () => {
  it.each([
    ["propose-resident-representatives", 43, 8, 9],
    ["propose-residents-meeting-by-representatives", 43, 14, 15],
    ["propose-residents-meeting", 1001, 100, 101],
    ["propose-residents-meeting-by-household", 320, 31, 32],
    ["propose-villagers-meeting", 1560, 155, 156],
    ["propose-villagers-meeting-by-representatives", 45, 14, 15],
    ["propose-villager-representatives", 45, 8, 9],
    ["seats-of-resident-representatives", 60, 47, 48],
    ["seats-of-villager-representatives", 45, 35, 36],
    ["seats-of-women", 45, 14, 15],
  ])("%s of %i: not %i, but %i", (id, due, few, enough) => {
    const passes = (n: number) => evaluateTogether([requireThreshold(id)], { due, for: n }).passed;
    expect([passes(few), passes(enough)]).toEqual([false, true]);
  });

  it("no poll can be opened by one", () => {
    expect(() => requireRule("propose-resident-representatives")).toThrow("not-found");
    expect(() => requireThreshold("no-such-rule")).toThrow("not-found");
    expect(requireThreshold("party-members")).toBe(requireRule("party-members"));
  });
});
