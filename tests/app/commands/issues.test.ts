import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { editIssue } from "#app/commands/edit-issue.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { journalOf } from "#db/journal.ts";
import { type Issue, issueById, issuesOf } from "#db/stores/issue.ts";
import { saveAgendaItem } from "#db/stores/meeting.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { holdMeeting } from "./meeting-day.ts";

let house: TestHouse;
let lake: SeededCommunity;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
});
afterEach(() => house.close());

const lamp = { title: "3号楼前路灯不亮", place: "3号楼前", category: "路灯照明" };
const read = async (id: string): Promise<Issue> => {
  const issue = await house.db.read((db) => issueById(db, id));
  if (!issue) throw new Error("no issue");
  return issue;
};
describe("entering issues", () => {
  it("numbers fifty that arrive together 1 to 50", async () => {
    const entered = await Promise.all(
      Array.from({ length: 50 }, (_, i) => enterIssue(house, lake.actor, { title: `问题${i}` })),
    );
    expect(entered.map((issue) => issue.number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 1),
    );
    const kept = await house.db.read((db) => issuesOf(db, lake.communityId));
    expect(kept.map((issue) => issue.number)).toEqual(Array.from({ length: 50 }, (_, i) => 50 - i));
  });

  it("numbers each community by itself", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    await enterIssue(house, lake.actor, lamp);
    expect((await enterIssue(house, hill.actor, lamp)).number).toBe(1);
  });

  it("starts today at the first stage, as what it was typed, without what must not be kept", async () => {
    const { id } = await enterIssue(house, lake.actor, { ...lamp, title: " <b>路灯</b>\u202e\u0000 🔦 " });
    const issue = await read(id);
    expect(issue).toMatchObject({
      title: "<b>路灯</b> 🔦",
      firstRaisedOn: "2026-11-23",
      stage: "collect",
      timesDiscussed: 0,
    });
  });

  it.each([
    [{ title: "   " }, "title"],
    [{ title: "长".repeat(101) }, "title"],
    [{ title: "路灯", firstRaisedOn: "2026-11-24" }, "firstRaisedOn"],
    [{ title: "路灯", firstRaisedOn: "2026-02-30" }, "firstRaisedOn"],
    [{ title: "路灯", place: "远".repeat(101) }, "place"],
  ])("refuses %j at %s and keeps nothing", async (input, field) => {
    const refusal = await refusalOf(enterIssue(house, lake.actor, input));
    expect(refusal).toMatchObject({ word: "invalid-value", details: [{ field }] });
    expect(await house.db.read((db) => issuesOf(db, lake.communityId))).toEqual([]);
  });
});

describe("editing issues", () => {
  const words = { ...lamp, detail: "", source: "", raisedBy: "", firstRaisedOn: "2026-11-20" };

  it("tells the second writer what stands now instead of overwriting it", async () => {
    const { id: issueId } = await enterIssue(house, lake.actor, lamp);
    await editIssue(house, lake.actor, { ...words, issueId, version: 1, title: "3号楼前两盏路灯不亮" });
    const second = await refusalOf(editIssue(house, lake.actor, { ...words, issueId, version: 1, place: "3号楼北侧" }));
    expect(second).toMatchObject({ word: "stale", details: { current: { title: "3号楼前两盏路灯不亮", version: 2 } } });
    expect(await read(issueId)).toMatchObject({ title: "3号楼前两盏路灯不亮", place: "3号楼前" });
  });

  it("retitles the agendas to come, not those held", async () => {
    const { id: issueId } = await enterIssue(house, lake.actor, lamp);
    const { items } = await holdMeeting(house, lake, { issues: [issueId] });
    await takeStep(house, lake.actor, { issueId, event: "postpone", reason: "物业经理没到会" });
    const next = await holdMeeting(house, lake, { issues: [issueId], day: "2026-12-02", until: "planned" });
    await editIssue(house, lake.actor, {
      ...words,
      issueId,
      version: (await read(issueId)).version,
      title: "路灯又不亮",
    });
    expect((await items()).map((item) => item.title)).toContain(lamp.title);
    expect((await next.items()).map((item) => item.title)).toContain("路灯又不亮");
  });

  it("does not know another community's issue", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const { id: issueId } = await enterIssue(house, hill.actor, lamp);
    expect(await refusalOf(editIssue(house, lake.actor, { ...words, issueId, version: 1 }))).toMatchObject({
      word: "not-found",
    });
    expect(await refusalOf(takeStep(house, lake.actor, { issueId, event: "advance" }))).toMatchObject({
      word: "not-found",
    });
    expect(await read(issueId)).toMatchObject({ version: 1, stage: "collect" });
  });
});

describe("taking steps", () => {
  it("names what the gate still lacks, and moves nothing", async () => {
    const { id: issueId } = await enterIssue(house, lake.actor, { title: "路灯" });
    const refusal = await refusalOf(takeStep(house, lake.actor, { issueId, event: "advance" }));
    expect(refusal).toMatchObject({ word: "gate-not-met", details: { unmet: [{ id: "place" }, { id: "category" }] } });
    expect(await read(issueId)).toMatchObject({ stage: "collect", version: 1 });
  });

  it("asks for a reason out of turn, and journals it", async () => {
    const { id: issueId } = await enterIssue(house, lake.actor, lamp);
    expect(await refusalOf(takeStep(house, lake.actor, { issueId, event: "reject", reason: "  " }))).toMatchObject({
      word: "invalid-value",
      details: [{ field: "reason" }],
    });
    await takeStep(house, lake.actor, { issueId, event: "reject", reason: "属市政管理，已告知 12345" });
    expect(await read(issueId)).toMatchObject({ stage: "rejected", settledAt: house.clock() });
    const [, entry] = await house.db.read((db) => journalOf(db, issueId));
    expect(entry).toMatchObject({
      act: "take-step",
      data: { event: "reject", from: "collect", to: "rejected", reason: "属市政管理，已告知 12345" },
    });
  });

  it("refuses a step from an old view", async () => {
    const { id: issueId } = await enterIssue(house, lake.actor, lamp);
    await takeStep(house, lake.actor, { issueId, event: "advance", expected: 1 });
    const second = await refusalOf(
      takeStep(house, lake.actor, { issueId, event: "reject", reason: "重复", expected: 1 }),
    );
    expect(second).toMatchObject({ word: "stale", details: { current: { stage: "voice", version: 2 } } });
  });

  it.each([
    [{ title: "别的题目" }, "title"],
    [{ unheardOf: "x" }, "unheardOf"],
    [{ deadline: "2026-02-30" }, "deadline"],
    [{ rating: "excellent" }, "rating"],
    [{ partyAgrees: true, response: "长".repeat(2001) }, "response"],
  ])("refuses the facts %j", async (facts, field) => {
    const { id: issueId } = await enterIssue(house, lake.actor, lamp);
    expect(await refusalOf(takeStep(house, lake.actor, { issueId, event: "advance", facts }))).toMatchObject({
      word: "invalid-value",
      details: [{ field }],
    });
  });

  it("counts the record's lines and the seats of the meeting, and counts the meeting once", async () => {
    const { id: issueId } = await enterIssue(house, lake.actor, lamp);
    await takeStep(house, lake.actor, { issueId, event: "advance" });
    expect(await refusalOf(takeStep(house, lake.actor, { issueId, event: "advance" }))).toMatchObject({
      word: "gate-not-met",
    });
    await holdMeeting(house, lake, { issues: [issueId], present: ["secretary", "manager", "household", "chen"] });
    const response = "本周内换灯";
    await takeStep(house, lake.actor, { issueId, event: "resolve-now", facts: { response } });
    await takeStep(house, lake.actor, { issueId, event: "advance", facts: { partyAgrees: "on" } });
    expect(await read(issueId)).toMatchObject({ stage: "settled", timesDiscussed: 1, settledAt: house.clock() });
  });

  it("does not settle what a meeting without all four seats answered", async () => {
    const { id: issueId } = await enterIssue(house, lake.actor, lamp);
    await takeStep(house, lake.actor, { issueId, event: "advance" });
    await holdMeeting(house, lake, { issues: [issueId], present: ["secretary", "household", "chen"] });
    await takeStep(house, lake.actor, { issueId, event: "resolve-now", facts: { response: "换灯" } });
    const refusal = await refusalOf(
      takeStep(house, lake.actor, { issueId, event: "advance", facts: { partyAgrees: true } }),
    );
    expect(refusal).toMatchObject({
      word: "gate-not-met",
      details: { unmet: [{ id: "seats", detail: "还缺：小区物业负责人" }] },
    });
  });

  it("hears an issue anew after it was put off: the first round's answer does not pass the second", async () => {
    const { id: issueId } = await enterIssue(house, lake.actor, lamp);
    await takeStep(house, lake.actor, { issueId, event: "advance" });
    await holdMeeting(house, lake, { issues: [issueId] });
    const facts = { response: "先看看" };
    await takeStep(house, lake.actor, { issueId, event: "resolve-now", facts });
    await takeStep(house, lake.actor, { issueId, event: "postpone", reason: "当事人没到" });
    expect(await read(issueId)).toMatchObject({ stage: "collect", facts: {}, timesDiscussed: 1 });
  });

  it("merges only into another open issue of the community", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    for (let i = 0; i < 3; i += 1) await enterIssue(house, hill.actor, lamp);
    const { id: issueId } = await enterIssue(house, lake.actor, lamp);
    await enterIssue(house, lake.actor, { title: "小区路灯整体偏暗" });
    const merge = (mergedInto: string) =>
      takeStep(house, lake.actor, { issueId, event: "merge", reason: "同一件事", facts: { mergedInto } });
    for (const wrong of ["1", "3", "x", "-1"]) {
      expect(await refusalOf(merge(wrong))).toMatchObject({
        word: "invalid-value",
        details: [{ field: "mergedInto" }],
      });
    }
    await merge("2");
    expect(await read(issueId)).toMatchObject({ stage: "merged", facts: { mergedInto: "2" } });
  });
});

describe("settling after the report back", () => {
  it("counts the seats of a later meeting that was told what became of it", async () => {
    const { id: issueId } = await enterIssue(house, lake.actor, lamp);
    await holdMeeting(house, lake, { issues: [issueId], present: ["secretary", "household", "chen"] });
    const facts = { record: "换灯", responsible: "郑国强", deadline: "2026-12-01", plan: "周五采购" };
    await takeStep(house, lake.actor, { issueId, event: "set-deadline", facts });
    await takeStep(house, lake.actor, { issueId, event: "advance", facts: { doneNote: "换好了" } });
    const settle = () => takeStep(house, lake.actor, { issueId, event: "advance", facts: { rating: "satisfied" } });
    expect(await refusalOf(settle())).toMatchObject({ word: "gate-not-met", details: { unmet: [{ id: "seats" }] } });
    const week2 = await holdMeeting(house, lake, { issues: [], day: "2026-12-02", present: ["manager"] });
    expect(await refusalOf(settle())).toMatchObject({ word: "gate-not-met" });
    const [report] = await week2.items();
    if (!report) throw new Error("no report back");
    await house.db.write((db) => saveAgendaItem(db, report.id, { state: "done" }));
    expect(await settle()).toMatchObject({ stage: "settled" });
  });
});
