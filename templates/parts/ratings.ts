/** How residents judged a result, as counts of answers; `rather` 不太满意 only where people were asked for it. */
export type Ratings = { satisfied: number; fair: number; rather?: number; unsatisfied: number };

/** From this many answers on percentages say something. This house's own default, no rule asks it. */
export const LEAST_SAMPLE = 20;

const NAMES: readonly [keyof Ratings, string][] = [
  ["satisfied", "满意"],
  ["fair", "基本满意"],
  ["rather", "不太满意"],
  ["unsatisfied", "不满意"],
];

/** The answers of the form, in its order. */
export const RATING_WORDS = NAMES.map(([, word]) => word);

/** A wording with its figures: the answers of each kind, and their shares only where the sample is large enough. */
export function ratingWords(ratings: Ratings): { generated: string; figures: Record<string, string | number> } {
  const counts = NAMES.flatMap(([name, word]) => {
    const count = ratings[name];
    return count === undefined ? [] : [{ word, count }];
  });
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { generated: "还没有收到评价。", figures: {} };
  const enough = total >= LEAST_SAMPLE;
  const parts = counts.map(({ word }) => `${word}{${word}}份${enough ? `（{${word}率}）` : ""}`);
  const figures = Object.fromEntries(
    counts.flatMap(({ word, count }): [string, string | number][] => [
      [word, count],
      ...(enough ? [[`${word}率`, share(count, total)] as [string, string]] : []),
    ]),
  );
  const why = enough ? "" : "样本不足{少于}份，不计算百分比。";
  return {
    generated: `共收到评价{评价}份：${parts.join("，")}。${why}`,
    figures: { 评价: total, ...figures, ...(enough ? {} : { 少于: LEAST_SAMPLE }) },
  };
}

/** 12 of 20 → “60.0%”. */
const share = (count: number, total: number): string => `${((count * 100) / total).toFixed(1)}%`;
