import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What keeps people from a page: found by axe, and by measuring what axe does not. Every list is empty where nobody is kept out. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Found = { id: string; impact: string; nodes: { html: string }[] };
type Options = { resultTypes: string[]; preload: boolean; rules: Record<string, { enabled: boolean }> };
type Axe = {
  run(on: Document, options: Options): Promise<{ violations: Found[] }>;
  _audit: { rules: { id: string; impact?: string }[] };
};

/** What axe finds serious or critical on the page as it stands, each with the first element it means. */
export async function barriers(page: Page): Promise<string[]> {
  // Evaluated from outside, past the page's own content security policy.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    // Half of the time would go into rules of which nothing serious can come, and into looking for films and style sheets.
    const mild = axe._audit.rules.filter(({ impact }) => impact === "minor" || impact === "moderate");
    const rules = Object.fromEntries(mild.map(({ id }) => [id, { enabled: false }]));
    return (await axe.run(document, { resultTypes: ["violations"], preload: false, rules })).violations;
  });
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Buttons, links and fields that are lower than `least`, and texts that are smaller than `smallest`; px. A tick counts with its label. */
export function tooSmall(page: Page, least: number, smallest: number): Promise<string[]> {
  return page.evaluate(
    ([height, type]) => {
      const high = (element: Element) => element.getBoundingClientRect().height;
      const shown = (element: Element) => high(element) > 0;
      const name = (element: Element) => `${element.tagName} ${element.textContent?.trim().slice(0, 20)}`;
      const targets = [...document.querySelectorAll("button, a[href], summary, input:not([type=hidden]), select")].map(
        (each) => (each.matches("[type=checkbox], [type=radio]") ? (each.closest("label") ?? each) : each),
      );
      const low = targets.filter((each) => shown(each) && high(each) < height);
      const texts = [...document.querySelectorAll("body *")].filter(
        (each) => shown(each) && [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      );
      const small = texts.filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < type);
      return [...low.map((each) => `low: ${name(each)}`), ...small.map((each) => `small: ${name(each)}`)];
    },
    [least, smallest] as const,
  );
}

/** Texts that run out of the window, out of their button or label, or out of a box that cuts what does not fit. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 1;
    const found: string[] = [];
    const holds = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return element.matches("button, a, label, summary") || overflowX !== "visible" || overflowY !== "visible";
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim();
      if (!words || !parent?.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const at = range.getBoundingClientRect();
      if (at.width === 0) continue;
      if (at.left < -SLACK || at.right > document.documentElement.clientWidth + SLACK) found.push(`window: ${words}`);
      for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
        const display = getComputedStyle(box).display;
        if (display !== "inline" && box.scrollWidth > box.clientWidth + SLACK) found.push(`wider: ${words}`);
        if (!holds(box)) continue;
        const edge = box.getBoundingClientRect();
        const middle = at.top + at.height / 2;
        if (at.left < edge.left - SLACK || at.right > edge.right + SLACK) found.push(`beside: ${words}`);
        if (middle < edge.top || middle > edge.bottom) found.push(`below: ${words}`);
      }
    }
    return [...new Set(found)];
  });
}

/** Fails where axe finds something serious, or the page is wider than its window. */
export async function standsInNobodysWay(page: Page): Promise<void> {
  expect([await barriers(page), await overflow(page)]).toEqual([[], 0]);
}

/** The same of a phone, whose targets are at least 60 px high, whose texts at least 18 px, and nothing is cut off. */
export async function fitPhone(page: Page): Promise<void> {
  await standsInNobodysWay(page);
  expect([await tooSmall(page, 60, 18), await cutOff(page)]).toEqual([[], []]);
}
