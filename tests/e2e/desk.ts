import type { Page } from "playwright-core";
import { actionText } from "#app/text/actions.ts";
import { issueText } from "#app/text/issues.ts";
import { meetingText } from "#app/text/meetings.ts";
import { peopleText } from "#app/text/people.ts";
import { roomText } from "#app/text/room.ts";
import { setUpText } from "#app/text/set-up.ts";
import { signInText } from "#app/text/sign-in.ts";

/** What a secretary does at the desk, click by click. Wording comes from `app/text`: the page is found as a person finds it. */
export type Account = { community: string; street: string; name: string; username: string; password: string };

export async function fillWizard(page: Page, url: string, account: Account): Promise<void> {
  await page.goto(url);
  await page.getByLabel(setUpText.community).fill(account.community);
  await page.getByLabel(setUpText.street).fill(account.street);
  await page.getByLabel(setUpText.staffName).fill(account.name);
  await page.locator("[name=username]").fill(account.username);
  for (const field of await page.locator("input[type=password]").all()) await field.fill(account.password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL(/\/desk$/);
}

export async function signIn(page: Page, url: string, staff: { username: string; password: string }): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.locator("[name=username]").fill(staff.username);
  await page.locator("[name=password]").fill(staff.password);
  await page.getByRole("button", { name: signInText.submit }).click();
  await page.waitForURL(/\/desk$/);
}

export async function importRoll(page: Page, url: string, file: string): Promise<void> {
  await page.goto(`${url}/desk/people/import`);
  await page.setInputFiles("#file", file);
  await page.getByRole("button", { name: peopleText.upload }).click();
  await page.locator("button[name=intent][value=confirm]").click();
  await page.waitForURL(/\/desk\/people\?/);
}

/** Whom public papers name for questions and complaints: none is made without. */
export async function fillContacts(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/desk/settings`);
  const contacts = { contact: "徐静", contactPhone: "0532-55500101", supervisionPhone: "0532-55500110" };
  for (const [name, value] of Object.entries(contacts)) await page.locator(`[name=${name}]`).fill(value);
  const form = page.locator("form").filter({ has: page.locator("[name=contactPhone]") });
  await form.locator("button[type=submit]").click();
  await page.getByRole("status").first().waitFor();
}

export type IssueWords = { title: string; place: string; category: string; source: string };

export async function enterIssue(page: Page, url: string, issue: IssueWords): Promise<void> {
  await page.goto(`${url}/desk/issues/new`);
  for (const [name, words] of Object.entries(issue)) await page.locator(`[name=${name}]`).fill(words);
  await page.getByRole("button", { name: issueText.saveNew, exact: true }).click();
  await page.waitForURL(/\/desk\/issues\/[\w-]{22}$/);
  await page.getByRole("heading", { name: issue.title }).waitFor();
}

/** Plans the proposed meeting with all issues that wait; its code. */
export async function planMeeting(page: Page, url: string, day?: string): Promise<string> {
  await page.goto(`${url}/desk/meetings/new${day ? `?day=${day}` : ""}`);
  for (const box of await page.locator("input[name^=issue-]").all()) await box.check();
  await page.locator("[name=recorder]").fill("徐静");
  await page.getByRole("button", { name: meetingText.create }).click();
  await page.waitForURL(/\/desk\/meetings\/[A-Z2-9]{8}\?/);
  return /meetings\/([A-Z2-9]{8})/.exec(page.url())?.[1] ?? "";
}

/** Which of these issues stand on the agenda, from top to bottom: each has a handle that names it. */
export async function agendaOrder(page: Page, titles: string[]): Promise<string[]> {
  const named = new Map(titles.map((title) => [meetingText.agenda.drag(title), title]));
  const labels = await page
    .locator("[aria-label]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
  return labels.flatMap((label) => named.get(label ?? "") ?? []);
}

export async function tick(page: Page, name: string): Promise<void> {
  await page.getByLabel(roomText.attendance.searchLabel).fill(name);
  const row = page.getByRole("button", { name: roomText.attendance.mark(name), exact: true });
  await row.click();
  await page.locator(`[aria-pressed=true][aria-label="${roomText.attendance.mark(name)}"]`).waitFor();
  await page.getByLabel(roomText.attendance.searchLabel).fill("");
}

/** Turns the room to an agenda item: looks at it, then begins it. */
export async function callItem(page: Page, title: string, button: string = roomText.agenda.choose): Promise<void> {
  await page.locator("nav, section, aside").filter({ hasText: roomText.agenda.title }).getByText(title).first().click();
  await page.getByRole("heading", { name: title }).waitFor();
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("button", { name: button }).waitFor({ state: "detached" });
}

export async function recordSpeech(page: Page, speaker: string, words: string): Promise<void> {
  const entry = page.locator("[data-record]").first();
  await entry.fill(speaker);
  await page.keyboard.press("Escape");
  const body = page.locator("textarea[name=body]").last();
  await body.fill(words);
  await body.press("Enter");
  await page.getByText(words).first().waitFor();
}

/** Opens one of the four ways to decide the item. */
export async function chooseOutcome(page: Page, outcome: keyof typeof roomText.outcome.names) {
  const way = page.locator(`[data-outcome=${outcome}]`);
  await way.locator("summary").click();
  return way;
}

export async function saveOutcome(page: Page, outcome: keyof typeof roomText.outcome.names): Promise<void> {
  await page.getByRole("button", { name: roomText.outcome.save(outcome) }).click();
  await page.getByText(roomText.outcome.decidedBy("")).first().waitFor();
}

export const words = { actionText, issueText, meetingText, peopleText, roomText };
