import { describe, expect, it } from "vitest";
import { type Asked, calculate } from "#app/domain/rule/calculator.ts";
import { MAX_COUNT } from "#app/domain/rule/counts.ts";
import { evaluateTogether } from "#app/domain/rule/evaluate.ts";
import { RULES } from "#app/domain/rule/presets.ts";
import { COMPOSITIONS, PROPOSALS, THRESHOLD_GROUPS } from "#app/domain/rule/shares.ts";
import { typedFigure } from "#app/domain/rule/typed.ts";

const ask = (rule: string, figures: Record<string, string> = {}, overlays: string[] = []): Asked => ({
  rule,
  overlays,
  figures,
});
const open = (asked: Asked) => calculate(asked).open.map(({ field }) => field);

describe("figures as they are typed", () => {
  it.each([
    ["", "heads", undefined],
    ["  ", "area", undefined],
    ["60", "heads", 60],
    ["６０", "heads", 60],
    [" 1,234 ", "heads", 1234],
    ["0", "heads", 0],
    ["-1", "heads", null],
    ["1.5", "heads", null],
    ["12,34", "heads", null],
    ["四十", "heads", null],
    ["1e3", "heads", null],
    ["70000.5", "area", 7_000_050],
    ["70,000.05", "area", 7_000_005],
    ["2105.32", "area", 210_532],
    ["0.29", "area", 29],
    ["1.005", "area", null],
    ["1.", "area", null],
    [".5", "area", null],
    ["10000000000.00", "area", MAX_COUNT],
    ["10000000000.01", "area", MAX_COUNT + 1],
    ["999999999999999999999999", "heads", MAX_COUNT + 1],
  ] as const)("%j of %s is %s", (words, measure, figure) => {
    expect(typedFigure(words, measure)).toBe(figure);
  });
});

describe("the calculator", () => {
  it("asks what the rule compares, wholes before parts, and what only has to fit", () => {
    const fields = (asked: Asked) =>
      calculate(asked).entries.map(({ field, optional }) => `${field}${optional ? "?" : ""}`);
    const rest = ["against?", "abstain?", "invalid?"];
    expect(fields(ask("resident-representatives"))).toEqual(["due", "present", "for", ...rest]);
    const areas = ["area.total", "area.participating", "area.for"];
    expect(fields(ask("owners-general"))).toEqual(["total", "participating", "for", ...areas, ...rest]);
    expect(fields(ask("committee-election"))).toEqual(["due", "participating", "for"]);
    expect(fields(ask("propose-resident-representatives"))).toEqual(["due", "for"]);
    const women = ["extra.womenDue", "extra.womenPresent"];
    const shandong = ask("villager-representatives", {}, ["shandong-women"]);
    expect(fields(shandong)).toEqual(["due", "present", "for", ...women, ...rest]);
  });

  it("tells each step as soon as its figures are there, and the verdict when all are", () => {
    const told = (figures: Record<string, string>) => {
      const { lines, verdict } = calculate(ask("resident-representatives", figures));
      return [lines.map(({ step }) => step?.met ?? null), verdict?.passed ?? null];
    };
    expect(told({})).toEqual([[null, null], null]);
    expect(told({ due: "60" })).toEqual([[null, null], null]);
    expect(told({ due: "60", present: "41" })).toEqual([[true, null], null]);
    expect(told({ due: "60", present: "41", for: "20" })).toEqual([[true, false], false]);
    expect(told({ due: "60", present: "41", for: "21" })).toEqual([[true, true], true]);
    expect(open(ask("resident-representatives", { present: "41" }))).toEqual(["due", "for"]);
  });

  it("says at each figure what is wrong with it, in the rule's words, and judges nothing", () => {
    const wrong = (asked: Asked) => {
      const { problems, verdict, needs, lines } = calculate(asked);
      expect([verdict, needs, lines.every(({ step }) => step === null)]).toEqual([null, [], true]);
      return problems;
    };
    expect(wrong(ask("resident-representatives", { due: "60", present: "六十", for: "1" }))).toEqual({
      present: "要填不小于 0 的整数",
    });
    expect(wrong(ask("party-members", { due: "34", present: "35" }))).toEqual({
      present: "到会有表决权党员 35 比应到有表决权党员 34 还多",
    });
    expect(wrong(ask("resident-representatives", { due: "60", present: "41", for: "30", against: "12" }))).toEqual({
      for: "同意、反对、弃权、无效合计 42，比到会 41 还多",
    });
    expect(wrong(ask("propose-resident-representatives", { due: "43", for: "44" }))).toEqual({
      for: "提议的居民代表 44 比全体居民代表 43 还多",
    });
    expect(wrong(ask("owners-general", { "area.total": "1.005", total: "1e9" }))).toEqual({
      total: "要填不小于 0 的整数",
      "area.total": "要填平方米数，最多两位小数",
    });
    expect(wrong(ask("owners-general", { "area.total": "10000000000.01" }))).toEqual({ "area.total": "数字太大" });
  });

  it("judges by local rules only where they belong, and keeps figures when another rule is chosen", () => {
    const figures = { due: "34", present: "23", for: "17" };
    const passes = (overlays: string[]) => calculate(ask("party-members-local", figures, overlays)).verdict?.passed;
    expect([passes([]), passes(["four-deliberations-party"])]).toEqual([true, true]);
    const statute = calculate(ask("party-members", figures, ["four-deliberations-party", "shandong-women"]));
    expect(statute.overlays.map(({ id, chosen }) => [id, chosen])).toEqual([["four-deliberations-party", true]]);
    expect([statute.lines.length, statute.verdict?.passed]).toEqual([4, false]);
  });

  it("names that are members of every object are no figures", () => {
    const { counts, verdict } = calculate(
      ask("resident-representatives", { constructor: "1", __proto__: "2" } as never),
    );
    expect([counts.due, verdict]).toEqual([undefined, null]);
  });

  it("refuses a rule that there is not", () => {
    expect(() => calculate(ask("no-such-rule"))).toThrow("not-found");
  });

  it("every threshold can be chosen, once, and reckoned to a verdict that the engine gives too", () => {
    const chosen = THRESHOLD_GROUPS.flatMap(({ rules }) => [...rules]);
    const all = [...RULES, ...PROPOSALS, ...COMPOSITIONS].map(({ id }) => id);
    expect(chosen.map(({ id }) => id).sort()).toEqual([...all].sort());
    for (const { id } of chosen) {
      const { entries, rules } = calculate(ask(id));
      const figures = Object.fromEntries(entries.filter(({ optional }) => !optional).map(({ field }) => [field, "12"]));
      const { verdict, counts } = calculate(ask(id, figures));
      expect(verdict).toEqual(evaluateTogether(rules, counts));
      expect(verdict?.passed).toBe(true);
    }
  });
});
