import type { LayoutId } from "./layout.ts";

/** A place in one series: `code` is the 机关代字 of official papers, empty for a community's own register. */
export type NumberPlace = { code: string; year: number; place: number };

/**
 * 翠街办〔2026〕12号 (GB/T 9704-2012 7.2.5: full year in 〔〕 U+3014/3015, no 第, no padding), or 2026年第12号 of a register:
 * committees are no organs that issue by 发文字号.
 */
export function documentNumber({ code, year, place }: NumberPlace): string {
  return code === "" ? `${year}年第${place}号` : `${code}〔${year}〕${place}号`;
}

/** Which series a paper is numbered in. */
export const seriesOf = (layout: LayoutId, officialCode: string): string => (layout === "official" ? officialCode : "");

/** 期号 that is proposed for minutes: 2026年第12期, the twelfth meeting of its body in that year. */
export const proposedIssue = (year: number, count: number): string => `${year}年第${count}期`;

/** The places that a series lacks or holds twice, when its last number is `last`. Empty: no gap, no double. */
export function faultsOfSeries(places: readonly number[], last: number): number[] {
  const times = new Map<number, number>();
  for (const place of places) times.set(place, (times.get(place) ?? 0) + 1);
  const lacking = Array.from({ length: last }, (_, index) => index + 1).filter((place) => !times.has(place));
  const odd = [...times].filter(([place, count]) => count > 1 || place < 1 || place > last).map(([place]) => place);
  return [...lacking, ...odd].sort((one, other) => one - other);
}
