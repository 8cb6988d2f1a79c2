import { BorderStyle, type IParagraphOptions } from "docx";
import type { Issuer } from "#templates/content.ts";
import { type Area, LINE, mm } from "#templates/layout/page.ts";
import { widthOf } from "./measure.ts";
import { type Piece, paragraph } from "./piece.ts";
import { runs } from "./text.ts";
import { balanced } from "./title.ts";

const RED = "FF0000";
/** From the type area's upper edge to that of the mark (GB/T 9704-2012 7.2.4, 10.3). */
const MARK_MILLIMETRES = 35;
/** No character larger than 22 mm × 15 mm, and never narrower than 0.6 of its height; a tall mark reads from afar. Points. */
const TALLEST = 50;
const WIDEST = 42.5;
const NARROWEST = 0.6;
/** Smaller than the title a mark is none: then it takes several lines. */
const SMALLEST = 22;
const MOST_LINES = 3;
/**
 * Word and LibreOffice set the base of an exact line at 0.8 of its height, and a Chinese character's ink begins 0.84 of its size above the base: in a
 * line of 1.05 times the size the ink begins at the line's upper edge.
 */
const INK_LINE = 1.05;
const NEXT_LINE = 1.3;

/** 发文机关标志, 发文字号 and the red rule. Without a number its line stays free. */
export function redHead({ mark, number }: Issuer, area: Area): Piece[] {
  return [
    ...redMark(mark === "" || mark.endsWith("文件") ? mark : `${mark}文件`, area),
    // 标志下空二行 (7.2.5), 红线下空二行 (7.3.1).
    paragraph({ ...overRedRule(2, 2), children: runs(number) }),
  ];
}

/** Red, centred, as large as fits on one line; a very long one on several. */
export function redMark(text: string, area: Area): Piece[] {
  const available = mm(area.width) / 20;
  const perLine = Math.floor(available / (SMALLEST * NARROWEST));
  const lines = balanced(text, perLine, MOST_LINES);
  const widest = Math.max(...lines.map(markWidth), 1);
  // Too long even for that: it wraps by itself, at the smallest size.
  const wide = Math.max(SMALLEST * NARROWEST, Math.min(WIDEST, available / widest));
  const points = Math.min(TALLEST, wide / NARROWEST);
  const size = { size: Math.floor(points * 2), scale: Math.floor((wide / points) * 100) };
  return lines.map((line, index) =>
    paragraph({
      style: "RedMark",
      spacing: exactly(points * (index === 0 && widest <= perLine ? INK_LINE : NEXT_LINE), index === 0),
      children: runs(line, size),
    }),
  );
}

/** In characters. The gap between figures and characters is not narrowed with them, and a large figure may be wider than half a character. */
function markWidth(text: string): number {
  return widthOf(text) + 0.3 * (text.match(/[\u0020-\u007e]+/gu) ?? []).join("").length;
}

function exactly(points: number, first: boolean): IParagraphOptions["spacing"] {
  return { before: first ? mm(MARK_MILLIMETRES) : 0, line: Math.round(points * 20), lineRule: "exact" };
}

/**
 * A line over a red rule as wide as the type area, with free lines above and below. The rule stands 4 mm below the line's characters (7.2.7): in an exact
 * line of 21 pt these end 3 pt above its lower edge, and 8 pt more are 4 mm.
 */
export function overRedRule(linesAbove: number, linesBelow: number): IParagraphOptions {
  return {
    style: "RedNumber",
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 8, color: RED } },
    spacing: { before: linesAbove * LINE, after: linesBelow * LINE },
  };
}
