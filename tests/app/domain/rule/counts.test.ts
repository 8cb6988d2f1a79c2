import { describe, expect, it } from "vitest";
import { type Counts, MAX_COUNT, parseCounts } from "#app/domain/rule/counts.ts";
import { evaluateRule } from "#app/domain/rule/evaluate.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { invalid, refusal } from "#tests/app/domain/refusal.ts";

describe("parseCounts", () => {
  it.each<[unknown, string, string]>([
    [{ due: -1 }, "due", "要填不小于 0 的整数"],
    [{ due: 1.5 }, "due", "要填不小于 0 的整数"],
    [{ due: "60" }, "due", "要填不小于 0 的整数"],
    [{ due: Number.NaN }, "due", "要填不小于 0 的整数"],
    [{ due: MAX_COUNT + 1 }, "due", "数字太大"],
    [{ due: 60, present: 61 }, "present", "到会 61 比应到 60 还多"],
    [{ present: 5, participating: 6 }, "participating", "参与表决 6 比到会 5 还多"],
    [{ total: 5, present: 6 }, "present", "到会 6 比全体 5 还多"],
    [{ total: 5, due: 6 }, "due", "应到 6 比全体 5 还多"],
    [{ due: 5, participating: 6 }, "participating", "参与表决 6 比应到 5 还多"],
    [{ total: 5, participating: 6 }, "participating", "参与表决 6 比全体 5 还多"],
    [
      { present: 41, for: 20, against: 10, abstain: 10, invalid: 2 },
      "for",
      "同意、反对、弃权、无效合计 42，比到会 41 还多",
    ],
    [{ participating: 3, for: 4 }, "for", "同意、反对、弃权、无效合计 4，比参与表决 3 还多"],
    [{ area: { total: 5, participating: 6 } }, "area.participating", "面积：参与表决 6 比全体 5 还多"],
    [{ extra: { womenPresent: -1 } }, "extra.womenPresent", "要填不小于 0 的整数"],
  ])("%j is refused at %s", (counts, field, message) => {
    expect(refusal(() => parseCounts(counts))).toEqual(invalid([field, message]));
  });

  it("takes counts that fill their whole exactly", () => {
    const counts: Counts = { due: 41, present: 41, participating: 41, for: 20, against: 5, abstain: 15, invalid: 1 };
    expect(parseCounts(counts)).toEqual(counts);
  });

  it("refuses what is no record of counts", () => {
    expect(refusal(() => parseCounts(null))).toMatchObject({ word: "invalid-value" });
  });
});

describe("counts a rule needs", () => {
  it("are named when missing, in the rule's own words", () => {
    expect(refusal(() => evaluateRule(requireRule("party-members"), { due: 33 }))).toEqual(
      invalid(["present", "缺少“到会有表决权党员”"], ["for", "缺少“同意”"]),
    );
    const heads = { total: 10, participating: 10, for: 10 };
    expect(refusal(() => evaluateRule(requireRule("owners-general"), heads))).toEqual(
      invalid(
        ["area.participating", "缺少面积“参与表决业主”"],
        ["area.total", "缺少面积“全体业主”"],
        ["area.for", "缺少面积“同意”"],
      ),
    );
  });
});
