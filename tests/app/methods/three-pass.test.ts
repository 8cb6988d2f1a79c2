import { describe, expect, it } from "vitest";
import { isForAgenda } from "#app/domain/issue/for-agenda.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import { beginDecision, comeBack } from "#app/domain/method/decision.ts";
import { wayTo } from "#app/domain/method/way-to.ts";
import { residentRepresentatives } from "#app/methods/resident-representatives.ts";
import { threePass } from "#app/methods/three-pass.ts";
import { threePassSixActs } from "#app/methods/three-pass-six-acts.ts";
import { at } from "./solve.ts";
import { describeTable } from "./table.ts";
import { calledLaw, opened, tried } from "./told.ts";

const SENT_BACK = { reject: "rejected", escalate: "escalated", withdraw: "withdrawn" };
const DECISIONS = (stage: string) => ({
  "resident-representatives": stage,
  "residents-meeting": stage,
  "owners-decision": stage,
  "decision-passed": "assign",
  "decision-failed": "not-passed",
});
const AFTER = {
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "publish", unrated: "publish", return: "execute" },
  publish: { advance: "settled", "answer-objection": "publish", objection: "publish", correction: "publish" },
  settled: {},
  "not-passed": {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
};
const proposed = (to: string) => ({
  advance: to,
  return: "propose",
  reject: "rejected",
  merge: "merged",
  split: "split-up",
  withdraw: "withdrawn",
});
const passing = (stage: string) => ({
  "not-passed": "propose",
  postpone: stage,
  adjourn: stage,
  "no-quorum": stage,
  withdraw: "withdrawn",
});

describeTable(threePass, {
  propose: proposed("review"),
  review: { advance: "pass", return: "propose", ...SENT_BACK },
  pass: {
    advance: "assign",
    "set-deadline": "execute",
    decline: "declined",
    escalate: "escalated",
    ...passing("pass"),
    ...DECISIONS("pass"),
  },
  assign: { advance: "execute", escalate: "escalated", reconsider: "review" },
  ...AFTER,
});

describeTable(threePassSixActs, {
  propose: proposed("first-review"),
  "first-review": {
    advance: "second-review",
    postpone: "first-review",
    adjourn: "first-review",
    return: "propose",
    ...SENT_BACK,
  },
  "second-review": { advance: "first-pass", return: "first-review", ...SENT_BACK },
  "first-pass": { advance: "second-pass", ...passing("first-pass") },
  "second-pass": { advance: "third-pass", ...passing("second-pass") },
  "third-pass": {
    advance: "assign",
    "set-deadline": "execute",
    escalate: "escalated",
    ...passing("third-pass"),
    ...DECISIONS("third-pass"),
  },
  assign: { advance: "execute", escalate: "escalated", reconsider: "second-review" },
  ...AFTER,
});

const [GENERAL, ALL, OWNERS] = ["一般事项", "涉及全体居民", "涉及业主共有"];

describe.each([
  ["as an order", threePass, "pass"],
  ["as numbers", threePassSixActs, "third-pass"],
] as const)("一提二审三通过 %s", (_reading, method, last) => {
  it.each([
    [GENERAL, "advance", "assign"],
    [GENERAL, "set-deadline", "execute"],
    [ALL, "advance", ["nature"]],
    [OWNERS, "advance", ["nature"]],
    [ALL, "set-deadline", ["nature"]],
    [OWNERS, "not-passed", ["nature"]],
  ])("lets those present pass a general matter only: %s × %s → %j", (nature, event, outcome) => {
    expect(tried(method, last, event, { nature })).toEqual(outcome);
  });

  it.each([
    ["resident-representatives", ALL],
    ["residents-meeting", ALL],
    ["owners-decision", OWNERS],
  ])("goes into %s with what is %s, and with nothing else", (decision, own) => {
    const stage = method.stages.find((each) => each.id === last);
    const way = stage?.decisions?.find((each) => each.method === decision);
    for (const nature of [GENERAL, ALL, OWNERS]) {
      const line = way?.gate?.[0];
      expect(line?.test).toMatchObject({ op: "one-of" });
      expect(line?.test.op === "one-of" && line.test.value.includes(nature)).toBe(nature === own);
    }
  });

  it("asks the party organisation first where all residents are concerned (居组法 30)", () => {
    const reviewing = method === threePass ? "review" : "second-review";
    const given = { nature: ALL, partyDiscussed: undefined };
    expect(tried(method, reviewing, "advance", given)).toEqual(["party-first"]);
    expect(tried(method, reviewing, "advance", { ...given, nature: GENERAL })).not.toContain("party-first");
  });

  it("says that it is an example, and whose paper counts", () => {
    expect(method.status).toBe("example");
    expect(method.note).toContain("紫金街道");
  });

  it("calls law only what is law", () => {
    const stage = method === threePass ? "review" : "second-review";
    expect(calledLaw(method).map((each) => each.replace(/《.*》（.*?）|《.*》/, ""))).toEqual(
      [
        `${last}/owners-decision 第278条`,
        `${last}/resident-representatives 第28条、第30条、第32条`,
        `${last}/residents-meeting 第26条、第27条、第32条`,
        "publish 第34条",
        "publish/posted-15 第34条",
        "publish/posted-at 第34条",
        "publish/posted-on 第34条",
        `${stage}/party-first 第30条`,
      ].sort(),
    );
  });
});

describe("一提二审三通过", () => {
  it("is three steps in the one reading and six acts in the other", () => {
    const acts = (method: typeof threePass) => method.stages.findIndex((stage) => stage.id === "assign");
    expect([acts(threePass), acts(threePassSixActs)]).toEqual([3, 6]);
  });

  it.each(["cause", "appeal", "households", "approach", "money"])("is not proposed without %s", (fact) => {
    expect(tried(threePass, "propose", "advance", { [fact]: undefined })).toEqual([fact]);
  });

  it("is not passed on with a veto of one side, nor without the secretary's signature", () => {
    expect(tried(threePass, "review", "advance", { noVeto: false })).toEqual(["no-veto"]);
    expect(tried(threePass, "review", "advance", { secretarySigned: false })).toEqual(["signed"]);
    expect(tried(threePassSixActs, "first-review", "advance", { noVeto: false })).toEqual(["no-veto"]);
    expect(tried(threePassSixActs, "second-review", "advance", { secondAgrees: false })).toEqual(["second-agrees"]);
  });

  it.each([
    [{ present: 5, for: 3 }, "assign", ["hands-against"]],
    [{ present: 6, for: 3 }, ["hands"], "propose"],
  ])("counts those present: %j", (vote, passes, fails) => {
    expect(tried(threePass, "pass", "advance", { vote })).toEqual(passes);
    expect(tried(threePass, "pass", "not-passed", { vote })).toEqual(fails);
  });

  it("asks each body of the six acts for its own vote", () => {
    const [half, more] = [
      { present: 4, for: 2 },
      { present: 4, for: 3 },
    ];
    expect(tried(threePassSixActs, "first-pass", "advance", { vote: half, committeeVote: more })).toEqual(["hands"]);
    expect(tried(threePassSixActs, "second-pass", "advance", { vote: more, committeeVote: half })).toEqual([
      "committee-vote",
    ]);
    expect(tried(threePassSixActs, "third-pass", "advance", { householdVote: half })).toEqual(["household-vote"]);
  });

  it("goes to the representatives and comes back with what they decided", () => {
    const stage = threePass.stages.find((each) => each.id === "pass");
    if (!stage) throw new Error("no stage");
    const facts = opened(threePass, "pass", "resident-representatives");
    const event = { type: "resident-representatives", facts };
    const { snapshot } = beginDecision(threePass, at(threePass, stage), event, residentRepresentatives);
    for (const [result, to] of [
      ["passed", "assign"],
      ["failed", "not-passed"],
    ]) {
      const end = residentRepresentatives.stages.find((each) => each.result === result);
      const ended = { ...snapshot, value: end?.id ?? "" };
      expect(comeBack(residentRepresentatives, ended, threePass, {})?.stage.id).toBe(to);
    }
  });

  it.each([
    ["as an order", threePass],
    ["as numbers", threePassSixActs],
  ] as const)("asks who was there only of stages that stand on a meeting's agenda: %s", (_reading, method) => {
    const asking = method.stages.filter((stage) =>
      waysOf(stage).some((way) => way.gate.some((line) => line.fact === "seatsPresent")),
    );
    expect(asking.length).toBeGreaterThan(1);
    for (const stage of asking) expect(isForAgenda(method, stage.id), stage.name).toBe(true);
  });

  it("is passed and given a deadline in one breath, from the proposal's review on", () => {
    expect(wayTo(threePass, "review", "set-deadline")?.map((each) => each.event)).toEqual(["advance", "set-deadline"]);
  });
});
