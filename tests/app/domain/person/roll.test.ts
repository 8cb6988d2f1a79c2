import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_ROLL_ROWS, readRoll } from "#app/domain/person/roll.ts";
import { refusal } from "#tests/app/domain/refusal.ts";

const HEAD = ["姓名", "身份", "楼栋", "电话", "表决权"];
const sheet = (...rows: string[][]) => readRoll([HEAD, ...rows]);
const told = ({ problems }: ReturnType<typeof readRoll>) =>
  problems.map(({ row, field, message }) => [row, field, message]);

describe("readRoll", () => {
  it("reads a plain sheet", () => {
    expect(
      sheet(["陈秀兰", "居民代表", "3 号楼", "138-0000-0001", "有"], ["吴建国", "网格员", "社区", "", "无"]),
    ).toEqual({
      people: [
        { row: 2, name: "陈秀兰", seat: "居民代表", unit: "3 号楼", phone: "138-0000-0001", votingRight: true },
        { row: 3, name: "吴建国", seat: "网格员", unit: "社区", phone: "", votingRight: false },
      ],
      problems: [],
      duplicates: [],
    });
  });

  it.each([
    [["名字", "职务", "单位", "手机", "有无表决权"]],
    [[" 姓 名* ", "席位:", "住址", "联系电话", "是否有表决权"]],
    [["姓名", "身份/职务", "单位/楼栋", "手机号", "表决权"]],
  ])("knows the columns %j", (head) => {
    const { people, problems } = readRoll([head, ["李敏", "商户", "东街", "053200000", "是"]]);
    expect(people).toEqual([
      { row: 2, name: "李敏", seat: "商户", unit: "东街", phone: "053200000", votingRight: true },
    ]);
    expect(problems).toEqual([]);
  });

  it("finds the heading under a title, passes over numbers and empty rows, and keeps the sheet's row numbers", () => {
    const rows = [
      ["居民代表名册"],
      [],
      ["序号", ...HEAD],
      ["1", "陈秀兰", "", "", "", "有"],
      ["", " ", "", "", "", ""],
      ["2", "", "代表", "", "", "有"],
    ];
    const reading = readRoll(rows);
    expect(reading.people.map(({ row, name }) => [row, name])).toEqual([[4, "陈秀兰"]]);
    expect(told(reading)).toEqual([[6, "name", "没有填姓名"]]);
  });

  it("does without a heading row only by saying so", () => {
    for (const rows of [[], [["陈秀兰", "居民代表"]], [[""]]]) {
      expect(readRoll(rows)).toMatchObject({ people: [], problems: [{ row: 1, field: "header", level: "refused" }] });
    }
  });

  it("names unknown and repeated columns, and a missing column of voting rights", () => {
    const reading = readRoll([
      ["姓名", "备注", "名字"],
      ["陈秀兰", "腿脚不便", "另名"],
    ]);
    expect(told(reading)).toEqual([
      [1, "header", "不认识的列“备注”，这一列没有读取"],
      [1, "header", "“名字”与前面的列重复，只读前一列"],
      [1, "header", "没有“表决权”一列，名单上的人都按有表决权算"],
    ]);
    expect(reading.people).toMatchObject([{ name: "陈秀兰", votingRight: true }]);
  });

  it.each<[string, string[], string, string]>([
    ["no name", ["", "居民代表", "", "", "有"], "name", "没有填姓名"],
    ["a name of control characters", ["\u202e\u0000", "", "", "", "有"], "name", "没有填姓名"],
    ["a long name", ["长".repeat(51), "", "", "", "有"], "name", "姓名最多 50 个字"],
    ["a long seat", ["陈秀兰", "代".repeat(51), "", "", "有"], "seat", "身份最多 50 个字"],
    ["a long unit", ["陈秀兰", "", "楼".repeat(101), "", "有"], "unit", "单位或楼栋最多 100 个字"],
    ["a short phone", ["陈秀兰", "", "", "110", "有"], "phone", "电话只用 5 到 20 位数字，可带 + 和 -"],
    [
      "a phone turned into a float",
      ["陈秀兰", "", "", "1.38E+10", "有"],
      "phone",
      "电话只用 5 到 20 位数字，可带 + 和 -",
    ],
    ["an unclear voting right", ["陈秀兰", "", "", "", "待定"], "votingRight", "“表决权”请填“有”或“无”"],
    ["an empty voting right", ["陈秀兰", "", "", "", ""], "votingRight", "“表决权”请填“有”或“无”"],
  ])("refuses %s", (_, row, field, message) => {
    const reading = sheet(row, ["吴建国", "", "", "", "有"]);
    expect(told(reading)).toEqual([[2, field, message]]);
    expect(reading.people.map((person) => person.name)).toEqual(["吴建国"]);
  });

  it("counts letters, not code units, and keeps odd names as text", () => {
    const names = ["\u{20000}".repeat(50), '<b>"王"</b>', "=1+1", "😀"];
    expect(sheet(...names.map((name) => [name, "", "", "", "有"])).people.map((person) => person.name)).toEqual(names);
  });

  it("narrows full-width phones", () => {
    expect(sheet(["陈秀兰", "", "", "\uff11\uff13\uff18 0000\u20140001", "有"]).people[0]?.phone).toBe("1380000-0001");
  });

  it.each([
    ["有", true],
    ["是", true],
    [" ✓ ", true],
    ["√", true],
    ["\uff39", true],
    ["1", true],
    ["无", false],
    ["否", false],
    ["×", false],
    ["0", false],
  ])("reads voting right %j as %s", (word, right) => {
    const [, second] = sheet(["甲", "", "1", "", "无"], ["乙", "", "2", "", word]).people;
    expect(second?.votingRight).toBe(right);
  });

  it("takes an empty cell for no only where yes is a tick", () => {
    const ticked = sheet(["甲", "", "", "", "✓"], ["乙", "", "", "", ""], ["丙", "", "", "", "√"]);
    expect(ticked.people.map((person) => person.votingRight)).toEqual([true, false, true]);
    expect(ticked.problems).toEqual([]);
  });

  it("takes a person listed twice once, and two people of one name twice", () => {
    const reading = sheet(
      ["陈秀兰", "居民代表", "3 号楼", "13800000001", "有"],
      ["陈秀兰", "党员中心户", "3 号楼", "", "有"],
      ["陈秀兰", "居民代表", "3 号楼", "13900000002", "有"],
      ["陈秀兰", "居民代表", "5 号楼", "", "有"],
    );
    expect(reading.people.map((person) => person.row)).toEqual([2, 4, 5]);
    expect(reading.duplicates.map(({ row, firstRow }) => [row, firstRow])).toEqual([
      [3, 2],
      [4, 2],
    ]);
    expect(reading.problems.map(({ row, level }) => [row, level])).toEqual([
      [3, "refused"],
      [4, "notice"],
    ]);
  });

  it("takes a row without a phone for the same person, whichever comes first", () => {
    for (const phones of [
      ["", "13800000001"],
      ["13800000001", ""],
      ["", ""],
    ]) {
      expect(sheet(...phones.map((phone) => ["陈秀兰", "", "3 号楼", phone, "有"])).people).toHaveLength(1);
    }
  });

  it("takes 5,000 rows and not one more", () => {
    const row = (index: number) => [`居民${index}`, "居民代表", "", "", "有"];
    const full = Array.from({ length: MAX_ROLL_ROWS }, (_, index) => row(index));
    expect(sheet(...full).people).toHaveLength(MAX_ROLL_ROWS);
    expect(refusal(() => sheet(...full, row(MAX_ROLL_ROWS)))).toEqual({
      word: "too-large",
      details: { max: 5000, rows: 5001 },
    });
  });

  it("takes or names every row, whatever is in it", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom("", "有", "无", "陈秀兰", "13800000001"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 6 }), { maxLength: 20 }), (rows) => {
        const reading = sheet(...rows);
        const named = new Set(
          reading.problems.filter((problem) => problem.level === "refused").map((problem) => problem.row),
        );
        const taken = new Set(reading.people.map((person) => person.row));
        rows.forEach((cells, index) => {
          const empty = cells.every((each) => each.trim() === "");
          expect(Number(taken.has(index + 2)) + Number(named.has(index + 2))).toBe(empty ? 0 : 1);
        });
      }),
    );
  });
});
