import { AlignmentType, TabStopType } from "docx";
import type { Block, Content } from "#templates/content.ts";
import { CHARACTER, LINE, mm } from "#templates/layout/page.ts";
import { fields } from "./fields.ts";
import { type Piece, paragraph } from "./piece.ts";
import { overRedRule, redMark } from "./red-head.ts";
import type { Around } from "./render.ts";
import { runs, tab } from "./text.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/** The head of official minutes: GB/T 9704-2012 10.3 sets the mark, custom the lines below it. */

/** 纪要标志, and two lines below it, centred, which issue this is. */
export function minutesMark(block: Of<"title">, { area, content }: Around): Piece[] {
  const number = numberOf(block, content);
  const below = { style: "RedNumber", spacing: { before: 2 * LINE }, children: runs(number) };
  return [...redMark(block.text, area), ...(number === "" ? [] : [paragraph(below)])];
}

/** 期号 as the minutes name it, or the number that the street gave them. */
function numberOf({ below }: Of<"title">, { issuer }: Content): string {
  return below ?? issuer.number;
}

/** Who issues, left, and when, right, each set in by one character, over the red rule; a line below the number, or two below the mark. */
export function minutesMasthead({ left, right }: Of<"masthead">, { area, before, content }: Around): Piece[] {
  const numbered = before?.kind === "title" && numberOf(before, content) !== "";
  return [
    paragraph({
      ...overRedRule(numbered ? 1 : 2, 1),
      alignment: AlignmentType.LEFT,
      // Set in by tabs: an indent would shorten the rule.
      tabStops: [
        { type: TabStopType.LEFT, position: CHARACTER },
        { type: TabStopType.RIGHT, position: mm(area.width) - CHARACTER },
      ],
      children: [tab(), ...runs(left), tab(), ...runs(right)],
    }),
  ];
}

/** 出席, 请假, 列席: 黑体 labels two characters in, names under each other; a free line parts them from the text. */
export function minutesFields({ items }: Of<"fields">, { before }: Around): Piece[] {
  const air = before?.kind === "paragraph" ? [paragraph({ style: "Plain" })] : [];
  return [...air, ...fields(items, 2)];
}
