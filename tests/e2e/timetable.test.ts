import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { CLOSING_GRACE_MS } from "#app/domain/poll/timetable.ts";
import { phoneText } from "#app/text/phone.ts";
import { roomText } from "#app/text/room.ts";
import { screenText } from "#app/text/screen.ts";
import { timetableText } from "#app/text/timetable.ts";
import { call, checkIn, checkInAll, demonstration } from "./api-client.ts";
import { audit } from "./audit.ts";
import { standsInNobodysWay } from "./barriers.ts";
import { launch, type Person, person } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const { poll: text } = roomText;

let server: TestServer;
let browser: Browser;
let demo: Demonstration;
let desk: Person;
let screen: Person;
/** Two phones, one's clock an hour fast, the other's an hour slow. */
let phones: Person[];
/** Personal links of people who have not come yet. */
let latecomers: string[];
/** How far the house's clock is ahead of ours, ms: nobody waits for an end that the clock can be set to. */
let ahead = 0;

/** The whole page lives by a clock that is wrong by so much. */
async function withWrongClock({ page }: Person, ms: number): Promise<void> {
  await page.addInitScript((by) => {
    const Right = Date;
    class Wrong extends Right {
      constructor(...given: [] | [number | string | Date]) {
        if (given.length === 0) super(Right.now() + by);
        else super(given[0]);
      }
      static override now() {
        return Right.now() + by;
      }
    }
    globalThis.Date = Wrong as DateConstructor;
  }, ms);
}

async function arrive({ page }: Person, token: string | undefined): Promise<void> {
  await page.goto(`${server.url}/m/${demo.meeting}?t=${token}`);
  await page.getByRole("button", { name: phoneText.identity.yes }).click();
  await page.waitForURL(/\/m\/[A-Z2-9]{8}$/);
}

beforeAll(async () => {
  server = await newServer();
  await server.start({ ahead });
  demo = await demonstration(server, 12);
  latecomers = demo.voters.slice(9).map(({ token }) => token);
  browser = await launch();
  desk = await person(browser, "desk");
  screen = await person(browser, "screen");
  phones = [await person(browser, "phone"), await person(browser, "phone")];
  for (const [n, phone] of phones.entries()) {
    await withWrongClock(phone, n === 0 ? HOUR : -HOUR);
    await arrive(phone, demo.voters[n]?.token);
  }
  await checkInAll(server, { ...demo, voters: demo.voters.slice(2, 9) });
  await signIn(desk.page, server.url, demo.staff);
  await desk.page.goto(`${server.url}/desk/meetings/${demo.meeting}/room`);
  await screen.page.goto(`${server.url}/screen/${demo.meeting}`);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const staff = (method: string, path: string, body?: unknown) => call(server, method, path, body, demo.staff.apiToken);
const now = () => Date.now() + ahead;
const inMs = (ms: number) => new Date(now() + ms).toISOString();
async function setClockTo(moment: number): Promise<void> {
  ahead += moment - now();
  await server.setClock(ahead);
}
/** Sets the clock to a second before this moment: whoever comes then lets the house and the pages see it, and what falls due is left to the timer. */
async function letItCome(moment: number): Promise<void> {
  await setClockTo(moment - 1000);
  await checkIn(server, demo, latecomers.pop() ?? "");
}
const ask = (question: string, times: Record<string, unknown>) => {
  const poll = { question, mode: "secret", rule: "resident-representatives", ...times };
  return staff("POST", `/api/v1/meetings/${demo.meeting}/polls`, poll);
};
const acts = (id: unknown) =>
  audit(server, "SELECT act, actor FROM journal WHERE subject = ? ORDER BY seq", id).map(
    ({ act, actor }) => `${act} ${actor}`,
  );
const byClock = (act: string) => `${act} ${timetableText.actor}`;
const state = async (id: unknown) => audit(server, "SELECT state FROM poll WHERE id = ?", id)[0]?.state;
/** When it happened, ms since 1970. */
const moment = (id: unknown, column: "opened_at" | "closed_at") =>
  Number(audit(server, `SELECT ${column} AS at FROM poll WHERE id = ?`, id)[0]?.at);

/** “4:05” on a page, in seconds. */
async function secondsOn(page: Page, selector: string): Promise<number> {
  const words = (await page.locator(selector).first().textContent()) ?? "";
  const [minutes = Number.NaN, seconds = Number.NaN] = words.trim().split(":").map(Number);
  return minutes * 60 + seconds;
}

it("a vote is announced, opens, is counted down on phones with wrong clocks, and closes, all by the clock", async () => {
  const [begin, end] = [now() + MINUTE / 2, now() + 2 * MINUTE];
  const [opensAt, endsAt] = [begin, end].map((moment) => new Date(moment).toISOString());
  const made = await ask("是否同意装道闸？", { opensAt, endsAt, closesItself: true });
  expect(made.status).toBe(201);
  for (const { page } of [screen, ...phones]) await page.locator("[data-next-poll]").getByText("开始表决").waitFor();
  // By the house's clock, not by the phone's own: to one it would be past.
  const said = await Promise.all(phones.map(({ page }) => page.locator("[data-next-poll] b").textContent()));
  expect(said[0]).toMatch(/^将于 \d\d:\d\d 开始表决$/);
  expect(said[1]).toBe(said[0]);
  await desk.page.getByText(text.scheduled.title).waitFor();

  await letItCome(begin);
  for (const { page } of phones) await page.getByRole("button", { name: "同意" }).waitFor();
  const { body } = made;
  expect(acts(body.id).at(-1)).toBe(byClock("open-poll"));
  expect(moment(body.id, "opened_at")).toBeGreaterThanOrEqual(begin);
  for (const { page } of phones) {
    const shown = await secondsOn(page, "form b");
    expect(Math.abs(shown - (end - now()) / 1000)).toBeLessThan(2.5);
  }
  const [phone] = phones;
  await phone?.page.getByRole("button", { name: "同意" }).click();
  await phone?.page.getByRole("button", { name: phoneText.confirm.submit }).click();
  await phone?.page.getByText(phoneText.recorded.heading).waitFor();

  await letItCome(end + CLOSING_GRACE_MS);
  await expect.poll(() => state(body.id)).toBe("closed");
  expect(moment(body.id, "closed_at")).toBeGreaterThanOrEqual(end + CLOSING_GRACE_MS);
  expect(acts(body.id).filter((act) => act.startsWith("close-poll"))).toEqual([byClock("close-poll")]);
  await screen.page.getByText(screenText.result.countingHint).waitFor();
});

it("phones and screen are told its result separately, by keyboard too", async () => {
  const [{ page }] = phones as [Person, Person];
  const onPhones = desk.page.locator("[data-on-phones]").first();
  await onPhones.getByRole("button", { name: text.onPhones[1] }).click();
  await page.getByText(phoneText.result.figuresOnly).waitFor();
  expect(await page.locator("[data-passed]").count()).toBe(0);
  await onPhones.getByRole("button", { name: text.onPhones[2] }).press("Enter");
  await page.locator("h1[data-passed]").waitFor();
  // The screen was told nothing.
  await screen.page.getByText(screenText.result.countingHint).waitFor();
  expect(await screen.page.locator("[data-passed]").count()).toBe(0);
  await desk.page.locator("[data-reveal='1']").click();
  await desk.page.locator("[data-reveal='2']").click();
  await screen.page.locator("h1[data-passed]").waitFor();
  await onPhones.getByRole("button", { name: text.onPhones[0] }).click();
  await page.getByText(phoneText.waiting.onScreen).waitFor();
  await onPhones.getByRole("button", { name: text.onPhones.follow }).click();
  await page.locator("h1[data-passed]").waitFor();
});

it("phones keep a result that was put on them when the room goes on; what was left unannounced can still be announced", async () => {
  const { body } = await ask("是否同意清理楼道？", { minutes: 5 });
  await staff("POST", `/api/v1/polls/${body.id}/opening`);
  await staff("POST", `/api/v1/polls/${body.id}/closing`);
  const { page } = desk;
  await page.getByText("是否同意清理楼道？", { exact: true }).waitFor();
  await page.locator("h1, h2").first().click();
  await page.keyboard.press("j");
  await page.getByRole("button", { name: roomText.agenda.choose, exact: true }).click();
  await page.getByText(text.revealedLate[0]).waitFor();
  const [{ page: phone }] = phones as [Person, Person];
  expect(await phone.getByText("是否同意清理楼道？").count()).toBe(0);

  await page.locator("[data-on-phones]").first().getByRole("button", { name: text.onPhones[2] }).click();
  await phone.locator("[data-step=result]").getByText("是否同意清理楼道？").waitFor();
  expect(await screen.page.getByText("是否同意清理楼道？").count()).toBe(0);
  await page.locator("[data-reveal='1']").click();
  await page.locator("[data-reveal='2']").click();
  await page.getByText(text.revealedLate[2]).first().waitFor();
  expect(audit(server, "SELECT reveal, phone_reveal FROM poll WHERE id = ?", body.id)).toEqual([
    { reveal: 2, phone_reveal: 2 },
  ]);
  expect(await screen.page.getByText("是否同意清理楼道？").count()).toBe(0);
});

describe("at its end", () => {
  it("the chair may still extend, and nobody is cut off meanwhile", async () => {
    const end = now() + MINUTE;
    const { body } = await ask("是否同意补种树？", { endsAt: new Date(end).toISOString(), closesItself: true });
    await staff("POST", `/api/v1/polls/${body.id}/opening`);
    await letItCome(end);
    await desk.page.getByText("秒后自动截止").waitFor();
    await desk.page.getByRole("button", { name: text.extend(1) }).click();
    await desk.page.getByText(text.closesItselfThen).first().waitFor();
    expect(await state(body.id)).toBe("open");
    for (const { page } of phones) await page.getByRole("button", { name: "同意" }).waitFor();
    const extended = await staff("POST", `/api/v1/polls/${body.id}/extension`, { minutes: 2 });
    expect(extended.status).toBe(200);
    expect(Date.parse(String(extended.body.endsAt))).toBeGreaterThan(now() + 150_000);
    expect((await staff("POST", `/api/v1/polls/${body.id}/extension`, { minutes: 0 })).status).toBe(422);
    expect((await staff("POST", `/api/v1/polls/${body.id}/closing`)).status).toBe(200);
    expect((await staff("POST", `/api/v1/polls/${body.id}/extension`, { minutes: 1 })).status).toBe(409);
    expect(acts(body.id).filter((act) => act.startsWith("close-poll"))).not.toContain(byClock("close-poll"));
  });

  it("a house that is killed before it can count does so when it starts again", async () => {
    const end = now() + MINUTE;
    const { body } = await ask("是否同意换门禁？", { endsAt: new Date(end).toISOString(), closesItself: true });
    await staff("POST", `/api/v1/polls/${body.id}/opening`);
    const opens = await ask("是否同意修凉亭？", { opensAt: inMs(MINUTE - 1000), minutes: 5 });
    // The desk has read what runs: its pages go through the kill as they would in a hall, not with a reading under way.
    await desk.page.getByText("是否同意换门禁？").first().waitFor();
    await desk.page.getByText("是否同意修凉亭？").first().waitFor();
    await setClockTo(end + 500);
    expect(await state(body.id)).toBe("open");
    await server.stop("SIGKILL");
    ahead += CLOSING_GRACE_MS;
    await server.start({ ahead });
    await expect.poll(() => state(body.id)).toBe("closed");
    expect(acts(body.id).filter((act) => act.startsWith("close-poll"))).toEqual([byClock("close-poll")]);
    // What waited for it opens, with its whole length before it.
    await expect.poll(() => state(opens.body.id)).toBe("open");
    const [row] = audit(server, "SELECT ends_at - opened_at AS length FROM poll WHERE id = ?", opens.body.id);
    expect([300, 300_000]).toContain(row?.length);
    await staff("POST", `/api/v1/polls/${opens.body.id}/closing`);
  });
});

it("the desk schedules a vote, puts it off and takes it back", async () => {
  const { page } = desk;
  await page.locator("[data-vote]").click();
  await page.locator("[data-question]").fill("是否同意改北门？");
  await page.locator("[name=minutes]").fill("5");
  expect(await page.locator("[name=closesItself]").isChecked()).toBe(true);
  const local = (ms: number) => new Date(now() + 8 * HOUR + ms).toISOString().slice(0, 16);
  await page.locator("[name=opensAt]").fill(local(2 * HOUR));
  await page.getByRole("button", { name: text.times.schedule }).click();
  const list = page.getByLabel(text.scheduled.title);
  await list.getByText("是否同意改北门？").waitFor();
  const column = (name: string) =>
    audit(server, `SELECT ${name} AS it FROM poll WHERE question = ?`, "是否同意改北门？")[0]?.it;
  expect([column("minutes"), column("closes_itself"), column("state")]).toEqual([5, 1, "draft"]);
  const first = column("opens_at");

  await list.getByText(text.scheduled.change).click();
  await list.locator("[name=opensAt]").fill(local(26 * HOUR));
  await standsInNobodysWay(page);
  await list.getByRole("button", { name: text.scheduled.save }).click();
  await list.getByText("1 天").waitFor();
  expect(Number(column("opens_at"))).toBeGreaterThan(Number(first));

  await list.getByText(text.scheduled.cancel, { exact: true }).click();
  await list.getByRole("button", { name: text.scheduled.cancelConfirm }).click();
  await list.waitFor({ state: "detached" });
  for (const each of phones) await expect.poll(() => each.page.locator("[data-next-poll]").count()).toBe(0);
  expect(column("opens_at")).toBeNull();
});

it("refuses times that do not fit, in words", async () => {
  const refused = async (times: Record<string, unknown>) => {
    const { status, body } = await ask("是否同意？", times);
    return [status, JSON.stringify(body.details)];
  };
  expect(await refused({ opensAt: inMs(-60_000) })).toEqual([422, expect.stringContaining("opensAt")]);
  expect(await refused({ minutes: 5, endsAt: inMs(HOUR) })).toEqual([422, expect.stringContaining("endsAt")]);
  expect(await refused({ closesItself: true })).toEqual([422, expect.stringContaining("closesItself")]);
  expect(await refused({ opensAt: "2026-11-25T15:30" })).toEqual([422, expect.stringContaining("opensAt")]);
});

it("no page reported an error, and the journal holds", async () => {
  for (const { errors } of [desk, screen, ...phones]) expect(errors).toEqual([]);
  await server.stop();
  expect(await server.run("verify")).toMatchObject({ code: 0 });
});
