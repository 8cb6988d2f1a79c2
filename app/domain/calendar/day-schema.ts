import { z } from "zod";
import { isCalendarDay, isClock } from "./day.ts";

/** A real day of our centuries: on a slip like year 9999 the calendar's own arithmetic would run out of days. */
export function isLikelyDay(text: string): boolean {
  return isCalendarDay(text) && text >= "1900-01-01" && text <= "2199-12-31";
}

/** Days and times as they are typed; apart from the calendar itself, so that pages which print days load no schema. */
export const calendarDaySchema = z.string().refine(isLikelyDay, "要填真实的日期，如 2026-11-25");
export const clockSchema = z.string().refine(isClock, "要填 24 小时制的时间，如 14:30");
