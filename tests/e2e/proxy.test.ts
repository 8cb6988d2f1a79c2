import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { bodyText } from "#app/text/bodies.ts";
import { meetingText } from "#app/text/meetings.ts";
import { phoneText } from "#app/text/phone.ts";
import { proxyText } from "#app/text/proxy.ts";
import { roomText } from "#app/text/room.ts";
import { demonstration } from "./api-client.ts";
import { audit } from "./audit.ts";
import { fitPhone, standsInNobodysWay } from "./barriers.ts";
import { launch, type Person, person } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

/** An election in which some could not come: what they wrote is registered at the desk, and who holds it votes for them by phone. */
let server: TestServer;
let browser: Browser;
let demo: Demonstration;
let desk: Person;
let screen: Person;
/** With JavaScript, and without. */
let holder: Person;
let plain: Person;
let latecomer: Person;
let code = "";
const name = (n: number): string => demo.voters[n]?.name ?? "";
const AUTHORITY = "2026年11月20日书面委托，原件存社区";
const { others } = phoneText;

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, 9);
  browser = await launch();
  desk = await person(browser, "desk");
  screen = await person(browser, "screen");
  holder = await person(browser, "phone");
  plain = await person(browser, "phone", { javaScript: false });
  latecomer = await person(browser, "phone");
  const { page } = desk;
  await signIn(page, server.url, demo.staff);
  code = await planElection(page);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** A body that goes by the rule of committee elections, and its meeting. */
async function planElection(page: Page): Promise<string> {
  await page.goto(`${server.url}/desk/bodies/new`);
  await page.getByLabel(bodyText.fields.name, { exact: true }).fill("居委会选举会议");
  await page.locator("[name=ruleId]").selectOption("committee-election");
  await page.locator("[name=startTime]").fill("14:30");
  await page.locator("[name=place]").fill("社区议事厅");
  await page.locator("button[value=save]").click();
  await page.waitForURL(/done=added/);
  const body = new URL(page.url()).searchParams.get("id");
  await page.goto(`${server.url}/desk/meetings/new?body=${body}`);
  await page.getByRole("button", { name: meetingText.create }).click();
  await page.waitForURL(/\/desk\/meetings\/[A-Z2-9]{8}\?/);
  return /meetings\/([A-Z2-9]{8})/.exec(page.url())?.[1] ?? "";
}

const panel = (page: Page) => page.locator("[data-proxies]");

async function register(page: Page, principal: string, holding: string, authority: string): Promise<void> {
  await panel(page).locator("[name=principal]").fill(principal);
  await panel(page).locator("[name=holder]").fill(holding);
  await panel(page).locator("[name=authority]").fill(authority);
  await panel(page).getByRole("button", { name: proxyText.register, exact: true }).click();
}

/** In by name and the digits that stand on the screen now. */
async function comeIn(page: Page, who: string, then = "[data-step=waiting]"): Promise<void> {
  await page.goto(`${server.url}/m/${code}`);
  const digits =
    /\d{3} \d{3}/.exec(
      (await screen.page
        .getByText(/\d{3} \d{3}/)
        .first()
        .textContent()) ?? "",
    )?.[0] ?? "";
  await page.locator("[name=name]").fill(who);
  await page.locator("[name=roomCode]").fill(digits);
  await page.locator("form[action$=check-in] button[type=submit]").click();
  await page.locator(then).first().waitFor();
}

async function openPoll(page: Page, question: string): Promise<void> {
  await page.locator("[data-vote]").click();
  await page.locator("[data-question]").fill(question);
  await page.locator("input[name=mode][value=secret]").check();
  await page.getByRole("button", { name: roomText.poll.open, exact: true }).click();
  await page.locator("[data-end-poll]").waitFor();
}

/** One ballot, from the choice to 已记录. */
async function vote(page: Page, choice: string): Promise<void> {
  await page.locator(`button[name=choice][value=${choice}]`).click();
  await page.locator("button[name=confirmed]").click();
}

const ballots = (question: string) =>
  audit(
    server,
    "SELECT b.choice, b.person_id FROM ballot b JOIN poll p ON p.id = b.poll_id WHERE p.question = ?",
    question,
  );

it("what is amiss with an authority stands at its field, and what was typed stays", async () => {
  const { page } = desk;
  await page.getByText(proxyText.count(0), { exact: true }).click();
  await register(page, name(0), name(0), "身份证 110101199003071234");
  await page.getByText(proxyText.refusals["holder-self"]({ principal: "", holder: "", most: 3 })).waitFor();
  expect(await panel(page).locator("[name=authority]").inputValue()).toContain("110101");
  await register(page, name(0), name(1), AUTHORITY);
  await page.locator("[data-proxies='1']").waitFor();
  await register(page, name(2), name(1), AUTHORITY);
  await page.locator("[data-proxies='2']").waitFor();
  await register(page, name(3), name(4), AUTHORITY);
  await page.locator("[data-proxies='3']").waitFor();
  await standsInNobodysWay(page);
  expect(JSON.stringify(audit(server, "SELECT data FROM journal"))).not.toContain("110101199003071234");
});

it("a principal is present from the moment the holder comes", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/desk/meetings/${code}/room`);
  for (const n of [5, 6, 7]) await page.getByRole("button", { name: roomText.attendance.mark(name(n)) }).click();
  await page.getByRole("button", { name: roomText.opening.button, exact: true }).click();
  await page.locator("[data-vote]").waitFor();
  const path = await page.locator("a[href^='/screen/']").first().getAttribute("href");
  await screen.page.goto(server.url + path);
  await screen.page
    .getByText(/\d{3} \d{3}/)
    .first()
    .waitFor();
  await comeIn(holder.page, name(1));
  await comeIn(plain.page, name(4));
  const [here] = audit(server, "SELECT count(*) AS n FROM attendee WHERE present_at IS NOT NULL AND voting_right = 1");
  expect(audit(server, "SELECT name FROM attendee WHERE via = 'proxy'")).toHaveLength(3);
  expect(here?.n).toBeGreaterThanOrEqual(8);
  const row = page.locator("li").filter({ has: page.getByRole("button", { name: roomText.attendance.mark(name(0)) }) });
  await row.getByText(proxyText.heldBy(name(1))).waitFor();
  expect(await row.getByRole("button", { name: roomText.attendance.mark(name(0)) }).isDisabled()).toBe(true);
});

it("the holder's phone: their own ballot, then one after another, each under its name", async () => {
  await openPoll(desk.page, "是否同意选举甲？");
  const { page } = holder;
  await vote(page, "for");
  for (const choice of ["against", "abstain"]) {
    await fitPhone(page);
    await page.locator("[data-next] a").click();
    const whose = await page.locator("[data-whose]").getAttribute("data-whose");
    expect([name(0), name(2)]).toContain(whose);
    await fitPhone(page);
    await page.locator(`button[name=choice][value=${choice}]`).click();
    await fitPhone(page);
    await page.locator("button[name=confirmed]").click();
    await page.getByText(others.recorded(whose ?? "")).waitFor();
    // What was chosen is not told again.
    expect(await page.locator("main").textContent()).not.toMatch(/同意|反对|弃权/);
  }
  expect(await page.locator("[data-next]").count()).toBe(0);
  const cast = ballots("是否同意选举甲？");
  expect(cast.map(({ choice }) => choice).sort()).toEqual(["abstain", "against", "for"]);
  expect(cast.every(({ person_id }) => person_id === null)).toBe(true);
});

it("works the same without JavaScript", async () => {
  const { page } = plain;
  await page.goto(`${server.url}/m/${code}`);
  await vote(page, "for");
  await page.locator("[data-step=recorded]").waitFor();
  await page.getByRole("link", { name: others.vote(name(3)) }).click();
  await page.locator("[data-whose]").waitFor();
  await page.locator("button[name=choice][value=against]").click();
  expect(await page.locator("[data-whose]").getAttribute("data-whose")).toBe(name(3));
  await page.locator("button[name=confirmed]").click();
  await page.getByText(others.done([name(3)])).waitFor();
  expect(ballots("是否同意选举甲？")).toHaveLength(5);
});

it("an authority that was used cannot be withdrawn, and the desk says why", async () => {
  const { page } = desk;
  await page.getByText(proxyText.count(3), { exact: true }).click();
  const button = page.getByRole("button", { name: proxyText.withdrawOf(name(0), name(1)) });
  await page.getByText(proxyText.cast(name(0))).waitFor();
  await standsInNobodysWay(page);
  expect(await button.isDisabled()).toBe(true);
});

it("a principal who comes after all votes themselves: the holder's phone no longer offers it", async () => {
  const { page } = desk;
  const end = page.locator("[data-end-poll]");
  await end.locator("summary").click();
  await end.getByRole("button", { name: roomText.poll.close }).click();
  await page.locator("[data-reveal='1']").waitFor();
  await openPoll(page, "是否同意选举乙？");
  await vote(holder.page, "for");
  await holder.page.locator("[data-next]").waitFor();
  const next = await holder.page.locator("[data-next]").getAttribute("data-next");
  const offered = await holder.page.locator("[data-next] a").textContent();
  const who = [name(0), name(2)].find((each) => offered === others.vote(each)) ?? "";
  expect(next).not.toBeNull();
  await comeIn(latecomer.page, who, "button[name=choice]");
  await vote(latecomer.page, "for");
  await latecomer.page.locator("[data-step=recorded]").waitFor();
  await holder.page.waitForFunction((gone) => document.querySelector(`[data-next="${gone}"]`) === null, next);
  expect(ballots("是否同意选举乙？")).toHaveLength(2);
  const acts = audit(server, "SELECT data FROM journal WHERE act = 'withdraw-proxy'").map(({ data }) => String(data));
  expect(acts).toHaveLength(1);
  expect(acts[0]).toContain("in-person");
  for (const each of [desk, screen, holder, latecomer]) expect(each.errors).toEqual([]);
});
