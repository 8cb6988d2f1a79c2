import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooseAgendaItem } from "#app/commands/choose-agenda-item.ts";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { decideOutcome, undoOutcome } from "#app/commands/decide-outcome.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { addSpeech } from "#app/commands/record-speech.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { roomText } from "#app/text/room.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type CastMember, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { openRoom, type Room, WEDNESDAY } from "./room.ts";

let house: TestHouse;
let room: Room;

beforeEach(() => {
  house = openTestHouse();
});
afterEach(() => house.close());

const minutesLater = (minutes: number) => house.at(new Date(WEDNESDAY.getTime() + minutes * 60_000));
const choose = async (position: number, from: number, actor = room.community.actor) =>
  chooseAgendaItem(house, actor, {
    meetingId: room.meetingId,
    agendaItemId: (await room.item(position)).id,
    from: (await room.item(from)).id,
  });
const ids = async (...positions: number[]) =>
  (await room.items()).filter((item) => positions.includes(item.position)).map((item) => item.id);

describe("opening", () => {
  it("puts the report back before the room, starts its clock, and seals the roll", async () => {
    room = await openRoom(house);
    expect(await room.meeting()).toMatchObject({ state: "open", openedAt: WEDNESDAY });
    const first = await room.item(1);
    expect((await room.meeting()).currentItemId).toBe(first.id);
    expect(first).toMatchObject({ kind: "report-back", state: "current", resumedAt: WEDNESDAY, startedAt: WEDNESDAY });
    const entries = await house.db.read((db) => db.select().from(db.tables.journal));
    const opening = entries.find((entry) => entry.act === "open-meeting");
    expect(JSON.parse(opening?.data ?? "{}")).toMatchObject({
      due: 10,
      items: 4,
      roll: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it("happens once, and not from another community", async () => {
    room = await openRoom(house);
    const open = (actor = room.community.actor) => openMeeting(house, actor, { meetingId: room.meetingId });
    expect(await refusalOf(open())).toMatchObject({ word: "wrong-state" });
    const other = await seedCommunity(house, { community: "邻里社区", username: "other" });
    expect(await refusalOf(open(other.actor))).toMatchObject({ word: "not-found" });
  });

  it("with an empty roll and no issues is possible", async () => {
    room = await openRoom(house, { issues: [], present: [] });
    expect(await room.items()).toHaveLength(1);
  });
});

describe("choosing an item", () => {
  beforeEach(async () => {
    room = await openRoom(house);
  });

  it("stops one clock, runs the other, and brings the issue before the meeting", async () => {
    minutesLater(5);
    expect(await room.issue(2)).toMatchObject({ stage: "collect" });
    await choose(2, 1);
    expect(await room.item(1)).toMatchObject({ state: "done", usedSeconds: 300, resumedAt: null });
    expect(await room.item(2)).toMatchObject({ state: "current", usedSeconds: 0, resumedAt: house.clock() });
    expect(await room.issue(2)).toMatchObject({ stage: "voice" });
    minutesLater(9);
    await choose(3, 2);
    minutesLater(10);
    await choose(2, 3);
    minutesLater(12);
    await choose(4, 2);
    expect(await room.item(2)).toMatchObject({ state: "waiting", usedSeconds: 360, resumedAt: null });
    expect(await room.item(3)).toMatchObject({ usedSeconds: 60 });
  });

  it("by two desks at once: the second is told where the room is", async () => {
    const one = choose(2, 1);
    await one;
    const refused = await refusalOf(choose(3, 1, { ...room.community.actor, name: "李敏" }));
    expect(refused).toMatchObject({ word: "stale", details: { current: { position: 2, title: "3号楼东侧路灯不亮" } } });
    await choose(2, 1);
    expect(await room.item(3)).toMatchObject({ state: "waiting", startedAt: null });
  });

  it("an issue without place comes up all the same, and stays where its gate holds it", async () => {
    await house.close();
    house = openTestHouse();
    room = await openRoom(house, { issues: [{ title: "邻里争吵", place: "", category: "" }] });
    await choose(2, 1);
    expect(await room.issue(2)).toMatchObject({ stage: "collect" });
    expect(await room.item(2)).toMatchObject({ state: "current" });
  });

  it("back to a decided item keeps its outcome", async () => {
    await room.discuss(2);
    const { id } = await room.item(2);
    const reason = "等电力公司到场";
    const said = { outcome: "next-time", decision: 0, reason, conclusion: "", differences: "" } as const;
    await decideOutcome(house, room.community.actor, { meetingId: room.meetingId, agendaItemId: id, ...said });
    await choose(3, 2);
    await choose(2, 3);
    expect(await room.item(2)).toMatchObject({ outcome: "next-time", state: "done", resumedAt: house.clock() });
    await choose(3, 2);
    expect(await room.item(2)).toMatchObject({ outcome: "next-time", state: "done", resumedAt: null });
  });
});

async function everybodyHere(): Promise<void> {
  const { people, actor } = room.community;
  for (const member of Object.keys(people) as CastMember[]) {
    await markAttendance(house, actor, { meetingId: room.meetingId, personId: people[member].id, present: true });
  }
}

describe("closing", () => {
  beforeEach(async () => {
    room = await openRoom(house);
  });
  const close = (pending: string[] | "all", actor = room.community.actor) =>
    closeMeeting(house, actor, { meetingId: room.meetingId, pending });

  it("asks for exactly the items without outcome, and names them when they are others", async () => {
    const refused = await refusalOf(close([]));
    expect(refused).toMatchObject({
      word: "stale",
      details: { pending: [{ position: 2 }, { position: 3 }, { position: 4 }] },
    });
    expect(await refusalOf(close(await ids(2, 3)))).toMatchObject({ word: "stale" });
    expect(await refusalOf(close([...(await ids(2, 3, 4)), "more"]))).toMatchObject({ word: "stale" });
    expect(await room.meeting()).toMatchObject({ state: "open" });
    expect(await room.items()).toMatchObject([{}, { outcome: null }, { outcome: null }, { outcome: null }]);
  });

  it("puts them off, discussed or not, stops the clock and seals the record", async () => {
    await room.discuss(2);
    minutesLater(7);
    await close(await ids(2, 3, 4));
    expect(await room.meeting()).toMatchObject({ state: "closed", closedAt: house.clock(), currentItemId: null });
    const putOff = { outcome: "next-time", state: "done", reason: roomText.closing.notReached, resumedAt: null };
    expect(await room.items()).toMatchObject([{ outcome: null, state: "done" }, putOff, putOff, putOff]);
    expect(await room.item(2)).toMatchObject({ usedSeconds: 420 });
    expect(await room.issue(2)).toMatchObject({ stage: "collect", timesDiscussed: 1 });
    expect(await room.issue(3)).toMatchObject({ stage: "collect", timesDiscussed: 0 });
    const entries = await house.db.read((db) => db.select().from(db.tables.journal));
    const closing = JSON.parse(entries.find((entry) => entry.act === "close-meeting")?.data ?? "{}");
    expect(closing).toMatchObject({ due: 10, present: 3, lines: 1, putOff: [2, 3, 4] });
  });

  it("takes a closed poll on no item from the screen, but not before", async () => {
    await everybodyHere();
    const { meetingId, community } = room;
    const ask = {
      meetingId,
      question: "是否同意延长会议？",
      mode: "named",
      ruleId: "resident-representatives",
    } as const;
    const { id } = await openPoll(house, community.actor, ask);
    await closePoll(house, community.actor, id);
    const { code } = await room.meeting();
    expect((await meetingSnapshot(house, code)).poll).toMatchObject({ id, state: "closed" });
    minutesLater(5);
    await choose(2, 1);
    expect((await meetingSnapshot(house, code)).poll).toBeNull();
  });

  it("waits for a running poll", async () => {
    await everybodyHere();
    const ask = { question: "是否换灯?", mode: "named", ruleId: "resident-representatives" } as const;
    const { id } = await openPoll(house, room.community.actor, { meetingId: room.meetingId, ...ask });
    const refused = await refusalOf(close("all"));
    expect(refused).toMatchObject({ word: "poll-open", details: [{ message: roomText.refusals.pollOpen }] });
    expect(await refusalOf(choose(2, 1))).toMatchObject({ word: "poll-open" });
    await closePoll(house, room.community.actor, id);
    await close("all");
    expect(await room.meeting()).toMatchObject({ state: "closed" });
  });

  it("ends every act in the room", async () => {
    await room.discuss(2);
    await close("all");
    const { actor, people } = room.community;
    const { meetingId } = room;
    const agendaItemId = (await room.item(2)).id;
    const said = { outcome: "declined", decision: 1, reason: "晚了", conclusion: "", differences: "" } as const;
    const acts = [
      close("all"),
      choose(3, 2),
      addSpeech(house, actor, { meetingId, agendaItemId, speaker: "", body: "晚了" }),
      decideOutcome(house, actor, { meetingId, agendaItemId, ...said }),
      undoOutcome(house, actor, { meetingId, agendaItemId, decision: 1 }),
      markAttendance(house, actor, { meetingId, personId: people.liu.id, present: true }),
      openMeeting(house, actor, { meetingId }),
    ];
    for (const act of acts) expect(await refusalOf(act)).toMatchObject({ word: "wrong-state" });
  });

  it("of another community's meeting is not found", async () => {
    const other = await seedCommunity(house, { community: "邻里社区", username: "other" });
    expect(await refusalOf(close("all", other.actor))).toMatchObject({ word: "not-found" });
    expect(await room.meeting()).toMatchObject({ state: "open" });
  });
});
