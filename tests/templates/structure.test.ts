import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { genres } from "#templates/index.ts";
import { toBuffer } from "#templates/typeset.ts";
import { sdkErrorsOf } from "#tests/proof/many.ts";
import { complaints, leftovers, openWord, sdkErrors } from "#tests/proof/word-file.ts";
import { all, parseXml } from "#tests/proof/xml.ts";
import { hardMinutes, hardNotice, hardSheet } from "./hard-cases.ts";
import { attendanceSheetInput, attendees, minutesInput, minutesItems, resultNoticeInput } from "./samples.ts";

const sheet = genres["attendance-sheet"];
const notice = genres["result-notice"];
const { minutes } = genres;

function manyItems(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const items = minutesItems();
    const item = items[index % items.length];
    if (item === undefined) throw new Error("the sample has items");
    return { ...item, number: index + 1 };
  });
}

const internal = () => ({ ...resultNoticeInput(), masked: false, demonstration: true });

const papers: [name: string, make: () => Promise<Buffer>, plain: boolean][] = [
  ["签到表 of 60", () => toBuffer(sheet, attendanceSheetInput()), true],
  ["签到表 of nobody", () => toBuffer(sheet, attendanceSheetInput([])), true],
  ["签到表 of one", () => toBuffer(sheet, attendanceSheetInput(attendees(1))), true],
  ["签到表 of 500", () => toBuffer(sheet, attendanceSheetInput(attendees(500))), true],
  ["签到表 with hard text", () => toBuffer(sheet, hardSheet()), false],
  ["纪要", () => toBuffer(minutes, minutesInput()), true],
  [
    "纪要 of nothing",
    () => toBuffer(minutes, { ...minutesInput([], 0), reportBack: [], absent: [], observers: [] }),
    true,
  ],
  ["纪要 of 40 items and 500 people", () => toBuffer(minutes, minutesInput(manyItems(40), 500)), true],
  ["纪要 with hard text", () => toBuffer(minutes, hardMinutes()), false],
  ["公示", () => toBuffer(notice, resultNoticeInput()), true],
  ["公示 of nothing", () => toBuffer(notice, { ...resultNoticeInput([]), participants: [], knownNames: [] }), true],
  ["公示 of a demonstration", () => toBuffer(notice, { ...resultNoticeInput(), demonstration: true }), true],
  ["公示 for the house, of a demonstration", () => toBuffer(notice, internal()), true],
  ["公示 with hard text", () => toBuffer(notice, hardNotice()), false],
  ["公示 with hard text, names shown", () => toBuffer(notice, { ...hardNotice(), masked: false }), false],
];

describe("a Word file", () => {
  it("opens without a repair, whatever it holds", { timeout: 30_000 }, async () => {
    const files: Record<string, Buffer> = {};
    for (const [name, make, plain] of papers) {
      const file = await make();
      const word = openWord(file);
      expect(complaints(word), name).toEqual([]);
      if (plain) expect(leftovers(word), name).toEqual([]);
      files[name] = file;
    }
    expect(await sdkErrorsOf(files)).toEqual([]);
  });

  it("is made anew each time: the same input twice gives the same parts", async () => {
    const input = minutesInput();
    const build = async () => openWord(await toBuffer(minutes, input));
    const [first, second] = [await build(), await build()];
    const names = [...first.parts.keys()].filter((name) => !name.startsWith("docProps/"));
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(second.parts.get(name), name).toEqual(first.parts.get(name));
  });

  it("leaves the input as it was", async () => {
    const input = hardNotice();
    const before = structuredClone(input);
    await toBuffer(notice, input);
    expect(input).toEqual(before);
  });

  it("names a Chinese font for every kind of character, and embeds none", async () => {
    const { parts } = openWord(await toBuffer(minutes, minutesInput()));
    const fonts = [...parts.values()].flatMap((part) => all(part, "w:rFonts")).map((each) => each.attributes);
    expect(fonts.length).toBeGreaterThan(10);
    for (const font of fonts) {
      const named = [font["w:ascii"], font["w:hAnsi"], font["w:eastAsia"]];
      expect(new Set(named).size).toBe(1);
      expect(named[0]).toMatch(/^(方正小标宋简体|仿宋_GB2312|楷体_GB2312|黑体|宋体)$/);
    }
    expect([...parts.keys()].filter((name) => name.includes("odttf"))).toEqual([]);
  });

  it("says of each font it names what to show where that is not installed", async () => {
    const { parts } = openWord(await toBuffer(minutes, minutesInput()));
    const used = [...parts.values()].flatMap((part) => all(part, "w:rFonts")).map((each) => each.attributes["w:ascii"]);
    const table = all(parts.get("word/fontTable.xml") ?? parseXml("<none/>"), "w:font");
    const told = new Map(
      table.map((each) => [each.attributes["w:name"], all(each, "w:altName")[0]?.attributes["w:val"]]),
    );
    expect(told.get("仿宋_GB2312")).toBe("仿宋");
    for (const name of used) expect(told.get(name ?? ""), name).toMatch(/./);
  });

  it("survives any text at all", async () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ unit: "grapheme", maxLength: 40 }),
    );
    const broken = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((c) => String.fromCharCode(...c));
    const text = fc.oneof(anything, broken);
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, name, note) => {
        const items = manyItems(1).map((item) => ({ ...item, title, conclusion: note, differences: name }));
        const input = { ...minutesInput(items), meetingTitle: title, chair: name, present: [name, note] };
        expect(complaints(openWord(await toBuffer(minutes, input)))).toEqual([]);
        const row = { name, seat: title, unit: note, votingRight: true };
        expect(complaints(openWord(await toBuffer(sheet, attendanceSheetInput([row]))))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the checks themselves", () => {
  it("find what they are for", async () => {
    const word = openWord(await toBuffer(sheet, attendanceSheetInput(attendees(2))));
    const cell = all(word.body, "w:tc").at(-1);
    const width = all(word.body, "w:tcW").at(-1);
    const text = all(word.body, "w:t").at(0);
    if (cell === undefined || width === undefined || text === undefined) throw new Error("the sheet has a table");
    width.attributes["w:w"] = "1";
    expect(complaints(word)).toHaveLength(1);
    cell.children = cell.children.filter((child) => typeof child !== "string" && child.name !== "w:p");
    expect(complaints(word)).toHaveLength(2);
    text.children = ["undefined"];
    expect(leftovers(word)).toEqual(["undefined"]);
  });

  it.each([
    "<a><b></a></b>",
    "<a>",
    "<a/><b/>",
    "<a>&nbsp;</a>",
    "<a>1 & 2</a>",
    "<a>\u0001</a>",
    "<a>&#1;</a>",
    '<a x="1" x="2"/>',
    "<a>\ufffe</a>",
    "text",
  ])("refuse XML that Word would offer to repair: %j", (xml) => expect(() => parseXml(xml)).toThrow());

  it("hear the Open XML SDK when it objects", async () => {
    const entries = unzipSync(await toBuffer(sheet, attendanceSheetInput(attendees(1))));
    const xml = strFromU8(entries["word/document.xml"] ?? new Uint8Array());
    expect(xml).toContain("<w:tblGrid>");
    entries["word/document.xml"] = strToU8(xml.replace(/<w:tblGrid>.*?<\/w:tblGrid>/, ""));
    expect((await sdkErrors(Buffer.from(zipSync(entries)))).join()).toContain("tbl");
  });
});
