import type { Block, HeadingLevel } from "#templates/content.ts";

const FIGURES = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** 1 → 一, 12 → 十二, 40 → 四十; from 100 on Arabic figures, which read better there. */
export function chineseNumeral(value: number): string {
  if (value < 10) return FIGURES[value] ?? String(value);
  if (value >= 100) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? "" : FIGURES[tens]}十${ones === 0 ? "" : FIGURES[ones]}`;
}

/** 一、 (一) 1. (1), counted from 1 (GB/T 9704-2012 7.3.3). */
export function ordinal(level: HeadingLevel, position: number): string {
  if (level === 1) return `${chineseNumeral(position)}、`;
  if (level === 2) return `（${chineseNumeral(position)}）`;
  return level === 3 ? `${position}.` : `（${position}）`;
}

/** One entry of a list 1. 2. 3.; before a figure the wide point, so that “3.” and “3号楼” are not read as 3.3. */
export function numbered(position: number, text: string): string {
  return /^\d/u.test(text) ? `${position}．${text}` : `${ordinal(3, position)}${text}`;
}

/** A heading with its number written out: automatic lists lose their numbers when text is copied. */
export function heading(level: HeadingLevel, position: number, text: string): Block {
  return { kind: "heading", level, text: `${ordinal(level, position)}${text}` };
}
