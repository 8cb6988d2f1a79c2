import { addDays, type CalendarDay } from "./day.ts";
import { isWorkingDay } from "./holidays.ts";

/** The day itself, or the next on which offices work (民法典 203: a period that would end on a day off ends on the next working day). */
function nextWorkingDay(day: CalendarDay): CalendarDay {
  let candidate = day;
  while (!isWorkingDay(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

function afterWorkingDays(from: CalendarDay, count: number): CalendarDay {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return nextWorkingDay(day);
}

/**
 * Last day of a period of `count` days that begins on `from`, until 24:00. The first day does not count (民法典 201),
 * a last day off moves to the next working day (203).
 */
export function deadlineAfter(from: CalendarDay, count: number, kind: "calendar" | "working"): CalendarDay {
  return kind === "working" ? afterWorkingDays(from, count) : nextWorkingDay(addDays(from, count));
}
