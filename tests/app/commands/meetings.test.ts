import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addToAgenda, moveOnAgenda, orderAgenda, removeFromAgenda } from "#app/commands/arrange-agenda.ts";
import { editMeeting } from "#app/commands/edit-meeting.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { codeOf } from "#app/commands/meeting-code.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { takeStep } from "#app/commands/take-step.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { agendaEdition, meetingEdition } from "#app/domain/edition.ts";
import { agendaOf, meetingById, saveAgendaItem } from "#db/stores/meeting.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { holdMeeting } from "./meeting-day.ts";

let house: TestHouse;
let lake: SeededCommunity;
let issues: string[];
const WEDNESDAY = atTime("2026-11-25", "14:30");

beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  issues = [];
  for (const title of ["车位被占", "路灯不亮", "绿地被占"]) {
    const where = { place: "3号楼前", category: "其他" };
    issues.push((await enterIssue(house, lake.actor, { title, ...where })).id);
  }
});
afterEach(() => house.close());

const plan = (ids = issues) => planMeeting(house, lake.actor, { body: lake.bodyId, startsAt: WEDNESDAY, issues: ids });
const agenda = (id: string) => house.db.read((db) => agendaOf(db, id));
const titles = async (id: string) => (await agenda(id)).map((item) => `${item.position} ${item.title}`);
const REPORT = "1 上周议定事项落实情况";

describe("meeting codes", () => {
  it("are 8 clear signs spread over the whole alphabet", () => {
    const codes = Array.from({ length: 2000 }, (_, i) => codeOf(`id${i}`));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    for (let place = 0; place < 8; place += 1) {
      expect(new Set(codes.map((code) => code[place])).size).toBe(32);
    }
  });
});

describe("planning a meeting", () => {
  it("puts the report back first, then the issues in the order asked, and takes the roll along", async () => {
    const [a, b, c] = issues as [string, string, string];
    const { id } = await plan([c, a, b]);
    expect(await titles(id)).toEqual([REPORT, "2 绿地被占", "3 车位被占", "4 路灯不亮"]);
    const roll = await house.db.read((db) => attendeesOf(db, id));
    expect(roll).toHaveLength(12);
    expect(roll.every((line) => line.presentAt === null && line.tokenId !== "")).toBe(true);
  });

  it("plans a day once: again, even at the same moment, shows what is there", async () => {
    const [first, second] = await Promise.all([plan(), plan([])]);
    expect(second).toEqual({ ...first, existing: true });
    expect(await titles(first.id)).toHaveLength(4);
  });

  it("plans another of the day where a program says so", async () => {
    const first = await plan([]);
    const input = { body: "相约星期三", startsAt: WEDNESDAY };
    const second = await planMeeting(house, lake.actor, input, { sameDay: "another" });
    expect(second.existing).toBe(false);
    expect(second.code).not.toBe(first.code);
  });

  it("refuses what cannot be discussed, and plans nothing", async () => {
    const [a, b] = issues as [string, string];
    await takeStep(house, lake.actor, { issueId: a, event: "withdraw", reason: "已挪走" });
    expect(await refusalOf(plan([a]))).toMatchObject({ word: "invalid-value", details: [{ field: "issues" }] });
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const theirs = await enterIssue(house, hill.actor, { title: "井盖坏了" });
    expect(await refusalOf(plan([b, theirs.id]))).toMatchObject({ word: "not-found" });
    const inTheirBody = planMeeting(house, lake.actor, { body: hill.bodyId, startsAt: WEDNESDAY });
    expect(await refusalOf(inTheirBody)).toMatchObject({ word: "not-found" });
    expect((await plan([b])).existing).toBe(false);
  });

  it("keeps an issue on one agenda to come", async () => {
    await plan();
    const next = { body: lake.bodyId, startsAt: atTime("2026-12-02", "14:30") };
    const twice = await refusalOf(planMeeting(house, lake.actor, { ...next, issues: issues.slice(0, 1) }));
    expect(twice).toMatchObject({ word: "invalid-value", details: [{ message: expect.stringContaining("11月25日") }] });
  });

  it("takes an issue off the agenda to come once it is withdrawn", async () => {
    const { id } = await plan();
    await takeStep(house, lake.actor, { issueId: issues[0] ?? "", event: "withdraw", reason: "已挪走" });
    expect(await titles(id)).toEqual([REPORT, "2 路灯不亮", "3 绿地被占"]);
    expect(house.published).toContainEqual({ meetingId: id, concern: "room" });
  });
});

describe("changing the plan", () => {
  const words = {
    title: "相约星期三议事会",
    day: "2026-11-25",
    time: "15:00",
    place: "议事厅",
    chair: "周岚",
    recorder: "",
  };
  const seen = async (id: string) => {
    const meeting = await house.db.read((db) => meetingById(db, id));
    if (!meeting) throw new Error("no meeting");
    return meetingEdition(meeting);
  };

  it("is stale after another's change, not after a check-in", async () => {
    const { id } = await plan([]);
    const edition = await seen(id);
    await addToAgenda(house, lake.actor, { meetingId: id, issues });
    await editMeeting(house, lake.actor, { meetingId: id, edition, ...words });
    const second = await refusalOf(editMeeting(house, lake.actor, { meetingId: id, edition, ...words, place: "亭子" }));
    expect(second).toMatchObject({ word: "stale", details: { current: { startsAt: atTime("2026-11-25", "15:00") } } });
  });

  it.each([
    [{ day: "2026-11-22" }, "day"],
    [{ day: "2026-12-02" }, "day"],
    [{ day: "2026-11-31" }, "day"],
    [{ time: "24:00" }, "time"],
    [{ title: " " }, "title"],
  ])("refuses %j", async (change, field) => {
    await planMeeting(house, lake.actor, { body: lake.bodyId, startsAt: atTime("2026-12-02", "09:00") });
    const { id } = await plan([]);
    const input = { meetingId: id, edition: await seen(id), ...words, ...change };
    expect(await refusalOf(editMeeting(house, lake.actor, input))).toMatchObject({
      word: "invalid-value",
      details: [{ field }],
    });
  });

  it("leaves the time of a meeting in session, and everything of one that is over", async () => {
    const open = await holdMeeting(house, lake, { issues: [], until: "open" });
    const input = { meetingId: open.id, edition: await seen(open.id), ...words };
    expect(await refusalOf(editMeeting(house, lake.actor, input))).toMatchObject({ details: [{ field: "day" }] });
    await editMeeting(house, lake.actor, { ...input, time: "14:30", chair: "何秀英" });
    const over = await holdMeeting(house, lake, { issues: [], day: "2026-12-02" });
    const late = { meetingId: over.id, edition: await seen(over.id), ...words };
    expect(await refusalOf(editMeeting(house, lake.actor, late))).toMatchObject({ word: "wrong-state" });
    expect(await refusalOf(addToAgenda(house, lake.actor, { meetingId: over.id, issues }))).toMatchObject({
      word: "wrong-state",
    });
  });
});

describe("arranging the agenda", () => {
  const ids = async (id: string) => (await agenda(id)).map((item) => item.id);

  it("takes an order whole, and tells the second of two who saw the same", async () => {
    const { id: meetingId } = await plan();
    const edition = agendaEdition(await agenda(meetingId));
    const [report, a, b, c] = (await ids(meetingId)) as [string, string, string, string];
    await orderAgenda(house, lake.actor, { meetingId, edition, order: [report, c, a, b] });
    expect(await titles(meetingId)).toEqual([REPORT, "2 绿地被占", "3 车位被占", "4 路灯不亮"]);
    const second = await refusalOf(orderAgenda(house, lake.actor, { meetingId, edition, order: [report, b, a, c] }));
    expect(second).toMatchObject({
      word: "stale",
      details: { current: [{ id: report }, { id: c }, { id: a }, { id: b }] },
    });
    expect(await ids(meetingId)).toEqual([report, c, a, b]);
  });

  it("sees no conflict where the second wants what is there already", async () => {
    const { id: meetingId } = await plan();
    const edition = agendaEdition(await agenda(meetingId));
    const [report, a, b, c] = (await ids(meetingId)) as [string, string, string, string];
    const order = { meetingId, edition, order: [report, b, a, c] };
    await orderAgenda(house, lake.actor, order);
    await orderAgenda(house, lake.actor, order);
    expect(await ids(meetingId)).toEqual(order.order);
  });

  it("keeps the report back first, whatever is asked", async () => {
    const { id: meetingId } = await plan();
    const edition = agendaEdition(await agenda(meetingId));
    const [report, a, b, c] = (await ids(meetingId)) as [string, string, string, string];
    const wrong = await refusalOf(orderAgenda(house, lake.actor, { meetingId, edition, order: [a, report, b, c] }));
    expect(wrong).toMatchObject({ word: "wrong-state" });
    await moveOnAgenda(house, lake.actor, { meetingId, edition, itemId: a, by: -1 });
    await moveOnAgenda(house, lake.actor, { meetingId, edition, itemId: report, by: 1 });
    expect(await ids(meetingId)).toEqual([report, a, b, c]);
    expect(await refusalOf(removeFromAgenda(house, lake.actor, { meetingId, itemId: report }))).toMatchObject({
      word: "wrong-state",
    });
  });

  it("in session moves only what waits, around what was called", async () => {
    const { id: meetingId } = await plan();
    const [report, a, b, c] = (await ids(meetingId)) as [string, string, string, string];
    await house.db.write((db) => saveAgendaItem(db, b, { state: "current" }));
    const edition = agendaEdition(await agenda(meetingId));
    await moveOnAgenda(house, lake.actor, { meetingId, edition, itemId: a, by: 1 });
    expect(await ids(meetingId)).toEqual([report, c, b, a]);
    const current = (await agenda(meetingId)).find((item) => item.id === b);
    expect(current?.version).toBe(2);
    expect(await refusalOf(removeFromAgenda(house, lake.actor, { meetingId, itemId: b }))).toMatchObject({
      word: "wrong-state",
    });
  });

  it("closes the gap after a removal, and tells who removes it again", async () => {
    const { id: meetingId } = await plan();
    const [, a] = (await ids(meetingId)) as [string, string];
    await removeFromAgenda(house, lake.actor, { meetingId, itemId: a });
    expect(await titles(meetingId)).toEqual([REPORT, "2 路灯不亮", "3 绿地被占"]);
    expect(await refusalOf(removeFromAgenda(house, lake.actor, { meetingId, itemId: a }))).toMatchObject({
      word: "stale",
    });
    await addToAgenda(house, lake.actor, { meetingId, issues: issues.slice(0, 1) });
    expect(await titles(meetingId)).toContain("4 车位被占");
    const again = await refusalOf(addToAgenda(house, lake.actor, { meetingId, issues: issues.slice(0, 1) }));
    expect(again).toMatchObject({ word: "invalid-value" });
  });

  it("does not know another community's agenda, nor its items", async () => {
    const { id: meetingId } = await plan();
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const [, itemId] = (await ids(meetingId)) as [string, string];
    expect(await refusalOf(removeFromAgenda(house, hill.actor, { meetingId, itemId }))).toMatchObject({
      word: "not-found",
    });
    const theirs = await planMeeting(house, hill.actor, { body: hill.bodyId, startsAt: WEDNESDAY });
    await refusalOf(removeFromAgenda(house, hill.actor, { meetingId: theirs.id, itemId }));
    expect(await titles(meetingId)).toHaveLength(4);
  });
});
