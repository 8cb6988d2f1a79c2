import {
  BorderStyle,
  BuilderElement,
  HeightRule,
  Paragraph,
  Run,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Issuer } from "#templates/content.ts";
import { type Area, mm } from "#templates/layout/page.ts";
import { chineseDay } from "./dates.ts";
import { widthOf } from "./measure.ts";
import { type Piece, paragraph } from "./piece.ts";
import { runs, tab } from "./text.ts";
import { sentence } from "./wording.ts";

/** 4号, twips: one character of the imprint, its inset at either side (GB/T 9704-2012 7.4.2, 7.4.3). */
const CHARACTER = 14 * 20;
/** Points, as in the style. */
const TEXT_LINE = 22;
const RULE_LINE = 3;
/** Room for three of them with their strokes, and some to spare: a cell of fixed height cuts off what is over. */
const RULES = 20;
/** Eighths of a point: 0.35 mm and 0.25 mm (7.4.1). */
const THICK = 8;
const THIN = 6;
const COPY_TO = "抄送：";

/**
 * 版记 at the foot of the last page, its last rule on the lower edge of the type area (7.4.1). It stands in a box of its own, placed by the margins, which
 * moves no text. What keeps text away is the paragraph that holds the box: an empty line as high as the box, the last of the paper. Where that finds no
 * room any more it goes to the next page, and the box with it; so nothing depends on how a program lets text flow around things.
 */
export function imprint({ copyTo, printedBy, printedOn }: Issuer, area: Area): Piece[] {
  const day = chineseDay(printedOn);
  if (copyTo === "" && printedBy === "" && day === "") return [];
  const copies = copyTo === "" ? [] : [rule(THICK), copyLine(copyTo), rule(THIN)];
  const printed = [...(copyTo === "" ? [rule(THICK)] : []), printedLine(printedBy, day, area)];
  const lines = [...copies, ...printed, rule(THICK, "bottom")];
  const height = heightOf(copyTo, printedBy, area);
  const box = new Run({ children: [] });
  box.addChildElement(pict(atFoot(lines, area, height), area, height));
  return [paragraph({ style: "Imprint", spacing: { line: height * 20, lineRule: "exact" }, children: [box] })];
}

function copyLine(copyTo: string): Paragraph {
  const hanging = widthOf(COPY_TO) * CHARACTER;
  return new Paragraph({
    style: "Imprint",
    indent: { left: CHARACTER + hanging, right: CHARACTER, hanging },
    children: runs(`${COPY_TO}${sentence(copyTo)}`),
  });
}

function printedLine(printedBy: string, day: string, area: Area): Paragraph {
  return new Paragraph({
    style: "Imprint",
    indent: { left: CHARACTER, right: CHARACTER },
    tabStops: [{ type: "right", position: mm(area.width) - CHARACTER }],
    children: [...runs(printedBy), tab(), ...runs(day === "" ? "" : `${day}印发`)],
  });
}

/** A rule from edge to edge of the type area; a border of the text's own would be as narrow as the text. */
function rule(size: number, edge: "top" | "bottom" = "top"): Paragraph {
  return new Paragraph({
    style: "Imprint",
    spacing: { line: RULE_LINE * 20, lineRule: "exact" },
    border: { [edge]: { style: BorderStyle.SINGLE, size, space: 0, color: "000000" } },
  });
}

/** Points. Lines are reckoned rather too short than too long: what is over stays free above the first rule. */
function heightOf(copyTo: string, printedBy: string, area: Area): number {
  const perLine = mm(area.width) / CHARACTER - 2;
  const lines = (text: string, width: number) => Math.max(1, Math.ceil(widthOf(text) / (width * 0.95)));
  const copies = copyTo === "" ? 0 : copyTo.split("\n").reduce((sum, text) => sum + lines(text, perLine - 4), 0);
  return (copies + lines(`${printedBy}2026年11月18日印发`, perLine)) * TEXT_LINE + RULES;
}

/**
 * The lines at the foot of the box. Programs differ in which edge of a box they set its text from; all of them know a cell of fixed height with its text at
 * the foot. A box may not end with a table: the line after it counts 1 pt.
 */
function atFoot(lines: readonly Paragraph[], area: Area, height: number): (Table | Paragraph)[] {
  const width = { size: mm(area.width), type: WidthType.DXA };
  const none = { style: BorderStyle.NONE };
  const cell = new TableCell({ width, verticalAlign: VerticalAlignTable.BOTTOM, children: [...lines] });
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width,
    columnWidths: [mm(area.width)],
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [new TableRow({ height: { value: (height - 1) * 20, rule: HeightRule.EXACT }, children: [cell] })],
  });
  return [table, new Paragraph({ style: "Hairline" })];
}

/** A text box without frame or colour: a rectangle, whose insets LibreOffice heeds, as it does not with other shapes. Every Word and WPS knows it. */
function pict(content: readonly (Table | Paragraph)[], area: Area, height: number): BuilderElement {
  const style = [
    "position:absolute",
    "margin-left:0",
    "margin-top:0",
    `width:${mm(area.width) / 20}pt`,
    `height:${height}pt`,
    "z-index:1",
    // Left out, these are 9 pt at either side, and the box stands that far from the margin.
    "mso-wrap-distance-left:0",
    "mso-wrap-distance-right:0",
    "mso-position-horizontal:left",
    "mso-position-horizontal-relative:margin",
    "mso-position-vertical:bottom",
    "mso-position-vertical-relative:margin",
  ].join(";");
  const inside = new BuilderElement({ name: "w:txbxContent", children: [...content] });
  const textbox = new BuilderElement({
    name: "v:textbox",
    attributes: { inset: { key: "inset", value: "0,0,0,0" } },
    children: [inside],
  });
  const box = new BuilderElement({
    name: "v:rect",
    attributes: {
      style: { key: "style", value: style },
      filled: { key: "filled", value: "f" },
      stroked: { key: "stroked", value: "f" },
    },
    children: [textbox],
  });
  return new BuilderElement({ name: "w:pict", children: [box] });
}
