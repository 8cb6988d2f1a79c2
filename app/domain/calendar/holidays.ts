import chineseDays from "chinese-days";
import { addDays, type CalendarDay, weekdayOf } from "./day.ts";

/** Last year whose arrangement of days off (国务院办公厅通知) the calendar package holds. */
export const ARRANGED_THROUGH = 2026;

/**
 * The package's line for a day of an arrangement, “Spring Festival,春节,4”, and whether offices work then.
 * Days go in as text: the package reads its own table the same way, so both shift together where the machine stands west of Greenwich.
 * What it says of ordinary days is not used, for there it asks the machine's clock for the weekday.
 */
function arrangedDay(day: CalendarDay): { readonly holiday: string; readonly work: boolean } | undefined {
  const { name, work } = chineseDays.getDayDetail(day);
  const holiday = name.split(",")[1];
  return holiday === undefined ? undefined : { holiday, work };
}

const isWeekend = (day: CalendarDay) => weekdayOf(day) > 5;

const FIXED: Readonly<Record<string, string>> = {
  "01-01": "元旦",
  "05-01": "劳动节",
  "05-02": "劳动节",
  "10-01": "国庆节",
  "10-02": "国庆节",
  "10-03": "国庆节",
};

const LUNAR: Readonly<Record<string, string>> = {
  "1/1": "春节",
  "1/2": "春节",
  "1/3": "春节",
  "5/5": "端午",
  "8/15": "中秋",
};

function lunarHoliday(day: CalendarDay): string | undefined {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  return isLeap ? undefined : LUNAR[`${lunarMon}/${lunarDay}`];
}

/** 清明 of this century by the usual formula; the package's own function asks the machine's zone. */
function isTombSweeping(day: CalendarDay): boolean {
  const year = Number(day.slice(2, 4));
  const date = Math.floor(0.2422 * year + 4.81) - Math.floor(year / 4);
  return day.slice(5) === `04-0${date}`;
}

/**
 * Days fixed by law (《全国年节及纪念日放假办法》 in force 2025-01-01), for years whose arrangement is not out:
 * New Year's Eve to the third of the first lunar month, and one to three days of each other feast.
 */
function lawfulHoliday(day: CalendarDay): string | undefined {
  const newYearsEve = lunarHoliday(addDays(day, 1)) === "春节" ? "春节" : undefined;
  return FIXED[day.slice(5)] ?? lunarHoliday(day) ?? newYearsEve ?? (isTombSweeping(day) ? "清明" : undefined);
}

const isArranged = (day: CalendarDay) => Number(day.slice(0, 4)) <= ARRANGED_THROUGH;

/** Name of the holiday a day off belongs to (“春节”, “国庆节”), days moved by the yearly arrangement included; else `undefined`. */
export function holidayName(day: CalendarDay): string | undefined {
  if (!isArranged(day)) return lawfulHoliday(day);
  const arranged = arrangedDay(day);
  return arranged?.work === false ? arranged.holiday : undefined;
}

/** A day off for a statutory holiday. Ordinary weekends are none. */
export function isStatutoryHoliday(day: CalendarDay): boolean {
  return holidayName(day) !== undefined;
}

/** A day on which offices work: weekdays that are no holiday, and weekends worked in exchange. */
export function isWorkingDay(day: CalendarDay): boolean {
  const arranged = isArranged(day) ? arrangedDay(day) : undefined;
  return arranged?.work ?? (!isWeekend(day) && !isStatutoryHoliday(day));
}
