/** Of one unit: 1,000,000.00 m², so that 10,000 of them stay below what a rule can count (`MAX_COUNT`). */
export const MAX_UNIT_AREA = 100_000_000;

const UNIT = /(?:㎡|平方米|平米|平方|m2|m²)$/iu;
const WRITTEN = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/** Why a cell is no area; `app/domain/owners/reading.ts` says it in words. */
export type AreaFault = "missing" | "unreadable" | "negative" | "zero" | "too-precise" | "too-large";

/**
 * “89.32”, “1,203.5 ㎡” → 0.01 m² as an integer, figure by figure: through a floating number 1.005 m² would lose a part. What is finer than
 * 0.01 m² is refused, never rounded: area is what a vote is weighed by.
 */
export function parseArea(cell: string): number | AreaFault {
  const text = withoutUnit(cell);
  if (text === "") return "missing";
  if (/^[-−–—]/.test(text)) return "negative";
  const [, rest] = WRITTEN.exec(text) ?? [];
  if (!WRITTEN.test(text)) return "unreadable";
  const whole = text.split(".")[0]?.replaceAll(",", "") ?? "";
  const fraction = asSpreadsheetsShow(whole, rest ?? "");
  if (fraction.length > 2) return "too-precise";
  const figures = `${whole}${fraction.padEnd(2, "0")}`.replace(/^0+(?=\d)/, "");
  if (figures.length > 9 || Number(figures) > MAX_UNIT_AREA) return "too-large";
  return figures === "0" ? "zero" : Number(figures);
}

function withoutUnit(cell: string): string {
  // ㎡ must go before the cell is narrowed: NFKC writes it as m2.
  return cell.normalize("NFKC").replace(/\s+/g, "").replace(UNIT, "");
}

/**
 * A workbook keeps 29.1×3 as 87.30000000000001 and shows 15 figures of it: 87.3. So many figures are read here too, and a tail of noughts falls
 * away. Only what a program wrote is that long; the noise is never more than one step in the last place.
 */
function asSpreadsheetsShow(whole: string, fraction: string): string {
  const figures = whole.replace(/^0+/, "").length;
  if (figures + fraction.length < 16) return fraction.replace(/0+$/, "");
  const kept = Math.max(0, 15 - figures);
  const shifted = BigInt(`1${fraction.slice(0, kept)}`);
  const up = Number(fraction[kept] ?? "0") >= 5;
  const rounded = String(up ? shifted + 1n : shifted);
  // A carry into the whole number (4.999…) cannot be told from a slip: it stays as it was written and is refused as too precise.
  return rounded.startsWith("2") ? fraction : rounded.slice(1).replace(/0+$/, "");
}

/** 210532 → “2,105.32”. */
export function formatArea(area: number): string {
  const whole = String(Math.trunc(area / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${whole}.${String(area % 100).padStart(2, "0")}`;
}

/** The same for a field to type in or a file: no commas. */
export const plainArea = (area: number): string => formatArea(area).replaceAll(",", "");
