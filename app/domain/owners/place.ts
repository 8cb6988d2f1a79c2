import { cleanText } from "#app/domain/plain-text.ts";

/** Where a unit lies, as the roll spells it. */
export interface Place {
  readonly building: string;
  readonly number: string;
}

const narrowed = (text: string) => cleanText(text.normalize("NFKC")).replace(/\s+/g, "");

/** A building as kept: “３ 栋” → “3栋”. */
export const cleanBuilding = (cell: string): string => narrowed(cell);

/** A unit's number as kept, with its entrance where that has a column of its own: (“1”, “501”) → “1单元501”. */
export function cleanNumber(entranceCell: string, numberCell: string): string {
  const [entrance, number] = [narrowed(entranceCell), narrowed(numberCell)];
  if (entrance === "" || number === "" || number.includes("单元")) return number;
  return `${entrance.endsWith("单元") ? entrance : `${entrance}单元`}${number}`;
}

const foldBuilding = (building: string) => building.toLowerCase().replace(/(?:号楼|栋|幢|座|楼|号|#)$/u, "");
const foldNumber = (number: string) =>
  number
    .toLowerCase()
    .replace(/[室房号]$/u, "")
    .replace(/单元-?/gu, "-")
    .replace(/[—–－_]/gu, "-");

/** The same for “3栋 1单元501室” and “3 / 1-501”: one unit is not to be counted twice because two lists spell it differently. */
export const placeKey = ({ building, number }: Place): string => `${foldBuilding(building)}\n${foldNumber(number)}`;
export const buildingKey = (building: string): string => foldBuilding(building);

/** “3” → “3栋”; what already says what it is stays. */
export const buildingName = (building: string): string =>
  /^[0-9A-Za-z]+$/.test(building) ? `${building}栋` : building;
export const placeName = ({ building, number }: Place): string => `${buildingName(building)}${number}`;

/** How many units are named before “等”. */
const NAMED = 3;

/** An owner's units in one line: “1栋101、2栋305”, “1栋101、1栋102、1栋103 等 12 处”. */
export function unitsText(units: readonly Place[]): string {
  const sorted = [...units].sort(byPlace);
  const named = sorted.slice(0, NAMED).map(placeName).join("、");
  return sorted.length > NAMED ? `${named} 等 ${sorted.length} 处` : named;
}

/** 2栋 before 10栋. */
const natural = new Intl.Collator("zh-CN", { numeric: true });
export const byPlace = (a: Place, b: Place): number =>
  natural.compare(a.building, b.building) || natural.compare(a.number, b.number);
export const byBuilding = (a: string, b: string): number => natural.compare(a, b);
