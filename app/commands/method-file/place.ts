import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair } from "yaml";

/** A fault in a file, at its place: `line` and `column` from 1, `text` the line as it stands there. */
export interface FileFault {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly message: string;
}

/** How much of a line is shown. */
const SHOWN = 100;

/** Makes faults of offsets into one text, whose lines end in line feeds. */
export function placing(text: string): (offset: number, message: string) => FileFault {
  const lines = new LineCounter();
  for (let start = 0; start >= 0; start = text.indexOf("\n", start) + 1 || -1) lines.addNewLine(start);
  return (offset, message) => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    const start = lines.lineStarts[line - 1] ?? 0;
    const end = (lines.lineStarts[line] ?? text.length + 1) - 1;
    const whole = text.slice(start, end).trimStart();
    const shown = [...whole.slice(0, 2 * SHOWN)].slice(0, SHOWN).join("").trimEnd();
    const cut = shown.length < whole.trimEnd().length ? "…" : "";
    return { line: Math.max(line, 1), column: Math.max(col, 1), text: shown + cut, message };
  };
}

const startOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0];

/**
 * Where a path into the data stands in the file: its value, or the name before it where the value goes over several lines. What is not there
 * stands where it should be: at the name of the nearest thing around it.
 */
export function offsetOf(root: Node | null, path: readonly (string | number)[]): number {
  let node: unknown = root;
  let at = startOf(root) ?? 0;
  for (const part of path) {
    const next = isMap(node) ? memberOf(node.items, part) : isSeq(node) ? itemOf(node.items, part) : undefined;
    if (!next) return at;
    node = next.node;
    at = next.at;
  }
  return at;
}

function memberOf(items: readonly Pair[], name: string | number): { node: unknown; at: number } | undefined {
  const pair = items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
  if (!pair) return undefined;
  const at = (isScalar(pair.value) ? startOf(pair.value) : undefined) ?? startOf(pair.key) ?? 0;
  return { node: pair.value, at };
}

function itemOf(items: readonly unknown[], index: string | number): { node: unknown; at: number } | undefined {
  const item = items[Number(index)];
  if (item === undefined) return undefined;
  return { node: item, at: startOf(item) ?? 0 };
}
