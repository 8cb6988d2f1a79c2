import { MAX_COUNT } from "./counts.ts";
import type { Measure } from "./types.ts";

/**
 * A figure as a person types it → heads, or 0.01 m² from square metres with up to two decimals; exact, without floating point. Full-width
 * digits and separators of thousands (“６０”, “1,234.5”) are understood. `undefined` for nothing typed, `null` for what is no figure.
 */
export function typedFigure(words: string, measure: Measure): number | undefined | null {
  const plain = words.normalize("NFKC").trim();
  if (plain === "") return undefined;
  const [, whole, part = ""] = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  if (whole === undefined || (measure === "heads" && part !== "")) return null;
  const digits = whole.replaceAll(",", "") + (measure === "area" ? part.padEnd(2, "0") : "");
  // Beyond the most that is taken, every number is refused alike: none may lose its last digits on the way there.
  const exact = BigInt(digits);
  return exact > BigInt(MAX_COUNT) ? MAX_COUNT + 1 : Number(exact);
}
