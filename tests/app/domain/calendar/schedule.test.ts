import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, weekdayOf } from "#app/domain/calendar/day.ts";
import { isStatutoryHoliday, isWorkingDay } from "#app/domain/calendar/holidays.ts";
import { nextMeetingDays, ON_HOLIDAY, type RegularSchedule, type Schedule } from "#app/domain/calendar/schedule.ts";
import { proposedSchedule, scheduleSchema } from "#app/domain/calendar/schedule-schema.ts";

const WEDNESDAYS = { every: "week", weekday: 3, onHoliday: "skip" } as const;
const TENTH = { every: "month", day: 10, onHoliday: "keep" } as const;
const FIRST_FRIDAY = { every: "month-weekday", nth: 1, weekday: 5, onHoliday: "next-working-day" } as const;
const QUARTER = { every: "quarter", month: 1, day: 15, onHoliday: "next-working-day" } as const;

/** The skipped days with what is said of them, “2026-02-18春节”. */
function next(schedule: RegularSchedule, from: string, inclusive = true): [string, string[]] {
  const { day, skipped } = nextMeetingDays(schedule, from, { inclusive });
  return [day, skipped.map((each) => each.day + each.holiday)];
}

describe("every Wednesday", () => {
  it.each<[from: string, day: string, skipped: string[]]>([
    ["2026-11-23", "2026-11-25", []],
    ["2026-11-25", "2026-11-25", []],
    ["2026-11-26", "2026-12-02", []],
    ["2026-12-28", "2026-12-30", []],
    ["2025-12-26", "2025-12-31", []],
    // Spring Festival: 15 to 23 February 2026 off.
    ["2026-02-12", "2026-02-25", ["2026-02-18春节"]],
    ["2026-02-18", "2026-02-25", ["2026-02-18春节"]],
    ["2026-10-01", "2026-10-14", ["2026-10-07国庆节"]],
    ["2025-09-30", "2025-10-15", ["2025-10-01国庆节", "2025-10-08国庆节"]],
    // Arranged by nobody yet: 中秋 2027 is Wednesday 15 September by law.
    ["2027-09-13", "2027-09-22", ["2027-09-15中秋"]],
    ["2031-10-01", "2031-10-08", ["2031-10-01国庆节"]],
  ])("from %s is %s, past %j", (from, day, skipped) => {
    expect(next(WEDNESDAYS, from)).toEqual([day, skipped]);
  });

  it.each([
    ["skip", "2026-02-25", ["2026-02-18春节"]],
    ["keep", "2026-02-18", []],
    ["next-working-day", "2026-02-24", ["2026-02-18春节"]],
  ] as const)("in the week of Spring Festival, %s: %s", (onHoliday, day, skipped) => {
    expect(next({ ...WEDNESDAYS, onHoliday }, "2026-02-16")).toEqual([day, skipped]);
  });

  it("can begin after the day itself", () => {
    expect(next(WEDNESDAYS, "2026-11-25", false)).toEqual(["2026-12-02", []]);
  });
});

describe("the 10th of every month", () => {
  it.each<[from: string, day: string]>([
    ["2026-01-05", "2026-01-10"], // Saturday: people are at home
    ["2026-05-01", "2026-05-10"], // Sunday
    ["2026-10-01", "2026-10-10"], // Saturday worked in exchange
    ["2026-11-11", "2026-12-10"],
    ["2026-12-11", "2027-01-10"],
    ["2024-02-09", "2024-02-10"], // the first day of Spring Festival is kept like any other
  ])("from %s is %s", (from, day) => {
    expect(next(TENTH, from)).toEqual([day, []]);
  });

  it.each([
    ["skip", "2024-03-10", ["2024-02-10春节"]],
    ["next-working-day", "2024-02-18", ["2024-02-10春节"]], // a Sunday worked in exchange
  ] as const)("on the first day of Spring Festival, %s: %s", (onHoliday, day, skipped) => {
    expect(next({ ...TENTH, onHoliday }, "2024-02-01")).toEqual([day, skipped]);
  });
});

describe("the first Friday of every month", () => {
  it.each<[from: string, day: string, skipped: string[]]>([
    ["2026-02-01", "2026-02-06", []], // Spring Festival begins on the 15th
    ["2026-02-07", "2026-03-06", []],
    ["2026-05-01", "2026-05-06", ["2026-05-01劳动节"]],
    ["2026-10-01", "2026-10-08", ["2026-10-02国庆节"]],
    // The moved day is still to come though its regular day is past.
    ["2026-10-05", "2026-10-08", ["2026-10-02国庆节"]],
    ["2026-10-09", "2026-11-06", []],
    ["2026-08-08", "2026-09-04", []],
    ["2027-01-01", "2027-01-04", ["2027-01-01元旦"]],
  ])("from %s is %s, past %j", (from, day, skipped) => {
    expect(next(FIRST_FRIDAY, from)).toEqual([day, skipped]);
  });

  it.each([
    ["skip", "2026-11-06", ["2026-10-02国庆节"]],
    ["keep", "2026-10-02", []],
  ] as const)("at National Day, %s: %s", (onHoliday, day, skipped) => {
    expect(next({ ...FIRST_FRIDAY, onHoliday }, "2026-09-30")).toEqual([day, skipped]);
  });

  it("finds the second, third and fourth as well", () => {
    const days = [1, 2, 3, 4].map((nth) => next({ ...FIRST_FRIDAY, nth }, "2026-11-01")[0]);
    expect(days).toEqual(["2026-11-06", "2026-11-13", "2026-11-20", "2026-11-27"]);
  });
});

describe("every quarter", () => {
  it.each<[month: number, from: string, day: string]>([
    [1, "2026-01-01", "2026-01-15"],
    [1, "2026-01-16", "2026-04-15"],
    [2, "2026-01-16", "2026-02-24"], // behind Spring Festival
    [3, "2026-10-16", "2026-12-15"],
    [3, "2026-12-16", "2027-03-15"],
  ])("in its month %i, from %s: %s", (month, from, day) => {
    expect(next({ ...QUARTER, month }, from)[0]).toBe(day);
  });
});

it("has no days of its own where the body meets whenever it is called", () => {
  expect(nextMeetingDays({ every: "none" }, "2026-11-23")).toBeNull();
});

it("gives up where every day is a holiday", () => {
  const holiday = () => "长假";
  for (const onHoliday of ["skip", "next-working-day"] as const)
    expect(() => nextMeetingDays({ ...WEDNESDAYS, onHoliday }, "2026-11-25", { holiday })).toThrow(RangeError);
  expect(nextMeetingDays({ ...WEDNESDAYS, onHoliday: "keep" }, "2026-11-25", { holiday }).day).toBe("2026-11-25");
});

const onHoliday = fc.constantFrom(...ON_HOLIDAY);
const weekday = fc.integer({ min: 1, max: 7 });
const day = fc.integer({ min: 1, max: 28 });
const schedules: fc.Arbitrary<RegularSchedule> = fc.oneof(
  fc.record({ every: fc.constant("week" as const), weekday, onHoliday }),
  fc.record({ every: fc.constant("month" as const), day, onHoliday }),
  fc.record({ every: fc.constant("month-weekday" as const), nth: fc.integer({ min: 1, max: 4 }), weekday, onHoliday }),
  fc.record({ every: fc.constant("quarter" as const), month: fc.integer({ min: 1, max: 3 }), day, onHoliday }),
);
const days = fc.integer({ min: 0, max: 2500 }).map((count) => addDays("2024-01-01", count));

describe("whatever the schedule", () => {
  it("is never before the asked day, never on a holiday unless kept, and the same until it is reached", () => {
    fc.assert(
      fc.property(schedules, days, (schedule, from) => {
        const found = nextMeetingDays(schedule, from);
        expect(found.day >= from).toBe(true);
        if (schedule.onHoliday !== "keep") expect(isStatutoryHoliday(found.day)).toBe(false);
        if (schedule.onHoliday === "next-working-day" && found.skipped.length > 0)
          expect(isWorkingDay(found.day)).toBe(true);
        if ("weekday" in schedule && (schedule.onHoliday !== "next-working-day" || found.skipped.length === 0))
          expect(weekdayOf(found.day)).toBe(schedule.weekday);
        expect(nextMeetingDays(schedule, found.day).day).toBe(found.day);
        expect(nextMeetingDays(schedule, addDays(found.day, 1)).day > found.day).toBe(true);
      }),
    );
  });
});

describe("a schedule as it is typed", () => {
  it.each<[Record<string, unknown>, Schedule]>([
    [{ every: "week", weekday: "3", onHoliday: "skip", day: "10" }, WEDNESDAYS],
    [{ every: "month", day: "10", weekday: "3", onHoliday: "keep" }, TENTH],
    [{ every: "month-weekday", nth: "1", weekday: "5", day: "", onHoliday: "next-working-day" }, FIRST_FRIDAY],
    [{ every: "quarter", month: 1, day: 15, onHoliday: "next-working-day" }, QUARTER],
    [{ every: "none", day: "99", onHoliday: "?" }, { every: "none" }],
  ])("%j", (typed, schedule) => {
    expect(scheduleSchema.parse(typed)).toEqual(schedule);
  });

  it.each<[Record<string, unknown>, field: string]>([
    [{}, "every"],
    [{ every: "day" }, "every"],
    [{ every: "week", onHoliday: "skip" }, "weekday"],
    [{ every: "week", weekday: "8", onHoliday: "skip" }, "weekday"],
    [{ every: "week", weekday: "3", onHoliday: "" }, "onHoliday"],
    [{ every: "month", day: "31", onHoliday: "keep" }, "day"],
    [{ every: "month", day: "1.5", onHoliday: "keep" }, "day"],
    [{ every: "month", day: "<script>", onHoliday: "keep" }, "day"],
    [{ every: "month-weekday", nth: "5", weekday: "5", onHoliday: "keep" }, "nth"],
    [{ every: "quarter", month: "4", day: "1", onHoliday: "keep" }, "month"],
  ])("%j names %s", (typed, field) => {
    const { error } = scheduleSchema.safeParse(typed);
    expect(error?.issues.map((issue) => issue.path.join())).toEqual([field]);
  });

  it("is proposed from a method's calendar", () => {
    expect(proposedSchedule({ every: "week", weekday: 3 })).toEqual(WEDNESDAYS);
    expect(proposedSchedule({ every: "month", day: 10 })).toEqual(TENTH);
    expect(proposedSchedule({ every: "month-weekday", nth: 1, weekday: 5 })).toEqual(FIRST_FRIDAY);
    expect(proposedSchedule({ every: "quarter" })).toEqual(QUARTER);
    expect(proposedSchedule(undefined)).toEqual({ every: "none" });
  });
});
