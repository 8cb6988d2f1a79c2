import { addDays, type CalendarDay } from "#app/domain/calendar/day.ts";
import type { Period } from "./source.ts";

const QUARTERS = ["一", "二", "三", "四"] as const;
/** No year 0, and none whose end has no day after it that could be written: such an address is an odd one, not an error. */
const ID = /^(?!0000|9999)(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/;

/** "2026" → the year, "2026-Q4" → its fourth quarter, "2026-11" → November; undefined when it is none of these. */
export function periodOf(id: string): Period | undefined {
  const [, year = "", quarter, month] = ID.exec(id) ?? [];
  if (year === "") return undefined;
  if (month) return { id, kind: "month", name: `${year}年${Number(month)}月`, ...span(year, Number(month), 1) };
  if (!quarter) return { id, kind: "year", name: `${year}年`, ...span(year, 1, 12) };
  const name = `${year}年第${QUARTERS[Number(quarter) - 1]}季度`;
  return { id, kind: "quarter", name, ...span(year, Number(quarter) * 3 - 2, 3) };
}

/** First and last day of `months` months from `first` on. */
function span(year: string, first: number, months: number): { from: CalendarDay; until: CalendarDay } {
  const dayOne = (month: number) =>
    month > 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(month).padStart(2, "0")}-01`;
  return { from: dayOne(first), until: addDays(dayOne(first + months), -1) };
}
