import type { FormRow } from "#templates/content.ts";

/** A row of a form: a label with its value across, or two beside each other. */
export const whole = (label: string, value: string, millimetres?: number): FormRow =>
  tall([{ label, value }], millimetres);

/** Two labels with their values beside each other, `[label, value]` each. */
export const pair = (
  left: readonly [string, string],
  right: readonly [string, string],
  millimetres?: number,
): FormRow =>
  tall(
    [
      { label: left[0], value: left[1] },
      { label: right[0], value: right[1] },
    ],
    millimetres,
  );

const tall = (cells: FormRow["cells"], millimetres: number | undefined): FormRow =>
  millimetres === undefined ? { cells } : { cells, millimetres };
