import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { addDays, daysBetween } from "#app/domain/calendar/day.ts";
import { deadlineAfter } from "#app/domain/calendar/deadline.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import type { Source } from "#app/domain/source.ts";

/** [默认] 征求意见 for seven days, where no law says how long before a meeting its issues are made known: ours, never shown as regulation. */
const USUAL_DAYS = 7;

/** How long opinions on an issue are asked for before its meeting. `source` where a law lays it down, null where it is our default. */
export type CommentRule = { days: number; source: Source | null };

/** What the method's law asks, such as 15 days before owners decide (《物业管理条例》第14条) or 10 before the residents' meeting (居组法第26条). */
export function commentRule({ stages }: Pick<MethodDefinition, "stages">): CommentRule {
  const notice = stages.find(({ kind, deadline }) => kind === "notice" && deadline?.source.kind === "law");
  return notice?.deadline
    ? { days: notice.deadline.days, source: notice.deadline.source }
    : { days: USUAL_DAYS, source: null };
}

/** The rule that asks for the longest; of several issues announced together it is kept for all. */
export const strictest = (rules: readonly CommentRule[]): CommentRule =>
  rules.reduce((a, b) => (b.source !== null && (a.source === null || b.days > a.days) ? b : a), {
    days: USUAL_DAYS,
    source: null,
  });

/** First and last day of 征求意见; `enough`: the meeting is as many days ahead as a law asks. */
export type CommentPeriod = { from: CalendarDay; until: CalendarDay; enough: boolean };

/** Opinions are taken until the period's end (the first day not counted, 民法典 201), but never past the day before the meeting that they are for. */
export function commentPeriod(from: CalendarDay, meetingOn: CalendarDay | "", rule: CommentRule): CommentPeriod {
  const end = deadlineAfter(from, rule.days, "calendar");
  const last = meetingOn > from ? addDays(meetingOn, -1) : meetingOn;
  const until = last !== "" && last >= from && last < end ? last : end;
  const ahead = meetingOn === "" ? 0 : daysBetween(from, meetingOn);
  return { from, until, enough: ahead >= (rule.source === null ? 0 : rule.days) };
}
