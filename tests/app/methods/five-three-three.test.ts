import { describe, expect, it } from "vitest";
import { fiveThreeThree } from "#app/methods/five-three-three.ts";
import { describeTable } from "./table.ts";
import { calledLaw, tried } from "./told.ts";

const posted = (stage: string, to: string) => ({
  advance: to,
  "answer-objection": stage,
  objection: stage,
  correction: stage,
});

describeTable(fiveThreeThree, {
  raise: { advance: "propose", reject: "rejected", merge: "merged", split: "split-up", withdraw: "withdrawn" },
  propose: {
    advance: "consult",
    return: "raise",
    reject: "rejected",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  consult: {
    advance: "notice",
    "not-agreed": "propose",
    postpone: "consult",
    adjourn: "consult",
    return: "propose",
    withdraw: "withdrawn",
  },
  notice: {
    advance: "decide",
    "collective-assets": "decide",
    urgent: "decide",
    postpone: "notice",
    return: "propose",
    withdraw: "withdrawn",
  },
  decide: {
    advance: "decision-posted",
    "not-passed": "propose",
    "decision-passed": "decision-posted",
    "decision-failed": "not-passed",
    "collective-assembly": "decide",
    postpone: "notice",
    adjourn: "decide",
    "no-quorum": "notice",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  "decision-posted": posted("decision-posted", "execute"),
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "result-posted", unrated: "result-posted", return: "execute" },
  "result-posted": posted("result-posted", "settled"),
  settled: {},
  "not-passed": {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

describe("五事三议三公开", () => {
  it("says everywhere that it is guessed", () => {
    expect(fiveThreeThree.status).toBe("example");
    expect(fiveThreeThree.note).toContain("推定");
    const stages = fiveThreeThree.stages.filter((stage) => !stage.final && stage.kind !== "execute");
    const guessed = stages.filter((stage) => stage.kind !== "feedback").map((stage) => stage.source?.ref ?? "");
    expect(guessed).toHaveLength(7);
    for (const ref of guessed) expect(ref).toContain("推定");
    expect(fiveThreeThree.stages.filter((stage) => stage.source?.kind === "seed")).toEqual([]);
  });

  it("makes three things public: the topic before it is discussed, the decision, the result", () => {
    expect(tried(fiveThreeThree, "propose", "advance", { topicPostedAt: [] })).toEqual(["topic-at"]);
    const today = { today: "2026-12-16" };
    expect(tried(fiveThreeThree, "decision-posted", "advance", { decisionPostedOn: "2026-12-01", ...today })).toEqual([
      "posted-15",
    ]);
    expect(tried(fiveThreeThree, "result-posted", "advance", { resultPostedOn: "2026-12-01", ...today })).toEqual([
      "posted-15",
    ]);
  });

  it.each([
    [{ due: 60, present: 40, for: 21 }, "decision-posted", ["fails-1"]],
    [{ due: 60, present: 40, for: 20 }, ["passes-villager-representatives"], "propose"],
    [{ due: 60, present: 39, for: 39 }, ["passes-villager-representatives"], ["fails-1"]],
  ])("settles it by the villagers' law: %j", (vote, passes, fails) => {
    expect(tried(fiveThreeThree, "decide", "advance", { body: "村民代表会议", vote })).toEqual(passes);
    expect(tried(fiveThreeThree, "decide", "not-passed", { body: "村民代表会议", vote })).toEqual(fails);
  });

  it("ends with the villagers' rating and the supervisors' audit", () => {
    expect(tried(fiveThreeThree, "feedback", "advance", { rating: "" })).toEqual(["rating"]);
    expect(tried(fiveThreeThree, "feedback", "advance", { audited: false })).toEqual(["audited"]);
    expect(tried(fiveThreeThree, "feedback", "unrated", { rating: "", audited: false })).toEqual(["audited"]);
  });

  it("calls nothing law before the villagers decide", () => {
    const law = calledLaw(fiveThreeThree).map((each) => each.split("/")[0]);
    expect([...new Set(law)]).toEqual(["decide", "decision-posted", "notice", "result-posted"]);
  });
});
