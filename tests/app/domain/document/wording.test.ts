import { expect, it } from "vitest";
import { asOneParagraph, fillIn, handWritten, strangeNames, untold } from "#app/domain/document/wording.ts";

const wording = { generated: "应到{应到}人，实到{实到}人，换6盏灯{原文}", figures: { 应到: "10", 实到: "{应到}" } };

it("fills figures in once: what a figure holds is never read as a name", () => {
  expect(fillIn(wording.generated, wording.figures)).toBe("应到10人，实到{应到}人，换6盏灯{原文}");
});

it.each([
  ["{应到}、{原文}", []],
  ["{到会}{到会}", ["到会"]],
  ["{__proto__}", ["__proto__"]],
  ["{constructor}", ["constructor"]],
])("knows the names of %s that stand for nothing", (text, strange) => {
  expect(strangeNames(text, wording)).toEqual(strange);
});

it("takes braces of a Chinese keyboard, and lines as one paragraph", () => {
  expect(asOneParagraph("应到｛应到｝人，\n  实到{实到}人\n")).toBe("应到{应到}人，实到{实到}人");
});

it.each([
  ["应到30人，换6盏灯", ["30"]],
  ["应到３０人，30票，{应到}人", ["30"]],
  ["14:30开会，占73.2%", ["14:30", "73.2"]],
  ["{应到}人，换6盏", []],
])("finds the numbers typed by hand in %s", (text, numbers) => {
  expect(handWritten(text, wording.generated)).toEqual(numbers);
});

it("tells which figures are left out", () => {
  expect(untold("实到{实到}人", wording)).toEqual(["应到"]);
  expect(untold("应到{应到}人实到{实到}人", wording)).toEqual([]);
});

it("a long gap between two words costs no time: the whole house would wait for it", () => {
  const started = performance.now();
  expect(asOneParagraph(`甲${" ".repeat(60_000)}乙`)).toHaveLength(60_002);
  expect(asOneParagraph(`甲${" \n ".repeat(60_000)}乙`)).toBe("甲乙");
  expect(performance.now() - started).toBeLessThan(1000);
});
