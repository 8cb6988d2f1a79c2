import { strFromU8, Unzip, type UnzipFile, UnzipInflate, zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import { DomainError } from "#app/domain/errors.ts";
import { peopleText } from "#app/text/people.ts";

const { files: text } = peopleText;

/**
 * Bytes of XML that a workbook may unpack to. A roll of 5,000 people has 1.5 MB; reading 16 MB holds the process for
 * about 0.6 s (measured), which phones in a vote survive.
 */
const MAX_UNPACKED = 16 * 1024 * 1024;
/** Small pieces, so that at most 16 MB (1,000 : 1) unpack between two looks at the sum. */
const PIECE = 16 * 1024;
const MAX_PARTS = 500;
const MAX_ROW = 20_000;
const MAX_CELLS = 1_000_000;

/**
 * The first sheet's cells as text. The archive is unpacked here, counting real bytes, because headers lie about sizes; the reader of
 * sheets gets a new archive of what was counted. Throws `too-large` or `invalid-value` with a sentence at the field `file`.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const parts = unpack(bytes);
  if (!Object.keys(parts).some((name) => name.endsWith("workbook.xml"))) throw notAWorkbook();
  for (const part of Object.values(parts)) checkExtent(strFromU8(part));
  const honest = zipSync(parts, { level: 0 });
  const rows = await readSheet(honest.buffer as ArrayBuffer).catch(() => {
    throw notAWorkbook();
  });
  return rows.map((row) => row.map(cellText));
}

/** The XML parts. Local headers are followed one after another, so that parts which overlap in a false directory count once. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  const { parts, take } = pile();
  // The library hands what `ondata` throws back to `ondata`: the first refusal is the true one.
  let refused: DomainError | undefined;
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      refused ??= error instanceof DomainError ? error : notAWorkbook();
      throw refused;
    }
  };
  const unzip = new Unzip((file) => guarded(() => take(file, guarded)));
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch {
    throw refused ?? notAWorkbook();
  }
  return Object.fromEntries([...parts].map(([name, pieces]) => [name, joined(pieces)]));
}

/** Collects the parts' pieces and refuses when there are too many, or too much of them. */
function pile() {
  const parts = new Map<string, Uint8Array[]>();
  let sum = 0;
  const take = (file: UnzipFile, guarded: (work: () => void) => void) => {
    if (parts.size >= MAX_PARTS) throw tooLarge();
    const pieces: Uint8Array[] = [];
    parts.set(file.name, pieces);
    file.ondata = (error, piece) =>
      guarded(() => {
        if (error) throw notAWorkbook();
        sum += piece.length;
        if (sum > MAX_UNPACKED) throw tooLarge();
        pieces.push(piece);
      });
    if (/\.(xml|rels)$/.test(file.name)) file.start();
  };
  return { parts, take };
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** One cell far out (“XFD1048576”) makes the reader fill everything before it: refused before it is asked. */
function checkExtent(xml: string): void {
  if (!xml.includes("sheetData")) return;
  let lastRow = 0;
  let lastColumn = 0;
  for (const [, place = ""] of xml.matchAll(/\sr\s*=\s*["']([^"']*)["']/g)) {
    const [, letters = "", digits = ""] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    if (digits === "") throw notAWorkbook();
    lastRow = Math.max(lastRow, Number(digits));
    lastColumn = Math.max(lastColumn, columnOf(letters));
  }
  if (lastRow > MAX_ROW || lastRow * lastColumn > MAX_CELLS) {
    throw new DomainError("too-large", [{ field: "file", message: text.extent(lastRow, MAX_ROW) }]);
  }
}

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

const notAWorkbook = () => new DomainError("invalid-value", [{ field: "file", message: text.notAWorkbook }]);
const tooLarge = () => new DomainError("too-large", [{ field: "file", message: text.bomb }]);
