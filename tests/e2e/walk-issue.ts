import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { personalToken } from "#app/commands/meeting-roll.ts";
import { addDays, dayOf } from "#app/domain/calendar/day.ts";
import { loadSecret, signer } from "#app/server/secret.ts";
import { issueText } from "#app/text/issues.ts";
import { peopleText } from "#app/text/people.ts";
import { audit } from "./audit.ts";
import { launch, type Person, person } from "./browser.ts";
import * as desk from "./desk.ts";
import { paperText } from "./papers.ts";
import { newServer, type TestServer } from "./server.ts";

/** An issue on its way through a method, as a secretary takes it there on the issue's page. */
export type Walk = { server: TestServer; browser: Browser; secretary: Person; page: Page; path: string };

/** What is filled in for a step, by fact: a word, a number, a tick, lines of a list, or the figures of a vote. */
export type Answers = Record<string, string | number | boolean | readonly string[] | Readonly<Record<string, number>>>;
type RollLine = readonly [name: string, seat: string, votes?: boolean];

/** An empty house with its community and roll; the issue is raised by `raise`. */
export async function moveIn(community: string, roll: readonly RollLine[]): Promise<Walk> {
  const server = await newServer();
  await server.start();
  const browser = await launch();
  const secretary = await person(browser, "desk");
  const { page } = secretary;
  const account = { community, street: "湖滨街道", name: "周岚", username: "zhoulan", password: "lake-side-2026" };
  await desk.fillWizard(page, server.url, account);
  await desk.fillContacts(page, server.url);
  const lines = roll.map(([name, seat, votes = true]) => [name, seat, "1号楼", "", votes ? "有" : "无"].join(","));
  await page.goto(`${server.url}/desk/people/import`);
  const table = ["姓名,身份,单位或楼栋,电话,表决权", ...lines].join("\n");
  await page.setInputFiles("#file", { name: "roll.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${table}`) });
  await page.getByRole("button", { name: peopleText.upload }).click();
  await page.locator("button[name=intent][value=confirm]").click();
  await page.waitForURL(/\/desk\/people\?/);
  return { server, browser, secretary, page, path: "" };
}

export async function moveOut({ server, browser, page }: Walk): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/walk.png`, fullPage: true });
  await browser.close();
  await server.remove();
}

/** A resident's opinion becomes an issue that runs by `method`. */
export async function raise(walk: Walk, method: string, words: desk.IssueWords & { raisedBy: string }): Promise<void> {
  const { page, server } = walk;
  await page.goto(`${server.url}/desk/issues/new`);
  for (const [name, value] of Object.entries(words)) await page.locator(`[name=${name}]`).fill(value);
  await page.getByLabel(issueText.fields.method).selectOption({ label: method });
  await page.getByRole("button", { name: issueText.saveNew, exact: true }).click();
  await page.waitForURL(/\/desk\/issues\/[\w-]{22}$/);
  walk.path = new URL(page.url()).pathname;
}

/** Today, or so many days before or after it, as forms take it. */
export const day = (days = 0): string => addDays(dayOf(new Date()), days);

export async function openIssue({ page, server, path }: Walk): Promise<void> {
  await page.goto(server.url + path);
}

/** The form of one step on the issue's page, unfolded if it was folded. */
async function formOf({ page }: Walk, event: string): Promise<Locator> {
  const form = page.locator("form").filter({ has: page.locator(`[name=step][value="${event}"]`) });
  await form.waitFor({ state: "attached" });
  const folded = page.locator("details:not([open])").filter({ has: form });
  if ((await folded.count()) > 0) await folded.locator("summary").click();
  return form;
}

/** Types and ticks; every field must have a name that a person can read. */
export async function answer(form: Locator, answers: Answers): Promise<void> {
  for (const [fact, value] of Object.entries(answers)) {
    if (typeof value === "object" && !Array.isArray(value)) {
      for (const [name, figure] of Object.entries(value))
        await form.locator(`[name="fact-${fact}.${name}"]`).fill(String(figure));
      continue;
    }
    const field = form.locator(`[name="fact-${fact}"]:not([type=hidden])`).first();
    expect(await field.evaluate((each: HTMLInputElement) => each.labels?.[0]?.textContent), fact).toBeTruthy();
    const type = await field.evaluate((each: HTMLInputElement) => each.type);
    if (value === true) await field.check();
    else if (type === "radio") await form.getByLabel(String(value), { exact: true }).check();
    else if (type === "select-one") await field.selectOption(String(value));
    else await field.fill(Array.isArray(value) ? value.join("\n") : String(value));
  }
}

const editions = (page: Page) =>
  page.locator("[name=expected]").evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value).join());

/** Presses and waits until the page shows the issue's next edition; otherwise says what the page said instead. */
async function pressed(page: Page, button: Locator): Promise<void> {
  const before = await editions(page);
  await button.click();
  await expect
    .poll(async () => ((await editions(page)) !== before ? "saved" : await page.getByRole("alert").allTextContents()))
    .toBe("saved");
}

const buttonOf = (form: Locator, event: string) => form.locator(`button[name=event][value="${event}"]`);

/** Takes a step with all that it asks; `to` is the name of the stage that the page then says the issue has come to. */
export async function step(walk: Walk, event: string, to: string, answers: Answers = {}, reason = ""): Promise<void> {
  const { page } = walk;
  const form = await formOf(walk, event);
  await answer(form, answers);
  if (reason) await form.locator("[name=reason]").fill(reason);
  await pressed(page, buttonOf(form, event));
  await page
    .getByRole("status")
    .filter({ hasText: issueText.taken(to) })
    .waitFor();
}

/** Fills in what there is by now and keeps it without taking the step. */
export async function keep(walk: Walk, event: string, answers: Answers): Promise<void> {
  const form = await formOf(walk, event);
  await answer(form, answers);
  await pressed(walk.page, form.getByRole("button", { name: issueText.keep, exact: true }));
  await walk.page.getByText(issueText.kept).waitFor();
}

/** Tries a step and is refused: what the page then says above the form. */
export async function refusal(walk: Walk, event: string, answers: Answers = {}, reason = ""): Promise<string> {
  const form = await formOf(walk, event);
  await answer(form, answers);
  if (reason) await form.locator("[name=reason]").fill(reason);
  const alerts = () => form.getByRole("alert").allTextContents();
  const before = await alerts();
  await buttonOf(form, event).click();
  await expect.poll(alerts).not.toEqual(before);
  return (await alerts()).join();
}

/** What stands in a step's form, as a person reads it. */
export const said = async (walk: Walk, event: string): Promise<string> =>
  (await (await formOf(walk, event)).textContent()) ?? "";

/** The figures that a step's form offers for a vote, by name. */
export async function figures(form: Locator, fact: string): Promise<Record<string, string>> {
  const all = await form
    .locator(`[name^="fact-${fact}."]`)
    .evaluateAll((fields) =>
      fields.map((each) => [(each as HTMLInputElement).name, (each as HTMLInputElement).value] as const),
    );
  return Object.fromEntries(all.map(([name, value]) => [name.slice(`fact-${fact}.`.length), value]));
}
export const offered = async (walk: Walk, event: string, fact: string) => figures(await formOf(walk, event), fact);

/** “环节 → 环节（理由）”: the history from the first act to the last, as the page lists it. */
export async function history({ page }: Walk): Promise<string[]> {
  const lines = await page.locator("ol li:has(time)").evaluateAll((all) =>
    all.map((line) => {
      const [words, reason] = [...line.querySelectorAll("p")];
      return `${words?.firstChild?.textContent?.trim()}${reason ? `（${reason.textContent}）` : ""}`;
    }),
  );
  return lines.reverse();
}

/**
 * What every walk ends with: nothing left to do, the history step by step with its reasons, the papers of each meeting held, a journal that
 * replays, and nothing said in the secretary's console.
 */
export async function expectSettled(walk: Walk, { steps, meetings }: { steps: string[]; meetings: string[] }) {
  const { page, server, secretary } = walk;
  await page.getByText(issueText.nextNone).waitFor();
  expect(await history(walk)).toEqual(steps);
  expect(audit(server, "SELECT settled_at FROM issue")[0]?.settled_at).toBeTypeOf("number");
  for (const code of meetings) await expectPapers(walk, code);
  expect(await server.run("verify")).toMatchObject({ code: 0 });
  expect(secretary.errors).toEqual([]);
}

/** Sign-in sheet, minutes and public notice of a meeting can be had, with its own figures and the issue in them. */
async function expectPapers({ server, secretary }: Walk, code: string): Promise<void> {
  const cookies = (await secretary.context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const [{ title } = {}] = audit(server, "SELECT title FROM issue");
  for (const genre of ["attendance-sheet", "minutes", "result-notice"]) {
    const address = `${server.url}/api/v1/meetings/${code}/documents/${genre}.docx`;
    const reply = await fetch(address, { headers: { Cookie: cookies } });
    expect(reply.status, `${genre} of ${code}`).toBe(200);
    const text = await paperText(Buffer.from(await reply.arrayBuffer()));
    if (genre !== "attendance-sheet") expect(text, genre).toContain(title);
  }
}

/** The token on somebody's slip for a meeting. */
export function slip({ server }: Walk, meetingId: string, personId: string): string {
  return personalToken({ sign: signer(loadSecret(server.dataDir)) }, meetingId, personId, 1);
}
