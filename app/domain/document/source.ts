import type { CalendarDay } from "#app/domain/calendar/day.ts";

/** What papers are made from: 会议 · 议题 · 时段（月、季、年）. */
export const PAPER_SOURCES = ["meeting", "issue", "period"] as const;
export type PaperSource = (typeof PAPER_SOURCES)[number];

/** One meeting, issue or period; `id` of a period is "2026", "2026-Q4" or "2026-11". */
export type SourceRef = { kind: PaperSource; id: string };

/** A month, a quarter or a year with its first and last day; `name` as papers write it: 2026年11月, 2026年第四季度. */
export type Period = {
  id: string;
  name: string;
  kind: "month" | "quarter" | "year";
  from: CalendarDay;
  until: CalendarDay;
};
