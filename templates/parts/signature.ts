import { LeaderType, type ParagraphChild, TabStopType } from "docx";
import { type Area, CHARACTER, mm } from "#templates/layout/page.ts";
import { widthOf } from "./measure.ts";
import { type Piece, paragraph } from "./piece.ts";
import { runs, tab } from "./text.ts";

/** 成文日期右空四字 when a seal goes over it (GB/T 9704-2012 7.3.5.1). */
const SEALED_DATE_INSET = 4;
/** However wide the organisation, this much stays free at its right. */
const ORGANISATION_INSET = 1;
/** 7.3.5.2, without a seal: 署名右空二字; 日期首字比署名首字右移二字, and where it would reach further, itself 右空二字. */
const UNSEALED_INSET = 2;
const DATE_SHIFT = 2;
/** Free lines above: a seal of 42 mm over signature and date begins within one line below the text, and does not touch it. */
const AIR = { sealed: 2, unsealed: 1 } as const;

type Signature = { organisation: string; date: string; sealed: boolean };

/** Organisation over date. All widths in characters of the body. */
export function signature({ organisation, date, sealed }: Signature, area: Area): Piece[] {
  const air = Array.from({ length: sealed ? AIR.sealed : AIR.unsealed }, () =>
    paragraph({ style: "Plain", keepNext: true }),
  );
  return [...air, ...(sealed ? sealedLines(organisation, date, area) : unsealedLines(organisation, date, area))];
}

/** The organisation centred on the date's axis; only one too wide for that draws the axis to the left. */
function sealedLines(organisation: string, date: string, area: Area): Piece[] {
  const axis = SEALED_DATE_INSET + widthOf(date) / 2;
  const needed = ORGANISATION_INSET + widthOf(organisation) / 2;
  const dateInset = SEALED_DATE_INSET + Math.max(0, needed - axis);
  // Centred between this indent and the right edge of the type area.
  const left = Math.max(0, Math.round(mm(area.width) - 2 * Math.max(axis, needed) * CHARACTER));
  const fits = needed * 2 * CHARACTER <= mm(area.width);
  const dateLine = fits
    ? paragraph({ style: "SignatureDate", indent: { right: Math.round(dateInset * CHARACTER) }, children: runs(date) })
    : paragraph({ style: "Signature", children: runs(date) });
  return [paragraph({ style: "Signature", indent: { left }, keepNext: true, children: runs(organisation) }), dateLine];
}

/** Both by their first characters, so that the shift between them does not hang on how wide a font's figures are. */
function unsealedLines(organisation: string, date: string, area: Area): Piece[] {
  const room = mm(area.width) / CHARACTER - UNSEALED_INSET;
  const first = Math.max(0, Math.min(room - widthOf(organisation), room - widthOf(date) - DATE_SHIFT));
  const line = (text: string, characters: number, keepNext: boolean) =>
    paragraph({
      style: "SignatureLeft",
      indent: { left: Math.round(characters * CHARACTER) },
      keepNext,
      children: runs(text),
    });
  return [line(organisation, first, true), line(date, first + DATE_SHIFT, false)];
}

/** A line to sign or write on by hand: one across the page, or two beside each other. */
export function signLine(labels: readonly [string] | readonly [string, string], area: Area): Piece {
  const width = mm(area.width);
  const middle = Math.round(width / 2);
  const [left, right] = labels;
  const end = { type: TabStopType.RIGHT, position: width, leader: LeaderType.UNDERSCORE };
  if (right === undefined) return paragraph({ style: "SignLine", tabStops: [end], children: withRule(left) });
  return paragraph({
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
