import { describe, expect, it } from "vitest";
import { beginDecision, comeBack } from "#app/domain/method/decision.ts";
import type { MethodSnapshot } from "#app/domain/method/definition.ts";
import { requireStage, step } from "#app/domain/method/step.ts";
import { jointMeeting } from "#app/methods/joint-meeting.ts";
import { monthlyProblem as method } from "#app/methods/monthly-problem.ts";
import { at } from "./solve.ts";
import { describeTable } from "./table.ts";
import { calledLaw, opened, tried } from "./told.ts";

describeTable(method, {
  raise: { advance: "claim", postpone: "raise", reject: "rejected", merge: "merged", withdraw: "withdrawn" },
  claim: { advance: "work", swap: "raise", "done-by-joint": "sign-off", escalate: "escalated", withdraw: "withdrawn" },
  work: { advance: "sign-off", "give-back": "claim", withdraw: "withdrawn" },
  "sign-off": { advance: "settled", "next-month": "claim", "two-months": "joint" },
  joint: {
    "joint-meeting": "joint",
    "decision-passed": "claim",
    "decision-failed": "declined",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  settled: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  escalated: {},
});

/** One month: claimed, worked on, signed off as `outcome` by `event`. */
function month(here: MethodSnapshot, event: string, outcome: string): MethodSnapshot {
  let now = here;
  for (const [stage, type] of [
    ["claim", "advance"],
    ["work", "advance"],
    ["sign-off", event],
  ] as const) {
    const facts = { ...opened(method, stage, type), monthOutcome: outcome, months: 0 };
    now = step(method, now, { type, facts }).snapshot;
  }
  return now;
}

describe("双结对·每月一个难题", () => {
  const begun = at(method, requireStage(method, "claim"));

  it("takes an unsolved problem up once more, then only to the joint meeting", () => {
    expect(() => month(begun, "two-months", "未解决")).toThrow("gate-not-met");
    const once = month(begun, "next-month", "部分解决");
    expect([once.value, once.context.counts.months]).toEqual(["claim", 1]);
    // The counter is the process's own: a fact of the same name does not talk it down.
    expect(() => month(once, "next-month", "未解决")).toThrow("gate-not-met");
    expect(month(once, "two-months", "未解决").value).toBe("joint");
    expect(month(once, "advance", "已解决").value).toBe("settled");
  });

  it("does not ask for work anew that the joint meeting has seen to", () => {
    expect(tried(method, "claim", "done-by-joint", { months: 2 })).toBe("sign-off");
    expect(tried(method, "claim", "done-by-joint", { months: 1 })).toEqual(["been-joint"]);
    expect(tried(method, "claim", "done-by-joint", { months: 2, doneNote: "" })).toEqual(["done-note"]);
  });

  it("calls nothing solved that both did not sign as solved", () => {
    expect(tried(method, "sign-off", "advance", { monthOutcome: "部分解决" })).toEqual(["outcome"]);
    expect(tried(method, "sign-off", "advance", { unitSigns: false, branchSigns: false })).toEqual([
      "unit-signs",
      "branch-signs",
    ]);
  });

  it("goes into the joint meeting and comes back with its opinion to be claimed", () => {
    const here = at(method, requireStage(method, "joint"));
    const { snapshot } = beginDecision(method, here, { type: "joint-meeting", facts: {} }, jointMeeting);
    expect([snapshot.method, snapshot.outer?.value]).toEqual(["joint-meeting", "joint"]);
    expect(comeBack(jointMeeting, { ...snapshot, value: "passed" }, method, {})?.stage.id).toBe("claim");
    expect(comeBack(jointMeeting, { ...snapshot, value: "failed" }, method, {})?.stage.id).toBe("declined");
  });

  it("wants the community to say that it is a problem; a month without one is carried over", () => {
    expect(tried(method, "raise", "advance", { confirmedProblem: false })).toEqual(["is-problem"]);
    const raise = at(method, requireStage(method, "raise"));
    const carried = step(method, raise, { type: "postpone", reason: "当月没有", facts: {} }).snapshot;
    expect([carried.value, carried.context.counts.carried, carried.context.counts.months]).toEqual(["raise", 1, 0]);
  });

  it("calls nothing law", () => {
    expect(calledLaw(method)).toEqual([]);
  });
});
