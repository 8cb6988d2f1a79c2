import { addDays, type CalendarDay, weekdayOf } from "./day.ts";
import { holidayName, isWorkingDay } from "./holidays.ts";

/** A regular day that is a statutory holiday: passed over for the next regular one, held all the same, or moved behind the holiday. */
export const ON_HOLIDAY = ["skip", "keep", "next-working-day"] as const;
export type OnHoliday = (typeof ON_HOLIDAY)[number];

/** A day that every month has. */
export const LAST_DAY = 28;
/** The nth weekday that every month has. */
export const LAST_NTH = 4;

type Regular =
  /** ISO weekday, 1 Monday … 7 Sunday. */
  | { readonly every: "week"; readonly weekday: number }
  | { readonly every: "month"; readonly day: number }
  | { readonly every: "month-weekday"; readonly nth: number; readonly weekday: number }
  /** `month`: 1, 2 or 3, the first, middle or last month of each quarter. */
  | { readonly every: "quarter"; readonly month: number; readonly day: number };

export type RegularSchedule = Regular & { readonly onHoliday: OnHoliday };
/** When a body meets: on regular days, or whenever it is called. */
export type Schedule = RegularSchedule | { readonly every: "none" };

/** A regular day on which there is no meeting, and the holiday that it falls on. */
export interface PassedOver {
  readonly day: CalendarDay;
  readonly holiday: string;
}

export interface NextMeeting {
  readonly day: CalendarDay;
  readonly skipped: readonly PassedOver[];
}

export interface NextMeetingOptions {
  /** Whether `from` itself may be the day. Default true. */
  readonly inclusive?: boolean;
  /** The holiday that a day is off for. Default: statutory holidays. */
  readonly holiday?: (day: CalendarDay) => string | undefined;
}

/** The longest arrangement of days off so far has 9 days; more regular days passed over than this is a faulty `holiday`. */
const MOST_PASSED = 60;

/**
 * The first day from `from` on which a body meets by its schedule, with the regular days that holidays take away before it; null where it
 * meets whenever it is called. In years whose days off are not arranged yet, those fixed by law count. `RangeError` where there is no day.
 */
export function nextMeetingDays(
  schedule: RegularSchedule,
  from: CalendarDay,
  options?: NextMeetingOptions,
): NextMeeting;
export function nextMeetingDays(
  schedule: Schedule,
  from: CalendarDay,
  options?: NextMeetingOptions,
): NextMeeting | null;
export function nextMeetingDays(
  schedule: Schedule,
  from: CalendarDay,
  options: NextMeetingOptions = {},
): NextMeeting | null {
  if (schedule.every === "none") return null;
  const { inclusive = true, holiday = holidayName } = options;
  const earliest = inclusive ? from : addDays(from, 1);
  const skipped: PassedOver[] = [];
  // A regular day before `from` may have been moved behind its holiday, to a day from `from` on.
  for (const day of regularDays(schedule, addDays(earliest, -LONGEST_MOVE))) {
    const off = schedule.onHoliday === "keep" ? undefined : holiday(day);
    const held = off && schedule.onHoliday === "next-working-day" ? workingDayAfter(day, holiday) : day;
    if (held < earliest) continue;
    if (off) skipped.push({ day, holiday: off });
    if (!off || held !== day) return { day: held, skipped };
    if (skipped.length >= MOST_PASSED) break;
  }
  throw new RangeError(`no meeting day after ${from}`);
}

/** Longer than any holiday. */
const LONGEST_MOVE = 20;

function workingDayAfter(day: CalendarDay, holiday: (day: CalendarDay) => string | undefined): CalendarDay {
  for (let later = 1; later <= LONGEST_MOVE; later += 1) {
    const candidate = addDays(day, later);
    if (!holiday(candidate) && isWorkingDay(candidate)) return candidate;
  }
  throw new RangeError(`no working day within ${LONGEST_MOVE} days of ${day}`);
}

/** The schedule's days from `from` on, holidays or not, without end. */
function* regularDays(schedule: Regular, from: CalendarDay): Generator<CalendarDay> {
  if (schedule.every === "week") {
    for (let day = weekdayFrom(from, schedule.weekday); ; day = addDays(day, 7)) yield day;
  }
  for (let month = firstOf(from); ; month = firstOf(addDays(month, 31))) {
    const day = dayInMonth(schedule, month);
    if (day !== null && day >= from) yield day;
  }
}

const firstOf = (day: CalendarDay): CalendarDay => `${day.slice(0, 7)}-01`;

const weekdayFrom = (day: CalendarDay, weekday: number): CalendarDay =>
  addDays(day, (weekday - weekdayOf(day) + 7) % 7);

/** The schedule's day in the month that begins on `first`; null in a quarter's other months. */
function dayInMonth(schedule: Exclude<Regular, { every: "week" }>, first: CalendarDay): CalendarDay | null {
  switch (schedule.every) {
    case "month":
      return addDays(first, schedule.day - 1);
    case "month-weekday":
      return addDays(weekdayFrom(first, schedule.weekday), (schedule.nth - 1) * 7);
    case "quarter": {
      const place = ((Number(first.slice(5, 7)) - 1) % 3) + 1;
      return place === schedule.month ? addDays(first, schedule.day - 1) : null;
    }
  }
}
