import { describe, expect, it } from "vitest";
import { propertyJointMeeting as method } from "#app/methods/property-joint-meeting.ts";
import { outcome, standing } from "./assembly.ts";
import { describePropertyMeeting } from "./property.ts";
import { describeTable } from "./table.ts";

describeTable(method, {
  submit: {
    advance: "summon",
    "owners-matter": "owners",
    reject: "rejected",
    merge: "merged",
    withdraw: "withdrawn",
  },
  summon: { advance: "meeting", urgent: "meeting", postpone: "summon", return: "submit", withdraw: "withdrawn" },
  meeting: {
    advance: "opinion",
    adjourn: "meeting",
    postpone: "summon",
    "no-quorum": "summon",
    withdraw: "withdrawn",
  },
  opinion: {
    "resolve-now": "publish",
    "set-deadline": "execute",
    differ: "differences",
    "owners-matter": "owners",
    decline: "declined",
    adjourn: "opinion",
    postpone: "summon",
    withdraw: "withdrawn",
  },
  differences: { advance: "summon", decline: "declined", escalate: "escalated", withdraw: "withdrawn" },
  owners: {
    "owners-decision": "owners",
    "decision-passed": "carry-out",
    "decision-failed": "declined",
    return: "submit",
    withdraw: "withdrawn",
  },
  "carry-out": { advance: "execute", return: "owners" },
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "publish", unrated: "publish", return: "execute" },
  publish: {
    advance: "settled",
    "answer-objection": "publish",
    objection: "publish",
    correction: "publish",
  },
  settled: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  escalated: {},
});

const OWN = { coordinationKind: "物业退出和交接", triedBefore: "三方会谈了两次" };
describePropertyMeeting(method, "submit", OWN);

describe("物业管理联席会议", () => {
  it("does not meet without the street that calls it", () => {
    const seatsPresent = ["community", "property-manager", "owners-committee"];
    const here = standing(method, "meeting");
    expect(outcome(method, here, "advance", { statements: 1, seatsPresent })).toEqual(["called"]);
  });

  it("wants to know first what the community tried", () => {
    const facts = { title: "物业要撤场", place: "南区", category: "物业", ownerMatter: "不属于", ownerWords: [] };
    expect(outcome(method, standing(method, "submit"), "advance", facts)).toEqual([
      "coordination-kind",
      "tried-before",
    ]);
  });
});
