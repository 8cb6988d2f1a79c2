import { cleanText } from "#app/domain/plain-text.ts";

/** More than a meeting's agenda takes. */
const MOST_TICKED = 100;

/** What an address says of the issues that wait: the words to look for, and the ids that are ticked already. */
export function lookedFor(url: string): { find: string; ticked: string[] } {
  const { searchParams } = new URL(url);
  const ids = (searchParams.get("add") ?? "").split(",").filter((id) => id !== "");
  return { find: cleanText((searchParams.get("find") ?? "").slice(0, 100)), ticked: ids.slice(0, MOST_TICKED) };
}
