import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addBody, type BodyWords } from "#app/commands/edit-body.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { meetingProposal } from "#app/queries/meeting-plan.ts";
import { agendaOf } from "#db/stores/meeting.ts";
import { holdMeeting } from "#tests/app/commands/meeting-day.ts";
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

const propose = (asked = {}) => meetingProposal(house, lake.actor, asked);

describe("the proposed day", () => {
  it.each([
    ["2026-11-23", "09:00", "2026-11-25", []],
    ["2026-11-25", "09:00", "2026-11-25", []],
    ["2026-11-25", "14:31", "2026-12-02", []],
    // National Day 2026: 1 to 7 October off.
    ["2026-10-05", "09:00", "2026-10-14", ["2026-10-07"]],
  ])("on %s %s is %s", async (day, clock, proposed, skipped) => {
    house.at(atTime(day, clock));
    const proposal = await propose();
    expect(proposal).toMatchObject({ day: proposed, time: "14:30", chair: "周岚", existing: null });
    expect(proposal.skipped.map((each) => each.day)).toEqual(skipped);
    if (skipped.length > 0) expect(proposal.skipped[0]?.holiday).toBe("国庆节");
  });

  it("shows what is planned for it, and the one after", async () => {
    const { code } = await planMeeting(house, lake.actor, {
      body: lake.bodyId,
      startsAt: atTime("2026-11-25", "09:00"),
    });
    expect(await propose()).toMatchObject({ day: "2026-11-25", existing: { code }, following: "2026-12-02" });
  });

  it("is a week later once the body has met that day", async () => {
    await holdMeeting(house, lake, { issues: [] });
    house.at(atTime("2026-11-25", "08:00"));
    expect(await propose()).toMatchObject({ day: "2026-12-02", existing: null });
  });

  it("may be asked for, but not in the past", async () => {
    expect(await propose({ day: "2026-11-27" })).toMatchObject({ day: "2026-11-27" });
    expect(await propose({ day: "2026-11-20" })).toMatchObject({ day: "2026-11-25" });
    expect(await propose({ day: "2026-02-30" })).toMatchObject({ day: "2026-11-25" });
  });

  it("does not know another community's body", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    expect(await refusalOf(propose({ body: hill.bodyId }))).toMatchObject({ word: "not-found" });
  });
});

describe("with several bodies", () => {
  const tenth = {
    name: "翠湖小区议事日",
    methodId: "estate-day",
    schedule: { every: "month", day: 10, onHoliday: "keep" },
    startTime: "19:00",
    place: "小区广场",
    ruleId: "present-majority",
    rollId: null,
  } as const;
  const add = (words: Partial<BodyWords> = {}) => addBody(house, lake.actor, { ...tenth, ...words });

  it("proposes the one that meets next and has nothing planned, and any other that is asked for", async () => {
    const { id } = await add();
    expect(await propose()).toMatchObject({ body: { name: "相约星期三" }, day: "2026-11-25" });
    expect(await propose({ body: id })).toMatchObject({ day: "2026-12-10", time: "19:00", following: "2027-01-10" });
    await planMeeting(house, lake.actor, { body: lake.bodyId, startsAt: atTime("2026-11-25", "14:30") });
    expect(await propose()).toMatchObject({ body: { id }, day: "2026-12-10", existing: null });
    await planMeeting(house, lake.actor, { body: id, startsAt: atTime("2026-12-10", "19:00") });
    expect(await propose()).toMatchObject({ body: { name: "相约星期三" }, existing: { title: "相约星期三议事会" } });
    expect((await propose()).bodies.map((each) => each.name).sort()).toEqual(["相约星期三", "翠湖小区议事日"].sort());
  });

  it("names the holiday that moved the day, and says when a year's days off are not arranged yet", async () => {
    const schedule = { every: "month-weekday", nth: 1, weekday: 5, onHoliday: "next-working-day" } as const;
    const { id } = await add({ schedule });
    house.at(atTime("2026-09-28", "09:00"));
    const moved = { day: "2026-10-08", skipped: [{ day: "2026-10-02", holiday: "国庆节" }], unarranged: false };
    expect(await propose({ body: id })).toMatchObject(moved);
    house.at(atTime("2026-12-28", "09:00"));
    expect(await propose({ body: id })).toMatchObject({ day: "2027-01-04", unarranged: true });
  });

  it("proposes three days' notice, on a working day, where a body meets whenever it is called", async () => {
    const { id } = await add({ schedule: { every: "none" } });
    expect(await propose({ body: id })).toMatchObject({ day: "2026-11-26", skipped: [], following: null });
    house.at(atTime("2026-11-26", "09:00"));
    // Three days later is a Sunday.
    expect(await propose({ body: id })).toMatchObject({ day: "2026-11-30" });
    expect((await propose()).body.name).toBe("相约星期三");
  });

  it("keeps a holiday where the body does, and says that it is one", async () => {
    const { id } = await add({ schedule: { every: "month", day: 1, onHoliday: "keep" } });
    house.at(atTime("2026-12-30", "09:00"));
    expect(await propose({ body: id })).toMatchObject({ day: "2027-01-01", holiday: "元旦", skipped: [] });
  });

  it("names the first item by how often the body meets", async () => {
    const { id } = await add();
    const { id: meetingId } = await planMeeting(house, lake.actor, {
      body: id,
      startsAt: atTime("2026-12-10", "19:00"),
    });
    const agenda = await house.db.read((db) => agendaOf(db, meetingId));
    expect(agenda.map((item) => item.title)).toEqual(["上月议定事项落实情况"]);
  });

  it("knows which of the issues that wait run by the body's own method", async () => {
    const { id } = await add({ methodId: "wednesday" });
    const issue = await enterIssue(house, lake.actor, { title: "路灯不亮", place: "东门", category: "其他" });
    const known = async (body: string) => {
      const { candidates, ofMethod } = await propose({ body });
      return { all: candidates.map((each) => each.id), own: ofMethod };
    };
    expect(await known(id)).toEqual({ all: [issue.id], own: [] });
    expect(await known(lake.bodyId)).toEqual({ all: [issue.id], own: [issue.id] });
  });
});

describe("the proposed issues", () => {
  it("are those that wait: discussed before first, then the oldest; none that is planned, worked on or settled", async () => {
    const enter = async (title: string, firstRaisedOn: string) =>
      (await enterIssue(house, lake.actor, { title, firstRaisedOn, place: "东门", category: "其他" })).id;
    await enter("新的", "2026-11-20");
    const before = await enter("议过一次的", "2026-11-22");
    await enter("旧的", "2026-09-01");
    const worked = await enter("在办的", "2026-09-01");
    const withdrawn = await enter("撤回的", "2026-09-01");
    const planned = await enter("已列入的", "2026-09-01");
    await holdMeeting(house, lake, { issues: [before, worked] });
    await takeStep(house, lake.actor, { issueId: before, event: "postpone", reason: "当事人没到" });
    const facts = { record: "换灯", responsible: "郑国强", deadline: "2026-12-01", plan: "采购" };
    await takeStep(house, lake.actor, { issueId: worked, event: "set-deadline", facts });
    await takeStep(house, lake.actor, { issueId: withdrawn, event: "withdraw", reason: "已解决" });
    await holdMeeting(house, lake, { issues: [planned], day: "2026-12-02", until: "planned" });
    expect((await propose()).candidates.map((issue) => issue.title)).toEqual(["议过一次的", "旧的", "新的"]);
  });
});
