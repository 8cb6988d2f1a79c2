import type { Point } from "./route.ts";

type Run = { readonly a: Point; readonly b: Point };

const runsOf = (points: readonly Point[]): Run[] =>
  points.slice(1).flatMap((b, index) => {
    const a = points[index];
    return a && (a.x !== b.x || a.y !== b.y) ? [{ a, b }] : [];
  });

const inside = (value: number, one: number, other: number) =>
  value > Math.min(one, other) + 0.5 && value < Math.max(one, other) - 0.5;

/** Whether a level and an upright run cross in their middles. */
function cross(one: Run, other: Run): boolean {
  const [level, upright] = one.a.y === one.b.y ? [one, other] : [other, one];
  if (level.a.y !== level.b.y || upright.a.x !== upright.b.x) return false;
  return inside(upright.a.x, level.a.x, level.b.x) && inside(level.a.y, upright.a.y, upright.b.y);
}

/** px that stand beside the method's facts; a wider drawing takes the page to itself, or must be moved. */
const NARROW = 760;

/** How hard a drawing `width` px wide is to follow: crossings and bends count most, then how far ways lead aside. */
export function unrestOf(ways: readonly (readonly Point[])[], width: number): number {
  const runs = ways.map(runsOf);
  const crossings = runs.flatMap((mine, index) =>
    runs.slice(index + 1).flatMap((others) => mine.flatMap((one) => others.filter((other) => cross(one, other)))),
  ).length;
  const bends = runs.reduce((sum, mine) => sum + Math.max(0, mine.length - 1), 0);
  const aside = runs.flat().reduce((sum, { a, b }) => sum + Math.abs(a.x - b.x), 0);
  return crossings * 60 + bends * 20 + aside * 0.1 + Math.max(0, width - NARROW) * 0.4;
}
