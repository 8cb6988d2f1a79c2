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

function row(block: TableBlock, texts: readonly string[]): TableRow {
  return new TableRow({
    // One that is taller than a page is broken all the same, by Word and by LibreOffice.
    cantSplit: true,
    height: { value: mm(block.rowMillimetres), rule: HeightRule.ATLEAST },
    children: block.columns.map((column, index) => cell(column, texts[index] ?? "", "TableText")),
  });
}

function cell(column: Column, text: string, style: string): TableCell {
  const alignment = column.align === "left" && style === "TableText" ? AlignmentType.LEFT : AlignmentType.CENTER;
  return new TableCell({
    width: { size: Math.round(mm(column.millimetres)), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style, alignment, children: runs(text) })],
  });
}
