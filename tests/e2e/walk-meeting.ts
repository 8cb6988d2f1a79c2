import { expect } from "vitest";
import { phoneText } from "#app/text/phone.ts";
import { roomText } from "#app/text/room.ts";
import { call } from "./api-client.ts";
import { audit } from "./audit.ts";
import { person } from "./browser.ts";
import * as desk from "./desk.ts";
import { type Answers, answer, day, figures, slip, type Walk } from "./walk-issue.ts";

/** A meeting about the issue, as its chair holds it: planned, opened, spoken, voted, concluded, ended. */

/** Plans a meeting some days ahead with everything that waits, and goes into its room; the meeting's code. */
export async function enterMeeting({ page, server }: Walk, ahead: number): Promise<string> {
  const code = await desk.planMeeting(page, server.url, day(ahead));
  await page.goto(`${server.url}/desk/meetings/${code}/room`);
  return code;
}

/** Ticks these people at the desk, then opens the meeting and turns to the issue. */
export async function gather({ page }: Walk, title: string, here: readonly string[]): Promise<void> {
  for (const name of here) await desk.tick(page, name);
  await page.getByRole("button", { name: roomText.opening.button, exact: true }).click();
  await page.getByRole("button", { name: roomText.opening.button, exact: true }).waitFor({ state: "detached" });
  await desk.callItem(page, title);
}

export type Voter = (choice: "for" | "against" | "abstain") => Promise<void>;
const CHOICES = { for: "同意", against: "反对", abstain: "弃权" };

const meetingOf = ({ server }: Walk, code: string) =>
  String(audit(server, "SELECT id FROM meeting WHERE code = ?", code)[0]?.id);
const personOf = ({ server }: Walk, name: string) =>
  String(audit(server, "SELECT id FROM person WHERE name = ?", name)[0]?.id);

/** Somebody checks in with the slip on a phone of their own; what votes there, press by press. */
export async function phone(walk: Walk, code: string, name: string): Promise<Voter> {
  const { page, errors } = await person(walk.browser, "phone");
  await page.goto(`${walk.server.url}/m/${code}?t=${slip(walk, meetingOf(walk, code), personOf(walk, name))}`);
  await page.getByRole("button", { name: phoneText.identity.yes }).click();
  await page.getByText(phoneText.waiting.checkedIn).waitFor();
  return async (choice) => {
    await page.getByRole("button", { name: CHOICES[choice] }).first().click();
    await page.getByRole("button", { name: phoneText.confirm.submit, exact: true }).click();
    await page.getByText(phoneText.recorded.heading).first().waitFor();
    expect(errors, `errors in the console of ${name}'s phone`).toEqual([]);
  };
}

/** The same without a screen to look at: for more phones than one machine can show. */
export async function plainPhone(walk: Walk, code: string, name: string): Promise<Voter> {
  const token = slip(walk, meetingOf(walk, code), personOf(walk, name));
  const { body } = await call(walk.server, "POST", `/api/v1/meetings/${code}/check-ins`, { token });
  return async (choice) => {
    const poll = audit(walk.server, "SELECT id FROM poll WHERE state = 'open'")[0]?.id;
    const cast = await call(walk.server, "POST", `/api/v1/polls/${poll}/ballots`, { choice }, String(body.key));
    expect(cast).toMatchObject({ status: 201 });
  };
}

type Poll = {
  question: string;
  mode: "secret" | "named";
  /** The rule by its name; without it, whatever the form proposes. */
  rule?: string;
};

/** Opens a poll about the item before the room. */
export async function openPoll({ page }: Walk, { question, mode, rule }: Poll): Promise<void> {
  await page.locator("[data-vote]").click();
  await page.locator("[name=question]").fill(question);
  await page.getByLabel(roomText.poll.modes[mode], { exact: true }).check();
  if (rule) await page.locator("[name=ruleId]").selectOption({ label: rule });
  await page.getByRole("button", { name: roomText.poll.open, exact: true }).click();
  await page.getByText(roomText.poll.close, { exact: true }).first().waitFor();
}

/** Ends it and announces it; what the desk shows of the result. */
export async function countPoll({ page }: Walk): Promise<string> {
  await page.getByText(roomText.poll.close, { exact: true }).first().click();
  await page.getByRole("button", { name: roomText.poll.close, exact: true }).click();
  await page.locator("[data-reveal='1']").click();
  await page.locator("[data-reveal='2']").click();
  await page.getByText(roomText.poll.revealState[2]).waitFor();
  return (await page.locator("main").textContent()) ?? "";
}

/** What the meeting concludes by the issue's own method. `figuresOf` names the vote whose figures the room must offer. */
export async function goOnward(
  { page }: Walk,
  {
    to,
    conclusion,
    answers = {},
    figuresOf,
  }: { to: string; conclusion: string; answers?: Answers; figuresOf?: string },
): Promise<Record<string, string>> {
  const way = page.locator("[data-outcome=onward]");
  await way.locator("summary").click();
  await way.getByRole("radio", { name: to }).check();
  await way.locator("[name=conclusion]").fill(conclusion);
  await answer(way, answers);
  const shown = figuresOf ? await figures(way, figuresOf) : {};
  await way.getByRole("button", { name: roomText.outcome.save("onward") }).click();
  await page.locator("[data-decided]").waitFor();
  return shown;
}

export async function endMeeting({ page }: Walk): Promise<void> {
  await page.getByText(roomText.closing.button, { exact: true }).first().click();
  await page.getByRole("button", { name: roomText.closing.confirm, exact: true }).click();
  await page.getByText(roomText.closing.done).waitFor();
}
