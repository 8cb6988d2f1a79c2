import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { personalToken } from "#app/commands/meeting-roll.ts";
import { loadSecret, signer } from "#app/server/secret.ts";
import { documentPageText } from "#app/text/document-page.ts";
import { issueListText } from "#app/text/issue-list.ts";
import { meetingText } from "#app/text/meetings.ts";
import { phoneText } from "#app/text/phone.ts";
import { roomText } from "#app/text/room.ts";
import { screenText } from "#app/text/screen.ts";
import { audit } from "./audit.ts";
import { launch, type Person, person } from "./browser.ts";
import * as desk from "./desk.ts";
import { comparePapers } from "./papers.ts";
import { newServer, type TestServer } from "./server.ts";
import { account, greens, lamps, noise, question, task } from "./wednesday.ts";

/** One Wednesday from the empty house to the filed papers: one desk, one screen, three phones, each a browser of its own. */
let server: TestServer;
let browser: Browser;
let people: { secretary: Person; screen: Person; phones: [Person, Person, Person] };

beforeAll(async () => {
  server = await newServer();
  await server.start();
  browser = await launch();
  people = {
    secretary: await person(browser, "desk"),
    screen: await person(browser, "screen"),
    // The third has no JavaScript at all: an old phone votes by plain forms.
    phones: [
      await person(browser, "phone"),
      await person(browser, "phone"),
      await person(browser, "phone", { javaScript: false }),
    ],
  };
});
afterAll(async () => {
  if (process.env.SHOTS) {
    await people.secretary.page.screenshot({ path: `${process.env.SHOTS}/desk.png` });
    await people.screen.page.screenshot({ path: `${process.env.SHOTS}/screen.png` });
    for (const [n, { page }] of people.phones.entries())
      await page.screenshot({ path: `${process.env.SHOTS}/phone${n}.png` });
  }
  await browser.close();
  await server.remove();
});

const rows = (sql: string, ...values: unknown[]) => audit(server, sql, ...values);

it("prepares the week: community, roll, issues, agenda", async () => {
  const { page } = people.secretary;
  await desk.fillWizard(page, server.url, account);
  await desk.importRoll(page, server.url, "public/samples/roll-sample.xlsx");
  expect(rows("SELECT name FROM person")).toHaveLength(30);
  for (const issue of [lamps, greens, noise]) await desk.enterIssue(page, server.url, issue);

  const code = await desk.planMeeting(page, server.url);
  const titles = [lamps.title, greens.title, noise.title];
  await expect.poll(() => desk.agendaOrder(page, titles)).toEqual(titles);
  // By keyboard: the last issue goes up one place.
  await page.getByRole("button", { name: meetingText.agenda.upOf(noise.title) }).press("Enter");
  const reordered = [lamps.title, noise.title, greens.title];
  await expect.poll(() => desk.agendaOrder(page, titles)).toEqual(reordered);
  await expect.poll(() => savedOrder()).toEqual(reordered);
  // By dragging: back down again.
  const middle = async (title: string) => {
    const box = await page.getByRole("button", { name: meetingText.agenda.drag(title) }).boundingBox();
    if (!box) throw new Error("the handle must be on the page");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const [from, to] = [await middle(noise.title), await middle(greens.title)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y + 4, { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => savedOrder()).toEqual(titles);
  await page.reload();
  await expect.poll(() => desk.agendaOrder(page, titles)).toEqual(titles);
  expect(code).toMatch(/^[A-Z2-9]{8}$/);
});

const savedOrder = () =>
  rows("SELECT title FROM agenda_item WHERE kind = 'issue' ORDER BY position").map((row) => String(row.title));

function meeting(): { id: string; code: string } {
  const [row] = rows("SELECT id, code FROM meeting ORDER BY created_at");
  return { id: String(row?.id), code: String(row?.code) };
}
const personId = (name: string) => String(rows("SELECT id FROM person WHERE name = ?", name)[0]?.id);

it("gathers the room: slips, screen code, ticks at the desk", async () => {
  const { secretary, screen, phones } = people;
  const { id, code } = meeting();
  await secretary.context.storageState().then((state) => screen.context.addCookies(state.cookies));
  await screen.page.goto(`${server.url}/screen/${code}`);
  await secretary.page.goto(`${server.url}/desk/meetings/${code}/room`);

  const sign = signer(loadSecret(server.dataDir));
  const token = personalToken({ sign }, id, personId("陈建平"), 1);
  await phones[0].page.goto(`${server.url}/m/${code}?t=${token}`);
  await phones[0].page.getByRole("button", { name: phoneText.identity.yes }).click();
  await phones[0].page.getByText(phoneText.waiting.checkedIn).waitFor();

  for (const [phone, name] of [
    [phones[1], "何秀英"],
    [phones[2], "田桂兰"],
  ] as const) {
    const seen = (await screen.page.locator("main").textContent()) ?? "";
    const digits = /\d{3}\s?\d{3}/.exec(seen)?.[0] ?? "";
    await phone.page.goto(`${server.url}/m/${code}`);
    await phone.page.locator("[name=roomCode]").fill(digits.replace(/\s/g, ""));
    await phone.page.locator("[name=name]").fill(name);
    await phone.page.locator("button[type=submit]").first().click();
    await phone.page.getByText(phoneText.waiting.checkedIn).waitFor();
  }

  const voting = rows("SELECT name FROM attendee WHERE voting_right = 1 AND present_at IS NULL ORDER BY name");
  const due = voting.length + 3;
  const needed = Math.ceil((due * 2) / 3);
  for (const { name } of voting.slice(0, needed - 3 - 1)) await desk.tick(secretary.page, String(name));
  await secretary.page.getByText(roomText.attendance.missing(1)).first().waitFor();
  await desk.tick(secretary.page, String(voting[needed - 4]?.name));
  await desk.tick(secretary.page, "郑国强");
  await secretary.page.getByText(roomText.attendance.met).first().waitFor();
  await secretary.page.getByRole("button", { name: roomText.opening.button, exact: true }).click();
  await screen.page.getByText(meetingText.reportBack).first().waitFor();
});

it("discusses: record, stale desk, an outcome that lacks its deadline", async () => {
  const { page } = people.secretary;
  await desk.callItem(page, noise.title);
  await desk.recordSpeech(page, "何秀英", "两家都愿意坐下来谈，楼上答应铺地垫。");
  const way = await desk.chooseOutcome(page, "resolved-now");
  await way.locator("[name=conclusion]").fill("楼上铺地垫，九点半后不跑跳。");
  await way.locator("[name=partyAgrees]").check();
  await desk.saveOutcome(page, "resolved-now");

  await desk.callItem(page, greens.title);
  await desk.recordSpeech(page, "郑国强", "这块地不归物业管。");
  const declined = await desk.chooseOutcome(page, "declined");
  await declined.locator("[name=reason]").fill("属城管部门执法事项，已告知到街道综合执法中心反映。");
  await desk.saveOutcome(page, "declined");

  await desk.callItem(page, lamps.title);
  await desk.recordSpeech(page, "陈建平", "接孩子的老人<b>看不清</b>台阶😀。");
  const timed = await desk.chooseOutcome(page, "timed");
  const field = (name: string) => timed.locator(`[name='tasks.0.${name}']`);
  for (const [name, words] of Object.entries(task)) await field(name).fill(words);
  await field("deadline").fill("");
  await timed.getByRole("button", { name: roomText.outcome.save("timed") }).click();
  await timed.getByText(roomText.outcome.deadlineMissing).waitFor();
  // Nothing typed is lost, and nothing was saved.
  expect(await field("plan").inputValue()).toBe(task.plan);
  expect(rows("SELECT id FROM action_item")).toEqual([]);
  await people.screen.page.getByText(lamps.title).first().waitFor();
});

it("threat: Wi-Fi drop: votes through a lost network, a restarted server, a phone without scripts", async () => {
  const { secretary, screen, phones } = people;
  const { page } = secretary;
  await page.locator("[data-vote]").click();
  await page.locator("[name=question]").fill(question);
  await page.getByRole("button", { name: roomText.poll.open, exact: true }).click();
  for (const shown of [screen, phones[0], phones[1]]) await shown.page.getByText(question).first().waitFor();
  await phones[2].page.goto(`${server.url}/m/${meeting().code}`);

  // The network goes while the second phone casts: it says so, keeps the choice, and casts when the network is back.
  await phones[1].page.getByRole("button", { name: "同意" }).first().click();
  await phones[1].context.setOffline(true);
  await phones[1].page.getByRole("button", { name: phoneText.confirm.submit, exact: true }).click();
  await phones[1].page.getByText(phoneText.sending.heading).waitFor();
  expect(rows("SELECT * FROM ballot")).toHaveLength(0);
  await phones[1].context.setOffline(false);
  await phones[1].page.getByText(phoneText.recorded.heading).first().waitFor({ timeout: 30_000 });
  await screen.page.getByText("1", { exact: true }).first().waitFor();

  // The server is killed in the middle of the poll: the poll goes on where it was.
  await server.stop("SIGKILL");
  await screen.page.getByText(screenText.lost("").split(" ·")[0] ?? "").waitFor();
  await server.start();
  await phones[0].page.getByRole("button", { name: "反对" }).first().click();
  await phones[0].page.getByRole("button", { name: phoneText.confirm.submit, exact: true }).click();
  await phones[0].page.getByText(phoneText.recorded.heading).first().waitFor({ timeout: 30_000 });
  expect(await phones[0].page.locator("main").textContent()).not.toMatch(/反对|同意/);

  // Without scripts: choose, confirm, recorded; going back and sending again records nothing more.
  const plain = phones[2].page;
  await plain.getByRole("button", { name: "同意" }).first().click();
  await plain.getByRole("button", { name: phoneText.confirm.submit, exact: true }).click();
  await plain.getByText(phoneText.recorded.heading).first().waitFor();
  const again = await plain.request.post(`${server.url}/m/${meeting().code}/ballot`, {
    headers: { Origin: server.url },
    form: { poll: String(rows("SELECT id FROM poll")[0]?.id), choice: "against", confirmed: "yes" },
  });
  expect(await again.text()).toContain(phoneText.recorded.heading);

  expect(rows("SELECT * FROM ballot")).toHaveLength(3);
  expect(rows("SELECT * FROM claim")).toHaveLength(3);
  expect(await screen.page.locator("main").textContent()).not.toMatch(/票/);
});

it("counts and announces: figures first, then the verdict, on screen and phones", async () => {
  const { secretary, screen, phones } = people;
  const { page } = secretary;
  await page.getByText(roomText.poll.close, { exact: true }).first().click();
  await page.getByRole("button", { name: roomText.poll.close, exact: true }).click();
  await screen.page.getByText(screenText.result.countingHint).waitFor();
  expect(await screen.page.locator("main").textContent()).not.toContain(screenText.result.failed);
  await page.locator("[data-reveal='1']").click();
  await screen.page.locator("[data-reveal='1']").getByText("反对").waitFor();
  await page.locator("[data-reveal='2']").click();
  await screen.page.getByText(screenText.result.failed).first().waitFor();
  await phones[0].page.getByText(phoneText.result.failed).first().waitFor();

  const result = JSON.parse(String(rows("SELECT result FROM poll")[0]?.result));
  expect(result).toMatchObject({
    for: 2,
    against: 1,
    abstain: 0,
    invalid: 0,
    cast: 3,
    due: 27,
    quorumMet: true,
    passed: false,
  });
  const shown = await page.locator("main").textContent();
  for (const step of result.steps) expect(shown).toContain(step.text);
});

it("ends: the outcome with its four elements, the close, and the papers from the database's figures", async () => {
  const { page } = people.secretary;
  const timed = page.locator("[data-outcome=timed]");
  if ((await timed.getAttribute("open")) === null) await timed.locator("summary").click();
  const deadline = String(rows("SELECT date('now', '+20 days', '+8 hours') AS day")[0]?.day);
  await timed.locator("[name='tasks.0.deadline']").fill(deadline);
  await desk.saveOutcome(page, "timed");
  await page.getByText(roomText.closing.button, { exact: true }).first().click();
  await page.getByText(roomText.closing.allDone).waitFor();
  await page.getByRole("button", { name: roomText.closing.confirm, exact: true }).click();
  await page.getByText(roomText.closing.done).waitFor();

  await desk.fillContacts(page, server.url);
  await expect.poll(() => rows("SELECT settings FROM community")[0]?.settings).toContain("55500110");

  const { code } = meeting();
  await page.goto(`${server.url}/desk/meetings/${code}/documents`);
  await page
    .getByRole("navigation", { name: documentPageText.listName })
    .getByRole("link", { name: "会议纪要", exact: true })
    .click();
  await page.locator("section.paper").first().waitFor({ timeout: 30_000 });

  await comparePapers(server, people.secretary.context, {
    code,
    deadline,
    task,
    titles: [lamps.title, greens.title, noise.title],
  });
});

it("follows up: next week's first item is what was promised; the journal holds", async () => {
  const { page } = people.secretary;
  const first = String(
    rows("SELECT date(starts_at / 1000, 'unixepoch', '+8 hours', '+7 days') AS day FROM meeting")[0]?.day,
  );
  await page.goto(`${server.url}/desk/meetings/new?day=${first}`);
  await page.getByRole("button", { name: meetingText.create }).click();
  await page.waitForURL(/\/desk\/meetings\/[A-Z2-9]{8}\?/);
  await page.goto(`${page.url().replace(/\?.*/, "")}/room`);
  await page.getByText(task.record).first().waitFor();
  await page.goto(`${server.url}/desk/actions`);
  await page.getByText(task.responsible).first().waitFor();
  await page.goto(`${server.url}/desk/issues`);
  await page.getByText(issueListText.columns[0]).first().waitFor();
  await page.goto(`${server.url}/desk/journal`);
  await page.getByText("结束表决并计票").first().waitFor();
  expect(await server.run("verify")).toMatchObject({ code: 0 });
  for (const [name, { errors }] of Object.entries({ ...people, phones: undefined, ...people.phones }).flatMap(
    ([key, value]) => (value ? [[key, value as Person] as const] : []),
  )) {
    expect(errors, `errors in the console of ${name}`).toEqual([]);
  }
});
