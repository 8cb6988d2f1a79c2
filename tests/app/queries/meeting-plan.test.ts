import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { meetingProposal } from "#app/queries/meeting-plan.ts";
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
