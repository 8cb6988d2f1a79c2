import { statSync } from "node:fs";
import type { Page } from "playwright-core";
import { demonstrationText } from "#app/text/demonstration.ts";
import { roomText } from "#app/text/room.ts";
import { signInText } from "#app/text/sign-in.ts";
import { call, checkInAll, demonstration } from "./e2e/api-client.ts";
import { launch } from "./e2e/browser.ts";
import { callItem, recordSpeech, tick } from "./e2e/desk.ts";
import { newServer } from "./e2e/server.ts";

/** `npm run pictures`: takes the README's three pictures from a demonstration meeting. */
const LARGEST = 150_000;

const server = await newServer();
await server.start();
const browser = await launch();
try {
  const demo = await demonstration(server, 60);
  await checkInAll(server, { ...demo, voters: demo.voters.slice(1, 41) });

  const desk = await open(1440, 900, 0.6);
  await desk.goto(`${server.url}/sign-in?next=/desk/meetings/${demo.meeting}/room`);
  await desk.locator("[name=username]").fill(demo.staff.username);
  await desk.locator("[name=password]").fill(demo.staff.password);
  await desk.getByRole("button", { name: signInText.submit }).click();
  await desk.waitForURL(/\/room/);
  await tick(desk, demonstrationText.manager.name);
  await callItem(desk, "幼儿园门口到西门一段路灯不亮");
  await recordSpeech(desk, "网格员", "昨晚去数过，六盏里坏了四盏，台阶那一段全黑。");
  await recordSpeech(desk, "供电所代表", "线路没有问题，是灯头坏了，灯头由我们提供。");
  await recordSpeech(desk, "物业负责人", "安装由物业负责，一个晚上能装完。");

  const phone = await open(390, 844, 1);
  await phone.goto(`${server.url}/m/${demo.meeting}?t=${demo.voters[0]?.token}`);
  await phone.locator("button[type=submit]").first().click();
  const screen = await open(1920, 1080, 0.5);
  await screen.goto(`${server.url}/screen/${demo.meeting}`);

  await desk.locator("[data-vote]").click();
  await desk.locator("[name=question]").fill("是否同意由物业与供电所共同更换西门内道路 6 盏路灯？");
  await desk.getByRole("button", { name: roomText.poll.open, exact: true }).click();
  await phone.getByRole("button", { name: "同意" }).first().waitFor();
  const poll = (await call(server, "GET", `/api/v1/meetings/${demo.meeting}`)).body.poll as { id: string };
  for (const { token } of demo.voters.slice(41, 60)) await vote(token);
  await desk.getByText("19").first().waitFor();
  await screen.getByText("19").first().waitFor();
  await shoot(desk, "desk");
  await shoot(screen, "screen");
  await shoot(phone, "phone");

  async function vote(token: string): Promise<void> {
    const { body } = await call(server, "POST", `/api/v1/meetings/${demo.meeting}/check-ins`, { token });
    await call(server, "POST", `/api/v1/polls/${poll.id}/ballots`, { choice: "for" }, String(body.key));
  }
} finally {
  await browser.close();
  await server.remove();
}

async function open(width: number, height: number, deviceScaleFactor: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  return context.newPage();
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = `docs/${name}.png`;
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > LARGEST) throw new Error(`${path} has ${size} bytes, more than ${LARGEST}`);
  process.stdout.write(`${path} ${Math.round(size / 1024)} KB\n`);
}
