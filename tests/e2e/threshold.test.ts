import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { methodText } from "#app/text/methods.ts";
import { rulesText as text } from "#app/text/rules.ts";
import { launch, type Person, person } from "./browser.ts";
import * as desk from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";
import { account } from "./wednesday.ts";

/** 门槛计算器 as a secretary uses it: at every key, by the button alone where there are no scripts, and on a telephone. */
let server: TestServer;
let browser: Browser;
let secretary: Person;
let page: Page;

beforeAll(async () => {
  server = await newServer();
  await server.start();
  browser = await launch();
  secretary = await person(browser, "desk");
  page = secretary.page;
  await desk.fillWizard(page, server.url, account);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const figure = (on: Page, label: string) => on.getByRole("textbox", { name: label, exact: true });
const line = (on: Page, words: string) => on.getByText(words, { exact: true });
const standing = (on: Page) => on.getByRole("region", { name: text.result }).getByRole("status").first();

it("answers at every key, without asking the server", async () => {
  await page.goto(`${server.url}/desk/methods`);
  await page.getByRole("link", { name: methodText.gallery.toRules }).click();
  await page.getByRole("link", { name: text.toCalculator }).click();
  await page.waitForURL(/\/desk\/rules$/);
  const choice = page.getByRole("combobox", { name: text.choose });
  await choice.waitFor();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await figure(page, "应到").fill("60");
  await line(page, "到会至少 40 人").waitFor();
  await figure(page, "到会").fill("38");
  await line(page, "到会还差 2 人（至少 40 人）").waitFor();
  await figure(page, "到会").fill("41");
  await figure(page, "同意").fill("20");
  await expect.poll(() => standing(page).textContent()).toContain("未通过");
  await figure(page, "弃权").fill("30");
  await page.getByText("合计 50，比到会 41 还多").first().waitFor();
  await expect.poll(() => standing(page).textContent()).toContain(text.mend);
  await figure(page, "弃权").fill("16");
  await figure(page, "同意").fill("21");
  await expect.poll(() => standing(page).textContent()).toMatch(/✔\s*通过/);
  // By keyboard alone: the words are marked, so typing looks for another rule; what was entered stays.
  await choice.focus();
  await page.keyboard.type("党员大会");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await figure(page, "应到有表决权党员").waitFor();
  expect(await figure(page, "应到有表决权党员").inputValue()).toBe("60");
  expect(requests.filter((url) => !/\/assets\//.test(url))).toEqual([]);
  expect(secretary.errors).toEqual([]);
});

it("loads an example, lays a local rule over it, and gives the steps as text", async () => {
  await page.goto(`${server.url}/desk/rules`);
  await page.getByRole("link", { name: /两样都要达到/ }).click();
  await line(page, "同意还差 1 人（按应到有表决权党员 34 人算，至少 18 人）").waitFor();
  await page.getByRole("checkbox", { name: /四议两公开/ }).uncheck();
  await expect.poll(() => page.getByRole("region", { name: text.result }).locator("ol > li").count()).toBe(2);
  await figure(page, "同意").fill("18");
  await page.getByRole("button", { name: text.copy }).click();
  await page.getByText(new RegExp(`${text.copied}|已选中`)).waitFor();
  const story = page.getByRole("textbox", { name: text.asText, includeHidden: true });
  expect(await story.inputValue()).toContain("同意 18 ÷ 应到有表决权党员 34 = 52.94%");
  await page.getByRole("button", { name: text.calculate, exact: true }).click();
  await page.waitForURL(/for=18/);
  expect(await figure(page, "同意").inputValue()).toBe("18");
  await page.goBack();
  await expect.poll(() => figure(page, "同意").inputValue()).toBe("17");
  expect(secretary.errors).toEqual([]);
});

it("reckons by the button alone, with no scripts at all", async () => {
  const plain = await person(browser, "phone", { javaScript: false });
  await plain.context.addCookies(await secretary.context.cookies());
  await plain.page.goto(`${server.url}/desk/rules`);
  await plain.page.getByLabel(text.choose).selectOption("owners-general");
  await plain.page.getByRole("button", { name: text.take }).click();
  const entered = { 全体业主: "1000", 参与表决业主: "630", 同意: "500" };
  for (const [label, words] of Object.entries(entered)) await figure(plain.page, label).fill(words);
  const areas = { 全体业主面积: "100,000", 参与表决业主面积: "64561.35", 同意面积: "50000.00" };
  for (const [label, words] of Object.entries(areas)) await figure(plain.page, label).fill(words);
  await plain.page.getByRole("button", { name: text.calculate, exact: true }).click();
  await line(plain.page, "参与表决业主还差 37 人、2,105.32 ㎡（至少 667 人、66,666.67 ㎡）").waitFor();
  expect(await figure(plain.page, "全体业主面积").inputValue()).toBe("100,000");
  expect(new URL(plain.page.url()).hash).toBe("#outcome");
  expect(await plain.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await plain.context.close();
});
