import { describe, expect, it } from "vitest";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { redProperty as method } from "#app/methods/red-property.ts";
import { outcome, standing } from "./assembly.ts";
import { describePropertyMeeting } from "./property.ts";
import { describeTable } from "./table.ts";

describeTable(method, {
  collect: {
    advance: "property-reply",
    "owners-matter": "owners",
    reject: "rejected",
    merge: "merged",
    split: "split-up",
    withdraw: "withdrawn",
  },
  "property-reply": { advance: "notice", "property-solved": "feedback", return: "collect", withdraw: "withdrawn" },
  notice: { advance: "meeting", urgent: "meeting", postpone: "notice", merge: "merged", withdraw: "withdrawn" },
  meeting: {
    advance: "opinion",
    adjourn: "meeting",
    postpone: "notice",
    "no-quorum": "notice",
    withdraw: "withdrawn",
  },
  opinion: {
    "resolve-now": "publish",
    "set-deadline": "execute",
    differ: "differences",
    "owners-matter": "owners",
    decline: "declined",
    adjourn: "opinion",
    postpone: "notice",
    withdraw: "withdrawn",
  },
  differences: { advance: "notice", decline: "declined", escalate: "escalated", withdraw: "withdrawn" },
  owners: {
    "owners-decision": "owners",
    "decision-passed": "carry-out",
    "decision-failed": "declined",
    return: "collect",
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
  "split-up": {},
  escalated: {},
});

describePropertyMeeting(method, "collect", {});

describe("红色物业三方会议", () => {
  it("lets the property company answer first, within three days", () => {
    expect(proposedDeadline(method, "property-reply", "2026-12-01")).toBe("2026-12-04");
    const here = standing(method, "property-reply");
    expect(outcome(method, here, "advance", {})).toEqual(["property-reply"]);
    expect(outcome(method, here, "property-solved", { propertyReply: "已派人", doneNote: "换好了" })).toBe("feedback");
  });

  it("sends what stays open to the street, to enforcement, to mediation or to court", () => {
    const here = standing(method, "differences");
    expect(outcome(method, here, "escalate", { escalatedTo: "街道物业管理联席会议" })).toBe("escalated");
    expect(outcome(method, here, "escalate", { escalatedTo: "别处" })).toEqual(["escalated-to"]);
  });
});
