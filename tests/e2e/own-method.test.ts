import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { issueText } from "#app/text/issues.ts";
import { methodEditorText } from "#app/text/method-editor.ts";
import { ownMethodText } from "#app/text/own-methods.ts";
import { rehearsalText } from "#app/text/rehearsal.ts";
import { audit } from "./audit.ts";
import { launch, type Person, person } from "./browser.ts";
import * as desk from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";
import { account, lamps } from "./wednesday.ts";

/** A secretary writes a method by clicks, tries it, publishes it, and takes an issue through it to its end. */
let server: TestServer;
let browser: Browser;
let secretary: Person;
let page: Page;
let id = "";

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

const { bar, exits, faults, gate, order, stage, leave, kept, stale } = methodEditorText;
const button = (name: string) => page.getByRole("button", { name, exact: true });
const faultLinks = () => page.getByRole("region", { name: faults.heading }).getByRole("link");
const stageButton = (name: string) =>
  page.locator("button[aria-expanded]").filter({ has: page.getByText(name, { exact: true }) });
const panel = (name: string) => page.getByRole("region", { name, exact: true });
const saved = () => audit(server, "SELECT draft FROM own_method WHERE id = ?", id)[0]?.draft ?? "";
const focused = () => page.evaluate(() => document.activeElement?.id ?? "");

async function save(): Promise<void> {
  await button(bar.save).click();
  await page.getByText(/^✔ 已保存/).waitFor();
}

/** All that the database holds. */
function everything(): string {
  const tables = audit(server, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  return JSON.stringify(tables.map(({ name }) => [name, audit(server, `SELECT * FROM "${name}"`)]));
}

it("begins from nothing", async () => {
  await page.goto(`${server.url}/desk/methods/own/new`);
  await page.getByLabel(ownMethodText.name).fill("院坝会");
  await button(ownMethodText.begin).click();
  await page.waitForURL(/\/desk\/methods\/own\/own-[0-9a-f]{32}$/);
  id = page.url().split("/").at(-1) ?? "";
  await page.getByText(faults.none).first().waitFor();
});

it("adds a step, sees what it lacks, is led to the field, and sees the fault go", async () => {
  await stageButton("开会商议").click();
  await button(gate.remove("至少记下一条发言")).click();
  await panel("开会商议").getByRole("button", { name: stage.addAfter }).click();
  await expect.poll(() => faultLinks().allInnerTexts()).toEqual([expect.stringContaining(faults.fields.name ?? "")]);
  // The new step is open, and the keyboard waits in its name.
  await expect.poll(focused).toBe("at-stages-2-name");
  await stageButton("提出议题").click();
  await faultLinks().first().click();
  await expect.poll(focused).toBe("at-stages-2-name");
  await page.keyboard.type("张榜公示");
  await expect.poll(() => faultLinks().count()).toBe(0);
  await page.getByText(faults.none).first().waitFor();
});

it("writes what the step asks, in plain words, by keyboard alone", async () => {
  await panel("张榜公示").getByRole("button", { name: gate.add, exact: true }).first().focus();
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("at-stages-2-gate-0-text");
  await page.keyboard.type("写明贴在哪里");
  await panel("张榜公示").getByRole("button", { name: gate.add, exact: true }).first().focus();
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("at-stages-2-gate-1-text");
  await page.keyboard.type("居民代表看过");
  await page.getByLabel(gate.how).last().selectOption({ label: gate.hows["is-true"] });
  await panel("张榜公示").getByLabel(stage.kind).selectOption("publish");
  // The drawing follows.
  await page.locator("svg text").filter({ hasText: "张榜公示" }).first().waitFor();
});

it("takes a step back and forth, moves it, and asks before one goes", async () => {
  await button(order.upOf("张榜公示")).click();
  await expect.poll(() => page.locator("button[aria-expanded]").nth(1).textContent()).toContain("张榜公示");
  await page.keyboard.press("Control+z");
  await expect.poll(() => page.locator("button[aria-expanded]").nth(2).textContent()).toContain("张榜公示");
  await panel("张榜公示")
    .getByRole("button", { name: exits.remove(stage.newExit) })
    .click();
  await expect.poll(() => faultLinks().count()).toBeGreaterThan(0);
  await button(bar.undo).click();
  await expect.poll(() => faultLinks().count()).toBe(0);
  await panel("张榜公示").locator("summary").filter({ hasText: stage.remove }).click();
  await page.getByText(stage.removeTitle("张榜公示")).waitFor();
  await page.keyboard.press("Escape");
  expect(await stageButton("张榜公示").count()).toBe(1);
});

it("saves, and loses nothing when the network fails or somebody else was first", async () => {
  await save();
  expect(saved()).toContain("张榜公示");

  await panel("张榜公示").getByLabel(stage.who).fill("社区工作人员");
  await secretary.context.setOffline(true);
  await button(bar.save).click();
  await page.getByText(bar.offline).waitFor();
  expect(await panel("张榜公示").getByLabel(stage.who).inputValue()).toBe("社区工作人员");
  await secretary.context.setOffline(false);
  await save();
  expect(saved()).toContain("社区工作人员");

  const other = await secretary.context.newPage();
  await other.goto(page.url());
  await other.locator("button[aria-expanded]").filter({ hasText: "提出议题" }).click();
  await other.getByLabel(stage.who).fill("网格员");
  await other.getByRole("button", { name: bar.save, exact: true }).click();
  await other.getByText(/^✔ 已保存/).waitFor();
  await other.close();
  await panel("张榜公示").getByLabel(stage.who).fill("两名工作人员");
  await button(bar.save).click();
  await page.getByRole("cell", { name: /网格员/ }).waitFor();
  await button(stale.theirs).click();
  await expect.poll(() => stageButton("提出议题").textContent()).toContain("网格员");
  // Theirs is on the page, and mine is one step back.
  await button(bar.undo).click();
  await expect.poll(() => stageButton("张榜公示").textContent()).toContain("两名工作人员");
  await button(bar.redo).click();
});

it("asks before unsaved work is left, and offers it back", async () => {
  await panel("张榜公示").getByLabel(stage.who).fill("值班人员");
  await page.getByRole("link", { name: bar.back }).click();
  await page.getByRole("heading", { name: leave.title }).waitFor();
  await button(leave.stay).click();
  expect(page.url()).toContain(id);
  await page.getByRole("link", { name: bar.back }).click();
  await button(leave.go).click();
  await page.waitForURL(/\/desk\/methods\/own$/);
  await page.goto(`${server.url}/desk/methods/own/${id}`);
  await button(kept.use).click();
  await expect.poll(() => stageButton("张榜公示").textContent()).toContain("值班人员");
  await save();
  await page.reload();
  await stageButton("张榜公示").waitFor();
  expect(await button(kept.use).count()).toBe(0);
});

it("rehearses the draft without a trace: nothing is sent but questions, nothing is kept", async () => {
  await button(bar.rehearse).click();
  await page.waitForURL(/rehearsal$/);
  await page.getByText(rehearsalText.banner).waitFor();
  const before = everything();
  const sent: string[] = [];
  const watch = (request: Request) => {
    if (request.method() !== "GET") sent.push(`${request.method()} ${request.url()}`);
  };
  page.on("request", watch);
  expect(await button("上会").isDisabled()).toBe(true);
  await page.getByLabel("写明是什么问题").fill("路灯不亮");
  await button("上会").click();
  await page.getByRole("heading", { name: "开会商议" }).waitFor();
  await button(rehearsalText.after(15)).click();
  await button("议定，办结").click();
  await page.getByRole("heading", { name: "张榜公示" }).waitFor();
  await page.getByLabel("写明贴在哪里").fill("小区大门");
  await page.getByLabel("居民代表看过").check();
  await button(stage.newExit).click();
  await page.getByRole("heading", { name: rehearsalText.ended("已办结") }).waitFor();
  await button(rehearsalText.back).click();
  await page.getByRole("heading", { name: "张榜公示" }).waitFor();
  await button(rehearsalText.anew).click();
  await page.getByRole("heading", { name: "提出议题" }).waitFor();
  page.off("request", watch);
  expect(sent).toEqual([]);
  expect(everything()).toBe(before);
});

it("publishes it, and takes an issue through it to its end", async () => {
  await page.getByRole("link", { name: rehearsalText.toEditor }).click();
  await stageButton("张榜公示").waitFor();
  await page.locator("summary").filter({ hasText: bar.publish }).click();
  await button(bar.publishConfirm).click();
  await page.getByText(methodEditorText.answers.published(1)).waitFor();
  await page.getByRole("link", { name: methodEditorText.versions.line(1) }).waitFor();

  await page.goto(`${server.url}/desk/issues/new?method=${id}`);
  for (const [name, words] of Object.entries(lamps)) await page.locator(`[name=${name}]`).fill(words);
  await button(issueText.saveNew).click();
  await page.waitForURL(/\/desk\/issues\/[\w-]{22}$/);
  const advance = page.locator("button[name=event][value=advance]");
  for (const name of ["提出议题", "开会商议"]) {
    await page.locator("[aria-current=step]").filter({ hasText: name }).waitFor();
    await advance.click();
  }
  await page.locator("[aria-current=step]").filter({ hasText: "张榜公示" }).waitFor();
  await page.getByLabel("写明贴在哪里").fill("小区大门");
  await page.getByLabel("居民代表看过").check();
  await advance.click();
  await page.getByText(issueText.nextNone).waitFor();
  const rows = audit(server, "SELECT stage, settled_at IS NOT NULL AS settled FROM issue");
  expect(rows).toEqual([{ stage: "settled", settled: 1 }]);
  expect(secretary.errors).toEqual([]);
});
