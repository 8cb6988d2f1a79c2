import { type CalendarDay, clockOf, dayOf, weekdayOf } from "./day.ts";

/** “2026年11月25日”: Arabic numerals, full year, no leading zeros (GB/T 9704). */
export function formatDay(day: CalendarDay): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** “星期三”. */
export function formatWeekday(day: CalendarDay): string {
  return `星期${"一二三四五六日"[weekdayOf(day) - 1]}`;
}

/** “11月25日(星期三)”, where the year is plain. */
export function formatShortDay(day: CalendarDay): string {
  return `${formatDay(day).slice(5)}（${formatWeekday(day)}）`;
}

/** “2026年11月25日(星期三)14:30” in Shanghai. */
export function formatDateTime(date: Date): string {
  const day = dayOf(date);
  return `${formatDay(day)}（${formatWeekday(day)}）${clockOf(date)}`;
}

/** A moment as it is said at `now`: “15:30” today, “11月26日(星期四)15:30” on another day. */
export function formatMoment(date: Date, now: Date): string {
  const day = dayOf(date);
  return day === dayOf(now) ? clockOf(date) : `${formatShortDay(day)}${clockOf(date)}`;
}
