import { strToU8, type Zippable, zipSync } from "fflate";

/** Word files made by hand, for templates that are good, odd or hostile. */

export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
export const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export type Rel = { type: string; target: string; external?: boolean };
export type Made = {
  /** What stands in the body, or the whole main part where it begins with an XML declaration. */
  body?: string;
  namespaces?: string;
  rels?: Rel[];
  /** Further parts by name; null takes one away. */
  parts?: Record<string, string | Uint8Array | null>;
  mainType?: string;
  types?: string;
};

export const text = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const paragraph = (...words: string[]) => `<w:p>${words.map(text).join("")}</w:p>`;
export const field = (...code: string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${code.map((each) => `<w:r><w:instrText xml:space="preserve">${each}</w:instrText></w:r>`).join("")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${text("1")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const cell = (inside: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;
export const table = (...rows: string[][]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid>${rows[0]?.map(() => '<w:gridCol w:w="2000"/>').join("")}</w:tblGrid>${rows
    .map((row) => `<w:tr>${row.map((words) => cell(words.startsWith("<") ? words : paragraph(words))).join("")}</w:tr>`)
    .join("")}</w:tbl>`;

export const relationships = (rels: readonly Rel[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rels
    .map(
      ({ type, target, external }, index) =>
        `<Relationship Id="rId${index + 1}" Type="${type.includes("/") ? type : `${OFFICE}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;

/** The parts of a Word file, in order. */
export function partsOf({
  body = paragraph("{会议名称}"),
  namespaces = "",
  rels = [],
  parts = {},
  mainType = MAIN_TYPE,
  types = "",
}: Made) {
  const whole = body.startsWith("<?xml")
    ? body
    : `${HEAD}<w:document ${W} ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`;
  const all: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/>${types}</Types>`,
    "_rels/.rels": relationships([{ type: "officeDocument", target: "word/document.xml" }]),
    "word/document.xml": whole,
    ...(rels.length > 0 ? { "word/_rels/document.xml.rels": relationships(rels) } : {}),
    ...parts,
  };
  const there = Object.entries(all).flatMap(([name, part]) => (part === null ? [] : [[name, part] as const]));
  return new Map(there.map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]));
}

export const wordFile = (made: Made = {}): Uint8Array => zipSync(Object.fromEntries(partsOf(made)) as Zippable);

/** A header with these words in it. */
export const withHeader = (words: string): Pick<Made, "rels" | "parts" | "types"> => ({
  rels: [{ type: "header", target: "header1.xml" }],
  parts: { "word/header1.xml": `${HEAD}<w:hdr ${W}>${paragraph(words)}</w:hdr>` },
  types:
    '<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>',
});
