import { DomainError } from "#app/domain/errors.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { fieldOfHeading, isTickColumn, ROLL_HEADERS, type RollField, readVotingRight } from "./roll-columns.ts";

/** One person of a roll (应到名单), as read from a file or typed. */
export interface RollPerson {
  readonly name: string;
  /** 身份/席位, free text; `seatsTaken` finds the method's seats in it. */
  readonly seat: string;
  readonly unit: string;
  readonly phone: string;
  readonly votingRight: boolean;
}

export interface RollLine extends RollPerson {
  /** Row in the sheet, counted from 1. */
  readonly row: number;
}

export interface RollProblem {
  /** Row in the sheet, counted from 1. */
  readonly row: number;
  readonly field: RollField | "header";
  readonly value: string;
  /** Chinese sentence without the row number. */
  readonly message: string;
  /** `refused`: the row is not taken. `notice`: it is, but look. */
  readonly level: "refused" | "notice";
}

export interface RollDuplicate {
  readonly row: number;
  readonly firstRow: number;
  readonly name: string;
  readonly unit: string;
}

export interface RollReading {
  readonly people: readonly RollLine[];
  readonly problems: readonly RollProblem[];
  readonly duplicates: readonly RollDuplicate[];
}

export const MAX_ROLL_ROWS = 5000;
const MAX_NAME = 50;
const MAX_SEAT = 50;
const MAX_UNIT = 100;
/** Titles and remarks may stand above the heading row. */
const HEADING_WITHIN = 5;
const PHONE = /^\+?\d[\d-]{3,18}\d$/;
/** A whole number that can be called; expects `cleanPhone`. */
export const isPhone = (text: string): boolean => PHONE.test(text);

type Sheet = readonly (readonly string[])[];
type Columns = Partial<Record<RollField, number>>;
type Fault = Pick<RollProblem, "field" | "value" | "message">;

const lengthOf = (text: string) => [...text].length;

/** Fields as typed or read → what is wrong with them; empty where the person may be kept. Expects cleaned text. */
export function personFaults(person: Pick<RollPerson, "name" | "seat" | "unit" | "phone">): readonly Fault[] {
  const { name, seat, unit, phone } = person;
  const faults: Fault[] = [];
  const refuse = (field: RollField, value: string, message: string) => faults.push({ field, value, message });
  if (name === "") refuse("name", name, "没有填姓名");
  if (lengthOf(name) > MAX_NAME) refuse("name", name, `姓名最多 ${MAX_NAME} 个字`);
  if (lengthOf(seat) > MAX_SEAT) refuse("seat", seat, `身份最多 ${MAX_SEAT} 个字`);
  if (lengthOf(unit) > MAX_UNIT) refuse("unit", unit, `单位或楼栋最多 ${MAX_UNIT} 个字`);
  if (phone !== "" && !PHONE.test(phone)) refuse("phone", phone, "电话只用 5 到 20 位数字，可带 + 和 -");
  return faults;
}

/** A phone as kept: full-width digits narrowed, spaces and brackets taken out. */
export function cleanPhone(raw: string): string {
  return cleanText(raw)
    .normalize("NFKC")
    .replace(/[\s()]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
}

function findHeading(rows: Sheet): number {
  return rows.slice(0, HEADING_WITHIN).findIndex((row) => row.some((cell) => fieldOfHeading(cell) === "name"));
}

function readHeading(cells: readonly string[], row: number): { columns: Columns; problems: RollProblem[] } {
  const columns: Columns = {};
  const problems: RollProblem[] = [];
  const notice = (value: string, message: string) =>
    problems.push({ row, field: "header", value, message, level: "notice" });
  cells.forEach((cell, index) => {
    const field = fieldOfHeading(cell);
    const value = cleanText(cell);
    if (field === undefined) notice(value, `不认识的列“${value}”，这一列没有读取`);
    else if (field && columns[field] !== undefined) notice(value, `“${value}”与前面的列重复，只读前一列`);
    else if (field) columns[field] = index;
  });
  if (columns.votingRight === undefined) notice("", "没有“表决权”一列，名单上的人都按有表决权算");
  return { columns, problems };
}

/** Voting right of one row: a column of ticks says no by an empty cell, no column at all says that everybody has it. */
function votingRightOf(cell: string | undefined, ticks: boolean): boolean | undefined {
  if (cell === undefined) return true;
  if (cell.trim() === "" && ticks) return false;
  return readVotingRight(cell);
}

function readRow(
  cells: readonly string[],
  row: number,
  columns: Columns,
  ticks: boolean,
): { line?: RollLine; problems: RollProblem[] } {
  const cell = (field: RollField) => {
    const index = columns[field];
    return index === undefined ? undefined : (cells[index] ?? "");
  };
  const text = (field: RollField) => cleanText(cell(field) ?? "");
  const read = { name: text("name"), seat: text("seat"), unit: text("unit"), phone: cleanPhone(cell("phone") ?? "") };
  const faults = [...personFaults(read)];
  const votingRight = votingRightOf(cell("votingRight"), ticks);
  if (votingRight === undefined) {
    const message = `“${ROLL_HEADERS.votingRight[0]}”请填“有”或“无”`;
    faults.push({ field: "votingRight", value: text("votingRight"), message });
  }
  const problems = faults.map((fault): RollProblem => ({ row, ...fault, level: "refused" }));
  return votingRight === undefined || faults.length > 0
    ? { problems }
    : { line: { row, ...read, votingRight }, problems };
}

/** Same name and unit: one person listed twice, unless two different phones say that they are two. */
function sortTwice(
  lines: readonly RollLine[],
): Pick<RollReading, "people" | "duplicates"> & { problems: RollProblem[] } {
  const taken = new Map<string, RollLine[]>();
  const people: RollLine[] = [];
  const duplicates: RollDuplicate[] = [];
  const problems: RollProblem[] = [];
  for (const line of lines) {
    const key = JSON.stringify([line.name, line.unit]);
    const namesakes = taken.get(key) ?? [];
    const same = namesakes.find((each) => each.phone === "" || line.phone === "" || each.phone === line.phone);
    const other = same ?? namesakes[0];
    if (!same) {
      people.push(line);
      taken.set(key, [...namesakes, line]);
    }
    if (!other) continue;
    duplicates.push({ row: line.row, firstRow: other.row, name: line.name, unit: line.unit });
    const message = same
      ? `与第 ${other.row} 行是同一个人，只算一次`
      : `与第 ${other.row} 行同名同楼栋，电话不同，按两个人算`;
    problems.push({ row: line.row, field: "name", value: line.name, message, level: same ? "refused" : "notice" });
  }
  return { people, duplicates, problems };
}

/**
 * A roll from a sheet's rows, heading row among the first five. Nothing is guessed: what cannot be read is named with its row.
 * `people` are the rows that may be taken. Throws `too-large` {max, rows} above 5,000 rows.
 */
export function readRoll(rows: Sheet): RollReading {
  const at = findHeading(rows);
  if (at < 0) {
    const message = `找不到“${ROLL_HEADERS.name[0]}”一列，第一行请写列名`;
    return {
      people: [],
      duplicates: [],
      problems: [{ row: 1, field: "header", value: "", message, level: "refused" }],
    };
  }
  const body = rows
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (body.length > MAX_ROLL_ROWS) throw new DomainError("too-large", { max: MAX_ROLL_ROWS, rows: body.length });
  const { columns, problems } = readHeading(rows[at] ?? [], at + 1);
  const ticks = isTickColumn(body.map(({ cells }) => cells[columns.votingRight ?? -1] ?? ""));
  const read = body.map(({ cells, row }) => readRow(cells, row, columns, ticks));
  const sorted = sortTwice(read.flatMap(({ line }) => (line ? [line] : [])));
  const all = [...problems, ...read.flatMap((each) => each.problems), ...sorted.problems];
  return { ...sorted, problems: all.sort((a, b) => a.row - b.row) };
}
