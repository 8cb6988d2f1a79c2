import { afterEach, beforeEach, expect, it } from "vitest";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { decideOutcome } from "#app/commands/decide-outcome.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { reportDone, reportStillOpen } from "#app/commands/report-in-room.ts";
import { meetingRoom } from "#app/queries/meeting-room.ts";
import { meetingById } from "#db/stores/meeting.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { must, openRoom, type Room, WEDNESDAY } from "./room.ts";

let house: TestHouse;
let room: Room;
let meetingId: string;
let code: string;

/** Last Wednesday promised a lamp; this Wednesday's meeting is planned. */
beforeEach(async () => {
  house = openTestHouse();
  room = await openRoom(house);
  const { actor, bodyId } = room.community;
  const { id } = await room.discuss(2);
  const task = { record: "更换路灯灯具", responsible: "郑国强", deadline: "2026-12-01", plan: "查线路，换灯" };
  const said = { outcome: "timed", decision: 0, tasks: [task] } as const;
  await decideOutcome(house, actor, { meetingId: room.meetingId, agendaItemId: id, ...said, tasks: [task] });
  await closeMeeting(house, actor, { meetingId: room.meetingId, pending: "all" });
  const startsAt = new Date(WEDNESDAY.getTime() + 7 * 86_400_000);
  house.at(startsAt);
  ({ id: meetingId, code } = await planMeeting(house, actor, {
    body: bodyId,
    startsAt,
    title: "",
    recorder: "",
    issues: [],
  }));
});
afterEach(() => house.close());

const lines = async () => must((await meetingRoom(house, room.community.actor, code)).item?.report);
const line = async () => must((await lines())[0]);
const version = async () => (await house.db.read((db) => meetingById(db, meetingId)))?.version ?? 0;

it("ticks a promise off and back on, and the room hears of it", async () => {
  const { actor } = room.community;
  await openMeeting(house, actor, { meetingId });
  const promised = await line();
  expect(promised).toMatchObject({ title: "更换路灯灯具", state: "open", overdueDays: 1 });
  const [before, { id }] = [await version(), promised];
  house.published.length = 0;
  await reportDone(house, actor, { meetingId, id, version: promised.version, note: "灯已换好" });
  expect(await version()).toBeGreaterThan(before);
  expect(house.published).toContainEqual({ meetingId, concern: "room" });
  expect(await line()).toMatchObject({ state: "done", resultNote: "灯已换好", late: true });
  expect((await meetingRoom(house, actor, code)).agenda[0]?.kept).toEqual({ done: 1, of: 1 });
  await reportStillOpen(house, actor, { meetingId, id, version: (await line()).version });
  expect(await line()).toMatchObject({ state: "open", resultNote: "" });
});

it("by two desks at once: the second is stale", async () => {
  const { actor } = room.community;
  await openMeeting(house, actor, { meetingId });
  const { id, version: seen } = await line();
  await reportDone(house, actor, { meetingId, id, version: seen, note: "灯已换好" });
  const again = reportDone(house, actor, { meetingId, id, version: seen, note: "没换" });
  expect(await refusalOf(again)).toMatchObject({ word: "stale" });
  expect(await line()).toMatchObject({ resultNote: "灯已换好" });
});

it("only in session, and only the own community's meeting", async () => {
  const { actor } = room.community;
  const { id, version: seen } = await line();
  const input = { meetingId, id, version: seen, note: "灯已换好" };
  expect(await refusalOf(reportDone(house, actor, input))).toMatchObject({ word: "wrong-state" });
  const other = await seedCommunity(house, { community: "邻里社区", username: "other" });
  expect(await refusalOf(reportDone(house, other.actor, input))).toMatchObject({ word: "not-found" });
  expect(await line()).toMatchObject({ state: "open" });
});
