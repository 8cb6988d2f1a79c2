import type { LabelSheet } from "./label-sheet.ts";

/** What a paper ballot says. `lines`: a label that may be empty, and a box to tick before each answer. */
export type BallotWords = {
  title: string;
  below: string;
  lead: string;
  question: string;
  lines: { label: string; answers: string[] }[];
  /** How it is filled in, and when it must be in. */
  note: string;
  /** Of named ballots what is written by hand, row by row; empty of secret ones. */
  signed: string[][];
  /** Where somebody stamps or signs for the count. */
  stamp: string;
};

/** How many ballots a sheet of A4 holds, and where, in mm: cut once, or crosswise. */
export const BALLOT_SHEETS = {
  "1": { columns: 1, rows: 1, width: 210, height: 297, left: 0, top: 0 },
  "2": { columns: 1, rows: 2, width: 210, height: 148.5, left: 0, top: 0 },
  "4": { columns: 2, rows: 2, width: 105, height: 148.5, left: 0, top: 0 },
} as const satisfies Record<string, LabelSheet>;
export type BallotsPerPage = keyof typeof BALLOT_SHEETS;

/** Sizes in mm: 20 pt for the question on half a sheet, 14 pt on a quarter. The page's style sheet uses the same. */
export const BALLOT_TYPE = {
  "1": { pad: 14, title: 8, below: 5, question: 7, answer: 8, answerRow: 14, note: 4.4, signRow: 12 },
  "2": { pad: 12, title: 7.4, below: 4.6, question: 7, answer: 8, answerRow: 12.5, note: 4.2, signRow: 11 },
  "4": { pad: 8, title: 5.8, below: 3.8, question: 5, answer: 5.4, answerRow: 10, note: 3.4, signRow: 10 },
} as const satisfies Record<BallotsPerPage, Record<string, number>>;

const LINE = 1.4;
const COLUMN_GAP = 4;
/** From how many options on they stand in two columns. */
const TWO_COLUMNS_FROM = 4;

/** Whether options stand beside each other: several of them, each alone on its line and no wider than half of it. */
export function inTwoColumns({ lines }: Pick<BallotWords, "lines">, each: BallotsPerPage): boolean {
  const { pad, answer: size } = BALLOT_TYPE[each];
  const half = (BALLOT_SHEETS[each].width - 2 * pad - COLUMN_GAP) / 2;
  const fits = (answer: string) => (widthOf(answer) + 1.5) * size <= half;
  return (
    lines.length >= TWO_COLUMNS_FROM &&
    lines.every(({ label, answers }) => label === "" && answers.length === 1 && answers.every(fits))
  );
}

/** As many on a sheet as were asked for, or fewer where the words would not fit; null where one alone is too long for a sheet. */
export function ballotsPerPage(words: BallotWords, asked: BallotsPerPage): BallotsPerPage | null {
  const order: BallotsPerPage[] = ["4", "2", "1"];
  return order.slice(order.indexOf(asked)).find((each) => heightOf(words, each) <= BALLOT_SHEETS[each].height) ?? null;
}

/** About how tall a ballot is set, in mm, with a tenth to spare for another font. */
function heightOf(words: BallotWords, each: BallotsPerPage): number {
  const type = BALLOT_TYPE[each];
  const inner = BALLOT_SHEETS[each].width - 2 * type.pad;
  const lines = (text: string, size: number, width = inner) => Math.max(1, Math.ceil((widthOf(text) * size) / width));
  const answers = words.lines.reduce((sum, line) => {
    const columns = inTwoColumns(words, each) ? 2 : 1;
    const label = line.label === "" ? 0 : lines(line.label, type.answer) * type.answer * LINE;
    const all = line.answers.map((answer) => `□${answer}　`).join("");
    const rows = lines(all, type.answer, inner / columns);
    return sum + (label + (rows - 1) * type.answer * LINE + type.answerRow) / columns;
  }, 0);
  const text =
    lines(words.title, type.title) * type.title * LINE +
    lines(words.below, type.below) * type.below * LINE +
    lines(words.lead + words.question, type.question) * type.question * LINE +
    lines(words.note, type.note) * type.note * LINE;
  const signs = words.signed.length * type.signRow + (words.stamp === "" ? 0 : type.signRow);
  return (text + answers + signs) * 1.1 + 2 * type.pad + 10;
}

/** In characters as wide as a Chinese one. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? 0.6 : 1), 0);
}
