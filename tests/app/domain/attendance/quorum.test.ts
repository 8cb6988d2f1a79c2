import { describe, expect, it } from "vitest";
import { quorumLine, roomQuorum } from "#app/domain/attendance/quorum.ts";
import { evaluateRule } from "#app/domain/rule/evaluate.ts";
import { RULES, requireRule } from "#app/domain/rule/presets.ts";

describe("quorumLine", () => {
  it.each([
    ["resident-representatives", 60, 38, 40, 2, false, "应到 60 · 实到 38 · 还差 2"],
    ["resident-representatives", 60, 40, 40, 0, true, "应到 60 · 实到 40 · 已达法定人数（至少 40）"],
    ["committee-election-by-representatives", 60, 40, 41, 1, false, "应到 60 · 实到 40 · 还差 1"],
    ["roundtable-majority", 12, 3, 0, 0, true, "应到 12 · 实到 3 · 不设法定人数"],
    ["resident-representatives", 0, 0, 1, 1, false, "应到 0 · 实到 0 · 还差 1"],
  ])("%s %i/%i", (id, due, present, needed, missing, met, text) => {
    expect(quorumLine(requireRule(id), due, present)).toEqual({ due, present, needed, missing, met, text });
  });

  it("asks nobody to come where owners vote by heads and area", () => {
    const { needed, met, byArea } = roomQuorum(requireRule("owners-general"), 60, 0);
    expect({ needed, met, byArea }).toEqual({ needed: 0, met: true, byArea: true });
    const council = requireRule("resident-representatives");
    expect(roomQuorum(council, 60, 38)).toEqual(quorumLine(council, 60, 38));
  });

  it("says the same as the verdict for every rule that counts those present", () => {
    for (const rule of RULES.filter((each) => each.quorum?.of === "present")) {
      for (let due = 0; due <= 40; due += 1) {
        for (let present = 0; present <= due; present += 1) {
          const { quorumMet } = evaluateRule(rule, { due, present, for: 0 });
          const line = quorumLine(rule, due, present);
          expect([line.met, line.missing === 0]).toEqual([quorumMet, quorumMet]);
        }
      }
    }
  });
});
