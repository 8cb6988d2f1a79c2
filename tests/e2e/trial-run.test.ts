import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { io } from "socket.io-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { phoneText } from "#app/text/phone.ts";
import { roomText } from "#app/text/room.ts";
import { trialBandText } from "#app/text/trial-band.ts";
import { trialRunText as text } from "#app/text/trial-run.ts";
import { audit } from "./audit.ts";
import { barriers } from "./barriers.ts";
import { launch, type Person, person, SIZES } from "./browser.ts";
import * as desk from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";
import { account, lamps, question } from "./wednesday.ts";

/** 彩排 as a secretary does it before a Wednesday: the whole vote on the real pages, and afterwards nothing has happened. */
let server: TestServer;
let browser: Browser;
let secretary: Person;
let screen: Person;
let phone: Person;
let page: Page;
let realCode = "";
let code = "";
let before = "";

beforeAll(async () => {
  server = await newServer();
  await server.start();
  browser = await launch();
  secretary = await person(browser, "desk");
  screen = await person(browser, "screen");
  phone = await person(browser, "phone");
  page = secretary.page;
  await desk.fillWizard(page, server.url, account);
  await desk.importRoll(page, server.url, "public/samples/roll-sample.xlsx");
  await desk.enterIssue(page, server.url, lamps);
  realCode = await desk.planMeeting(page, server.url);
  before = contents();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** Every row of every table of the real house, as a digest; but for the mark that monitoring leaves. */
function contents(): string {
  const names = audit(
    server,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'installation' ORDER BY 1",
  );
  const hash = createHash("sha256");
  for (const { name } of names) hash.update(JSON.stringify([name, audit(server, `SELECT * FROM "${name}"`)]));
  return hash.digest("hex");
}

const files = (): string[] => readdirSync(server.dataDir, { recursive: true, encoding: "utf8" });
const left = (): string[] => files().filter((name) => name.startsWith("trial-runs"));
const shot = async (of: Page, name: string) => {
  if (process.env.SHOTS) await of.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};
const band = (on: Page) => on.getByRole("region", { name: trialBandText.band });

it("begins on the meeting's page and says everywhere that it is a rehearsal", async () => {
  await page.goto(`${server.url}/desk/meetings`);
  await shot(page, "meetings");
  await page.goto(`${server.url}/desk/meetings/${realCode}`);
  await shot(page, "planned");
  await page.getByRole("button", { name: text.start }).click();
  await page.waitForURL(/\/desk\/meetings\/0[A-Z2-9]{7}\/room$/);
  code = /meetings\/(\w{8})/.exec(page.url())?.[1] ?? "";
  await screen.context.addCookies(await secretary.context.cookies());
  await screen.page.goto(`${server.url}/screen/${code}`);
  await phone.page.goto(`${server.url}/m/${code}`);
  for (const shown of [page, screen.page, phone.page]) await band(shown).getByText(trialBandText.band).waitFor();
  for (const [shown, name] of [
    [page, "room"],
    [screen.page, "lobby"],
    [phone.page, "door"],
  ] as const) {
    await shot(shown, name);
    expect(await shown.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), name).toBeLessThan(1);
  }
  expect(statSync(join(server.dataDir, left().find((name) => name.endsWith(".db")) ?? "")).mode & 0o777).toBe(0o600);
});

it("stands in nobody's way, on any of the faces and sizes", async () => {
  const faces: [Page, keyof typeof SIZES, string][] = [
    [page, "tablet", "room-tablet"],
    [page, "desk", "room-desk"],
    [screen.page, "tablet", "lobby-tablet"],
    [screen.page, "screen", "lobby-screen"],
    [phone.page, "phone", "door-phone"],
  ];
  for (const [on, size, name] of faces) {
    await on.setViewportSize(SIZES[size]);
    await shot(on, name);
    expect(await on.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), name).toBeLessThan(1);
    expect(await barriers(on), name).toEqual([]);
  }
});

const panel = () => page.getByRole("region", { name: text.phones.title });

it("fills the room with simulated phones, beside a real one", async () => {
  const digits = () => screen.page.locator("main").textContent();
  await expect.poll(digits).toMatch(/\d{3}\s\d{3}/);
  const roomCode = (/\d{3}\s\d{3}/.exec((await digits()) ?? "")?.[0] ?? "").replace(/\s/g, "");
  await phone.page.locator("[name=roomCode]").fill(roomCode);
  await phone.page.locator("[name=name]").fill("何秀英");
  await phone.page.locator("button[type=submit]").first().click();
  await phone.page.getByText(phoneText.waiting.checkedIn).waitFor();
  await shot(phone.page, "checked-in");
  await panel().getByRole("button", { name: text.phones.arriveAll }).click();
  await panel().getByText(text.phones.allThere).waitFor({ timeout: 40_000 });
  await page.getByText(roomText.attendance.met).first().waitFor();
  await page.getByRole("button", { name: roomText.opening.button, exact: true }).click();
  await page.getByRole("button", { name: roomText.opening.button, exact: true }).waitFor({ state: "detached" });
});

it("votes: the phones by themselves, the real one by hand, turnout alone on the screen", async () => {
  await page.locator("[data-vote]").click();
  await page.locator("textarea[data-question]").fill(question);
  await page.getByRole("button", { name: roomText.poll.open, exact: true }).click();
  await phone.page.getByText(question).first().waitFor();
  await panel().getByRole("button", { name: text.phones.leanings.first }).click();
  await phone.page.getByRole("button", { name: "同意" }).first().click();
  await phone.page.getByRole("button", { name: phoneText.confirm.submit, exact: true }).click();
  await phone.page.getByText(phoneText.recorded.heading).first().waitFor();
  await shot(phone.page, "recorded");
  await panel()
    .getByText(/^已投 \d+ 部，还在投/)
    .waitFor();
  await shot(page, "voting");
  await shot(screen.page, "screen-voting");
  // Who votes when is proved at a pace of its own; here nobody waits for the slow ones.
  const sent = async () => Number(/已投 (\d+) 部/.exec((await panel().textContent()) ?? "")?.[1]);
  await expect.poll(sent, { timeout: 20_000 }).toBeGreaterThanOrEqual(6);
  await panel().getByRole("button", { name: text.phones.stop, exact: true }).click();
  await panel()
    .getByText(/^已投 \d+ 部，都投完了，不投 [1-9] 部/)
    .waitFor();
  await panel().scrollIntoViewIfNeeded();
  await shot(page, "panel");
  await page.getByText(roomText.poll.close, { exact: true }).first().click();
  await page.getByRole("button", { name: roomText.poll.close, exact: true }).click();
  await page.locator("[data-reveal='1']").click();
  await page.locator("[data-reveal='2']").click();
  await phone.page
    .getByText(new RegExp(`${phoneText.result.passed}|${phoneText.result.failed}`))
    .first()
    .waitFor();
  await shot(screen.page, "screen-result");
  await shot(phone.page, "phone-result");
}, 60_000);

it("keeps papers and the real meeting out of reach", async () => {
  await page.goto(`${server.url}/desk/meetings/${code}/documents`);
  await page.getByText(/这是彩排/).waitFor();
  await shot(page, "documents");
  const file = await page.request.get(`${server.url}/api/v1/meetings/${code}/documents/attendance-sheet.docx`);
  expect(file.status()).toBe(409);
  // A form that leads out of the rehearsal, with the ids that its pages show.
  const issue = audit(server, "SELECT id FROM issue")[0]?.id;
  const out = await page.request.post(`${server.url}/desk/issues/${issue}`, {
    headers: { Origin: server.url, Referer: `${server.url}/desk/meetings/${code}/room` },
    form: { event: "withdraw", reason: "彩排" },
  });
  expect(await out.json()).toMatchObject({ error: "trial-run" });
  // The line of the real meeting does not know a phone of the rehearsal, nor the rehearsal's line anybody without a key.
  const cookie = (await phone.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const joined = (auth: object, withCookie: boolean) =>
    new Promise<boolean>((resolve) => {
      const extraHeaders: Record<string, string> = withCookie ? { Cookie: cookie, Origin: server.url } : {};
      const socket = io(server.url, {
        path: "/live",
        transports: ["websocket"],
        auth,
        reconnection: false,
        extraHeaders,
      });
      const done = (answer: boolean) => {
        socket.disconnect();
        resolve(answer);
      };
      socket.on("snapshot", () => done(true));
      socket.on("connect_error", () => done(false));
    });
  expect(await joined({ meeting: code, as: "voter" }, true)).toBe(true);
  expect(await joined({ meeting: realCode, as: "voter" }, true)).toBe(false);
  expect(await joined({ meeting: code, as: "voter" }, false)).toBe(false);
  expect(await joined({ meeting: code, as: "desk" }, true)).toBe(false);
});

it("leads out into the real house by every other link, and ends without a trace", async () => {
  await page.goto(`${server.url}/desk/meetings/${code}/room`);
  await page.getByRole("navigation").getByRole("link", { name: "会议", exact: true }).first().click();
  await page.waitForURL(/\/desk\/meetings$/);
  await band(page).waitFor({ state: "detached" });
  expect(await page.locator("main").textContent()).not.toContain("【彩排】");
  await page.goto(`${server.url}/desk/meetings/${realCode}`);
  await page.getByRole("link", { name: text.enter }).click();
  await band(page).waitFor();
  await page.locator("summary").filter({ hasText: text.end }).click();
  await shot(page, "ending");
  await page.getByRole("button", { name: text.end, exact: true }).click();
  await page.waitForURL(new RegExp(`/desk/meetings/${realCode}\\?done=trial-run`));
  await page.getByText(text.ended).waitFor();
  await shot(page, "ended");
  await screen.page.getByText(trialBandText.over).waitFor({ timeout: 30_000 });
  await phone.page.getByText(trialBandText.over).waitFor({ timeout: 30_000 });
  await shot(screen.page, "screen-over");
  await shot(phone.page, "phone-over");
  expect(left().filter((name) => name !== "trial-runs")).toEqual([]);
  expect(contents()).toBe(before);
  expect(readFileSync(join(server.dataDir, "yuanzhuo.db")).includes("【彩排】")).toBe(false);
  expect(await server.run("verify")).toMatchObject({ code: 0 });
  for (const { errors } of [secretary, screen, phone]) expect(errors).toEqual([]);
});

it("leaves nothing behind a kill -9 either, nor an orderly end", async () => {
  for (const signal of ["SIGKILL", "SIGTERM"] as const) {
    await page.goto(`${server.url}/desk/meetings/${realCode}`);
    await page.getByRole("button", { name: text.start }).click();
    await page.waitForURL(/\/room$/);
    expect(left().filter((name) => name.endsWith(".db"))).toHaveLength(1);
    // A desk left open would read itself anew when the house is back, on its way elsewhere.
    await page.goto("about:blank");
    await server.stop(signal);
    if (signal === "SIGTERM") expect(left()).toEqual([]);
    else expect(left()).not.toEqual([]);
    await server.start();
    expect(left()).toEqual([]);
  }
  expect(contents()).toBe(before);
});
