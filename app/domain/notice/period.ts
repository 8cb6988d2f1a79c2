import { addDays, type CalendarDay, daysBetween } from "#app/domain/calendar/day.ts";
import { deadlineAfter } from "#app/domain/calendar/deadline.ts";

/**
 * 公布不少于 15 日:《中华人民共和国城市居民委员会组织法》(2025年修订, in force since 2026-01-01) 第34条, whose (五) names what was agreed in
 * deliberation and how it was carried out.
 */
const NOTICE_DAYS = 15;

/** First and last day of a public notice, and how many days it hangs without its first one. */
export type NoticePeriod = { from: CalendarDay; until: CalendarDay; days: number };

/**
 * How long a notice put up on `from` must hang at least: 15 days or `length`, the first not counted (民法典 201), until 24:00 of the last; one that would end
 * on a day off ends on the next working day (民法典 203). Up on 1 December, so until 16 December.
 */
export function noticePeriod(from: CalendarDay, length: number = NOTICE_DAYS): NoticePeriod {
  const until = deadlineAfter(from, length, "calendar");
  return { from, until, days: daysBetween(from, until) };
}

/** Days on which a notice may be put up, and the one that is meant where nobody chooses. */
export type NoticeDays = { earliest: CalendarDay; latest: CalendarDay; usual: CalendarDay };

/** From the day on which the meeting ended (or is to be) until a year from today; usually today. */
export function noticeDays(ended: CalendarDay, today: CalendarDay): NoticeDays {
  const inAYear = addDays(today, 365);
  if (ended > inAYear) return { earliest: ended, latest: ended, usual: ended };
  return { earliest: ended, latest: inAYear, usual: ended > today ? ended : today };
}

/** Where the length of a posting comes from: 居组法34, 村组法35, 物业管理条例14 for what the owners decide, or our own default. */
export type PostingSource = "residents" | "villagers" | "owners" | "default";
export type PostingRule = { days: number; source: PostingSource };

/** Our own default for what is put up so that people may speak up; no law sets it for deliberations. */
const DEFAULT_DAYS = 7;
/** What was agreed and how it was carried out: 居组法34 (五), 村组法35. */
const STATUTORY: ReadonlySet<string> = new Set(["result-notice", "feedback-notice"]);

/** How long a paper of this genre must hang; `village`: of a villagers' committee, `owners`: on a matter that the owners decide. */
export function postingRule(genre: string, { village, owners }: { village: boolean; owners: boolean }): PostingRule {
  if (STATUTORY.has(genre)) return { days: NOTICE_DAYS, source: village ? "villagers" : "residents" };
  return owners ? { days: NOTICE_DAYS, source: "owners" } : { days: DEFAULT_DAYS, source: "default" };
}
