import { strToU8 } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { editUnitArea, keepOwnersApart, mergeOwners, splitOwner } from "#app/commands/edit-owners.ts";
import { addRoll } from "#app/commands/edit-roll.ts";
import { discardOwners, importOwners, previewOwners, stageOwners } from "#app/commands/import-owners.ts";
import { namesakesToCheck } from "#app/domain/owners/namesakes.ts";
import type { Actor } from "#app/house.ts";
import { verifyJournal } from "#app/queries/verification.ts";
import { journalPage } from "#db/journal.ts";
import { keptApart } from "#db/stores/owners.ts";
import { ownersOf, unitsOf } from "#db/stores/unit.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { makeWorkbook } from "#tests/workbook.ts";

const HEAD = ["楼栋", "房号", "建筑面积", "业主姓名", "手机"];
const ESTATE = [
  ["1栋", "101", "80.05", "陆长河", "13900000001"],
  ["1栋", "102", "80.1", "陆长河", "13900000001"],
  ["2栋", "101", "120", "田晓月、钟立", "13900000002"],
  ["2栋", "102", "99.99", "韦国兴", ""],
  ["3栋", "101", "99.99", "韦国兴", ""],
];
const book = (rows: string[][]) => ({ name: "房屋.xlsx", bytes: makeWorkbook([HEAD, ...rows]) });

let house: TestHouse;
let seeded: SeededCommunity;
let actor: Actor;
let rollId: string;

beforeEach(async () => {
  house = openTestHouse();
  seeded = await seedCommunity(house);
  actor = seeded.actor;
  ({ id: rollId } = await addRoll(house, actor, { name: "翠湖花园业主", kind: "owners" }));
});
afterEach(() => house.close());

const owners = () => house.db.read((db) => ownersOf(db, rollId));
const units = () => house.db.read((db) => unitsOf(db, rollId));
const apart = () => house.db.read((db) => keptApart(db, rollId));
const named = async (name: string) => (await owners()).filter((owner) => owner.name === name);
const one = async (name: string) => {
  const [owner, ...more] = await named(name);
  if (!owner || more.length > 0) throw new Error(`${name} is not one person`);
  return owner;
};
const journalled = async (act: string) => {
  const entries = await house.db.read((db) => journalPage(db, actor.communityId, { limit: 100 }));
  return entries.filter((entry) => entry.act === act);
};

async function bring(rows: string[][], missing: "keep" | "remove" = "keep") {
  await stageOwners(house, actor, rollId, book(rows));
  const preview = await previewOwners(house, actor, rollId);
  if (!preview) throw new Error("nothing is staged");
  return importOwners(house, actor, rollId, { planId: preview.planId, missing });
}

describe("an import", () => {
  test("brings heads and units, one transaction, one line of figures without phones", async () => {
    expect(await bring(ESTATE)).toEqual({ added: 5, changed: 0, removed: 0, units: 5, owners: 4, area: 48_013 });
    expect((await owners()).map(({ name, unit, votingRight }) => [name, unit, votingRight])).toEqual(
      expect.arrayContaining([
        ["陆长河", "1栋101、1栋102", true],
        ["田晓月、钟立", "2栋101", true],
      ]),
    );
    const lu = await one("陆长河");
    expect((await units()).filter(({ ownerId }) => ownerId === lu.id).map(({ area }) => area)).toEqual([8005, 8010]);
    const [entry, ...more] = await journalled("import-owners");
    expect(more).toEqual([]);
    expect(entry?.data).toMatchObject({ units: 5, owners: 4, area: 48_013 });
    expect(JSON.stringify(entry)).not.toContain("139");
    expect((await verifyJournal(house)).mismatches).toEqual([]);
  });

  test("is refused as a whole while one row cannot be counted", async () => {
    await stageOwners(house, actor, rollId, book([...ESTATE, ["4栋", "101", "", "罗小曼", ""]]));
    const preview = await previewOwners(house, actor, rollId);
    const go = importOwners(house, actor, rollId, { planId: preview?.planId ?? "", missing: "keep" });
    await expect(go).rejects.toMatchObject({ word: "invalid-value" });
    expect(await units()).toEqual([]);
  });

  test("imports what was shown or nothing", async () => {
    await stageOwners(house, actor, rollId, book(ESTATE));
    const preview = await previewOwners(house, actor, rollId);
    const planId = preview?.planId ?? "";
    await importOwners(house, actor, rollId, { planId, missing: "keep" });
    await stageOwners(house, actor, rollId, book(ESTATE));
    const go = importOwners(house, actor, rollId, { planId, missing: "keep" });
    await expect(go).rejects.toMatchObject({ word: "stale" });
  });

  test("a second one shows and does what differs: areas, a sale, a phone, a unit gone", async () => {
    await bring(ESTATE);
    const lu = await one("陆长河");
    const next = [
      ["1栋", "101", "81.00", "陆长河", "13900000009"],
      ["1栋", "102", "80.1", "陆长河", "13900000009"],
      ["2栋", "101", "120", "罗小曼", "13900000003"],
      ["2栋", "102", "99.99", "韦国兴", ""],
    ];
    await stageOwners(house, actor, rollId, book(next));
    const preview = await previewOwners(house, actor, rollId);
    expect(
      preview?.plan.changed.map(({ line, areaChanges, ownerChanges }) => [line.row, areaChanges, ownerChanges]),
    ).toEqual([
      [2, true, false],
      [4, false, true],
    ]);
    expect(preview?.plan.missing.map(({ building }) => building)).toEqual(["3栋"]);
    expect(preview?.plan.phones).toEqual([{ ownerId: lu.id, phone: "13900000009" }]);
    const planId = preview?.planId ?? "";
    const done = await importOwners(house, actor, rollId, { planId, missing: "remove" });
    expect(done).toEqual({ added: 0, changed: 2, removed: 1, units: 4, owners: 3, area: 8100 + 8010 + 12_000 + 9999 });
    expect((await owners()).map(({ name }) => name).sort()).toEqual(["罗小曼", "陆长河", "韦国兴"].sort());
    expect(await one("陆长河")).toMatchObject({ id: lu.id, phone: "13900000009" });
  });

  test("waits an hour, for its own roll and its own member of staff", async () => {
    await stageOwners(house, actor, rollId, book(ESTATE));
    const other = await addRoll(house, actor, { name: "东湖花园业主", kind: "owners" });
    expect(await previewOwners(house, actor, other.id)).toBeNull();
    expect(await previewOwners(house, actor, rollId)).not.toBeNull();
    house.at(new Date(house.clock().getTime() + 61 * 60_000));
    expect(await previewOwners(house, actor, rollId)).toBeNull();
    await stageOwners(house, actor, rollId, book(ESTATE));
    await discardOwners(house, actor);
    expect(await previewOwners(house, actor, rollId)).toBeNull();
  });

  test("is for owners' rolls of one's own community alone", async () => {
    const people = await addRoll(house, actor, { name: "党员名册", kind: "people" });
    const neighbour = await seedCommunity(house, { community: "东湖社区", username: "donghu" });
    await expect(stageOwners(house, actor, people.id, book(ESTATE))).rejects.toMatchObject({ word: "not-found" });
    await expect(stageOwners(house, neighbour.actor, rollId, book(ESTATE))).rejects.toMatchObject({
      word: "not-found",
    });
    await bring(ESTATE);
    const ids = (await named("韦国兴")).map(({ id }) => id);
    await expect(mergeOwners(house, neighbour.actor, rollId, { owners: ids })).rejects.toMatchObject({
      word: "not-found",
    });
  });

  test.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "invalid-value"],
    ["no table", strToU8("\u0000\u0001\u0002"), "invalid-value"],
    ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), "invalid-value"],
    ["a broken archive", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), "invalid-value"],
    ["more than fits", new Uint8Array(5 * 1024 * 1024 + 1), "too-large"],
    [
      "too many rows",
      strToU8(`楼栋,房号,面积,业主\n${Array.from({ length: 10_050 }, (_, n) => `1,${n},80,张三`).join("\n")}`),
      "too-large",
    ],
  ])("refuses a file of %s with a sentence at the field", async (_, bytes, word) => {
    const go = stageOwners(house, actor, rollId, { name: "x.xlsx", bytes });
    await expect(go).rejects.toMatchObject({ word, details: [{ field: "file" }] });
  });

  test("a formula or a script in a name is text", async () => {
    await stageOwners(house, actor, rollId, {
      name: "a.csv",
      bytes: strToU8('楼栋,房号,面积,业主\n1,101,80,"=HYPERLINK(""http://x"")"\n1,102,80,<script>'),
    });
    const preview = await previewOwners(house, actor, rollId);
    expect(preview?.reading.owners.map(({ name }) => name)).toEqual(['=HYPERLINK("http:、x")', "<script>"]);
  });
});

describe("namesakes", () => {
  const ids = async () => (await named("韦国兴")).map(({ id }) => id);

  test("stand apart and are asked about until somebody decides; the next import keeps the decision", async () => {
    await bring(ESTATE);
    expect(namesakesToCheck(await owners(), await apart()).map(({ name }) => name)).toEqual(["韦国兴"]);
    await mergeOwners(house, actor, rollId, { owners: await ids() });
    expect(await one("韦国兴")).toMatchObject({ unit: "2栋102、3栋101" });
    expect(namesakesToCheck(await owners(), await apart())).toEqual([]);
    const again = await previewAgain();
    expect([again.plan.changed, again.plan.fresh, again.plan.missing]).toEqual([[], [], []]);
    expect(await journalled("merge-owners")).toHaveLength(1);
  });

  test("kept apart are not asked about again, until another of the name comes", async () => {
    await bring(ESTATE);
    await keepOwnersApart(house, actor, rollId, { owners: await ids() });
    expect(namesakesToCheck(await owners(), await apart())).toEqual([]);
    await bring([...ESTATE, ["5栋", "101", "70", "韦国兴", ""]]);
    expect(namesakesToCheck(await owners(), await apart())).toMatchObject([{ owners: [{}, {}, {}] }]);
  });

  test("are never merged with somebody else", async () => {
    await bring(ESTATE);
    const [lu, tian] = [await one("陆长河"), await one("田晓月、钟立")];
    await expect(mergeOwners(house, actor, rollId, { owners: [lu.id, tian.id] })).rejects.toMatchObject({
      word: "invalid-value",
    });
    await expect(mergeOwners(house, actor, rollId, { owners: [lu.id] })).rejects.toMatchObject({
      word: "invalid-value",
    });
    await expect(mergeOwners(house, actor, rollId, { owners: [lu.id, "nobody"] })).rejects.toMatchObject({
      word: "stale",
    });
  });

  test("an owner is split where the evidence was wrong, and stays split at the next import", async () => {
    await bring(ESTATE);
    const lu = await one("陆长河");
    const [first, second] = (await units()).filter(({ ownerId }) => ownerId === lu.id);
    const all = [first?.id ?? "", second?.id ?? ""];
    await expect(splitOwner(house, actor, rollId, { owner: lu.id, units: all })).rejects.toMatchObject({
      word: "invalid-value",
    });
    await expect(splitOwner(house, actor, rollId, { owner: lu.id, units: [] })).rejects.toMatchObject({
      word: "invalid-value",
    });
    await splitOwner(house, actor, rollId, { owner: lu.id, units: [second?.id ?? ""] });
    expect((await named("陆长河")).map(({ unit }) => unit).sort()).toEqual(["1栋101", "1栋102"]);
    expect(namesakesToCheck(await owners(), await apart()).map(({ name }) => name)).toEqual(["韦国兴"]);
    const again = await previewAgain();
    expect([again.plan.changed, again.plan.fresh, again.plan.phones]).toEqual([[], [], []]);
  });

  async function previewAgain() {
    await stageOwners(house, actor, rollId, book(ESTATE));
    const preview = await previewOwners(house, actor, rollId);
    if (!preview) throw new Error("nothing is staged");
    return preview;
  }
});

describe("an area", () => {
  test("is corrected to the hundredth of a square metre, journalled, and not over another's correction", async () => {
    await bring(ESTATE);
    const [unit] = await units();
    if (!unit) throw new Error("no unit");
    await editUnitArea(house, actor, rollId, { unit: unit.id, area: "80.07", was: 8005 });
    expect((await units())[0]?.area).toBe(8007);
    expect((await journalled("edit-unit-area"))[0]?.data).toMatchObject({ name: "1栋101", was: 8005, now: 8007 });
    const late = editUnitArea(house, actor, rollId, { unit: unit.id, area: "90", was: 8005 });
    await expect(late).rejects.toMatchObject({ word: "stale" });
    for (const area of ["", "0", "-1", "80.001", "八十"]) {
      const go = editUnitArea(house, actor, rollId, { unit: unit.id, area, was: 8007 });
      await expect(go).rejects.toMatchObject({ word: "invalid-value", details: [{ field: "area" }] });
    }
  });
});

test("3,000 units are read, shown and imported within a few seconds", async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => [
    `${1 + Math.floor(n / 120)}栋`,
    `${1 + Math.floor((n % 120) / 4)}0${1 + (n % 4)}`,
    `${60 + (n % 80)}.${String(n % 100).padStart(2, "0")}`,
    `业主${n % 2900}`,
    `138${String(n % 2900).padStart(8, "0")}`,
  ]);
  const began = performance.now();
  const done = await bring(rows);
  expect(done).toMatchObject({ units: 3000, owners: 2900 });
  // A guard against a step that grows with the square of the rows, not a measurement.
  expect(performance.now() - began).toBeLessThan(8000);
});
