import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { encode } from "uqr";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { LABEL_SHEETS, labelCorner, labelsOn } from "#app/domain/meeting/label-sheet.ts";
import { slipsText } from "#app/text/slips.ts";
import { call, demonstration } from "./api-client.ts";
import { launch, person } from "./browser.ts";
import { signIn } from "./desk.ts";
import { newServer, type TestServer } from "./server.ts";

/** The sheet of slips as it comes out of the printer. */
let server: TestServer;
let browser: Browser;
let demo: Demonstration;
let page: Page;

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, 26);
  browser = await launch();
  ({ page } = await person(browser, "desk"));
  await signIn(page, server.url, demo.staff);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const DOTS_PER_MM = 10;

/** A page of a PDF as grey pixels, ten to the millimetre. */
function pagesOf(pdf: Buffer, folder: string): { width: number; height: number; grey: Uint8Array }[] {
  const file = join(folder, "slips.pdf");
  writeFileSync(file, pdf);
  execFileSync("pdftoppm", ["-r", String(DOTS_PER_MM * 25.4), "-gray", file, join(folder, "slips")]);
  return readdirSync(folder)
    .filter((name) => /^slips.*\.pgm$/.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const [head = "", size = ""] = /^P5\s+(\d+ \d+)\s+255\s/.exec(bytes.subarray(0, 40).toString("latin1")) ?? [];
      const [width = 0, height = 0] = size.split(" ").map(Number);
      return { width, height, grey: bytes.subarray(head.length) };
    });
}

describe.each(["3x8", "2x5"] as const)("slips on %s labels", (name) => {
  const sheet = LABEL_SHEETS[name];
  const [qrSize, pad] = name === "3x8" ? [27, 5] : [45, 6];

  it("stand where the labels are, to a millimetre, and each code says its holder's own address", async () => {
    await page.goto(`${server.url}/desk/meetings/${demo.meeting}/slips?sheet=${name}`);
    const order = await page.locator("[data-slip] p:first-child").allTextContents();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pagesOf(pdf, server.dataDir);
    expect(pages).toHaveLength(Math.ceil(order.length / labelsOn(sheet)));
    for (const { width, height } of pages)
      expect([width / DOTS_PER_MM, height / DOTS_PER_MM]).toEqual([210, 297].map((mm) => expect.closeTo(mm, 0)));
    const tokens = new Map(demo.voters.map((voter) => [voter.name, voter.token]));
    let compared = 0;
    for (const [n, holder] of order.entries()) {
      const picture = pages[Math.floor(n / labelsOn(sheet))];
      const token = tokens.get(holder);
      if (!token || !picture) continue;
      const { left, top } = labelCorner(sheet, n % labelsOn(sheet));
      const { data, size } = encode(`${server.url}/m/${demo.meeting}?t=${token}`, { ecc: "M", border: 3 });
      const corner = { x: left + pad, y: top + (sheet.height - qrSize) / 2 };
      const dark = (mmX: number, mmY: number) => {
        const at = Math.round(mmY * DOTS_PER_MM) * picture.width + Math.round(mmX * DOTS_PER_MM);
        return (picture.grey[at] ?? 255) < 128;
      };
      const module = qrSize / size;
      // The middle of each module where it must be: half a module (0.35 mm) off, and the picture is another one.
      const wrong = data.flatMap((row, y) =>
        row.flatMap((black, x) =>
          dark(corner.x + (x + 0.5) * module, corner.y + (y + 0.5) * module) === black ? [] : [`${x},${y}`],
        ),
      );
      expect(wrong.length, `${holder}: modules that differ`).toBe(0);
      compared += 1;
    }
    expect(compared).toBe(demo.voters.length);
  });

  it("carry lines to cut along, and nothing but black and white", async () => {
    const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }), server.dataDir);
    const [picture] = pages;
    if (!picture) throw new Error("a sheet must have a page");
    const y = Math.round((sheet.top + sheet.height) * DOTS_PER_MM);
    const dots = (row: number) => {
      const line = picture.grey.subarray(row * picture.width, (row + 1) * picture.width);
      return line.filter((grey) => grey < 160).length / picture.width;
    };
    const cut = Math.max(...[-4, -3, -2, -1, 0, 1, 2, 3, 4].map((off) => dots(y + off)));
    expect(cut, "dashes between the first two rows").toBeGreaterThan(0.3);
  });
});

it("a slip issued again comes alone; the old one opens nothing", async () => {
  const lost = demo.voters[3];
  await page.goto(`${server.url}/desk/meetings/${demo.meeting}/slips?sheet=2x5&from=4`);
  await page.getByText(slipsText.reissue).click();
  await page.locator("select[name=person]").selectOption(lost?.id ?? "");
  await page.getByRole("button", { name: slipsText.submit }).click();
  await page.getByText(slipsText.reissued(lost?.name ?? "")).waitFor();
  expect(await page.locator("[data-slip]").count()).toBe(1);
  const box = await page.locator("[data-slip]").boundingBox();
  const sheetBox = await page.locator("[data-sheet]").boundingBox();
  const mm = (px: number) => (px / 96) * 25.4;
  const corner = labelCorner(LABEL_SHEETS["2x5"], 3);
  expect(mm((box?.x ?? 0) - (sheetBox?.x ?? 0))).toBeCloseTo(corner.left, 0);
  expect(mm((box?.y ?? 0) - (sheetBox?.y ?? 0))).toBeCloseTo(corner.top, 0);
  const again = await call(server, "POST", `/api/v1/meetings/${demo.meeting}/check-ins`, { token: lost?.token });
  expect(again.body.error).toBe("not-on-roll");
});
