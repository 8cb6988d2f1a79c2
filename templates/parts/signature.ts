import { AlignmentType, LeaderType, Paragraph, type ParagraphChild, TabStopType, TextRun } from "docx";
import { CHARACTER, TEXT_WIDTH } from "../layout/page.ts";
import { widthOf } from "./measure.ts";
import { runs } from "./text.ts";

/** 日期右空四字 when a seal goes over it (GB/T 9704-2012 7.3.5.1). */
const DATE_INSET = 4;

/** Organisation over date, centred on each other; when the organisation is the wider one it keeps the inset. */
export function signature(organisation: string, date: string): Paragraph[] {
  const wider = (widthOf(organisation) - widthOf(date)) / 2;
  const insets =
    wider > DATE_INSET - 2
      ? { organisation: 2, date: 2 + wider }
      : { organisation: DATE_INSET - wider, date: DATE_INSET };
  const line = (text: string, inset: number, keepNext: boolean) =>
    new Paragraph({
      style: "Plain",
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.max(0, Math.round(inset * CHARACTER)) },
      keepNext,
      children: runs(text),
    });
  return [
    new Paragraph({ style: "Plain", keepNext: true }),
    line(organisation, insets.organisation, true),
    line(date, insets.date, false),
  ];
}

/** Lines to sign on by hand, two beside each other. */
export function signLines(labels: readonly string[]): Paragraph[] {
  const middle = Math.round(TEXT_WIDTH / 2);
  const pairs = labels.flatMap((label, index) => (index % 2 === 0 ? [[label, labels[index + 1]]] : []));
  return pairs.map(
    ([left = "", right]) =>
      new Paragraph({
        style: "Plain",
        tabStops: [
          { type: TabStopType.LEFT, position: middle - CHARACTER, leader: LeaderType.UNDERSCORE },
          { type: TabStopType.LEFT, position: middle },
          { type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.UNDERSCORE },
        ],
        children: [...signed(left), ...(right === undefined ? [] : [new TextRun("\t"), ...signed(right)])],
      }),
  );
}

function signed(label: string): ParagraphChild[] {
  return [...runs(`${label}：`), new TextRun("\t")];
}
