import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { decideOutcome } from "#app/commands/decide-outcome.ts";
import { editBody } from "#app/commands/edit-body.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { reportDone, reportProgress } from "#app/commands/report-in-room.ts";
import { moveDeadline } from "#app/commands/update-action-item.ts";
import { requireMethod } from "#app/methods/index.ts";
import { meetingRoom } from "#app/queries/meeting-room.ts";
import { journalOf } from "#db/journal.ts";
import { bodyById } from "#db/stores/meeting.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { must, openRoom, type Room, WEDNESDAY } from "./room.ts";

const NOTE = "灯已订货，下周三到货。";
let house: TestHouse;
let room: Room;
let meetingId: string;
let code: string;

/** Last Wednesday two promises were made; this Wednesday's meeting is in session. */
async function nextMeeting(methodId: string) {
  house = openTestHouse();
  room = await openRoom(house);
  const { actor, bodyId } = room.community;
  const { id } = await room.discuss(2);
  const task = { record: "更换路灯灯具", responsible: "郑国强", deadline: "2026-12-03", plan: "查线路，换灯" };
  const tasks = [task, { ...task, record: "修剪遮灯的树枝" }];
  await decideOutcome(house, actor, {
    meetingId: room.meetingId,
    agendaItemId: id,
    outcome: "timed",
    decision: 0,
    tasks,
  });
  await closeMeeting(house, actor, { meetingId: room.meetingId, pending: "all" });
  const body = must(await house.db.read((db) => bodyById(db, bodyId)));
  await editBody(house, actor, { ...body, methodId });
  const startsAt = new Date(WEDNESDAY.getTime() + 7 * 86_400_000);
  house.at(startsAt);
  ({ id: meetingId, code } = await planMeeting(house, actor, { body: bodyId, startsAt }));
  await openMeeting(house, actor, { meetingId });
}
afterEach(() => house.close());

const view = () => meetingRoom(house, room.community.actor, code);
const promises = async () => must((await view()).item?.report);
const promise = async (index: number) => must((await promises())[index]);
const close = () => closeMeeting(house, room.community.actor, { meetingId, pending: "all" });
const explain = async (index: number, note = NOTE, was = "") =>
  reportProgress(house, room.community.actor, { meetingId, id: (await promise(index)).id, note, was });

describe("by a method that reports back first", () => {
  beforeEach(async () => {
    expect(requireMethod("wednesday").reportBackFirst).toBe(true);
    await nextMeeting("wednesday");
  });

  it("the meeting ends only after each open promise was reported, and says which are not", async () => {
    const refused = await refusalOf(close());
    expect(refused).toMatchObject({ word: "gate-not-met", details: [{ field: "meeting" }] });
    expect(JSON.stringify(refused?.details)).toMatch(/还有 2 件.*更换路灯灯具.*修剪遮灯的树枝/);
    expect((await view()).reportFirst?.map((line) => line.number)).toEqual([1, 2]);
    await explain(0);
    expect(await promise(0)).toMatchObject({ state: "open", resultNote: NOTE });
    expect(JSON.stringify((await refusalOf(close()))?.details)).toMatch(/还有 1 件/);
    const { id, version } = await promise(1);
    await reportDone(house, room.community.actor, { meetingId, id, version, note: "树枝已修剪" });
    expect((await view()).reportFirst).toEqual([]);
    await close();
  });

  it("a later deadline, set while the meeting sits, is a report too", async () => {
    const { actor } = room.community;
    await explain(1);
    const { id, version } = await promise(0);
    await moveDeadline(house, actor, { id, version, deadline: "2026-12-05", reason: "灯具缺货" });
    await close();
  });

  it("a deadline moved before the meeting is none: the room has not heard of it", async () => {
    await house.close();
    await nextMeeting("wednesday");
    const { actor } = room.community;
    const { id, version } = await promise(0);
    house.at(new Date(WEDNESDAY.getTime() + 86_400_000));
    await moveDeadline(house, actor, { id, version, deadline: "2026-12-05", reason: "灯具缺货" });
    expect((await view()).reportFirst).toHaveLength(2);
  });

  it("what was said is in the journal, is corrected but never overwritten unseen, and stays when the meeting is over", async () => {
    await explain(0);
    await explain(0, NOTE, "");
    expect(await refusalOf(explain(0, "没动", "另一句"))).toMatchObject({
      word: "stale",
      details: { current: { note: NOTE } },
    });
    await explain(0, "灯到了，明天装", NOTE);
    await explain(1);
    const { id } = await promise(0);
    const said = (await house.db.read((db) => journalOf(db, id))).filter((entry) => entry.act === "report-progress");
    expect(said.map((entry) => entry.data)).toMatchObject([{ note: NOTE }, { was: NOTE, note: "灯到了，明天装" }]);
    await close();
    expect(await refusalOf(explain(0, "再补一句", "灯到了，明天装"))).toMatchObject({ word: "wrong-state" });
    expect((await promise(0)).resultNote).toBe("灯到了，明天装");
  });

  it.each(["", " ", "长".repeat(1001)])("refuses what says nothing, or too much", async (note) => {
    expect(await refusalOf(explain(0, note))).toMatchObject({ word: "invalid-value", details: [{ field: "note" }] });
  });

  it("reports no strangers' promises, and none that are done", async () => {
    const { actor } = room.community;
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const { id, version } = await promise(0);
    const input = { meetingId, id, note: NOTE };
    expect(await refusalOf(reportProgress(house, hill.actor, input))).toMatchObject({ word: "not-found" });
    expect(await refusalOf(reportProgress(house, actor, { ...input, id: "nothing" }))).toMatchObject({
      word: "not-found",
    });
    await reportDone(house, actor, { meetingId, id, version, note: "已换" });
    expect(await refusalOf(reportProgress(house, actor, input))).toMatchObject({ word: "wrong-state" });
  });
});

it("the roundtable ends as before, reported or not", async () => {
  expect(requireMethod("roundtable").reportBackFirst ?? false).toBe(false);
  await nextMeeting("roundtable");
  expect((await view()).reportFirst).toBeNull();
  await close();
});
