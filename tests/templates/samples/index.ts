import type { GenreId, GenreInput } from "#templates/index.ts";
import { attendanceSheet } from "./attendance-sheet.ts";
import { minutes } from "./minutes.ts";
import { periodSummary } from "./period-summary.ts";
import { problemList } from "./problem-list.ts";
import { resultNotice } from "./result-notice.ts";
import type { Samples } from "./shape.ts";

/** Every genre has its samples: registering one without them does not pass the compiler. One file per genre, of its name. */
export const samples: { [Id in GenreId]: Samples<GenreInput<Id>> } = {
  "attendance-sheet": attendanceSheet,
  minutes,
  "result-notice": resultNotice,
  "problem-list": problemList,
  "period-summary": periodSummary,
};
