import type { Block } from "#templates/content.ts";
import { widthOf } from "./measure.ts";

/** Points: half of the 638 of a page less the line to cut along, a number over the first one, and a little for a printer's other font. */
const HALF_PAGE = 280;
const LINE = 28.95;
/** Characters a line, its first two left free in a paragraph. */
const PER_LINE = 28;
const TITLE_PER_LINE = 19;
const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** The blocks twice on one page with a line to cut along, where they are short enough; else once. */
export function copies(blocks: Block[]): Block[] {
  const height = blocks.reduce((sum, block) => sum + heightOf(block), 0);
  return height <= HALF_PAGE ? [...blocks, { kind: "cut" }, ...blocks] : blocks;
}

/** About how tall a block is set, in points. What is not used on slips counts as too tall. */
function heightOf(block: Block): number {
  switch (block.kind) {
    case "title":
      return linesIn(block.text, TITLE_PER_LINE) * 34 + (block.below === undefined ? 1 : 2) * LINE;
    case "paragraph":
      return linesIn(`${block.lead ?? ""}${block.text}`, PER_LINE, 2) * LINE;
    case "options":
      return block.lines.reduce(
        (sum, { label, answers }) =>
          sum + (label === "" ? 0 : linesIn(label, PER_LINE, 2) * LINE) + answersIn(answers) * 36,
        0,
      );
    case "sign-line":
      return 40;
    case "form":
      return block.rows.reduce((sum, { millimetres = 10 }) => sum + millimetres * POINTS_PER_MILLIMETRE, 0);
    default:
      return HALF_PAGE;
  }
}

/** Several answers stand beside each other at the places of the form; a single long one takes its lines. */
const answersIn = (answers: readonly string[]): number =>
  answers.length === 1 ? linesIn(answers[0] ?? "", PER_LINE, 4) : 1;

const linesIn = (text: string, perLine: number, indent = 0): number =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) + indent) / perLine)), 0);
