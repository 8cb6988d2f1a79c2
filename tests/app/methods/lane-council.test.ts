import { describe, expect, it } from "vitest";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { requireStage, startMethod, step } from "#app/domain/method/step.ts";
import { laneCouncil } from "#app/methods/lane-council.ts";
import { describeTable } from "./table.ts";
import { calledLaw, opened, tried } from "./told.ts";

describeTable(laneCouncil, {
  report: { advance: "list", reject: "rejected", merge: "merged", split: "split-up", withdraw: "withdrawn" },
  list: {
    advance: "execute",
    "to-meeting": "to-meeting",
    postpone: "list",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  execute: {
    advance: "feedback",
    "hand-on": "list",
    decline: "declined",
    postpone: "execute",
    escalate: "escalated",
  },
  feedback: { advance: "settled", unrated: "settled", return: "execute" },
  "to-meeting": {},
  settled: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

describe("巷理事每周清单", () => {
  it("is a weekly list, taken on Mondays, without any vote", () => {
    expect(laneCouncil.calendar).toEqual({ every: "week", weekday: 1 });
    expect([laneCouncil.family, laneCouncil.voting]).toEqual(["dispatch", "none"]);
  });

  it.each([
    [{ place: "" }, ["place"]],
    [{ need: "" }, ["need"]],
    [{ origin: undefined }, ["origin"]],
    [{ urgency: "随便" }, ["urgency"]],
    [{ place: "西门路 12 号门前", need: "沙袋 20 个", origin: "沿街商户", urgency: "紧急" }, "list"],
  ])("takes a line with %j as %j", (given, outcome) => {
    expect(tried(laneCouncil, "report", "advance", given)).toEqual(outcome);
  });

  it.each([
    ["自办", "execute", ["direction"]],
    ["物业", "execute", ["direction"]],
    ["社区", "execute", ["direction"]],
    ["部门", "execute", ["direction"]],
    ["上会", ["direction"], "to-meeting"],
    ["以后再说", ["direction"], ["direction"]],
  ])("sends %s where it belongs", (direction, work, meeting) => {
    expect(tried(laneCouncil, "list", "advance", { direction })).toEqual(work);
    expect(tried(laneCouncil, "list", "to-meeting", { direction })).toEqual(meeting);
  });

  it("lets nobody's line be worked on before a councillor has taken it", () => {
    expect(tried(laneCouncil, "list", "advance", { councillor: "" })).toEqual(["councillor"]);
  });

  it("hands a line on with the reason, as often as it takes", () => {
    let here = { ...startMethod(laneCouncil), value: "execute" };
    for (const type of ["hand-on", "advance", "hand-on"]) {
      here = step(laneCouncil, here, { type, facts: opened(laneCouncil, here.value, type) }).snapshot;
    }
    expect([here.value, here.context.counts.handedOn]).toEqual(["list", 2]);
    expect(tried(laneCouncil, "execute", "hand-on", { handOnReason: "" })).toEqual(["hand-on-reason"]);
  });

  it.each([
    ["2026-11-23", "2026-11-30"], // Sunday the 29th moves to Monday.
    ["2026-09-28", "2026-10-08"], // Sunday 4 October lies in the National Day week.
    ["2026-02-09", "2026-02-24"], // Sunday the 15th begins the Spring Festival.
  ])("taken on Monday %s is told by %s", (taken, told) => {
    expect(proposedDeadline(laneCouncil, "execute", taken)).toBe(told);
  });

  it("gives the list and its lines to the report, days and ways to us", () => {
    expect(requireStage(laneCouncil, "report").source?.kind).toBe("seed");
    // That it is made weekly is the report's, Monday is not.
    expect(requireStage(laneCouncil, "list").source?.kind).toBe("default");
    const deadlines = laneCouncil.stages.flatMap((stage) => (stage.deadline ? [stage.deadline.source.kind] : []));
    expect(new Set(deadlines)).toEqual(new Set(["default"]));
    expect(calledLaw(laneCouncil)).toEqual([]);
  });
});
