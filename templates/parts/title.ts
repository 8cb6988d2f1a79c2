import { TabStopType } from "docx";
import { type Area, CHARACTER, mm } from "#templates/layout/page.ts";
import { widthOf } from "./measure.ts";
import { type Piece, paragraph } from "./piece.ts";
import { runs, tab } from "./text.ts";

/** 2号, points. */
const TITLE_POINTS = 22;
/** 156 mm hold twenty characters of 22 pt; one less, because Latin figures may be wider than half of one. */
const perLineOf = (area: Area): number => Math.floor(mm(area.width) / (TITLE_POINTS * 20)) - 1;
const UPRIGHT_CHARACTERS = 19;
/** More lines than this are no title any more; they are left to wrap by themselves. */
const MOST_LINES = 4;

/** The title in lines that end at word boundaries, with whatever stands below it, and one line of air. */
export function title(text: string, below: string | undefined, area: Area): Piece[] {
  const head = paragraph({ style: "Title", children: runs(balanced(text, perLineOf(area)).join("\n")) });
  const under = below === undefined ? [] : [paragraph({ style: "UnderTitle", children: runs(below) })];
  return [head, ...under, paragraph({ style: "Plain" })];
}

/** Who left, when right, over a thin rule: the head of minutes without a red head. */
export function masthead(left: string, right: string, area: Area): Piece {
  return paragraph({
    style: "Plain",
    indent: { left: CHARACTER, right: CHARACTER },
    tabStops: [{ type: TabStopType.RIGHT, position: mm(area.width) - CHARACTER }],
    spacing: { after: 120 },
    border: { bottom: { style: "single", size: 6, space: 4, color: "000000" } },
    children: [...runs(left), tab(), ...runs(right)],
  });
}

/** Splits a title that needs several lines into lines of like length (GB/T 9704-2012 7.3.1: 梯形或菱形), no word torn. */
export function balanced(text: string, perLine = UPRIGHT_CHARACTERS, mostLines = MOST_LINES): string[] {
  const least = Math.ceil(widthOf(text) / perLine);
  if (least < 2) return [text];
  // Words may not fill so few lines evenly; then one line more does it.
  for (let count = least; count <= mostLines; count++) {
    const lines = inLines(text, count, perLine);
    if (lines.length <= count) return lines;
  }
  return [text];
}

function inLines(text: string, count: number, perLine: number): string[] {
  const goal = widthOf(text) / count;
  const lines = [""];
  for (const word of words(text)) {
    const line = lines.at(-1) ?? "";
    const full = widthOf(line) + widthOf(word) / 2 > goal && lines.length < count;
    if (line !== "" && (full || widthOf(line + word) > perLine)) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  return lines.map((line) => line.trim());
}

const WHOLE = /([\u201c\u300a\uff08(][^\u201d\u300b\uff09)]{1,14}[\u201d\u300b\uff09)]|等\d+件议题)/u;
const CLOSING = /^[\u3001\u3002,:;!?)\uff0c\uff1a\uff1b\uff01\uff1f\uff09\u201d\u300b的]/u;
const OPENING = /[\u201c\u300a\uff08(]$/u;

/** Words, with short quotations, 等3件议题 and the punctuation that may not begin or end a line kept whole. */
function words(text: string): string[] {
  const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });
  const pieces = text
    .split(WHOLE)
    .flatMap((part) => (WHOLE.test(part) ? [part] : Array.from(segmenter.segment(part), (piece) => piece.segment)));
  return pieces.reduce<string[]>((kept, piece) => {
    const before = kept.at(-1);
    if (before === undefined || !(CLOSING.test(piece) || OPENING.test(before))) kept.push(piece);
    else kept[kept.length - 1] = before + piece;
    return kept;
  }, []);
}
