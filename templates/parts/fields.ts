import type { TextRun } from "docx";
import type { Field } from "#templates/content.ts";
import { FONTS, font } from "#templates/layout/fonts.ts";
import { BODY_TIGHTENING, CHARACTER } from "#templates/layout/page.ts";
import { widthOf } from "./measure.ts";
import { type Piece, paragraph } from "./piece.ts";
import { runs } from "./text.ts";

/** In characters; behind a wider one a value would have no room. */
const WIDEST_LABEL = 10;

/** “时 间:…” lines: labels spread to one width, later lines of a value under its first character; set in by `inset` characters. */
export function fields(items: readonly Field[], inset = 0): Piece[] {
  const widest = Math.max(...items.map((item) => widthOf(item.label)), 0);
  const hanging = Math.round((Math.min(widest, WIDEST_LABEL) + 1) * CHARACTER);
  return items.map((item) =>
    paragraph({
      style: "Field",
      indent: { left: hanging + inset * CHARACTER, hanging },
      children: [...label(item.label, widest), ...runs(item.value)],
    }),
  );
}

/** The label in 黑体, its characters spread over `widest`; the spreading is spacing, so that the text stays “时间:”. */
function label(text: string, widest: number): TextRun[] {
  const hei = { font: font(FONTS.hei) };
  const characters = Array.from(text);
  const last = characters.at(-1) ?? "";
  if (characters.length < 2) return runs(`${text}：`, hei);
  const each = ((widest - widthOf(text)) / (characters.length - 1)) * CHARACTER;
  const spread = runs(characters.slice(0, -1).join(""), {
    ...hei,
    characterSpacing: Math.round(each) + BODY_TIGHTENING,
  });
  return [...spread, ...runs(`${last}：`, hei)];
}
