import { type Piece, paragraph } from "./piece.ts";
import { runs } from "./text.ts";

/** 编号 of a paper without red head, small over the title; nothing before it has one. */
export function numberLine(number: string): Piece[] {
  return number === "" ? [] : [paragraph({ style: "NumberLine", children: runs(`编号：${number}`) })];
}
