import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { phoneText } from "#app/text/phone.ts";
import { roomText } from "#app/text/room.ts";
import { screenText } from "#app/text/screen.ts";
import { verdictNames } from "#app/text/terms.ts";
import { checkInAll, demonstration } from "./api-client.ts";
import { audit } from "./audit.ts";
import { standsInNobodysWay } from "./barriers.ts";
import { launch, type Person, person } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

/** Hands and papers at one desk, before one screen, with one phone that has no JavaScript. */
let server: TestServer;
let browser: Browser;
let demo: Demonstration;
let desk: Person;
let screen: Person;
let phone: Person;

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, 9);
  browser = await launch();
  [desk, screen, phone] = [
    await person(browser, "desk"),
    await person(browser, "screen"),
    await person(browser, "phone", { javaScript: false }),
  ];
  await phone.page.goto(`${server.url}/m/${demo.meeting}?t=${demo.voters[0]?.token}`);
  await phone.page.getByRole("button", { name: phoneText.identity.yes }).click();
  await phone.page.waitForURL(/\/m\/[A-Z2-9]{8}$/);
  await checkInAll(server, { ...demo, voters: demo.voters.slice(1) });
  await signIn(desk.page, server.url, demo.staff);
  await desk.page.goto(`${server.url}/desk/meetings/${demo.meeting}/room`);
  await screen.page.goto(`${server.url}/screen/${demo.meeting}`);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const { poll: text } = roomText;

/** Opens a poll by the form; what is ticked besides comes as field names. */
async function open(page: Page, question: string, mode: string, ...ticked: string[]): Promise<void> {
  await page.locator("[data-vote]").click();
  await page.locator("[data-question]").fill(question);
  await page.locator(`input[name=mode][value=${mode}]`).check();
  for (const name of ticked) await page.locator(`input[name=${name}]`).check();
  await page.getByRole("button", { name: text.open, exact: true }).click();
  await page.locator("[data-end-poll]").waitFor();
}

/** One teller's column: who, then the figures in the order of its fields. */
async function enter(page: Page, column: 1 | 2, teller: string, figures: Record<string, number>): Promise<void> {
  const form = page.locator("[data-count] form").filter({ has: page.locator(`input[name=column][value="${column}"]`) });
  await form.locator("[name=teller]").fill(teller);
  for (const [name, figure] of Object.entries(figures)) await form.locator(`[name=${name}]`).fill(String(figure));
  await form.getByRole("button", { name: text.count.submit }).click();
}

const state = (page: Page, wanted: string) => page.locator(`[data-count][data-state=${wanted}]`).waitFor();

async function close(page: Page): Promise<void> {
  const end = page.locator("[data-end-poll]");
  await end.locator("summary").click();
  await end.getByRole("button", { name: text.close }).click();
  await page.locator("[data-reveal='1']").click();
  await page.locator("[data-reveal='2']").click();
}

it("hands: two tellers differ, count again, and only then the poll ends", async () => {
  const { page } = desk;
  await open(page, "是否同意装路灯？", "hands");
  await screen.page.getByText(screenText.poll.raise, { exact: true }).waitFor();
  await phone.page.reload();
  await phone.page.getByText(phoneText.counted.hands).waitFor();
  expect(await page.locator("[data-end-poll] button").isDisabled()).toBe(true);

  await enter(page, 1, "李华", { for: 6, against: 1, abstain: 0 });
  await state(page, "one");
  // Of the first teller's figures the page shows nothing, not even to who looks into it.
  expect(await page.locator("[data-count]").textContent()).not.toMatch(/6/);
  await enter(page, 2, "王强", { for: 5, against: 1, abstain: 0 });
  await state(page, "differ");
  await standsInNobodysWay(page);
  const differs = await page.locator("[data-count] [role=alert]").textContent();
  expect(differs).toContain("同意");
  // Not by how much: a second teller who reads the first's figure counts no more.
  expect(differs).not.toMatch(/[56]/);
  expect(differs).not.toContain("反对");

  await enter(page, 1, "李华", { for: 6, against: 1, abstain: 0 });
  await state(page, "one");
  await enter(page, 2, "王强", { for: 6, against: 1, abstain: 0 });
  await state(page, "agreed");
  await close(page);
  await screen.page.locator("h1[data-passed=true]").waitFor();
  await phone.page.reload();
  await phone.page.locator("[data-step=result]").getByText(verdictNames.passed).first().waitFor();
});

it("papers beside phones: a tick closes the phone, and both are in one sum", async () => {
  const { page } = desk;
  await open(page, "是否同意装道闸？", "secret", "alsoPaper");
  await page.getByText(text.papers.title).click();
  const [holder] = demo.voters;
  await page.getByRole("button", { name: text.papers.mark(holder?.name ?? "") }).click();
  await page.locator(`[aria-pressed=true][aria-label="${text.papers.mark(holder?.name ?? "")}"]`).waitFor();
  await phone.page.reload();
  await phone.page.getByText(phoneText.counted.onPaper).waitFor();
  expect(await phone.page.locator("form[action$=ballot]").count()).toBe(0);
  const papers = { issued: 1, collected: 1, for: 1, against: 0, abstain: 0, invalid: 0 };
  await enter(page, 1, "李华", papers);
  await state(page, "one");
  await enter(page, 2, "王强", papers);
  await state(page, "agreed");
  await close(page);
  const [row] = audit(server, "SELECT result FROM poll WHERE question = ?", "是否同意装道闸？");
  expect(JSON.parse(String(row?.result))).toMatchObject({
    for: 1,
    cast: 1,
    parts: [{ cast: 0 }, { cast: 1, issued: 1 }],
  });
});

it("a poll that went wrong is void on the desk, the screen and the phone, with its reason", async () => {
  const { page } = desk;
  await open(page, "题目念错的一次", "secret");
  await page.getByText(text.void, { exact: true }).first().click();
  await page.getByLabel(text.voidReason).fill("主持人念错了题目");
  await page.getByRole("button", { name: text.void }).click();
  for (const { page: face } of [desk, screen]) await face.getByText("主持人念错了题目").waitFor();
  await phone.page.reload();
  await phone.page.locator("[data-step=voided]").getByText("主持人念错了题目").waitFor();
  for (const { errors } of [desk, screen, phone]) expect(errors).toEqual([]);
});
