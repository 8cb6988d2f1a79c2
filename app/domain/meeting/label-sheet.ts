/** A sheet of labels on A4, in mm: common stock without gaps, so that the same sheet can be printed on plain paper and cut. */
export interface LabelSheet {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  /** From the paper's edge to the first label. */
  readonly left: number;
  readonly top: number;
}

export const LABEL_SHEETS = {
  "3x8": { columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5 },
  "2x5": { columns: 2, rows: 5, width: 105, height: 57, left: 0, top: 6 },
} as const satisfies Record<string, LabelSheet>;
export type LabelSheetId = keyof typeof LABEL_SHEETS;

export const labelsOn = ({ columns, rows }: LabelSheet): number => columns * rows;

/** Where a label's upper left corner is on its page, in mm; `place` counts from 0, row by row. */
export function labelCorner({ columns, width, height, left, top }: LabelSheet, place: number) {
  return { left: left + (place % columns) * width, top: top + Math.floor(place / columns) * height };
}

/** The things page by page; the first page begins at place `first` (0 for the first label), for a sheet that is partly used. */
export function labelPages<T>(sheet: LabelSheet, things: readonly T[], first: number): { thing: T; place: number }[][] {
  const each = labelsOn(sheet);
  const pages: { thing: T; place: number }[][] = [];
  for (const [n, thing] of things.entries()) {
    const at = first + n;
    const page = Math.floor(at / each);
    pages[page] ??= [];
    pages[page].push({ thing, place: at % each });
  }
  return pages;
}
