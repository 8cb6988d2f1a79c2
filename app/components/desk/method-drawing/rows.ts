import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from "@dagrejs/dagre";
import type { DrawnGraph, DrawnLink } from "./graph.ts";
import { SMALL, widthOf, wrap } from "./measure.ts";

/** A box, or the place where a way passes through a row on its way down. */
export interface Piece {
  readonly key: string;
  /** How far it reaches to both sides of its `x`, px. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly node?: string;
}

export interface Course {
  readonly link: DrawnLink;
  /** True where the way leads back up; its course is told from above to below all the same. */
  readonly upward: boolean;
  readonly above: string;
  readonly below: string;
  /** Keys of the pieces that it passes through, from above to below. */
  readonly through: readonly string[];
  /** The label's lines, at the piece next to where the way begins. */
  readonly label?: { readonly lines: readonly string[]; readonly piece: string };
}

export interface Rows {
  /** From above to below, each from left to right. */
  readonly rows: readonly (readonly Piece[])[];
  readonly courses: readonly Course[];
}

const LABEL_WIDTH = 156;
export const LABEL_GAP = 8;

const linesOf = ({ labels }: DrawnLink) => labels.flatMap((label) => wrap(label, LABEL_WIDTH, SMALL));
const nameOf = ({ from, to }: DrawnLink) => `${from} → ${to}`;

/** Orders in which boxes and ways may be given to dagre: each may lead to another arrangement. */
export interface Variant {
  readonly nodesReversed: boolean;
  readonly linksReversed: boolean;
}
export const VARIANTS: readonly Variant[] = [false, true].flatMap((nodesReversed) =>
  [false, true].map((linksReversed) => ({ nodesReversed, linksReversed })),
);

/** Boxes and ways given to dagre: it finds who stands above whom and in which order from left to right. */
function arranged(drawn: DrawnGraph, isUpward: (link: DrawnLink) => boolean, variant: Variant) {
  const nodes = variant.nodesReversed ? [...drawn.nodes].reverse() : drawn.nodes;
  const links = variant.linksReversed ? [...drawn.links].reverse() : drawn.links;
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 36, edgesep: 24, ranksep: 40 });
  for (const { key, content } of nodes) graph.setNode(key, { width: content.width, height: content.height });
  for (const link of links) {
    const [v, w] = isUpward(link) ? [link.to, link.from] : [link.from, link.to];
    const width = Math.max(1, ...linesOf(link).map((line) => widthOf(line, SMALL)));
    graph.setEdge(v, w, { width, height: 20, labelpos: "r", weight: link.main ? 8 : 1 }, nameOf(link));
  }
  layout(graph);
  return graph;
}

/** The rows of a drawing. The order of the definition says what is above, so that a way to an earlier stage is drawn upwards. */
export function rowsOf(drawn: DrawnGraph, variant: Variant): Rows {
  const order = new Map(drawn.nodes.map(({ key }, index) => [key, index]));
  const isUpward = ({ from, to }: DrawnLink) => (order.get(to) ?? 0) < (order.get(from) ?? 0);
  const graph = arranged(drawn, isUpward, variant);
  const placed: { piece: Piece; x: number; y: number }[] = drawn.nodes.map(({ key, content }) => {
    const { x = 0, y = 0 } = graph.node(key);
    const half = content.width / 2;
    return { piece: { key, node: key, left: half, right: half, height: content.height }, x, y };
  });
  const courses = drawn.links.map((link): Course => {
    const upward = isUpward(link);
    const [above, below] = upward ? [link.to, link.from] : [link.from, link.to];
    const points = (graph.edge(above, below, nameOf(link)).points ?? []).slice(1, -1);
    const through = points.map((_, index) => `${nameOf(link)} ${index}`);
    const lines = linesOf(link);
    const labelled = lines.length > 0 ? (upward ? through.length - 1 : 0) : -1;
    for (const [index, { x, y }] of points.entries()) {
      const here = index === labelled;
      const right = here ? LABEL_GAP + Math.max(...lines.map((line) => widthOf(line, SMALL))) : 0;
      const height = here ? lines.length * SMALL.line : 0;
      placed.push({ piece: { key: through[index] ?? "", left: 0, right, height }, x, y });
    }
    const piece = through[labelled];
    return { link, upward, above, below, through, ...(piece === undefined ? {} : { label: { lines, piece } }) };
  });
  const heights = [...new Set(placed.map(({ y }) => Math.round(y)))].sort((a, b) => a - b);
  const rows = heights.map((height) =>
    placed
      .filter(({ y }) => Math.round(y) === height)
      .sort((a, b) => a.x - b.x)
      .map(({ piece }) => piece),
  );
  return { rows, courses };
}
