import type { Page, Piece } from "./office.ts";

/** The paper and its 版心, millimetres (GB/T 9704-2012 5.1, 5.2.1): what printed pages are measured against. */
export type Area = { top: number; left: number; right: number; bottom: number };

const UPRIGHT: Area = { top: 37, left: 28, right: 210 - 26, bottom: 297 - 35 };
/** The upright sheet turned against the clock: its left margin, where it is bound, is on top. */
const TURNED: Area = { top: 28, left: 35, right: 297 - 37, bottom: 210 - 26 };
export const SHEET = { width: 210, height: 297 };

export const areaOf = (landscape: boolean): Area => (landscape ? TURNED : UPRIGHT);
/** Width of one character of the body: 28 on 156 mm. */
export const CHARACTER = 156 / 28;
/** Distance of two lines: 22 on 225 mm. */
export const LINE = 225 / 22;

/** Lines inside the type area: no page number, no mark over the page. */
export function bodyLines(page: Page | undefined, area = UPRIGHT): Piece[] {
  return (page?.lines ?? []).filter((line) => line.top > area.top - 2 && line.bottom < area.bottom + 2);
}

export function squeezed(page: Page | undefined): string {
  return (page?.lines ?? [])
    .map((line) => line.text)
    .join("")
    .replace(/\s/g, "");
}

/** What stands where nothing may: beside the type area, or above and below it without being a mark or the page's number. */
export function strays(page: Page, number: number, area: Area): string[] {
  const below = page.words.filter((word) => word.bottom > area.bottom + 2);
  const footer = below.map(({ text }) => text).join("");
  const beside = page.words.filter(
    // Closing punctuation may hang over by one character, with the room that its box has around it.
    ({ left, right, top, bottom }) =>
      bottom <= area.bottom + 2 && top >= area.top - 2 && (left < area.left - 1 || right > area.right + 7),
  );
  const above = page.words.filter((word) => word.top < area.top - 2 && !/演示数据|内部版/.test(word.text));
  return [
    ...(footer === `—${number}—` ? [] : [`below page ${number}: ${footer}`]),
    ...[...beside, ...above].map(
      ({ text, left, top }) => `page ${number} at ${left.toFixed()},${top.toFixed()}: ${text}`,
    ),
  ];
}
