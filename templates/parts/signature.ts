import { LeaderType, Paragraph, type ParagraphChild, TabStopType } from "docx";
import { CHARACTER, TEXT_WIDTH } from "#templates/layout/page.ts";
import { widthOf } from "./measure.ts";
import { runs, tab } from "./text.ts";

/** 日期右空四字 when a seal goes over it (GB/T 9704-2012 7.3.5.1); a wide organisation may come nearer to the edge. */
const DATE_INSET = 4;
const ORGANISATION_INSET = 2;

/** Organisation over date, both centred on one axis. */
export function signature(organisation: string, date: string): Paragraph[] {
  const fromRight = Math.max(DATE_INSET + widthOf(date) / 2, ORGANISATION_INSET + widthOf(organisation) / 2);
  // Centred between this indent and the right edge of the type area.
  const left = Math.max(0, Math.round(TEXT_WIDTH - 2 * fromRight * CHARACTER));
  const line = (text: string, keepNext: boolean) =>
    new Paragraph({ style: "Signature", indent: { left }, keepNext, children: runs(text) });
  return [new Paragraph({ style: "Plain", keepNext: true }), line(organisation, true), line(date, false)];
}

/** A line to sign or write on by hand: one across the page, or two beside each other. */
export function signLine(labels: readonly [string] | readonly [string, string]): Paragraph {
  const middle = Math.round(TEXT_WIDTH / 2);
  const [left, right] = labels;
  const end = { type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.UNDERSCORE };
  if (right === undefined) return new Paragraph({ style: "SignLine", tabStops: [end], children: withRule(left) });
  return new Paragraph({
    style: "SignLine",
    tabStops: [
      { type: TabStopType.LEFT, position: middle - CHARACTER, leader: LeaderType.UNDERSCORE },
      { type: TabStopType.LEFT, position: middle },
      end,
    ],
    children: [...withRule(left), tab(), ...withRule(right)],
  });
}

function withRule(label: string): ParagraphChild[] {
  return [...runs(`${label}：`), tab()];
}
