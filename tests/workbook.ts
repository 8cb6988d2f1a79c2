import { strToU8, zipSync } from "fflate";

export type Cell = string | number | boolean | null;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org";

const escapeXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** An .xlsx file as spreadsheet programs write it: one sheet, text in the table of shared strings, first row bold. `widths` in characters. */
export function makeWorkbook(
  rows: readonly (readonly Cell[])[],
  options: { sheet?: string; widths?: number[] } = {},
): Uint8Array {
  return zipSync(toBytes(workbookParts(rows, options)));
}

/** The XML parts of such a file, for tests that spoil one of them. */
export function workbookParts(
  rows: readonly (readonly Cell[])[],
  { sheet = "名册", widths = [] }: { sheet?: string; widths?: number[] } = {},
): Record<string, string> {
  const { xml, strings } = sheetXml(rows, widths);
  const relations = `${office}/officeDocument/2006/relationships`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const package_ = `${office}/package/2006`;
  return {
    "[Content_Types].xml": contentTypes(package_),
    "_rels/.rels": `${head}<Relationships xmlns="${package_}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${package_}/relationships">${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "styles", "styles.xml")}${relation("rId3", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    "xl/styles.xml": stylesXml,
    "xl/sharedStrings.xml": `${head}<sst xmlns="${office}/spreadsheetml/2006/main" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": xml,
  };
}

export const toBytes = (parts: Record<string, string>): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));

function contentTypes(package_: string): string {
  const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${sheetType}.${kind}+xml"/>`;
  return `${head}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook", "sheet.main")}${part("worksheets/sheet1", "worksheet")}${part("styles", "styles")}${part("sharedStrings", "sharedStrings")}</Types>`;
}

const stylesXml = `${head}<styleSheet xmlns="${office}/spreadsheetml/2006/main"><fonts count="2"><font><sz val="12"/><name val="宋体"/></font><font><b/><sz val="12"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml(rows: readonly (readonly Cell[])[], widths: number[]): { xml: string; strings: string[] } {
  const indexes = new Map<string, number>();
  const indexOf = (text: string) => {
    const known = indexes.get(text) ?? indexes.size;
    indexes.set(text, known);
    return known;
  };
  const cellXml = (cell: Cell, place: string, style: number) => {
    if (cell === null) return "";
    if (typeof cell === "string") return `<c r="${place}" s="${style}" t="s"><v>${indexOf(cell)}</v></c>`;
    return typeof cell === "boolean"
      ? `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`
      : `<c r="${place}"><v>${cell}</v></c>`;
  };
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const lines = rows.map((row, i) => {
    const cells = row.map((cell, j) => cellXml(cell, `${String.fromCharCode(65 + j)}${i + 1}`, i === 0 ? 1 : 0));
    return `<row r="${i + 1}">${cells.join("")}</row>`;
  });
  const xml = `${head}<worksheet xmlns="${office}/spreadsheetml/2006/main">${columns && `<cols>${columns}</cols>`}<sheetData>${lines.join("")}</sheetData></worksheet>`;
  return { xml, strings: [...indexes.keys()] };
}
