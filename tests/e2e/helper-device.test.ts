import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { assistText } from "#app/text/assist.ts";
import { helpersText } from "#app/text/helpers.ts";
import { phoneText } from "#app/text/phone.ts";
import { call, checkInAll, demonstration, openPollOver } from "./api-client.ts";
import { audit } from "./audit.ts";
import { launch, type Person, person } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

/** One tablet round the table, with and without JavaScript. */
const QUESTION = "是否同意在西门内道路加装六盏路灯，并由物业每月巡查一次？";

let server: TestServer;
let browser: Browser;
let demo: Demonstration;
let desk: Person;
/** Of those who came with a phone of their own. */
let keys: string[];

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, 26);
  browser = await launch();
  keys = await checkInAll(server, { ...demo, voters: demo.voters.slice(0, 24) });
  desk = await person(browser, "desk");
  await signIn(desk.page, server.url, demo.staff);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** A link made at the desk, as a helper gets it. */
async function link(helper: string): Promise<string> {
  await desk.page.goto(`${server.url}/desk/meetings/${demo.meeting}/helpers`);
  await desk.page.getByLabel(helpersText.helper).fill(helper);
  await desk.page.getByRole("button", { name: helpersText.submit }).click();
  await desk.page.getByText(helpersText.made(helper)).waitFor();
  return desk.page.getByLabel(helpersText.link).inputValue();
}

async function tablet(helper: string, javaScript = true): Promise<Person> {
  const who = await person(browser, "tablet", { javaScript });
  await who.page.goto(await link(helper));
  await who.page.getByRole("button", { name: assistText.door.start }).click();
  await who.page.waitForURL(/\/assist$/);
  return who;
}

const nameOf = (n: number) => demo.voters[n]?.name ?? "";
const ready = (page: Page, n: number) =>
  page.locator(`[data-standing=ready][href$="${encodeURIComponent(demo.voters[n]?.id ?? "")}"]`);
const rowsOf = (poll: string) => ({
  ballots: audit(server, "SELECT choice FROM ballot WHERE poll_id = ?", poll).map(({ choice }) => choice),
  claims: audit(server, "SELECT count(*) AS n FROM claim WHERE poll_id = ?", poll)[0]?.n,
});

/** One person's turn; how many times the tablet was tapped. */
async function turn(page: Page, n: number, choice: string): Promise<number> {
  let taps = 0;
  const tap = async (target: ReturnType<Page["locator"]>) => {
    await target.click();
    taps += 1;
  };
  await tap(ready(page, n));
  await page.getByText(QUESTION).waitFor();
  await tap(page.getByRole("button", { name: choice, exact: true }));
  await page.getByText(assistText.person.confirmBefore(nameOf(n))).waitFor();
  await tap(page.getByRole("button", { name: phoneText.confirm.submit, exact: true }));
  await page.locator("[data-step=recorded]").getByText(assistText.person.handOn).waitFor();
  await tap(page.locator("[data-next]"));
  await page.getByText(assistText.table.vote).waitFor();
  return taps;
}

const confirming = async (page: Page) =>
  ((await page.locator("body").textContent()) ?? "").includes(phoneText.confirm.after);

/** Goes back through the browser's history, reloading each page there, a posted one too: pages that ask to confirm somebody's choice. */
async function tracesInHistory(page: Page): Promise<{ visited: number; traces: string[] }> {
  const traces: string[] = [];
  let visited = 0;
  for (let last = ""; visited < 30; visited++) {
    const at = await page.evaluate(() => `${history.length} ${performance.timeOrigin}`).catch(() => "none");
    await page.goBack({ waitUntil: "load" }).catch(() => null);
    if (page.url() === "about:blank") break;
    if (await confirming(page)) traces.push(page.url());
    await page.reload({ waitUntil: "load" }).catch(() => null);
    if (await confirming(page)) traces.push(`${page.url()} reloaded`);
    if (at === last) break;
    last = at;
  }
  return { visited, traces };
}

describe("with a secret poll open", () => {
  let poll: string;
  let first: Person;

  beforeAll(async () => {
    first = await tablet("网格员王芳");
    await first.page.getByText(assistText.table.idle).waitFor();
    poll = await openPollOver(server, demo, { question: QUESTION, mode: "secret" });
  });

  it("a person's turn takes four taps, and the next one finds no trace of it", async () => {
    const { page } = first;
    await page.getByText(assistText.table.vote).waitFor();
    const began = performance.now();
    const turns: number[] = [];
    for (const n of [0, 1, 2, 3, 4]) turns.push(await turn(page, n, n % 2 === 0 ? "同意" : "反对"));
    const seconds = (performance.now() - began) / 1000 / turns.length;
    expect(turns).toEqual([4, 4, 4, 4, 4]);
    // Measured without reading or thinking: what the tablet itself takes.
    expect(seconds).toBeLessThan(5);
    expect(rowsOf(poll)).toEqual({ ballots: expect.any(Array), claims: 5 });
    expect(rowsOf(poll).ballots.sort()).toEqual(["against", "against", "for", "for", "for"]);
    expect(await page.content()).not.toContain('name="choice"');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
    expect(kept).not.toMatch(/against|反对/);
    expect(first.errors).toEqual([]);
    const { visited, traces } = await tracesInHistory(page);
    expect(visited, "premise: there is a history to go back to").toBeGreaterThan(0);
    expect(traces).toEqual([]);
  });

  it("without JavaScript it is the same four taps, and going back shows nobody's choice", async () => {
    const plain = await tablet("志愿者李强", false);
    expect(await turn(plain.page, 5, "反对")).toBe(4);
    expect(await turn(plain.page, 6, "反对")).toBe(4);
    expect(rowsOf(poll).claims).toBe(7);
    const { visited, traces } = await tracesInHistory(plain.page);
    expect(visited, "premise: there is a history to go back to").toBeGreaterThan(3);
    expect(traces).toEqual([]);
    expect(rowsOf(poll).claims).toBe(7);
  });

  it("whoever voted elsewhere is greyed with the reason; whoever is not checked in is vouched for", async () => {
    const { page } = first;
    await page.goto(`${server.url}/m/${demo.meeting}/assist`);
    const cast = await call(server, "POST", `/api/v1/polls/${poll}/ballots`, { choice: "for" }, keys[7]);
    expect(cast.status).toBe(201);
    await page.getByLabel(assistText.table.find).fill(nameOf(7));
    const grey = page.locator("[data-standing=voted]").filter({ hasText: nameOf(7) });
    await grey.getByText(assistText.table.voted).waitFor();
    expect(await grey.evaluate((element) => element.tagName)).toBe("SPAN");
    await page.getByLabel(assistText.table.find).fill(nameOf(25));
    await page
      .locator("[data-standing=absent]")
      .filter({ hasText: nameOf(25) })
      .click();
    await page.getByRole("button", { name: assistText.person.vouch }).click();
    await page.getByText(QUESTION).waitFor();
    const [entry] = audit(
      server,
      "SELECT actor, data FROM journal WHERE act = 'mark-present' ORDER BY seq DESC LIMIT 1",
    );
    expect(entry?.actor).toBe(assistText.actor("网格员王芳"));
    expect(String(entry?.data)).toContain(nameOf(25));
  });

  it("two tablets, one person: the second says that it is recorded, and there is one ballot", async () => {
    const second = await tablet("志愿者赵玉");
    const before = rowsOf(poll).claims ?? 0;
    for (const { page } of [first, second]) {
      await page.goto(`${server.url}/m/${demo.meeting}/assist`);
      await ready(page, 8).click();
      await page.getByRole("button", { name: "同意", exact: true }).click();
      await page.getByText(assistText.person.confirmBefore(nameOf(8))).waitFor();
    }
    const confirm = ({ page }: Person) => page.getByRole("button", { name: phoneText.confirm.submit, exact: true });
    await Promise.all([first, second].map((each) => confirm(each).click()));
    const steps = [first, second].map(({ page }) => page.locator("[data-step=recorded], [data-step=spent]").waitFor());
    await Promise.all(steps);
    expect(rowsOf(poll).claims).toBe(before + 1);
  });

  it("the network fails in the middle: the ballot waits on the tablet and is recorded once", async () => {
    const { page, context } = first;
    await page.goto(`${server.url}/m/${demo.meeting}/assist`);
    const before = rowsOf(poll).claims ?? 0;
    await ready(page, 9).click();
    await page.getByRole("button", { name: "弃权", exact: true }).click();
    await context.setOffline(true);
    await page.getByRole("button", { name: phoneText.confirm.submit, exact: true }).click();
    await page.locator("[data-step=sending]").waitFor();
    await context.setOffline(false);
    await page.locator("[data-step=recorded]").waitFor();
    expect(rowsOf(poll).claims).toBe(before + 1);
  });

  it("a link opens on one tablet; taken back, it says so and casts nothing more", async () => {
    const address = await link("第三人");
    const [one, two] = [await person(browser, "tablet"), await person(browser, "tablet")];
    await one.page.goto(address);
    await two.page.goto(address);
    await one.page.getByRole("button", { name: assistText.door.start }).click();
    await one.page.waitForURL(/\/assist$/);
    expect(one.page.url()).not.toContain("k=");
    await two.page.reload();
    await two.page.getByText(assistText.trouble.unknown).waitFor();
    await ready(one.page, 10).click();
    await one.page.getByRole("button", { name: "同意", exact: true }).click();
    await desk.page.reload();
    const row = desk.page.locator("tr").filter({ hasText: "第三人" });
    await row.locator("summary").click();
    await row.getByRole("button", { name: helpersText.revoke, exact: true }).click();
    await desk.page.getByText(helpersText.revoked).first().waitFor();
    const before = rowsOf(poll);
    await one.page.getByRole("button", { name: phoneText.confirm.submit, exact: true }).click();
    await one.page.getByText(assistText.trouble.revoked).waitFor();
    expect(rowsOf(poll)).toEqual(before);
  });

  it("closing: the tablet says so, and the journal names who was helped and never what they chose", async () => {
    const { page } = first;
    await page.goto(`${server.url}/m/${demo.meeting}/assist`);
    await ready(page, 11).click();
    await page.getByText(QUESTION).waitFor();
    const closed = await call(server, "POST", `/api/v1/polls/${poll}/closing`, undefined, demo.staff.apiToken);
    expect(closed.status).toBe(200);
    await page.getByText(assistText.person.closed).waitFor();
    const entries = audit(server, "SELECT data FROM journal WHERE act = 'assist-ballot' ORDER BY seq");
    expect(entries.length).toBeGreaterThanOrEqual(9);
    for (const { data } of entries)
      expect(Object.keys(JSON.parse(String(data))).sort()).toEqual(["helper", "name", "poll"]);
    expect(server.log()).not.toMatch(/assist\?k=/);
  });
});

it("the desk's own computer becomes a tablet without another login", async () => {
  await desk.page.goto(`${server.url}/desk/meetings/${demo.meeting}/helpers`);
  await desk.page.getByRole("button", { name: helpersText.here }).click();
  await desk.page.waitForURL(/\/assist$/);
  await desk.page.getByText(assistText.table.idle).waitFor();
});
