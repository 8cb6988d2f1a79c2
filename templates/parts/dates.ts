import { formatDay, formatWeekday } from "#app/domain/calendar/chinese-date.ts";
import { clockOf, dayOf, isCalendarDay } from "#app/domain/calendar/day.ts";

/** Dates as papers write them, in Asia/Shanghai. What is not there, or is no date, is left blank for a pen. */

/** "2025-11-19"; "" without a date. */
export function calendarDay(at: Date | undefined): string {
  return isDate(at) ? dayOf(at) : "";
}

/** "2025-11-19" → 2025年11月19日; "" when it is no such day. */
export function chineseDay(day: string | undefined): string {
  return day !== undefined && isCalendarDay(day) ? formatDay(day) : "";
}

/** 2025年11月19日 */
export function chineseDate(at: Date | undefined): string {
  return chineseDay(calendarDay(at));
}

/** 14:30 */
export function clockTime(at: Date | undefined): string {
  return isDate(at) ? clockOf(at) : "";
}

/** 2025年11月19日(星期三)14:30—16:05; the end with its own date when it falls on another day. */
export function timeSpan(start: Date | undefined, end?: Date): string {
  if (!isDate(start)) return "";
  const from = `${chineseDate(start)}（${formatWeekday(dayOf(start))}）${clockTime(start)}`;
  if (!isDate(end)) return from;
  return `${from}—${calendarDay(end) === calendarDay(start) ? "" : chineseDate(end)}${clockTime(end)}`;
}

function isDate(at: Date | undefined): at is Date {
  return at !== undefined && !Number.isNaN(at.getTime());
}
