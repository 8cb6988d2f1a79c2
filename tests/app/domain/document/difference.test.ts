import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Difference, differences } from "#app/domain/document/difference.ts";

const shown = (found: Difference[]) => found.map(({ kind, text }) => `${kind === "gone" ? "-" : "+"}${text}`);

describe("the difference of two papers", () => {
  it("names the lines that went and came, in the order of the page, and no other", () => {
    const earlier = ["标题", "应到30人", "一致同意", "落款"];
    const later = ["标题", "应到31人", "一致同意", "分歧意见：无", "落款"];
    expect(shown(differences(earlier, later))).toEqual(["-应到30人", "+应到31人", "+分歧意见：无"]);
    expect(differences(later, later)).toEqual([]);
  });

  it("turns the one into the other", () => {
    const lines = fc.array(fc.constantFrom("甲", "乙", "丙", "丁"), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (earlier, later) => {
        const found = differences(earlier, later);
        const count = (list: readonly string[], line: string) => list.filter((each) => each === line).length;
        for (const line of "甲乙丙丁") {
          const change = count(shown(found), `+${line}`) - count(shown(found), `-${line}`);
          expect(count(later, line) - count(earlier, line)).toBe(change);
        }
        expect(found.length === 0).toBe(JSON.stringify(earlier) === JSON.stringify(later));
      }),
    );
  });

  it("of two long papers that share nothing takes no time", () => {
    const many = (name: string) => Array.from({ length: 20_000 }, (_, n) => `${name}${n}`);
    expect(differences(many("甲"), many("乙"))).toHaveLength(40_000);
  });
});
