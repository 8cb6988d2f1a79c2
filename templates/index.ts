import { Packer } from "docx";
import type { Common, Genre } from "./genre.ts";
import { attendanceSheet } from "./genres/attendance-sheet.ts";
import { minutes } from "./genres/minutes.ts";
import { resultNotice } from "./genres/result-notice.ts";
import { community } from "./layout/community.ts";
import type { Layout } from "./layout/layout.ts";

/** All kinds of document, by their stable ids, in the order in which a meeting needs them. */
export const genres = {
  "attendance-sheet": attendanceSheet,
  minutes,
  "result-notice": resultNotice,
} as const;

export type GenreId = keyof typeof genres;

/** What the genre's document is made from. */
export type GenreInput<Id extends GenreId> = (typeof genres)[Id] extends Genre<infer Input> ? Input : never;

export const layouts = { community } as const;

/** Whether there is a genre of this name. */
export function isGenreId(id: string): id is GenreId {
  return Object.hasOwn(genres, id);
}

/**
 * The Word file of a genre. Blocks the thread for some 70 ms per 300 rows: run it off the event loop when people vote.
 * Inputs are plain data and survive a structured clone.
 */
export async function toBuffer<Input extends Common>(
  genre: Genre<Input>,
  input: Input,
  layout: Layout = community,
): Promise<Buffer> {
  return Packer.toBuffer(genre.build(input, layout), undefined, layout.parts);
}
