import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleData, LOOPS, type PlaceholderData, SINGLES } from "#app/domain/document/placeholders.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import { fillTemplate, inspectTemplate } from "#templates/own/index.ts";
import { openWord, paragraphTexts, sdkErrors, tables } from "#tests/proof/word-file.ts";
import { HARD_TEXTS } from "#tests/templates/hard-cases.ts";
import { paragraph, table, text, withHeader, wordFile } from "./files.ts";

async function filled(template: Uint8Array, data: PlaceholderData) {
  const answer = await fillTemplate(template, data);
  if (!answer.ok) throw new Error(`it must fill: ${JSON.stringify(answer.fault)}`);
  const file = Buffer.from(answer.bytes);
  return { file, word: openWord(file), empty: answer.empty };
}

const textsOf = async (body: string, data: PlaceholderData) =>
  paragraphTexts((await filled(wordFile({ body }), data)).word.body);

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

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const P = (words: string) => new Paragraph({ children: [new TextRun(words)] });
const cells = (...words: string[]) =>
  new TableRow({ children: words.map((each) => new TableCell({ children: each.split("\n").map(P) })) });
const listed = (words: string) =>
  new Paragraph({ children: [new TextRun(words)], numbering: { reference: "list", level: 0 } });

/** As an office's own template would be: tables, lists, pictures, bookmarks, header and footer. */
function rich(): Promise<Buffer> {
  const picture = new ImageRun({ type: "png", data: PIXEL, transformation: { width: 9, height: 9 } });
  const list = {
    reference: "list",
    levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START }],
  };
  const children = [
    P("{会议全称}纪要"),
    P("{#议题}"),
    new Paragraph({ children: [new Bookmark({ id: "here", children: [new TextRun("{题目}")] }), picture] }),
    P("{#分歧意见}分歧：{分歧意见}{/分歧意见}"),
    P("{#交办事项}"),
    P("{事项}—{责任人}"),
    P("{/交办事项}"),
    P("{/议题}"),
    listed("{#出席人员}{姓名}{/出席人员}"),
    new Table({ rows: [cells("序号", "题目"), cells("{#议题}{序号}", "{题目}{/议题}")] }),
    P(""),
    new Table({ rows: [cells("{#交办事项}{序号}", "{事项}{/交办事项}")] }),
    new Table({ rows: [cells("{#表决}\n{表决情况}\n{/表决}", "{#表决}{结果}{/表决}")] }),
    P("{填写日期}"),
  ];
  const section = {
    headers: { default: new Header({ children: [P("{社区名称}")] }) },
    footers: { default: new Footer({ children: [P("{#主持人}{主持人}{/主持人}")] }) },
    children,
  };
  return Packer.toBuffer(new Document({ numbering: { config: [list] }, sections: [section] }));
}

const row = (n: number, words: string): PlaceholderData => ({
  ...{
    序号: String(n),
    题目: words,
    事项: words,
    责任人: words,
    姓名: words,
    表决情况: words,
    结果: words,
    分歧意见: n % 2 ? words : "",
  },
  交办事项: Array.from({ length: n % 3 }, () => ({ 事项: words, 责任人: words })),
});

const loops = (count: number, words: string): PlaceholderData => {
  const rows = Array.from({ length: count }, (_, n) => row(n + 1, words));
  return { 议题: rows, 交办事项: rows, 出席人员: rows, 表决: rows };
};
const dataOf = (count: number, words: string): PlaceholderData => ({
  ...{ 会议全称: words, 社区名称: words, 主持人: words, 填写日期: words },
  ...loops(count, words),
});

describe("a filled paper opens without a repair", () => {
  it("whether there is nothing, one, three or forty of everything", async () => {
    const template = await rich();
    expect(await sdkErrors(template)).toEqual([]);
    for (const [count, words] of [
      [0, ""],
      [1, "灯"],
      [3, "一\n二 <&>\"'"],
      [40, "{会议名称}"],
    ] as const) {
      const { file, word } = await filled(template, dataOf(count, words));
      expect(await sdkErrors(file), `${count} of ${words}`).toEqual([]);
      const told = [...word.parts]
        .flatMap(([name, part]) => (name.startsWith("word/") ? paragraphTexts(part) : []))
        .join("");
      expect(told.match(/\{[^}]*\}/g) ?? []).toEqual(count === 40 ? expect.arrayContaining(["{会议名称}"]) : []);
      expect(told.match(/\{(?!会议名称)/g)).toBeNull();
    }
  });

  it("a loop's own lines go, and so does a line whose condition is not met", async () => {
    const lines = ["{#议题}", "{题目}", "{#理由}理由：{理由}{/理由}", "{/议题}", "完"];
    const data = {
      议题: [
        { 题目: "灯", 理由: "" },
        { 题目: "车", 理由: "没有车位" },
      ],
    };
    expect(await textsOf(lines.map((line) => paragraph(line)).join(""), data)).toEqual([
      "灯",
      "车",
      "理由：没有车位",
      "完",
    ]);
    expect(await textsOf(lines.map((line) => paragraph(line)).join(""), { 议题: [] })).toEqual(["完"]);
  });

  it("text boxes are filled", async () => {
    const box = `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:99pt;height:99pt"><v:textbox><w:txbxContent>${paragraph("{会议名称}")}${paragraph("{#议题}{题目}{/议题}")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    expect((await textsOf(box, { 会议名称: "相约", 议题: [{ 题目: "灯" }] })).slice(-2)).toEqual(["相约", "灯"]);
    expect(await inspectTemplate(wordFile({ body: box }))).toMatchObject({
      report: { known: [{ places: ["text-box"] }, {}, {}] },
    });
  });

  it("filling that would not end is refused before it begins", async () => {
    const body = paragraph("{#出席人员}") + paragraph("{姓名}").repeat(2000) + paragraph("{/出席人员}");
    const many = Array.from({ length: 500 }, () => ({ 姓名: "陈" }));
    const began = performance.now();
    expect(await fillTemplate(wordFile({ body }), { 出席人员: many })).toMatchObject({
      fault: { reason: "fills-too-large" },
    });
    expect(performance.now() - began).toBeLessThan(2000);
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
