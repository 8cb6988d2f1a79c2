import { describe, expect, it } from "vitest";
import { beginDecision, comeBack } from "#app/domain/method/decision.ts";
import { startMethod, step } from "#app/domain/method/step.ts";
import { collectiveAssembly } from "#app/methods/collective-assembly.ts";
import { fourDiscussions } from "#app/methods/four-discussions.ts";
import { at } from "./solve.ts";
import { describeTable } from "./table.ts";
import { calledLaw, opened, tried } from "./told.ts";

describeTable(fourDiscussions, {
  propose: {
    advance: "consult",
    "consulted-already": "review",
    reject: "rejected",
    merge: "merged",
    split: "split-up",
    withdraw: "withdrawn",
  },
  consult: {
    advance: "review",
    "not-agreed": "propose",
    postpone: "consult",
    adjourn: "consult",
    return: "propose",
    withdraw: "withdrawn",
  },
  review: {
    advance: "notice",
    "not-passed": "propose",
    postpone: "review",
    adjourn: "review",
    "no-quorum": "review",
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
  "decision-posted": {
    advance: "execute",
    "answer-objection": "decision-posted",
    objection: "decision-posted",
    correction: "decision-posted",
    reconsider: "review",
  },
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "result-posted", return: "execute" },
  "result-posted": {
    advance: "settled",
    "answer-objection": "result-posted",
    objection: "result-posted",
    correction: "result-posted",
  },
  settled: {},
  "not-passed": {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

const REPRESENTATIVES = "村民代表会议";
const STRICT = "村民代表会议（本地加严）";
const ADULTS = "村民会议（18 周岁以上村民）";
const HOUSEHOLDS = "村民会议（户的代表）";

describe("四议两公开", () => {
  it.each([
    // Half of 34 is 17: enough for local practice, not for the Party's rule, which wants more than half.
    [{ due: 34, present: 23, for: 17 }, ["members-vote"], "propose"],
    [{ due: 34, present: 23, for: 18 }, "notice", ["members-against"]],
    // 22 of 34 are half, not two thirds: nobody may vote, so nothing failed either.
    [{ due: 34, present: 22, for: 22 }, ["members-vote-local"], ["members-against"]],
    [{ due: 33, present: 22, for: 17 }, "notice", ["members-against"]],
    [{ due: 33, present: 22, for: 16 }, ["members-vote", "members-vote-local"], "propose"],
  ])("holds the party members' vote %j to the Party's rule and to local practice", (partyVote, passes, fails) => {
    expect(tried(fourDiscussions, "review", "advance", { partyVote })).toEqual(passes);
    expect(tried(fourDiscussions, "review", "not-passed", { partyVote })).toEqual(fails);
  });

  it.each([
    [REPRESENTATIVES, { due: 60, present: 40, for: 21 }, "decision-posted"],
    [REPRESENTATIVES, { due: 60, present: 40, for: 20 }, ["passes-villager-representatives"]],
    [REPRESENTATIVES, { due: 61, present: 40, for: 40 }, ["passes-villager-representatives"]],
    [STRICT, { due: 60, present: 40, for: 29 }, ["passes-villager-representatives-local"]],
    [STRICT, { due: 60, present: 40, for: 30 }, "decision-posted"],
    [ADULTS, { due: 100, present: 50, for: 50 }, ["passes-villagers-meeting"]],
    [ADULTS, { due: 100, present: 51, for: 26 }, "decision-posted"],
    [HOUSEHOLDS, { due: 100, present: 66, for: 66 }, ["passes-villagers-meeting-by-household"]],
    [HOUSEHOLDS, { due: 100, present: 67, for: 34 }, "decision-posted"],
    [undefined, { due: 60, present: 60, for: 60 }, ["body"]],
  ])("decides by the body's own rule: %s, %j", (body, vote, outcome) => {
    expect(tried(fourDiscussions, "decide", "advance", { body, vote })).toEqual(outcome);
  });

  it.each([
    [REPRESENTATIVES, { due: 60, present: 40, for: 20 }, "propose"],
    [REPRESENTATIVES, { due: 60, present: 39, for: 1 }, ["fails-1"]],
    [STRICT, { due: 60, present: 40, for: 29 }, "propose"],
    [STRICT, { due: 60, present: 40, for: 30 }, ["fails-2"]],
    [ADULTS, { due: 100, present: 51, for: 26 }, ["fails-3"]],
    [HOUSEHOLDS, { due: 100, present: 67, for: 33 }, "propose"],
  ])("calls failed only what was decided against: %s, %j", (body, vote, outcome) => {
    expect(tried(fourDiscussions, "decide", "not-passed", { body, vote })).toEqual(outcome);
  });

  it("proposes these rules for polls", () => {
    const rules = (id: string) => fourDiscussions.stages.find((stage) => stage.id === id)?.rules;
    expect(rules("review")).toEqual(["party-members", "party-members-local"]);
    expect(rules("decide")?.[0]).toBe("villager-representatives");
    expect(rules("decide")).toHaveLength(4);
  });

  it("may have the committees consult at the proposal where one person heads both", () => {
    expect(tried(fourDiscussions, "propose", "consulted-already", { oneShoulder: false })).toEqual(["one-shoulder"]);
    expect(tried(fourDiscussions, "propose", "consulted-already", { committeesOpinion: "" })).toEqual([
      "committees-opinion",
    ]);
  });

  it("asks the committees for a count only where they voted", () => {
    const committeesVote = { present: 6, for: 3 };
    expect(tried(fourDiscussions, "consult", "advance", { consultWay: "意见一致", committeesVote })).toBe("review");
    for (const consultWay of ["口头表决", "举手表决", "无记名表决"]) {
      const given = { consultWay, committeesVote };
      expect(tried(fourDiscussions, "consult", "advance", given)).toEqual(["committees-vote"]);
      expect(tried(fourDiscussions, "consult", "advance", { consultWay, committeesVote: { present: 6, for: 4 } })).toBe(
        "review",
      );
    }
  });

  it.each([
    [ADULTS, "2026-11-29", ["notice-10"]],
    [ADULTS, "2026-11-30", "decide"],
    [HOUSEHOLDS, "2026-11-29", ["notice-10"]],
    [REPRESENTATIVES, "2026-11-24", ["notice-5"]],
    [STRICT, "2026-11-25", "decide"],
  ])("gives notice from 20 November for %s: on %s %j", (body, today, outcome) => {
    const given = { body, noticeOn: "2026-11-20", noticeAt: ["村务公开栏"], today };
    expect(tried(fourDiscussions, "notice", "advance", given)).toEqual(outcome);
  });

  it("leaves the collective's assets to its members' assembly, and comes back", () => {
    const assets = "涉及集体资产";
    expect(tried(fourDiscussions, "decide", "advance", { assets })).toEqual(["assets"]);
    // No villagers' body has to be named, and no notice of one given, for what none of them decides.
    const unnamed = { body: undefined, noticeOn: undefined, noticeAt: undefined };
    expect(tried(fourDiscussions, "notice", "collective-assets", { ...unnamed, assets })).toBe("decide");
    expect(tried(fourDiscussions, "notice", "collective-assets", { assets: "不涉及集体资产" })).toEqual(["assets"]);
    expect(tried(fourDiscussions, "decide", "not-passed", { assets })).toEqual(["assets"]);
    const decide = fourDiscussions.stages.find((stage) => stage.id === "decide");
    if (!decide) throw new Error("no stage");
    const begin = (facts: Record<string, string>) =>
      beginDecision(
        fourDiscussions,
        at(fourDiscussions, decide),
        { type: "collective-assembly", facts },
        collectiveAssembly,
      );
    expect(() => begin({ assets: "不涉及集体资产" })).toThrow("gate-not-met");
    const { snapshot } = begin({ assets });
    const back = (value: string) => comeBack(collectiveAssembly, { ...snapshot, value }, fourDiscussions, {})?.stage.id;
    expect([back("passed"), back("failed")]).toEqual(["decision-posted", "not-passed"]);
  });

  it.each([
    ["decision-posted", "decisionPostedOn", "execute"],
    ["result-posted", "resultPostedOn", "settled"],
  ])("posts %s for 15 days, Spring Festival moving the end", (stage, fact, to) => {
    // 15 days from 2 February 2026 end on the 17th, a day off until the 23rd.
    const on = (today: string) => tried(fourDiscussions, stage, "advance", { [fact]: "2026-02-02", today });
    expect(on("2026-02-18")).toEqual(["posted-15"]);
    expect(on("2026-02-24")).toEqual(["posted-15"]);
    expect(on("2026-02-25")).toBe(to);
  });

  it("posts decision and result each for itself", () => {
    const first = { decisionPostedOn: "2026-01-05", decisionPostedAt: "村口" };
    const result = { ...first, resultPostedOn: undefined, resultPostedAt: undefined };
    expect(tried(fourDiscussions, "result-posted", "advance", result)).toEqual(["posted-on", "posted-at", "posted-15"]);
  });

  it("asks after an urgent meeting for its notice before the decision is carried out", () => {
    const notice = { ...startMethod(fourDiscussions), value: "notice" };
    const facts = opened(fourDiscussions, "notice", "urgent");
    const urgent = step(fourDiscussions, notice, { type: "urgent", reason: "山洪", facts }).snapshot;
    const go = (urgentNotice: boolean | undefined) =>
      step(
        fourDiscussions,
        { ...urgent, value: "decision-posted" },
        { type: "advance", facts: opened(fourDiscussions, "decision-posted", "advance", { urgentNotice }) },
      ).stage.id;
    expect(() => go(undefined)).toThrow("gate-not-met");
    expect(go(true)).toBe("execute");
  });

  it("owes its steps to published practice: the report gives the name alone", () => {
    expect(fourDiscussions.stages.filter((stage) => stage.source?.kind === "seed")).toEqual([]);
    expect(fourDiscussions.sources.some((source) => source.kind === "seed")).toBe(true);
  });

  it("calls law only what is law", () => {
    expect(calledLaw(fourDiscussions).map((each) => each.replace(/ 《.*?》(（.*?）)?/, " "))).toEqual([
      "decide/collective-assembly 第26条至第28条",
      "decide/passes-villager-representatives 第29条、第30条",
      "decide/passes-villagers-meeting 第25条、第26条",
      "decide/passes-villagers-meeting-by-household 第25条、第26条",
      "decision-posted/deadline 第35条",
      "decision-posted/posted-15 第35条",
      "decision-posted/posted-at 第35条",
      "decision-posted/posted-on 第35条",
      "notice/notice-10 第25条",
      "result-posted/deadline 第35条",
      "result-posted/posted-15 第35条",
      "result-posted/posted-at 第35条",
      "result-posted/posted-on 第35条",
      "review/members-vote 第11条",
    ]);
  });
});
