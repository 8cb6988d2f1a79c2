import { TabStopType } from "docx";
import type { OptionLine } from "#templates/content.ts";
import { type Area, BODY_POINTS, CHARACTER, mm } from "#templates/layout/page.ts";
import { widthOf } from "./measure.ts";
import { type Piece, paragraph } from "./piece.ts";
import { runs, tab } from "./text.ts";

/** Points: a box of about 9 mm, which a shaky hand can hit, and answers in 小二 for old eyes. */
const BOX_POINTS = 30;
const ANSWER_POINTS = 18;
/** Lowers the box, so that its middle is level with that of the answer, half-points. */
const BOX_DROP = "-4pt";
/** In body characters: the inset of the first box, and what stands from a box to its answer and from an answer to the next box. */
const INSET = 2;
const BOX = 2.4;
const GAP = 2;

/** Of a ballot: what is voted on, and below it a box □ before each answer, at the same places wherever the answers are the same. */
export function options(lines: readonly OptionLine[], area: Area): Piece[] {
  const room = mm(area.width) / CHARACTER - INSET;
  return lines.flatMap(({ label, answers }) => {
    const step = Math.max(...answers.map(widthOf), 1) * (ANSWER_POINTS / BODY_POINTS) + BOX + GAP;
    const rows = inRows(answers, Math.max(1, Math.floor((room + GAP) / step)));
    return [
      ...(label === "" ? [] : [paragraph({ style: "Body", keepNext: true, children: runs(label) })]),
      ...rows.map((row, index) => answerLine(row, step, index < rows.length - 1)),
    ];
  });
}

/** One that needs several lines by itself hangs under its first character. */
function answerLine(answers: readonly string[], step: number, keepNext: boolean): Piece {
  const at = (characters: number) => Math.round(characters * CHARACTER);
  return paragraph({
    style: "Answers",
    keepNext,
    keepLines: true,
    indent: { left: at(INSET + BOX), hanging: at(BOX) },
    tabStops: answers.flatMap((_, index) => [
      ...(index === 0 ? [] : [{ type: TabStopType.LEFT, position: at(INSET + index * step) }]),
      { type: TabStopType.LEFT, position: at(INSET + BOX + index * step) },
    ]),
    children: answers.flatMap((answer, index) => [
      ...(index === 0 ? [] : [tab()]),
      ...runs("□", { size: BOX_POINTS * 2, position: BOX_DROP }),
      tab(),
      ...runs(answer, { size: ANSWER_POINTS * 2 }),
    ]),
  });
}

/** As few rows as hold them, each of like length: four answers where three fit stand two by two. */
function inRows(answers: readonly string[], most: number): string[][] {
  const count = Math.ceil(answers.length / most);
  const each = Math.ceil(answers.length / count);
  return Array.from({ length: count }, (_, index) => answers.slice(index * each, (index + 1) * each));
}
