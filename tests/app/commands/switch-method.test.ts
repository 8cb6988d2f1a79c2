import { afterEach, beforeEach, expect, it } from "vitest";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { switchMethod } from "#app/commands/switch-method.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { issueForm } from "#app/queries/issue-page.ts";
import { journalOf } from "#db/journal.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

let house: TestHouse;
let lake: SeededCommunity;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
});
afterEach(() => house.close());

const CARDINAL = "three-pass-six-acts";
const lamp = { title: "路灯不亮", place: "3号楼", category: "照明" };
const offered = async () => (await issueForm(house, lake.actor)).methods.map((method) => method.id);
const acts = (id: string) => house.db.read(async (db) => (await journalOf(db, id)).map((entry) => entry.act));

it("the cardinal reading of 一提二审三通过 is delivered off, the ordinal one on", async () => {
  expect(await offered()).not.toContain(CARDINAL);
  expect(await offered()).toContain("three-pass");
  expect(await refusalOf(enterIssue(house, lake.actor, { ...lamp, method: CARDINAL }))).toMatchObject({
    word: "invalid-value",
    details: [{ field: "method" }],
  });
  await switchMethod(house, lake.actor, { id: CARDINAL, on: true });
  expect(await offered()).toContain(CARDINAL);
  await enterIssue(house, lake.actor, { ...lamp, method: CARDINAL });
  expect(await acts(CARDINAL)).toEqual(["switch-method-on"]);
});

it("a method switched off begins nothing new; what runs by it goes on", async () => {
  const { id } = await enterIssue(house, lake.actor, lamp);
  await switchMethod(house, lake.actor, { id: "roundtable", on: "off" });
  expect(await refusalOf(enterIssue(house, lake.actor, lamp))).toMatchObject({ word: "invalid-value" });
  expect((await takeStep(house, lake.actor, { issueId: id, event: "advance" })).stage).toBe("voice");
  await switchMethod(house, lake.actor, { id: "roundtable", on: "on" });
  await switchMethod(house, lake.actor, { id: "roundtable", on: "on" });
  expect(await acts("roundtable")).toEqual(["switch-method-off", "switch-method-on"]);
  await enterIssue(house, lake.actor, lamp);
});

it("is the secretary's to switch, for their own community alone", async () => {
  const clerk = { ...lake.actor, role: "clerk" as const };
  expect(await refusalOf(switchMethod(house, clerk, { id: CARDINAL, on: true }))).toMatchObject({
    word: "not-allowed",
  });
  expect(await refusalOf(switchMethod(house, lake.actor, { id: "own-of-others", on: true }))).toMatchObject({
    word: "not-found",
  });
  const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  await switchMethod(house, hill.actor, { id: CARDINAL, on: true });
  expect(await offered()).not.toContain(CARDINAL);
});
