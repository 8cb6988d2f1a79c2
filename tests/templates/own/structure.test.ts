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
import { describe, expect, it } from "vitest";
import type { PlaceholderData } from "#app/domain/document/placeholders.ts";
import { fillTemplate, inspectTemplate } from "#templates/own/index.ts";
import { paragraphTexts, sdkErrors } from "#tests/proof/word-file.ts";
import { paragraph, wordFile } from "./files.ts";
import { filled, textsOf } from "./filled.ts";

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
