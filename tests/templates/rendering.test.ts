import { Packer } from "docx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { genres } from "#templates/index.ts";
import { layouts, toBuffer } from "#templates/typeset.ts";
import { type Page, type Picture, type Piece, print } from "#tests/proof/office.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { hardMinutes, hardNotice, hardSheet } from "./hard-cases.ts";
import { attendanceSheetInput, attendees, minutesInput, plainContent, resultNoticeInput } from "./samples.ts";

/** GB/T 9704-2012 5.2.1, millimetres: the type area on the paper. */
const AREA = { top: 37, left: 28, right: 210 - 26, bottom: 297 - 35 };
/** One character of the 4号 page number. */
const PAGE_NUMBER_INSET = (14 * 25.4) / 72;

let files: Record<string, Buffer>;
let printed: Awaited<ReturnType<typeof print>>;

beforeAll(async () => {
  const filler = { kind: "paragraph", text: "国".repeat(28 * 22 * 3) } as const;
  const fill = layouts.community.set(plainContent([filler]));
  const minutes = (items: number) =>
    minutesInput(Array.from({ length: items }, (_, index) => ({ ...item(), number: index + 1 })));
  files = {
    filler: await Packer.toBuffer(fill),
    sheet: await toBuffer(genres["attendance-sheet"], attendanceSheetInput(attendees(120))),
    crowd: await toBuffer(genres["attendance-sheet"], attendanceSheetInput(attendees(500))),
    nobody: await toBuffer(genres["attendance-sheet"], attendanceSheetInput([])),
    minutes: await toBuffer(genres.minutes, minutesInput()),
    busy: await toBuffer(genres.minutes, minutes(40)),
    notice: await toBuffer(genres["result-notice"], { ...resultNoticeInput(), demonstration: true }),
    hardSheet: await toBuffer(genres["attendance-sheet"], hardSheet()),
    hardMinutes: await toBuffer(genres.minutes, hardMinutes()),
    hardNotice: await toBuffer(genres["result-notice"], hardNotice()),
  };
  printed = await print(files);
}, 90_000);
afterAll(() => printed?.done());

function item() {
  const first = minutesInput().items[0];
  if (first === undefined) throw new Error("the sample has items");
  return first;
}

/** Lines inside the type area: no page number, no demonstration mark. */
function bodyLines(page: Page | undefined): Piece[] {
  return (page?.lines ?? []).filter((line) => line.top > AREA.top - 2 && line.bottom < AREA.bottom + 2);
}

function squeezed(page: Page | undefined): string {
  return (page?.lines ?? [])
    .map((line) => line.text)
    .join("")
    .replace(/\s/g, "");
}

/** Rows of ink under the type area that hold a stroke of at least 3 mm: the dashes beside the page number. */
function dashes(picture: Picture): { top: number; left: number; right: number } {
  const step = picture.millimetresPerPixel;
  for (let y = AREA.bottom + 1; y < 297; y += step) {
    let run = 0;
    for (let x = 0; x < 210; x += step) {
      run = picture.dark(x, y) ? run + step : 0;
      if (run >= 3) return { top: y, ...extent(picture, y) };
    }
  }
  throw new Error("no dash under the type area");
}

function extent(picture: Picture, y: number): { left: number; right: number } {
  const dark: number[] = [];
  for (let x = 0; x < 210; x += picture.millimetresPerPixel) if (picture.dark(x, y)) dark.push(x);
  return { left: Math.min(...dark), right: Math.max(...dark) };
}

describe("the page", () => {
  it("holds 22 lines of 28 characters", () => {
    const [first, second, third] = printed.get("filler").pages;
    for (const page of [first, second]) expect(bodyLines(page)).toHaveLength(22);
    expect(bodyLines(third).length).toBeGreaterThan(20);
    const full = [...bodyLines(first).slice(1), ...bodyLines(second)];
    expect(new Set(full.map((line) => line.text.replace(/\s/g, "").length))).toEqual(new Set([28]));
    // The first line of a paragraph is indented by two characters.
    expect(bodyLines(first)[0]?.text).toHaveLength(26);
  });

  it("fills the type area from edge to edge", () => {
    const lines = bodyLines(printed.get("filler").pages[1]);
    for (const line of lines) {
      expect(Math.abs(line.left - AREA.left)).toBeLessThan(1);
      expect(Math.abs(line.right - AREA.right)).toBeLessThan(1);
    }
  });

  it.each([1, 2])(
    "has its number 7 mm under the type area, right on odd and left on even pages (page %i)",
    async (number) => {
      const dash = dashes(await printed.get("filler").picture(number));
      expect(dash.top - AREA.bottom).toBeGreaterThan(6);
      expect(dash.top - AREA.bottom).toBeLessThan(8);
      if (number === 1) expect(Math.abs(AREA.right - PAGE_NUMBER_INSET - dash.right)).toBeLessThan(1.5);
      else expect(Math.abs(dash.left - AREA.left - PAGE_NUMBER_INSET)).toBeLessThan(1.5);
      const last = printed.get("filler").pages[number - 1]?.lines.at(-1)?.text.replace(/\s/g, "");
      expect(last).toBe(`—${number}—`);
    },
  );

  it.each(["sheet", "minutes", "notice"])("has a centred title (%s)", (name) => {
    const title = (printed.get(name).pages[0]?.words ?? []).filter((word) => word.bottom - word.top > 8.5);
    expect(title.length).toBeGreaterThan(1);
    const heights = [...new Set(title.map((word) => Math.round(word.top)))];
    expect(heights.length).toBeLessThanOrEqual(3);
    for (const height of heights) {
      const line = title.filter((word) => Math.round(word.top) === height);
      const centre = (Math.min(...line.map((word) => word.left)) + Math.max(...line.map((word) => word.right))) / 2;
      expect(Math.abs(centre - (AREA.left + AREA.right) / 2)).toBeLessThan(1);
    }
  });

  it("says on every page of a demonstration that it is one, and on no other page", () => {
    const { pages } = printed.get("notice");
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(squeezed(page)).toContain("演示数据");
    for (const page of printed.get("minutes").pages) expect(squeezed(page)).not.toContain("演示数据");
  });
});

describe("the attendance sheet", () => {
  it.each([
    ["sheet", 120],
    ["crowd", 500],
  ])("repeats its head above the rows of each page and loses no row (%s, %i rows)", (name, rows) => {
    const { pages } = printed.get(name);
    const numbers: number[] = [];
    for (const page of pages) {
      const lines = bodyLines(page).map((line) => line.text.replace(/\s/g, ""));
      const at = lines.findIndex((line) => /^\d+[\p{Script=Han}]/u.test(line) && /[有无]/u.test(line));
      if (at >= 0) expect(lines[at - 1]).toBe("序号姓名身份单位或楼栋表决权到会时间签名");
      numbers.push(...lines.flatMap((line) => /^(\d+)\p{Script=Han}.*[有无]/u.exec(line)?.[1] ?? []).map(Number));
    }
    expect(numbers).toEqual(Array.from({ length: rows }, (_, index) => index + 1));
  });
});

describe("everything printed", () => {
  it.each(["crowd", "nobody", "busy", "hardSheet", "hardMinutes", "hardNotice", "minutes", "notice", "sheet"])(
    "stays inside the type area (%s)",
    (name) => {
      for (const page of printed.get(name).pages) {
        for (const line of bodyLines(page)) {
          expect(line.left).toBeGreaterThan(AREA.left - 1);
          // Closing punctuation may hang over by one character.
          expect(line.right).toBeLessThan(AREA.right + 7);
        }
      }
    },
  );

  it.each(["minutes", "notice", "busy"])("loses no character on the way to paper (%s)", (name) => {
    const bare = (text: string) => text.replace(/[\s_]/g, "");
    const written = bare(paragraphTexts(openWord(files[name] ?? Buffer.alloc(0)).body).join(""));
    const shown = bare(
      printed
        .get(name)
        .pages.flatMap(bodyLines)
        .map((line) => line.text)
        .join(""),
    );
    expect(shown).toBe(written);
  });

  it("numbers its pages from 1 without a gap", () => {
    for (const name of ["busy", "crowd", "hardSheet"]) {
      const numbers = printed.get(name).pages.map((page) => page.lines.at(-1)?.text.replace(/\s/g, ""));
      expect(numbers).toEqual(numbers.map((_, index) => `—${index + 1}—`));
    }
  });

  it("shows every character of a name of 500", () => {
    const text = printed
      .get("hardSheet")
      .pages.map((page) => squeezed(page))
      .join("");
    expect(text.match(/龘/gu)?.length).toBe(500);
  });

  it("has all forty items of a long meeting", () => {
    const text = printed.get("busy").pages.map(squeezed).join("");
    expect(text).toContain("\uff08四十\uff09");
    expect(text.match(/议题编号/g)).toHaveLength(40);
  });
});
