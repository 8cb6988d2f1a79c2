import { describe, expect, it } from "vitest";
import { checkDeadline, proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { orderService as method } from "#app/methods/order-service.ts";
import { refusal } from "#tests/app/domain/refusal.ts";
import { describeTable } from "./table.ts";
import { calledLaw, tried } from "./told.ts";

describeTable(method, {
  submitted: {
    advance: "dispatch",
    "to-meeting": "to-meeting",
    reject: "rejected",
    merge: "merged",
    split: "split-up",
    withdraw: "withdrawn",
  },
  dispatch: { advance: "handling", return: "submitted", escalate: "escalated", withdraw: "withdrawn" },
  handling: {
    advance: "rating",
    decline: "declined",
    postpone: "handling",
    return: "dispatch",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  rating: { advance: "settled", unrated: "settled", return: "handling" },
  settled: {},
  declined: {},
  "to-meeting": {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

describe("点单—接单—派单—评单", () => {
  it("is taken within a day, sent out within a day; a day off moves it on", () => {
    expect(proposedDeadline(method, "submitted", "2026-12-01")).toBe("2026-12-02");
    expect(proposedDeadline(method, "dispatch", "2026-09-30")).toBe("2026-10-08");
  });

  it("knows three terms, the longest fifteen days", () => {
    for (const term of ["3 日", "7 日", "15 日"])
      expect(tried(method, "dispatch", "advance", { term })).toBe("handling");
    expect(tried(method, "dispatch", "advance", { term: "30 日" })).toEqual(["term"]);
    expect(checkDeadline(method, "handling", "2026-12-01", "2026-12-16")).toBe("2026-12-16");
    expect(refusal(() => checkDeadline(method, "handling", "2026-12-01", "2026-12-17"))?.word).toBe("invalid-value");
  });

  it("is extended once and done over once", () => {
    expect(tried(method, "handling", "postpone", { extended: 1 })).toEqual(["extended"]);
    expect(tried(method, "rating", "return", { redone: 1 })).toEqual(["returned"]);
    // Sent out anew is not done over: it does not use up the one reopening.
    const again = method.stages
      .find((stage) => stage.id === "handling")
      ?.exceptions.find((way) => way.code === "return");
    expect(again?.counts).toEqual(["redispatched"]);
  });

  it("goes to a meeting from the third of its kind on", () => {
    expect(tried(method, "submitted", "to-meeting", { similarOrders: 2 })).toEqual(["similar"]);
    expect(tried(method, "submitted", "to-meeting", { similarOrders: 3 })).toBe("to-meeting");
  });

  it("is rated by whoever ordered, or shown to have been asked twice", () => {
    expect(tried(method, "rating", "advance", { rating: "" })).toEqual(["rating"]);
    expect(tried(method, "rating", "unrated", { contactsTried: ["12 月 3 日电话"] })).toEqual(["tried"]);
  });

  it("takes no vote and calls nothing law", () => {
    expect(method.voting).toBe("none");
    expect(calledLaw(method)).toEqual([]);
  });
});
