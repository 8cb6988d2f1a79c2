import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { methodDrawingText as text } from "#app/text/method-drawing.ts";
import { columnsOf, mainLine } from "./columns.ts";
import { type DrawnGraph, type DrawnLink, type DrawnNode, graphOf } from "./graph.ts";
import { SMALL, widthOf } from "./measure.ts";
import { type Point, type Routed, routed } from "./route.ts";
import { LABEL_GAP, type Rows, rowsOf, VARIANTS } from "./rows.ts";
import { unrestOf } from "./unrest.ts";

/** A box where it is drawn: its upper left corner and size, px. `aside` are ends that only exceptions lead to. */
export interface Box extends DrawnNode, Point {
  readonly width: number;
  readonly height: number;
  readonly aside: boolean;
}
/** A way from box to box: the corners of its line, and its label's lines with the corner of their block. */
export interface Edge extends DrawnLink {
  readonly points: readonly Point[];
  readonly label?: Point & { readonly lines: readonly string[] };
}
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
  /** Stands before the ends that only exceptions lead to. */
  readonly caption?: Point & { readonly text: string };
}

const MARGIN = 16;
const LEAST_WIDTH = 328;
const BETWEEN_ASIDES = 10;

/** Boxes side by side in lines no wider than `room`. */
function asides(nodes: readonly DrawnNode[], top: number, room: number): Box[] {
  let [x, y, line] = [MARGIN, top, 0];
  return nodes.map((node): Box => {
    const { width, height } = node.content;
    if (x > MARGIN && x + width > MARGIN + room) [x, y, line] = [MARGIN, y + line + BETWEEN_ASIDES, 0];
    const box = { ...node, x, y, width, height, aside: true };
    x += width + BETWEEN_ASIDES;
    line = Math.max(line, height);
    return box;
  });
}

/** How far all boxes, ways and labels reach to both sides. */
function extent({ rows }: Rows, columns: ReadonlyMap<string, number>): [number, number] {
  const pieces = rows.flat();
  if (pieces.length === 0) return [0, 0];
  const at = (key: string) => columns.get(key) ?? 0;
  const left = Math.min(...pieces.map((piece) => at(piece.key) - piece.left));
  return [left, Math.max(...pieces.map((piece) => at(piece.key) + piece.right))];
}

type Arrangement = { drawn: Rows; route: Routed };

/** A few ways aside without a crossing: no other arrangement is looked for. */
const CALM = 300;

/** The calmest of several arrangements: few crossings and bends, not too wide. */
function arrange(graph: DrawnGraph): Arrangement {
  let best: (Arrangement & { unrest: number }) | undefined;
  for (const variant of VARIANTS) {
    const drawn = rowsOf(graph, variant);
    const route = routed(drawn, columnsOf(drawn, mainLine(graph.nodes[0]?.key, drawn.courses)));
    const [left, right] = extent(drawn, route.columns);
    const unrest = unrestOf(route.runs, right - left);
    if (!best || unrest < best.unrest) best = { drawn, route, unrest };
    if (best.unrest <= CALM) break;
  }
  if (!best) throw new RangeError("there is no way to arrange boxes");
  return best;
}

/** Drawings by definition: a definition never changes, and dagre takes some 10 ms a method. */
const drawings = new WeakMap<MethodDefinition, { full?: Drawing; compact?: Drawing }>();

/** Where everything of a method stands in its drawing: the same for the same definition, and for drafts with faults too. */
export function layoutMethod(method: MethodDefinition, { compact = false }: { compact?: boolean } = {}): Drawing {
  const known = drawings.get(method) ?? {};
  const size = compact ? "compact" : "full";
  const drawing = known[size] ?? drawn(method, compact);
  drawings.set(method, { ...known, [size]: drawing });
  return drawing;
}

function drawn(method: MethodDefinition, compact: boolean): Drawing {
  const graph = graphOf(method, compact);
  const { drawn: pieces, route } = arrange(graph);
  const { columns, middles, runs, height } = route;

  const at = (key: string) => columns.get(key) ?? 0;
  const [left, right] = extent(pieces, columns);
  const room = Math.max(LEAST_WIDTH - 2 * MARGIN, right - left);
  const moved = ({ x, y }: Point): Point => ({ x: Math.round(x - left + MARGIN), y: Math.round(y + MARGIN) });

  const rowOf = new Map(pieces.rows.flatMap((row, index) => row.map((piece) => [piece.key, index] as const)));
  const middleOf = (key: string) => middles[rowOf.get(key) ?? 0] ?? 0;
  const boxes = graph.nodes.map((node): Box => {
    const { width, height: tall } = node.content;
    const corner = moved({ x: at(node.key) - width / 2, y: middleOf(node.key) - tall / 2 });
    return { ...node, ...corner, width, height: tall, aside: false };
  });
  const edges = pieces.courses.map(({ link, upward, label }, index): Edge => {
    const points = (runs[index] ?? []).map(moved);
    if (upward) points.reverse();
    if (!label) return { ...link, points };
    const y = middleOf(label.piece) - (label.lines.length * SMALL.line) / 2;
    return { ...link, points, label: { ...moved({ x: at(label.piece) + LABEL_GAP, y }), lines: label.lines } };
  });

  const below = height + MARGIN + (graph.nodes.length > 0 ? 28 : 0);
  const caption = { x: MARGIN, y: below, text: text.otherEnds };
  const ends = asides(graph.asides, below + SMALL.line + 6, room);
  const bottom = Math.max(height + MARGIN, ...ends.map((box) => box.y + box.height));
  const wide = Math.max(MARGIN + room, ...ends.map((box) => box.x + box.width), MARGIN + widthOf(caption.text, SMALL));
  const drawing = { width: wide + MARGIN, height: bottom + MARGIN, boxes: [...boxes, ...ends], edges };
  return ends.length > 0 ? { ...drawing, caption } : drawing;
}
