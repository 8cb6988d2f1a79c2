import { describe, expect, it } from "vitest";
import { keptFacts } from "#app/domain/issue/entered-facts.ts";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { startMethod, step } from "#app/domain/method/step.ts";
import { wayTo } from "#app/domain/method/way-to.ts";
import { sevenSteps } from "#app/methods/seven-steps.ts";
import { describeTable } from "./table.ts";
import { calledLaw, opened, tried } from "./told.ts";

const AWAY = { "to-residents": "residents", "to-street": "street", "to-owners": "owners" };
const USED = { reconsider: "talk", withdraw: "withdrawn" };
const DECIDED = { "decision-passed": "assign", "decision-failed": "publish", return: "talk", withdraw: "withdrawn" };

describeTable(sevenSteps, {
  collect: { advance: "confirm", reject: "rejected", merge: "merged", split: "split-up", withdraw: "withdrawn" },
  confirm: {
    advance: "plan",
    return: "collect",
    reject: "rejected",
    escalate: "escalated",
    split: "split-up",
    withdraw: "withdrawn",
  },
  plan: { advance: "notice", return: "confirm", withdraw: "withdrawn" },
  notice: { advance: "talk", urgent: "talk", postpone: "notice", return: "plan", withdraw: "withdrawn" },
  talk: {
    advance: "use",
    majority: "use",
    "no-agreement": "use-open",
    postpone: "notice",
    adjourn: "talk",
    "no-quorum": "notice",
    withdraw: "withdrawn",
  },
  use: { "set-deadline": "execute", ...AWAY, ...USED },
  "use-open": { ...AWAY, ...USED },
  residents: { "resident-representatives": "residents", "residents-meeting": "residents", ...DECIDED },
  owners: { "owners-decision": "owners", ...DECIDED },
  street: { advance: "assign", answered: "publish", return: "talk", withdraw: "withdrawn" },
  assign: { advance: "execute", escalate: "escalated" },
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "publish", unrated: "publish", return: "execute" },
  publish: { advance: "settled", "answer-objection": "publish", objection: "publish", correction: "publish" },
  settled: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

describe("七步议事法", () => {
  it("has the seven names of the report, in its order", () => {
    const names = sevenSteps.stages.filter((stage) => stage.source?.kind === "seed").map((stage) => stage.name);
    expect(names).toEqual([
      "收集意见",
      "确认议题",
      "制定方案",
      "发布公告",
      "组织协商",
      "结果运用",
      "结果运用（没有达成一致）",
      "反馈公示",
    ]);
  });

  it.each([
    [{ ground: "同类意见三户以上", households: 2 }, ["alike"]],
    [{ ground: "同类意见三户以上", households: 3 }, "confirm"],
    [{ ground: "安全类，一户即可", households: 1 }, "confirm"],
    [{ ground: "安全类，一户即可", opinions: 0 }, ["opinions"]],
    [{ ground: undefined }, ["ground"]],
  ])("takes an issue up with %j: %j", (given, outcome) => {
    expect(tried(sevenSteps, "collect", "advance", given)).toEqual(outcome);
  });

  it.each([
    ["confirm", { branchAgrees: false }, ["branch-agrees"]],
    ["confirm", { oneMatter: undefined }, ["one-matter"]],
    ["plan", { options: ["维修"] }, ["options"]],
    ["plan", { cost: " ", knownObjections: "" }, ["cost", "against"]],
    ["notice", { noticeAt: [] }, ["notice-at"]],
    ["notice", { noticeOn: "2026-11-20", today: "2026-11-22" }, ["notice-ran"]],
    ["notice", { noticeOn: "2026-11-20", today: "2026-11-23" }, "talk"],
    ["talk", { seatsPresent: ["building-leader", "resident-representative", "household"] }, ["enough"]],
    ["talk", { seatsPresent: ["building-leader", "resident-representative", "member-unit"] }, "use"],
    ["talk", { allHeard: false }, ["all-heard"]],
    ["talk", { opinion: "" }, ["opinion"]],
  ])("%s with %j: %j", (stage, given, outcome) => {
    expect(tried(sevenSteps, stage, "advance", given)).toEqual(outcome);
  });

  it("tells a majority from agreement by hands and the dissent written down", () => {
    expect(tried(sevenSteps, "talk", "majority", { vote: { present: 41, for: 20, against: 5, abstain: 16 } })).toEqual([
      "hands",
    ]);
    expect(tried(sevenSteps, "talk", "majority", { vote: { present: 41, for: 21 } })).toBe("use");
    expect(tried(sevenSteps, "talk", "majority", { dissent: "" })).toEqual(["dissent"]);
  });

  it("uses the result in one of four ways, and does not carry out what nobody agreed on", () => {
    const ways = (id: string) => sevenSteps.stages.find((stage) => stage.id === id)?.exits.map((exit) => exit.event);
    expect(ways("use")).toEqual(["set-deadline", "to-residents", "to-street", "to-owners"]);
    expect(ways("use-open")).toEqual(["to-residents", "to-street", "to-owners"]);
    expect(tried(sevenSteps, "use", "set-deadline", { responsible: "", deadline: "" })).toEqual([
      "responsible",
      "deadline",
    ]);
    expect(proposedDeadline(sevenSteps, "use", "2026-09-28")).toBe("2026-10-08");
  });

  it.each([
    [{ resultPostedOn: "2026-12-01", today: "2026-12-16" }, ["posted-15"]],
    [{ resultPostedOn: "2026-12-01", today: "2026-12-17" }, "settled"],
    // 15 days from 22 September end on 7 October, a day off.
    [{ resultPostedOn: "2026-09-22", today: "2026-10-08" }, ["posted-15"]],
    [{ resultPostedOn: "2026-09-22", today: "2026-10-09" }, "settled"],
    [{ dissentersTold: false }, ["dissenters-told"]],
    [{ fulfilment: "" }, ["told-by"]],
    [{ firstPostedOn: "" }, ["first-posted-on"]],
  ])("ends its posting with %j: %j", (given, outcome) => {
    expect(tried(sevenSteps, "publish", "advance", given)).toEqual(outcome);
  });

  it.each([
    ["plan", "confirm", "return", ["branchAgrees", "legal", "oneMatter"]],
    ["use", "talk", "reconsider", ["allHeard", "opinion"]],
  ])("answers anew what it is sent back for: from %s to %s", (from, to, event, facts) => {
    const kept = keptFacts(sevenSteps, { from, to, event }, opened(sevenSteps, to, "advance"));
    for (const fact of facts) expect(kept).not.toHaveProperty(fact);
  });

  it("is not over while an objection waits for its answer", () => {
    let here = { ...startMethod(sevenSteps), value: "publish" };
    const go = (type: string) => {
      const facts = opened(sevenSteps, "publish", type);
      here = step(sevenSteps, here, { type, reason: "数字不对", facts }).snapshot;
    };
    go("objection");
    expect(() => go("advance")).toThrow("gate-not-met");
    go("answer-objection");
    go("advance");
    expect(here.value).toBe("settled");
  });

  it("leaves to the committee, after the meeting, who does what by when", () => {
    expect(wayTo(sevenSteps, "notice", "advance")?.map((each) => each.stage)).toEqual(["notice"]);
    expect(wayTo(sevenSteps, "talk", "set-deadline")).toBeNull();
    expect(wayTo(sevenSteps, "use", "set-deadline")?.map((each) => each.stage)).toEqual(["use"]);
  });

  it("calls law only what is law", () => {
    expect(calledLaw(sevenSteps).map((each) => each.replace(/《.*》（.*?）|《.*》/, ""))).toEqual([
      "owners/owners-decision 第278条",
      "publish/deadline 第34条",
      "publish/posted-15 第34条",
      "publish/posted-at 第34条",
      "publish/posted-on 第34条",
      "publish/told-by 第34条第五项",
      "residents/resident-representatives 第28条、第32条",
      "residents/residents-meeting 第26条、第32条",
      "use-open/owners-matter 第278条",
      "use/owners-matter 第278条",
    ]);
  });
});
