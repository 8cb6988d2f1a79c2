import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Block, type Content, type Dress, NO_ISSUER } from "#templates/content.ts";
import { layouts, typeset } from "#templates/typeset.ts";
import { inkIn, strokes } from "#tests/proof/ink.ts";
import { sdkErrorsOf } from "#tests/proof/many.ts";
import { type Page, print } from "#tests/proof/office.ts";
import { areaOf, bodyLines, CHARACTER, LINE, SHEET, squeezed, strays } from "#tests/proof/paper.ts";
import { complaints, openWord } from "#tests/proof/word-file.ts";
import { all } from "#tests/proof/xml.ts";
import { plainContent } from "./samples.ts";

/**
 * What both layouts share, measured on paper. The fonts of this machine are not the ones named, so nothing is measured that hangs on their shapes: a Chinese
 * character is as wide as it is high in all of them, Latin figures are not.
 */

const LAYOUTS = ["community", "official"] as const;
const AREA = areaOf(false);
/** One character of the 4号 page number. */
const PAGE_NUMBER_INSET = (14 * 25.4) / 72;

const title: Block = { kind: "title", text: "翠湖社区关于开展居民议事协商工作有关事项的通知" };
const filler: Block = { kind: "paragraph", text: "国".repeat(28 * 22 * 3) };
const wideTable: Block = {
  kind: "table",
  columns: [
    { head: "序号", millimetres: 25 },
    { head: "问题", millimetres: 200 },
  ],
  rows: Array.from({ length: 40 }, (_, index) => [String(index + 1), "路灯不亮"]),
  rowMillimetres: 10,
};
const form: Block = {
  kind: "form",
  rows: [
    {
      cells: [
        { label: "编号", value: "十二" },
        { label: "登记人", value: "许小梅" },
      ],
    },
    { cells: [{ label: "异议内容", value: "路灯位置" }], millimetres: 60 },
  ],
};
const ballot: Block = {
  kind: "options",
  lines: [
    { label: "是否同意更换路灯", answers: ["同意", "反对", "弃权"] },
    { label: "是否同意垫付费用", answers: ["同意", "反对", "弃权"] },
    { label: "您的评价", answers: ["满意", "基本满意", "不太满意", "不满意"] },
    { label: "选一个方案", answers: ["由物业先行垫付费用更换全部路灯，再从公共收益中分三年列支归还", "只修损坏的"] },
  ],
};
const attachments = [
  { title: "议事代表名额分配表。", blocks: [{ kind: "paragraph", text: "甲附件的内容" } as const] },
  { title: "居民议事协商事项目录和议事代表名额分配以及其他事项说明", blocks: [form] },
];

const contents: Record<string, Content> = {
  filler: plainContent([title, filler]),
  plain: plainContent([title, { kind: "paragraph", text: "正文" }], { issuer: { ...NO_ISSUER, number: "第12号" } }),
  turned: plainContent([title, wideTable, { kind: "sign-line", labels: ["登记人", "负责人"] }], {
    landscape: true,
    demonstration: true,
    mark: "内部版",
  }),
  attached: plainContent(
    [
      title,
      { kind: "paragraph", text: "正文" },
      { kind: "signature", organisation: "翠湖社区居民委员会", date: "2026年11月18日" },
    ],
    { attachments },
  ),
  pages: plainContent([form, { kind: "page" }, filler, { kind: "page" }, form, { kind: "page" }, wideTable, form], {
    dress: "form",
  }),
  ballot: plainContent([{ kind: "title", text: "表决票" }, ballot, { kind: "cut" }, ballot], { dress: "form" }),
};

let printed: Awaited<ReturnType<typeof print>>;
const files: Record<string, Buffer> = {};

beforeAll(async () => {
  for (const layout of LAYOUTS) {
    for (const [name, content] of Object.entries(contents)) {
      files[`${name}-${layout}`] = await typeset(content, layout);
    }
  }
  printed = await print(files);
}, 120_000);
afterAll(() => printed?.done());

const pagesOf = (name: string, layout: string): Page[] => printed.get(`${name}-${layout}`).pages;
const lineWith = (page: Page | undefined, text: string) => {
  const found = page?.lines.find((line) => line.text.replace(/\s/g, "").includes(text));
  if (found === undefined) throw new Error(`no line ${text}`);
  return found;
};

describe.each(LAYOUTS)("the page (%s)", (layout) => {
  it("holds 22 lines of 28 characters", () => {
    const [, second, third] = pagesOf("filler", layout);
    for (const page of [second, third]) expect(bodyLines(page)).toHaveLength(22);
    const full = [...bodyLines(second), ...bodyLines(third)];
    expect(new Set(full.map((line) => line.text.replace(/\s/g, "").length))).toEqual(new Set([28]));
  });

  it("fills the type area from edge to edge", () => {
    const lines = bodyLines(pagesOf("filler", layout)[1]);
    for (const line of lines) {
      expect(Math.abs(line.left - AREA.left)).toBeLessThan(1);
      expect(Math.abs(line.right - AREA.right)).toBeLessThan(1);
    }
    // A line's box is that of its characters, in the middle of its 22nd part of the page; so the first begins, and the last ends, some 2 mm inside.
    expect(Math.abs((lines[0]?.top ?? 0) - AREA.top)).toBeLessThan(2.5);
    expect(Math.abs((lines.at(-1)?.bottom ?? 0) - AREA.bottom)).toBeLessThan(2.5);
    expect(((lines[21]?.top ?? 0) - (lines[0]?.top ?? 0)) / 21).toBeCloseTo(LINE, 1);
  });

  it.each([2, 3])(
    "has its number 7 mm under the type area, right on odd and left on even pages (page %i)",
    async (number) => {
      const picture = await printed.get(`filler-${layout}`).picture(number);
      const [dash] = strokes(picture, 3, { top: AREA.bottom + 1 });
      if (dash === undefined) throw new Error("no dash under the type area");
      expect(dash.top - AREA.bottom).toBeGreaterThan(6);
      expect(dash.top - AREA.bottom).toBeLessThan(8);
      const ink = inkIn(picture, { left: 0, right: 210, top: dash.top - 2, bottom: dash.bottom + 3 });
      if (number % 2 === 1) expect(Math.abs(AREA.right - PAGE_NUMBER_INSET - ink.right)).toBeLessThan(1.5);
      else expect(Math.abs(ink.left - AREA.left - PAGE_NUMBER_INSET)).toBeLessThan(1.5);
      expect(pagesOf("filler", layout)[number - 1]?.lines.at(-1)?.text.replace(/\s/g, "")).toBe(`—${number}—`);
    },
  );

  it("has a title centred on the type area, in lines of like length", () => {
    const lines = ["翠湖社区关于开展", "有关事项的通知"].map((text) => lineWith(pagesOf("filler", layout)[0], text));
    for (const line of lines)
      expect(Math.abs((line.left + line.right) / 2 - (AREA.left + AREA.right) / 2)).toBeLessThan(1);
  });

  it("lies on its side for a wide table, the edge it is bound by as wide as ever", async () => {
    const area = areaOf(true);
    const pages = pagesOf("turned", layout);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(Math.abs(page.width - SHEET.height)).toBeLessThan(1);
      expect(Math.abs(page.height - SHEET.width)).toBeLessThan(1);
      expect(strays(page, index + 1, area)).toEqual([]);
      expect(squeezed(page)).toContain("演示数据");
    }
    const rules = strokes(await printed.get(`turned-${layout}`).picture(2), 200);
    expect(Math.abs((rules[0]?.top ?? 0) - area.top)).toBeLessThan(1);
    expect(Math.abs((rules[0]?.left ?? 0) - area.left)).toBeLessThan(1);
    expect(Math.abs((rules[0]?.right ?? 0) - area.right)).toBeLessThan(1);
    expect(rules.at(-1)?.bottom ?? 0).toBeLessThan(area.bottom + 0.5);
    const [dash] = strokes(await printed.get(`turned-${layout}`).picture(2), 3, { top: area.bottom + 1 });
    expect(Math.abs((dash?.top ?? 0) - area.bottom - 7)).toBeLessThan(1);
  });

  it("is no Word trouble, whatever the dress, upright or turned", async () => {
    const dresses: Dress[] = ["letter", "minutes", "form"];
    const each = dresses.flatMap((dress) =>
      [false, true].flatMap((landscape) =>
        Object.entries(contents).map(([name, content]) => ({
          name: `${name} ${dress} ${landscape}`,
          content: { ...content, dress, landscape },
        })),
      ),
    );
    const made: Record<string, Buffer> = {};
    for (const { name, content } of each) made[name] = await typeset(content, layout);
    for (const file of Object.values(made)) expect(complaints(openWord(file))).toEqual([]);
    expect(await sdkErrorsOf(made)).toEqual([]);
  }, 60_000);
});

describe.each(LAYOUTS)("attachments (%s)", (layout) => {
  it("are told of one line below the text, two characters in, names under each other without a stop", () => {
    const pages = pagesOf("attached", layout);
    const page = pages.find((each) => squeezed(each).includes("附件：1"));
    const [note, second] = [lineWith(page, "附件：1"), lineWith(page, "2.居民")];
    expect(Math.abs(note.left - AREA.left - 2 * CHARACTER)).toBeLessThan(1);
    // Under a red head this text leaves no room, and the note goes on to the next page with the signature.
    if (layout === "community") expect(Math.abs(note.top - lineWith(page, "正文").top - 2 * LINE)).toBeLessThan(1);
    expect(note.text.replace(/\s/g, "")).toBe("附件：1.议事代表名额分配表");
    // Below the first name's number: three characters of 附件 and its colon further in.
    expect(Math.abs(second.left - note.left - 3 * CHARACTER)).toBeLessThan(1.5);
    expect(lineWith(page, "翠湖社区居民委员会").top).toBeGreaterThan(second.bottom + LINE);
  });

  it("stand on pages of their own: mark on the first line, title on the third", () => {
    const own = pagesOf("attached", layout).slice(-2);
    for (const [index, page] of own.entries()) {
      const [mark, heading] = bodyLines(page);
      expect(mark?.text.replace(/\s/g, "")).toBe(`附件${index + 1}`);
      expect(Math.abs((mark?.left ?? 0) - AREA.left)).toBeLessThan(1);
      expect(Math.abs((mark?.top ?? 0) - AREA.top)).toBeLessThan(2.5);
      // Both boxes are higher than their ink by as much as their size asks for.
      expect(Math.abs(middle(heading) - middle(mark) - 2 * LINE)).toBeLessThan(2);
      expect(Math.abs(((heading?.left ?? 0) + (heading?.right ?? 0)) / 2 - (AREA.left + AREA.right) / 2)).toBeLessThan(
        1,
      );
    }
    expect(squeezed(own[0])).toContain("甲附件的内容");
    expect(squeezed(own[1])).toContain("异议内容");
  });
});

const middle = (line: { top: number; bottom: number } | undefined) => ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2;

describe("forms", () => {
  it("look alike in both layouts", () => {
    for (const name of ["pages", "ballot"]) {
      const [one, other] = LAYOUTS.map((layout) => openWord(files[`${name}-${layout}`] ?? Buffer.alloc(0)).body);
      expect(other).toEqual(one);
    }
  });

  it("begin a page where they are told to, without an empty line above, text or table", async () => {
    const { pages, picture } = printed.get("pages-community");
    const text = bodyLines(pages[1])[0];
    expect(text?.text.replace(/\s/g, "")).toBe("国".repeat(26));
    expect(Math.abs((text?.top ?? 0) - AREA.top)).toBeLessThan(2.5);
    expect(pages.filter((page) => squeezed(page).includes("登记人"))).toHaveLength(3);
    const firstTable = pages.findIndex((page) => squeezed(page).includes("序号"));
    for (const page of [firstTable - 1, firstTable]) {
      const [frame] = strokes(await picture(page + 1), 140);
      expect(Math.abs((frame?.top ?? 0) - AREA.top)).toBeLessThan(1);
    }
  });

  it("never let two tables touch: Word would run them into one", () => {
    const { body } = openWord(files["pages-community"] ?? Buffer.alloc(0));
    const kinds = (all(body, "w:body")[0]?.children ?? []).map((child) =>
      typeof child === "string" ? "" : child.name,
    );
    expect(kinds.filter((kind) => kind === "w:tbl")).toHaveLength(4);
    expect(kinds.join(" ")).not.toContain("w:tbl w:tbl");
    expect(kinds.join(" ")).not.toContain("w:tbl w:sectPr");
  });

  it("have boxes of 7 mm and more on a ballot, under each other wherever the answers are the same", async () => {
    const [page] = printed.get("ballot-community").pages;
    const boxes = (page?.words ?? []).filter(({ text }) => text.includes("□"));
    const printedBoxes = printed.get("ballot-community").pages.map(squeezed).join("").match(/□/gu);
    expect(printedBoxes).toHaveLength(24);
    const rows = boxes.map(({ top }) => Math.round(top));
    const [firstRow, secondRow] = [...new Set(rows)].map((row) => boxes.filter(({ top }) => Math.round(top) === row));
    const places = (row: typeof boxes | undefined) => row?.map(({ left }) => Math.round(left));
    expect(places(secondRow)).toEqual(places(firstRow));
    const picture = await printed.get("ballot-community").picture(1);
    const [box] = firstRow ?? [];
    if (box === undefined) throw new Error("no box");
    const sides = strokes(picture, 6, {
      top: box.top,
      bottom: box.bottom,
      left: AREA.left,
      right: AREA.left + 4 * CHARACTER,
    });
    expect((sides.at(-1)?.bottom ?? 0) - (sides[0]?.top ?? 0)).toBeGreaterThan(7);
  });

  it("are cut along a rule from edge to edge", async () => {
    const picture = await printed.get("ballot-community").picture(1);
    const at = lineWith(printed.get("ballot-community").pages[0], "沿虚线剪开");
    const ink = inkIn(picture, { left: 0, right: 210, top: at.bottom, bottom: at.bottom + 3 });
    expect(Math.abs(ink.left - AREA.left)).toBeLessThan(2);
    expect(Math.abs(ink.right - AREA.right)).toBeLessThan(2);
  });
});

describe("the number of a paper without red head", () => {
  it("stands small over the title, at the right", () => {
    const [page] = pagesOf("plain", "community");
    const number = lineWith(page, "编号：第12号");
    expect(Math.abs(number.right - AREA.right)).toBeLessThan(1);
    expect(number.bottom).toBeLessThan(lineWith(page, "翠湖社区").top + 1);
    expect(squeezed(pagesOf("filler", "community")[0])).not.toContain("编号");
  });

  it("is offered by each layout under its own name", () => {
    expect(Object.values(layouts).map(({ name }) => name)).toEqual(["社区通用版", "街道公文版"]);
  });
});
