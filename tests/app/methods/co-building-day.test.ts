import { describe, expect, it } from "vitest";
import { keptFacts } from "#app/domain/issue/entered-facts.ts";
import { linesOfMethod } from "#app/domain/method/fact-kind.ts";
import { coBuildingDay } from "#app/methods/co-building-day.ts";
import { describeTable } from "./table.ts";
import { calledLaw, calledPublic, opened, tried } from "./told.ts";

describeTable(coBuildingDay, {
  rota: { advance: "plan", escalate: "escalated", withdraw: "withdrawn" },
  plan: {
    advance: "announce",
    "swap-host": "rota",
    return: "rota",
    postpone: "plan",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  announce: {
    advance: "activity",
    "swap-host": "rota",
    postpone: "announce",
    return: "plan",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  activity: { advance: "bulletin", postpone: "announce", escalate: "escalated" },
  bulletin: { advance: "reported", return: "activity", correction: "bulletin" },
  reported: {},
  withdrawn: {},
  escalated: {},
});

describe("城市共建日", () => {
  it("is an activity on the first Friday of each month, without any vote", () => {
    expect(coBuildingDay.calendar).toEqual({ every: "month-weekday", nth: 1, weekday: 5 });
    expect([coBuildingDay.family, coBuildingDay.voting]).toEqual(["activity", "none"]);
  });

  it.each([
    [{ communitySigned: false }, ["community-signed"]],
    [{ hostSigned: undefined }, ["host-signed"]],
    [{ projects: [] }, ["projects"]],
    [{ projects: ["磨刀修鞋", "量血压"], theme: "便民" }, "announce"],
  ])("goes on with a list of projects signed by both: %j", (given, outcome) => {
    expect(tried(coBuildingDay, "plan", "advance", given)).toEqual(outcome);
  });

  it.each(["plan", "announce"])("swaps hosts only when both agree: %s", (stage) => {
    expect(tried(coBuildingDay, stage, "swap-host", { swapGiverAgrees: false })).toEqual(["swap-giver"]);
    expect(tried(coBuildingDay, stage, "swap-host", { swapTakerAgrees: undefined })).toEqual(["swap-taker"]);
    expect(tried(coBuildingDay, stage, "swap-host", { swapWith: "" })).toEqual(["swap-with"]);
    expect(tried(coBuildingDay, stage, "swap-host")).toBe("rota");
  });

  it.each(["plan", "announce"])("forgets after a swap, from %s, who hosted, who signed and who agreed", (from) => {
    const facts = { ...opened(coBuildingDay, "plan", "advance"), ...opened(coBuildingDay, "plan", "swap-host") };
    const kept = keptFacts(
      coBuildingDay,
      { from, to: "rota", event: "swap-host" },
      { ...facts, hostUnit: "区水务公司党支部" },
    );
    for (const fact of ["hostUnit", "communitySigned", "hostSigned", "swapGiverAgrees", "swapTakerAgrees"]) {
      expect(kept).not.toHaveProperty(fact);
    }
  });

  it.each([
    ["2026-12-01", "2026-12-04", "activity"],
    ["2026-12-02", "2026-12-04", ["announced-before"]],
    ["2026-12-01", "", ["activity-day", "announced-before"]],
  ])("is announced on %s for %s: %j", (announcedOn, activityOn, outcome) => {
    expect(tried(coBuildingDay, "announce", "advance", { announcedOn, activityOn })).toEqual(outcome);
    expect(tried(coBuildingDay, "announce", "advance", { holidayChecked: false })).toEqual(["no-holiday"]);
  });

  it.each(["announce", "activity"])("puts bad weather off from %s to a day that is named", (stage) => {
    expect(tried(coBuildingDay, stage, "postpone", { newDay: "" })).toEqual(["new-day"]);
    expect(tried(coBuildingDay, stage, "postpone", { newDay: "2026-12-11" })).toBe("announce");
  });

  it("asks for totals and for nobody's name", () => {
    expect(tried(coBuildingDay, "activity", "advance", { sessions: 0, servedTotal: 0 })).toEqual([
      "sessions",
      "served",
    ]);
    expect(tried(coBuildingDay, "activity", "advance", { sessions: 7, servedTotal: 1200 })).toBe("bulletin");
    const lists = linesOfMethod(coBuildingDay).filter((line) => line.test.op === "lists");
    expect([...new Set(lists.map((line) => line.fact))]).toEqual(["rotaUnits", "projects"]);
    expect(coBuildingDay.stages.flatMap((stage) => stage.documents)).not.toContain("attendance-sheet");
    expect(calledPublic(coBuildingDay).map((each) => each.split(" ")[0])).toEqual([
      "activity/served",
      "activity/sessions",
    ]);
  });

  it("calls nothing a law", () => {
    expect(calledLaw(coBuildingDay)).toEqual([]);
  });
});
