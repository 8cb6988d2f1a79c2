import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Block, FormRow } from "#templates/content.ts";
import { mm } from "#templates/layout/page.ts";
import { runs } from "./text.ts";

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const FRAME = { style: BorderStyle.SINGLE, size: 8, color: "000000" };
/** Label, value, label, value; 156 mm in all. */
const GRID = [26, 52, 26, 52] as const;
const ROW_MILLIMETRES = 10;

/** 登记表: labels and values in a frame, room for a pen where a row is tall. */
export function form({ rows }: Extract<Block, { kind: "form" }>): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(156), type: WidthType.DXA },
    columnWidths: GRID.map((width) => Math.round(mm(width))),
    borders: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME, insideHorizontal: LINE, insideVertical: LINE },
    margins: { left: mm(1), right: mm(1), top: mm(0.5), bottom: mm(0.5), marginUnitType: WidthType.DXA },
    rows: rows.map(row),
  });
}

function row({ cells, millimetres = ROW_MILLIMETRES }: FormRow): TableRow {
  const span = cells.length === 1 ? 3 : 1;
  return new TableRow({
    cantSplit: millimetres <= ROW_MILLIMETRES,
    height: { value: mm(millimetres), rule: HeightRule.ATLEAST },
    children: cells.flatMap(({ label, value }) => [cell(label, 1, "TableHead"), cell(value, span, "FormValue")]),
  });
}

function cell(text: string, span: number, style: string): TableCell {
  const width = span === 1 ? (style === "TableHead" ? GRID[0] : GRID[1]) : GRID[1] + GRID[2] + GRID[3];
  return new TableCell({
    columnSpan: span,
    width: { size: Math.round(mm(width)), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style, children: runs(text) })],
  });
}
