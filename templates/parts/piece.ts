import { type IParagraphOptions, type ITableOptions, Paragraph, Table } from "docx";

/** A paragraph or table before it is made: where it stands can still be said of it. */
export type Piece =
  | { kind: "paragraph"; options: IParagraphOptions }
  | { kind: "table"; options: ITableOptions; opensPage?: boolean };

/** A paragraph that is still to be made. */
export function paragraph(options: IParagraphOptions): Piece {
  return { kind: "paragraph", options };
}

/** A table that is still to be made. */
export function table(options: ITableOptions): Piece {
  return { kind: "table", options };
}

/** The pieces, the first of them at the top of a page. */
export function onNewPage([first, ...others]: readonly Piece[]): Piece[] {
  if (first === undefined) return [];
  if (first.kind === "table") return [{ ...first, opensPage: true }, ...others];
  return [paragraph({ ...first.options, pageBreakBefore: true }), ...others];
}

/** The pieces, the last of them on one page with what follows. */
export function keptWithNext(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1);
  if (last?.kind !== "paragraph") return [...pieces];
  return [...pieces.slice(0, -1), paragraph({ ...last.options, keepNext: true })];
}

/**
 * The pieces as docx objects, made anew at each call: an object that two documents share corrupts the second. Word runs two tables into one, and adds an
 * empty line after a last one, unless a paragraph stands there; and a table cannot be told to begin a page. A paragraph of 1 pt does all three.
 */
export function laid(pieces: readonly Piece[]): (Paragraph | Table)[] {
  const set = pieces.flatMap((piece, index) => {
    if (piece.kind === "paragraph") return [new Paragraph(piece.options)];
    const { opensPage = false } = piece;
    const parted = opensPage || pieces[index - 1]?.kind === "table";
    return [...(parted ? [hairline(opensPage)] : []), new Table(piece.options)];
  });
  return pieces.at(-1)?.kind === "table" ? [...set, hairline(false)] : set;
}

function hairline(pageBreakBefore: boolean): Paragraph {
  return new Paragraph({ style: "Hairline", pageBreakBefore, keepNext: pageBreakBefore });
}
