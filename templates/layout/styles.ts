import { FONTS } from "./fonts.ts";
import { BODY_POINTS, BODY_TIGHTENING, CHARACTER } from "./page.ts";

/** One paragraph style. Sizes and distances in points; what is left out is as in Normal. */
type Style = {
  id: string;
  /** Word's own name of a built-in style; the id otherwise. */
  name?: string;
  font?: string;
  points?: number;
  align?: "left" | "center" | "right" | "both";
  colour?: string;
  /** Indent of the first line in characters. */
  firstLine?: number;
  /** Exact distance of the lines, off the grid. Without it a line is one line of the grid, 22 on a page. */
  line?: number;
  before?: number;
  after?: number;
  keepNext?: boolean;
  outline?: number;
};

/** 2号 22 pt · 3号 16 · 4号 14 · 小四 12 · 五号 10.5. A layout may add to these or change some, by id. */
const STYLES: readonly Style[] = [
  { id: "Title", name: "Title", font: FONTS.title, points: 22, align: "center", line: 34, keepNext: true },
  { id: "Heading1", name: "heading 1", font: FONTS.hei, firstLine: 2, keepNext: true, outline: 0 },
  { id: "Heading2", name: "heading 2", font: FONTS.kai, firstLine: 2, keepNext: true, outline: 1 },
  { id: "Heading3", name: "heading 3", firstLine: 2, keepNext: true, outline: 2 },
  { id: "Heading4", name: "heading 4", firstLine: 2, keepNext: true, outline: 3 },
  { id: "Body", align: "both", firstLine: 2 },
  { id: "Plain", align: "left" },
  // Not justified: from justified lines with a hanging indent LibreOffice drops the punctuation that hangs over.
  { id: "Field", align: "left" },
  { id: "UnderTitle", font: FONTS.kai, align: "center" },
  { id: "TableText", points: 12, align: "center", line: 16 },
  { id: "TableHead", font: FONTS.hei, points: 12, align: "center", line: 16 },
  { id: "FormValue", points: 12, align: "left", line: 18 },
  { id: "Answers", align: "left", line: 44 },
  { id: "Cut", font: FONTS.song, points: 10.5, align: "center", line: 18, before: 12, after: 12 },
  { id: "FinePrint", font: FONTS.song, points: 10.5, align: "left", line: 15, before: 6 },
  { id: "SignLine", align: "left", line: 30, before: 10, keepNext: true },
  { id: "Signature", align: "center" },
  { id: "SignatureDate", align: "right" },
  { id: "SignatureLeft", align: "left" },
  { id: "NumberLine", points: 12, align: "right", line: 18, after: 6, keepNext: true },
  { id: "AttachmentMark", font: FONTS.hei, align: "left", keepNext: true },
  { id: "RedMark", font: FONTS.title, points: 22, colour: "FF0000", align: "center", line: 24, keepNext: true },
  { id: "RedNumber", points: 16, align: "center", line: 21, keepNext: true },
  { id: "Imprint", points: 14, align: "left", line: 22 },
  // Carries a page break, or what has a place of its own; as good as nothing by itself.
  { id: "Hairline", points: 1, line: 1 },
  { id: "PageNumber", font: FONTS.song, points: 14, line: 18 },
  { id: "Mark", font: FONTS.hei, points: 10.5, align: "center", line: 15 },
];

/**
 * The style sheet as XML: docx has no word for a paragraph's `snapToGrid`, and on the grid LibreOffice gives each line of a
 * title or a table cell a multiple of 28.95 pt, whatever its own spacing says. Word's blue headings are replaced by id.
 * No widow control: a page has its 22 lines.
 */
export function styleSheet(styles: readonly Style[] = STYLES): string {
  const tight = `<w:spacing w:val="${BODY_TIGHTENING}"/>`;
  const normal = `${fonts(FONTS.body)}${tight}${size(BODY_POINTS)}<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>`;
  return (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:docDefaults><w:rPrDefault><w:rPr>${normal}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    '<w:pPr><w:widowControl w:val="0"/></w:pPr></w:style>' +
    `${styles.map(styleXml).join("")}</w:styles>`
  );
}

function styleXml(style: Style): string {
  const custom = style.name === undefined ? ' w:customStyle="1"' : "";
  return (
    `<w:style w:type="paragraph"${custom} w:styleId="${style.id}"><w:name w:val="${style.name ?? style.id}"/>` +
    `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraphXml(style)}</w:pPr><w:rPr>${runXml(style)}</w:rPr></w:style>`
  );
}

/** In the order that the schema lays down. */
function paragraphXml(style: Style): string {
  const { firstLine = 0, before = 0, after = 0, line } = style;
  const exactly = line === undefined ? "" : ` w:line="${line * 20}" w:lineRule="exact"`;
  return [
    style.keepNext === true ? "<w:keepNext/>" : "",
    line === undefined ? "" : '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="${before * 20}" w:after="${after * 20}"${exactly}/>`,
    firstLine === 0 ? "" : `<w:ind w:firstLineChars="${firstLine * 100}" w:firstLine="${firstLine * CHARACTER}"/>`,
    style.align === undefined ? "" : `<w:jc w:val="${style.align}"/>`,
    style.outline === undefined ? "" : `<w:outlineLvl w:val="${style.outline}"/>`,
  ].join("");
}

/** In the order that the schema lays down. */
function runXml({ font, points, colour }: Style): string {
  return [
    font === undefined ? "" : fonts(font),
    colour === undefined ? "" : `<w:color w:val="${colour}"/>`,
    points === undefined ? "" : `<w:spacing w:val="0"/>${size(points)}`,
  ].join("");
}

/** The Chinese font for Latin text too: a Latin font would set — … “ ” at half width. */
function fonts(name: string): string {
  return `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
}

/** Word counts half-points. */
function size(points: number): string {
  return `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
}
