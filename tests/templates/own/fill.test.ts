import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleData, LOOPS, SINGLES } from "#app/domain/document/placeholders.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { inspectTemplate } from "#templates/own/index.ts";
import { paragraphTexts, tables } from "#tests/proof/word-file.ts";
import { HARD_TEXTS } from "#tests/templates/hard-cases.ts";
import { paragraph, table, text, withHeader, wordFile } from "./files.ts";
import { filled, textsOf } from "./filled.ts";

describe("placeholders", () => {
  it("each name is known, says its example, and is told as known", async () => {
    const singles = SINGLES.map(({ name }) => `${name}={${name}}`);
    const body = singles.map((line) => paragraph(line)).join("");
    expect(await textsOf(body, exampleData())).toEqual(SINGLES.map(({ name, example }) => `${name}=${example}`));
    const answer = await inspectTemplate(wordFile({ body }));
    if (!answer.ok) throw new Error(answer.fault.reason);
    expect(answer.report.unknown).toEqual([]);
    expect(answer.report.known.map(({ name }) => name)).toEqual(SINGLES.map(({ name }) => name));
  });

  it.each(LOOPS.flatMap((loop) => [[loop], ...loop.within.map((inner) => [loop, inner])]).map((path) => [path]))(
    "each field of a loop is known in it: %#",
    async (path) => {
      const last = path.at(-1);
      const fields = last?.fields ?? [];
      const inside = fields.map(({ name }) => `{${name}}`).join("|");
      const words = path.reduceRight((within, { name }) => `{#${name}}${within}{/${name}}`, `[${inside}]`);
      const row = (place: number) =>
        `[${fields.map(({ name, example }) => (name === "序号" ? place : example)).join("|")}]`;
      const rows = `${row(1)}${row(2)}`;
      expect(await textsOf(paragraph(words), exampleData())).toEqual([path.length === 2 ? rows + rows : rows]);
    },
  );

  it("a name may be cut into runs anywhere, of either width, with spaces in it", async () => {
    const ways = ["前{会议名称}后", "前｛会议名称｝后", "前{ 会议　名称 }后", "前{会议名称｝后"];
    for (const words of ways) {
      for (let cut = 1; cut < words.length; cut += 1) {
        const runs = `<w:p>${text(words.slice(0, cut))}<w:r><w:rPr><w:b/></w:rPr><w:t>${words.slice(cut)}</w:t></w:r></w:p>`;
        expect(await textsOf(runs, { 会议名称: "相约星期三" })).toEqual(["前相约星期三后"]);
      }
    }
    expect(await textsOf(paragraph("｛＃议题｝{题目}；{／议题}"), { 议题: [{ 题目: "灯" }, { 题目: "车" }] })).toEqual([
      "灯；车；",
    ]);
  });

  it("what nothing is known of stays empty and is named, in the header too", async () => {
    const body = paragraph("{会议民称}{constructor}{__proto__}{主持人}{#车辆}不该出现{/车辆}");
    const { word, empty } = await filled(wordFile({ body, ...withHeader("{社区名称}-{街道}") }), {
      社区名称: "翠湖社区",
      主持人: "",
    });
    expect(paragraphTexts(word.body)).toEqual([""]);
    expect(paragraphTexts(word.parts.get("word/header1.xml") ?? word.body)).toEqual(["翠湖社区-"]);
    expect(empty).toEqual(["会议民称", "constructor", "__proto__", "主持人", "街道"]);
    const answer = await inspectTemplate(wordFile({ body, ...withHeader("{社区名称}-{街道}") }));
    expect(answer).toMatchObject({
      ok: true,
      report: {
        known: [{ name: "主持人" }, { name: "社区名称", places: ["header"] }],
        unknown: [
          { name: "会议民称", nearest: "会议名称" },
          { name: "constructor", nearest: null },
          { name: "__proto__", nearest: null },
          { name: "车辆", kind: "loop" },
          { name: "街道", nearest: "街道名称", places: ["header"] },
        ],
      },
    });
  });

  it("a loop's field outside it, and a loop where it does not belong, are told apart from misspelt ones", async () => {
    const answer = await inspectTemplate(
      wordFile({ body: paragraph("{题目}{#议题}{#出席人员}{姓名}{/出席人员}{/议题}") }),
    );
    expect(answer).toMatchObject({
      report: {
        unknown: [
          { name: "题目", misplaced: true },
          { name: "出席人员", within: ["议题"], misplaced: true },
        ],
      },
    });
  });

  it("places that are never filled are named", async () => {
    const footnotes = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${paragraph("{记录人}")}</w:footnote></w:footnotes>`;
    const answer = await inspectTemplate(
      wordFile({
        body: `${paragraph("{会议名称}")}<w:p><w:r><w:delText>{主持人}</w:delText></w:r><w:r><w:drawing><wp:docPr id="1" name="a" descr="{社区名称}"/></w:drawing></w:r></w:p>`,
        namespaces: 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        rels: [{ type: "footnotes", target: "footnotes.xml" }],
        parts: { "word/footnotes.xml": footnotes },
      }),
    );
    expect(answer).toMatchObject({
      report: {
        unfilled: [
          { text: "{主持人}", place: "deleted" },
          { text: "{社区名称}", place: "picture-text" },
          { text: "{记录人}", place: "footnote" },
        ],
      },
    });
  });
});

describe("what is filled in stays what it is", () => {
  const traps = [
    "{会议名称}",
    "{#议题}",
    "{/议题}",
    "{",
    "}",
    "｛主持人｝",
    "\ufdd0x\ufdd1",
    "$& $1 $$",
    "]]>",
    "a\nb\n",
    "<w:p/>",
  ];
  const all = [...HARD_TEXTS.map(({ raw }) => raw), ...traps];
  const clean = (raw: string) => cleanText(raw, { multiline: true }).replace(/[\ufdd0-\ufdef]/g, "");

  it.each(all)("%j", async (raw) => {
    const rows = [
      { 题目: raw, 地点: raw },
      { 题目: "灯", 地点: "" },
    ];
    const inTable = table(["{会议名称}", "题"], ["{#议题}{题目}", "{会议名称}{地点}{/议题}"]);
    const body = `${paragraph("甲{会议名称}乙")}${paragraph("{#议题}{题目}{/议题}")}${inTable}`;
    const { word } = await filled(wordFile({ body }), { 会议名称: raw, 主持人: "不该出现", 议题: rows });
    const said = clean(raw);
    expect(paragraphTexts(word.body).slice(0, 1)).toEqual([`甲${said}乙`]);
    expect(tables(word.body)).toEqual([
      [
        [said, "题"],
        [said, said + said],
        ["灯", said],
      ],
    ]);
  });
});

/** A template of some pieces, and what it must say of some rows. */
type Piece = { xml: string; said(rows: string[], single: string): string[] };
const pieces: Piece[] = [
  { xml: paragraph("字{会议", "名称}尾"), said: (_, single) => [`字${single}尾`] },
  { xml: paragraph("｛会议名称｝"), said: (_, single) => [single] },
  { xml: paragraph("〔{#议题}{题目}、{/议题}〕"), said: (rows) => [`〔${rows.map((each) => `${each}、`).join("")}〕`] },
  {
    xml: paragraph("{#议题}") + paragraph("·{题目}·") + paragraph("{/议题}"),
    said: (rows) => rows.map((each) => `·${each}·`),
  },
  {
    xml: table(["表", "头"], ["{#议题}{题目}", "{会议名称}{/议题}"]),
    said: (rows, single) => ["表", "头", ...rows.flatMap((each) => [each, single])],
  },
  { xml: paragraph("{#会议名称}有{会议名称}{/会议名称}"), said: (_, single) => (single === "" ? [] : [`有${single}`]) },
];

it("any template of such pieces says exactly what it is given", async () => {
  const words = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("{会议名称}", "{#议题}", "<&>", "", "一\n二", "𠮷😀"),
  );
  const property = fc.asyncProperty(
    fc.array(fc.nat({ max: pieces.length - 1 }), { minLength: 1, maxLength: 6 }),
    fc.array(words, { maxLength: 4 }),
    words,
    async (chosen, rows, single) => {
      const clean = (raw: string) => cleanText(raw, { multiline: true }).replace(/[\ufdd0-\ufdef]/g, "");
      const body = chosen.map((n) => pieces[n]?.xml).join("") + paragraph("完");
      const data = { 会议名称: single, 议题: rows.map((each) => ({ 题目: each })) };
      const expected = chosen.flatMap((n) => pieces[n]?.said(rows.map(clean), clean(single)) ?? []);
      expect(await textsOf(body, data)).toEqual([...expected, "完"]);
    },
  );
  await fc.assert(property, { numRuns: 150 });
});
