import type { Fraction } from "./types.ts";

/** The two integers that are compared: n·denominator against N·numerator. Exact for counts up to `MAX_COUNT`. */
export function crossed(fraction: Fraction, n: number, all: number): { left: number; right: number } {
  return { left: n * fraction.denominator, right: all * fraction.numerator };
}

/** Whether n of N reaches the fraction. A share of nothing is never reached, else an empty roll would have its quorum. */
export function reaches(fraction: Fraction, n: number, all: number): boolean {
  if (all === 0) return false;
  const { left, right } = crossed(fraction, n, all);
  return fraction.inclusive ? left >= right : left > right;
}

/** The smallest n that reaches the fraction of N (40 for ≥ 2/3 of 60, 21 for > 1/2 of 40); 1 where N is 0. */
export function leastCount(fraction: Fraction, all: number): number {
  if (all === 0) return 1;
  const [product, divisor] = [BigInt(all) * BigInt(fraction.numerator), BigInt(fraction.denominator)];
  const whole = product / divisor;
  const exact = product % divisor === 0n;
  return Number(fraction.inclusive && exact ? whole : whole + 1n);
}

/** “68.33%”: hundredths of a percent, rounded half up in integers. */
export function percent(n: number, all: number): string {
  if (all === 0) return "—";
  const hundredths = (BigInt(n) * 20_000n + BigInt(all)) / (2n * BigInt(all));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}%`;
}

/** “≥2/3” or “>1/2”, without a space: it must not be torn at the end of a line. */
export function fractionSign(fraction: Fraction): string {
  return `${fraction.inclusive ? "≥" : ">"}${fraction.numerator}/${fraction.denominator}`;
}

/** The law's own words, each kept apart from its neighbour: 过半数 is not 半数以上, 三分之二以上 not 超过三分之二 (民法典第1259条). */
const LAW_WORDS: Readonly<Record<string, string>> = {
  ">1/2": "过半数",
  "≥1/2": "半数以上",
  ">2/3": "超过三分之二",
  "≥2/3": "三分之二以上",
  ">3/4": "超过四分之三",
  "≥3/4": "四分之三以上",
  "≥4/5": "五分之四以上",
  "≥1/3": "三分之一以上",
  "≥1/5": "五分之一以上",
  "≥1/10": "十分之一以上",
  "≥1/1": "全体",
};

/** “三分之二以上（≥2/3）”: the words that people know and the sign that can be reckoned; the sign alone for other fractions. */
export function fractionWords(fraction: Fraction): string {
  const sign = fractionSign(fraction);
  const words = LAW_WORDS[sign];
  return words ? `${words}（${sign}）` : ` ${sign}`;
}
