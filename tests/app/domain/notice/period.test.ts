import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#app/domain/calendar/day.ts";
import { isWorkingDay } from "#app/domain/calendar/holidays.ts";
import { noticeDays, noticePeriod } from "#app/domain/notice/period.ts";

describe("the period of a public notice", () => {
  it.each([
    ["2026-12-01", "2026-12-16", "the first day does not count"],
    ["2026-11-20", "2026-12-07", "5 December 2026 is a Saturday"],
    ["2026-09-17", "2026-10-08", "2 October lies in the week of the National Day"],
    ["2026-09-25", "2026-10-10", "10 October 2026 is a Saturday worked in exchange"],
  ])("put up on %s hangs until %s: %s", (from, until) => {
    expect(noticePeriod(from)).toEqual({ from, until, days: daysBetween(from, until) });
  });

  it("is never shorter than 15 days and never ends on a day off", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
        const { from, until } = noticePeriod(addDays("2026-01-01", days));
        expect(daysBetween(from, until)).toBeGreaterThanOrEqual(15);
        expect(isWorkingDay(until)).toBe(true);
      }),
    );
  });

  it.each([
    ["yesterday", "2026-11-25", { earliest: "2026-11-25", latest: "2027-11-26", usual: "2026-11-26" }],
    ["to be next week", "2026-12-02", { earliest: "2026-12-02", latest: "2027-11-26", usual: "2026-12-02" }],
    ["to be in years", "2030-01-02", { earliest: "2030-01-02", latest: "2030-01-02", usual: "2030-01-02" }],
  ])("begins between the meeting's end and a year from today, for a meeting %s", (_when, ended, days) => {
    expect(noticeDays(ended, "2026-11-26")).toEqual(days);
  });
});
