import { formatDay } from "#app/domain/calendar/chinese-date.ts";
import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import { type DocumentChoices, documentChoices } from "#app/domain/document/choices.ts";
import { DomainError } from "#app/domain/errors.ts";
import { type NoticeDays, noticeDays } from "#app/domain/notice/period.ts";
import { documentText as text } from "#app/text/documents.ts";
import type { SourceFacts } from "./inputs.ts";

/**
 * The choices with what stands for those not made. `issuedOn` is the day of a paper that goes out before the meeting (notice, announcement): the
 * one chosen, or today; empty once the meeting has begun, because nobody may guess on which day such a paper went out.
 */
export type Chosen = Required<DocumentChoices> & { from: CalendarDay; issuedOn: CalendarDay | "" };

/** Days on which a notice made from this may be put up: not before there is anything to tell. */
export function noticeDaysOf(facts: SourceFacts, now: Date): NoticeDays {
  const days = noticeDays(firstDayOf(facts), dayOf(now));
  const today = dayOf(now);
  // Papers that call a meeting go out before it.
  return isToCome(facts) && today < days.earliest ? { ...days, earliest: today } : days;
}

const isToCome = (facts: SourceFacts) =>
  facts.kind === "meeting" && (facts.meeting.state === "planned" || facts.meeting.state === "cancelled");

function firstDayOf(facts: SourceFacts): CalendarDay {
  if (facts.kind === "issue") return facts.issue.firstRaisedOn;
  if (facts.kind === "period") return facts.period.from;
  return dayOf(facts.meeting.closedAt ?? facts.meeting.startsAt);
}

/** The choices with what stands for those not made. Throws invalid-value naming `from` when the notice cannot begin then. */
export function chosen(facts: SourceFacts, choices: DocumentChoices, now: Date): Chosen {
  const { earliest, latest, usual } = noticeDaysOf(facts, now);
  const from = choices.from ?? usual;
  if (from < earliest) refuse(text.noticeTooEarly(formatDay(earliest)));
  if (from > latest) refuse(text.noticeTooLate(formatDay(latest)));
  return { ...documentChoices.parse({}), ...choices, from, issuedOn: choices.from ?? issueDayOf(facts, now) };
}

function issueDayOf(facts: SourceFacts, now: Date): CalendarDay | "" {
  if (facts.kind !== "meeting") return dayOf(now);
  const { state, cancelledAt } = facts.meeting;
  if (state === "cancelled") return dayOf(cancelledAt ?? now);
  return state === "planned" ? dayOf(now) : "";
}

function refuse(message: string): never {
  throw new DomainError("invalid-value", [{ field: "from", message }]);
}
