import type { GenreId, GenreInput } from "#templates/index.ts";
import { attendanceSheet } from "./attendance-sheet.ts";
import type { Chosen } from "./choices.ts";
import type { MeetingFacts } from "./facts.ts";
import type { IssueFacts } from "./issue-facts.ts";
import { minutes } from "./minutes.ts";
import type { PeriodFacts } from "./period-facts.ts";
import { periodSummary } from "./period-summary.ts";
import { problemListOfMeeting, problemListOfPeriod } from "./problem-list.ts";
import { resultNotice } from "./result-notice.ts";

export type SourceFacts = MeetingFacts | IssueFacts | PeriodFacts;

/** How a genre is filled, from each kind of source that it can be made from. */
type Filling<Id extends GenreId> = {
  meeting?(facts: MeetingFacts, chosen: Chosen): GenreInput<Id>;
  issue?(facts: IssueFacts, chosen: Chosen): GenreInput<Id>;
  period?(facts: PeriodFacts, chosen: Chosen): GenreInput<Id>;
};

const FILLINGS: { [Id in GenreId]: Filling<Id> } = {
  "attendance-sheet": { meeting: attendanceSheet },
  minutes: { meeting: minutes },
  "result-notice": { meeting: resultNotice },
  "problem-list": { meeting: problemListOfMeeting, period: problemListOfPeriod },
  "period-summary": { period: periodSummary },
};

/** The genre's input; undefined where it is not made from such a source. */
export function inputOf<Id extends GenreId>(id: Id, facts: SourceFacts, chosen: Chosen): GenreInput<Id> | undefined {
  const filling: Filling<Id> = FILLINGS[id];
  if (facts.kind === "meeting") return filling.meeting?.(facts, chosen);
  return facts.kind === "issue" ? filling.issue?.(facts, chosen) : filling.period?.(facts, chosen);
}
