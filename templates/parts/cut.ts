import { BorderStyle } from "docx";
import { type Piece, paragraph } from "./piece.ts";
import { runs } from "./text.ts";

/** Where the paper is cut apart: a dashed rule from edge to edge, drawn, because no Chinese font has a pair of scissors. */
export function cut(): Piece {
  return paragraph({
    style: "Cut",
    border: { bottom: { style: BorderStyle.DASHED, size: 8, space: 1, color: "000000" } },
    children: runs("沿虚线剪开"),
  });
}
