import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyPeople } from "#app/commands/copy-people.ts";
import { addBody, removeBody, restoreBody } from "#app/commands/edit-body.ts";
import { addPerson, editPerson, removePerson } from "#app/commands/edit-person.ts";
import { addRoll, removeRoll, renameRoll, restoreRoll, rollInput } from "#app/commands/edit-roll.ts";
import { importRoll, previewRoll, stageRoll, waitingFor } from "#app/commands/import-roll.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { copyPage } from "#app/queries/copy-people.ts";
import { newPersonPage, removedPage, rollPage } from "#app/queries/people.ts";
import { rollEditPage, rollList } from "#app/queries/rolls.ts";
import { rollText } from "#app/text/rolls.ts";
import { journalOf } from "#db/journal.ts";
import { rollById } from "#db/stores/further-roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { makeWorkbook } from "#tests/workbook.ts";
import { must } from "./room.ts";

import { ASSEMBLY, memberWords, PARTY, type TwoRolls, twoRolls } from "./two-rolls.ts";

/** What is done to a further roll and the people on it, and what must not be. */

let house: TestHouse;
let scene: TwoRolls;
let lake: SeededCommunity;
let members: string;
beforeEach(async () => {
  house = openTestHouse();
  scene = await twoRolls(house);
  ({ lake, members } = scene);
});
afterEach(() => house.close());

const roll = (id: string) => house.db.read(async (db) => must(await rollById(db, id)));

describe("a roll", () => {
  it("is made, renamed, taken out of use and back, each act in the journal", async () => {
    const { id } = await addRoll(house, lake.actor, { name: "志愿者", kind: "people" });
    await renameRoll(house, lake.actor, { id, version: 1, name: "志愿者名册" });
    await removeRoll(house, lake.actor, { id, version: 2, people: 0 });
    expect((await rollList(house, lake.actor)).removed.map((each) => each.name)).toEqual(["志愿者名册"]);
    await restoreRoll(house, lake.actor, { id, version: 3 });
    expect(await roll(id)).toMatchObject({ name: "志愿者名册", kind: "people", version: 4, removedAt: null });
    const entries = await house.db.read((db) => journalOf(db, id));
    expect(entries.map((entry) => entry.act)).toEqual(["add-roll", "rename-roll", "remove-roll", "restore-roll"]);
  });

  it("is not changed over somebody else's change", async () => {
    await renameRoll(house, lake.actor, { id: members, version: 1, name: "在册党员" });
    const late = { word: "stale", details: { current: { name: "在册党员", version: 2, removed: false } } };
    expect(await refusalOf(renameRoll(house, lake.actor, { id: members, version: 1, name: "党员" }))).toEqual(late);
    expect((await roll(members)).name).toBe("在册党员");
  });

  it("has a name that no other in use has, the own one included", async () => {
    const taken = { word: "invalid-value", details: [{ field: "name", message: rollText.refusals.nameTaken }] };
    for (const name of ["党员名册", rollText.own]) {
      expect(await refusalOf(addRoll(house, lake.actor, { name, kind: "owners" }))).toEqual(taken);
    }
    const { id } = await addRoll(house, lake.actor, { name: "志愿者", kind: "people" });
    expect(await refusalOf(renameRoll(house, lake.actor, { id, version: 1, name: "党员名册" }))).toEqual(taken);
    await removeRoll(house, lake.actor, { id, version: 1, people: 0 });
    await addRoll(house, lake.actor, { name: "志愿者", kind: "people" });
    expect(await refusalOf(restoreRoll(house, lake.actor, { id, version: 2 }))).toEqual(taken);
  });

  it.each([
    ["name", { name: " ", kind: "people" }],
    ["name", { name: "名".repeat(51), kind: "people" }],
    ["kind", { name: "党员", kind: "members" }],
    ["kind", { name: "党员" }],
  ])("is refused for its %s", (field, typed) => {
    const { error } = rollInput.safeParse(typed);
    expect(error?.issues.map((issue) => issue.path.join("."))).toEqual([field]);
    expect(error?.issues[0]?.message).toMatch(/[一-龥]/);
  });

  it("stays in use while a body calls it, or a planned meeting of a body out of use does", async () => {
    const remove = () => removeRoll(house, lake.actor, { id: members, version: 1, people: 4 });
    const refused = async () => JSON.stringify((await refusalOf(remove()))?.details);
    expect(await refused()).toContain("“党员大会”正在用这份名册");
    await removeBody(house, lake.actor, { id: scene.bodyId, version: 1 });
    expect(await refused()).toContain("“党员大会”正在用这份名册");
    await openMeeting(house, lake.actor, { meetingId: scene.assembly.id });
    await remove();
    expect((await roll(members)).removedAt).not.toBeNull();
    // The body cannot come back to a roll that is gone.
    const gone = await refusalOf(restoreBody(house, lake.actor, { id: scene.bodyId, version: 2 }));
    expect(gone).toMatchObject({ word: "wrong-state", details: [{ message: rollText.refusals.ofBody("党员名册") }] });
    await restoreRoll(house, lake.actor, { id: members, version: 2 });
    await restoreBody(house, lake.actor, { id: scene.bodyId, version: 2 });
    expect(await scene.onRoll(members)).toHaveLength(PARTY.length);
  });

  it("goes out of use only with as many people on it as was said", async () => {
    const { id } = await addRoll(house, lake.actor, { name: "志愿者", kind: "people" });
    await addPerson(house, lake.actor, memberWords("王志愿"), id);
    expect(await refusalOf(removeRoll(house, lake.actor, { id, version: 1, people: 0 }))).toMatchObject({
      word: "stale",
    });
    expect(await rollEditPage(house, lake.actor, id)).toMatchObject({ people: 1, bodies: [] });
    await removeRoll(house, lake.actor, { id, version: 1, people: 1 });
  });

  it("out of use takes nobody and changes nobody", async () => {
    const { id } = await addRoll(house, lake.actor, { name: "志愿者", kind: "people" });
    const person = await addPerson(house, lake.actor, memberWords("王志愿"), id);
    await removeRoll(house, lake.actor, { id, version: 1, people: 1 });
    const seen = { id: person.id, version: 1 };
    const attempts = [
      () => addPerson(house, lake.actor, memberWords("另一个"), id),
      () => editPerson(house, lake.actor, { ...memberWords("改名"), ...seen }),
      () => removePerson(house, lake.actor, seen),
      () => stageRoll(house, lake.actor, { name: "x.xlsx", bytes: makeWorkbook([["姓名"], ["张三"]]) }, id),
      () => copyPeople(house, lake.actor, { from: null, to: id, people: [lake.people.liu.id] }),
    ];
    for (const attempt of attempts) {
      expect(await refusalOf(attempt())).toMatchObject({ word: "wrong-state", details: [{ field: "roll" }] });
    }
    expect((await scene.onRoll(id)).map((each) => [each.name, each.version])).toEqual([["王志愿", 1]]);
  });

  it("of another community does not exist, whatever one tries", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const seen = { id: members, version: 1 };
    const before = await scene.onRoll(members);
    const file = { name: "x.xlsx", bytes: makeWorkbook([["姓名"], ["张三"]]) };
    const attempts = [
      () => renameRoll(house, hill.actor, { ...seen, name: "越权" }),
      () => removeRoll(house, hill.actor, { ...seen, people: 4 }),
      () => restoreRoll(house, hill.actor, seen),
      () => addPerson(house, hill.actor, memberWords("越权"), members),
      () => stageRoll(house, hill.actor, file, members),
      () => copyPeople(house, hill.actor, { from: members, to: null, people: before.map((each) => each.id) }),
      () => copyPeople(house, hill.actor, { from: null, to: members, people: [hill.people.liu.id] }),
      () => addBody(house, hill.actor, { ...ASSEMBLY, rollId: members }),
      () => rollPage(house, hill.actor, { roll: members, search: "", seat: null, page: 1 }),
      () => removedPage(house, hill.actor, members),
      () => newPersonPage(house, hill.actor, members),
      () => rollEditPage(house, hill.actor, members),
      () => copyPage(house, hill.actor, { to: members, from: null, search: "", seat: null }),
      () => copyPage(house, hill.actor, { to: null, from: members, search: "", seat: null }),
    ];
    for (const attempt of attempts) expect(await refusalOf(attempt())).toMatchObject({ word: "not-found" });
    expect(await scene.onRoll(members)).toEqual(before);
    expect(await rollList(house, hill.actor)).toMatchObject({ rolls: [{ id: null }], removed: [] });
    // Ids of people of another community under the name of one's own roll are nobody.
    const stolen = { from: null, to: null, people: before.map((each) => each.id) };
    expect((await refusalOf(copyPeople(house, hill.actor, stolen)))?.word).toBe("invalid-value");
  });
});

describe("an upload", () => {
  const file = {
    name: "名册.xlsx",
    bytes: makeWorkbook([
      ["姓名", "单位", "表决权"],
      ["罗小曼", "7号楼", "有"],
    ]),
  };

  it("waits for the roll it was chosen for: another roll neither shows it nor takes it", async () => {
    await stageRoll(house, lake.actor, file, members);
    expect(await waitingFor(house, lake.actor)).toBe(members);
    expect(await previewRoll(house, lake.actor, null)).toBeNull();
    const { planId } = must((await previewRoll(house, lake.actor, members)) ?? undefined);
    // Confirmed from the page of the other roll, it goes to neither.
    expect(await refusalOf(importRoll(house, lake.actor, { planId, existing: "update" }))).toMatchObject({
      word: "stale",
    });
    // The same file for the other roll: a confirmation of the first plan must not import into the second.
    await stageRoll(house, lake.actor, file, null);
    expect(await refusalOf(importRoll(house, lake.actor, { planId, existing: "update" }))).toMatchObject({
      word: "stale",
    });
    expect([(await scene.onRoll(members)).length, (await scene.onRoll(null)).length]).toEqual([4, 12]);
  });

  it("is refused when its roll went out of use before the confirmation", async () => {
    const { id } = await addRoll(house, lake.actor, { name: "志愿者", kind: "people" });
    await stageRoll(house, lake.actor, file, id);
    const { planId } = must((await previewRoll(house, lake.actor, id)) ?? undefined);
    await removeRoll(house, lake.actor, { id, version: 1, people: 0 });
    expect(await refusalOf(importRoll(house, lake.actor, { planId, existing: "update" }, id))).toMatchObject({
      word: "wrong-state",
    });
    expect(await scene.onRoll(id)).toEqual([]);
  });
});

describe("people chosen from another roll", () => {
  it("are copies that lead their own lives, and nobody is chosen twice", async () => {
    const { liu, wang } = lake.people;
    const both = { from: null, to: members, people: [liu.id, wang.id] };
    expect(await copyPeople(house, lake.actor, both)).toEqual({ added: 2, same: 0 });
    expect(await copyPeople(house, lake.actor, both)).toEqual({ added: 0, same: 2 });
    const page = await copyPage(house, lake.actor, { to: members, from: null, search: "", seat: "居民代表" });
    expect(
      page.people
        .filter((each) => each.there)
        .map((each) => each.name)
        .sort(),
    ).toEqual(["刘桂芳", "王志远"]);
    expect(page.missing).toHaveLength(page.matching - 2);
    const copy = must((await scene.onRoll(members)).find((each) => each.name === "刘桂芳"));
    await editPerson(house, lake.actor, { ...memberWords("刘桂芳"), seat: "支部委员", id: copy.id, version: 1 });
    expect((await scene.onRoll(null)).find((each) => each.id === liu.id)).toMatchObject({
      seat: "居民代表",
      version: 1,
    });
    const [, entry] = await house.db.read((db) => journalOf(db, members));
    expect(entry).toMatchObject({ act: "copy-people", data: { added: 2, same: 0, from: "own", onRoll: "党员名册" } });
  });

  it("are refused where nobody is chosen, from the roll itself, and onto a roll of owners", async () => {
    const owners = (await addRoll(house, lake.actor, { name: "翠湖苑业主", kind: "owners" })).id;
    const people = [lake.people.liu.id];
    const told = async (from: string | null, to: string | null, chosen: string[]) =>
      (await refusalOf(copyPeople(house, lake.actor, { from, to, people: chosen })))?.details;
    expect(await told(null, members, [])).toMatchObject([{ message: rollText.refusals.nobody }]);
    expect(await told(null, null, people)).toMatchObject([{ message: rollText.refusals.sameRoll }]);
    expect(await told(null, owners, people)).toMatchObject([{ message: rollText.refusals.owners }]);
    expect(await refusalOf(addPerson(house, lake.actor, memberWords("业主"), owners))).toMatchObject({
      word: "wrong-state",
    });
  });
});
