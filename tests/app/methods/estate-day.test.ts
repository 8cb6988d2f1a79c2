import { describe, expect, it } from "vitest";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { requireStage, startMethod, step } from "#app/domain/method/step.ts";
import { estateDay } from "#app/methods/estate-day.ts";
import { refusal } from "#tests/app/domain/refusal.ts";
import { describeTable } from "./table.ts";
import { calledLaw, calledPublic, opened, tried } from "./told.ts";

describeTable(estateDay, {
  collect: {
    advance: "notice",
    urgent: "meeting",
    reject: "rejected",
    merge: "merged",
    split: "split-up",
    withdraw: "withdrawn",
  },
  notice: { advance: "meeting", return: "collect", postpone: "collect", withdraw: "withdrawn" },
  meeting: {
    "set-deadline": "posted",
    "resolve-now": "posted",
    decline: "declined",
    "decision-passed": "posted",
    "decision-failed": "not-decided",
    "resident-representatives": "meeting",
    "owners-decision": "meeting",
    postpone: "collect",
    adjourn: "meeting",
    "no-quorum": "collect",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  posted: {
    advance: "execute",
    settle: "settled",
    "answer-objection": "posted",
    objection: "posted",
    correction: "posted",
    escalate: "escalated",
  },
  execute: { advance: "feedback", decline: "declined", escalate: "escalated" },
  feedback: { advance: "settled", unrated: "settled", return: "execute" },
  settled: {},
  declined: {},
  "not-decided": {},
  rejected: {},
  withdrawn: {},
  merged: {},
  "split-up": {},
  escalated: {},
});

const SIX = ["community-worker", "grid-worker", "owners-committee", "mediator", "opinion-gatherer", "property-liaison"];

describe("小区议事日", () => {
  it("meets on the tenth of each month and tells last month's results first", () => {
    expect(estateDay.calendar).toEqual({ every: "month", day: 10 });
    expect(estateDay.reportBackFirst).toBe(true);
  });

  it.each([
    ["2026-12-08", "2026-12-10", "notice"],
    ["2026-12-09", "2026-12-10", ["listed-before"]],
    ["2026-10-08", "2026-10-10", "notice"],
    ["2026-12-08", "", ["meeting-day", "listed-before"]],
    ["", "2026-12-10", ["listed-on", "listed-before"]],
  ])("closes the list on %s for the meeting on %s: %j", (listedOn, meetingOn, outcome) => {
    expect(tried(estateDay, "collect", "advance", { listedOn, meetingOn })).toEqual(outcome);
  });

  it.each([
    ["2026-12-09", "meeting"],
    ["2026-12-10", ["noticed-before"]],
    ["2026-12-11", ["noticed-before"]],
  ])("is announced on %s for the tenth: %j", (noticeOn, outcome) => {
    expect(tried(estateDay, "notice", "advance", { noticeOn, meetingOn: "2026-12-10" })).toEqual(outcome);
  });

  it.each([
    [SIX, "posted"],
    [SIX.slice(2), "posted"],
    [SIX.slice(3), ["six-members"]],
    [[...SIX.slice(3), "owner", "department"], ["six-members"]],
  ])("shares out the work with %j as %j", (seatsPresent, outcome) => {
    for (const event of ["set-deadline", "resolve-now"]) {
      expect(tried(estateDay, "meeting", event, { seatsPresent })).toEqual(outcome);
    }
  });

  it.each([
    ["2026-12-25", "2026-12-10", ["posted-15"]],
    ["2026-12-26", "2026-12-10", "settled"],
    // The fifteenth day of 25 September is Saturday 10 October, worked because of National Day.
    ["2026-10-10", "2026-09-25", ["posted-15"]],
    ["2026-10-11", "2026-09-25", "settled"],
    // 17 September and 15 days is 2 October, in the holidays: it runs on to the 8th.
    ["2026-10-08", "2026-09-17", ["posted-15"]],
    ["2026-10-09", "2026-09-17", "settled"],
  ])("is posted for fifteen whole days: on %s of what was posted on %s", (today, postedOn, outcome) => {
    const facts = { today, postedOn, answered: 0, objections: 0 };
    expect(tried(estateDay, "posted", "settle", facts)).toEqual(outcome);
    expect(tried(estateDay, "feedback", "advance", facts)).toEqual(outcome);
  });

  it("goes to work the day after, without waiting for the fifteen days", () => {
    const facts = { today: "2026-12-11", postedOn: "2026-12-11" };
    expect(tried(estateDay, "posted", "advance", facts)).toBe("execute");
    expect(tried(estateDay, "posted", "advance", { ...facts, responsible: "" })).toEqual(["responsible"]);
    expect(tried(estateDay, "posted", "advance", { ...facts, postedAt: "" })).toEqual(["posted-at"]);
  });

  it("does not leave the posting with an objection unanswered", () => {
    let here = { ...startMethod(estateDay), value: "posted" };
    const go = (type: string) => {
      const facts = opened(estateDay, "posted", type);
      here = step(estateDay, here, { type, reason: "车位线画到了门口", facts }).snapshot;
    };
    go("objection");
    expect(refusal(() => go("advance"))).toMatchObject({
      word: "gate-not-met",
      details: { unmet: [{ id: "objections" }] },
    });
    go("answer-objection");
    go("advance");
    expect(here.value).toBe("execute");
  });

  it("is told at the next estate day before it is struck off", () => {
    for (const event of ["advance", "unrated"])
      expect(tried(estateDay, "feedback", event, { reportedOn: "" })).toEqual(["told-at"]);
    expect(proposedDeadline(estateDay, "feedback", "2026-12-10")).toBe("2027-01-11");
  });

  it("calls law only what the law says, and owes the order of the meeting to published practice", () => {
    const residents = "《中华人民共和国城市居民委员会组织法》（2025年修订）";
    expect(calledLaw(estateDay)).toEqual(
      [
        `meeting/resident-representatives ${residents}第32条`,
        `posted/posted-on ${residents}第34条`,
        `posted/posted-at ${residents}第34条`,
        `posted/posted-15 ${residents}第34条`,
        `feedback/posted-15 ${residents}第34条`,
      ].sort(),
    );
    expect(calledPublic(estateDay).some((each) => each.startsWith("meeting 连云港开发区"))).toBe(true);
    expect(requireStage(estateDay, "collect").source?.kind).toBe("seed");
    expect(estateDay.seats.filter((seat) => seat.kind === "fixed").map((seat) => seat.id)).toEqual(SIX);
  });
});
