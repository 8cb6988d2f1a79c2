import { describe, expect, it } from "vitest";
import { keptFacts } from "#app/domain/issue/entered-facts.ts";
import { comeBack } from "#app/domain/method/decision.ts";
import { proposedDeadline } from "#app/domain/method/stage-deadline.ts";
import { requireStage, startMethod, step } from "#app/domain/method/step.ts";
import { fourTogether } from "#app/methods/four-together.ts";
import { jointMeeting } from "#app/methods/joint-meeting.ts";
import { refusal } from "#tests/app/domain/refusal.ts";
import { at } from "./solve.ts";
import { describeTable } from "./table.ts";
import { calledLaw, calledPublic, opened, tried } from "./told.ts";

describeTable(jointMeeting, {
  collect: {
    advance: "notice",
    urgent: "meeting",
    reject: "rejected",
    merge: "merged",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  notice: {
    advance: "meeting",
    return: "collect",
    postpone: "notice",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  meeting: {
    advance: "decide",
    consensus: "minutes",
    "ask-in-writing": "written",
    postpone: "notice",
    adjourn: "meeting",
    "no-quorum": "notice",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  written: {
    advance: "decide",
    overdue: "decide",
    refused: "meeting",
    postpone: "notice",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  decide: {
    advance: "minutes",
    "not-passed": "failed",
    postpone: "notice",
    adjourn: "decide",
    "no-quorum": "notice",
    escalate: "escalated",
    withdraw: "withdrawn",
  },
  minutes: {
    advance: "passed",
    "set-deadline": "execute",
    reconsider: "meeting",
    correction: "minutes",
    escalate: "escalated",
  },
  execute: { advance: "feedback", escalate: "escalated" },
  feedback: { advance: "carried-out", return: "execute" },
  passed: {},
  failed: {},
  "carried-out": {},
  rejected: {},
  merged: {},
  withdrawn: {},
  escalated: {},
});

const count = (due: number, present: number, inFavour: number) => ({
  vote: { due, present, for: inFavour, against: present - inFavour, abstain: 0, invalid: 0 },
});

describe("大工委（大党委）联席会议", () => {
  it.each([
    [15, 9, ["attendance"]],
    [15, 10, "decide"],
    [16, 10, ["attendance"]],
    [16, 11, "decide"],
  ])("meets with two thirds of its members: of %i, %i", (due, present, outcome) => {
    expect(tried(jointMeeting, "meeting", "advance", { attendance: { due, present } })).toEqual(outcome);
  });

  it.each([
    // More than half of all fifteen is eight, however few came.
    [15, 10, 7, ["vote"], "failed"],
    [15, 10, 8, "minutes", ["vote-failed"]],
    [16, 11, 8, ["vote"], "failed"],
    [16, 11, 9, "minutes", ["vote-failed"]],
    // Without a quorum nothing passes and nothing fails.
    [15, 9, 9, ["vote"], ["vote-failed"]],
  ])("decides by more than half of all members: %i due, %i there, %i for", (due, present, inFavour, passed, failed) => {
    const facts = count(due, present, inFavour);
    expect(tried(jointMeeting, "decide", "advance", facts)).toEqual(passed);
    expect(tried(jointMeeting, "decide", "not-passed", facts)).toEqual(failed);
  });

  it.each([
    ["2026-11-27", ["reply-period"]],
    ["2026-11-30", "decide"],
  ])("waits five working days for a unit asked on Friday 20 November: on %s", (today, outcome) => {
    const facts = { askedOn: "2026-11-20", silentUnits: ["供电所"], today };
    expect(tried(jointMeeting, "written", "overdue", facts)).toEqual(outcome);
  });

  it.each([
    ["2026-09-25", "2026-10-09"], // 28, 29, 30 September, 8 and 9 October.
    ["2026-02-12", "2026-02-26"], // 13 and 14 (worked for it) February, then 24, 25, 26.
  ])("counts the five working days from %s over the holidays to %s", (from, last) => {
    expect(proposedDeadline(jointMeeting, "written", from)).toBe(last);
    const facts = { askedOn: from, silentUnits: ["供电所"] };
    expect(tried(jointMeeting, "written", "overdue", { ...facts, today: last })).toEqual(["reply-period"]);
    expect(tried(jointMeeting, "written", "overdue", { ...facts, today: "2026-12-31" })).toBe("decide");
  });

  it("counts who came anew when the meeting takes it up again", () => {
    const facts = opened(jointMeeting, "meeting", "ask-in-writing");
    const back = { from: "written", to: "meeting", event: "refused" };
    const kept = keptFacts(jointMeeting, back, facts);
    for (const fact of ["attendance", "lettersSeen", "weight", "unitsStated"]) expect(kept).not.toHaveProperty(fact);
  });

  it("takes silence for no consent: neither to the question nor to a task", () => {
    const asked = { askedUnits: ["供电所", "水务公司"], askedOn: "2026-11-20", today: "2026-12-31" };
    expect(tried(jointMeeting, "written", "advance", { ...asked, agreedUnits: ["供电所"] })).toEqual(["all-agreed"]);
    expect(tried(jointMeeting, "written", "advance", { ...asked, agreedUnits: undefined })).toEqual(["all-agreed"]);
    expect(tried(jointMeeting, "written", "advance", { ...asked, agreedUnits: ["水务公司", "供电所"] })).toBe("decide");
    expect(tried(jointMeeting, "written", "overdue", { ...asked, silentUnits: [] })).toEqual(["silent-units"]);
    for (const event of ["advance", "set-deadline"]) {
      const tasks = { taskUnits: ["供电所", "水务公司"] };
      expect(tried(jointMeeting, "minutes", event, { ...tasks, agreedUnits: ["供电所"] })).toEqual(["units-agree"]);
      expect(tried(jointMeeting, "minutes", event, { ...tasks, taskUnits: ["供电所"], agreedUnits: ["供电所"] })).toBe(
        event === "advance" ? "passed" : "execute",
      );
    }
  });

  it("votes on what is weighty, and lets the rest pass only where nobody objects", () => {
    expect(tried(jointMeeting, "meeting", "consensus", { weight: "重大事项" })).toEqual(["weight"]);
    expect(tried(jointMeeting, "meeting", "consensus", { noObjection: false })).toEqual(["no-objection"]);
    expect(tried(jointMeeting, "meeting", "advance", { unitsStated: "有单位要书面回复" })).toEqual(["stated"]);
  });

  it.each([
    ["2026-12-04", "2026-12-07", "meeting"],
    ["2026-12-05", "2026-12-07", ["noticed-before"]],
  ])("sends its letters on %s for %s: %j", (noticeOn, meetingOn, outcome) => {
    expect(tried(jointMeeting, "notice", "advance", { noticeOn, meetingOn })).toEqual(outcome);
  });

  it.each([
    ["decide", "advance", "minutes", undefined],
    ["minutes", "advance", "passed", "passed"],
    ["feedback", "advance", "carried-out", "passed"],
    ["decide", "not-passed", "failed", "failed"],
  ])("says from %s by %s into %s what came of it: %s", (stage, event, to, result) => {
    expect(tried(jointMeeting, stage, event)).toBe(to);
    expect(requireStage(jointMeeting, to).result).toBe(result);
    // What comes of it is an opinion, not a decision.
    expect(requireStage(jointMeeting, to).name).not.toContain("决定");
  });

  it.each([
    ["minutes", "advance", "assign"],
    ["decide", "not-passed", "not-decided"],
  ])("brings its result from %s back to who asked for it: %s → %s", (stage, event, to) => {
    const asking = at(fourTogether, requireStage(fourTogether, "decide"));
    const here = { ...at(jointMeeting, requireStage(jointMeeting, stage)), outer: asking };
    const ended = step(jointMeeting, here, { type: event, facts: opened(jointMeeting, stage, event) }).snapshot;
    expect(comeBack(jointMeeting, ended, fourTogether, {})?.stage.id).toBe(to);
  });

  it("is reconsidered once, on new facts", () => {
    let here = { ...startMethod(jointMeeting), value: "minutes" };
    const again = () => {
      const facts = opened(jointMeeting, "minutes", "reconsider");
      here = step(
        jointMeeting,
        { ...here, value: "minutes" },
        { type: "reconsider", reason: "有新情况", facts },
      ).snapshot;
    };
    again();
    expect(here.value).toBe("meeting");
    expect(refusal(again)).toMatchObject({ word: "gate-not-met", details: { unmet: [{ id: "reconsidered" }] } });
  });

  it("calls law only that units send somebody, public only the three days", () => {
    expect(calledLaw(jointMeeting)).toEqual([]);
    expect(jointMeeting.seats.filter((seat) => seat.source.kind === "law").map((seat) => seat.id)).toEqual([
      "unit-concerned",
    ]);
    expect(calledPublic(jointMeeting).map((each) => each.split(" ")[0])).toEqual([
      "collect/reject",
      "notice",
      "notice/meeting-day",
      "notice/notice-on",
      "notice/noticed-before",
    ]);
  });
});
