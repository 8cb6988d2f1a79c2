import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { editPerson, removePerson } from "#app/commands/edit-person.ts";
import { discardRoll, importRoll, previewRoll, stageRoll } from "#app/commands/import-roll.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import type { Actor } from "#app/house.ts";
import { verifyJournal } from "#app/queries/verification.ts";
import { journalPage } from "#db/journal.ts";
import { attendeesOf, peopleOf } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { makeWorkbook } from "#tests/workbook.ts";

const HEAD = ["姓名", "身份", "单位或楼栋", "电话", "表决权"];
const bookOf = (...rows: string[][]) => ({ name: "名册.xlsx", bytes: makeWorkbook([HEAD, ...rows]) });
const csvOf = (text: string) => ({ name: "名册.csv", bytes: strToU8(text) });
const CAST = 12;

let house: TestHouse;
let seeded: SeededCommunity;
let actor: Actor;

beforeEach(async () => {
  house = openTestHouse();
  seeded = await seedCommunity(house);
  actor = seeded.actor;
});
afterEach(() => house.close());

const onRoll = () => house.db.read((db) => peopleOf(db, actor.communityId, null));
const journalled = async (act: string) => {
  const entries = await house.db.read((db) => journalPage(db, actor.communityId, { limit: 100 }));
  return entries.filter((entry) => entry.act === act);
};

async function preview() {
  const shown = await previewRoll(house, actor);
  if (!shown) throw new Error("nothing is staged");
  return shown;
}

describe("a preview", () => {
  test("says who is new, who changes and who stays, and imports nothing", async () => {
    const chen = ["陈建平", "楼栋长", "1号楼", "10000000001", "有"];
    const liu = ["刘桂芳", "居民代表", "2号楼", "", "有"];
    const fresh = ["罗小曼", "居民代表", "7号楼", "", "有"];
    await stageRoll(house, actor, bookOf(chen, liu, fresh, ["", "", "8号楼", "", "有"]));
    const { plan, problems, fileName } = await preview();
    expect(fileName).toBe("名册.xlsx");
    expect(plan.added.map((line) => line.name)).toEqual(["罗小曼"]);
    expect(plan.changed.map(({ person, fields }) => [person.id, fields])).toEqual([
      [seeded.people.chen.id, ["seat", "phone"]],
    ]);
    expect(plan.same.map((line) => line.name)).toEqual(["刘桂芳"]);
    expect(problems).toMatchObject([{ row: 5, field: "name", level: "refused" }]);
    expect(await onRoll()).toHaveLength(CAST);
    expect(await journalled("import-roll")).toEqual([]);
  });

  test("takes nothing away that the file does not speak of", async () => {
    await stageRoll(house, actor, csvOf("姓名,单位\n郑国强,翠湖物业服务中心\n徐静,湖滨街道办事处"));
    const { plan } = await preview();
    expect(seeded.people.manager.votingRight).toBe(false);
    expect(plan.changed).toEqual([]);
    expect(plan.same).toHaveLength(2);
  });

  test("belongs to the member of staff who uploaded, and waits no more than an hour", async () => {
    const other = await seedCommunity(house, { community: "东湖社区", username: "donghu" });
    await stageRoll(house, actor, bookOf(["罗小曼", "", "", "", "有"]));
    expect(await previewRoll(house, other.actor)).toBeNull();
    house.at(new Date(house.clock().getTime() + 59 * 60_000));
    expect(await previewRoll(house, actor)).not.toBeNull();
    house.at(new Date(house.clock().getTime() + 2 * 60_000));
    expect(await previewRoll(house, actor)).toBeNull();
    expect(readdirSync(join(house.config.dataDir, "staging"))).toEqual([]);
  });

  test("is replaced by the next upload and gone when discarded", async () => {
    await stageRoll(house, actor, bookOf(["罗小曼", "", "", "", "有"]));
    await stageRoll(house, actor, bookOf(["梁德福", "", "", "", "有"]));
    expect((await preview()).plan.added.map((line) => line.name)).toEqual(["梁德福"]);
    expect(readdirSync(join(house.config.dataDir, "staging"))).toHaveLength(1);
    await discardRoll(house, actor);
    expect(await previewRoll(house, actor)).toBeNull();
  });
});

describe("a confirmed import", () => {
  const lines = bookOf(["陈建平", "楼栋长", "1号楼", "10000000001", "无"], ["罗小曼", "居民代表", "7号楼", "", "有"]);

  test("adds and updates in one transaction, with one journal entry of counts, and planned meetings follow", async () => {
    const startsAt = new Date("2026-11-25T06:30:00Z");
    const meeting = await planMeeting(house, actor, { body: seeded.bodyId, startsAt, recorder: "" });
    house.published.length = 0;
    await stageRoll(house, actor, lines);
    const { planId } = await preview();
    expect(await importRoll(house, actor, { planId, existing: "update" })).toEqual({ added: 1, updated: 1, same: 0 });

    const chen = (await onRoll()).find((person) => person.id === seeded.people.chen.id);
    expect(chen).toMatchObject({ seat: "楼栋长", phone: "10000000001", votingRight: false, version: 2 });
    expect(await onRoll()).toHaveLength(CAST + 1);
    const attendees = await house.db.read((db) => attendeesOf(db, meeting.id));
    expect(attendees).toHaveLength(CAST + 1);
    expect(attendees.find((line) => line.personId === chen?.id)).toMatchObject({ seat: "楼栋长", votingRight: false });
    expect(house.published).toEqual([{ meetingId: meeting.id, concern: "everyone" }]);

    const [entry, ...more] = await journalled("import-roll");
    expect(more).toEqual([]);
    expect(entry?.data).toEqual({ added: 1, updated: 1, same: 0 });
    expect(JSON.stringify(entry)).not.toContain("10000000001");
    expect((await verifyJournal(house)).mismatches).toEqual([]);
    expect(existsSync(join(house.config.dataDir, "staging", `roll-${actor.staffId}.json`))).toBe(false);
  });

  test("can leave those alone who are on the roll already", async () => {
    await stageRoll(house, actor, lines);
    const { planId } = await preview();
    expect(await importRoll(house, actor, { planId, existing: "keep" })).toEqual({ added: 1, updated: 0, same: 0 });
    expect((await onRoll()).find((person) => person.name === "陈建平")?.seat).toBe("居民代表");
  });

  test("imports only what was shown: a roll that changed since is stale", async () => {
    await stageRoll(house, actor, lines);
    const { planId } = await preview();
    const { id, version } = seeded.people.chen;
    await editPerson(house, actor, {
      id,
      version,
      name: "陈建平",
      seat: "志愿者",
      unit: "1号楼",
      phone: "",
      votingRight: true,
    });
    await expect(importRoll(house, actor, { planId, existing: "update" })).rejects.toMatchObject({ word: "stale" });
    expect(await onRoll()).toHaveLength(CAST);
    const again = await preview();
    expect(again.planId).not.toBe(planId);
    await importRoll(house, actor, { planId: again.planId, existing: "update" });
    expect(await onRoll()).toHaveLength(CAST + 1);
  });

  test("cannot be sent twice", async () => {
    await stageRoll(house, actor, lines);
    const { planId } = await preview();
    await importRoll(house, actor, { planId, existing: "update" });
    await expect(importRoll(house, actor, { planId, existing: "update" })).rejects.toMatchObject({ word: "not-found" });
    expect(await onRoll()).toHaveLength(CAST + 1);
  });

  test("brings back nobody who was removed: a removed namesake is a new person", async () => {
    const { id, version } = seeded.people.chen;
    await removePerson(house, actor, { id, version });
    await stageRoll(house, actor, bookOf(["陈建平", "居民代表", "1号楼", "", "有"]));
    const { plan, planId } = await preview();
    expect(plan.added).toHaveLength(1);
    await importRoll(house, actor, { planId, existing: "update" });
    const chen = (await onRoll()).filter((person) => person.name === "陈建平");
    expect(chen.map((person) => person.id)).not.toContain(id);
    expect(chen).toHaveLength(1);
  });

  test("takes 5,000 people from reading to the roll and a planned meeting within five seconds", async () => {
    await planMeeting(house, actor, { body: seeded.bodyId, startsAt: new Date("2026-11-25T06:30:00Z"), recorder: "" });
    const rows = Array.from({ length: 5000 }, (_, i) => [`居民${i}`, "居民代表", `${i % 60}号楼`, "", "有"]);
    const file = bookOf(...rows);
    const started = performance.now();
    await stageRoll(house, actor, file);
    const { planId } = await preview();
    const result = await importRoll(house, actor, { planId, existing: "update" });
    const took = performance.now() - started;
    expect(result.added).toBe(5000);
    expect(await onRoll()).toHaveLength(CAST + 5000);
    expect(took).toBeLessThan(5000);
  });
});
