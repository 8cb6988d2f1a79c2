import { encode } from "uqr";

/** A QR code as one SVG path in a square of `size` modules, quiet zone included. Plain data: made on the server, drawn anywhere. */
export type QrPath = { size: number; path: string };

/** Level M withstands a projector's glare and a folded slip. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: "M", border: 3 });
  const path = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join("");
  return { size, path };
}
