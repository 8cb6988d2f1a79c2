/** Sizes of the drawing's two texts, px: names of stages, and everything else. Nothing is smaller than 14. */
export const NAME = { size: 16, line: 24 } as const;
export const SMALL = { size: 14, line: 21 } as const;
export type Face = typeof NAME | typeof SMALL;

/** Characters that a line does not begin with. */
const CLOSING = /^[，。、；：？！）》”’』」】…—,.;:?!)\]}%]/;
/** Characters that a line does not end with. */
const OPENING = /[（“‘《『「【(]$/;
/** Words, figures and “第 3 步” stay in one piece. */
const PIECES = /第 \d+ 步|[A-Za-z0-9.+/-]+|\s+|./gsu;
const NARROW = /[ -~·]/;

/** About how wide a text is drawn, px: a Chinese character is as wide as its size, a Latin one a good half. Never too narrow. */
export function widthOf(text: string, { size }: Face): number {
  let ems = 0;
  for (const character of text) ems += NARROW.test(character) ? 0.62 : 1;
  return Math.ceil(ems * size);
}

/** The pieces of a text that stay together: closing marks with what is before them, opening ones with what follows. */
function piecesOf(text: string, width: number, face: Face): string[] {
  const pieces: string[] = [];
  for (const piece of text.match(PIECES) ?? []) {
    const before = pieces.at(-1);
    const belongs = before !== undefined && (CLOSING.test(piece) || OPENING.test(before));
    if (belongs && widthOf(before + piece, face) <= width) pieces[pieces.length - 1] = before + piece;
    else if (widthOf(piece, face) > width) pieces.push(...piece);
    else pieces.push(piece);
  }
  return pieces;
}

function filled(text: string, width: number, face: Face): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text.trim(), width, face)) {
    if (line !== "" && widthOf(line + piece, face) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
  }
  return line === "" ? lines : [...lines, line.trimEnd()];
}

/** Two characters alone on the last line look lost. */
const LOST = 2;

/** A text in lines no wider than `width` px, where a single character fits; an empty text has no lines. */
export function wrap(text: string, width: number, face: Face): string[] {
  const lines = filled(text, width, face);
  const alone = lines.length > 1 && widthOf(lines.at(-1) ?? "", face) <= LOST * face.size;
  if (!alone) return lines;
  const narrower = filled(text, width - LOST * face.size, face);
  return narrower.length === lines.length ? narrower : lines;
}

/** A list in lines, `head` before it and “；” between: an item is cut only where it is wider than a whole line. */
export function wrapItems(head: string, items: readonly string[], width: number, face: Face): string[] {
  const lines: string[] = [];
  let line = head;
  for (const [index, item] of items.entries()) {
    const words = index < items.length - 1 ? `${item}；` : item;
    if (widthOf(line + words, face) <= width) {
      line += words;
      continue;
    }
    if (line !== head && line !== "") {
      lines.push(line);
      line = "";
    }
    const cut = wrap(line + words, width, face);
    lines.push(...cut.slice(0, -1));
    line = cut.at(-1) ?? "";
  }
  return line === "" ? lines : [...lines, line];
}
