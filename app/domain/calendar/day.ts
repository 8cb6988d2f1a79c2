/** A day in Asia/Shanghai as "YYYY-MM-DD". Compares as text. */
export type CalendarDay = string;

/** China has kept UTC+8 without summer time since 1992, hence a fixed offset and no time zone tables. */
const SHANGHAI = 8 * 60 * 60 * 1000;
const ONE_DAY = 24 * 60 * 60 * 1000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** True for real days only: "2026-02-29" is none. */
export function isCalendarDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text;
}

/** True for "00:00" to "23:59". */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}

function midnight(day: CalendarDay): number {
  if (!isCalendarDay(day)) throw new RangeError(`not a calendar day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}

const dayAt = (time: number): CalendarDay => new Date(time).toISOString().slice(0, 10);

/** The day it is in Shanghai at that moment. */
export function dayOf(date: Date): CalendarDay {
  return dayAt(date.getTime() + SHANGHAI);
}

/** The time of day in Shanghai at that moment, "14:30". */
export function clockOf(date: Date): string {
  return new Date(date.getTime() + SHANGHAI).toISOString().slice(11, 16);
}

/** “14:32:10” in Shanghai. */
export function clockWithSecondsOf(date: Date): string {
  return new Date(date.getTime() + SHANGHAI).toISOString().slice(11, 19);
}

/** The moment of a Shanghai day and time: ("2026-11-25", "14:30") → 06:30 UTC. `RangeError` for what is none. */
export function atTime(day: CalendarDay, clock: string): Date {
  if (!isClock(clock)) throw new RangeError(`not a time of day: ${clock}`);
  return new Date(midnight(day) + Date.parse(`1970-01-01T${clock}:00Z`) - SHANGHAI);
}

/** The day `count` days later; negative goes back. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return dayAt(midnight(day) + count * ONE_DAY);
}

/** Whole days from one day to another: 1 for today and tomorrow, negative backwards. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (midnight(to) - midnight(from)) / ONE_DAY;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(midnight(day)).getUTCDay() || 7;
}
