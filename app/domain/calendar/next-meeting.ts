import { addDays, type CalendarDay, weekdayOf } from "./day.ts";
import { isStatutoryHoliday } from "./holidays.ts";

export interface NextMeeting {
  readonly day: CalendarDay;
  /** Days of that weekday passed over because they are holidays; each asks a note that the meeting falls out. */
  readonly skipped: readonly CalendarDay[];
}

export interface NextMeetingOptions {
  /** Whether `from` itself may be the day. Default true. */
  readonly inclusive?: boolean;
  /** Which days to pass over. Default: statutory holidays. */
  readonly skip?: (day: CalendarDay) => boolean;
}

/** The longest arrangement of days off so far has 9 days; more skipped weeks than this is a faulty `skip`. */
const MOST_WEEKS = 60;

/** The next meeting on a weekday (1 Monday … 7 Sunday), and what was passed over for it. `RangeError` where there is none. */
export function nextMeeting(weekday: number, from: CalendarDay, options: NextMeetingOptions = {}): NextMeeting {
  const { inclusive = true, skip = isStatutoryHoliday } = options;
  const start = inclusive ? from : addDays(from, 1);
  const first = addDays(start, (weekday - weekdayOf(start) + 7) % 7);
  const skipped: CalendarDay[] = [];
  for (let week = 0; week < MOST_WEEKS; week += 1) {
    const day = addDays(first, week * 7);
    if (!skip(day)) return { day, skipped };
    skipped.push(day);
  }
  throw new RangeError(`no meeting day within ${MOST_WEEKS} weeks of ${from}`);
}

/** Only the day of `nextMeeting`. */
export function nextMeetingDay(weekday: number, from: CalendarDay, options?: NextMeetingOptions): CalendarDay {
  return nextMeeting(weekday, from, options).day;
}
