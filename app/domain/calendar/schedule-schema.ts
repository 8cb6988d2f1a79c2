import { z } from "zod";
import type { MethodCalendar } from "#app/domain/method/definition.ts";
import { LAST_DAY, LAST_NTH, ON_HOLIDAY, type Schedule } from "./schedule.ts";

const onHoliday = z.enum(ON_HOLIDAY);
const whole = (least: number, most: number, sentence: string) =>
  z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence);
const weekday = whole(1, 7, "请选择星期几");
const day = whole(1, LAST_DAY, `要填 1 到 ${LAST_DAY} 日，每个月都有的日子`);
const nth = whole(1, LAST_NTH, "请选择第几个");
const month = whole(1, 3, "请选择季度的第几个月");

/** A schedule as it is typed into a form (figures may come as text) or stored. What its kind does not need is dropped. */
export const scheduleSchema: z.ZodType<Schedule, unknown> = z.discriminatedUnion(
  "every",
  [
    z.object({ every: z.literal("week"), weekday, onHoliday }),
    z.object({ every: z.literal("month"), day, onHoliday }),
    z.object({ every: z.literal("month-weekday"), nth, weekday, onHoliday }),
    z.object({ every: z.literal("quarter"), month, day, onHoliday }),
    z.object({ every: z.literal("none") }),
  ],
  "请选择多久开一次",
);

/** A method says “once a quarter” and no more; the middle of its first month is our default. */
const OF_QUARTER = { month: 1, day: 15 };

/**
 * The schedule proposed for a body that meets by a method. What happens on holidays is our default: a week passes over its day, a month
 * keeps its day (小区议事日: more residents are at home), everything else moves behind the holiday.
 */
export function proposedSchedule(calendar: MethodCalendar | undefined): Schedule {
  if (!calendar) return { every: "none" };
  if (calendar.every === "week") return { ...calendar, onHoliday: "skip" };
  if (calendar.every === "month") return { ...calendar, onHoliday: "keep" };
  if (calendar.every === "quarter") return { ...OF_QUARTER, ...calendar, onHoliday: "next-working-day" };
  return { ...calendar, onHoliday: "next-working-day" };
}
