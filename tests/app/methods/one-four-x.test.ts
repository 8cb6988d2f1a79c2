import { describe, expect, it } from "vitest";
import { checklist } from "#app/domain/method/step.ts";
import { wayTo } from "#app/domain/method/way-to.ts";
import { oneFourX } from "#app/methods/one-four-x.ts";
import { describeTable } from "./table.ts";
import { calledLaw, tried } from "./told.ts";

describeTable(oneFourX, {
  collect: { advance: "invite", reject: "rejected", merge: "merged", split: "split-up", withdraw: "withdrawn" },
  invite: {
    advance: "talk",
    postpone: "invite",
    urgent: "talk",
    return: "collect",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  talk: {
    "resolve-now": "feedback",
    "set-deadline": "execute",
    decline: "declined",
    postpone: "invite",
    adjourn: "talk",
    "no-quorum": "invite",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "settled", unrated: "settled", return: "execute" },
  settled: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

const [ONE, LEAD] = ["grid-party-secretary", "lead-department"];
const FOUR = ["grid-leader", "grid-police", "grid-worker", "building-leader"];

describe("1+4+X", () => {
  it.each([
    [[ONE, LEAD, ...FOUR], "execute"],
    [[ONE, LEAD, ...FOUR.slice(1)], "execute"],
    [[ONE, LEAD, ...FOUR.slice(0, 3)], "execute"],
    [[ONE, LEAD, ...FOUR.slice(2)], ["sides"]],
    [[LEAD, ...FOUR], ["one"]],
    [[ONE, ...FOUR], ["lead-department"]],
    [[ONE, ...FOUR, "department"], ["lead-department"]],
    [[], ["one", "lead-department", "sides"]],
  ])("with %j there leads to %j", (seatsPresent, outcome) => {
    expect(tried(oneFourX, "talk", "set-deadline", { seatsPresent })).toEqual(outcome);
    for (const event of ["resolve-now", "decline"]) {
      const to = event === "decline" ? "declined" : "feedback";
      expect(tried(oneFourX, "talk", event, { seatsPresent })).toEqual(outcome === "execute" ? to : outcome);
    }
  });

  it("names the sides that stayed away", () => {
    const sides = checklist(oneFourX, "talk", "decline", { seatsPresent: [ONE, LEAD, "grid-leader"] }).find(
      (line) => line.id === "sides",
    );
    expect(sides?.detail).toBe("现有 1，须不少于 3，未到：网格民警、网格员、楼栋长（巷道长）");
  });

  it("gives no vote to departments, and holds them to their own duty", () => {
    const voteless = oneFourX.seats.filter((seat) => seat.votes === false).map((seat) => seat.id);
    expect(voteless).toEqual(["lead-department", "department", "party-concerned"]);
    expect(tried(oneFourX, "talk", "set-deadline", { withinDuty: false })).toEqual(["own-duty"]);
  });

  it.each([
    [{ present: 5, for: 3, against: 2 }, "execute"],
    [{ present: 6, for: 3, against: 1 }, ["hands"]],
  ])("raises hands only where somebody objects: %j", (vote, outcome) => {
    expect(tried(oneFourX, "talk", "set-deadline", { agreement: "有异议，举手", vote })).toEqual(outcome);
    expect(tried(oneFourX, "talk", "set-deadline", { agreement: "没有异议", vote })).toBe("execute");
  });

  it.each([
    ["2026-11-22", ["notice-ran"]],
    ["2026-11-23", "talk"],
  ])("sends word three days before, the day of posting not counted: %s", (today, outcome) => {
    expect(tried(oneFourX, "invite", "advance", { noticeOn: "2026-11-20", today })).toEqual(outcome);
  });

  it("asks of an urgent talk the notice that was not given, even when it was settled on the spot", () => {
    const given = { urgent: 1, urgentNotice: undefined };
    for (const event of ["advance", "unrated"]) {
      expect(tried(oneFourX, "feedback", event, given)).toEqual(["urgent-made-up"]);
      expect(tried(oneFourX, "feedback", event, { ...given, urgentNotice: true })).toBe("settled");
    }
  });

  it("rates nothing in the name of somebody who could not be reached", () => {
    expect(tried(oneFourX, "feedback", "advance", { rating: "" })).toEqual(["rating"]);
    expect(tried(oneFourX, "feedback", "unrated", { rating: "", contactsTried: ["周一电话"] })).toEqual(["tried"]);
    expect(tried(oneFourX, "feedback", "unrated", { rating: "" })).toBe("settled");
  });

  it("is led by the room's outcomes, and calls nothing law", () => {
    expect(wayTo(oneFourX, "invite", "set-deadline")).toHaveLength(2);
    expect(calledLaw(oneFourX)).toEqual([]);
  });
});
