import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FileRefusal, importOwnMethod, MAX_METHOD_FILE_BYTES } from "#app/commands/import-own-method.ts";
import { readMethodText } from "#app/commands/method-file/read.ts";
import { publishOwnMethod } from "#app/commands/publish-own-method.ts";
import type { Actor } from "#app/house.ts";
import { METHODS } from "#app/methods/index.ts";
import { skeleton } from "#app/methods/skeleton.ts";
import { methodFile, methodYaml } from "#app/queries/method-file.ts";
import { ownMethodById, ownMethodsOf } from "#db/stores/own-method.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

/** A whole method as a file: each bad file below is this one with some lines changed. */
const GOOD = methodYaml(skeleton("yard", "院坝会"));
/** The number of the line that begins like this (after its indentation), the `nth` of them. */
function lineOf(source: string, beginning: string, nth = 1): number {
  const found = source.split("\n").flatMap((line, index) => (line.trim().startsWith(beginning) ? [index + 1] : []));
  const line = found[nth - 1];
  if (line === undefined) throw new Error(`no line ${nth} that begins with ${beginning}`);
  return line;
}
/** The good file with the first line that begins like this replaced, its indentation kept. */
const replacing = (beginning: string, by: string, nth = 1) =>
  GOOD.split("\n")
    .map((line, index) => (index + 1 === lineOf(GOOD, beginning, nth) ? line.replace(/\S.*$/, by) : line))
    .join("\n");
const faultsOf = (source: string) => readMethodText(source).faults.map(({ line, message }) => ({ line, message }));

describe("a file that is as it should be", () => {
  it.each(METHODS.map((method) => [method.name, method] as const))("%s comes back word for word", (_, method) => {
    expect(readMethodText(methodYaml(method))).toEqual({ method, faults: [] });
    expect(readMethodText(JSON.stringify(method, null, "\t"))).toEqual({ method, faults: [] });
    expect(readMethodText(JSON.stringify(method))).toEqual({ method, faults: [] });
  });

  it("may come from an editor of Windows, with its mark and line ends", () => {
    expect(readMethodText(`\ufeff${GOOD.replaceAll("\n", "\r\n")}`)).toEqual({
      method: skeleton("yard", "院坝会"),
      faults: [],
    });
  });

  it("may fold long texts over several lines", () => {
    const { method, faults } = readMethodText(replacing("summary:", "summary: >-\n  先提出议题，\n  再开会商议。"));
    expect({ summary: method?.summary, faults }).toEqual({ summary: "先提出议题， 再开会商议。", faults: [] });
  });
});

/** What is wrong, the file, and for each fault its line and a piece of its reason. */
const BAD: [string, string, [line: number, reason: RegExp][]][] = [
  ["no method at all", "院坝会", [[1, /名称: 值/]]],
  ["a list", "- a\n- b\n", [[1, /名称: 值/]]],
  ["a line that is out of step", replacing("version:", " version: 1"), [[lineOf(GOOD, "name:"), /缩进/]]],
  ["a tab for indentation", "id: a\nstages:\n\t- id: b\n", [[3, /制表符/]]],
  ["an open quotation mark", 'id: "yard\nname: 院坝会\n', [[3, /引号/]]],
  ["an open bracket", '{"id": "yard", "stages": [', [[1, /括号/]]],
  ["two documents", `${GOOD}---\nid: second\n`, [[GOOD.split("\n").length, /一份/]]],
  [
    "a name twice",
    replacing("version:", "name: 又一个"),
    [
      [lineOf(GOOD, "id:"), /缺少“version”/],
      [lineOf(GOOD, "version:"), /写了两次/],
    ],
  ],
  [
    "a cycle",
    "id: a\nstages: &all\n  - *all\n",
    [
      [2, /&/],
      [3, /\*/],
    ],
  ],
  [
    "a billion laughs",
    [
      "a: &a [x, x]",
      ...[..."bcdefgh"].map((name, index) => `${name}: &${name} [*${"abcdefg"[index]}, *${"abcdefg"[index]}]`),
    ].join("\n"),
    [
      [1, /&/],
      ...[2, 3, 4, 5, 6, 7, 8].flatMap((line): [number, RegExp][] => [
        [line, /&/],
        [line, /\*/],
      ]),
    ],
  ],
  [
    "a merge",
    replacing("version:", "<<: {version: 1}"),
    [
      [lineOf(GOOD, "id:"), /缺少“version”/],
      [lineOf(GOOD, "version:"), /<</],
    ],
  ],
  ["a function", replacing("version:", 'version: !!js/function "function () {}"'), [[lineOf(GOOD, "version:"), /!/]]],
  ["a tag of its own", replacing("version:", "version: !evil 1"), [[lineOf(GOOD, "version:"), /!/]]],
  ["a tag known to YAML", replacing("version:", "version: !!int 1"), [[lineOf(GOOD, "version:"), /!/]]],
  ["a directive", `%YAML 1.1\n---\n${GOOD}`, [[1, /%/]]],
  ["a number for a text", replacing("name:", "name: 5"), [[lineOf(GOOD, "name:"), /“name”要填文字，这里是数/]]],
  ["a text for a number", replacing("version:", "version: 一"), [[lineOf(GOOD, "version:"), /“version”要填/]]],
  ["half a version", replacing("version:", "version: 1.5"), [[lineOf(GOOD, "version:"), /“version”/]]],
  ["a list for a text", replacing("summary:", "summary: [a]"), [[lineOf(GOOD, "summary:"), /这里是一份清单/]]],
  ["a family nobody knows", replacing("family:", "family: magic"), [[lineOf(GOOD, "family:"), /deliberation/]]],
  ["a field nobody knows", replacing("status:", "onload: alert(1)"), [[lineOf(GOOD, "status:"), /没有“onload”/]]],
  [
    "a field nobody knows in a test",
    replacing("op:", "op: present").replace(/^( *)op: present$/m, "$1op: present\n$1also: 1"),
    [[lineOf(GOOD, "op:") + 1, /没有“also”/]],
  ],
  ["a name that is no text", replacing("status:", "5: x"), [[lineOf(GOOD, "status:"), /冒号左边/]]],
  ["a prototype", replacing("status:", "__proto__: {polluted: true}"), [[lineOf(GOOD, "status:"), /冒号左边/]]],
  [
    "script text",
    replacing("summary:", "summary: 你好<script>alert(1)</script>"),
    [[lineOf(GOOD, "summary:"), /网页代码/]],
  ],
  [
    "a tag in a stage's name",
    replacing("name: 开会商议", 'name: "<img src=x>"'),
    [[lineOf(GOOD, "name: 开会商议"), /网页代码/]],
  ],
  ["a control character", replacing("summary:", 'summary: "先\\u0007议"'), [[lineOf(GOOD, "summary:"), /控制字符/]]],
  ["a text turned round", replacing("summary:", "summary: 先\u202e议"), [[lineOf(GOOD, "summary:"), /控制字符/]]],
  [
    "a way to nowhere",
    replacing("to: settled", "to: nowhere"),
    [
      [lineOf(GOOD, "to: settled"), /nowhere/],
      [lineOf(GOOD, "- id: settled"), /走不到/],
    ],
  ],
  ["a stage that nothing leads to", replacing("to: talk", "to: settled"), [[lineOf(GOOD, "- id: talk"), /走不到/]]],
  [
    "several things at once",
    replacing("name:", "name: 5").replace("family: deliberation", "family: magic").replace("to: settled", "to: 8"),
    [
      [lineOf(GOOD, "name:"), /文字/],
      [lineOf(GOOD, "family:"), /只能是/],
      [lineOf(GOOD, "to: settled"), /文字/],
    ],
  ],
];

describe("a file with", () => {
  it.each(BAD)("%s names each line and its reason", (_, source, expected) => {
    const faults = faultsOf(source);
    expect(faults.map(({ line }) => line)).toEqual(expected.map(([line]) => line));
    for (const [index, [, reason]] of expected.entries()) expect(faults[index]?.message).toMatch(reason);
  });

  it("1,000 stages says how many there may be, at the line where they begin", () => {
    const stage = (id: string) =>
      `  - {id: ${id}, name: 终点, kind: final, who: "", gate: [], exits: [], documents: [], exceptions: []}\n`;
    const many = Array.from({ length: 1000 }, (_, index) => stage(`s${index}`)).join("");
    const source = GOOD.replace("  - id: settled", `${many}  - id: settled`);
    const { method, faults } = readMethodText(source);
    expect(method).toBeNull();
    expect(faults).toEqual([
      { line: lineOf(GOOD, "stages:"), column: 1, text: "stages:", message: "“stages”最多 40 项，这里有 1004 项" },
    ]);
  });

  it("a long line shows the beginning of it", () => {
    const [fault] = readMethodText(replacing("name:", `name: ${"长".repeat(500)}`)).faults;
    expect(fault).toMatchObject({ line: lineOf(GOOD, "name:"), column: 7 });
    expect(fault?.text.length).toBeLessThan(110);
  });
});

/** Files that end the process or hold it up where they are read without care (each tried: stack or minutes). */
const HOSTILE: [string, string][] = [
  ["brackets", "[".repeat(250_000)],
  ["closed brackets", "[".repeat(5000) + "]".repeat(5000)],
  ["brackets behind a control character", `- {${"\u001f[".repeat(5000)}`],
  ["braces", "{a: ".repeat(100_000)],
  ["lists in one line", "- ".repeat(250_000)],
  ["question marks", "? ".repeat(100_000)],
  ["colons", "a: ".repeat(100_000)],
  ["steps", Array.from({ length: 900 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ["names", Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join("\n")],
  ["commas", `[${",".repeat(400_000)}]`],
  ["anchors", `a: ${"&a ".repeat(100_000)}`],
  ["exclamation marks", `a: ${"!".repeat(400_000)}`],
  ["quotation marks", '"'.repeat(400_000)],
  ["aliases", `a: [${"*b,".repeat(150_000)}]`],
  ["documents", "---\n".repeat(100_000)],
  ["line ends", `a: "${"\n".repeat(400_000)}"`],
];

it.each(HOSTILE)("a file of nothing but %s is refused at once", (_, source) => {
  const begun = performance.now();
  const { method, faults } = readMethodText(source);
  expect(method).toBeNull();
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.length).toBeLessThanOrEqual(500);
  expect(performance.now() - begun).toBeLessThan(3000);
});

describe("importing", () => {
  let house: TestHouse;
  let lake: SeededCommunity;
  let actor: Actor;
  beforeEach(async () => {
    house = openTestHouse();
    lake = await seedCommunity(house);
    actor = lake.actor;
  });
  afterEach(() => house.close());

  const bytesOf = (source: string) => new TextEncoder().encode(source);
  const stored = () => house.db.read((db) => ownMethodsOf(db, lake.communityId));

  it("makes a draft under our own id that can be published, and remembers what it was exported from", async () => {
    for (const as of ["yaml", "json"] as const) {
      const { content } = await methodFile(house, actor, "roundtable", { as, of: "published" });
      const { id, faults } = await importOwnMethod(house, actor, { bytes: bytesOf(content) });
      expect(faults).toEqual([]);
      const row = await house.db.read((db) => ownMethodById(db, id));
      expect(row).toMatchObject({ name: "圆桌会议", basedOn: "roundtable@2", draft: { id, version: 1 } });
      expect(await publishOwnMethod(house, actor, { id, version: 1 })).toMatchObject({ published: 1 });
      const again = await methodFile(house, actor, id, { as, of: "published" });
      expect(readMethodText(again.content).method).toEqual(row?.draft);
    }
  });

  it("stores nothing of a file with faults, unless it has the shape of a method and the person wants it as a draft", async () => {
    const faulty = bytesOf(replacing("to: settled", "to: nowhere"));
    const refused = await refusalOf(importOwnMethod(house, actor, { bytes: faulty }));
    expect(refused?.word).toBe("invalid-value");
    expect(refused?.details as FileRefusal).toMatchObject([{ field: "file", line: lineOf(GOOD, "to: settled") }, {}]);
    for (const [what, source] of BAD.filter(([name]) => !/nowhere|nothing leads/.test(name))) {
      const kept = await refusalOf(importOwnMethod(house, actor, { bytes: bytesOf(source), keepFaulty: true }));
      expect(kept?.word, what).toBe("invalid-value");
    }
    expect(await stored()).toEqual([]);
    const { faults } = await importOwnMethod(house, actor, { bytes: faulty, keepFaulty: true });
    expect(faults.length).toBeGreaterThan(0);
    expect(await stored()).toMatchObject([{ name: "院坝会", published: null }]);
  });

  it.each<[string, Uint8Array, string]>([
    ["too large a file", new Uint8Array(MAX_METHOD_FILE_BYTES + 1).fill(35), "too-large"],
    ["an empty file", new Uint8Array(), "invalid-value"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]), "invalid-value"],
    ["a text of another encoding", new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xc3, 0xfb]), "invalid-value"],
  ])("refuses %s", async (_, bytes, word) => {
    const refused = await refusalOf(importOwnMethod(house, actor, { bytes }));
    expect(refused).toMatchObject({ word, details: [{ field: "file", message: expect.stringMatching(/[一-龥]/) }] });
    expect(await stored()).toEqual([]);
  });

  it("is the secretary's alone", async () => {
    const refused = await refusalOf(importOwnMethod(house, { ...actor, role: "clerk" }, { bytes: bytesOf(GOOD) }));
    expect(refused?.word).toBe("not-allowed");
  });

  it("exports nobody else's method", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const { id } = await importOwnMethod(house, actor, { bytes: bytesOf(GOOD) });
    for (const of of ["published", "draft"] as const) {
      const refused = await refusalOf(methodFile(house, hill.actor, id, { as: "yaml", of }));
      expect(refused?.word).toBe("not-found");
    }
  });
});
