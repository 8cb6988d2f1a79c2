import { describe, expect, it } from "vitest";
import type { GateLine } from "#app/domain/method/definition.ts";
import { linesOfMethod } from "#app/domain/method/fact-kind.ts";
import { checkLine, lineHolds } from "#app/domain/method/gate.ts";
import { stageDue } from "#app/domain/method/stage-deadline.ts";
import { startMethod } from "#app/domain/method/step.ts";
import { requireMethod } from "#app/methods/index.ts";

/**
 * 2026, by the State Council's notice: Spring Festival 15–23 February (work on Saturdays 14 and 28), National Day 1–7 October (work on
 * Sunday 20 September and Saturday 10 October). First day not counted, last day off moves on (民法典 201, 203).
 */
const dueOf = (id: string, stage: string, since: string) => {
  const method = requireMethod(id);
  return stageDue(method, { ...startMethod(method, since), value: stage });
};

describe("until when a stage is to be done", () => {
  it.each([
    // 5 working days over National Day: 29, 30, then 8, 9 and the Saturday that is worked.
    ["joint-meeting", "written", "2026-09-28", "2026-10-10"],
    ["joint-meeting", "written", "2026-11-20", "2026-11-27"],
    // Over Spring Festival: 13, the worked Saturday 14, then 24, 25, 26.
    ["joint-meeting", "written", "2026-02-12", "2026-02-26"],
    // Three working days to take an issue on.
    ["one-four-x", "collect", "2026-09-30", "2026-10-10"],
    // Calendar days that end in a holiday move behind it: 1 + 15 = 16 February, a holiday until the 23rd.
    ["roundtable", "timed", "2026-02-01", "2026-02-24"],
    ["roundtable", "timed", "2026-09-20", "2026-10-08"],
    ["roundtable", "timed", "2026-11-25", "2026-12-10"],
  ])("%s · %s, entered %s: %s", (id, stage, since, due) => {
    expect(dueOf(id, stage, since)).toBe(due);
  });

  it("is not said where nobody knows since when, or no period is set", () => {
    const method = requireMethod("roundtable");
    expect(stageDue(method, { ...startMethod(method), value: "timed" })).toBeUndefined();
    expect(dueOf("roundtable", "voice", "2026-11-25")).toBeUndefined();
  });
});

describe("fifteen days on the board", () => {
  const [id, lineId] = ["resident-representatives", "posted-15"];
  const method = requireMethod(id);
  const line = linesOfMethod(method).find((each) => each.id === lineId) as GateLine;
  it.each([
    ["2026-12-01", "2026-12-16", "2026-12-17"],
    ["2026-02-01", "2026-02-24", "2026-02-25"],
    ["2026-09-18", "2026-10-08", "2026-10-09"],
  ])("put up on %s they run until %s 24:00; on %s the gate opens", (postedOn, last, next) => {
    expect(lineHolds(line, { postedOn, today: last })).toBe(false);
    expect(lineHolds(line, { postedOn, today: next })).toBe(true);
    expect(checkLine(method, line, { postedOn, today: last })?.detail).toContain(last);
    expect(lineHolds(line, { postedOn })).toBe(false);
  });
});
