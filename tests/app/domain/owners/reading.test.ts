import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_UNITS, readOwners } from "#app/domain/owners/reading.ts";
import { totalsByBuilding, totalsOf } from "#app/domain/owners/totals.ts";

const HEAD = ["楼栋", "房号", "建筑面积（㎡）", "业主姓名", "手机", "备注"];
const read = (...rows: string[][]) => readOwners([HEAD, ...rows]);
const refusals = (...rows: string[][]) =>
  read(...rows)
    .problems.filter(({ level }) => level === "refused")
    .map(({ row, field, message }) => `${row} ${field} ${message}`);
const heads = (...rows: string[][]) => read(...rows).owners.map(({ name }) => name);

describe("who is one head", () => {
  const one = "13800000001";
  test.each<[string, string[][], string[]]>([
    [
      "same name, same phone",
      [
        ["1", "101", "80", "张三", one],
        ["2", "102", "90", "张三", one],
      ],
      ["张三"],
    ],
    [
      "same name, other phone",
      [
        ["1", "101", "80", "张三", one],
        ["2", "102", "90", "张三", "13800000002"],
      ],
      ["张三", "张三"],
    ],
    [
      "same name, no phone",
      [
        ["1", "101", "80", "张三", ""],
        ["2", "102", "90", "张三", ""],
      ],
      ["张三", "张三"],
    ],
    [
      "same name, one without phone",
      [
        ["1", "101", "80", "张三", one],
        ["2", "102", "90", "张三", ""],
      ],
      ["张三", "张三"],
    ],
    [
      "same phone, other name",
      [
        ["1", "101", "80", "张三", one],
        ["2", "102", "90", "李四", one],
      ],
      ["张三", "李四"],
    ],
    ["co-owners of one unit", [["1", "101", "80", "张三、李四", one]], ["张三、李四"]],
    [
      "co-owners in another order",
      [
        ["1", "101", "80", "张三、李四", one],
        ["1", "102", "90", "李四,张三", one],
      ],
      ["张三、李四"],
    ],
    [
      "a person, and the same with a co-owner",
      [
        ["1", "101", "80", "张三", one],
        ["1", "102", "90", "张三、李四", one],
      ],
      ["张三", "张三、李四"],
    ],
    [
      "a company by its name",
      [
        ["1", "101", "80", "翠湖置业有限公司", ""],
        ["1", "102", "90", "翠湖置业有限公司", ""],
      ],
      ["翠湖置业有限公司"],
    ],
    [
      "unsold, in the owner's column",
      [
        ["1", "101", "80", "未售", ""],
        ["1", "102", "90", "建设单位", ""],
      ],
      ["建设单位"],
    ],
    [
      "unsold, in the remark",
      [
        ["1", "101", "80", "", "", "未交付"],
        ["1", "102", "90", "", "", "未出售"],
      ],
      ["建设单位"],
    ],
    ["sold in spite of the remark", [["1", "101", "80", "张三", "", "预售，未交付"]], ["张三"]],
    [
      "spaces for the eye",
      [
        ["1", "101", "80", "张 三", one],
        ["1", "102", "90", "张　三", one],
      ],
      ["张三"],
    ],
    [
      "a masked phone proves nothing",
      [
        ["1", "101", "80", "张三", "138****0001"],
        ["1", "102", "90", "张三", "138****0001"],
      ],
      ["张三", "张三"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(heads(...rows.map((row) => [...row, ""]))).toEqual(expected);
  });

  test("a number proves it too, two numbers disprove it, and neither is kept", () => {
    const head = ["楼栋", "单元", "房号", "面积", "产权人", "电话", "证件后四位"];
    const of = (...rows: string[][]) => readOwners([head, ...rows]);
    const same = of(["1", "1", "101", "80", "张三", "", "123X"], ["1", "2", "101", "80", "张三", "", "123x"]);
    expect(same.owners).toHaveLength(1);
    expect(same.units.map(({ number }) => number)).toEqual(["1单元101", "2单元101"]);
    expect(JSON.stringify(same)).not.toMatch(/123x/i);
    const father = ["1", "1", "101", "80", "张三", "13800000001", "1234"];
    const son = ["1", "1", "102", "80", "张三", "13800000001", "5678"];
    expect(of(father, son).owners).toHaveLength(2);
    const bridge = ["1", "1", "103", "80", "张三", "13800000001", ""];
    for (const rows of [
      [bridge, father, son],
      [father, bridge, son],
      [father, son, bridge],
    ]) {
      expect(of(...rows).owners, "whose the third unit is stays open, in every order").toHaveLength(3);
    }
  });
});

describe("rows that cannot be counted are named", () => {
  test.each<[string, string[][], string[]]>([
    ["no area", [["1", "101", "", "张三"]], ["2 area 没有填面积"]],
    ["no area at all of it", [["1", "101", "0", "张三"]], ["2 area 面积不能是 0"]],
    ["less than nothing", [["1", "101", "-80", "张三"]], ["2 area 面积不能是负数"]],
    ["finer than the register", [["1", "101", "80.123", "张三"]], ["2 area 面积最多两位小数（0.01 平方米）"]],
    ["no owner", [["1", "101", "80", ""]], ["2 name 没有填业主；没卖出的房屋请填“建设单位”"]],
    [
      "no building (merged cells)",
      [
        ["1", "101", "80", "张三"],
        ["", "102", "80", "李四"],
      ],
      ["3 building 没有填楼栋（合并的单元格要拆开，每行都填）"],
    ],
    [
      "twice the same unit",
      [
        ["1", "101", "80", "张三"],
        ["1栋", "101室", "80", "张三"],
      ],
      ["3 number 与第 2 行是同一套房屋"],
    ],
    [
      "a co-owner on a row of their own",
      [
        ["1", "101", "80", "张三"],
        ["1", "101", "80", "李四"],
      ],
      ["3 number 与第 2 行是同一套房屋；共有人请写在同一格，用“、”隔开"],
    ],
    [
      "full width or not",
      [
        ["１", "１０１", "80", "张三"],
        ["1", "101", "80", "张三"],
      ],
      ["3 number 与第 2 行是同一套房屋"],
    ],
    ["a building without end", [["1".repeat(21), "101", "80", "张三"]], ["2 building 楼栋最多 20 个字"]],
    ["names without end", [["1", "101", "80", "张".repeat(101)]], ["2 name 业主姓名合计最多 100 个字"]],
  ])("%s", (_, rows, expected) => {
    expect(refusals(...rows)).toEqual(expected);
  });

  test("a sheet without the columns that count", () => {
    const { units, problems } = readOwners([
      ["楼栋", "房号", "业主"],
      ["1", "101", "张三"],
    ]);
    expect(units).toEqual([]);
    expect(problems).toMatchObject([
      { field: "header", level: "refused", message: expect.stringContaining("建筑面积") },
    ]);
    expect(readOwners([]).problems).toHaveLength(1);
    expect(readOwners([["房号", "面积", "业主"]]).problems[0]?.message).toContain("楼栋");
  });

  test("a line of totals is no unit, an unknown column is said, titles above the heading are passed over", () => {
    const title = ["翠湖花园业主清册"];
    const { units, problems } = readOwners([
      title,
      [...HEAD, "车牌"],
      ["1", "101", "80", "张三"],
      ["合计", "", "80", ""],
    ]);
    expect(units).toHaveLength(1);
    expect(problems).toMatchObject([
      { row: 2, level: "notice", message: "不认识“车牌”一列，没有读" },
      { row: 4, level: "notice" },
    ]);
  });

  test("more rows than an estate has", () => {
    const rows = Array.from({ length: MAX_UNITS + 1 }, (_, n) => ["1", String(n), "80", "张三"]);
    expect(() => read(...rows)).toThrow("too-large");
  });

  test("text that is to deceive or to break is taken out", () => {
    const [owner] = read(["1", "101", "80", "张\u202e三\u0000\ud800"]).owners;
    expect(owner?.name).toBe("张三");
  });
});

test("an owner of five units in two buildings is one head with all the area", () => {
  const mine = [1, 2, 3, 4, 5].map((n) => [n < 4 ? "1栋" : "2栋", `${n}01`, `80.0${n}`, "张三", "13800000001", ""]);
  const { units, owners } = read(...mine, ["2栋", "901", "100.5", "李四", "", ""]);
  expect(owners).toHaveLength(2);
  expect(totalsOf(units)).toEqual({ units: 6, owners: 2, area: 8001 + 8002 + 8003 + 8004 + 8005 + 10_050 });
  expect(totalsByBuilding(units)).toEqual([
    { building: "1栋", units: 3, owners: 1, area: 24_006 },
    { building: "2栋", units: 3, owners: 2, area: 26_059 },
  ]);
});

const anEstate = fc.uniqueArray(
  fc.record({
    building: fc.integer({ min: 1, max: 12 }),
    number: fc.integer({ min: 101, max: 140 }),
    area: fc.integer({ min: 1, max: 5_000_000 }),
    owner: fc.integer({ min: 1, max: 40 }),
  }),
  { selector: ({ building, number }) => `${building}-${number}`, maxLength: 120 },
);

test("whatever the estate: totals and buildings are the file's own, in any order of rows", () => {
  fc.assert(
    fc.property(anEstate, (estate) => {
      const decimal = (area: number) => `${Math.floor(area / 100)}.${String(area % 100).padStart(2, "0")}`;
      const rows = estate.map((unit) => {
        const phone = `138${String(unit.owner).padStart(8, "0")}`;
        return [`${unit.building}栋`, String(unit.number), decimal(unit.area), `业主${unit.owner}`, phone, ""];
      });
      const { units, problems } = read(...rows);
      expect(totalsOf(read(...[...rows].reverse()).units)).toEqual(totalsOf(units));
      expect(problems).toEqual([]);
      const sum = (some: typeof estate) => some.reduce((all, { area }) => all + BigInt(area), 0n);
      const people = (some: typeof estate) => new Set(some.map(({ owner }) => owner)).size;
      const total = totalsOf(units);
      expect([total.units, total.owners, BigInt(total.area)]).toEqual([estate.length, people(estate), sum(estate)]);
      for (const { building, ...of } of totalsByBuilding(units)) {
        const mine = estate.filter((unit) => `${unit.building}栋` === building);
        expect([of.units, of.owners, BigInt(of.area)]).toEqual([mine.length, people(mine), sum(mine)]);
      }
      const byBuilding = totalsByBuilding(units);
      expect(byBuilding.reduce((all, { area }) => all + area, 0)).toBe(total.area);
      expect(byBuilding.reduce((all, each) => all + each.units, 0)).toBe(total.units);
    }),
  );
});
