import { expect, it } from "vitest";
import { isCalendarDay } from "#app/domain/calendar/day.ts";
import { periodOf } from "#app/domain/document/period.ts";

it.each(["2026", "2026-Q4", "2026-12", "9998-12", "0001-01"])("%s has a first and a last day", (id) => {
  const period = periodOf(id);
  expect([period?.from, period?.until].map((day) => isCalendarDay(day ?? ""))).toEqual([true, true]);
});

it.each(["9999", "9999-Q4", "9999-12", "0000", "0000-01", "2026-13", "2026-Q5", "2026-1", "26", "2026-11\n"])(
  "%j is none: after the last day that can be written there is nothing, and nothing throws",
  (id) => expect(periodOf(id)).toBeUndefined(),
);
