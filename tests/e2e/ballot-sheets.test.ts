import { execFileSync, type StdioOptions } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { BALLOT_SHEETS, BALLOT_TYPE } from "#app/domain/meeting/ballot-sheet.ts";
import { labelCorner, labelsOn } from "#app/domain/meeting/label-sheet.ts";
import { all, parseXml } from "#tests/proof/xml.ts";
import { call, demonstration } from "./api-client.ts";
import { launch, person, SIZES } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

/** Paper ballots as they come out of the printer. */
let server: TestServer;
let browser: Browser;
let demo: Demonstration;
let page: Page;

const QUESTION = "是否同意在西门内道路加装六盏路灯，并由物业每月巡查一次？";

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, 12);
  const poll = {
    question: QUESTION,
    mode: "paper",
    rule: "resident-representatives",
    options: ["同意", "反对", "弃权"],
  };
  await call(server, "POST", `/api/v1/meetings/${demo.meeting}/polls`, poll, demo.staff.apiToken);
  browser = await launch();
  ({ page } = await person(browser, "desk"));
  await signIn(page, server.url, demo.staff);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const MM = 25.4 / 72;
/** The reader of PDFs warns of glyphs that it draws all the same. */
const QUIET: StdioOptions = ["ignore", "pipe", "ignore"];

/** The words of each page with their left upper corners, in mm from the paper's. */
function printed(pdf: Buffer) {
  const file = join(server.dataDir, "ballots.pdf");
  writeFileSync(file, pdf);
  const html = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", stdio: QUIET });
  const pages = all(parseXml(html.replace(/<!DOCTYPE[^>]*>/, "").replace(/<meta [^>]*?\/?>/g, "")), "page");
  return pages.map((each) => ({
    width: Number(each.attributes.width) * MM,
    height: Number(each.attributes.height) * MM,
    words: all(each, "word").map((word) => ({
      text: word.children.join(""),
      left: Number(word.attributes.xMin) * MM,
      right: Number(word.attributes.xMax) * MM,
      top: Number(word.attributes.yMin) * MM,
      bottom: Number(word.attributes.yMax) * MM,
    })),
  }));
}

/** Dark points of a page, ten to the mm. */
function ink(pdf: string, number: number) {
  const base = join(server.dataDir, "ballots");
  const nth = String(number);
  execFileSync("pdftoppm", ["-r", "254", "-gray", "-f", nth, "-l", nth, "-singlefile", pdf, base], { stdio: QUIET });
  const bytes = readFileSync(`${base}.pgm`);
  const [head = "", size = ""] = /^P5\s+(\d+ \d+)\s+255\s/.exec(bytes.subarray(0, 40).toString("latin1")) ?? [];
  const [width = 0] = size.split(" ").map(Number);
  return (x: number, y: number) => (bytes[head.length + Math.round(y * 10) * width + Math.round(x * 10)] ?? 255) < 160;
}

describe.each(["2", "4"] as const)("%s ballots to a sheet", (each) => {
  const sheet = BALLOT_SHEETS[each];
  const { pad } = BALLOT_TYPE[each];
  const COPIES = 7;

  it("stand in their places to a millimetre, each with the question once and nothing across the cut", async () => {
    await page.goto(`${server.url}/desk/meetings/${demo.meeting}/ballots?each=${each}&copies=${COPIES}`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = printed(pdf);
    expect(pages).toHaveLength(Math.ceil(COPIES / labelsOn(sheet)));
    const leads: { left: number; top: number }[] = [];
    for (const { width, height, words } of pages) {
      expect([width, height]).toEqual([expect.closeTo(210, 0), expect.closeTo(297, 0)]);
      leads.push(...words.filter(({ text }) => text.startsWith("表决事项")));
      for (const word of words) {
        expect(word.top < sheet.height && word.bottom > sheet.height, word.text).toBe(false);
        if (each === "4") expect(word.left < sheet.width && word.right > sheet.width, word.text).toBe(false);
      }
    }
    expect(leads).toHaveLength(COPIES);
    const [first] = leads;
    for (const [n, lead] of leads.entries()) {
      const corner = labelCorner(sheet, n % labelsOn(sheet));
      expect(Math.abs(lead.left - (corner.left + pad)), `left of ${n}`).toBeLessThan(1);
      expect(Math.abs(lead.top - corner.top - (first?.top ?? 0)), `top of ${n}`).toBeLessThan(1);
    }
  });

  it("are cut along dashed lines at the middle of the paper", () => {
    const dark = ink(join(server.dataDir, "ballots.pdf"), 1);
    const share = (at: (step: number, off: number) => boolean, length: number) => {
      const rows = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((off) => {
        const hits = Array.from({ length: length * 10 }, (_, step) => at(step / 10, off / 10)).filter(Boolean);
        return hits.length / (length * 10);
      });
      return Math.max(...rows);
    };
    expect(share((x, off) => dark(x, 148.5 + off), 209)).toBeGreaterThan(0.3);
    if (each === "4") expect(share((y, off) => dark(105 + off, y), 296)).toBeGreaterThan(0.3);
  });
});

it("holds no name of a voter and nothing that tells two secret ballots apart", async () => {
  const pages = printed(await page.pdf({ preferCSSPageSize: true }));
  const text = pages.map(({ words }) => words.map((word) => word.text).join("")).join("");
  for (const { name } of demo.voters) expect(text).not.toContain(name);
  const ballots = await page.locator("[data-ballot]").allInnerTexts();
  expect(new Set(ballots).size).toBe(1);
  expect(ballots[0]).toContain(QUESTION);
});

it("fits a phone's window, and every ballot its place", async () => {
  await page.setViewportSize(SIZES.phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  const over = await page
    .locator("[data-ballot]")
    .evaluateAll((all) => all.filter((each) => each.scrollHeight > each.clientHeight));
  expect(over).toHaveLength(0);
});
