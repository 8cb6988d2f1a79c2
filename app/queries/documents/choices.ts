import { z } from "zod";
import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import { calendarDaySchema } from "#app/domain/calendar/day-schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import { type NoticeDays, noticeDays } from "#app/domain/notice/period.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { MeetingFacts } from "./facts.ts";

/** What staff choose when they take a paper out, as an address or a form carries it; what is empty is not chosen. */
export const documentChoices = z.object({
  /** The notice's first day; without it today, or the meeting's day while that is to come. */
  from: z.union([z.literal("").transform(() => undefined), calendarDaySchema]).optional(),
  /** "0" leaves personal data in a public paper. */
  masked: z
    .enum(["0", "1"])
    .default("1")
    .transform((flag) => flag === "1"),
  /** 期号 of the minutes. */
  number: z
    .string()
    .default("")
    .transform((raw) => cleanText(raw))
    .pipe(z.string().max(30, text.numberTooLong)),
});

export type DocumentChoices = Partial<z.output<typeof documentChoices>>;
export type Chosen = { from: CalendarDay; masked: boolean; number: string };

/** Days on which the meeting's notice may be put up. */
export const noticeDaysOf = ({ meeting }: Pick<MeetingFacts, "meeting">, now: Date): NoticeDays =>
  noticeDays(dayOf(meeting.closedAt ?? meeting.startsAt), dayOf(now));

/** The choices with what stands for those not made. Throws invalid-value naming `from` when the notice cannot begin then. */
export function chosen(facts: Pick<MeetingFacts, "meeting">, choices: DocumentChoices, now: Date): Chosen {
  const { earliest, latest, usual } = noticeDaysOf(facts, now);
  const { from = usual, masked = true, number = "" } = choices;
  if (from < earliest) refuse(text.noticeTooEarly(formatDay(earliest)));
  if (from > latest) refuse(text.noticeTooLate(formatDay(latest)));
  return { from, masked, number };
}

function refuse(message: string): never {
  throw new DomainError("invalid-value", [{ field: "from", message }]);
}
