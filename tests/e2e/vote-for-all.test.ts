import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { phoneText } from "#app/text/phone.ts";
import { roomText } from "#app/text/room.ts";
import { strawText } from "#app/text/straw.ts";
import { call, checkInAll, demonstration, openPollOver } from "./api-client.ts";
import { audit } from "./audit.ts";
import { type BallotKind, box, KINDS, mark } from "./ballot-kinds.ts";
import { launch, type Person, person } from "./browser.ts";
import { focused, pressEarly, tabAndPress, tabAndType, turnTo } from "./keyboard.ts";
import { newServer, type TestServer } from "./server.ts";

/** The whole vote, at the desk and on the phone: once without JavaScript, once by nothing but a keyboard. */
let server: TestServer;
let browser: Browser;
let demo: Demonstration;
const { poll: text } = roomText;
const kinds = Object.entries<BallotKind>(KINDS);

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, 9);
  browser = await launch();
  await checkInAll(server, { ...demo, voters: demo.voters.slice(2) });
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const staff = (path: string) => call(server, "POST", path, undefined, demo.staff.apiToken);
const slip = (n: number) => `${server.url}/m/${demo.meeting}?t=${demo.voters[n]?.token}`;
const roomPath = () => `${server.url}/desk/meetings/${demo.meeting}/room`;

/** What the poll with this question came to. */
const result = (question: string) =>
  JSON.parse(String(audit(server, "SELECT result FROM poll WHERE question = ?", question)[0]?.result));
const pollId = (question: string) =>
  String(audit(server, "SELECT id FROM poll WHERE question = ? ORDER BY created_at DESC", question)[0]?.id);
const FIGURES = { for: 5, against: 2, abstain: 1 };

describe("without JavaScript", () => {
  let desk: Page;
  let phone: Page;

  beforeAll(async () => {
    desk = (await person(browser, "desk", { javaScript: false })).page;
    phone = (await person(browser, "phone", { javaScript: false })).page;
  });

  const room = () => desk.goto(roomPath());
  const inRoom = () => phone.goto(`${server.url}/m/${demo.meeting}`);

  async function open({ question, mode, ...ballot }: BallotKind["poll"]): Promise<void> {
    await room();
    await desk.locator("[data-vote]").click();
    const form = desk.locator("form").filter({ has: desk.locator("[data-question]") });
    await form.locator("[name=question]").fill(question);
    if (Object.keys(ballot).length > 0) await desk.getByText(text.ballot.plain).click();
    for (const [name, value] of Object.entries(ballot)) {
      await form.locator(`[name=${name}]`).fill(Array.isArray(value) ? value.join("\n") : String(value));
    }
    await form.locator(`input[name=mode][value=${mode}]`).check();
    await form.getByRole("button", { name: text.open, exact: true }).click();
    await desk.locator("[data-end-poll]").waitFor();
  }

  /** Ends the poll, and announces its figures and then its verdict. */
  async function finish(): Promise<void> {
    await room();
    const end = desk.locator("[data-end-poll]");
    await end.locator("summary").click();
    await end.getByRole("button", { name: text.close }).click();
    await desk.locator("[data-reveal='1']").click();
    await desk.locator("[data-reveal='2']").click();
    await desk.getByText(text.revealState[2]).first().waitFor();
  }

  async function vote(kind: BallotKind): Promise<void> {
    await mark(phone, kind);
    await phone.locator("button[name=confirmed]").click();
    await phone.locator("[data-step=recorded]").waitFor();
  }

  it("somebody signs in at the desk, somebody else checks in by their slip", async () => {
    await desk.goto(`${server.url}/sign-in`);
    await desk.locator("[name=username]").fill(demo.staff.username);
    await desk.locator("[name=password]").fill(demo.staff.password);
    await desk.locator("button[type=submit]").click();
    await desk.waitForURL(/\/desk$/);
    await phone.goto(slip(0));
    await phone.getByRole("button", { name: phoneText.identity.yes }).click();
    await phone.locator("[data-step=waiting]").waitFor();
  });

  it.each(kinds)("a ballot of the kind “%s” is opened, chosen on, confirmed and counted", async (_, kind) => {
    const { question } = kind.poll;
    await open(kind.poll);
    await inRoom();
    await phone.getByText(question).waitFor();
    await mark(phone, kind);
    // Nothing is cast before it is confirmed.
    await phone.locator("button[name=confirmed]").waitFor();
    expect(box(server, question)).toEqual([]);
    await phone.getByRole("link", { name: phoneText.confirm.back, exact: true }).click();
    await vote(kind);
    expect(box(server, question)).toEqual(kind.cast);
    // Results look in two ways: of one answer, and of several.
    const announced = kind === KINDS["yes or no"] || kind === KINDS["several items"];
    if (!announced) return void (await staff(`/api/v1/polls/${pollId(question)}/closing`));
    await finish();
    await inRoom();
    await phone.locator("[data-step=result] h1[data-passed]").waitFor();
  });

  it("a ballot with more ticks than it may have is not taken, and says so", async () => {
    const kind = KINDS["several of n"];
    const question = "再推选两位";
    await open({ ...kind.poll, question });
    await inRoom();
    await mark(phone, { ...kind, marks: [...kind.marks, ["choice", "o4"]] });
    await phone.getByText(phoneText.refused["invalid-choice"]).waitFor();
    await phone.getByRole("link", { name: phoneText.refused.again }).click();
    await vote(kind);
    await staff(`/api/v1/polls/${pollId(question)}/closing`);
  });

  it("a named choice is changed until the poll is closed", async () => {
    const question = "是否同意每月最后一个周三休会？";
    await open({ question, mode: "named" });
    await inRoom();
    await vote(KINDS.named);
    await phone.getByRole("link", { name: phoneText.recorded.change }).click();
    await vote({ ...KINDS.named, marks: [["choice", "against"]] });
    expect(box(server, question)).toEqual(["against"]);
    await staff(`/api/v1/polls/${pollId(question)}/closing`);
  });

  it("hands are counted by two tellers, and the poll ends when both are one", async () => {
    const question = "是否同意散会后一起看现场？";
    await open({ question, mode: "hands" });
    for (const column of [1, 2]) {
      const form = teller(desk, column);
      await form.locator("[name=teller]").fill(column === 1 ? "李华" : "王强");
      for (const [name, figure] of Object.entries(FIGURES)) await form.locator(`[name=${name}]`).fill(String(figure));
      await form.getByRole("button", { name: text.count.submit }).click();
    }
    await desk.locator("[data-count][data-state=agreed]").waitFor();
    await finish();
    expect(result(question)).toMatchObject(FIGURES);
  });

  it("a mood check is asked, tapped, tapped otherwise, and closed", async () => {
    await room();
    const panel = desk.locator("[data-straw]");
    await panel.getByText(strawText.start, { exact: true }).click();
    await panel.locator("[name=strawQuestion]").fill("夜间错时停车，大家现在怎么看？");
    await panel.getByRole("button", { name: strawText.open, exact: true }).click();
    await inRoom();
    for (const choice of ["o1", "o3"]) {
      await phone.locator(`[data-step=straw] button[value=${choice}]`).click();
      await phone.locator(`[data-step=straw] button[value=${choice}][aria-pressed=true]`).waitFor();
    }
    await room();
    await desk.locator("[data-act=close-straw]").click();
    await inRoom();
    await phone.getByText(phoneText.straw.few).waitFor();
  });
});

const teller = (desk: Page, column: number): Locator =>
  desk.locator("[data-count] form").filter({ has: desk.locator(`input[name=column][value="${column}"]`) });

describe("by keyboard alone", () => {
  let desk: Page;
  let phone: Page;
  let people: Person[];

  beforeAll(async () => {
    people = [await person(browser, "desk"), await person(browser, "phone")];
    [desk, phone] = people.map(({ page }) => page) as [Page, Page];
  });

  /** Goes there as by the address bar; from then on the page hears keys. */
  async function arrive(page: Page, address: string): Promise<void> {
    const live = page.waitForEvent("websocket");
    await page.goto(address);
    await live;
  }

  async function vote({ marks }: BallotKind): Promise<void> {
    for (const [name, value] of marks) {
      const button = phone.locator(`button[name="${name}"][value="${value}"]`);
      const box = phone.locator(`input[type=checkbox][name="${name}"][value="${value}"]`);
      if (await button.count()) await tabAndPress(phone, button, "Space");
      else if (await box.count()) await tabAndPress(phone, box, "Space");
      else await turnTo(phone, phone.locator(`input[type=radio][name="${name}"]`), value);
    }
    const review = phone.getByRole("button", { name: phoneText.poll.review });
    if (await review.count()) await tabAndPress(phone, review, "Enter");
    await tabAndPress(phone, phone.getByRole("button", { name: phoneText.confirm.submit, exact: true }), "Enter");
    await phone.locator("[data-step=recorded]").waitFor();
  }

  /** Presses Enter on what has the focus by itself: it must be this, and be seen to have it. */
  async function enterOn(target: Locator): Promise<void> {
    await expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await focused(desk)).toMatchObject({ shown: true });
    await desk.keyboard.press("Enter");
  }

  /** V leads to the button that ends the poll; it asks; then the figures, then the verdict. */
  async function finish(): Promise<void> {
    await desk.keyboard.press("v");
    const end = desk.locator("[data-end-poll]");
    await enterOn(end.locator("summary"));
    await tabAndPress(desk, end.getByRole("button", { name: text.close }), "Enter");
    await enterOn(desk.locator("[data-reveal='1']"));
    await enterOn(desk.locator("[data-reveal='2']"));
    await desk.getByText(text.revealState[2]).first().waitFor();
  }

  async function open(question: string, mode: string): Promise<void> {
    await desk.keyboard.press("v");
    const form = desk.locator("form").filter({ has: desk.locator("[data-question]") });
    await expect.poll(() => form.locator("[name=question]").evaluate((it) => it === document.activeElement)).toBe(true);
    await desk.keyboard.press("Control+a");
    await desk.keyboard.insertText(question);
    await turnTo(desk, form.locator("[name=mode]"), mode);
    await tabAndPress(desk, form.getByRole("button", { name: text.open, exact: true }), "Enter");
    await desk.locator("[data-end-poll]").waitFor();
  }

  it("somebody signs in at the desk, somebody else checks in by their slip", async () => {
    await desk.goto(`${server.url}/sign-in`);
    await tabAndType(desk, desk.locator("[name=username]"), demo.staff.username);
    await tabAndType(desk, desk.locator("[name=password]"), demo.staff.password);
    await desk.keyboard.press("Enter");
    await desk.waitForURL(/\/desk$/);
    await phone.goto(slip(1));
    await tabAndPress(phone, phone.getByRole("button", { name: phoneText.identity.yes }), "Enter");
    await phone.waitForURL(/\/m\/[A-Z2-9]{8}$/);
    await arrive(desk, roomPath());
    await arrive(phone, `${server.url}/m/${demo.meeting}`);
  });

  it("the desk opens a poll, the phone votes, the desk ends it and announces it", async () => {
    const question = "是否同意用键盘表决？";
    await open(question, "secret");
    await phone.getByText(question).waitFor();
    await vote(KINDS["yes or no"]);
    await finish();
    expect(result(question)).toMatchObject({ for: 1, cast: 1 });
    await phone.locator("[data-step=result] h1[data-passed]").waitFor();
  });

  it("two tellers enter what they counted", async () => {
    const question = "是否同意举手？";
    await open(question, "hands");
    for (const column of [1, 2]) {
      const form = teller(desk, column);
      await tabAndType(desk, form.locator("[name=teller]"), column === 1 ? "李华" : "王强");
      for (const [name, figure] of Object.entries(FIGURES)) {
        await tabAndType(desk, form.locator(`[name=${name}]`), String(figure));
      }
      await desk.keyboard.press("Enter");
      await desk.locator(`[data-count][data-state=${column === 1 ? "one" : "agreed"}]`).waitFor();
    }
    await finish();
    expect(result(question)).toMatchObject(FIGURES);
  });

  it.each(kinds)("a ballot of the kind “%s” is cast", async (_, kind) => {
    const question = `${kind.poll.question}（再议）`;
    const id = await openPollOver(server, demo, { ...kind.poll, question });
    await phone.getByText(question).waitFor();
    await vote(kind);
    expect(box(server, question)).toEqual(kind.cast);
    await staff(`/api/v1/polls/${id}/closing`);
    await phone.locator("[data-step=waiting]").waitFor();
  });

  it("a key pressed while a page comes to life does not leave it dead", async () => {
    const early = await person(browser, "phone");
    people.push(early);
    await early.context.addCookies(await phone.context().cookies());
    await early.page.addInitScript(pressEarly);
    await arrive(early.page, `${server.url}/m/${demo.meeting}`);
  });

  it("no page reported an error", () => {
    for (const { errors } of people) expect(errors).toEqual([]);
  });
});
