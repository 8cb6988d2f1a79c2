import type { Genre } from "./genre.ts";
import { admissionSlip } from "./genres/admission-slip.ts";
import { agenda } from "./genres/agenda.ts";
import { assignment } from "./genres/assignment.ts";
import { attendanceSheet } from "./genres/attendance-sheet.ts";
import { ballotPaper } from "./genres/ballot-paper.ts";
import { feedbackNotice } from "./genres/feedback-notice.ts";
import { issueAnnouncement } from "./genres/issue-announcement.ts";
import { meetingNotice } from "./genres/meeting-notice.ts";
import { minutes } from "./genres/minutes.ts";
import { objectionRegister } from "./genres/objection-register.ts";
import { patrolRecord } from "./genres/patrol-record.ts";
import { periodSummary } from "./genres/period-summary.ts";
import { problemList } from "./genres/problem-list.ts";
import { proxyLetter } from "./genres/proxy-letter.ts";
import { record } from "./genres/record.ts";
import { resultNotice } from "./genres/result-notice.ts";
import { reviewOpinion } from "./genres/review-opinion.ts";
import { satisfactionForm } from "./genres/satisfaction-form.ts";
import { stageRegister } from "./genres/stage-register.ts";
import { tallyReport } from "./genres/tally-report.ts";

/** All kinds of document, by their stable ids, in the order in which they are needed. */
export const genres = {
  "meeting-notice": meetingNotice,
  "issue-announcement": issueAnnouncement,
  agenda,
  "attendance-sheet": attendanceSheet,
  "proxy-letter": proxyLetter,
  "ballot-paper": ballotPaper,
  "tally-report": tallyReport,
  record,
  minutes,
  "result-notice": resultNotice,
  assignment,
  "patrol-record": patrolRecord,
  "feedback-notice": feedbackNotice,
  "objection-register": objectionRegister,
  "satisfaction-form": satisfactionForm,
  "stage-register": stageRegister,
  "review-opinion": reviewOpinion,
  "admission-slip": admissionSlip,
  "problem-list": problemList,
  "period-summary": periodSummary,
} as const;

export type GenreId = keyof typeof genres;

/** What the genre's document is made from. */
export type GenreInput<Id extends GenreId> = (typeof genres)[Id] extends Genre<infer Input> ? Input : never;

/** Whether there is a genre of this name. */
export function isGenreId(id: string): id is GenreId {
  return Object.hasOwn(genres, id);
}
