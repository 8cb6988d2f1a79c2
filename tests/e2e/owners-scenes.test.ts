import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { meetingText } from "#app/text/meetings.ts";
import { ownersVoteText as text } from "#app/text/owners-vote.ts";
import { demonstration } from "./api-client.ts";
import { barriers, overflow } from "./barriers.ts";
import { launch, type Person, person, SIZES } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

/** A vote of the owners at the desk, from their roll over its sixteen days of notice to its result: every page of it stands in nobody's way. */
let server: TestServer;
let browser: Browser;
let demo: Demonstration;
let desk: Person;
let page: Page;
let vote = "";
const DAY = 86_400_000;

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, 3);
  browser = await launch();
  desk = await person(browser, "desk");
  page = desk.page;
  await signIn(page, server.url, demo.staff);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** On the wide screen, and how it fits the tablet. */
async function look(name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/owners ${name}.png`, fullPage: true });
  const wide = await barriers(page);
  await page.setViewportSize(SIZES.tablet);
  const narrow = await overflow(page);
  await page.setViewportSize(SIZES.desk);
  expect([name, wide, narrow]).toEqual([name, [], 0]);
}

const done = (deed: string) => page.waitForURL(new RegExp(`done=${deed}`));
const press = (intent: string) => page.locator(`button[name=intent][value=${intent}]`).first().click();

it("the roll of the owners is made and read from a file", async () => {
  await page.goto(`${server.url}/desk/people/rolls`);
  await page.locator("form [name=name]").fill("翠湖花园业主");
  await page.locator("[name=kind]").selectOption("owners");
  await press("add");
  await done("roll-added");
  const roll = `/desk/people/owners/${new URL(page.url()).searchParams.get("roll")}`;
  await page.goto(server.url + roll);
  await look("empty roll");
  await page.goto(`${server.url}${roll}/import`);
  await look("import");
  await page.setInputFiles("[name=file]", "public/samples/owners-sample.csv");
  await press("read");
  await page.locator("button[value=confirm]").waitFor();
  await look("preview");
  await press("confirm");
  await page.waitForURL((url) => url.pathname === roll);
  await look("roll");
});

it("a vote is prepared and posted", async () => {
  await page.goto(`${server.url}/desk/bodies/new`);
  await page.locator("[name=name]").fill("业主大会");
  await page.locator("[name=startTime]").fill("09:00");
  await page.locator("[name=rollId]").selectOption({ index: 1 });
  await page.locator("button[value=save]").click();
  await page.waitForURL(/done=added/);
  const body = new URL(page.url()).searchParams.get("id");
  await page.goto(`${server.url}/desk/meetings/new?body=${body}`);
  await page.getByRole("button", { name: meetingText.create }).click();
  await page.waitForURL(/\/desk\/meetings\/[A-Z2-9]{8}\?/);
  vote = `${new URL(page.url()).pathname}/owners-vote`;
  await page.goto(server.url + vote);
  await look("preparing");
  await page.locator("[name=question]").fill("关于更换电梯的表决");
  await page.locator("[name=items]").fill("更换 1 栋电梯\n更换 2 栋电梯");
  await press("prepare");
  await done("prepared");
  await page.locator("[name=opensAt]").fill("");
  await page.locator("[name=endsAt]").fill(`${new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10)}T20:00`);
  await page.locator("summary").filter({ hasText: text.notice.button }).click();
  await look("drafted");
  await press("notice");
  await done("noticed");
  await look("posted");
});

it("sixteen days later it runs, papers are entered, and it is counted", async () => {
  await server.stop();
  await server.start({ ahead: 16 * DAY });
  await signIn(page, server.url, demo.staff);
  await page.goto(server.url + vote);
  await page.locator("summary").filter({ hasText: text.opening.button }).click();
  await press("open");
  await done("opened");
  await look("running");
  await page.getByRole("link", { name: text.running.enter }).first().click();
  for (const who of ["李华", "王强"]) {
    await page.locator("[name=enteredBy]").waitFor();
    for (const group of await page.locator("#paper fieldset").all()) await group.locator("input").first().check();
    await page.locator("[name=enteredBy]").fill(who);
    await look(`paper of ${who}`);
    await press("paper");
    await page.waitForURL(/done=/);
    if (who === "王强") break;
    await look("one paper waits");
    await page.getByRole("link", { name: text.running.enter }).first().click();
  }
  await page.locator("summary").filter({ hasText: text.running.close }).click();
  await press("close");
  await done("closed");
  await look("counted");
  expect(desk.errors).toEqual([]);
});
