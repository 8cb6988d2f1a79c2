import { afterEach, beforeEach, expect, it } from "vitest";
import { createOwnMethod } from "#app/commands/create-own-method.ts";
import { enterFacts } from "#app/commands/enter-facts.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { publishOwnMethod } from "#app/commands/publish-own-method.ts";
import { saveOwnMethod } from "#app/commands/save-own-method.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { skeleton } from "#app/methods/skeleton.ts";
import { issueList } from "#app/queries/issue-list.ts";
import { issuePage } from "#app/queries/issue-page.ts";
import { issueState } from "#app/queries/issue-state.ts";
import { methodFile } from "#app/queries/method-file.ts";
import { methodPage } from "#app/queries/method-page.ts";
import { draftRehearsal, rehearsalOf } from "#app/queries/rehearsal.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { exit, stage } from "#tests/app/domain/method/sample.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { WEDNESDAY } from "./room.ts";
import { publishWritten } from "./written-method.ts";

let house: TestHouse;
let lake: SeededCommunity;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
});
afterEach(() => house.close());

const words = async (works: Promise<unknown>[]) =>
  (await Promise.all(works.map(refusalOf))).map((refused) => refused?.word ?? "done");

it("are nothing to another community: not to read, keep, rehearse, copy or go by, nor the issues that go by them", async () => {
  const { actor: hill, bodyId } = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  const draft = await createOwnMethod(house, lake.actor, { name: "没写完" });
  const own = await publishWritten(house, lake.actor, { stages: skeleton("own-a", "自写").stages });
  const { id: issueId } = await enterIssue(house, lake.actor, { title: "路灯不亮", method: own.id });
  const plan = { startsAt: WEDNESDAY, title: "", recorder: "" };
  const tries: Record<string, () => Promise<unknown>> = {
    "a draft as a file": () => methodFile(house, hill, draft.id, { as: "yaml", of: "draft" }),
    "a method as a file": () => methodFile(house, hill, own.id, { as: "json", of: "published" }),
    "a draft rehearsed": () => draftRehearsal(house, hill, draft.id),
    "a method rehearsed": () => rehearsalOf(house, hill, own.id),
    "a method's page": () => methodPage(house, hill, own.id),
    "a version's page": () => methodPage(house, hill, own.id, 1),
    "a copy": () => createOwnMethod(house, hill, { name: "抄来的", from: own.id }),
    "an issue by it": () => enterIssue(house, hill, { title: "路灯不亮", method: own.id }),
    "the issue's page": () => issuePage(house, hill, issueId),
    "the issue's state": () => issueState(house, hill, issueId),
    "the issue's facts": () => enterFacts(house, hill, { issueId, facts: {} }),
    "the issue's step": () => takeStep(house, hill, { issueId, event: "advance" }),
    "the issue on an agenda": () => planMeeting(house, hill, { ...plan, body: bodyId, issues: [issueId] }),
    "a meeting of its body": () => planMeeting(house, hill, { ...plan, body: lake.bodyId }),
  };
  for (const [what, work] of Object.entries(tries)) expect((await refusalOf(work()))?.word, what).toBe("not-found");
  const filter = { state: "", stage: `${own.id}.collect`, method: own.id, category: "", text: "" } as const;
  const list = await issueList(house, hill, filter);
  expect(list.found).toBe(0);
  expect(JSON.stringify(list)).not.toContain("自写");
});

it("and their issues are changed by one of several people at once; the others are told", async () => {
  const { id } = await createOwnMethod(house, lake.actor, { name: "院坝会" });
  const seen = { id, version: 1 };
  const writing = [
    publishOwnMethod(house, lake.actor, seen),
    saveOwnMethod(house, lake.actor, { ...seen, draft: skeleton(id, "别的") }),
    publishOwnMethod(house, lake.actor, seen),
  ];
  expect(await words(writing)).toEqual(["done", "stale", "stale"]);
  const { id: issueId } = await enterIssue(house, lake.actor, { title: "路灯不亮", method: id });
  const stepping = [
    takeStep(house, lake.actor, { issueId, event: "advance", expected: 1 }),
    takeStep(house, lake.actor, { issueId, event: "withdraw", reason: "不办了", expected: 1 }),
    enterFacts(house, lake.actor, { issueId, facts: {}, expected: 1 }),
  ];
  expect(await words(stepping)).toEqual(["done", "stale", "stale"]);
});

it("that lead into each other in a ring end at the third decision, and come all the way back", async () => {
  const ends = (["passed", "failed"] as const).map((result) => stage(result, { final: true, result }));
  const exits = [exit("pass", "passed"), exit("fail", "failed")];
  const back = (["passed", "failed"] as const).map((after) => ({ ...exit(`is-${after}`, after), after }));
  const source = { kind: "default", ref: "自定" } as const;
  const into = (method: string) => ({
    stages: [stage("vote", { exits: [...exits, ...back], decisions: [{ method, label: "转", source }] }), ...ends],
  });
  const first = await publishWritten(house, lake.actor, { stages: [stage("vote", { exits }), ...ends] });
  const second = await publishWritten(house, lake.actor, into(first.id));
  const itself = await refusalOf(publishWritten(house, lake.actor, into(first.id), first));
  expect(itself?.word).toBe("invalid-value");
  // The refused draft was saved all the same.
  await publishWritten(house, lake.actor, into(second.id), { ...first, version: first.version + 1 });
  const { id: issueId } = await enterIssue(house, lake.actor, { title: "路灯不亮", method: first.id });
  const taken: string[] = [];
  for (const event of [second.id, first.id, second.id, first.id])
    taken.push((await refusalOf(takeStep(house, lake.actor, { issueId, event })))?.word ?? "done");
  expect(taken).toEqual(["done", "done", "done", "wrong-state"]);
  const after = await takeStep(house, lake.actor, { issueId, event: "pass" });
  expect(after).toMatchObject({ stage: "passed", process: { method: first.id } });
  expect(after.settledAt).not.toBeNull();
  expect((await verifyHouse(house)).mismatches).toEqual([]);
});
