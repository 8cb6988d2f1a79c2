import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { genres } from "#templates/index.ts";
import { toBuffer } from "#templates/typeset.ts";
import { print } from "#tests/proof/office.ts";
import { areaOf, bodyLines, squeezed } from "#tests/proof/paper.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { hardMinutes, hardNotice, hardSheet } from "./hard-cases.ts";
import { attendanceSheetInput, attendees, minutesInput, resultNoticeInput } from "./samples.ts";

const AREA = areaOf(false);

let files: Record<string, Buffer>;
let printed: Awaited<ReturnType<typeof print>>;

beforeAll(async () => {
  const minutes = (items: number) =>
    minutesInput(Array.from({ length: items }, (_, index) => ({ ...item(), number: index + 1 })));
  files = {
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

describe("a printed paper", () => {
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
        .pages.flatMap((page) => bodyLines(page))
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
    const text = printed
      .get("busy")
      .pages.map((page) => squeezed(page))
      .join("");
    expect(text).toContain("\uff08四十\uff09");
    expect(text.match(/议题编号/g)).toHaveLength(40);
  });
});
