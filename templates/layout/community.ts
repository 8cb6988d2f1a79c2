import { AlignmentType, Document, Footer, Header, PageNumber, Paragraph, TextRun } from "docx";
import type { Content } from "#templates/content.ts";
import { render } from "#templates/parts/render.ts";
import { runs } from "#templates/parts/text.ts";
import { fontTable } from "./fonts.ts";
import type { Layout } from "./layout.ts";
import { PAGE } from "./page.ts";
import { styleSheet } from "./styles.ts";

/** 4号: one character of the page number's own size, the inset of GB/T 9704-2012 7.5, twips. */
const ONE_CHARACTER = 14 * 20;

/**
 * 社区通用版: type area, sizes and fonts of GB/T 9704-2012, without red head and 发文字号. Residents' committees, owners'
 * committees and property firms are neither Party nor state organs.
 */
export const community: Layout = {
  id: "community",
  name: "社区通用版",
  parts: [{ path: "word/fontTable.xml", data: fontTable() }],
  set: (content) =>
    new Document({
      title: content.name,
      creator: "圆桌",
      lastModifiedBy: "圆桌",
      externalStyles: styleSheet(),
      compatibility: { version: 15 },
      // Without this switch Word ignores the footer of even pages.
      evenAndOddHeaderAndFooters: true,
      sections: [
        {
          properties: PAGE,
          headers: headers(content),
          footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
          children: render(content.blocks),
        },
      ],
    }),
};

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
