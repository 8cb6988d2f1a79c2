import type { Course, Piece, Rows } from "./rows.ts";

/** Room between neighbours of a row, px: two boxes, or a box or way and a way. */
const BETWEEN = { boxes: 40, ways: 22 } as const;
/** How far from a box's corner a way may end. */
export const CORNER = 20;
const ROUNDS = 24;

/** Pieces that keep the same `x`: a box alone, a way's straight run, or the whole main line. */
interface Block {
  x: number;
  readonly pieces: Piece[];
  /** Neighbours in some row, and the least distance to them. */
  readonly leftOf: { block: Block; by: number }[];
  readonly rightOf: { block: Block; by: number }[];
  /** What it would like to stand above or below. */
  readonly ties: { other: Block; slack: number; weight: number }[];
}

const newBlock = (pieces: Piece[]): Block => ({ x: 0, pieces, leftOf: [], rightOf: [], ties: [] });
const distance = (a: Piece, b: Piece) => a.right + b.left + (a.node && b.node ? BETWEEN.boxes : BETWEEN.ways);

/**
 * The main line from the first box down: the way onward where there is one, otherwise the way that leads through most boxes.
 * As keys of all that it passes.
 */
export function mainLine(first: string | undefined, courses: readonly Course[]): ReadonlySet<string> {
  const best = new Map<string, readonly Course[]>();
  const longest = (node: string): readonly Course[] => {
    const known = best.get(node);
    if (known) return known;
    const ways = courses.filter((course) => !course.upward && course.above === node);
    const onward = ways.filter((course) => course.link.main);
    const lines = (onward.length > 0 ? onward : ways).map((course) => [course, ...longest(course.below)]);
    const line = lines.reduce<readonly Course[]>((a, b) => (b.length > a.length ? b : a), []);
    best.set(node, line);
    return line;
  };
  const line = first === undefined ? [] : longest(first);
  return new Set([
    ...(first === undefined ? [] : [first]),
    ...line.flatMap(({ through, below }) => [...through, below]),
  ]);
}

/** Blocks with who stands left of whom, or null where two want to stand left of each other. */
function blocksOf({ rows, courses }: Rows, line: ReadonlySet<string>, split: ReadonlySet<string>) {
  const of = new Map<string, Block>();
  const pieces = new Map(rows.flat().map((piece) => [piece.key, piece]));
  const gather = (keys: Iterable<string>) => {
    const block = newBlock([]);
    for (const key of keys) {
      const piece = pieces.get(key);
      if (piece) block.pieces.push(piece);
      of.set(key, block);
    }
  };
  gather(line);
  for (const { through } of courses) {
    if (through.some((key) => line.has(key))) continue;
    if (through.some((key) => split.has(key))) for (const key of through) gather([key]);
    else gather(through);
  }
  for (const key of pieces.keys()) if (!of.has(key)) gather([key]);
  for (const row of rows) {
    for (const [index, right] of row.entries()) {
      const left = row[index - 1];
      const [a, b] = [left && of.get(left.key), of.get(right.key)];
      if (!left || !a || !b) continue;
      a.leftOf.push({ block: b, by: distance(left, right) });
      b.rightOf.push({ block: a, by: distance(left, right) });
    }
  }
  return of;
}

/** From left to right, each after all that stand left of it; what goes round in a circle is left out. */
function sorted(blocks: readonly Block[]): Block[] {
  const waiting = new Map(blocks.map((block) => [block, block.rightOf.length]));
  const free = blocks.filter((block) => block.rightOf.length === 0);
  const done: Block[] = [];
  for (const block of free) {
    done.push(block);
    for (const { block: next } of block.leftOf) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) free.push(next);
    }
  }
  return done;
}

function tie(a: Block, b: Block, slack: number, weight: number): void {
  if (a === b) return;
  a.ties.push({ other: b, slack, weight });
  b.ties.push({ other: a, slack, weight });
}

/** A way likes to run straight down; under a box it may stand anywhere between the corners, best in the middle. */
function tieAll(courses: readonly Course[], of: ReadonlyMap<string, Block>): void {
  for (const { above, below, through, link } of courses) {
    const chain = [above, ...through, below].flatMap((key) => {
      const block = of.get(key);
      const piece = block?.pieces.find((each) => each.key === key);
      return block && piece ? [{ block, piece }] : [];
    });
    for (const [index, end] of chain.entries()) {
      const start = chain[index - 1];
      if (!start) continue;
      const half = Math.max(start.piece.node ? start.piece.left : 0, end.piece.node ? end.piece.left : 0);
      tie(start.block, end.block, Math.max(0, half - CORNER), link.main ? 3 : 1);
    }
  }
}

/** What it costs to stand at `x`: bends, their length, and a little for standing off the middle. */
function cost(block: Block, x: number): number {
  return block.ties.reduce((sum, { other, slack, weight }) => {
    const off = Math.abs(other.x - x);
    const bend = off > slack + 0.5 ? 60 + (off - slack) : 0;
    return sum + weight * (bend + 0.2 * off);
  }, 0);
}

/** Moves each block to the best place that its neighbours leave it, again and again. */
function settle(blocks: readonly Block[]): void {
  for (let round = 0; round < ROUNDS; round++) {
    for (const block of round % 2 === 0 ? [...blocks].reverse() : blocks) {
      const least = Math.max(...block.rightOf.map(({ block: left, by }) => left.x + by), Number.NEGATIVE_INFINITY);
      const most = Math.min(...block.leftOf.map(({ block: right, by }) => right.x - by), Number.POSITIVE_INFINITY);
      const wishes = block.ties.flatMap(({ other, slack }) => [other.x, other.x - slack, other.x + slack]);
      const places = [block.x, ...wishes].map((x) => Math.min(Math.max(x, least), most));
      block.x = places.reduce((a, b) => (cost(block, b) < cost(block, a) - 0.01 ? b : a), places[0] ?? block.x);
    }
  }
}

/** Where each piece stands from left to right: its `x` by its key. The main line is straight, and nothing of a row overlaps. */
export function columnsOf(drawn: Rows, line: ReadonlySet<string>): ReadonlyMap<string, number> {
  const straight = blocksOf(drawn, line, new Set());
  const inOrder = sorted([...new Set(straight.values())]);
  const crossed = [...straight].filter(([, block]) => !inOrder.includes(block)).map(([key]) => key);
  // Ways that cross cannot both run straight.
  const of = crossed.length > 0 ? blocksOf(drawn, line, new Set(crossed)) : straight;
  const blocks = sorted([...new Set(of.values())]);
  for (const block of blocks) {
    block.x = Math.max(0, ...block.rightOf.map(({ block: left, by }) => left.x + by));
  }
  tieAll(drawn.courses, of);
  settle(blocks);
  return new Map([...of].map(([key, block]) => [key, block.x]));
}
