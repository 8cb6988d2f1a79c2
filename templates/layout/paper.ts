import { AlignmentType, Document, Footer, Header, PageNumber, Paragraph, TextRun } from "docx";
import type { Content } from "#templates/content.ts";
import { laid, type Piece } from "#templates/parts/piece.ts";
import { runs } from "#templates/parts/text.ts";
import { fontTable } from "./fonts.ts";
import { pageOf } from "./page.ts";
import { styleSheet } from "./styles.ts";

/** What all layouts have in common: sheet, styles, page numbers, the marks over each page, and the file's properties. */

/** 4号: one character of the page number's own size, the inset of GB/T 9704-2012 7.5, twips. */
const ONE_CHARACTER = 14 * 20;

/** Parts of the file that take the place of what docx would write there. */
export const PARTS = [{ path: "word/fontTable.xml", data: fontTable() }] as const;

/** The Word file of pieces laid one below the other. */
export function paper(content: Content, pieces: readonly Piece[]): Document {
  return new Document({
    title: content.name,
    creator: "圆桌",
    lastModifiedBy: "圆桌",
    externalStyles: styleSheet(),
    compatibility: { version: 15 },
    // Without this switch Word ignores the footer of even pages.
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: pageOf(content),
        headers: headers(content),
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: laid(pieces),
      },
    ],
  });
}

/** — 1 —, odd pages right and even pages left, each inset by one character. */
function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const inset = alignment === AlignmentType.RIGHT ? { right: ONE_CHARACTER } : { left: ONE_CHARACTER };
  const number = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] });
  return new Footer({
    children: [new Paragraph({ style: "PageNumber", alignment, indent: inset, children: [number] })],
  });
}

function headers(content: Content): { default: Header; even: Header } | undefined {
  const marks = [content.demonstration ? "演示数据，仅供演练" : "", content.mark].filter((text) => text !== "");
  if (marks.length === 0) return undefined;
  const header = () =>
    new Header({ children: marks.map((text) => new Paragraph({ style: "Mark", children: runs(text) })) });
  return { default: header(), even: header() };
}
