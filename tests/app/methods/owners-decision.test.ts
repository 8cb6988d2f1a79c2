import { describe, expect, it } from "vitest";
import { OWNER_MATTERS } from "#app/domain/issue/owner-matters.ts";
import type { Counts } from "#app/domain/rule/counts.ts";
import { ownersDecision as method } from "#app/methods/owners-decision.ts";
import { decisionTable, noticed, outcome, standing, voted } from "./assembly.ts";
import { describeTable } from "./table.ts";

const TABLE = decisionTable("propose", false);
describeTable(method, { ...TABLE, vote: { ...TABLE.vote, postpone: "vote" } });

/** 1000 owners with 100 000.00 m², 700 of them with 70 000.00 m² voting. */
const votes = (agree: number, agreeArea: number): Counts => ({
  total: 1000,
  participating: 700,
  for: agree,
  area: { total: 10_000_000, participating: 7_000_000, for: agreeArea },
});

describe("业主共同决定", () => {
  it.each(OWNER_MATTERS)("judges $name as a $kind matter, by heads and by area", ({ name, kind }) => {
    const facts = { ownerMatter: name, itemsUnchanged: true };
    const [heads, area] = kind === "special" ? [525, 5_250_000] : [351, 3_500_001];
    const [passes, fails] = [[`passes-owners-${kind}`], [`fails-owners-${kind}`]];
    expect(voted(method, votes(heads, area), facts)).toEqual(["publish", fails]);
    expect(voted(method, votes(heads - 1, area), facts)).toEqual([passes, "publish-failed"]);
    expect(voted(method, votes(heads, area - 1), facts)).toEqual([passes, "publish-failed"]);
  });

  it("needs two thirds taking part in both measures", () => {
    const facts = { ownerMatter: "使用维修资金", itemsUnchanged: true };
    const few = { ...votes(666, 6_000_000), participating: 666 };
    expect(voted(method, few, facts)).toEqual([["passes-owners-general"], ["fails-owners-general"]]);
    expect(voted(method, { total: 1000, participating: 700, for: 700 }, facts)).toEqual([
      ["passes-owners-general"],
      ["fails-owners-general"],
    ]);
  });

  it("judges no vote without the matter, nor on other items than were announced", () => {
    expect(voted(method, votes(700, 7_000_000))).toEqual([
      ["same-items", "owner-matter"],
      ["same-items", "owner-matter"],
    ]);
    expect(voted(method, votes(700, 7_000_000), { ownerMatter: "不属于", itemsUnchanged: true })).toEqual([
      ["owner-matter"],
      ["owner-matter"],
    ]);
  });

  it("asks fifteen days' notice, the residents' committee told, and cannot be cut short", () => {
    const facts = { committeeTold: true, announcedItems: ["使用维修资金修屋面"] };
    expect(noticed(method, "2026-12-01", "2026-12-15", facts)).toEqual(["meeting-on"]);
    expect(noticed(method, "2026-12-01", "2026-12-16", facts)).toBe("meeting");
    expect(noticed(method, "2026-12-01", "2026-12-16")).toEqual(["committee-told", "items"]);
  });

  it("votes online on the authority's platform only, with paper for whoever asks", () => {
    const here = standing(method, "meeting");
    const facts = { today: "2026-12-20", meetingOn: "2026-12-20", statements: 1 };
    expect(outcome(method, here, "advance", { ...facts, form: "书面征求意见" })).toBe("vote");
    expect(outcome(method, here, "advance", { ...facts, form: "网上表决" })).toEqual(["platform", "paper"]);
  });

  it("wants speeches on record only where the owners met", () => {
    const here = standing(method, "meeting");
    const facts = { today: "2026-12-20", meetingOn: "2026-12-20", statements: 0 };
    expect(outcome(method, here, "advance", { ...facts, form: "集体讨论" })).toEqual(["statements"]);
    expect(outcome(method, here, "advance", { ...facts, form: "书面征求意见" })).toBe("vote");
  });

  it("shows thresholds and notice as law, three days and the frozen items as local practice, fifteen days as ours", () => {
    const kinds = new Map(
      method.stages.flatMap((stage) => [
        ...stage.gate.map((line) => [line.id, line.source.kind] as const),
        ...(stage.exits[0]?.gate ?? []).map((line) => [line.id, line.source.kind] as const),
      ]),
    );
    expect([kinds.get("passes-owners-special"), kinds.get("meeting-on")]).toEqual(["law", "law"]);
    expect(kinds.get("same-items")).toBe("public");
    expect(method.stages.find((stage) => stage.id === "publish")?.source?.kind).toBe("public");
    expect(method.stages.find((stage) => stage.id === "publish")?.deadline?.source.kind).toBe("default");
  });
});
