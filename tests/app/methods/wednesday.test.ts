import { describe, expect, it } from "vitest";
import { checkDeadline } from "#app/domain/method/stage-deadline.ts";
import { startMethod, step } from "#app/domain/method/step.ts";
import { wayTo } from "#app/domain/method/way-to.ts";
import { wednesday } from "#app/methods/wednesday.ts";
import { refusal } from "#tests/app/domain/refusal.ts";
import { describeTable } from "./table.ts";
import { calledLaw, opened, tried } from "./told.ts";

describeTable(wednesday, {
  list: { advance: "order", reject: "rejected", merge: "merged", split: "split-up", withdraw: "withdrawn" },
  order: {
    advance: "notice",
    return: "list",
    reject: "rejected",
    escalate: "escalated",
    merge: "merged",
    withdraw: "withdrawn",
  },
  notice: { advance: "meeting", postpone: "notice", urgent: "meeting", withdraw: "withdrawn" },
  meeting: {
    "resolve-now": "patrol",
    "set-deadline": "execute",
    decline: "declined",
    postpone: "order",
    adjourn: "meeting",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "patrol", unrated: "patrol", return: "execute" },
  patrol: { advance: "settled", return: "meeting", postpone: "patrol" },
  settled: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

describe("相约星期三", () => {
  it("meets on Wednesdays and reports back first", () => {
    expect(wednesday.calendar).toEqual({ every: "week", weekday: 3 });
    expect(wednesday.reportBackFirst).toBe(true);
  });

  it("wants a measure and somebody in charge for each line, or takes it up first without them", () => {
    const bare = { measures: [], responsible: "" };
    expect(tried(wednesday, "order", "advance", bare)).toEqual(["measures", "responsible"]);
    const first = { measured: "还没有对策，排在前面议", measures: undefined, responsible: undefined };
    expect(tried(wednesday, "order", "advance", first)).toBe("notice");
    expect(tried(wednesday, "meeting", "set-deadline", { measures: [] })).toEqual(["measures"]);
  });

  it.each([
    [{ patrolMembers: ["林晓"] }, ["members"]],
    [{ patrolMembers: ["林晓", "周明远"] }, "settled"],
    [{ patrolLeader: "", patrolRoute: "" }, ["leader", "route"]],
    [{ patrolPoints: [] }, ["points"]],
    [{ patrolResult: "有新问题" }, ["findings"]],
    [{ patrolResult: "有新问题", patrolFindings: ["井盖松动"] }, "settled"],
    [{ patrolResult: "没有新问题", patrolFindings: undefined }, "settled"],
    [{ photos: undefined }, "settled"],
  ])("leaves the patrol with %j as %j", (given, outcome) => {
    expect(tried(wednesday, "patrol", "advance", given)).toEqual(outcome);
  });

  it("asks after an urgent meeting for the notice that was not given", () => {
    let here = { ...startMethod(wednesday), value: "notice" };
    const facts = { ...opened(wednesday, "notice", "urgent") };
    here = step(wednesday, here, { type: "urgent", reason: "路面塌陷", facts }).snapshot;
    const patrol = { ...here, value: "patrol" };
    const seen = opened(wednesday, "patrol", "advance", { urgentNotice: undefined });
    const refused = refusal(() => step(wednesday, patrol, { type: "advance", facts: seen }));
    expect(refused).toMatchObject({ word: "gate-not-met", details: { unmet: [{ id: "urgent-made-up" }] } });
  });

  it("counts how often a line was taken up, whatever came of it", () => {
    let here = startMethod(wednesday);
    const go = (type: string) => {
      here = step(wednesday, here, { type, reason: "人没来齐", facts: opened(wednesday, here.value, type) }).snapshot;
    };
    for (const event of ["advance", "advance", "advance", "postpone"]) go(event);
    expect([here.value, here.context.counts.discussed]).toEqual(["order", 1]);
    for (const event of ["advance", "advance", "set-deadline"]) go(event);
    expect([here.value, here.context.counts.discussed]).toEqual(["execute", 2]);
  });

  it("can be told from the room what was settled, with 15 days proposed and 60 at most", () => {
    for (const event of ["resolve-now", "set-deadline", "decline"]) {
      expect(wayTo(wednesday, "notice", event)?.at(-1)).toEqual({ stage: "meeting", event });
    }
    const last = refusal(() => checkDeadline(wednesday, "execute", "2026-03-04", "2026-05-07"));
    expect(last?.word).toBe("invalid-value");
  });

  it("calls nothing law: the report names no article", () => {
    expect(calledLaw(wednesday)).toEqual([]);
  });
});
