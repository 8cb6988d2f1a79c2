import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typeset } from "#templates/typeset.ts";
import { inkIn, type Stroke, strokes } from "#tests/proof/ink.ts";
import { type Page, type Piece, print } from "#tests/proof/office.ts";
import { areaOf, bodyLines, CHARACTER, LINE, squeezed, strays } from "#tests/proof/paper.ts";
import { openWord } from "#tests/proof/word-file.ts";
import { all, children } from "#tests/proof/xml.ts";
import { contents, DATE, LENGTHS, LONG_MARK, LONG_ORGANISATION, STREET } from "./official-papers.ts";

/** The red head, 版记, signature and mark of minutes, measured on paper against GB/T 9704-2012. */

const AREA = areaOf(false);
const CENTRE = (AREA.left + AREA.right) / 2;
let printed: Awaited<ReturnType<typeof print>>;
const files: Record<string, Buffer> = {};

beforeAll(async () => {
  for (const [name, content] of Object.entries(contents)) files[name] = await typeset(content, "official");
  printed = await print(files);
}, 120_000);
afterAll(() => printed?.done());

const pagesOf = (name: string): Page[] => printed.get(name).pages;
const bare = (line: Piece) => line.text.replace(/\s/g, "");
function lineWith(page: Page | undefined, text: string): Piece {
  // Whole lines first: the date of the signature is in 版记 too.
  const found =
    page?.lines.find((line) => bare(line) === text) ?? page?.lines.find((line) => bare(line).includes(text));
  if (found === undefined) throw new Error(`no line ${text}`);
  return found;
}
async function rulesOn(name: string, page: number, area = AREA): Promise<Stroke[]> {
  return strokes(await printed.get(name).picture(page), area.right - area.left - 6);
}
function pageOfDate(name: string): Page {
  const page = pagesOf(name).find((each) => each.lines.some((line) => bare(line) === DATE));
  if (page === undefined) throw new Error(`no date in ${name}`);
  return page;
}

describe("the red head", () => {
  it.each([
    ["lines-4", 35],
    ["longMark", 35],
    ["endlessMark", 35],
    ["unsealed", 35],
    ["bare", 35],
    ["minutes", 35],
    ["minutesBare", 35],
  ])("begins with the mark 35 mm below the type area's upper edge, inside its width (%s)", async (name, down) => {
    // Ink, not boxes: a font's box tells nothing of where its characters begin. They do so within 0.04 of their size in all fonts for Chinese.
    const mark = inkIn(await printed.get(name).picture(1), {
      left: 0,
      right: 210,
      top: 0,
      bottom: AREA.top + down + 12,
    });
    expect(Math.abs(mark.top - AREA.top - down)).toBeLessThan(1);
    expect(Math.abs((mark.left + mark.right) / 2 - CENTRE)).toBeLessThan(1.5);
    expect(mark.left).toBeGreaterThan(AREA.left - 0.5);
    expect(mark.right).toBeLessThan(AREA.right + 0.5);
  });

  it("makes a mark as large as its width allows, and breaks only one that would be smaller than a title", () => {
    const lines = (name: string) => styled(name, "RedMark").length;
    expect([lines("lines-4"), lines("longMark"), lines("minutes"), lines("endlessMark")]).toEqual([1, 1, 1, 2]);
    const printedMark = (name: string) => lineWith(pagesOf(name)[0], "文件");
    expect(bare(printedMark("longMark"))).toBe(`${LONG_MARK}文件`);
    expect(printedMark("lines-4").bottom - printedMark("lines-4").top).toBeGreaterThan(
      printedMark("longMark").bottom - printedMark("longMark").top,
    );
  });

  it.each(["lines-4", "unsealed", "minutes", "minutesBare"])(
    "has a rule 156 mm wide, and none on other pages (%s)",
    async (name) => {
      const [rule, ...others] = (await rulesOn(name, 1)).filter(({ top }) => top < AREA.top + 110);
      expect(Math.abs((rule?.right ?? 0) - (rule?.left ?? 0) - 156)).toBeLessThan(1);
      expect(Math.abs((rule?.left ?? 0) - AREA.left)).toBeLessThan(1);
      expect(others).toEqual([]);
    },
  );

  it.each([
    ["lines-4", "〔2026〕12号"],
    ["minutes", "2025年11月19日"],
  ])("has the rule 4 mm below the line over it (%s)", async (name, text) => {
    const picture = await printed.get(name).picture(1);
    const line = lineWith(pagesOf(name)[0], text);
    const [rule] = (await rulesOn(name, 1)).filter(({ top }) => top > line.top);
    if (rule === undefined) throw new Error("no rule");
    const ink = inkIn(picture, { left: AREA.left, right: AREA.right, top: line.top + 1, bottom: rule.top - 0.3 });
    expect(Math.abs(rule.top - ink.bottom - 4)).toBeLessThan(1);
  });

  it("has the number centred two lines below the mark, and the title two lines below the rule", async () => {
    const page = pagesOf("lines-4")[0];
    const number = lineWith(page, "〔2026〕12号");
    expect(Math.abs((number.left + number.right) / 2 - CENTRE)).toBeLessThan(1);
    const picture = await printed.get("lines-4").picture(1);
    const ink = (top: number, bottom: number) => inkIn(picture, { left: AREA.left, right: AREA.right, top, bottom });
    const mark = ink(AREA.top + 34, number.top);
    // Two lines, and what is free in the mark's and the number's own lines.
    expect(ink(number.top, number.bottom).top - mark.bottom - 2 * LINE).toBeGreaterThan(-1);
    expect(ink(number.top, number.bottom).top - mark.bottom - 2 * LINE).toBeLessThan(5);
    const [rule] = await rulesOn("lines-4", 1);
    const title = ink((rule?.bottom ?? 0) + 1, lineWith(page, "各社区").top);
    expect(title.top - (rule?.bottom ?? 0) - 2 * LINE).toBeGreaterThan(-1);
    expect(title.top - (rule?.bottom ?? 0) - 2 * LINE).toBeLessThan(5);
  });

  it("leaves the number's line free before there is one: rule and title stand where they stand with it", async () => {
    const [withNumber, without] = await Promise.all(
      ["lines-4", "unsealed"].map(async (name) => (await rulesOn(name, 1))[0]),
    );
    expect(Math.abs((withNumber?.top ?? 0) - (without?.top ?? 99))).toBeLessThan(0.5);
  });

  it.each(LENGTHS)("leaves room for some of the text on the first page (%i lines)", (lines) => {
    expect(squeezed(pagesOf(`lines-${lines}`)[0])).toContain("国".repeat(20));
  });

  it("is red, and nothing else is", () => {
    for (const name of ["lines-4", "minutes", "unsealed"]) {
      const { parts } = openWord(files[name] ?? Buffer.alloc(0));
      const body = parts.get("word/document.xml");
      const styles = parts.get("word/styles.xml");
      if (body === undefined || styles === undefined) throw new Error("no parts");
      const used = new Set(all(body, "w:pStyle").map(({ attributes }) => attributes["w:val"]));
      const coloured = all(styles, "w:style").filter((style) => all(style, "w:color").length > 0);
      const ids = coloured.map((style) => style.attributes["w:styleId"]);
      expect(ids.filter((id) => used.has(id))).toEqual(["RedMark"]);
      expect(all(body, "w:color")).toEqual([]);
      const rules = [...all(body, "w:top"), ...all(body, "w:bottom")].map(({ attributes }) => attributes["w:color"]);
      // Cells without a border name none.
      expect(rules.filter((colour) => colour !== undefined && colour !== "000000")).toEqual(["FF0000"]);
    }
  });
});

function styled(name: string, style: string) {
  const { body } = openWord(files[name] ?? Buffer.alloc(0));
  return all(body, "w:p").filter((each) =>
    children(each, "w:pPr").some((properties) => all(properties, "w:pStyle")[0]?.attributes["w:val"] === style),
  );
}

describe("版记", () => {
  const names = [...LENGTHS.map((lines) => `lines-${lines}`), "wide", "attached", "minutes", "noCopies", "turned"];

  it.each(names)(
    "has its last rule on the lower edge of the last page's type area, and is on no other page (%s)",
    async (name) => {
      const area = areaOf(contents[name]?.landscape ?? false);
      const pages = pagesOf(name);
      const rules = await rulesOn(name, pages.length, area);
      const last = rules.at(-1);
      expect(Math.abs((last?.bottom ?? 0) - area.bottom)).toBeLessThan(1);
      expect(Math.abs((last?.left ?? 0) - area.left)).toBeLessThan(1);
      expect(Math.abs((last?.right ?? 0) - area.right)).toBeLessThan(1);
      expect(pages.map((page) => squeezed(page).includes("印发"))).toEqual(
        pages.map((_, index) => index === pages.length - 1),
      );
      for (const [index, page] of pages.entries()) expect(strays(page, index + 1, area)).toEqual([]);
    },
  );

  it.each(names)("covers no text, and stands on no page alone (%s)", async (name) => {
    const area = areaOf(contents[name]?.landscape ?? false);
    const page = pagesOf(name).at(-1);
    const count = name === "noCopies" ? 2 : 3;
    const first = (await rulesOn(name, pagesOf(name).length, area)).at(-count);
    const others = bodyLines(page, area).filter(({ top }) => top < (first?.top ?? 0));
    expect(others.length).toBeGreaterThan(0);
    for (const line of others) expect(line.bottom).toBeLessThan((first?.top ?? 0) + 1);
    // What stands between its rules is its own.
    const own = bodyLines(page, area).filter(({ top }) => top >= (first?.top ?? 0) - 1);
    const text = own.map(bare).join("");
    expect(text).toBe(`${name === "noCopies" ? "" : `抄送：${STREET.copyTo}。`}${STREET.printedBy}${DATE}印发`);
  });

  it("has rules of 0.35 mm outside and 0.25 mm between", () => {
    const box = openWord(files["lines-4"] ?? Buffer.alloc(0)).body;
    const inside = all(box, "w:txbxContent").flatMap((each) => all(each, "w:pBdr"));
    const sizes = inside.map((border) =>
      Number([...all(border, "w:top"), ...all(border, "w:bottom")][0]?.attributes["w:sz"]),
    );
    // Eighths of a point.
    const millimetres = sizes.map((size) => (size / 8) * (25.4 / 72));
    expect(millimetres).toHaveLength(3);
    expect(millimetres[0]).toBeCloseTo(0.35, 2);
    expect(millimetres[1]).toBeCloseTo(0.25, 1);
    expect(millimetres[2]).toBe(millimetres[0]);
  });

  it("sets its text in by one character of 4号 at either side, later lines of 抄送 under the first name", () => {
    const page = pagesOf("lines-4").at(-1);
    const [copies, printedBy] = [lineWith(page, "抄送"), lineWith(page, "印发")];
    const character = (14 * 25.4) / 72;
    for (const line of [copies, printedBy]) expect(Math.abs(line.left - AREA.left - character)).toBeLessThan(1);
    expect(Math.abs(AREA.right - character - printedBy.right)).toBeLessThan(1);
    const second = bodyLines(page)[bodyLines(page).findIndex((line) => bare(line).includes("抄送")) + 1];
    // The full-width colon before it may be set at half its width by LibreOffice.
    expect(Math.abs((second?.left ?? 0) - AREA.left - 4 * character)).toBeLessThan(1);
  });

  it("is left out where there is nothing to say in it", () => {
    expect(pagesOf("bare").map(squeezed).join("")).not.toMatch(/抄送|印发/);
    expect(styled("bare", "Imprint")).toEqual([]);
  });
});

describe("the signature", () => {
  it.each(["lines-4", "lines-22", "bare"])(
    "to be sealed has its date four characters from the right, the organisation centred on it (%s)",
    (name) => {
      const page = pageOfDate(name);
      const [organisation, date] = [lineWith(page, "翠湖街道办事处"), lineWith(page, DATE)];
      expect(Math.abs(AREA.right - 4 * CHARACTER - date.right)).toBeLessThan(1);
      // Six figures of the date are reckoned at half a character each; this machine's are 0.55 to 0.6 wide, which moves its middle by a millimetre or two.
      expect(Math.abs((organisation.left + organisation.right) / 2 - (date.left + date.right) / 2)).toBeLessThan(2.5);
      expect(Math.abs(date.top - organisation.top - LINE)).toBeLessThan(1);
    },
  );

  it("keeps a wide organisation inside the type area, still centred on the date", () => {
    const page = pageOfDate("wide");
    const [organisation, date] = [lineWith(page, LONG_ORGANISATION), lineWith(page, DATE)];
    expect(organisation.right).toBeLessThan(AREA.right + 0.5);
    expect(organisation.left).toBeGreaterThan(AREA.left - 0.5);
    expect(Math.abs((organisation.left + organisation.right) / 2 - (date.left + date.right) / 2)).toBeLessThan(2.5);
  });

  it.each([
    // The date is the longer one: it is the one that keeps two characters from the right.
    ["unsealed", "翠湖街道办事处", DATE],
    ["unsealedWide", LONG_ORGANISATION, LONG_ORGANISATION],
  ])(
    "without a seal begins its date two characters behind the organisation, two from the right (%s)",
    (name, signed, outermost) => {
      const page = pageOfDate(name);
      const [organisation, date] = [lineWith(page, signed), lineWith(page, DATE)];
      expect(Math.abs(date.left - organisation.left - 2 * CHARACTER)).toBeLessThan(1);
      expect(Math.abs(date.top - organisation.top - LINE)).toBeLessThan(1);
      // Figures wider than reckoned, as above, reach further to the right.
      expect(Math.abs(AREA.right - 2 * CHARACTER - lineWith(page, outermost).right)).toBeLessThan(
        outermost === DATE ? 4 : 1,
      );
    },
  );

  it("stands one line below the text without a seal, two with room for one", () => {
    const gap = (name: string) => {
      const page = pageOfDate(name);
      const lines = bodyLines(page);
      const at = lines.findIndex((line) => bare(line) === DATE) - 1;
      return Math.round(((lines[at]?.top ?? 0) - (lines[at - 1]?.top ?? 0)) / LINE);
    };
    expect(gap("unsealed")).toBe(2);
    expect(gap("lines-2")).toBe(3);
  });

  it.each(LENGTHS)("never stands on a page without text of the paper (%i lines)", (lines) => {
    const page = pageOfDate(`lines-${lines}`);
    expect(squeezed(page)).toContain("国".repeat(20));
  });
});

describe("minutes", () => {
  it("have the title as their mark, its issue below, and who and when over the rule", async () => {
    const page = pagesOf("minutes")[0];
    const text = squeezed(page);
    expect(text.indexOf("联席会议纪要")).toBeLessThan(text.indexOf("2025年第12期"));
    const issue = lineWith(page, "2025年第12期");
    expect(Math.abs((issue.left + issue.right) / 2 - CENTRE)).toBeLessThan(1);
    const head = lineWith(page, "幸福街道翠湖社区");
    expect(Math.abs(head.left - AREA.left - CHARACTER)).toBeLessThan(1);
    expect(Math.abs(AREA.right - CHARACTER - head.right)).toBeLessThan(1);
    expect(text).not.toContain("文件");
  });

  it("list who came two characters in, labels in 黑体, names under each other", () => {
    const pages = pagesOf("minutes");
    const page = pages.find((each) => squeezed(each).includes("出席：")) ?? pages[0];
    const lines = bodyLines(page);
    const at = lines.findIndex((line) => bare(line).startsWith("出席："));
    expect(Math.abs((lines[at]?.left ?? 0) - AREA.left - 2 * CHARACTER)).toBeLessThan(1);
    expect(Math.abs((lines[at + 1]?.left ?? 0) - AREA.left - 5 * CHARACTER)).toBeLessThan(1);
    const label = styled("minutes", "Field").at(-1);
    expect(all(label ?? { name: "", attributes: {}, children: [] }, "w:rFonts")[0]?.attributes["w:eastAsia"]).toBe(
      "黑体",
    );
  });

  it("go without the number's line where they have none", () => {
    expect(styled("minutesBare", "RedNumber")).toHaveLength(1);
    expect(styled("minutes", "RedNumber")).toHaveLength(2);
  });
});
