import { AlignmentType, type IStylesOptions, LineRuleType } from "docx";
import { FONTS, font } from "./fonts.ts";
import { BODY_POINTS, BODY_TIGHTENING, CHARACTER } from "./page.ts";

/** Half-points, as Word counts sizes. 2号 22 pt · 3号 16 pt · 4号 14 pt · 小四 12 pt · 五号 10.5 pt. */
const SIZE = { title: 44, body: BODY_POINTS * 2, four: 28, smallFour: 24, five: 21 } as const;
const INK = "000000";
const exactly = (points: number) => ({ line: points * 20, lineRule: LineRuleType.EXACT });
const TWO_CHARACTERS = { firstLine: CHARACTER * 2, firstLineChars: 200 };
const tight = { characterSpacing: BODY_TIGHTENING };

/** Word's own headings are blue Calibri Light: each is set again in full. */
function heading(name: string, fontName: string) {
  return {
    name,
    basedOn: "Normal",
    next: "Body",
    quickFormat: true,
    run: { font: font(fontName), size: SIZE.body, color: INK, bold: false, italics: false, ...tight },
    paragraph: { indent: TWO_CHARACTERS, keepNext: true, spacing: { before: 0, after: 0 } },
  };
}

/** A style of ours, after Normal. */
function own(id: string, run: object, paragraph: object) {
  return { id, name: id, basedOn: "Normal", quickFormat: true, run, paragraph };
}

/** The styles that parts refer to by id; a layout may take them as they are or change some. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: font(FONTS.body), size: SIZE.body, language: { value: "zh-CN", eastAsia: "zh-CN" }, ...tight },
    },
    title: {
      basedOn: "Normal",
      next: "Body",
      run: { font: font(FONTS.title), size: SIZE.title, color: INK, bold: false, characterSpacing: 0 },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...exactly(34), before: 0, after: 0 } },
    },
    heading1: heading("heading 1", FONTS.hei),
    heading2: heading("heading 2", FONTS.kai),
    heading3: heading("heading 3", FONTS.body),
    heading4: heading("heading 4", FONTS.body),
  },
  paragraphStyles: [
    own("Body", {}, { indent: TWO_CHARACTERS, alignment: AlignmentType.BOTH }),
    own("Plain", {}, { alignment: AlignmentType.LEFT }),
    own("Below", { font: font(FONTS.kai) }, { alignment: AlignmentType.CENTER }),
    own("Field", {}, { alignment: AlignmentType.BOTH }),
    own("TableText", { size: SIZE.smallFour, characterSpacing: 0 }, { spacing: exactly(17) }),
    own(
      "TableHead",
      { font: font(FONTS.hei), size: SIZE.smallFour, characterSpacing: 0 },
      { spacing: exactly(17), alignment: AlignmentType.CENTER },
    ),
    own(
      "FinePrint",
      { font: font(FONTS.song), size: SIZE.five, characterSpacing: 0 },
      { spacing: { ...exactly(16), before: 120 } },
    ),
    own("PageNumber", { font: font(FONTS.song), size: SIZE.four, characterSpacing: 0 }, {}),
    own(
      "Demonstration",
      { font: font(FONTS.hei), size: SIZE.five, characterSpacing: 0 },
      { alignment: AlignmentType.CENTER },
    ),
  ],
};
