import type { Path } from "./draft.ts";

/** The DOM id of the field for a place in the data. */
export const fieldId = (path: Path): string => `at-${path.join("-")}`;

/**
 * Brings the person to the field for a place in the data, or to the nearest thing around it: opens what it is folded into, scrolls there
 * and gives it the focus. False where nothing of it is on the page.
 */
export function focusField(path: Path): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldId(path.slice(0, length)));
    if (!found) continue;
    for (let fold = found.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
      fold.open = true;
    }
    found.scrollIntoView({ block: "center" });
    found.focus({ preventScroll: true });
    return true;
  }
  return false;
}
