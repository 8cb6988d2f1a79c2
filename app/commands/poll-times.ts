import { z } from "zod";
import { atTime, dayOf, isClock } from "#app/domain/calendar/day.ts";
import { isLikelyDay } from "#app/domain/calendar/day-schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import { timetableText } from "#app/text/timetable.ts";
import type { Poll } from "#db/stores/poll.ts";

const { refusals: text } = timetableText;

/** “2026-11-25T15:30” as a form's field for date and time gives it: in Shanghai. A program says its zone. */
const local = z.string().transform((typed, context) => {
  const [day = "", clock = ""] = typed.split("T");
  if (isLikelyDay(day) && isClock(clock)) return atTime(day, clock);
  context.addIssue({ code: "custom", message: text.moment });
  return z.NEVER;
});

/** A moment: a Date, ISO 8601 with its zone, or date and time of day in Shanghai. */
export const momentField = z
  .union([z.date(), z.iso.datetime({ offset: true }).transform((word) => new Date(word)), local], {
    error: text.moment,
  })
  .refine((moment) => isLikelyDay(dayOf(moment)), text.moment);

const blankIsNone = <Field extends z.ZodType>(field: Field) =>
  z
    .preprocess((raw) => (raw === "" || raw === null ? undefined : raw), field.optional())
    .transform((value) => value ?? null);

/** When a poll opens and ends. */
export const timeFields = {
  /** It opens by itself then. */
  opensAt: blankIsNone(momentField),
  /** Its length from its opening on, whenever that is. Without it, and without `endsAt`, the poll stays open until it is closed. */
  minutes: blankIsNone(
    z.coerce.number({ error: text.minutes }).int(text.minutes).min(1, text.minutes).max(240, text.minutes),
  ),
  /** Its end as a moment, for a vote over days. */
  endsAt: blankIsNone(momentField),
  /** It is closed and counted at its end by itself. */
  closesItself: z
    .union([z.boolean(), z.enum(["yes", "no", ""]).transform((word) => word === "yes")])
    .nullish()
    .transform((yes) => yes === true),
};

export type Times = Pick<Poll, "opensAt" | "minutes" | "endsAt" | "closesItself">;

/** The times, where they fit together. Throws invalid-value with the field. */
export function timesOf(
  { opensAt, minutes, endsAt, closesItself, mode }: Times & { mode: PollMode },
  now: Date,
): Times {
  if (opensAt && opensAt <= now) refuse("opensAt", text.opensInPast);
  if (endsAt && minutes !== null) refuse("endsAt", text.eitherEnd);
  if (endsAt && endsAt <= (opensAt ?? now)) refuse("endsAt", text.endsBefore);
  if (closesItself && minutes === null && !endsAt) refuse("closesItself", text.noEnd);
  if (closesItself && !takesPhones({ mode })) refuse("closesItself", text.counted);
  return { opensAt, minutes, endsAt, closesItself };
}

/** The times for the journal; what is not set is left out. */
export function toldTimes({ opensAt, minutes, endsAt, closesItself }: Times) {
  return {
    ...(opensAt && { opensAt }),
    ...(minutes !== null && { minutes }),
    ...(endsAt && { endsAt }),
    ...(closesItself && { closesItself }),
  };
}

export function refuse(field: string, message: string): never {
  throw new DomainError("invalid-value", [{ field, message }]);
}
