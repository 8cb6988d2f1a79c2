/** Dates as Chinese papers write them: Arabic figures, full year, no leading zeros, in Asia/Shanghai. */

const PARTS = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const WEEKDAY = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", weekday: "long" });

function isDate(at: Date | undefined): at is Date {
  return at !== undefined && !Number.isNaN(at.getTime());
}

function part(at: Date, type: Intl.DateTimeFormatPartTypes): string {
  return PARTS.formatToParts(at).find((piece) => piece.type === type)?.value ?? "";
}

/** "2025-11-19", the calendar day in Shanghai; "" without a date. */
export function calendarDay(at: Date | undefined): string {
  return isDate(at) ? `${part(at, "year")}-${part(at, "month")}-${part(at, "day")}` : "";
}

/** "2025-11-19" → 2025年11月19日; "" when it is not such a day. */
export function chineseDay(day: string | undefined): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "");
  return found === null ? "" : `${found[1]}年${Number(found[2])}月${Number(found[3])}日`;
}

/** 2025年11月19日 */
export function chineseDate(at: Date | undefined): string {
  return chineseDay(calendarDay(at));
}

/** 14:30 */
export function clockTime(at: Date | undefined): string {
  return isDate(at) ? `${part(at, "hour")}:${part(at, "minute")}` : "";
}

/** 2025年11月19日(星期三)14:30—16:05; the end with its own date when it falls on another day. */
export function timeSpan(start: Date | undefined, end?: Date): string {
  if (!isDate(start)) return "";
  const from = `${chineseDate(start)}（${WEEKDAY.format(start)}）${clockTime(start)}`;
  if (!isDate(end)) return from;
  return `${from}—${calendarDay(end) === calendarDay(start) ? "" : chineseDate(end)}${clockTime(end)}`;
}
