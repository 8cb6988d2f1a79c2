import type { GenreId, GenreInput } from "#templates/index.ts";
import { attendanceSheet } from "./attendance-sheet.ts";
import type { Chosen } from "./choices.ts";
import type { MeetingFacts } from "./facts.ts";
import { minutes } from "./minutes.ts";
import { resultNotice } from "./result-notice.ts";

/** How each genre is filled from a meeting. */
export const documentInputs: { [Id in GenreId]: (facts: MeetingFacts, chosen: Chosen) => GenreInput<Id> } = {
  "attendance-sheet": attendanceSheet,
  minutes,
  "result-notice": resultNotice,
};
