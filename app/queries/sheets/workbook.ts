import writeExcelFile, { type Feature, type Image } from "write-excel-file/node";
import { atTime, clockWithSecondsOf, dayOf, isCalendarDay } from "#app/domain/calendar/day.ts";
import type { Sheet, SheetCell } from "#app/domain/document/sheet.ts";
import { cleanText } from "#app/domain/plain-text.ts";

/** What a cell holds at most. */
const LONGEST_TEXT = 32_767;
/** The text format: without it a spreadsheet would take “=1+1” for a formula as soon as somebody edits the cell. */
const AS_TEXT = { type: String, format: "@", wrap: true, alignVertical: "center" } as const;
const FRAME = { borderStyle: "thin", borderColor: "#808080" } as const;

/** The sheet as an .xlsx file: head row in bold, frozen and repeated on each printed page, A4 across, as wide as the page. */
export async function workbook(sheet: Sheet): Promise<Buffer> {
  const name = tabName(sheet.name);
  const head = sheet.columns.map((column) => ({
    value: column.head,
    ...{ ...AS_TEXT, ...FRAME, fontWeight: "bold" as const, align: "center" as const, backgroundColor: "#EFECE5" },
  }));
  const rows = sheet.rows.map((row) => row.map(cell));
  const look = {
    sheet: name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  };
  return writeExcelFile([head, ...rows], look, {
    features: [printed(name)],
  }).toBuffer();
}

function cell(content: SheetCell) {
  if (content === null) return { value: "", ...AS_TEXT, ...FRAME };
  if (typeof content === "number") return { value: content, type: Number, alignVertical: "center" as const, ...FRAME };
  if (typeof content === "string") return { value: plain(content), ...AS_TEXT, ...FRAME };
  if ("text" in content) return { value: plain(content.text), ...AS_TEXT, ...FRAME, backgroundColor: content.fill };
  const date = "day" in content ? dateOf(content.day) : wallClock(content.moment);
  if (!date) return { value: "", ...AS_TEXT, ...FRAME };
  const format = "day" in content ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm";
  return { value: date, type: Date, format, alignVertical: "center" as const, ...FRAME };
}

const plain = (text: string): string => cleanText(text, { multiline: true }).slice(0, LONGEST_TEXT).toWellFormed();

/** Spreadsheets know no time zones: they are given the time on the wall in Shanghai. */
const wallClock = (at: Date | null): Date | null => at && new Date(`${dayOf(at)}T${clockWithSecondsOf(at)}Z`);
const dateOf = (day: string): Date | null => (isCalendarDay(day) ? new Date(atTime(day, "08:00")) : null);

/** What spreadsheets refuse on a tab. */
const tabName = (name: string): string =>
  plain(name)
    .replace(/[\\/:*?[\]']+/g, " ")
    .slice(0, 31);

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The font's parts in the order in which the schema wants them; the library has an order of its own. */
const fontOf = (parts: string): string =>
  `<font>${parts.includes("<b/>") ? "<b/>" : ""}<sz val="11"/><color theme="1"/><name val="宋体"/><family val="2"/></font>`;

/** One page wide and as many long as it takes, the head row on each. */
function printed(name: string): Feature<Image["content"]> {
  const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${escapeXml(name)}'!$1:$1</definedName>`;
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml) =>
            xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('activePane="bottomRight"', 'activePane="bottomLeft"'),
          transformElementAttributes: (tag, attributes) =>
            tag === "pageSetup" ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
        "xl/styles.xml": {
          transform: (xml) => xml.replace(/<font>(.*?)<\/font>/g, (_font, parts: string) => fontOf(parts)),
        },
        "xl/workbook.xml": {
          transform: (xml) => xml.replace("<definedNames/>", `<definedNames>${titles}</definedNames>`),
        },
      },
    },
  };
}
