import type { Browser, Page } from "playwright-core";
import type { Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { phoneText } from "#app/text/phone.ts";
import { roomText } from "#app/text/room.ts";
import { screenText } from "#app/text/screen.ts";
import { strawText as text } from "#app/text/straw.ts";
import { strawMark } from "#app/text/terms.ts";
import { checkInAll, connect, demonstration } from "./api-client.ts";
import { audit } from "./audit.ts";
import { launch, type Person, person } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

/** A mood check at one desk, before one screen, with one phone, one phone without JavaScript, and ten more on sockets alone. */
let server: TestServer;
let browser: Browser;
let demo: Demonstration;
let desk: Person;
let screen: Person;
let phone: Person;
let plain: Person;
let sockets: Socket[];

const PEOPLE = 12;
/** Whatever the server sent over sockets, to whom. */
const frames: { to: string; snapshot: MeetingSnapshot }[] = [];

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, PEOPLE);
  browser = await launch();
  [desk, screen, phone, plain] = await Promise.all([
    person(browser, "desk"),
    person(browser, "screen"),
    person(browser, "phone"),
    person(browser, "phone", { javaScript: false }),
  ]);
  for (const [n, { page }] of [phone, plain].entries()) {
    await page.goto(`${server.url}/m/${demo.meeting}?t=${demo.voters[n]?.token}`);
    await page.getByRole("button", { name: phoneText.identity.yes }).click();
    await page.waitForURL(/\/m\/[A-Z2-9]{8}$/);
  }
  const keys = await checkInAll(server, { ...demo, voters: demo.voters.slice(2) });
  sockets = await Promise.all(keys.map((key) => connect(server, { key })));
  const watchers = { desk: { apiToken: demo.staff.apiToken, meeting: demo.meeting }, screen: { screen: demo.meeting } };
  for (const [to, auth] of Object.entries(watchers)) {
    const socket = await connect(server, auth);
    sockets.push(socket);
    listen(socket, to);
  }
  for (const [n, socket] of sockets.slice(0, -2).entries()) listen(socket, `phone ${n}`);
  await signIn(desk.page, server.url, demo.staff);
  await desk.page.goto(`${server.url}/desk/meetings/${demo.meeting}/room`);
  await screen.page.goto(`${server.url}/screen/${demo.meeting}`);
}, 120_000);
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await browser.close();
  await server.remove();
});

function listen(socket: Socket, to: string): void {
  socket.on("snapshot", (snapshot: MeetingSnapshot) => frames.push({ to, snapshot }));
}

const isPhone = ({ to }: { to: string }) => to.startsWith("phone");

/** Ticks somebody off and on again at the desk, until every phone has heard of both. */
async function comeAndGo(name: string): Promise<void> {
  const before = frames.filter(isPhone).length;
  await desk.page.getByLabel(roomText.attendance.searchLabel).fill(name);
  for (const [pressed, heard] of [
    ["false", 1],
    ["true", 2],
  ] as const) {
    await desk.page.getByRole("button", { name: roomText.attendance.mark(name), exact: true }).click();
    await desk.page.locator(`[aria-pressed=${pressed}][aria-label="${roomText.attendance.mark(name)}"]`).waitFor();
    await expect.poll(() => frames.filter(isPhone).length).toBe(before + heard * (sockets.length - 2));
  }
  await desk.page.getByLabel(roomText.attendance.searchLabel).fill("");
}

async function ask(question: string, options: string): Promise<string> {
  const panel = desk.page.locator("[data-straw]");
  await panel.getByText(text.start, { exact: true }).click();
  await panel.locator("[name=strawQuestion]").fill(question);
  await panel.locator("[name=options]").fill(options);
  await panel.getByRole("button", { name: text.open, exact: true }).click();
  await desk.page.locator("[data-act=close-straw]").waitFor();
  const [row] = audit(server, "SELECT id FROM straw_poll WHERE question = ?", question);
  return String(row?.id);
}

const answer = (socket: Socket | undefined, straw: string, choice: string) =>
  socket?.timeout(10_000).emitWithAck("straw", { straw, choice });
const option = (page: Page, id: string) => page.locator(`[data-step=straw] button[value=${id}]`);
const QUESTION = "夜间错时停车，大家现在怎么看？";

describe("a mood check", () => {
  let straw: string;

  it("reaches desk, screen and phones, each marked as no decision", async () => {
    straw = await ask(QUESTION, "倾向赞成\n倾向不赞成\n还没想好");
    await plain.page.reload();
    for (const { page } of [desk, screen, phone, plain]) await page.getByText(QUESTION).first().waitFor();
    for (const { page } of [desk, phone, plain]) await page.getByText(strawMark).first().waitFor();
    await screen.page.getByText(`${screenText.straw.name} · ${screenText.straw.short}`).waitFor();
    expect(await desk.page.locator("[data-act=discard-straw]").count()).toBe(1);
  });

  it("takes a tap without confirmation, and another instead, with JavaScript and without", async () => {
    await option(phone.page, "o1").tap();
    await phone.page.getByText(phoneText.straw.mine("倾向赞成")).waitFor();
    await option(phone.page, "o2").tap();
    await phone.page.getByText(phoneText.straw.mine("倾向不赞成")).waitFor();
    await option(plain.page, "o3").click();
    await plain.page.getByText(phoneText.straw.mine("还没想好")).waitFor();
    await screen.page.getByText("2", { exact: true }).first().waitFor();
    expect(audit(server, "SELECT count(*) AS n FROM straw_answer")).toEqual([{ n: 2 }]);
  });

  it("while it is open tells nobody a sum, and no other phone anything at all", async () => {
    const before = frames.filter(isPhone).length;
    for (const [n, socket] of sockets.slice(0, 8).entries()) {
      expect(await answer(socket, straw, n < 6 ? "o1" : "o2")).toEqual({ status: "answered" });
    }
    expect(await answer(sockets[0], straw, "o3")).toEqual({ status: "answered" });
    expect(await answer(sockets[1], straw, "for")).toEqual({ status: "invalid-choice" });
    await desk.page.locator("[data-straw]").getByText("10", { exact: true }).waitFor();
    await phone.page.reload();
    await plain.page.reload();
    await phone.page.getByText(phoneText.straw.mine("倾向不赞成")).waitFor();
    expect(frames.filter(isPhone)).toHaveLength(before);
    // Something that concerns every phone: each is told its own answer with it, and nobody else's.
    await comeAndGo(demo.voters.at(-1)?.name ?? "");
    const last = (n: number) => frames.findLast(({ to }) => to === `phone ${n}`)?.snapshot.straw?.mine;
    expect([0, 1, 5, 6, 7, 8, 9].map(last)).toEqual(["o3", "o1", "o1", "o2", "o2", null, null]);
    const open = frames.filter(({ snapshot }) => snapshot.straw);
    // The premise: desk and screen were told of it many times.
    expect(new Set(open.map(({ to }) => to.split(" ")[0]))).toEqual(new Set(["desk", "screen", "phone"]));
    expect(Math.max(...open.map(({ snapshot }) => snapshot.straw?.answered ?? 0))).toBe(10);
    for (const frame of open) {
      const { snapshot } = frame;
      const told = ["answered", "guests", "id", "options", "present", "question", "state"];
      expect(Object.keys(snapshot.straw ?? {}).sort()).toEqual(isPhone(frame) ? [...told, "mine"].sort() : told);
    }
  });

  it("when it is closed shows the sums everywhere, marked, and forgets who tapped what", async () => {
    await desk.page.locator("[data-act=close-straw]").click();
    await desk.page.locator("[data-act=put-straw-away]").waitFor();
    expect(audit(server, "SELECT * FROM straw_answer")).toEqual([]);
    const [row] = audit(server, "SELECT counts, answered, present FROM straw_poll WHERE id = ?", straw);
    expect(row).toMatchObject({ answered: 10, present: PEOPLE });
    expect(JSON.parse(String(row?.counts))).toEqual({ o1: 5, o2: 3, o3: 2 });
    await plain.page.reload();
    for (const { page } of [phone, plain]) {
      await page.getByText(phoneText.straw.turnout(10, PEOPLE)).waitFor();
      expect(await page.locator("[data-step=straw] dl").textContent()).toMatch(
        /倾向赞成\s*5 人\s*倾向不赞成\s*3 人\s*还没想好\s*2 人/,
      );
      expect(await page.locator("[data-step=straw] form").count()).toBe(0);
    }
    expect(await screen.page.locator("dl").textContent()).toMatch(/倾向赞成\s*5\s*倾向不赞成\s*3\s*还没想好\s*2/);
    for (const { page } of [desk, screen, phone, plain]) await page.getByText(strawMark).first().waitFor();
    expect(await answer(sockets[0], straw, "o1")).toEqual({ status: "closed" });
  });

  it("is put away, and the room is back at its item", async () => {
    await desk.page.locator("[data-act=put-straw-away]").click();
    await screen.page.locator("[data-scene=item]").waitFor();
    await phone.page.locator("[data-step=waiting]").waitFor();
  });
});

it("gives way to a vote, says so, and waits while people vote", async () => {
  const question = "再问一次，大家怎么看？";
  const straw = await ask(question, "一\n二");
  expect(await answer(sockets[0], straw, "o1")).toEqual({ status: "answered" });
  const { page } = desk;
  await page.locator("[data-vote]").click();
  await page.getByText(text.givesWay).waitFor();
  await page.locator("[data-question]").fill("是否同意夜间错时停车？");
  await page.getByRole("button", { name: roomText.poll.open, exact: true }).click();
  await page.locator("[data-end-poll]").waitFor();
  await screen.page.locator("[data-scene=voting]").waitFor();
  await page.getByText(text.waitForPoll).waitFor();
  expect(await page.getByText(text.start, { exact: true }).count()).toBe(0);
  await page.getByText(text.earlier(2)).click();
  await page.getByText(text.endedFor.poll).waitFor();
  // One answer: too few to say what it was.
  expect(audit(server, "SELECT state, answered, counts FROM straw_poll WHERE id = ?", straw)).toEqual([
    { state: "closed", answered: 1, counts: null },
  ]);
  for (const { errors } of [desk, screen, phone, plain]) expect(errors).toEqual([]);
});
