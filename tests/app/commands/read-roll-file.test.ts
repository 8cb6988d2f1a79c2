import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { MAX_UPLOAD_BYTES, readRollFile } from "#app/commands/read-roll-file.ts";
import { DomainError } from "#app/domain/errors.ts";
import { peopleText } from "#app/text/people.ts";
import { type Cell, makeWorkbook, toBytes, workbookParts } from "#tests/workbook.ts";

const { files } = peopleText;
const HEAD = ["姓名", "身份", "单位或楼栋", "电话", "表决权"];
const CHEN = ["陈建平", "居民代表", "1号楼", "10000000001", "有"];
const book = (...rows: Cell[][]) => makeWorkbook([HEAD, ...rows]);
const csv = (text: string) => strToU8(text);

/** The word and the sentence at the field `file` with which a file is refused. */
async function refusalOf(bytes: Uint8Array): Promise<[string, string]> {
  const error = await readRollFile(bytes).then(
    () => new Error("was read"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw error;
  const [{ field, message }] = error.details as [{ field: string; message: string }];
  expect(field).toBe("file");
  return [error.word, message];
}

describe("a file that is a roll", () => {
  const expected = { name: "陈建平", seat: "居民代表", unit: "1号楼", phone: "10000000001", votingRight: true };

  test.each([
    ["a workbook", book(CHEN)],
    ["a workbook with numbers and truth values", book(["陈建平", "居民代表", "1号楼", 10000000001, true])],
    ["UTF-8 with mark", csv(`\ufeff${HEAD.join(",")}\r\n${CHEN.join(",")}\r\n`)],
    ["UTF-8 with semicolons", csv(`${HEAD.join(";")}\n${CHEN.join(";")}`)],
    ["UTF-16", Buffer.from(`\ufeff${HEAD.join("\t")}\r\n${CHEN.join("\t")}`, "utf16le")],
  ])("is read: %s", async (_name, bytes) => {
    const { reading, columns } = await readRollFile(bytes);
    expect(reading.problems).toEqual([]);
    expect(reading.people).toEqual([{ row: 2, ...expected }]);
    expect(columns).toEqual(["name", "seat", "unit", "phone", "votingRight"]);
  });

  test("is read in GB18030, as Excel writes it in China", async () => {
    // 姓名,表决权 / 王菲,有 / 刘?(a character outside GBK, four bytes in GB18030),无
    const bytes = Buffer.from("d0d5c3fb2cb1ede7f6c8a80a", "hex");
    const rows = Buffer.from("cdf5b7c62cd3d00ac1f59034b3322cd3d00a", "hex");
    const wrong = new TextDecoder("utf-8").decode(bytes);
    expect(wrong).toContain("\ufffd");
    const text = new TextDecoder("gb18030", { fatal: true }).decode(Buffer.concat([bytes, rows]));
    const { reading } = await readRollFile(Buffer.concat([bytes, rows]));
    expect(reading.people.map((person) => person.name)).toEqual(["王菲", text.split("\n")[2]?.split(",")[0]]);
  });

  test("ships with the project in both forms, says that it is an example, and both read the same", async () => {
    const [workbook, text] = await Promise.all(
      ["xlsx", "csv"].map((kind) => readRollFile(readFileSync(`public/samples/roll-sample.${kind}`))),
    );
    expect(workbook?.reading.people).toHaveLength(30);
    expect(workbook?.reading.problems).toEqual([]);
    expect(text).toEqual(workbook);
    expect(readFileSync("public/samples/roll-sample.csv", "utf8")).toContain("虚构");
  });

  test("names each bad row by its number and field, and takes the others", async () => {
    const { reading } = await readRollFile(
      book(CHEN, ["", "居民代表", "2号楼", "", "有"], ["刘桂芳", "", "", "电话", "有"], ["王志远", "", "", "", "也许"]),
    );
    expect(reading.people.map((person) => person.row)).toEqual([2]);
    expect(reading.problems.map(({ row, field, level }) => [row, field, level])).toEqual([
      [3, "name", "refused"],
      [4, "phone", "refused"],
      [5, "votingRight", "refused"],
    ]);
  });

  test("keeps odd names as text, drops what deceives, refuses what is too long", async () => {
    const long = "长".repeat(500);
    const { reading } = await readRollFile(
      book(
        ["<b>王\u202e\u0007芳</b>", "", "", "", "有"],
        ["李👩‍👩‍👧 \"'&", "", "", "", "有"],
        [long, "", "", "", "有"],
        ["=HYPERLINK(1)", "", "", "", "无"],
      ),
    );
    expect(reading.people.map((person) => person.name)).toEqual(["<b>王芳</b>", "李👩‍👩‍👧 \"'&", "=HYPERLINK(1)"]);
    expect(reading.problems).toMatchObject([{ row: 4, field: "name", level: "refused" }]);
  });
});

describe("a file that is not", () => {
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
  const noWorkbook = zipSync({ "word/document.xml": strToU8("<w/>") });
  const torn = book(CHEN).slice(0, 900);
  const badXml = zipSync(
    toBytes({ ...workbookParts([HEAD, CHEN]), "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row" }),
  );

  test.each([
    ["empty", new Uint8Array(), "invalid-value", files.empty],
    ["a picture", png, "invalid-value", files.notARoll],
    ["an old .xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "invalid-value", files.oldWorkbook],
    ["a text that is no roll", csv("今天天气很好\n明天也好"), "invalid-value", files.noNameColumn],
    ["a workbook that is no roll", makeWorkbook([["天气"], ["晴"]]), "invalid-value", files.noNameColumn],
    ["a zip without a workbook", noWorkbook, "invalid-value", files.notAWorkbook],
    ["half a workbook", torn, "invalid-value", files.notAWorkbook],
    ["a workbook with broken XML", badXml, "invalid-value", files.notAWorkbook],
    ["over 5 MB", new Uint8Array(MAX_UPLOAD_BYTES + 1), "too-large", files.tooLarge],
  ])("is refused with a sentence: %s", async (_name, bytes, word, sentence) => {
    expect(await refusalOf(bytes)).toEqual([word, sentence]);
  });

  test("more than 5,000 rows are refused", async () => {
    const rows = Array.from({ length: 5001 }, (_, index) => [`居民${index}`]);
    expect(await refusalOf(makeWorkbook([["姓名"], ...rows]))).toEqual(["too-large", files.tooManyRows(5000)]);
    expect(await refusalOf(csv(`姓名\n${rows.join("\n")}`))).toEqual(["too-large", files.tooManyRows(5000)]);
  });

  test("a cell far out does not make the reader fill the way to it", async () => {
    const parts = workbookParts([HEAD, CHEN]);
    const far = (place: string) => {
      const row = `<row r="2"><c r="${place}"><v>1</v></c></row>`;
      const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${row}</sheetData></worksheet>`;
      return zipSync(toBytes({ ...parts, "xl/worksheets/sheet1.xml": sheet }));
    };
    expect(await refusalOf(far("A1048576"))).toEqual(["too-large", files.extent(1048576, 20000)]);
    expect((await refusalOf(far("XFD9999")))[0]).toBe("too-large");
    expect(await refusalOf(far("ZZZZZZZZZ1"))).toEqual(["invalid-value", files.notAWorkbook]);
  });
});

describe("a zip bomb", () => {
  const bombed = (size: number) => {
    const parts = toBytes(workbookParts([HEAD, CHEN]));
    return { ...parts, "xl/worksheets/sheet1.xml": new Uint8Array(size).fill(0x20) };
  };

  test("is refused by what it really unpacks to, in little time", async () => {
    const bomb = zipSync(bombed(100 * 1024 * 1024), { level: 9 });
    expect(bomb.length).toBeLessThan(MAX_UPLOAD_BYTES);
    const started = performance.now();
    expect(await refusalOf(bomb)).toEqual(["too-large", files.bomb]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("is refused when its headers claim a small size", async () => {
    const bomb = zipSync(bombed(64 * 1024 * 1024), { level: 9 });
    const honest = Buffer.from(bomb);
    const real = Buffer.alloc(4);
    real.writeUInt32LE(64 * 1024 * 1024);
    const claims: number[] = [];
    for (let at = honest.indexOf(real); at >= 0; at = honest.indexOf(real, at + 4)) claims.push(at);
    expect(claims).toHaveLength(2);
    for (const at of claims) honest.writeUInt32LE(1000, at);
    expect(await refusalOf(honest)).toEqual(["too-large", files.bomb]);
  });

  test("is refused when it is stored in many parts", async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`xl/worksheets/sheet${index}.xml`, strToU8("<a/>")]),
    );
    expect(await refusalOf(zipSync({ ...toBytes(workbookParts([HEAD])), ...parts }))).toEqual([
      "too-large",
      files.bomb,
    ]);
  });

  test("cannot hide behind a header that names a huge size for little content", async () => {
    const bytes = Buffer.from(book(CHEN));
    const sheet = Buffer.from("xl/worksheets/sheet1.xml");
    // 22 bytes into a local header stands the unpacked size; the name begins at byte 30.
    bytes.writeUInt32LE(0xfffffff0, bytes.indexOf(sheet) - 30 + 22);
    const { reading } = await readRollFile(bytes);
    expect(reading.people).toHaveLength(1);
  });
});

test("5,000 people are read within five seconds", async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [
    `居民${index}`,
    "居民代表",
    `${index % 60}号楼`,
    `1${String(index).padStart(10, "0")}`,
    "有",
  ]);
  const started = performance.now();
  const { reading } = await readRollFile(makeWorkbook([HEAD, ...rows]));
  expect(reading.people).toHaveLength(5000);
  expect(performance.now() - started).toBeLessThan(5000);
});
