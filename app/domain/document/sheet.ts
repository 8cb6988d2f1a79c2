import type { CalendarDay } from "#app/domain/calendar/day.ts";

/** Text stays text, whatever it begins with; `fill` is the cell's colour, as #RRGGBB. */
export type SheetCell =
  | string
  | number
  | null
  | { day: CalendarDay | "" }
  | { moment: Date | null }
  | { text: string; fill: string };

/** 表格: what a spreadsheet says, as plain data. */
export type Sheet = {
  /** On the tab: at most 31 characters. */
  name: string;
  /** `width` in characters of the sheet's font, a Chinese one counts two. */
  columns: { head: string; width: number }[];
  rows: SheetCell[][];
};
