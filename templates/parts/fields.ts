import { Paragraph, type TextRun } from "docx";
import type { Field } from "#templates/content.ts";
import { FONTS, font } from "#templates/layout/fonts.ts";
import { BODY_TIGHTENING, CHARACTER } from "#templates/layout/page.ts";
import { widthOf } from "./measure.ts";
import { runs } from "./text.ts";

/** “时 间:…” lines: labels spread to one width, later lines of a value under its first character. */
export function fields(items: readonly Field[]): Paragraph[] {
  const widest = Math.max(...items.map((item) => widthOf(item.label)), 0);
  const hanging = Math.round((widest + 1) * CHARACTER);
  return items.map(
    (item) =>
      new Paragraph({
        style: "Field",
        indent: { left: hanging, hanging },
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
