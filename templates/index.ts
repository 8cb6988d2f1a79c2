import type { Genre } from "./genre.ts";
import { attendanceSheet } from "./genres/attendance-sheet.ts";
import { minutes } from "./genres/minutes.ts";
import { periodSummary } from "./genres/period-summary.ts";
import { problemList } from "./genres/problem-list.ts";
import { resultNotice } from "./genres/result-notice.ts";

/** All kinds of document, by their stable ids, in the order in which they are needed. */
export const genres = {
  "attendance-sheet": attendanceSheet,
  minutes,
  "result-notice": resultNotice,
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
