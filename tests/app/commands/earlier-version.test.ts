import { afterEach, beforeEach, expect, it } from "vitest";
import { createOwnMethod } from "#app/commands/create-own-method.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { publishOwnMethod } from "#app/commands/publish-own-method.ts";
import { record } from "#app/commands/record.ts";
import { saveOwnMethod } from "#app/commands/save-own-method.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { startMethod } from "#app/domain/method/step.ts";
import { builtIn } from "#app/methods/index.ts";
import { issuePage } from "#app/queries/issue-page.ts";
import { methodPage } from "#app/queries/method-page.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { insertIssue } from "#db/stores/issue.ts";
import { ownMethodById } from "#db/stores/own-method.ts";
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

const lamp = { title: "路灯不亮", place: "3号楼", category: "照明" };

/** An issue as the first edition entered it: by version 1, with a journal that names no version. */
async function begunByVersion1(): Promise<string> {
  const method = builtIn("roundtable", 1);
  if (!method) throw new Error("version 1 is gone");
  const { since: _unknown, ...process } = startMethod(method);
  const [id, { communityId }] = [house.newId(), lake.actor];
  await house.db.write(async (db) => {
    const at = { methodId: "roundtable", process, stage: process.value, createdAt: house.clock() };
    await insertIssue(db, { id, communityId, number: 1, ...lamp, firstRaisedOn: "2026-11-20", ...at });
    await record(house, db, lake.actor, "enter-issue", id, { number: 1, ...lamp, method: "roundtable" });
  });
  return id;
}

it("an issue goes on by the version of a built-in method that it began with", async () => {
  expect(builtIn("roundtable")?.version).toBeGreaterThan(1);
  const id = await begunByVersion1();
  const page = await issuePage(house, lake.actor, id);
  expect(page.steps.map((step) => step.event)).toEqual(["advance", "reject", "merge", "withdraw"]);
  const split = { issueId: id, event: "split", reason: "两件事", facts: {} };
  expect(await refusalOf(takeStep(house, lake.actor, split))).toMatchObject({ word: "wrong-state" });
  await takeStep(house, lake.actor, { issueId: id, event: "advance" });
  const { process } = await takeStep(house, lake.actor, { issueId: id, event: "withdraw", reason: "已自行解决" });
  expect([process.version, process.value]).toEqual([1, "withdrawn"]);
  expect((await verifyHouse(house)).mismatches).toEqual([]);
});

it("a method changed under a running issue changes nothing for it, and everything for the next", async () => {
  const { id: methodId } = await createOwnMethod(house, lake.actor, { name: "湖滨圆桌", from: "roundtable" });
  const draftOf = async () => {
    const row = await house.db.read((db) => ownMethodById(db, methodId));
    if (!row) throw new Error("no draft");
    return row;
  };
  await publishOwnMethod(house, lake.actor, { id: methodId, version: (await draftOf()).version });
  const before = await enterIssue(house, lake.actor, { ...lamp, method: methodId });

  const { draft, version } = await draftOf();
  const changed = JSON.parse(JSON.stringify(draft)) as {
    stages: { id: string; name: string; exits: { label: string }[] }[];
  };
  const [collect] = changed.stages;
  if (!collect?.exits[0]) throw new Error("no first stage");
  collect.name = "先到楼下看一看";
  collect.exits[0].label = "看过了，上会";
  const saved = await saveOwnMethod(house, lake.actor, { id: methodId, version, draft: changed });
  await publishOwnMethod(house, lake.actor, { id: methodId, version: saved.version });
  const after = await enterIssue(house, lake.actor, { ...lamp, method: methodId });

  const shown = async (id: string) => {
    const { standing, steps, tracks } = await issuePage(house, lake.actor, id);
    return [tracks[0]?.version, standing.name, steps[0]?.label];
  };
  expect(await shown(before.id)).toEqual([1, "汇集问题", "上会"]);
  expect(await shown(after.id)).toEqual([2, "先到楼下看一看", "看过了，上会"]);
  expect((await methodPage(house, lake.actor, methodId, 1)).method.stages[0]?.name).toBe("汇集问题");
  for (const { id } of [before, after]) await takeStep(house, lake.actor, { issueId: id, event: "advance" });
  expect((await verifyHouse(house)).mismatches).toEqual([]);
});
