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

/** “≥ 2/3” or “> 1/2”. */
export function fractionSign(fraction: Fraction): string {
  return `${fraction.inclusive ? "≥" : ">"} ${fraction.numerator}/${fraction.denominator}`;
}
