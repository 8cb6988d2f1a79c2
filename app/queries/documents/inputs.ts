import { admissionSlip } from "#app/queries/documents/genres/admission-slip.ts";
import { agenda } from "#app/queries/documents/genres/agenda.ts";
import { issueAssignment, meetingAssignment } from "#app/queries/documents/genres/assignment.ts";
import { attendanceSheet } from "#app/queries/documents/genres/attendance-sheet.ts";
import { ballotPaper } from "#app/queries/documents/genres/ballot-paper.ts";
import { issueFeedback, meetingFeedback } from "#app/queries/documents/genres/feedback-notice.ts";
import { meetingAnnouncement, singleAnnouncement } from "#app/queries/documents/genres/issue-announcement.ts";
import { meetingNotice } from "#app/queries/documents/genres/meeting-notice.ts";
import { minutes } from "#app/queries/documents/genres/minutes.ts";
import { objectionRegister } from "#app/queries/documents/genres/objection-register.ts";
import { issuePatrolRecord, meetingPatrolRecord } from "#app/queries/documents/genres/patrol-record.ts";
import { periodSummary } from "#app/queries/documents/genres/period-summary.ts";
import { problemListOfMeeting, problemListOfPeriod } from "#app/queries/documents/genres/problem-list.ts";
import { proxyLetter } from "#app/queries/documents/genres/proxy-letter.ts";
import { record } from "#app/queries/documents/genres/record.ts";
import { resultNotice } from "#app/queries/documents/genres/result-notice.ts";
import { reviewOpinion } from "#app/queries/documents/genres/review-opinion.ts";
import { issueSatisfaction, meetingSatisfaction } from "#app/queries/documents/genres/satisfaction-form.ts";
import { stageRegister } from "#app/queries/documents/genres/stage-register.ts";
import { tallyReport } from "#app/queries/documents/genres/tally-report.ts";
import type { GenreId, GenreInput } from "#templates/index.ts";
import type { Chosen } from "./choices.ts";
import type { MeetingFacts } from "./facts.ts";
import type { IssueFacts } from "./issue-facts.ts";
import type { PeriodFacts } from "./period-facts.ts";

export type SourceFacts = MeetingFacts | IssueFacts | PeriodFacts;

/** How a genre is filled, from each kind of source that it can be made from. */
type Filling<Id extends GenreId> = {
  /** Undefined where this meeting has no such paper. */
  meeting?(facts: MeetingFacts, chosen: Chosen): GenreInput<Id> | undefined;
  /** Undefined where such a paper has no place in the methods that the issue goes by. */
  issue?(facts: IssueFacts, chosen: Chosen): GenreInput<Id> | undefined;
  period?(facts: PeriodFacts, chosen: Chosen): GenreInput<Id>;
};

const FILLINGS: { [Id in GenreId]: Filling<Id> } = {
  "meeting-notice": { meeting: meetingNotice },
  "issue-announcement": { meeting: meetingAnnouncement, issue: singleAnnouncement },
  agenda: { meeting: agenda },
  "attendance-sheet": { meeting: attendanceSheet },
  "proxy-letter": { meeting: proxyLetter },
  "ballot-paper": { meeting: ballotPaper },
  "tally-report": { meeting: tallyReport },
  record: { meeting: record },
  minutes: { meeting: minutes },
  "result-notice": { meeting: resultNotice },
  assignment: { meeting: meetingAssignment, issue: issueAssignment },
  "patrol-record": { meeting: meetingPatrolRecord, issue: issuePatrolRecord },
  "feedback-notice": { meeting: meetingFeedback, issue: issueFeedback },
  "objection-register": { meeting: objectionRegister, issue: objectionRegister },
  "satisfaction-form": { meeting: meetingSatisfaction, issue: issueSatisfaction },
  "stage-register": { issue: stageRegister },
  "review-opinion": { issue: reviewOpinion },
  "admission-slip": { issue: admissionSlip },
  "problem-list": { meeting: problemListOfMeeting, period: problemListOfPeriod },
  "period-summary": { period: periodSummary },
};

/** The genre's input; undefined where it is not made from such a source. */
export function inputOf<Id extends GenreId>(id: Id, facts: SourceFacts, chosen: Chosen): GenreInput<Id> | undefined {
  const filling: Filling<Id> = FILLINGS[id];
  if (facts.kind === "meeting") return filling.meeting?.(facts, chosen);
  return facts.kind === "issue" ? filling.issue?.(facts, chosen) : filling.period?.(facts, chosen);
}
