import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDateTime, formatDay, formatShortDay, formatWeekday } from "#app/domain/calendar/chinese-date.ts";
import {
  addDays,
  atTime,
  clockOf,
  dayOf,
  daysBetween,
  isCalendarDay,
  isClock,
  weekdayOf,
} from "#app/domain/calendar/day.ts";
import { calendarDaySchema, clockSchema } from "#app/domain/calendar/day-schema.ts";

describe("calendar days of Shanghai", () => {
  it.each([
    ["2026-11-24T15:59:59.999Z", "2026-11-24", "23:59"],
    ["2026-11-24T16:00:00.000Z", "2026-11-25", "00:00"],
    ["2025-12-31T16:00:00.000Z", "2026-01-01", "00:00"],
    ["2026-11-25T06:30:00.000Z", "2026-11-25", "14:30"],
  ])("%s is %s %s", (moment, day, clock) => {
    const date = new Date(moment);
    expect([dayOf(date), clockOf(date)]).toEqual([day, clock]);
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-11-25T00:00", "", "二〇二六", "2026-11-31"])(
    "%j is no day",
    (text) => {
      expect(isCalendarDay(text)).toBe(false);
      expect(calendarDaySchema.safeParse(text).success).toBe(false);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );

  it.each(["24:00", "9:30", "12:60", "", "12:00:00"])("%j is no time of day", (text) => {
    expect([isClock(text), clockSchema.safeParse(text).success]).toEqual([false, false]);
    expect(() => atTime("2026-11-25", text)).toThrow(RangeError);
  });

  it("goes to a moment and back, adds and measures, over leap days and year ends", () => {
    const day = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), fc.nat(23), fc.nat(59), (from, count, hour, minute) => {
        const clock = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
        const moment = atTime(from, clock);
        expect([dayOf(moment), clockOf(moment)]).toEqual([from, clock]);
        expect(daysBetween(from, addDays(from, count))).toBe(count);
        expect(Math.abs(weekdayOf(addDays(from, count)) - weekdayOf(from) - count) % 7).toBe(0);
      }),
    );
  });

  it("writes days as official papers do", () => {
    expect(formatDay("2026-03-04")).toBe("2026年3月4日");
    expect(formatShortDay("2026-11-25")).toBe("11月25日（星期三）");
    expect(formatDateTime(new Date("2026-11-25T06:30:00Z"))).toBe("2026年11月25日（星期三）14:30");
    const week = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"];
    expect(week.map((day) => formatWeekday(day).at(-1)).join("")).toBe("一二三四五六日");
  });
});
