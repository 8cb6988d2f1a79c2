import fc from "fast-check";
import { expect, test } from "vitest";
import { formatArea, parseArea, plainArea } from "#app/domain/owners/area.ts";

test.each([
  ["89.32", 8932],
  ["89.3", 8930],
  ["89", 8900],
  ["89.", "unreadable"],
  [".5", "unreadable"],
  ["0.01", 1],
  ["1.005", "too-precise"],
  ["89.320", 8932],
  ["1,203.50", 120_350],
  ["1,20.50", "unreadable"],
  ["12,03", "unreadable"],
  ["８９．３２", 8932],
  ["89.32㎡", 8932],
  ["89.32 m²", 8932],
  ["89.32平方米", 8932],
  ["089.32", 8932],
  ["", "missing"],
  ["  ", "missing"],
  ["㎡", "missing"],
  ["0", "zero"],
  ["0.00", "zero"],
  ["-89.32", "negative"],
  ["－89.32", "negative"],
  ["8.9e1", "unreadable"],
  ["八十九", "unreadable"],
  ["89.32+10", "unreadable"],
  ["NaN", "unreadable"],
  ["Infinity", "unreadable"],
  ["0x10", "unreadable"],
  ["=1+1", "unreadable"],
  ["1000000", 100_000_000],
  ["1000000.01", "too-large"],
  ["9".repeat(400), "too-large"],
])("a cell %s is read as %s", (cell, area) => {
  expect(parseArea(cell)).toBe(area);
});

test("what a workbook makes of 29.1 × 3 is 87.30, and a real third decimal stays refused", () => {
  expect(String(29.1 * 3)).toBe("87.30000000000001");
  expect(parseArea(String(29.1 * 3))).toBe(8730);
  expect(parseArea(String(0.1 + 0.2))).toBe(30);
  expect(parseArea(String(100.1 - 10.78))).toBe(8932);
  expect(parseArea("87.301")).toBe("too-precise");
  expect(parseArea(String(100 / 3))).toBe("too-precise");
});

test("what is written is read back, for every area", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (area) => {
      expect(parseArea(formatArea(area))).toBe(area);
      expect(parseArea(plainArea(area))).toBe(area);
      expect(parseArea(String(area / 100))).toBe(area);
    }),
  );
});
