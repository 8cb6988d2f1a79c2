import type { FormRow } from "#templates/content.ts";

/** What papers leave to a pen. */

/** “□办结  □退回”: each word with a box to tick. */
export const boxes = (words: readonly string[]): string => words.map((word) => `□${word}`).join("　");

/** A day written in by hand. */
export const BLANK_DAY = "　　　年　　月　　日";

/** A row that may break across pages, because what stands in it has no fixed length. */
const LOOSE = 11;

/** A row of a form across its whole width. */
export const wide = (label: string, value: string, millimetres: number = LOOSE): FormRow => ({
  cells: [{ label, value }],
  millimetres,
});

/** Two short ones beside each other: what is given first, each as label and value. */
export const beside = (left: [string, string], right: [string, string]): FormRow => ({
  cells: [
    { label: left[0], value: left[1] },
    { label: right[0], value: right[1] },
  ],
});
