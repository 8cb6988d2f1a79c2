import type { Picture } from "./office.ts";

/** Ink on a page, read from its picture: what no text box tells. Millimetres from the top left corner of the paper. */

export type Frame = { left: number; right: number; top: number; bottom: number };
/** A horizontal rule: its upper and lower edge, and how far it reaches. */
export type Stroke = Frame;

const PAPER: Frame = { left: 0, right: 297, top: 0, bottom: 297 };

/** Horizontal rules at least `least` mm long within a frame, from top to bottom. */
export function strokes(picture: Picture, least: number, within: Partial<Frame> = {}): Stroke[] {
  const { left, right, top, bottom } = { ...PAPER, ...within };
  const step = picture.millimetresPerPixel;
  const found: Stroke[] = [];
  for (let y = top; y < bottom; y += step) {
    const run = longestRun(picture, y, left, right);
    if (run.right - run.left < least) continue;
    const above = found.at(-1);
    if (above !== undefined && y - above.bottom < 1.5 * step) above.bottom = y;
    else found.push({ ...run, top: y, bottom: y });
  }
  return found;
}

function longestRun(picture: Picture, y: number, left: number, right: number): { left: number; right: number } {
  const step = picture.millimetresPerPixel;
  let longest = { left, right: left };
  let start: number | undefined;
  for (let x = left; x <= right; x += step) {
    if (picture.dark(x, y)) {
      start ??= x;
      if (x + step - start > longest.right - longest.left) longest = { left: start, right: x + step };
    } else start = undefined;
  }
  return longest;
}

/** The smallest frame around all ink within a frame; throws where there is none. */
export function inkIn(picture: Picture, within: Frame): Frame {
  const step = picture.millimetresPerPixel;
  const ink = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let y = within.top; y < within.bottom; y += step) {
    for (let x = within.left; x < within.right; x += step) {
      if (!picture.dark(x, y)) continue;
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x + step);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y + step);
    }
  }
  if (ink.top === Infinity) throw new Error(`no ink in ${JSON.stringify(within)}`);
  return ink;
}
