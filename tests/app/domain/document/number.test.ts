import { describe, expect, it } from "vitest";
import { documentNumber, faultsOfSeries, proposedIssue, seriesOf } from "#app/domain/document/number.ts";

describe("the number of a paper", () => {
  it("of a street stands in hexagonal brackets, without 第 and without padding", () => {
    const number = documentNumber({ code: "翠街办", year: 2026, place: 12 });
    expect(number).toBe("翠街办\u30142026\u301512号");
    expect(documentNumber({ code: "翠街办", year: 2026, place: 3 })).toBe("翠街办〔2026〕3号");
  });

  it("of a community has no brackets at all", () => {
    expect(documentNumber({ code: "", year: 2026, place: 12 })).toBe("2026年第12号");
    expect(seriesOf("community", "翠街办")).toBe("");
    expect(seriesOf("official", "翠街办")).toBe("翠街办");
    expect(proposedIssue(2026, 12)).toBe("2026年第12期");
  });

  it.each([
    ["nothing", [], 0, []],
    ["one by one", [1, 2, 3], 3, []],
    ["a gap", [1, 3], 3, [2]],
    ["the last one missing", [1, 2], 3, [3]],
    ["a double", [1, 2, 2], 2, [2]],
    ["one beyond the last", [1, 2, 9], 2, [9]],
    ["one before the first", [0, 1], 1, [0]],
  ])("series: %s", (_what, places, last, faults) => {
    expect(faultsOfSeries(places, last)).toEqual(faults);
  });
});
