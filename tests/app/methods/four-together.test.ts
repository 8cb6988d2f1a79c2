import { describe, expect, it } from "vitest";
import { beginDecision } from "#app/domain/method/decision.ts";
import { choicesOf } from "#app/domain/method/fact-kind.ts";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { nextSteps, requireStage } from "#app/domain/method/step.ts";
import { fourTogether } from "#app/methods/four-together.ts";
import { jointMeeting } from "#app/methods/joint-meeting.ts";
import { at } from "./solve.ts";
import { describeTable } from "./table.ts";
import { calledLaw, tried } from "./told.ts";

describeTable(fourTogether, {
  collect: { advance: "sort", reject: "rejected", merge: "merged", split: "split-up", withdraw: "withdrawn" },
  sort: {
    "big-matter": "discuss",
    "weighty-matter": "decide",
    "urgent-matter": "consult",
    "plain-matter": "execute",
    return: "collect",
    reject: "rejected",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  discuss: {
    advance: "noted",
    "set-deadline": "execute",
    "to-decision": "decide",
    decline: "declined",
    postpone: "discuss",
    adjourn: "discuss",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  decide: {
    "back-to-talk": "discuss",
    "decision-passed": "assign",
    "decision-failed": "not-decided",
    "joint-meeting": "decide",
    return: "sort",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  consult: { advance: "make-up", return: "sort", escalate: "escalated", withdraw: "withdrawn" },
  "make-up": { advance: "ratify", return: "consult", escalate: "escalated" },
  ratify: {
    advance: "settled",
    "set-deadline": "execute",
    "not-ratified": "discuss",
    postpone: "ratify",
    adjourn: "ratify",
    escalate: "escalated",
  },
  assign: { advance: "execute", "done-by-joint": "feedback", escalate: "escalated" },
  execute: { advance: "feedback", decline: "declined", postpone: "execute", escalate: "escalated" },
  feedback: { advance: "settled", unrated: "settled", return: "execute" },
  noted: {},
  settled: {},
  declined: {},
  "not-decided": {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

const WAYS = ["big-matter", "weighty-matter", "urgent-matter", "plain-matter"];

describe("四共五联", () => {
  it.each(WAYS)("sorts nothing as %s without its field and the reason", (event) => {
    expect(tried(fourTogether, "sort", event, { field: "别的" })).toEqual(["field"]);
    expect(tried(fourTogether, "sort", event, { sortedBecause: "" })).toEqual(["sorted-because"]);
  });

  it("takes only the way that was ruled", () => {
    const sort = requireStage(fourTogether, "sort");
    const facts = { field: "公益事业联办", sortedBecause: "要几家单位投入", sortedAs: "要事" };
    const ready = nextSteps(fourTogether, at(fourTogether, sort), facts).filter(
      (each) => each.kind === "exit" && each.ready,
    );
    expect(ready.map((each) => each.event)).toEqual(["weighty-matter"]);
    const unruled = nextSteps(fourTogether, at(fourTogether, sort), { ...facts, sortedAs: undefined });
    expect(unruled.some((each) => each.kind === "exit" && each.ready)).toBe(false);
  });

  it("gives out what the joint meeting decided, or hears that it has seen to it already", () => {
    expect(tried(fourTogether, "assign", "advance", { responsible: "" })).toEqual(["responsible"]);
    expect(tried(fourTogether, "assign", "done-by-joint", { doneNote: "" })).toEqual(["done-note"]);
  });

  it("knows the report's five fields", () => {
    expect(choicesOf(fourTogether, "field")).toHaveLength(5);
    expect(requireStage(fourTogether, "sort").gate[0]?.source.kind).toBe("seed");
  });

  it("does what is plain at once, with somebody responsible and a day", () => {
    expect(tried(fourTogether, "sort", "plain-matter", { responsible: "" })).toEqual(["responsible"]);
    expect(tried(fourTogether, "sort", "plain-matter", { deadline: "尽快" })).toEqual(["deadline"]);
  });

  it("has what is weighty decided by the joint meeting, and by nothing else", () => {
    const decide = requireStage(fourTogether, "decide");
    expect(decide.decisions?.map((each) => each.method)).toEqual(["joint-meeting"]);
    const asked = { type: "joint-meeting", facts: {} };
    const begun = beginDecision(fourTogether, at(fourTogether, decide), asked, jointMeeting);
    expect([begun.stage.id, begun.snapshot.outer?.value]).toEqual(["collect", "decide"]);
  });

  it("puts an urgent matter before the next meeting, with times, people and a record made up for", () => {
    expect(tried(fourTogether, "consult", "advance", { answeredAt: "" })).toEqual(["answered-at"]);
    expect(tried(fourTogether, "consult", "advance", { consulted: ["周明远"] })).toEqual(["consulted"]);
    expect(tried(fourTogether, "make-up", "advance", { urgentRecord: "" })).toEqual(["urgent-record"]);
    expect(tried(fourTogether, "ratify", "advance", { ratified: false })).toEqual(["ratified"]);
    expect(tried(fourTogether, "ratify", "set-deadline", { ratified: undefined })).toEqual(["ratified"]);
    expect(tried(fourTogether, "ratify", "not-ratified", { ratified: undefined })).toBe("discuss");
  });

  it("says that hours are for people to watch, and counts the day of the record", () => {
    expect(requireStage(fourTogether, "consult").who).toContain("2 小时");
    expect(requireStage(fourTogether, "consult").deadline?.text).toContain("须有人盯着");
    expect(fourTogether.note).toContain("系统不按小时计时");
    expect(proposedDeadline(fourTogether, "make-up", "2026-11-24")).toBe("2026-11-25");
  });

  it("calls neither how matters are told apart nor any of its hours and days a rule", () => {
    const stated = fourTogether.stages.flatMap((stage) => (stage.deadline ? [stage.deadline.source.kind] : []));
    expect(new Set(stated)).toEqual(new Set(["default"]));
    expect(requireStage(fourTogether, "sort").source?.kind).toBe("default");
    expect(calledLaw(fourTogether)).toEqual([]);
  });
});
