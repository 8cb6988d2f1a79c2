import { Paragraph, TabStopType } from "docx";
import type { OptionLine } from "#templates/content.ts";
import { CHARACTER } from "#templates/layout/page.ts";
import { runs, tab } from "./text.ts";

/** Of a ballot: what is voted on, and below it a box □ before each answer, at the same places in every line. */
export function options(lines: readonly OptionLine[]): Paragraph[] {
  return lines.flatMap(({ label, answers }) => [
    ...(label === "" ? [] : [new Paragraph({ style: "Body", keepNext: true, children: runs(label) })]),
    new Paragraph({
      style: "Answers",
      tabStops: answers.map((_, index) => ({ type: TabStopType.LEFT, position: (2 + index * 7) * CHARACTER })),
      children: answers.flatMap((answer) => [tab(), ...runs(`□ ${answer}`)]),
    }),
  ]);
}
