import { cutIntoSheets } from "./sheets.ts";

/** Class names of what the library draws begin with this; `paper.css` knows them. */
const CLASS = "paper";
/** How the library draws a tab: one em space. */
const TAB = "\u2003";

/**
 * Draws a Word file as sheets into `desk`, which must be laid out and unscaled, and answers how many. The library comes with the first
 * preview, not with the page. Throws when the file cannot be read.
 */
export async function drawSheets(file: Blob, desk: HTMLElement): Promise<number> {
  const { renderAsync } = await import("docx-preview");
  await renderAsync(file, desk, undefined, { className: CLASS, inWrapper: false });
  spreadLabels(desk);
  setTabs(desk);
  // Laying out is what sends the browser for the fonts; lines break by them.
  desk.getBoundingClientRect();
  await document.fonts.ready;
  const sheets = Array.from(desk.querySelectorAll<HTMLElement>(`section.${CLASS}`)).flatMap(cutIntoSheets);
  return sheets.length;
}

/** “时 间:” as wide as the indent behind it: of the spacing between characters the library knows nothing. */
function spreadLabels(desk: HTMLElement): void {
  for (const line of desk.querySelectorAll<HTMLElement>(`.${CLASS}_field`)) {
    const [spread, last] = line.querySelectorAll<HTMLElement>(":scope > span");
    if (!spread || !last?.textContent?.endsWith("：")) continue;
    const before = spread.textContent?.length ?? 0;
    const size = Number.parseFloat(getComputedStyle(spread).fontSize);
    const free = Number.parseFloat(getComputedStyle(line).marginLeft) / size - before - last.textContent.length;
    spread.style.letterSpacing = `${free / Math.max(1, before)}em`;
  }
}

/** Tabs take what is free on their line; on lines to sign they draw the rule. The library leaves each a space wide. */
function setTabs(desk: HTMLElement): void {
  for (const line of desk.querySelectorAll<HTMLElement>(`section.${CLASS} p`)) {
    const tabs = Array.from(line.querySelectorAll("span")).filter((span) => span.innerHTML === TAB);
    if (tabs.length === 0) continue;
    line.classList.add(`${CLASS}-tabbed`);
    const toSign = line.classList.contains(`${CLASS}_signline`);
    // Of three tabs the second is the gap between two rules.
    tabs.forEach((tab, index) => {
      const kind = tabs.length === 3 && index === 1 ? "gap" : toSign ? "rule" : "fill";
      tab.parentElement?.classList.add(`${CLASS}-${kind}`);
    });
  }
}
