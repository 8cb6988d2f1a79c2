import chineseDays from "chinese-days";
import { addDays, type CalendarDay, weekdayOf } from "./day.ts";

/** Last year whose arrangement of days off (国务院办公厅通知) the calendar package holds. */
export const ARRANGED_THROUGH = 2026;

/** Local noon: chinese-days reads a Date in the machine's zone, and noon is the same day in each. */
function localNoon(day: CalendarDay): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}

/** “Spring Festival,春节,4” for a day of an arrangement, “Saturday” for any other. */
function arrangedName(day: CalendarDay): string | undefined {
  return chineseDays.getDayDetail(localNoon(day)).name.split(",")[1];
}

const isWeekend = (day: CalendarDay) => weekdayOf(day) > 5;

/** Days fixed by law (《全国年节及纪念日放假办法》, 2025-01-01 wording), for years not yet arranged. */
function lawfulHoliday(day: CalendarDay): string | undefined {
  const fixed: Record<string, string> = {
    "01-01": "元旦",
    "05-01": "劳动节",
    "05-02": "劳动节",
    "10-01": "国庆节",
    "10-02": "国庆节",
    "10-03": "国庆节",
  };
  const year = Number(day.slice(0, 4));
  const lunar = (month: string) => chineseDays.getSolarDateFromLunar(`${year}-${month}`).date;
  const newYear = lunar("01-01");
  if (day >= addDays(newYear, -1) && day <= addDays(newYear, 2)) return "春节";
  if (day === chineseDays.getSolarTermDate(year, 4, "pure_brightness")) return "清明节";
  if (day === lunar("05-05")) return "端午节";
  if (day === lunar("08-15")) return "中秋节";
  return fixed[day.slice(5)];
}

const isArranged = (day: CalendarDay) => Number(day.slice(0, 4)) <= ARRANGED_THROUGH;

/** Name of the holiday a day off belongs to (“春节”, “国庆节”), days moved by the yearly arrangement included; else `undefined`. */
export function holidayName(day: CalendarDay): string | undefined {
  if (!isArranged(day)) return lawfulHoliday(day);
  return chineseDays.getDayDetail(localNoon(day)).work ? undefined : arrangedName(day);
}

/** A day off for a statutory holiday. Ordinary weekends are none. */
export function isStatutoryHoliday(day: CalendarDay): boolean {
  return holidayName(day) !== undefined;
}

/** A day on which offices work: weekdays that are no holiday, and weekends worked in exchange. */
export function isWorkingDay(day: CalendarDay): boolean {
  if (!isArranged(day)) return !isWeekend(day) && !isStatutoryHoliday(day);
  return chineseDays.getDayDetail(localNoon(day)).work;
}
