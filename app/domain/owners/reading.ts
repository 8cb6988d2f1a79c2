import { DomainError } from "#app/domain/errors.ts";
import { cleanPhone, isPhone } from "#app/domain/person/roll.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { type AreaFault, parseArea } from "./area.ts";
import { OWNER_FIELDS, OWNER_HEADERS, type OwnerField, ownerFieldOf, REQUIRED_FIELDS } from "./columns.ts";
import { joinNames, ownersIn, sameOwners } from "./identity.ts";
import { buildingKey, cleanBuilding, cleanNumber, placeKey, placeName } from "./place.ts";

/** One unit as read; `owner` is an index into the owners of the same reading, `area` in 0.01 m². */
export interface UnitLine {
  /** Row in the sheet, counted from 1. */
  readonly row: number;
  readonly building: string;
  readonly number: string;
  readonly area: number;
  readonly owner: number;
}

/** One head. */
export interface OwnerLine {
  readonly names: readonly string[];
  readonly name: string;
  readonly phone: string;
}

export interface OwnersProblem {
  readonly row: number;
  readonly field: OwnerField | "header";
  readonly value: string;
  /** Chinese sentence without the row number. */
  readonly message: string;
  /** `refused`: the row cannot be counted. `notice`: it is, but look. */
  readonly level: "refused" | "notice";
}

export interface OwnersReading {
  readonly units: readonly UnitLine[];
  readonly owners: readonly OwnerLine[];
  readonly problems: readonly OwnersProblem[];
}

export const MAX_UNITS = 10_000;
const MAX_BUILDING = 20;
const MAX_NUMBER = 30;
const MAX_NAMES = 100;
/** Titles and remarks may stand above the heading row. */
const HEADING_WITHIN = 5;
const TOTAL = /^(?:合计|总计|小计|共计)[:：]?$/u;

type Columns = Partial<Record<OwnerField, number>>;
type Row = { readonly row: number; readonly cells: Readonly<Record<OwnerField, string>> };
type Read = Omit<UnitLine, "owner"> & { names: string[]; phones: string[]; identity: string };

const AREA_FAULTS: Readonly<Record<AreaFault, string>> = {
  missing: "没有填面积",
  unreadable: "面积只写数字，单位平方米",
  negative: "面积不能是负数",
  zero: "面积不能是 0",
  "too-precise": "面积最多两位小数（0.01 平方米）",
  "too-large": "一套房屋的面积不会有这么大",
};

/**
 * Units and owners from a sheet's rows, heading row among the first five. Nothing is guessed: what cannot be counted is named with its row.
 * Throws `too-large` {max, rows} above 10,000 rows.
 */
export function readOwners(rows: readonly (readonly string[])[]): OwnersReading {
  const at = rows.slice(0, HEADING_WITHIN).findIndex((cells) => hasAll(cells, ["number", "area"]));
  if (at < 0) return headerFault(0, ["number", "area"]);
  const { columns, problems } = columnsIn(rows[at] ?? [], at + 1);
  const lacking = REQUIRED_FIELDS.filter((field) => columns[field] === undefined);
  if (lacking.length > 0) return headerFault(at, lacking);
  const body = bodyOf(rows, at + 1, columns);
  if (body.length > MAX_UNITS) throw new DomainError("too-large", { max: MAX_UNITS, rows: body.length });
  const read = body.map(readRow);
  const taken = withoutTwice(read.flatMap(({ line }) => line ?? []));
  const all = [...problems, ...read.flatMap((each) => each.problems), ...taken.problems];
  return { ...headsOf(spelledAlike(taken.lines)), problems: all.sort((a, b) => a.row - b.row) };
}

const hasAll = (cells: readonly string[], fields: readonly OwnerField[]) => {
  const found = new Set(cells.map(ownerFieldOf));
  return fields.every((field) => found.has(field));
};

function headerFault(at: number, lacking: readonly OwnerField[]): OwnersReading {
  const names = lacking.map((field) => `“${OWNER_HEADERS[field][0]}”`).join("");
  const message = `找不到${names}列，请在第一行写列名，可以参照样表`;
  return { units: [], owners: [], problems: [{ row: at + 1, field: "header", value: "", message, level: "refused" }] };
}

function columnsIn(cells: readonly string[], row: number): { columns: Columns; problems: OwnersProblem[] } {
  const columns: Columns = {};
  const problems: OwnersProblem[] = [];
  const notice = (value: string, message: string) =>
    problems.push({ row, field: "header", value, message, level: "notice" });
  cells.forEach((cell, index) => {
    const field = ownerFieldOf(cell);
    if (field === undefined) notice(cell, `不认识“${cleanText(cell)}”一列，没有读`);
    else if (field && columns[field] !== undefined) notice(cell, `“${cleanText(cell)}”与前面的列重复，只读前一列`);
    else if (field) columns[field] = index;
  });
  return { columns, problems };
}

function bodyOf(rows: readonly (readonly string[])[], from: number, columns: Columns): Row[] {
  return rows.slice(from).flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const named = OWNER_FIELDS.map((field) => [field, cells[columns[field] ?? -1] ?? ""]);
    return [{ row: from + index + 1, cells: Object.fromEntries(named) as Row["cells"] }];
  });
}

function readRow({ row, cells }: Row): { line?: Read; problems: OwnersProblem[] } {
  const problems: OwnersProblem[] = [];
  const say = (level: OwnersProblem["level"]) => (field: OwnerField, message: string) => {
    problems.push({ row, field, value: cleanText(cells[field]), message, level });
  };
  const [refuse, notice] = [say("refused"), say("notice")];
  const [building, number] = [cleanBuilding(cells.building), cleanNumber(cells.entrance, cells.number)];
  if (TOTAL.test(building) || TOTAL.test(number) || TOTAL.test(cleanText(cells.name))) {
    notice("building", "像是合计行，没有当作房屋");
    return { problems };
  }
  if (building === "") refuse("building", "没有填楼栋（合并的单元格要拆开，每行都填）");
  if ([...building].length > MAX_BUILDING) refuse("building", `楼栋最多 ${MAX_BUILDING} 个字`);
  if (number === "") refuse("number", "没有填房号");
  if ([...number].length > MAX_NUMBER) refuse("number", `房号最多 ${MAX_NUMBER} 个字`);
  const area = parseArea(cells.area);
  if (typeof area === "string") refuse("area", AREA_FAULTS[area]);
  const { names } = ownersIn(cells.name, cells.note);
  if (names.length === 0) refuse("name", "没有填业主；没卖出的房屋请填“建设单位”");
  if ([...joinNames(names)].length > MAX_NAMES) refuse("name", `业主姓名合计最多 ${MAX_NAMES} 个字`);
  const { phones, bad } = phonesIn(cells.phone);
  if (bad) notice("phone", "电话不完整，没有读，也不用来认人");
  if (typeof area === "string" || problems.some(({ level }) => level === "refused")) return { problems };
  const identity = cleanText(cells.identity.normalize("NFKC")).replace(/\s+/g, "").toLowerCase();
  return { line: { row, building, number, area, names, phones, identity }, problems };
}

/** Co-owners may each give a number. What is no whole number (138****0001) tells nobody apart. */
function phonesIn(cell: string): { phones: string[]; bad: boolean } {
  const parts = cell.split(/[、,，;；/／\n]+/u).map((part) => cleanPhone(part));
  const given = parts.filter((part) => part !== "");
  const phones = given.filter(isPhone);
  return { phones: [...new Set(phones)], bad: phones.length < given.length };
}

/** A unit that stands in the file twice counts in its first row; the other is refused, with both rows named. */
function withoutTwice(lines: readonly Read[]): { lines: Read[]; problems: OwnersProblem[] } {
  const first = new Map<string, Read>();
  const problems: OwnersProblem[] = [];
  for (const line of lines) {
    const other = first.get(placeKey(line));
    if (!other) first.set(placeKey(line), line);
    else {
      const joint = joinNames(other.names) !== joinNames(line.names) ? "；共有人请写在同一格，用“、”隔开" : "";
      const message = `与第 ${other.row} 行是同一套房屋${joint}`;
      problems.push({ row: line.row, field: "number", value: placeName(line), message, level: "refused" });
    }
  }
  return { lines: [...first.values()], problems };
}

/** “3” and “3栋” are one building: all its units get the spelling of the first. */
function spelledAlike(lines: readonly Read[]): Read[] {
  const spelling = new Map<string, string>();
  return lines.map((line) => {
    const key = buildingKey(line.building);
    const building = spelling.get(key) ?? line.building;
    spelling.set(key, building);
    return { ...line, building };
  });
}

function headsOf(lines: readonly Read[]): Pick<OwnersReading, "units" | "owners"> {
  const heads = sameOwners(lines);
  const places = new Map([...new Set(heads)].map((head, index) => [head, index]));
  const phones = new Map<number, string>();
  lines.forEach((line, index) => {
    const [head, [phone]] = [heads[index] ?? index, line.phones];
    if (phone !== undefined && !phones.has(head)) phones.set(head, phone);
  });
  const owners = [...places.keys()].map((head): OwnerLine => {
    const names = lines[head]?.names ?? [];
    return { names, name: joinNames(names), phone: phones.get(head) ?? "" };
  });
  const units = lines.map(({ row, building, number, area }, index) => {
    return { row, building, number, area, owner: places.get(heads[index] ?? index) ?? 0 };
  });
  return { units, owners };
}
