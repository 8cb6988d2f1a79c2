import type { GenreId, GenreInput } from "#templates/index.ts";
import { admissionSlip } from "./admission-slip.ts";
import { assignment } from "./assignment.ts";
import { attendanceSheet } from "./attendance-sheet.ts";
import { feedbackNotice } from "./feedback-notice.ts";
import { minutes } from "./minutes.ts";
import { objectionRegister } from "./objection-register.ts";
import { patrolRecord } from "./patrol-record.ts";
import { periodSummary } from "./period-summary.ts";
import { problemList } from "./problem-list.ts";
import { resultNotice } from "./result-notice.ts";
import { reviewOpinion } from "./review-opinion.ts";
import { satisfactionForm } from "./satisfaction-form.ts";
import type { Samples } from "./shape.ts";
import { stageRegister } from "./stage-register.ts";

/** Every genre has its samples: registering one without them does not pass the compiler. One file per genre, of its name. */
export const samples: { [Id in GenreId]: Samples<GenreInput<Id>> } = {
  "attendance-sheet": attendanceSheet,
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
