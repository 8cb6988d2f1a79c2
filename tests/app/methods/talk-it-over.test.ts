import { describe, expect, it } from "vitest";
import { linesOfMethod } from "#app/domain/method/fact-kind.ts";
import { talkItOver as method } from "#app/methods/talk-it-over.ts";
import { describeTable } from "./table.ts";
import { calledLaw, tried } from "./told.ts";

describeTable(method, {
  topics: { advance: "choose", reject: "rejected", merge: "merged", split: "split-up", withdraw: "withdrawn" },
  choose: {
    advance: "research",
    return: "topics",
    reject: "rejected",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  research: { advance: "notice", return: "choose", withdraw: "withdrawn" },
  notice: { advance: "talk", urgent: "talk", postpone: "notice", withdraw: "withdrawn" },
  talk: {
    advance: "conclude",
    postpone: "notice",
    adjourn: "talk",
    "no-quorum": "notice",
    withdraw: "withdrawn",
  },
  conclude: {
    advance: "hand-over",
    decline: "declined",
    postpone: "notice",
    adjourn: "conclude",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  "hand-over": { advance: "execute", "nothing-to-do": "publish", return: "conclude", escalate: "escalated" },
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "evaluate", unrated: "evaluate", return: "execute" },
  evaluate: { advance: "publish", return: "execute", escalate: "escalated" },
  publish: {
    advance: "talked-over",
    "answer-objection": "publish",
    objection: "publish",
    correction: "publish",
  },
  "talked-over": {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

describe("有事好商量", () => {
  it("never votes: no counts are asked anywhere", () => {
    expect(method.voting).toBe("none");
    expect(linesOfMethod(method).filter((line) => "rules" in line.test)).toEqual([]);
    expect(method.stages.flatMap((stage) => stage.rules ?? [])).toEqual([]);
  });

  it.each(["consensus", "differences", "advice"])("writes down its three texts; %s cannot be left out", (name) => {
    expect(tried(method, "conclude", "advance", { [name]: "" })).toEqual([name]);
  });

  it("sits down with those concerned and the department", () => {
    expect(tried(method, "talk", "advance", { seatsPresent: ["convener", "member", "department"] })).toEqual(["seats"]);
  });

  it("is an example to be adapted, and calls nothing law", () => {
    expect([method.status, calledLaw(method)]).toEqual(["example", []]);
  });
});
