import type { GenreId, GenreInput } from "#templates/index.ts";
import { admissionSlip } from "./admission-slip.ts";
import { agenda } from "./agenda.ts";
import { assignment } from "./assignment.ts";
import { attendanceSheet } from "./attendance-sheet.ts";
import { ballotPaper } from "./ballot-paper.ts";
import { feedbackNotice } from "./feedback-notice.ts";
import { issueAnnouncement } from "./issue-announcement.ts";
import { meetingNotice } from "./meeting-notice.ts";
import { minutes } from "./minutes.ts";
import { objectionRegister } from "./objection-register.ts";
import { patrolRecord } from "./patrol-record.ts";
import { periodSummary } from "./period-summary.ts";
import { problemList } from "./problem-list.ts";
import { proxyLetter } from "./proxy-letter.ts";
import { record } from "./record.ts";
import { resultNotice } from "./result-notice.ts";
import { reviewOpinion } from "./review-opinion.ts";
import { satisfactionForm } from "./satisfaction-form.ts";
import type { Samples } from "./shape.ts";
import { stageRegister } from "./stage-register.ts";
import { tallyReport } from "./tally-report.ts";

/** Every genre has its samples: registering one without them does not pass the compiler. One file per genre, of its name. */
export const samples: { [Id in GenreId]: Samples<GenreInput<Id>> } = {
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
};
