import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { finishActionItem, moveDeadline, returnActionItem, undoFinish } from "#app/commands/update-action-item.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { actionItemList } from "#app/queries/action-item-list.ts";
import { reportBack } from "#app/queries/report-back.ts";
import { type ActionItem, actionItemById, actionItemsOfIssue, issueById } from "#db/stores/issue.ts";
import { meetingById } from "#db/stores/meeting.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { holdMeeting } from "./meeting-day.ts";

let house: TestHouse;
let lake: SeededCommunity;
let issueId: string;
let item: ActionItem;
const work = { record: "换三盏路灯", responsible: "郑国强", deadline: "2026-11-30", plan: "周五前采购，周一安装" };

const issue = async () => house.db.read((db) => issueById(db, issueId));
const reread = async (id = item.id) => {
  const found = await house.db.read((db) => actionItemById(db, id));
  if (!found) throw new Error("no action item");
  return found;
};
const itemOf = async (id: string) => {
  const [found] = await house.db.read((db) => actionItemsOfIssue(db, id));
  if (!found) throw new Error("no action item");
  return found;
};
const reported = async (meetingId: string) => {
  const meeting = await house.db.read((db) => meetingById(db, meetingId));
  if (!meeting) throw new Error("no meeting");
  return house.db.read((db) => reportBack(house, db, meeting));
};

async function newIssue(title: string): Promise<string> {
  return (await enterIssue(house, lake.actor, { title, place: "3号楼前", category: "路灯照明" })).id;
}

beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  issueId = await newIssue("路灯不亮");
  await holdMeeting(house, lake, { issues: [issueId] });
  await takeStep(house, lake.actor, { issueId, event: "set-deadline", facts: work });
  item = await itemOf(issueId);
});
afterEach(() => house.close());

const offered = async () => (await actionItemList(house, lake.actor, "all")).lines[0];

describe("action items and their issue", () => {
  it("come from the four elements", () => {
    expect(item).toMatchObject({
      number: 1,
      title: "换三盏路灯",
      responsible: "郑国强",
      deadline: "2026-11-30",
      state: "open",
    });
  });

  it("done: the issue goes on in the same transaction", async () => {
    await finishActionItem(house, lake.actor, { id: item.id, version: 1, note: "三盏都已换好" });
    expect(await reread()).toMatchObject({ state: "done", resultNote: "三盏都已换好", doneAt: house.clock() });
    expect(await issue()).toMatchObject({ stage: "feedback", facts: { doneNote: "三盏都已换好" } });
  });

  it("refuse to be done without a note", async () => {
    const wrong = await refusalOf(finishActionItem(house, lake.actor, { id: item.id, version: 1, note: " " }));
    expect(wrong).toMatchObject({ word: "invalid-value", details: [{ field: "note" }] });
    expect(await issue()).toMatchObject({ stage: "timed" });
  });

  it("done by mistake: taken back with the step, and nothing counts as sent back", async () => {
    await finishActionItem(house, lake.actor, { id: item.id, version: 1, note: "点错了" });
    await undoFinish(house, lake.actor, { id: item.id, version: 2 });
    expect(await reread()).toMatchObject({ state: "open", resultNote: "", doneAt: null });
    const now = await issue();
    expect(now).toMatchObject({ stage: "timed", process: { context: { counts: { returned: 0 } } } });
    expect(now?.facts).not.toHaveProperty("doneNote");
    await finishActionItem(house, lake.actor, { id: item.id, version: 3, note: "真的换好了" });
    expect(await issue()).toMatchObject({ stage: "feedback", facts: { doneNote: "真的换好了" } });
  });

  it("sent back once with a reason, not twice", async () => {
    const done = async () =>
      finishActionItem(house, lake.actor, { id: item.id, version: (await reread()).version, note: "换了" });
    await done();
    expect(await offered()).toMatchObject({ canUndo: true, canReturn: true });
    await returnActionItem(house, lake.actor, { id: item.id, version: 2, reason: "还有一盏不亮" });
    expect(await reread()).toMatchObject({ state: "open" });
    expect(await issue()).toMatchObject({ stage: "timed", process: { context: { counts: { returned: 1 } } } });
    await done();
    // What the page offers is what the command would take.
    expect(await offered()).toMatchObject({ canUndo: true, canReturn: false });
    const again = returnActionItem(house, lake.actor, {
      id: item.id,
      version: (await reread()).version,
      reason: "又不亮",
    });
    expect(await refusalOf(again)).toMatchObject({ word: "gate-not-met", details: { unmet: [{ id: "returned" }] } });
    expect(await reread()).toMatchObject({ state: "done" });
  });

  it("follow when the issue's own page moves it", async () => {
    await takeStep(house, lake.actor, { issueId, event: "advance", facts: { doneNote: "已换好" } });
    expect(await reread()).toMatchObject({ state: "done", resultNote: "已换好" });
    await takeStep(house, lake.actor, { issueId, event: "return", reason: "还有一盏不亮" });
    expect(await reread()).toMatchObject({ state: "open" });
    await takeStep(house, lake.actor, { issueId, event: "escalate", reason: "线路属供电公司" });
    expect(await reread()).toMatchObject({ state: "cancelled", resultNote: "线路属供电公司" });
  });

  it("tell the second writer what stands now", async () => {
    await finishActionItem(house, lake.actor, { id: item.id, version: 1, note: "换好了" });
    const second = await refusalOf(
      moveDeadline(house, lake.actor, { id: item.id, version: 1, deadline: "2026-12-10", reason: "缺货" }),
    );
    expect(second).toMatchObject({
      word: "stale",
      details: { current: { state: "done", resultNote: "换好了", version: 2 } },
    });
  });

  it("are not another community's", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const theirs = await refusalOf(finishActionItem(house, hill.actor, { id: item.id, version: 1, note: "换好了" }));
    expect(theirs).toMatchObject({ word: "not-found" });
    expect(await actionItemList(house, hill.actor, "all")).toMatchObject({ lines: [] });
  });
});

describe("moving a deadline", () => {
  const move = (deadline: string, reason = "灯具缺货") =>
    moveDeadline(house, lake.actor, { id: item.id, version: item.version, deadline, reason });

  it.each([
    ["2026-11-30", "灯具缺货", "deadline"],
    ["2026-11-29", "灯具缺货", "deadline"],
    ["2026-02-30", "灯具缺货", "deadline"],
    ["2027-03-31", "灯具缺货", "deadline"],
    ["2026-12-10", "", "reason"],
  ])("to %s because of “%s” is refused at %s", async (deadline, reason, field) => {
    expect(await refusalOf(move(deadline, reason))).toMatchObject({ word: "invalid-value", details: [{ field }] });
    expect(await reread()).toMatchObject({ deadline: "2026-11-30", version: 1 });
  });

  it("moves the issue's own with it", async () => {
    await move("2026-12-10");
    expect(await reread()).toMatchObject({ deadline: "2026-12-10", version: 2 });
    expect(await issue()).toMatchObject({ facts: { deadline: "2026-12-10" } });
  });
});

describe("上周议定事项落实情况", () => {
  it("has nothing to report at the first meeting", async () => {
    const other = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const first = await holdMeeting(house, other, { issues: [], day: "2026-12-02", until: "planned" });
    expect(await reported(first.id)).toEqual({ last: null, lines: [], done: 0, open: 0, overdue: 0 });
  });

  it("reports what was open when the last meeting closed, as it stood at this one", async () => {
    const second = await newIssue("车位被占");
    const week2 = await holdMeeting(house, lake, { issues: [second], day: "2026-12-02" });
    await takeStep(house, lake.actor, {
      issueId: second,
      event: "set-deadline",
      facts: { ...work, deadline: "2026-12-08" },
    });
    // Assigned after the second meeting closed, hence reported at the third only, like what stayed open.
    const later = await itemOf(second);
    expect((await reported(week2.id)).lines).toMatchObject([
      { number: 1, overdue: true, overdueDays: 2, state: "open" },
    ]);

    house.at(atTime("2026-12-04", "10:00"));
    await finishActionItem(house, lake.actor, { id: item.id, version: 1, note: "换好了" });
    const week3 = await holdMeeting(house, lake, { issues: [], day: "2026-12-09", until: "open" });
    const third = await reported(week3.id);
    expect(third).toMatchObject({ last: { code: week2.code }, done: 1, open: 1, overdue: 1 });
    expect(third.lines).toMatchObject([
      { number: 1, state: "done", doneOn: "2026-12-04", late: true, overdue: false, issueTitle: "路灯不亮" },
      { number: later.number, state: "open", overdue: true, overdueDays: 1 },
    ]);
    // What the second meeting was told stays what it was told.
    expect((await reported(week2.id)).lines).toMatchObject([
      { number: 1, state: "open", overdue: true, resultNote: "" },
    ]);
  });

  it("forgets what was finished before the last meeting closed", async () => {
    house.at(atTime("2026-11-27", "10:00"));
    await finishActionItem(house, lake.actor, { id: item.id, version: 1, note: "换好了" });
    await holdMeeting(house, lake, { issues: [], day: "2026-12-02" });
    const week3 = await holdMeeting(house, lake, { issues: [], day: "2026-12-09", until: "planned" });
    expect((await reported(week3.id)).lines).toEqual([]);
  });
});

describe("a room in session", () => {
  it("is told when a promise it reports on is kept elsewhere", async () => {
    const week2 = await holdMeeting(house, lake, { issues: [], day: "2026-12-02", until: "open" });
    const version = async () => (await house.db.read((db) => meetingById(db, week2.id)))?.version ?? 0;
    const before = await version();
    house.published.length = 0;
    await finishActionItem(house, lake.actor, { id: item.id, version: 1, note: "换好了" });
    expect(house.published).toEqual([{ meetingId: week2.id, concern: "room" }]);
    expect(await version()).toBeGreaterThan(before);
  });
});
