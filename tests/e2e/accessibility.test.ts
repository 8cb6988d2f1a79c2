import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { dayOf } from "#app/domain/calendar/day.ts";
import { assistText } from "#app/text/assist.ts";
import { lifeText } from "#app/text/document-life.ts";
import { helpersText } from "#app/text/helpers.ts";
import { ownMethodText } from "#app/text/own-methods.ts";
import { rulesText } from "#app/text/rules.ts";
import { strawText } from "#app/text/straw.ts";
import { checkInAll, demonstration, openPollOver } from "./api-client.ts";
import { barriers, overflow, tooSmall } from "./barriers.ts";
import { launch, SIZES } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

/** The three faces with a poll under way: nothing that axe calls serious, nothing wider than its window, sizes as `look.md` asks. */
const QUESTION = "是否同意在西门内道路加装六盏路灯，并由物业每月巡查一次？";

let server: TestServer;
let browser: Browser;
let demo: Demonstration;
/** Somebody at the desk who is signed in, on a screen of whatever size. */
let staff: BrowserContext;

beforeAll(async () => {
  server = await newServer();
  demo = await demonstration(server, 13);
  await server.start();
  browser = await launch();
  staff = await browser.newContext({ locale: "zh-CN" });
  await checkInAll(server, { ...demo, voters: demo.voters.slice(2) });
  await enter();
});
// A page that is left open goes on counting its seconds.
afterEach(async () => {
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(pages.map((page) => page.close()));
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

async function open(size: keyof typeof SIZES): Promise<Page> {
  const phone = size === "phone" ? { isMobile: true, hasTouch: true } : {};
  const context = await browser.newContext({ viewport: SIZES[size], locale: "zh-CN", ...phone });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function enter(): Promise<void> {
  const page = await staff.newPage();
  await signIn(page, server.url, demo.staff);
  await page.close();
}

async function signedIn(size: keyof typeof SIZES): Promise<Page> {
  const page = await staff.newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewportSize(SIZES[size]);
  return page;
}

const deskPages = (issue: string, body: string, ownMethod: string, draft: string): Record<string, string> => ({
  today: "",
  people: "/people",
  import: "/people/import",
  rolls: "/people/rolls",
  "people of another roll": "/people/copy",
  issues: "/issues",
  issue,
  "an issue's papers": `${issue}/documents`,
  "an issue's feedback notice": `${issue}/documents?paper=feedback-notice`,
  "new issue": "/issues/new",
  meetings: "/meetings",
  meeting: `/meetings/${demo.meeting}`,
  room: `/meetings/${demo.meeting}/room`,
  helpers: `/meetings/${demo.meeting}/helpers`,
  slips: `/meetings/${demo.meeting}/slips`,
  ballots: `/meetings/${demo.meeting}/ballots`,
  "own templates": "/documents/templates",
  documents: `/meetings/${demo.meeting}/documents`,
  "a month's papers": `/documents/periods/${dayOf(new Date()).slice(0, 7)}`,
  "a vote of owners without a roll of owners": `/meetings/${demo.meeting}/owners-vote`,
  actions: "/actions",
  methods: "/methods",
  "methods found": "/methods?q=公示&family=decision",
  "no methods found": "/methods?q=没有这种方法",
  method: "/methods/roundtable",
  "a wide method": "/methods/four-together",
  rehearsal: "/methods/roundtable/rehearsal",
  "own methods": "/methods/own",
  "new own method": "/methods/own/new",
  "method editor": ownMethod,
  "rehearsal of a draft": `${ownMethod}/rehearsal`,
  rules: "/rules",
  "a rule with local rules, figures that contradict each other":
    "/rules?rule=villager-representatives&overlay=shandong-women&due=45&present=46",
  "a rule by heads and area":
    "/rules?rule=owners-general&total=1000&participating=700&for=351&area.total=100000&area.participating=70000&area.for=35000.01",
  bodies: "/bodies",
  "new body": "/bodies/new?method=estate-day",
  body,
  "plan a meeting": "/meetings/new",
  "register of documents": "/documents/register",
  "no document found": "/documents/register?q=没有这份文书",
  "a draft of a document": draft,
  journal: "/journal",
  settings: "/settings",
});

it("a page at the desk stands in nobody's way, on the wide screen and on the tablet", async () => {
  const page = await open("desk");
  await page.goto(`${server.url}/sign-in`);
  const found: Record<string, unknown> = { "sign-in": [await barriers(page), await overflow(page)] };
  const desk = await signedIn("desk");
  await desk.goto(`${server.url}/desk/issues`);
  const issue = await desk.locator("main table a").first().getAttribute("href");
  await desk.goto(`${server.url}/desk/bodies`);
  const body = await desk.locator("main table a").first().getAttribute("href");
  await desk.goto(`${server.url}/desk/methods/own/new?from=roundtable`);
  await desk.getByRole("button", { name: ownMethodText.begin }).click();
  await desk.waitForURL(/\/own-[0-9a-f]+$/);
  const ownMethod = new URL(desk.url()).pathname;
  await desk.goto(`${server.url}/desk/meetings/${demo.meeting}/documents?paper=agenda`);
  await desk.getByRole("button", { name: lifeText.draftButton }).click();
  await desk.waitForURL(/done=drafted/);
  const draft = new URL(desk.url()).pathname;
  const [issuePath = "", bodyPath = "", methodPath = "", draftPath = ""] = [issue, body, ownMethod, draft].map((path) =>
    path?.replace("/desk", ""),
  );
  for (const [name, path] of Object.entries(deskPages(issuePath, bodyPath, methodPath, draftPath))) {
    await desk.setViewportSize(SIZES.desk);
    await desk.goto(`${server.url}/desk${path}`);
    const wide = await barriers(desk);
    await desk.setViewportSize(SIZES.tablet);
    found[name] = [wide, await overflow(desk)];
  }
  const clean = Object.fromEntries(Object.keys(found).map((name) => [name, [[], 0]]));
  expect(found).toEqual(clean);
});

it("the list of rules, opened, stands in nobody's way either", async () => {
  const desk = await signedIn("desk");
  await desk.goto(`${server.url}/desk/rules`);
  await desk.getByRole("combobox", { name: rulesText.choose }).and(desk.locator("input")).click();
  await desk.getByRole("option").first().waitFor();
  expect(await barriers(desk)).toEqual([]);
});

it("an editor with everything open stands in nobody's way either", async () => {
  const desk = await signedIn("desk");
  await desk.goto(`${server.url}/desk/methods/own/new?from=roundtable`);
  await desk.getByRole("button", { name: ownMethodText.begin }).click();
  await desk.waitForURL(/\/own-[0-9a-f]+$/);
  await desk.locator("button[aria-expanded]").nth(3).click();
  await desk.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>("main details")) fold.open = true;
  });
  const found: unknown[] = [];
  for (const size of ["screen", "desk", "tablet", "phone"] as const) {
    await desk.setViewportSize(SIZES[size]);
    found.push([size, await barriers(desk), await overflow(desk)]);
  }
  expect(found).toEqual(["screen", "desk", "tablet", "phone"].map((size) => [size, [], 0]));
});

const fitPhone = async (page: Page) => ({
  barriers: await barriers(page),
  overflow: await overflow(page),
  tooSmall: await tooSmall(page, 60, 18),
});
const FIT = { barriers: [], overflow: 0, tooSmall: [] };

it("a mood check can be read and tapped by everybody, while it is open and when it is over", async () => {
  const [desk, screen, phone] = [await signedIn("desk"), await open("screen"), await open("phone")];
  await desk.goto(`${server.url}/desk/meetings/${demo.meeting}/room`);
  await screen.goto(`${server.url}/screen/${demo.meeting}`);
  await phone.goto(`${server.url}/m/${demo.meeting}?t=${demo.voters[1]?.token}`);
  await phone.locator("button[type=submit]").first().click();
  const panel = desk.locator("[data-straw]");
  await panel.getByText(strawText.start, { exact: true }).click();
  await panel.locator("[name=strawQuestion]").fill(QUESTION);
  const found: unknown[] = [await barriers(desk)];
  await panel.getByRole("button", { name: strawText.open, exact: true }).click();
  await phone.locator("[data-step=straw] button").first().tap();
  await phone.locator("[data-step=straw] [aria-pressed=true]").waitFor();
  await screen.locator("[data-scene=straw]").waitFor();
  const look = async () => found.push(await barriers(desk), await barriers(screen), await fitPhone(phone));
  await look();
  await desk.locator("[data-act=close-straw]").click();
  await desk.locator("[data-act=put-straw-away]").waitFor();
  await phone.locator("[data-step=straw] form").waitFor({ state: "detached" });
  await look();
  await desk.locator("[data-act=put-straw-away]").click();
  await screen.locator("[data-scene=straw]").waitFor({ state: "detached" });
  expect(found).toEqual([[], ...[1, 2].flatMap(() => [[], [], FIT])]);
});

describe("with a poll under way", () => {
  beforeAll(async () => {
    await openPollOver(server, demo, { question: QUESTION, mode: "secret" });
  });

  it("the phone can be read and pressed by everybody", async () => {
    const page = await open("phone");
    await page.goto(`${server.url}/m/${demo.meeting}`);
    expect(await fitPhone(page)).toEqual(FIT);
    await page.goto(`${server.url}/m/${demo.meeting}?t=${demo.voters[0]?.token}`);
    expect(await fitPhone(page)).toEqual(FIT);
    await page.locator("button[type=submit]").first().click();
    await page.getByText(QUESTION).waitFor();
    expect(await fitPhone(page)).toEqual(FIT);
    await page.getByRole("button", { name: "同意" }).first().click();
    await page.getByRole("button", { name: "同意" }).first().waitFor({ state: "detached" });
    expect(await fitPhone(page)).toEqual(FIT);
  });

  it("the tablet that goes round the table can be read and pressed by everybody", async () => {
    const page = await signedIn("tablet");
    await page.goto(`${server.url}/desk/meetings/${demo.meeting}/helpers`);
    await page.getByRole("button", { name: helpersText.here }).click();
    for (const viewport of [SIZES.tablet, { width: 768, height: 1024 }, SIZES.phone]) {
      await page.setViewportSize(viewport);
      await page.goto(`${server.url}/m/${demo.meeting}/assist`);
      await page.getByText(assistText.table.vote).waitFor();
      expect(await fitPhone(page)).toEqual(FIT);
      await page.locator("[data-standing=ready]").first().click();
      await page.getByText(QUESTION).waitFor();
      expect(await fitPhone(page)).toEqual(FIT);
      await page.getByRole("button", { name: "同意" }).first().click();
      await page.getByText(assistText.person.final).waitFor();
      expect(await fitPhone(page)).toEqual(FIT);
    }
  });

  it("the screen can be read from the last row", async () => {
    const page = await signedIn("screen");
    await page.goto(`${server.url}/screen/${demo.meeting}`);
    const question = page.getByText(QUESTION);
    await question.waitFor();
    const size = (selector: ReturnType<Page["locator"]>) =>
      selector.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(await size(question)).toBeGreaterThanOrEqual(48);
    expect(await size(page.getByText("0", { exact: true }).first())).toBeGreaterThanOrEqual(120);
    expect(await barriers(page)).toEqual([]);
    for (const viewport of [SIZES.screen, SIZES.tablet]) {
      await page.setViewportSize(viewport);
      // The way in is never pushed off the picture.
      const code = await page.locator("main svg").last().boundingBox();
      expect(code && code.x + code.width).toBeLessThanOrEqual(viewport.width);
      expect(code && code.y + code.height).toBeLessThanOrEqual(viewport.height);
    }
  });
});
