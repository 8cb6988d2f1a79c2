import { CORNER } from "./columns.ts";
import type { Course, Piece, Rows } from "./rows.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Between two ways that end at the same side of a box, and between two level runs in the room between rows, px. */
const PORT = 18;
const TRACK = 10;
const LEAD = 12;
const ARROW = 18;

/** Where ways touch a side of a box: in the order in which they come, apart from each other, between the corners. */
function spread(wishes: readonly number[], middle: number, half: number): number[] {
  const room = Math.max(0, half - CORNER);
  const step = Math.min(PORT, wishes.length > 1 ? (2 * room) / (wishes.length - 1) : PORT);
  const places = wishes.map((wish) => Math.min(Math.max(wish, middle - room), middle + room));
  for (let i = 1; i < places.length; i++) places[i] = Math.max(places[i] ?? 0, (places[i - 1] ?? 0) + step);
  for (let i = places.length - 1, most = middle + room; i >= 0; i--, most -= step) {
    places[i] = Math.min(places[i] ?? 0, most);
  }
  return places;
}

interface Ports {
  readonly leaving: ReadonlyMap<number, number>;
  readonly reaching: ReadonlyMap<number, number>;
}

/** The `x` at which each course leaves the box above it and reaches the one below, by the course's place. */
function portsOf({ rows, courses }: Rows, columns: ReadonlyMap<string, number>): Ports {
  const at = (key: string | undefined) => columns.get(key ?? "") ?? 0;
  const side = (box: Piece, mine: number[], wish: (course: Course) => number, ports: Map<number, number>) => {
    const wished = (index: number) => {
      const course = courses[index];
      return course ? wish(course) : 0;
    };
    const inOrder = [...mine].sort((a, b) => wished(a) - wished(b));
    const places = spread(inOrder.map(wished), at(box.key), box.left);
    for (const [place, index] of inOrder.entries()) ports.set(index, places[place] ?? 0);
  };
  const [leaving, reaching] = [new Map<number, number>(), new Map<number, number>()];
  for (const box of rows.flat().filter((piece) => piece.node)) {
    const below = [...courses.keys()].filter((index) => courses[index]?.above === box.key);
    side(box, below, (course) => at(course.through[0] ?? course.below), leaving);
    const above = [...courses.keys()].filter((index) => courses[index]?.below === box.key);
    side(box, above, (course) => at(course.through.at(-1) ?? course.above), reaching);
  }
  return { leaving, reaching };
}

/** Room that a way keeps from its neighbours when it gives way a little. */
const CLEAR = 10;

/**
 * Columns with small bends taken out: a way that stands nearly under the place where it leaves or reaches a box moves right under it, as
 * far as its neighbours in every row leave it room.
 */
function eased({ rows, courses }: Rows, columns: ReadonlyMap<string, number>, ports: Ports): Map<string, number> {
  const eased = new Map(columns);
  const at = (piece: Piece) => eased.get(piece.key) ?? 0;
  const places = new Map(rows.flatMap((row) => row.map((piece, index) => [piece.key, { row, index }] as const)));
  const fits = (key: string, x: number) => {
    const { row, index } = places.get(key) ?? { row: [], index: 0 };
    const [left, own, right] = [row[index - 1], row[index], row[index + 1]];
    if (!own) return false;
    const after = left === undefined || at(left) + left.right + CLEAR <= x - own.left;
    return after && (right === undefined || x + own.right + CLEAR <= at(right) - right.left);
  };
  for (const [index, { through }] of courses.entries()) {
    const [first] = through;
    const here = eased.get(first ?? "");
    if (here === undefined || through.some((key) => eased.get(key) !== here)) continue;
    const wishes = [ports.leaving.get(index), ports.reaching.get(index)].flatMap((x) => (x === undefined ? [] : [x]));
    if (wishes.includes(here)) continue;
    const near = wishes.find((x) => Math.abs(x - here) <= 2 * PORT && through.every((key) => fits(key, x)));
    if (near !== undefined) for (const key of through) eased.set(key, near);
  }
  return eased;
}

type Bend = { from: number; to: number; course: number };

/** Level runs in the room between two rows, each at a height of its own where they would touch; the number of heights. */
function tracksOf(bends: readonly Bend[]): { tracks: Map<number, number>; count: number } {
  const rightward = bends.filter(({ from, to }) => to > from).sort((a, b) => b.from - a.from);
  const leftward = bends.filter(({ from, to }) => to < from).sort((a, b) => a.from - b.from);
  const taken: [number, number][][] = [];
  const tracks = new Map<number, number>();
  for (const { from, to, course } of [...rightward, ...leftward]) {
    const [left, right] = [Math.min(from, to) - PORT / 2, Math.max(from, to) + PORT / 2];
    // Below all that it touches: those that begin farther on in its direction are already there and must stay above it.
    const touching = taken.map((runs) => runs.some(([a, b]) => a < right && b > left));
    const track = touching.lastIndexOf(true) + 1;
    const runs = taken[track] ?? [];
    runs.push([left, right]);
    taken[track] = runs;
    tracks.set(course, track);
  }
  return { tracks, count: taken.length };
}

export interface Routed {
  /** Where each piece stands from left to right, small bends taken out. */
  readonly columns: ReadonlyMap<string, number>;
  /** Middle of each row, and where each course runs, told from above to below. */
  readonly middles: readonly number[];
  readonly runs: readonly (readonly Point[])[];
  readonly height: number;
}

/** Heights of the rows, and each way as a line of level and upright runs. */
export function routed(drawn: Rows, wished: ReadonlyMap<string, number>): Routed {
  const { rows, courses } = drawn;
  const rowOf = new Map(rows.flatMap((row, index) => row.map((piece) => [piece.key, index] as const)));
  const { leaving, reaching } = portsOf(drawn, wished);
  const columns = eased(drawn, wished, { leaving, reaching });
  const stops = courses.map(({ above, below, through }, index) => [
    { row: rowOf.get(above) ?? 0, x: leaving.get(index) ?? 0 },
    ...through.map((key) => ({ row: rowOf.get(key) ?? 0, x: columns.get(key) ?? 0 })),
    { row: rowOf.get(below) ?? 0, x: reaching.get(index) ?? 0 },
  ]);
  const gaps = rows.map((_, row) => {
    const bends = stops.flatMap((each, course) =>
      each.flatMap(({ row: here, x }, i): Bend[] => {
        const next = each[i + 1];
        return here === row && next && Math.abs(next.x - x) > 0.5 ? [{ from: x, to: next.x, course }] : [];
      }),
    );
    return tracksOf(bends);
  });
  const heights = rows.map((row) => Math.max(0, ...row.map((piece) => piece.height)));
  const tops: number[] = [];
  let y = 0;
  for (const [row, height] of heights.entries()) {
    tops[row] = y;
    y += height + LEAD + TRACK * (gaps[row]?.count ?? 0) + (rows[row + 1]?.some((piece) => piece.node) ? ARROW : 4);
  }
  const bottom = (row: number) => (tops[row] ?? 0) + (heights[row] ?? 0);
  const middles = heights.map((height, row) => (tops[row] ?? 0) + height / 2);
  const boxHeight = new Map(rows.flat().map((piece) => [piece.key, piece.height]));
  const runs = stops.map((each, course) => {
    const { above, below } = courses[course] ?? { above: "", below: "" };
    const points: Point[] = [];
    for (const [i, { row, x }] of each.entries()) {
      const next = each[i + 1];
      const middle = middles[row] ?? 0;
      if (i === 0) points.push({ x, y: middle + (boxHeight.get(above) ?? 0) / 2 });
      if (!next) points.push({ x, y: middle - (boxHeight.get(below) ?? 0) / 2 });
      else if (Math.abs(next.x - x) > 0.5) {
        const level = bottom(row) + LEAD + TRACK * (gaps[row]?.tracks.get(course) ?? 0);
        points.push({ x, y: level }, { x: next.x, y: level });
      }
    }
    return points;
  });
  const last = heights.length - 1;
  return { columns, middles, runs, height: last < 0 ? 0 : bottom(last) };
}

/** An SVG path along the points with rounded corners. */
export function pathOf(points: readonly Point[], radius = 7): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M${round(first.x)} ${round(first.y)}`;
  for (const [index, corner] of rest.entries()) {
    const [before, after] = [points[index], rest[index + 1]];
    if (!before || !after) {
      path += `L${round(corner.x)} ${round(corner.y)}`;
      continue;
    }
    const r = Math.min(radius, apart(before, corner) / 2, apart(corner, after) / 2);
    const [a, b] = [toward(corner, before, r), toward(corner, after, r)];
    path += `L${round(a.x)} ${round(a.y)}Q${round(corner.x)} ${round(corner.y)} ${round(b.x)} ${round(b.y)}`;
  }
  return path;
}

const round = (value: number) => Math.round(value * 10) / 10;
const apart = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
function toward(from: Point, to: Point, by: number): Point {
  const whole = apart(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole };
}
