import { describe, expect, it } from "vitest";
import { requireStage, startMethod, step } from "#app/domain/method/step.ts";
import { oneTwoN } from "#app/methods/one-two-n.ts";
import { refusal } from "#tests/app/domain/refusal.ts";
import { describeTable } from "./table.ts";
import { calledLaw, opened, tried } from "./told.ts";

describeTable(oneTwoN, {
  collect: {
    advance: "topic",
    urgent: "talk",
    reject: "rejected",
    merge: "merged",
    split: "split-up",
    withdraw: "withdrawn",
  },
  topic: { advance: "talk", return: "collect", reject: "rejected", escalate: "escalated", withdraw: "withdrawn" },
  talk: { advance: "confirm", postpone: "topic", adjourn: "talk", withdraw: "withdrawn" },
  confirm: {
    "set-deadline": "execute",
    "resolve-now": "feedback",
    "talk-again": "talk",
    mediate: "mediation",
    "to-department": "department",
    decline: "declined",
    postpone: "topic",
    adjourn: "confirm",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "settled", unrated: "settled", return: "execute" },
  settled: {},
  declined: {},
  mediation: {},
  department: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

const UNTOUCHED = { neighbouring: "不涉及", affectedHouseholds: undefined, signatures: undefined };
const hands = (present: number, inFavour: number) => ({
  vote: { present, for: inFavour, against: present - inFavour, abstain: 0, invalid: 0 },
});

describe("“1+2+N”小巷议事会", () => {
  it.each(["set-deadline", "resolve-now"])("lets nobody be outvoted about a neighbour's right: %s", (event) => {
    const three = ["3 号门赵家", "3 号门钱家", "5 号门孙家"];
    const touched = { neighbouring: "涉及相邻权", affectedHouseholds: three };
    const goesTo = event === "set-deadline" ? "execute" : "feedback";
    expect(tried(oneTwoN, "confirm", event, { ...touched, signatures: three })).toBe(goesTo);
    expect(tried(oneTwoN, "confirm", event, { ...touched, signatures: three.slice(1) })).toEqual(["signed"]);
    expect(tried(oneTwoN, "confirm", event, { ...touched, signatures: three.slice(1), ...hands(30, 30) })).toEqual([
      "signed",
    ]);
    expect(tried(oneTwoN, "confirm", event, { ...touched, affectedHouseholds: [], signatures: [] })).toEqual([
      "affected",
      "signed",
    ]);
  });

  it.each([
    [10, 5, ["vote"], "talk"],
    [10, 6, "execute", ["vote-failed"]],
    [11, 5, ["vote"], "talk"],
    [11, 6, "execute", ["vote-failed"]],
  ])("elsewhere asks more than half of those present: of %i, %i", (present, inFavour, decided, again) => {
    const facts = { ...UNTOUCHED, ...hands(present, inFavour) };
    expect(tried(oneTwoN, "confirm", "set-deadline", facts)).toEqual(decided);
    expect(tried(oneTwoN, "confirm", "talk-again", facts)).toEqual(again);
  });

  it("decides nothing before it is said whether a neighbour's right is touched", () => {
    for (const stage of ["topic", "confirm"]) {
      const event = stage === "topic" ? "advance" : "set-deadline";
      expect(tried(oneTwoN, stage, event, { neighbouring: undefined })).toContain("neighbours");
    }
    expect(tried(oneTwoN, "topic", "advance", { affectedHouseholds: [] })).toEqual(["affected"]);
    expect(tried(oneTwoN, "topic", "advance", UNTOUCHED)).toBe("talk");
  });

  it("sends what cannot be agreed on to mediation or to a named department, with what divides them", () => {
    expect(tried(oneTwoN, "confirm", "mediate", { disagreement: "" })).toEqual(["disagreement"]);
    expect(tried(oneTwoN, "confirm", "to-department", { departmentAsked: "" })).toEqual(["department"]);
  });

  it.each([
    [["branch-secretary", "owners-committee", "property-manager"], "confirm"],
    [["branch-secretary", "lane-steward", "resident-representative"], "confirm"],
    [["branch-secretary", "lane-steward", "household-concerned"], ["seats-two"]],
    [["lane-steward", "resident-representative"], ["seat-one"]],
  ])("talks with %j as %j", (seatsPresent, outcome) => {
    expect(tried(oneTwoN, "talk", "advance", { seatsPresent })).toEqual(outcome);
  });

  it("asks of an urgent talk the notice that was not given, even when it was settled on the spot", () => {
    let here = startMethod(oneTwoN);
    for (const event of ["urgent", "advance", "resolve-now"]) {
      const facts = opened(oneTwoN, here.value, event);
      here = step(oneTwoN, here, { type: event, reason: "电线裸露", facts }).snapshot;
    }
    expect(here.value).toBe("feedback");
    const facts = { ...opened(oneTwoN, "feedback", "advance"), urgentNotice: undefined };
    expect(refusal(() => step(oneTwoN, here, { type: "advance", facts }))).toMatchObject({
      word: "gate-not-met",
      details: { unmet: [{ id: "urgent-made-up" }] },
    });
    expect(step(oneTwoN, here, { type: "advance", facts: { ...facts, urgentNotice: true } }).stage.id).toBe("settled");
  });

  it("counts the meeting once, at its end", () => {
    let here = startMethod(oneTwoN);
    for (const event of ["advance", "advance", "advance", "postpone"]) {
      const facts = opened(oneTwoN, here.value, event);
      here = step(oneTwoN, here, { type: event, reason: "有两户没来", facts }).snapshot;
    }
    expect([here.value, here.context.counts.discussed]).toEqual(["topic", 1]);
  });

  it("says that who 1, 2 and N are is ours, and calls nothing a law", () => {
    expect(oneTwoN.status).toBe("example");
    expect(oneTwoN.seats.every((seat) => seat.source.kind === "default")).toBe(true);
    expect(requireStage(oneTwoN, "confirm").source?.kind).toBe("default");
    expect(calledLaw(oneTwoN)).toEqual([]);
  });
});
