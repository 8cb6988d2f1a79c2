import type { Locator, Page } from "playwright-core";

/** Somebody who has a keyboard and nothing else: no test that uses this touches a mouse or calls `focus`. */

/** How often Tab may be pressed before whoever looks for a field has lost patience. */
const PATIENCE = 90;

/** Goes on by Tab to `target`; throws where it is never reached, or where anything on the way has the focus without showing it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < PATIENCE; presses++) {
    await page.keyboard.press("Tab");
    const { name, shown } = await focused(page);
    if (!shown) throw new Error(`the focus cannot be seen on ${name}`);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${PATIENCE} times Tab do not lead to ${target}`);
}

export async function tabAndPress(page: Page, target: Locator, key: "Enter" | "Space"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Tab, and what is typed replaces what stands there. */
export async function tabAndType(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(words);
}

/** What has the focus, and whether an outline of at least 2 px in a colour other than the ground's shows it, there or on its label. */
export function focused(page: Page): Promise<{ name: string; shown: boolean }> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return { name: "the page", shown: true };
    const outlined = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const seen = outlineColor !== "transparent" && !/, 0\)$/.test(outlineColor);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && seen;
    };
    const { width, height } = active.getBoundingClientRect();
    const shown = (width > 1 && height > 1 && outlined(active)) || outlined(active.closest("label"));
    return { name: active.outerHTML.slice(0, 160), shown };
  });
}

/** Chooses one of a group of buttons that only one of can be on: Tab leads to the group, arrows lead through it. */
export async function turnTo(page: Page, group: Locator, value: string): Promise<void> {
  const values = await group.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
  const checked = await group.evaluateAll((all) => all.findIndex((each) => (each as HTMLInputElement).checked));
  await tabTo(page, group.nth(Math.max(checked, 0)));
  if (checked < 0) await page.keyboard.press("Space");
  for (let steps = values.indexOf(value) - Math.max(checked, 0); steps > 0; steps--) {
    await page.keyboard.press("ArrowDown");
  }
  if (!(await group.nth(values.indexOf(value)).isChecked())) throw new Error(`arrows do not lead to ${value}`);
}

/** In the page: a key is pressed as soon as somebody listens to keys, which is before the page is drawn for the first time. */
export function pressEarly(): void {
  const { addEventListener } = EventTarget.prototype;
  let pressed = false;
  EventTarget.prototype.addEventListener = function listen(...given: Parameters<typeof addEventListener>) {
    addEventListener.apply(this, given);
    if (pressed || given[0] !== "keydown") return;
    pressed = true;
    queueMicrotask(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true })));
  };
}
