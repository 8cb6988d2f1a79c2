import type { AttendanceSheetInput } from "#templates/genres/attendance-sheet.ts";
import { hardSheet } from "#tests/templates/hard-cases.ts";
import { attendanceSheetInput, attendees } from "#tests/templates/samples.ts";
import type { Samples } from "./shape.ts";

export const attendanceSheet: Samples<AttendanceSheetInput> = {
  usual: () => attendanceSheetInput(),
  none: () => attendanceSheetInput([]),
  many: () => attendanceSheetInput(attendees(500)),
  hard: hardSheet,
};
