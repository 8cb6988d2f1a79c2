import { addDays, atTime, type CalendarDay, dayOf, daysBetween } from "#app/domain/calendar/day.ts";
import { isStatutoryHoliday } from "#app/domain/calendar/holidays.ts";

/** 15 日以前通知全体业主 (《物业管理条例》第14条). */
export const NOTICE_DAYS = 15;

export interface NoticeDays {
  readonly noticed: CalendarDay;
  /** First day on which voting may open. */
  readonly earliest: CalendarDay;
  /** One day more, and no statutory holiday: nobody can quarrel about the count, and people are at home to be asked. */
  readonly suggested: CalendarDay;
}

/**
 * When voting may open after a notice posted at that moment. Days are Shanghai's; the day of the notice does not count (民法典 201). The period
 * runs backwards from the vote and so is not prolonged by a holiday at its end (民法典 203 speaks of periods in which something must be done).
 */
export function noticeDaysOf(noticedAt: Date): NoticeDays {
  const noticed = dayOf(noticedAt);
  const earliest = addDays(noticed, NOTICE_DAYS);
  let suggested = addDays(earliest, 1);
  while (isStatutoryHoliday(suggested)) suggested = addDays(suggested, 1);
  return { noticed, earliest, suggested };
}

/** Whether voting may open at that moment, by the notice alone. */
export function mayOpen(noticedAt: Date, at: Date): boolean {
  return daysBetween(dayOf(noticedAt), dayOf(at)) >= NOTICE_DAYS;
}

/** First moment of the first day on which voting may open. */
export const earliestOpening = (noticedAt: Date): Date => atTime(noticeDaysOf(noticedAt).earliest, "00:00");
