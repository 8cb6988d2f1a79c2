import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { phoneText } from "#app/text/phone.ts";
import { roomText } from "#app/text/room.ts";
import { call, checkInAll, demonstration, openPollOver } from "./api-client.ts";
import { type BallotKind, KINDS, mark } from "./ballot-kinds.ts";
import { barriers, cutOff, overflow, tooSmall } from "./barriers.ts";
import { launch, launchLargePrint, type Person, person } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

/**
 * Every picture of a vote, on the phone, on the screen and at the desk: nothing that axe calls serious, nothing cut off or too small. A second
 * phone belongs to somebody who sees badly: its browser writes twice as large, and the page's own A⁺⁺ is pressed as well.
 */
let server: TestServer;
let browser: Browser;
let largePrint: Browser;
let demo: Demonstration;
let desk: Person;
let screen: Person;
let phone: Person;
let large: Person;

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, 9);
  [browser, largePrint] = await Promise.all([launch(), launchLargePrint()]);
  [desk, screen, phone, large] = [
    await person(browser, "desk"),
    await person(browser, "screen"),
    await person(browser, "phone"),
    await person(largePrint, "phone"),
  ];
  await checkInAll(server, { ...demo, voters: demo.voters.slice(2) });
  await signIn(desk.page, server.url, demo.staff);
  await desk.page.goto(`${server.url}/desk/meetings/${demo.meeting}/room`);
  await screen.page.goto(`${server.url}/screen/${demo.meeting}`);
}, 120_000);
afterAll(async () => {
  await Promise.all([browser.close(), largePrint.close()]);
  await server.remove();
});

const staff = (path: string, body?: unknown) => call(server, "POST", path, body, demo.staff.apiToken);
const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
};

/** What is found, by the picture's name: nothing, where everybody can read and press it. */
const found: Record<string, string[]> = {};
let step = "";

async function look(name: string, page: Page, ...more: string[]): Promise<void> {
  await shot(page, `${step} ${name}`);
  const wider = await overflow(page);
  found[`${step}: ${name}`] = [...(await barriers(page)), ...(wider > 0 ? [`${wider} px too wide`] : []), ...more];
}

const lookAtPhone = async () =>
  look("phone", phone.page, ...(await cutOff(phone.page)), ...(await tooSmall(phone.page, 60, 18)));

/** Twice the size: no text below 36 px, at any of the three sizes of the page itself. */
async function lookAtLarge(): Promise<void> {
  const { page } = large;
  for (const size of [0, 2] as const) {
    await page.getByRole("button", { name: phoneText.textSize.names[size] }).click();
    await page.locator(`[aria-pressed=true][data-size="${size}"]`).waitFor();
    await shot(page, `${step} large ${size}`);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), step).toBe("32px");
    const wider = await overflow(page);
    found[`${step}: large ${size}`] = [
      ...(wider > 0 ? [`${wider} px too wide`] : []),
      ...(await cutOff(page)),
      ...(await tooSmall(page, 60, 36)),
    ];
  }
}

const lookAtPhones = async () => {
  await lookAtPhone();
  await lookAtLarge();
};
const lookEverywhere = async () => {
  await lookAtPhones();
  await look("screen", screen.page);
  await look("desk", desk.page);
};
const phones = () => [phone.page, large.page];
const onPhones = (selector: string) => Promise.all(phones().map((page) => page.locator(selector).first().waitFor()));

function expectNothing(): void {
  const kept = Object.fromEntries(Object.entries(found).filter(([, all]) => all.length > 0));
  expect(kept).toEqual({});
  expect(Object.keys(found).length).toBeGreaterThan(0);
}

it("the way in", async () => {
  step = "slip";
  for (const [n, page] of phones().entries())
    await page.goto(`${server.url}/m/${demo.meeting}?t=${demo.voters[n]?.token}`);
  await lookAtPhones();
  step = "by name";
  for (const page of phones()) await page.getByRole("link", { name: phoneText.identity.no }).click();
  await onPhones("[name=roomCode]");
  await lookAtPhones();
  step = "waiting";
  for (const page of phones()) {
    await page.goBack();
    await page.getByRole("button", { name: phoneText.identity.yes }).click();
  }
  await onPhones("[data-step=waiting]");
  await lookAtPhones();
  expectNothing();
});

it("a vote that is announced for later", async () => {
  const opensAt = new Date(Date.now() + 2 * 3_600_000).toISOString();
  const poll = { ...KINDS["yes or no"].poll, rule: "resident-representatives", opensAt, minutes: 5 };
  await staff(`/api/v1/meetings/${demo.meeting}/polls`, poll);
  await desk.page.getByLabel(roomText.poll.scheduled.title).waitFor();
  for (const { page } of [screen, phone, large]) await page.locator("[data-next-poll]").first().waitFor();
  step = "announced";
  await lookEverywhere();
  await desk.page.locator("[data-vote]").click();
  await desk.page.getByText(roomText.poll.ballot.plain).click();
  step = "form";
  await look("desk", desk.page);
  await desk.page.locator("[data-vote]").click();
  expectNothing();
});

it.each(Object.entries<BallotKind>(KINDS))(
  "a ballot of the kind “%s”, from its opening to its result",
  async (name, kind) => {
    const inFull = name !== "named" && name !== "one of several";
    const id = await openPollOver(server, demo, kind.poll);
    for (const { page } of [desk, screen, phone, large]) await page.getByText(kind.poll.question).first().waitFor();
    await desk.page.locator("[data-end-poll]").waitFor();
    step = `${name} open`;
    await lookAtPhones();
    await look("screen", screen.page);
    if (inFull) await look("desk", desk.page);
    step = `${name} chosen`;
    for (const page of phones()) await mark(page, kind);
    await onPhones("button[name=confirmed]");
    await lookAtPhones();
    step = `${name} recorded`;
    for (const page of phones()) await page.locator("button[name=confirmed]").click();
    await onPhones("[data-step=recorded]");
    await lookAtPhones();
    step = `${name} closed`;
    await staff(`/api/v1/polls/${id}/closing`);
    await onPhones("[data-step=waiting]");
    await desk.page.locator("[data-reveal='1']").waitFor();
    if (inFull) await look("screen", screen.page);
    await desk.page.locator("[data-reveal='1']").click();
    await onPhones("[data-step=result]");
    step = `${name} figures`;
    await lookAtPhones();
    if (inFull) await look("screen", screen.page);
    await desk.page.locator("[data-reveal='2']").click();
    await onPhones("[data-step=result] h1[data-passed]");
    await screen.page.locator("h1[data-passed]").waitFor();
    step = `${name} verdict`;
    await lookAtPhones();
    await look("screen", screen.page);
    if (inFull) await look("desk", desk.page);
    expectNothing();
  },
);

it.each(["hands", "paper"] as const)("votes by %s, until one of them is void", async (mode) => {
  const question = `${KINDS["yes or no"].poll.question}（${mode === "hands" ? "举手" : "纸票"}）`;
  const id = await openPollOver(server, demo, { question, mode });
  for (const { page } of [desk, screen, phone, large]) await page.getByText(question).first().waitFor();
  await desk.page.locator(`[data-count=${mode}]`).waitFor();
  step = mode;
  await lookEverywhere();
  await staff(`/api/v1/polls/${id}/voiding`, { reason: "主持人念错了题目，重新表决" });
  await onPhones("[data-step=voided]");
  await desk.page.locator("[data-end-poll]").waitFor({ state: "detached" });
  step = `${mode} void`;
  await lookEverywhere();
  expectNothing();
});

it("no page reported an error", () => {
  for (const { errors } of [desk, screen, phone, large]) expect(errors).toEqual([]);
});
