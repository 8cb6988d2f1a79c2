import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Block, Column } from "#templates/content.ts";
import { mm } from "#templates/layout/page.ts";
import { widthOf } from "./measure.ts";
import { type Piece, table } from "./piece.ts";
import { runs } from "./text.ts";

type TableBlock = Extract<Block, { kind: "table" }>;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const FRAME = { style: BorderStyle.SINGLE, size: 8, color: "000000" };

/** A table on a fixed grid, its head row repeated on each page. */
export function gridTable(block: TableBlock): Piece {
  const widths = block.columns.map((column) => Math.round(mm(column.millimetres)));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: mm(block.rowMillimetres), rule: HeightRule.ATLEAST },
    children: block.columns.map((column) => cell(column, column.head, "TableHead")),
  });
  return table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    borders: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME, insideHorizontal: LINE, insideVertical: LINE },
    margins: { left: mm(0.5), right: mm(0.5), top: mm(0.5), bottom: mm(0.5), marginUnitType: WidthType.DXA },
    rows: [head, ...block.rows.map((texts) => row(block, texts))],
  });
}

/** Half a page: a row as tall as this goes on over the page's end, and begins at its top, where the other cells of it stay in sight. */
const TALL_MILLIMETRES = 110;
/** Of a cell's text, as the style has it: width of a character, and distance of the lines. */
const TEXT_MILLIMETRES = { character: (12 * 25.4) / 72, line: (16 * 25.4) / 72 };

function row(block: TableBlock, texts: readonly string[]): TableRow {
  const tall = block.columns.some((column, index) => heightOf(texts[index] ?? "", column) > TALL_MILLIMETRES);
  const verticalAlign = tall ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER;
  return new TableRow({
    cantSplit: !tall,
    height: { value: mm(block.rowMillimetres), rule: HeightRule.ATLEAST },
    children: block.columns.map((column, index) => cell(column, texts[index] ?? "", "TableText", verticalAlign)),
  });
}

function heightOf(text: string, { millimetres }: Column): number {
  const perLine = Math.max(1, Math.floor((millimetres - 1) / TEXT_MILLIMETRES.character));
  const lines = text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / perLine)), 0);
  return lines * TEXT_MILLIMETRES.line;
}

type Vertical = typeof VerticalAlignTable.TOP | typeof VerticalAlignTable.CENTER;

function cell(
  column: Column,
  text: string,
  style: string,
  verticalAlign: Vertical = VerticalAlignTable.CENTER,
): TableCell {
  const alignment = column.align === "left" && style === "TableText" ? AlignmentType.LEFT : AlignmentType.CENTER;
  return new TableCell({
    width: { size: Math.round(mm(column.millimetres)), type: WidthType.DXA },
    verticalAlign,
    children: [new Paragraph({ style, alignment, children: runs(text) })],
  });
}
