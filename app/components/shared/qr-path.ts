import { encode } from "uqr";

/** A QR code as one SVG path in a square of `size` modules, quiet zone included. Plain data: made on the server, drawn anywhere. */
export type QrPath = { size: number; path: string };

/** Level M withstands a projector's glare and a folded slip. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: "M", border: 3 });
  return { size, path: data.map(rowPath).join("") };
}

/** One flat rectangle for each run of dark modules: a sheet of three hundred codes stays small. */
function rowPath(row: boolean[], y: number): string {
  const runs = row.flatMap((dark, x) => (dark && !row[x - 1] ? [[x, endOfRun(row, x) - x] as const] : []));
  return runs.map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`).join("");
}

function endOfRun(row: boolean[], from: number): number {
  const end = row.indexOf(false, from);
  return end < 0 ? row.length : end;
}
