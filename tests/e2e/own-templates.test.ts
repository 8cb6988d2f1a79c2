import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { paragraph, withHeader, wordFile } from "#tests/templates/own/files.ts";
import { demonstration } from "./api-client.ts";
import { barriers, overflow } from "./barriers.ts";
import { launch, person, SIZES } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

/** A member of staff brings a Word file of their own, tries it, and fills it with a meeting. */
let server: TestServer;
let browser: Browser;
let demo: Demonstration;
let page: Page;

beforeAll(async () => {
  server = await newServer();
  demo = await demonstration(server, 12);
  await server.start();
  browser = await launch();
  ({ page } = await person(browser, "desk"));
  await signIn(page, server.url, demo.staff);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const TEMPLATES = "/desk/documents/templates";

async function upload(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(server.dataDir, "upload.docx");
  writeFileSync(path, bytes);
  await page.locator("#name").fill(name);
  await page.locator("#file").setInputFiles(path);
  await page.getByRole("button", { name: text.upload, exact: true }).click();
}

it("a file that is no template is refused with why, and the name stays typed", async () => {
  await page.goto(server.url + TEMPLATES);
  await upload("街道版纪要", new TextEncoder().encode("%PDF-1.7"));
  await page.locator("#file-error").waitFor();
  expect(await page.locator("#file-error").textContent()).toContain(text.fault({ reason: "not-word" }));
  expect(await page.locator("#name").inputValue()).toBe("街道版纪要");
  expect(await barriers(page)).toEqual([]);
});

it("a template is told about, tried with a meeting, and filled", async () => {
  const body = paragraph("{会议名称}，{会议民称}") + paragraph("{#议题}{序号}.{题目}；{/议题}");
  await upload("街道版纪要", wordFile({ body, ...withHeader("{社区名称}") }));
  await page.getByText(text.uploaded).waitFor();
  expect(await page.getByText(text.nearest("会议名称")).count()).toBe(1);
  await page.getByRole("button", { name: text.fill, exact: true }).click();
  await page.getByText(text.lacking("{会议民称}")).waitFor();
  await page.locator("[aria-busy=false]").waitFor();
  expect(await page.locator("section[aria-labelledby=preview]").textContent()).toContain("1.");
  const found: unknown[] = [];
  for (const size of ["screen", "desk", "tablet", "phone"] as const) {
    await page.setViewportSize(SIZES[size]);
    found.push([size, await barriers(page), await overflow(page)]);
  }
  await page.setViewportSize(SIZES.desk);
  expect(found).toEqual(["screen", "desk", "tablet", "phone"].map((size) => [size, [], 0]));
  await page.goto(`${server.url}/desk/meetings/${demo.meeting}/documents`);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: text.ownFillOf("街道版纪要") }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^\d{4}-\d{2}-\d{2}-街道版纪要-.+\.docx$/);
  const path = join(server.dataDir, "filled.docx");
  await file.saveAs(path);
  const { body: said } = openWord(readFileSync(path));
  expect(paragraphTexts(said)[1]).toMatch(/^1\..+；8\..+；$/);
});

it("a removed template comes back by one press", async () => {
  await page.goto(server.url + TEMPLATES);
  await page.locator("summary", { hasText: text.remove }).click();
  await page.getByRole("button", { name: text.remove, exact: true }).click();
  await page.getByText(text.removed("街道版纪要")).waitFor();
  await page.getByRole("status").getByRole("button", { name: text.restore }).click();
  await page.getByText(text.restored("街道版纪要")).waitFor();
});

it("the server answers others while it reads a template of 190,000 elements", async () => {
  await page.goto(server.url + TEMPLATES);
  const heavy = wordFile({ body: paragraph("{会议名称}").repeat(47_000) });
  await upload("很长的模板", heavy);
  const waits: number[] = [];
  const done = page.waitForURL(/done=added/, { timeout: 60_000 }).then(() => true);
  const outcome = Promise.race([
    done,
    page
      .locator("#file-error")
      .waitFor({ timeout: 60_000 })
      .then(() => true),
  ]);
  let over = false;
  void outcome.then(() => {
    over = true;
  });
  while (!over) {
    const began = performance.now();
    await fetch(`${server.url}/healthz`);
    waits.push(performance.now() - began);
  }
  const sorted = waits.sort((a, b) => a - b);
  expect(waits.length).toBeGreaterThan(50);
  expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThan(500);
});
