import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enterFacts } from "#app/commands/enter-facts.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { removeOwnMethod } from "#app/commands/remove-own-method.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { finishActionItem, undoFinish } from "#app/commands/update-action-item.ts";
import type { Facts } from "#app/domain/method/definition.ts";
import type { Actor } from "#app/house.ts";
import { FOUR_ELEMENTS, SPLIT } from "#app/methods/parts.ts";
import { issuePage } from "#app/queries/issue-page.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { actionItemsOfIssue, type Issue, issueById, issuesOf } from "#db/stores/issue.ts";
import { exit, line, stage } from "#tests/app/domain/method/sample.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { publishWritten, type Written } from "./written-method.ts";

/** What secretaries may write that no built-in method has: issues by it must never stand before a page or a step that fails. */

const source = { kind: "default", ref: "自定" } as const;
const ended = (id: string, result?: "passed" | "failed") => stage(id, { final: true, ...(result ? { result } : {}) });
const back = (passed: string, failed: string) => [
  { event: "back-passed", label: "通过了", to: passed, after: "passed" as const },
  { event: "back-failed", label: "没通过", to: failed, after: "failed" as const },
];

let house: TestHouse;
let actor: Actor;
beforeEach(async () => {
  house = openTestHouse();
  actor = (await seedCommunity(house)).actor;
});
afterEach(() => house.close());

const begin = async (method: Written, title = "路灯不亮") =>
  (await enterIssue(house, actor, { title, method: method.id })).id;
const step = (issueId: string, event: string, facts: Facts = {}, reason = "") =>
  takeStep(house, actor, { issueId, event, facts, reason });
const page = (id: string) => issuePage(house, actor, id);
const now = async (id: string) => (await house.db.read((db) => issueById(db, id))) as Issue;
const tasks = (id: string) => house.db.read((db) => actionItemsOfIssue(db, id));
const titles = async () =>
  (await house.db.read((db) => issuesOf(db, actor.communityId))).map((issue) => issue.title).reverse();
const sound = async () => expect((await verifyHouse(house)).mismatches).toEqual([]);

/** A method whose first stage may go on into this decision. */
const leadingTo = (decision: Written) => ({
  stages: [
    stage("talk", {
      exits: [exit("advance", "done"), ...back("done", "done")],
      decisions: [{ method: decision.id, label: "提交表决", source }],
    }),
    ended("done"),
  ],
});
const vote = {
  stages: [
    stage("vote", { exits: [exit("pass", "passed"), exit("fail", "failed")] }),
    ended("passed", "passed"),
    ended("failed", "failed"),
  ],
};

describe("a decision that went out of use", () => {
  it("leaves the pages of issues that could go on into it, and says that it is gone", async () => {
    const decision = await publishWritten(house, actor, vote);
    const method = await publishWritten(house, actor, leadingTo(decision));
    const issue = await begin(method);
    // The next version knows the decision no more, so that it may go; the issue keeps the version it began with.
    await publishWritten(
      house,
      actor,
      { stages: [stage("talk", { exits: [exit("advance", "done")] }), ended("done")] },
      method,
    );
    await removeOwnMethod(house, actor, decision);
    const { steps } = await page(issue);
    const into = steps.find((each) => each.kind === "decision");
    expect(into?.blocked.map((each) => each.text)).toEqual([expect.stringMatching(/[一-龥]/)]);
    expect((await refusalOf(step(issue, decision.id)))?.word).toBe("not-found");
    expect((await step(issue, "advance")).stage).toBe("done");
  });
});

describe("a method that went out of use", () => {
  it("still lets its issues be split", async () => {
    const method = await publishWritten(house, actor, {
      stages: [
        stage("talk", { exits: [exit("advance", "done")], exceptions: [{ ...SPLIT }] }),
        ended("done"),
        ended("split-up"),
      ],
    });
    const issue = await begin(method);
    await removeOwnMethod(house, actor, method);
    await step(issue, "split", { splitInto: ["换灯泡", "修灯杆"] }, "两件事");
    expect(await titles()).toEqual(["路灯不亮", "换灯泡", "修灯杆"]);
    await sound();
  });
});

describe("what a step leaves behind", () => {
  it("is entered too where it was written down before the step", async () => {
    const method = await publishWritten(house, actor, {
      stages: [
        stage("talk", { exits: [exit("advance", "done")], exceptions: [{ ...SPLIT }] }),
        ended("done"),
        ended("split-up"),
      ],
    });
    const issue = await begin(method);
    await enterFacts(house, actor, { issueId: issue, facts: { splitInto: ["换灯泡", "修灯杆"] } });
    expect(await titles()).toEqual(["路灯不亮"]);
    await step(issue, "split", {}, "两件事");
    expect(await titles()).toEqual(["路灯不亮", "换灯泡", "修灯杆"]);
  });

  it("is entered by the step that asks for it alone", async () => {
    const findings = line("findings", "patrolFindings", { op: "lists", least: 1 });
    const method = await publishWritten(house, actor, {
      stages: [
        stage("talk", { exits: [exit("advance", "walk"), exit("again", "talk")] }),
        stage("walk", { exits: [exit("advance", "done", [findings])] }),
        ended("done"),
      ],
    });
    const issue = await begin(method);
    await step(issue, "again", { patrolFindings: ["井盖破损"] });
    await step(issue, "advance");
    expect(await titles()).toEqual(["路灯不亮"]);
    await step(issue, "advance");
    expect(await titles()).toEqual(["路灯不亮", "井盖破损"]);
  });
});

describe("work", () => {
  const elements = { record: "换灯", responsible: "郑国强", deadline: "2026-12-04", plan: "先查线路" };

  it("that no line asks to describe can be reported back, and sent back without a reason", async () => {
    const method = await publishWritten(house, actor, {
      stages: [
        stage("sort", { exits: [exit("advance", "work", FOUR_ELEMENTS)] }),
        stage("work", { kind: "execute", exits: [exit("advance", "told")] }),
        stage("told", { kind: "feedback", exits: [exit("advance", "done"), exit("redo", "work")] }),
        ended("done"),
      ],
    });
    const issue = await begin(method);
    await step(issue, "advance", elements);
    expect((await step(issue, "advance")).stage).toBe("told");
    expect(await tasks(issue)).toMatchObject([{ state: "done", resultNote: expect.stringMatching(/./) }]);
    expect((await step(issue, "redo")).stage).toBe("work");
    expect(await tasks(issue)).toMatchObject([{ state: "open" }]);
    await sound();
  });

  it("is taken back to the stage that it was reported from, where two report to the same one", async () => {
    const method = await publishWritten(house, actor, {
      stages: [
        stage("sort", { exits: [exit("advance", "first", FOUR_ELEMENTS)] }),
        stage("first", { kind: "execute", exits: [exit("advance", "told"), exit("on", "second")] }),
        stage("second", { kind: "execute", exits: [exit("advance", "told")] }),
        stage("told", { kind: "feedback", exits: [exit("advance", "done")] }),
        ended("done"),
      ],
    });
    const issue = await begin(method);
    await step(issue, "advance", elements);
    await step(issue, "on");
    const [task] = await tasks(issue);
    await finishActionItem(house, actor, { id: task?.id ?? "", version: task?.version ?? 0, note: "已换灯" });
    expect((await now(issue)).stage).toBe("told");
    const [done] = await tasks(issue);
    await undoFinish(house, actor, { id: done?.id ?? "", version: done?.version ?? 0 });
    expect((await now(issue)).stage).toBe("second");
    await sound();
  });

  it("is taken back from under reviews, to where its own reviews were handed in", async () => {
    const review = (id: string) => ({
      id,
      name: id,
      who: "",
      gate: [line(id, `${id}Note`, { op: "present" })],
      source,
    });
    const method = await publishWritten(house, actor, {
      stages: [
        stage("sort", { exits: [exit("advance", "work", FOUR_ELEMENTS)] }),
        stage("work", {
          kind: "execute",
          exits: [exit("advance", "told", [line("done-note", "doneNote", { op: "present" })])],
          branches: [review("cost"), review("law")],
        }),
        stage("told", {
          kind: "feedback",
          exits: [exit("advance", "done")],
          branches: [review("house"), review("street")],
        }),
        ended("done"),
      ],
    });
    const issue = await begin(method);
    await step(issue, "advance", elements);
    await step(issue, "cost", { costNote: "够" });
    await step(issue, "law", { lawNote: "合法" });
    const [task] = await tasks(issue);
    await finishActionItem(house, actor, { id: task?.id ?? "", version: 1, note: "已换灯" });
    expect(await now(issue)).toMatchObject({ stage: "told" });
    await undoFinish(house, actor, { id: task?.id ?? "", version: 2 });
    expect(await now(issue)).toMatchObject({ stage: "work", process: { branches: { cost: "done", law: "done" } } });
    await sound();
    expect((await page(issue)).steps.map((each) => each.event)).toEqual(["advance"]);
    expect((await step(issue, "advance", { doneNote: "这回真换了" })).stage).toBe("told");
    await sound();
  });

  it.each(["2099-12-31", "2026-11-20"])(
    "is not given a last day of %s that was entered before the step",
    async (deadline) => {
      const words = { title: "路灯不亮", place: "3号楼", category: "照明", method: "order-service" };
      const { id } = await enterIssue(house, actor, words);
      await step(id, "advance");
      await enterFacts(house, actor, { issueId: id, facts: { ...elements, deadline } });
      const refused = await refusalOf(step(id, "advance", { term: "15 日" }));
      expect(refused).toMatchObject({ word: "invalid-value", details: [{ field: "deadline" }] });
      expect(await tasks(id)).toEqual([]);
    },
  );
});
