import {
  BorderStyle,
  HeightRule,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Block, FormRow } from "#templates/content.ts";
import { type Area, mm } from "#templates/layout/page.ts";
import { type Piece, table } from "./piece.ts";
import { runs } from "./text.ts";

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const FRAME = { style: BorderStyle.SINGLE, size: 8, color: "000000" };
/** Six characters of 12 pt in two lines of three, or five in one. */
const LABEL_MILLIMETRES = 26;
const ROW_MILLIMETRES = 10;
/** Rows as tall as this are for writing by hand: printed text stands at their top, and the pen goes on below it. */
const WRITING_MILLIMETRES = 20;

/** 登记表: labels and values in a frame, room for a pen where a row is tall. Grid: label, value, label, value. */
export function form({ rows }: Extract<Block, { kind: "form" }>, area: Area): Piece {
  const label = Math.round(mm(LABEL_MILLIMETRES));
  const value = Math.round(mm(area.width) / 2) - label;
  return table({
    layout: TableLayoutType.FIXED,
    width: { size: 2 * (label + value), type: WidthType.DXA },
    columnWidths: [label, value, label, value],
    borders: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME, insideHorizontal: LINE, insideVertical: LINE },
    margins: { left: mm(1.5), right: mm(1.5), top: mm(0.8), bottom: mm(0.8), marginUnitType: WidthType.DXA },
    rows: rows.map((each) => row(each, label, value)),
  });
}

function row({ cells, millimetres = ROW_MILLIMETRES }: FormRow, labelWidth: number, valueWidth: number): TableRow {
  const single = cells.length === 1;
  const width = single ? labelWidth + 2 * valueWidth : valueWidth;
  const verticalAlign = millimetres >= WRITING_MILLIMETRES ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER;
  return new TableRow({
    // A row that holds more text than a page is broken all the same.
    cantSplit: true,
    height: { value: mm(millimetres), rule: HeightRule.ATLEAST },
    children: cells.flatMap(({ label, value }) => [
      cell(label, { style: "TableHead", width: labelWidth }),
      cell(value, { style: "FormValue", width, verticalAlign, ...(single && { columnSpan: 3 }) }),
    ]),
  });
}

type CellForm = {
  style: string;
  width: number;
  columnSpan?: number;
  verticalAlign?: (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable];
};

function cell(
  text: string,
  { style, width, columnSpan, verticalAlign = VerticalAlignTable.CENTER }: CellForm,
): TableCell {
  return new TableCell({
    ...(columnSpan !== undefined && { columnSpan }),
    width: { size: width, type: WidthType.DXA },
    verticalAlign,
    children: [new Paragraph({ style, children: runs(text) })],
  });
}
