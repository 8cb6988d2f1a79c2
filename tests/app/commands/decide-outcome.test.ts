import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { decideOutcome, undoOutcome } from "#app/commands/decide-outcome.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import type { outcomeInput } from "#app/commands/outcome-input.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { roomText } from "#app/text/room.ts";
import { type ActionItem, actionItemsOfIssue, issueById, saveActionItem } from "#db/stores/issue.ts";
import { agendaOf } from "#db/stores/meeting.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { FOUR_SEATS, must, openRoom, type Room } from "./room.ts";

type Input = z.input<typeof outcomeInput>;
const text = roomText.outcome;

let house: TestHouse;
let room: Room;

beforeEach(() => {
  house = openTestHouse();
});
afterEach(() => house.close());

const LAMP = 2;
const task = { record: "更换路灯灯具", responsible: "郑国强", deadline: "2026-12-04", plan: "本周查线路，下周换灯" };

const ANSWERS = {
  "resolved-now": { outcome: "resolved-now", conclusion: "物业当场派人换灯", partyAgrees: true },
  timed: { outcome: "timed", tasks: [task] },
  declined: { outcome: "declined", reason: "属市政道路路灯，已转告路灯管理所" },
  "next-time": { outcome: "next-time", reason: "等电力公司到场" },
} as const;
type Name = keyof typeof ANSWERS;

async function decide(position: number, answer: object, decision = 0, actor = room.community.actor): Promise<void> {
  const { id } = await room.item(position);
  const input = { meetingId: room.meetingId, agendaItemId: id, decision, ...answer } as unknown as Input;
  return decideOutcome(house, actor, input);
}
const tasksOf = async (position: number): Promise<ActionItem[]> => {
  const { id } = await room.issue(position);
  return house.db.read((db) => actionItemsOfIssue(db, id));
};

describe("an outcome", () => {
  beforeEach(async () => {
    room = await openRoom(house);
    await room.discuss(LAMP);
  });

  it.each<[Name, string]>([
    ["resolved-now", "settled"],
    ["timed", "timed"],
    ["declined", "declined"],
    ["next-time", "collect"],
  ])("%s brings the issue to %s", async (name, stage) => {
    await decide(LAMP, ANSWERS[name]);
    expect(await room.item(LAMP)).toMatchObject({ outcome: name, state: "done", decision: 1, decidedBy: "周岚" });
    expect(await room.issue(LAMP)).toMatchObject({ stage, timesDiscussed: 1 });
    expect(await tasksOf(LAMP)).toHaveLength(name === "timed" ? 1 : 0);
    expect(await room.acts((await room.item(LAMP)).id)).toContain("decide-outcome");
  });

  it("timed becomes action items, one a task, and the issue is due with the last", async () => {
    const second = { ...task, record: "清理遮挡路灯的树枝", responsible: "何秀英", deadline: "2026-12-09" };
    await decide(LAMP, { outcome: "timed", tasks: [task, second] });
    expect(await tasksOf(LAMP)).toMatchObject([
      { number: 1, title: task.record, responsible: "郑国强", deadline: "2026-12-04", plan: task.plan, state: "open" },
      { number: 2, title: second.record, responsible: "何秀英", deadline: "2026-12-09", state: "open" },
    ]);
    expect((await room.issue(LAMP)).facts).toMatchObject({ responsible: "郑国强、何秀英", deadline: "2026-12-09" });
  });

  it.each<[Name, object, string, string]>([
    ["resolved-now", { conclusion: " " }, "conclusion", roomText.required(text.conclusion)],
    ["resolved-now", { partyAgrees: false }, "partyAgrees", text.partyRule],
    ["resolved-now", { partyAgrees: undefined }, "partyAgrees", text.partyRule],
    ["timed", { tasks: [{ ...task, record: "" }] }, "tasks.0.record", roomText.required(text.record)],
    ["timed", { tasks: [{ ...task, responsible: " " }] }, "tasks.0.responsible", roomText.required(text.responsible)],
    ["timed", { tasks: [{ ...task, deadline: "" }] }, "tasks.0.deadline", text.deadlineMissing],
    ["timed", { tasks: [{ ...task, deadline: "2026-02-30" }] }, "tasks.0.deadline", "请选择时限的日期。"],
    ["timed", { tasks: [{ ...task, plan: "" }] }, "tasks.0.plan", roomText.required(text.plan)],
    ["timed", { tasks: [task, { ...task, plan: "" }] }, "tasks.1.plan", roomText.required(text.plan)],
    ["timed", { tasks: [] }, "tasks", text.taskRule],
    ["declined", { reason: "" }, "reason", roomText.required(text.declineReason)],
    ["next-time", { reason: "" }, "reason", roomText.required(text.nextTimeReason)],
  ])("%s with %o names %s", async (name, lacking, field, message) => {
    const refused = await refusalOf(decide(LAMP, { ...ANSWERS[name], ...lacking }));
    expect(refused?.details).toEqual([{ field, message }]);
    expect(["invalid-value", "missing-deadline"]).toContain(refused?.word);
    expect(await room.item(LAMP)).toMatchObject({ outcome: null, decision: 0 });
    expect(await room.issue(LAMP)).toMatchObject({ stage: "voice" });
    expect(await tasksOf(LAMP)).toEqual([]);
  });

  it("timed without all four names all four, and calls it missing-deadline when only that is missing", async () => {
    const empty = { record: "", responsible: "", deadline: "", plan: "" };
    const all = await refusalOf(decide(LAMP, { outcome: "timed", tasks: [empty] }));
    expect(all?.word).toBe("invalid-value");
    expect((all as { details: { field: string }[] }).details.map(({ field }) => field).sort()).toEqual(
      ["record", "responsible", "deadline", "plan"].map((name) => `tasks.0.${name}`).sort(),
    );
    const one = await refusalOf(decide(LAMP, { outcome: "timed", tasks: [{ ...task, deadline: "" }] }));
    expect(one?.word).toBe("missing-deadline");
  });

  it.each([
    ["2026-11-24", "时限不能早于 2026-11-25"],
    ["2027-03-01", "时限最晚到 2027-01-25（最长 60 日）"],
  ])("a deadline on %s is refused at its task", async (deadline, message) => {
    const refused = await refusalOf(decide(LAMP, { outcome: "timed", tasks: [task, { ...task, deadline }] }));
    expect(refused).toMatchObject({ word: "invalid-value", details: [{ field: "tasks.1.deadline", message }] });
    expect(await tasksOf(LAMP)).toEqual([]);
  });

  it("may be due today", async () => {
    await decide(LAMP, { outcome: "timed", tasks: [{ ...task, deadline: "2026-11-25" }] });
    expect(await tasksOf(LAMP)).toMatchObject([{ deadline: "2026-11-25" }]);
  });

  it("is not taken for the report back, for an item never called, or for another community's meeting", async () => {
    expect(await refusalOf(decide(1, ANSWERS.declined))).toMatchObject({ word: "wrong-state" });
    expect(await refusalOf(decide(3, ANSWERS.declined))).toMatchObject({
      word: "wrong-state",
      details: [{ message: roomText.refusals.notCalled }],
    });
    const other = await seedCommunity(house, { community: "邻里社区", username: "other" });
    expect(await refusalOf(decide(LAMP, ANSWERS.declined, 0, other.actor))).toMatchObject({ word: "not-found" });
  });

  it("waits for the poll on the same item", async () => {
    const { people, actor } = room.community;
    for (const { id } of Object.values(people)) {
      await markAttendance(house, actor, { meetingId: room.meetingId, personId: id, present: true });
    }
    const agendaItemId = (await room.item(LAMP)).id;
    const ask = { question: "是否换灯？", mode: "named", ruleId: "resident-representatives" } as const;
    await openPoll(house, actor, { meetingId: room.meetingId, agendaItemId, ...ask });
    expect(await refusalOf(decide(LAMP, ANSWERS.timed))).toMatchObject({ word: "poll-open" });
  });

  it("decided by two desks: the second is told what stands and by whom, and overwrites nothing", async () => {
    await decide(LAMP, ANSWERS.timed);
    const second = { ...room.community.actor, name: "李敏" };
    const refused = await refusalOf(decide(LAMP, ANSWERS.declined, 0, second));
    expect(refused).toMatchObject({
      word: "stale",
      details: { current: { outcome: "timed", decision: 1, by: "周岚" } },
    });
    expect(await room.item(LAMP)).toMatchObject({ outcome: "timed", decision: 1 });
    await decide(LAMP, ANSWERS.declined, 1, second);
    expect(await room.item(LAMP)).toMatchObject({ outcome: "declined", decision: 2, decidedBy: "李敏" });
  });

  it("is not made stale by the clock of the item", async () => {
    await room.discuss(3);
    await decide(LAMP, ANSWERS.timed);
    expect(await room.item(LAMP)).toMatchObject({ outcome: "timed", state: "done", resumedAt: null });
    expect(await room.item(3)).toMatchObject({ state: "current" });
  });
});

it("nothing was said: the gate says what is missing, and nothing is saved", async () => {
  room = await openRoom(house);
  const line = await room.discuss(LAMP);
  await house.db.write((db) => db.delete(db.tables.speech));
  const refused = await refusalOf(decide(LAMP, ANSWERS.timed));
  expect(refused).toMatchObject({ word: "gate-not-met", details: { unmet: [{ id: "statements" }] } });
  expect(await room.item(LAMP)).toMatchObject({ outcome: null, state: "current", version: line.version });
});

it("one of the four seats is empty: solved on the spot, but not struck off", async () => {
  room = await openRoom(house, { present: FOUR_SEATS.filter((member) => member !== "manager") });
  await room.discuss(LAMP);
  await decide(LAMP, ANSWERS["resolved-now"]);
  expect(await room.issue(LAMP)).toMatchObject({ stage: "on-the-spot", settledAt: null });
});

describe("taking an outcome back", () => {
  beforeEach(async () => {
    room = await openRoom(house);
    await room.discuss(LAMP);
  });
  const undo = async (decision: number) => {
    const { id } = await room.item(LAMP);
    return undoOutcome(house, room.community.actor, { meetingId: room.meetingId, agendaItemId: id, decision });
  };

  it.each<Name>(["resolved-now", "timed", "declined", "next-time"])("%s leaves the issue as it was", async (name) => {
    const before = await room.issue(LAMP);
    await decide(LAMP, ANSWERS[name]);
    expect(await room.issue(LAMP)).not.toMatchObject({ stage: before.stage });
    await undo(1);
    const { version, ...restored } = await room.issue(LAMP);
    const { version: then, ...was } = before;
    expect(restored).toEqual(was);
    expect(version).toBeGreaterThan(then);
    expect(await tasksOf(LAMP)).toEqual([]);
    const empty = { outcome: null, conclusion: "", reason: "", before: null, decision: 2 };
    expect(await room.item(LAMP)).toMatchObject({ ...empty, state: "current" });
    expect((await room.item(LAMP)).resumedAt).not.toBeNull();
  });

  const names = Object.keys(ANSWERS) as Name[];
  it.each(names.flatMap((from) => names.map((to): [Name, Name] => [from, to])))(
    "%s can become %s",
    async (from, to) => {
      await decide(LAMP, ANSWERS[to]);
      const straight = await room.issue(LAMP);
      await undo(1);
      await decide(LAMP, ANSWERS[from], 2);
      await decide(LAMP, ANSWERS[to], 3);
      expect((await room.issue(LAMP)).process).toEqual(straight.process);
      expect((await room.issue(LAMP)).facts).toEqual(straight.facts);
      expect(await tasksOf(LAMP)).toHaveLength(to === "timed" ? 1 : 0);
    },
  );

  it("is refused once an action item has moved on", async () => {
    await decide(LAMP, ANSWERS.timed);
    const [item] = await tasksOf(LAMP);
    await house.db.write((db) => saveActionItem(db, must(item).id, { deadline: "2026-12-10" }));
    expect(await refusalOf(undo(1))).toMatchObject({ details: [{ message: roomText.refusals.taskMovedOn }] });
    expect(await tasksOf(LAMP)).toMatchObject([{ deadline: "2026-12-10" }]);
  });

  it("is refused once the issue has moved on", async () => {
    await decide(LAMP, ANSWERS.timed);
    const { id: issueId } = await room.issue(LAMP);
    await takeStep(house, room.community.actor, {
      issueId,
      event: "advance",
      reason: "",
      facts: { doneNote: "灯已换" },
    });
    expect(await refusalOf(undo(1))).toMatchObject({ details: [{ message: roomText.refusals.movedOn }] });
    expect(await room.issue(LAMP)).toMatchObject({ stage: "feedback" });
  });

  it("by a desk that saw an older outcome is stale; of nothing it changes nothing", async () => {
    await undo(0);
    expect(await room.item(LAMP)).toMatchObject({ decision: 0, state: "current" });
    await decide(LAMP, ANSWERS.timed);
    expect(await refusalOf(undo(0))).toMatchObject({ word: "stale" });
  });
});

it("leaves an issue where it is that its method puts off only to a named day", async () => {
  const { actor, bodyId } = await seedCommunity(house);
  const issue = { title: "南门充电棚", place: "南门", category: "停车", method: "seven-steps" };
  const { id: issueId } = await enterIssue(house, actor, issue);
  const advance = (facts: Record<string, unknown>) => takeStep(house, actor, { issueId, event: "advance", facts });
  await advance({ opinions: 1, ground: "安全类，一户即可" });
  await advance({ branchAgrees: true, legal: true, oneMatter: true });
  const plan = { cost: "无", inCharge: "物业", timeNeeded: "一个月", affected: "全体", knownObjections: "没有" };
  expect(await advance({ ...plan, options: ["划线", "建棚"] })).toMatchObject({ stage: "notice" });
  const planned = { body: bodyId, startsAt: house.clock(), title: "", recorder: "", issues: [issueId] };
  const { id: meetingId } = await planMeeting(house, actor, planned);
  await openMeeting(house, actor, { meetingId });
  await closeMeeting(house, actor, { meetingId, pending: "all" });
  const [, item] = await house.db.read((db) => agendaOf(db, meetingId));
  expect(item).toMatchObject({ outcome: "next-time" });
  expect(await house.db.read((db) => issueById(db, issueId))).toMatchObject({ stage: "notice" });
});
