import { describe, expect, it } from "vitest";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { disputeSurvey } from "#app/methods/dispute-survey.ts";
import { describeTable } from "./table.ts";
import { calledLaw, tried } from "./told.ts";

describeTable(disputeSurvey, {
  register: { advance: "survey", "take-up": "sort", reject: "rejected", merge: "merged", withdraw: "withdrawn" },
  survey: { advance: "surveyed", postpone: "survey", return: "register" },
  sort: { advance: "execute", escalate: "escalated", reject: "rejected", merge: "merged", withdraw: "withdrawn" },
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "settled", unrated: "settled", return: "execute" },
  surveyed: {},
  settled: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  escalated: {},
});

describe("季度矛盾纠纷排查", () => {
  it("goes the rounds with the patrol's own record", () => {
    expect(tried(disputeSurvey, "survey", "advance", { patrolMembers: ["林晓"] })).toEqual(["members"]);
    expect(tried(disputeSurvey, "survey", "advance", { patrolResult: "有新问题" })).toEqual(["findings"]);
  });

  it("takes up a dispute that a round found where it is registered, without planning a round", () => {
    const given = { quarter: undefined, startsOn: undefined, surveyBy: undefined };
    expect(tried(disputeSurvey, "register", "take-up", given)).toBe("sort");
    expect(tried(disputeSurvey, "register", "advance", given)).toEqual(["quarter", "starts-on", "how"]);
  });

  it("answers within three working days, Spring Festival not counted", () => {
    expect(proposedDeadline(disputeSurvey, "sort", "2026-02-13")).toBe("2026-02-25");
  });

  it("knows nothing that the law would ask, and no vote", () => {
    expect([calledLaw(disputeSurvey), disputeSurvey.voting]).toEqual([[], "none"]);
  });
});
