import { z } from "zod";
import { isCalendarDay, isClock } from "./day.ts";

/** Days and times as they are typed; apart from the calendar itself, so that pages which print days load no schema. */
export const calendarDaySchema = z.string().refine(isCalendarDay, "要填真实的日期,如 2026-11-25");
export const clockSchema = z.string().refine(isClock, "要填 24 小时制的时间,如 14:30");
