import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { deadlineAfter } from "#app/domain/calendar/deadline.ts";

/** Days within which an objection is answered: our own default, no law sets it for deliberations. */
export const REPLY_DAYS = 5;

/** The day until which an objection received on `day` is to be answered; the first day does not count (民法典 201, 203). */
export const replyDay = (day: CalendarDay): CalendarDay => deadlineAfter(day, REPLY_DAYS, "calendar");
