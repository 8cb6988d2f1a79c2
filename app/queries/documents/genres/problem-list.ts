import { dayOf } from "#app/domain/calendar/day.ts";
import type { MeetingFacts } from "#app/queries/documents/facts.ts";
import type { PeriodFacts } from "#app/queries/documents/period-facts.ts";
import { problemRow } from "#app/queries/documents/problems.ts";
import type { GenreInput } from "#templates/index.ts";
import { heading } from "./parts.ts";

/** 问题和对策清单 of the community as it stood on the meeting's day, what was closed on that day included. */
export function problemListOfMeeting(facts: MeetingFacts): GenreInput<"problem-list"> {
  const { community, demonstration, meetingTitle, start, chair } = heading(facts);
  const asOf = dayOf(facts.meeting.closedAt ?? start);
  return {
    ...{ community, demonstration, start, chair, asOf },
    matter: meetingTitle,
    rows: facts.problems.map((problem) => problemRow(problem, asOf)),
  };
}

/** 问题和对策清单 of a month, a quarter or a year: whatever was open in it, as it stood at its end. */
export function problemListOfPeriod({ community, period, asOf, problems }: PeriodFacts): GenreInput<"problem-list"> {
  return {
    community: community.name,
    demonstration: community.demonstration,
    matter: period.name,
    ...{ asOf, from: period.from, until: period.until, chair: "" },
    rows: problems.map((problem) => problemRow(problem, asOf)),
  };
}
