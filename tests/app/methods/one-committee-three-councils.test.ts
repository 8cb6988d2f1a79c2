import { describe, expect, it } from "vitest";
import { checklist } from "#app/domain/method/step.ts";
import { oneCommitteeThreeCouncils } from "#app/methods/one-committee-three-councils.ts";
import { oneThreeSix } from "#app/methods/one-three-six.ts";
import { describeTable } from "./table.ts";
import { calledLaw, tried } from "./told.ts";

const DECISIONS = {
  "resident-representatives": "lawful",
  "residents-meeting": "lawful",
  "villager-representatives": "lawful",
  "villagers-meeting": "lawful",
  "decision-passed": "assign",
  "decision-failed": "publish",
};
const COUNCIL = {
  "to-meeting": "lawful",
  "not-passed": "lead",
  decline: "declined",
  postpone: "lead",
  adjourn: "council",
  "no-quorum": "lead",
  escalate: "escalated",
  withdraw: "withdrawn",
};
const AFTER = {
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "supervise", unrated: "supervise", return: "execute" },
  supervise: { advance: "publish", return: "execute", reconsider: "council" },
  publish: { advance: "settled", "answer-objection": "publish", objection: "publish", correction: "publish" },
  settled: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
};

describeTable(oneCommitteeThreeCouncils, {
  lead: {
    advance: "council",
    reject: "rejected",
    escalate: "escalated",
    merge: "merged",
    split: "split-up",
    withdraw: "withdrawn",
  },
  council: { advance: "assign", "set-deadline": "execute", ...COUNCIL },
  lawful: { ...DECISIONS, return: "council", withdraw: "withdrawn" },
  assign: { advance: "execute", return: "council", escalate: "escalated", reconsider: "council" },
  ...AFTER,
});

describeTable(oneThreeSix, {
  raise: { advance: "lead", reject: "rejected", merge: "merged", split: "split-up", withdraw: "withdrawn" },
  lead: { advance: "council", return: "raise", reject: "rejected", escalate: "escalated", withdraw: "withdrawn" },
  council: { advance: "consult", ...COUNCIL },
  consult: {
    advance: "assign",
    "answer-objection": "consult",
    objection: "consult",
    reconsider: "council",
    withdraw: "withdrawn",
  },
  lawful: { ...DECISIONS, return: "council", withdraw: "withdrawn" },
  assign: { advance: "execute", return: "council", escalate: "escalated" },
  ...AFTER,
});

const OWN = { committeeAndKin: ["周明远", "周小满（女儿）"] };

describe.each([
  ["一委三会", oneCommitteeThreeCouncils],
  ["136", oneThreeSix],
] as const)("%s", (_name, method) => {
  it.each([
    ["城市社区", ["林晓", "周明远"], ["apart"]],
    ["村", ["周小满（女儿）"], ["apart-village"]],
    ["城市社区", ["林晓", "陈平"], "council"],
    ["村", ["林晓"], "council"],
    ["城市社区", [], ["apart"]],
  ])("keeps the committee and its kin out of the supervisors: %s, %j", (settlement, supervisors, outcome) => {
    expect(tried(method, "lead", "advance", { ...OWN, settlement, supervisors })).toEqual(outcome);
  });

  it("names who stands in both lists, and the law of the place", () => {
    const facts = { ...OWN, settlement: "村", supervisors: ["周明远"] };
    const line = checklist(method, "lead", "advance", facts).find((each) => each.id === "apart-village");
    expect(line).toMatchObject({ met: false, detail: "两边都有：周明远", source: { kind: "law", article: "第37条" } });
    expect(line?.source.ref).toContain("村民委员会组织法");
  });

  it.each([
    [{ due: 30, present: 19, for: 19 }, ["council-vote"], ["council-against"]],
    [{ due: 30, present: 20, for: 10 }, ["council-vote"], "lead"],
    [{ due: 30, present: 20, for: 11 }, true, ["council-against"]],
  ])("asks two thirds of the council and more than half of those: %j", (councilVote, passes, fails) => {
    const to = method === oneThreeSix ? "consult" : "assign";
    expect(tried(method, "council", "advance", { councilVote })).toEqual(passes === true ? to : passes);
    expect(tried(method, "council", "not-passed", { councilVote })).toEqual(fails);
  });

  it("leaves to the lawful meeting what the council cannot decide", () => {
    expect(tried(method, "council", "advance", { nature: "依法要由会议决定的" })).toEqual(["nature"]);
    expect(tried(method, "council", "to-meeting", { nature: "议事会能定的" })).toEqual(["by-law"]);
    expect(tried(method, "council", "to-meeting")).toBe("lawful");
  });

  it("sends a village to villagers' meetings and a city community to residents' meetings", () => {
    const stage = method.stages.find((each) => each.id === "lawful");
    const places = stage?.decisions?.map(({ method: id, gate, source }) => {
      const test = gate?.[0]?.test;
      return [id, test?.op === "one-of" ? test.value : [], source.ref.includes("村民") ? "村" : "城市社区"];
    });
    expect(places).toEqual([
      ["resident-representatives", ["城市社区"], "城市社区"],
      ["residents-meeting", ["城市社区"], "城市社区"],
      ["villager-representatives", ["村"], "村"],
      ["villagers-meeting", ["村"], "村"],
    ]);
  });

  it("is posted 15 days by the law of the place", () => {
    const short = { resultPostedOn: "2026-12-01", resultPostedAt: "村委会门口", today: "2026-12-16" };
    expect(tried(method, "publish", "advance", { ...short, settlement: "城市社区" })).toEqual(["posted-15"]);
    const village = { ...short, settlement: "村" };
    expect(tried(method, "publish", "advance", village)).toEqual(["posted-15-village"]);
    expect(tried(method, "publish", "advance", { ...short, settlement: undefined })).toEqual(["settlement"]);
    expect(tried(method, "publish", "advance", { ...village, today: "2026-12-17" })).toBe("settled");
  });

  it("waits for the supervisors' opinion, who may ask for the work or the talk once more", () => {
    expect(tried(method, "supervise", "advance", { supervisionOpinion: "" })).toEqual(["supervision"]);
    expect(tried(method, "supervise", "reconsider", { reconsidered: 1 })).toEqual(["reconsidered"]);
  });

  it("calls law only what is law", () => {
    expect(calledLaw(method).map((each) => each.replace(/ 《.*?》（.*?）/, " "))).toEqual([
      "lawful/resident-representatives 第30条、第32条",
      "lawful/residents-meeting 第30条、第32条",
      "lawful/villager-representatives 第28条、第33条",
      "lawful/villagers-meeting 第28条、第33条",
      "lead/apart 第36条",
      "lead/apart-village 第37条",
      "publish/posted-15 第34条",
      "publish/posted-15-village 第35条",
      "publish/posted-at 第34条",
      "publish/posted-at-village 第35条",
      "publish/posted-on 第34条",
      "publish/posted-on-village 第35条",
    ]);
  });
});

describe("136", () => {
  it("asks in public for seven days before anything is done", () => {
    const short = { askedOn: "2026-11-20", today: "2026-11-27" };
    expect(tried(oneThreeSix, "consult", "advance", short)).toEqual(["asked-7"]);
    expect(tried(oneThreeSix, "consult", "advance", { ...short, today: "2026-11-28" })).toBe("assign");
  });

  it("says that the names of its six steps are ours", () => {
    expect(oneThreeSix.status).toBe("example");
    expect(oneThreeSix.note).toContain("营山社区");
    const own = oneThreeSix.stages.filter((stage) => !stage.final).map((stage) => stage.source?.kind);
    expect(new Set(own)).toEqual(new Set(["default"]));
  });
});
