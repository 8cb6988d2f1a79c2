import { describe, expect, it } from "vitest";
import { villagersMeeting as method } from "#app/methods/villagers-meeting.ts";
import { decisionTable, noticed, posted, voted } from "./assembly.ts";
import { describeTable } from "./table.ts";

describeTable(method, decisionTable("party-discussion", true));

const BY_HEADS = "按人（18 周岁以上）";
const BY_HOUSEHOLDS = "按户（每户一名代表）";

describe("村民会议", () => {
  it("has two quorums: more than half of the adults, two thirds of the households", () => {
    const vote = (countedBy: string, present: number, agree: number) =>
      voted(method, { due: 90, present, for: agree }, { countedBy });
    expect(vote(BY_HEADS, 46, 24)).toEqual(["publish", ["fails-villagers-meeting"]]);
    expect(vote(BY_HEADS, 45, 45)).toEqual([["passes-villagers-meeting"], ["fails-villagers-meeting"]]);
    const house = "villagers-meeting-by-household";
    expect(vote(BY_HOUSEHOLDS, 59, 59)).toEqual([[`passes-${house}`], [`fails-${house}`]]);
    expect(vote(BY_HOUSEHOLDS, 60, 31)).toEqual(["publish", [`fails-${house}`]]);
    expect(vote(BY_HOUSEHOLDS, 60, 30)).toEqual([[`passes-${house}`], "publish-failed"]);
  });

  it("asks ten days' notice and the way of counting before it", () => {
    expect(noticed(method, "2026-12-01", "2026-12-10", { countedBy: BY_HOUSEHOLDS })).toEqual(["meeting-on"]);
    expect(noticed(method, "2026-12-01", "2026-12-11")).toEqual(["counted-by"]);
    expect(noticed(method, "2026-12-01", "2026-12-11", { countedBy: BY_HOUSEHOLDS })).toBe("meeting");
  });

  it("publishes for fifteen days, village rules not before they are on file; National Day moves the last day on", () => {
    expect(posted(method, "2026-12-01", "2026-12-16")).toEqual(["posted-15"]);
    expect(posted(method, "2026-12-01", "2026-12-17", { matterKind: "村民自治章程、村规民约" })).toEqual([
      "filed-with",
    ]);
    expect(posted(method, "2026-12-01", "2026-12-17", { matterKind: "涉及村民利益的重要事项" })).toBe("passed");
    expect(posted(method, "2026-09-16", "2026-10-07")).toEqual(["posted-15"]);
    expect(posted(method, "2026-09-16", "2026-10-09")).toBe("passed");
  });
});
