import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { documentPageText } from "#app/text/document-page.ts";
import { wordingText as text } from "#app/text/wording.ts";
import { call, checkIn, demonstration } from "./api-client.ts";
import { audit } from "./audit.ts";
import { barriers, overflow } from "./barriers.ts";
import { launch, SIZES } from "./browser.ts";
import { fillContacts, signIn } from "./desk.ts";
import { paperText } from "./papers.ts";
import { newServer, type TestServer } from "./server.ts";

/** The papers page in a real browser: words are put into the minutes while the meeting goes on, and stand in the file after it. */
const LABEL = "会议概况";
const MINE = "这次会议应到{应到}人，实到{实到}人，大家畅所欲言。";

let server: TestServer;
let browser: Browser;
let demo: Demonstration;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  server = await newServer();
  demo = await demonstration(server, 13);
  await server.start();
  browser = await launch();
  page = await signedIn();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** Somebody at the desk, in a browser of their own. */
async function signedIn(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: SIZES.desk, locale: "zh-CN", ...options });
  const opened = await context.newPage();
  opened.setDefaultTimeout(15_000);
  opened.on("pageerror", (error) => errors.push(String(error)));
  await signIn(opened, server.url, demo.staff);
  return opened;
}

const address = (genre = "") => `${server.url}/desk/meetings/${demo.meeting}/documents${genre && `?paper=${genre}`}`;
const wording = (on: Page): Locator => on.getByRole("article", { name: LABEL, exact: true });
const field = (on: Page): Locator => wording(on).locator("textarea");
const open = (on: Page) => wording(on).getByText(text.edit, { exact: true }).click();
const words = async (file: string) => {
  const answer = await page.request.get(`${server.url}/api/v1/meetings/${demo.meeting}/documents/${file}.docx`);
  expect(answer.status()).toBe(200);
  return paperText(await answer.body());
};

it("leads from the list of papers to one of them, and to the words in it", async () => {
  await page.goto(address());
  const list = page.getByRole("navigation", { name: documentPageText.listName });
  await list.getByRole("heading", { name: documentPageText.groups.after }).waitFor();
  await list.getByRole("link", { name: "会议纪要", exact: true }).click();
  await page.getByRole("heading", { name: text.title, exact: true }).waitFor();
  expect(await page.getByText(documentPageText.notReady).count()).toBeGreaterThan(0);
});

it("saves by keyboard; the figures in it follow the room", async () => {
  await open(page);
  await field(page).fill("这次会议应到");
  await wording(page).getByRole("button", { name: /^应到/ }).click();
  expect(await field(page).inputValue()).toBe("这次会议应到{应到}");
  await field(page).fill(MINE);
  await field(page).press("Control+Enter");
  await wording(page).getByText(text.saved).waitFor();
  await wording(page).getByText("实到0人，大家畅所欲言").waitFor();
  await checkIn(server, demo, demo.voters[0]?.token ?? "");
  await page.reload();
  await wording(page).getByText("实到1人，大家畅所欲言").waitFor();
});

it("says what is wrong, and keeps what was typed through a refusal and a wrong click", async () => {
  await open(page);
  await field(page).fill("到了{到场}人，30票。");
  await wording(page)
    .getByText(text.handWritten(["30"]))
    .waitFor();
  await wording(page).getByRole("button", { name: text.save }).click();
  await wording(page).getByText("没有这样的数字：{到场}").waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("link", { name: documentPageText.toRoom, exact: true }).click();
  await page.getByRole("button", { name: text.leaveStay }).click();
  expect(await field(page).inputValue()).toBe("到了{到场}人，30票。");
  await page.getByRole("link", { name: documentPageText.toRoom, exact: true }).click();
  await page.getByRole("button", { name: text.leaveGo }).click();
  await page.waitForURL(/\/room/);
  await page.goto(address("minutes"));
  await expect.poll(() => field(page).inputValue()).toBe("到了{到场}人，30票。");
  await field(page).press("Escape");
  await page.getByRole("button", { name: text.dropStay }).click();
  await field(page).press("Escape");
  await page.getByRole("button", { name: text.dropGo }).click();
  await wording(page).getByText("实到1人，大家畅所欲言").waitFor();
  expect(await field(page).isVisible()).toBe(false);
});

it("shows the second of two people what the first wrote, beside their own", async () => {
  const other = await signedIn();
  await other.goto(address("minutes"));
  await open(other);
  await field(other).fill("别人写的{应到}人。");
  await page.reload();
  await open(page);
  await field(page).fill("我写的{应到}人。");
  await field(page).press("Control+Enter");
  await wording(page).getByText(text.saved).waitFor();
  await field(other).press("Control+Enter");
  await wording(other).getByText(text.staleTitle).waitFor();
  // Beside their own, and in the history that came with it.
  await wording(other).getByText("我写的{应到}人。").first().waitFor();
  expect(await field(other).inputValue()).toBe("别人写的{应到}人。");
  await wording(other).getByRole("button", { name: text.saveAnyway }).click();
  await wording(other).getByText(text.saved).waitFor();
  const rows = audit(server, "SELECT place, text FROM wording_edit ORDER BY place");
  expect(rows.map(({ place, text }) => [place, text])).toEqual([
    [1, MINE],
    [2, "我写的{应到}人。"],
    [3, "别人写的{应到}人。"],
  ]);
  await other.context().close();
});

it("takes an earlier version up again, as a new one", async () => {
  await page.reload();
  await open(page);
  await wording(page).getByText(text.history(3)).click();
  await wording(page)
    .getByRole("button", { name: text.useOf(1) })
    .click();
  await wording(page).getByText(text.history(4)).waitFor();
  await wording(page).getByText("实到1人，大家畅所欲言").first().waitFor();
});

it("works without scripts: saves, refuses with the words kept", async () => {
  const plain = await signedIn({ javaScriptEnabled: false });
  await plain.goto(address("minutes"));
  await open(plain);
  await field(plain).fill("不用脚本写的{没有}人。");
  await wording(plain).getByRole("button", { name: text.save }).click();
  await wording(plain).getByText("没有这样的数字：{没有}").waitFor();
  expect(await field(plain).inputValue()).toBe("不用脚本写的{没有}人。");
  await field(plain).fill("不用脚本写的，实到{实到}人。");
  await wording(plain).getByRole("button", { name: text.save }).click();
  await plain.getByText(text.saved).first().waitFor();
  await wording(plain).getByText("不用脚本写的，实到1人。").first().waitFor();
  await plain.context().close();
});

it("prints the words with their figures once the meeting is over, in the preview and in the file", async () => {
  await checkIn(server, demo, demo.voters[1]?.token ?? "");
  const closed = await call(server, "POST", `/api/v1/meetings/${demo.meeting}/closing`, {}, demo.staff.apiToken);
  expect(closed.status).toBe(200);
  await fillContacts(page, server.url);
  await page.goto(address("minutes"));
  const sheet = page.locator("section.paper").first();
  await sheet.getByText("不用脚本写的，实到2人。").waitFor({ timeout: 30_000 });
  await open(page);
  await field(page).fill("散会以后改的，实到{实到}人。");
  await field(page).press("Control+Enter");
  await sheet.getByText("散会以后改的，实到2人。").waitFor({ timeout: 30_000 });
  expect(await words("minutes")).toContain("散会以后改的，实到2人。");
});

/** The preview shows the paper; until then what it shows is faint. */
async function drawn(page: Page): Promise<void> {
  await page.locator('section[aria-busy="true"]').waitFor({ state: "detached" });
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

it.each(["desk", "tablet", "phone"] as const)("keeps nobody out at %s", async (size) => {
  await page.setViewportSize(SIZES[size]);
  for (const genre of ["", "minutes", "result-notice"]) {
    await page.goto(address(genre));
    await page.getByRole("heading", { level: 1 }).waitFor();
    await drawn(page);
    expect(await barriers(page), genre).toEqual([]);
    expect(await overflow(page), genre).toBe(0);
  }
  expect(errors).toEqual([]);
});
