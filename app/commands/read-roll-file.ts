import Papa from "papaparse";
import { DomainError } from "#app/domain/errors.ts";
import { MAX_ROLL_ROWS, type RollReading, readRoll } from "#app/domain/person/roll.ts";
import { fieldOfHeading, type RollField } from "#app/domain/person/roll-columns.ts";
import { peopleText } from "#app/text/people.ts";
import { readWorkbook } from "./read-workbook.ts";

const { files: text } = peopleText;

/** 我方默认: a roll of 5,000 people is 130 KB as a workbook. */
export const MAX_UPLOAD_BYTES = 5 * 1024 * 1024;
const MAX_CELL = 1000;
const MAX_COLUMNS = 200;

export type RollFile = { reading: RollReading; columns: RollField[] };

/**
 * A roll from an uploaded .xlsx or .csv (UTF-8, UTF-16 with mark, or GB18030). What cannot be read at all is refused with a sentence at
 * the field `file`: `too-large` (413) or `invalid-value`; single bad rows are named in `reading.problems`.
 */
export async function readRollFile(bytes: Uint8Array): Promise<RollFile> {
  const sheet = await readTable(bytes, MAX_ROLL_ROWS);
  const columns = columnsOf(sheet);
  if (columns.length === 0) throw refusal("invalid-value", text.noNameColumn);
  return { reading: readSheet(sheet), columns };
}

/**
 * The cells of an uploaded .xlsx or .csv as text, whatever its columns; a little more than `maxRows` rows of a .csv. Throws `too-large` or
 * `invalid-value` at the field `file`.
 */
export async function readTable(bytes: Uint8Array, maxRows: number): Promise<string[][]> {
  if (bytes.length > MAX_UPLOAD_BYTES) throw refusal("too-large", text.tooLarge);
  if (bytes.length === 0) throw refusal("invalid-value", text.empty);
  const rows = startsWith(bytes, [0x50, 0x4b]) ? await readWorkbook(bytes) : readDelimited(bytes, maxRows);
  return rows.map((row) => row.slice(0, MAX_COLUMNS).map((cell) => cell.slice(0, MAX_CELL)));
}

function readSheet(rows: string[][]): RollReading {
  try {
    return readRoll(rows);
  } catch (error) {
    if (!(error instanceof DomainError) || error.word !== "too-large") throw error;
    throw refusal("too-large", text.tooManyRows(MAX_ROLL_ROWS));
  }
}

/** The columns that the file has; the heading is the first row that names one for names. */
function columnsOf(rows: string[][]): RollField[] {
  const fields = rows.slice(0, 5).map((row) => row.map(fieldOfHeading).filter((field) => field != null));
  return fields.find((row) => row.includes("name")) ?? [];
}

function readDelimited(bytes: Uint8Array, maxRows: number): string[][] {
  // The mark of .xls files and of encrypted workbooks.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refusal("invalid-value", text.oldWorkbook);
  const parsed = Papa.parse<string[]>(decode(bytes), { preview: maxRows + 100 });
  return parsed.data;
}

/** UTF-8 when it is valid, else GB18030 (what Excel writes in China): the two hardly ever mistake each other. */
function decode(bytes: Uint8Array): string {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : "utf-8";
  const text_ = tryDecode(encoding, bytes) ?? tryDecode("gb18030", bytes);
  if (text_ === undefined || text_.includes("\u0000")) throw refusal("invalid-value", text.notARoll);
  return text_;
}

function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, index) => bytes[index] === byte);

function refusal(word: "too-large" | "invalid-value", message: string): DomainError {
  return new DomainError(word, [{ field: "file", message }]);
}
