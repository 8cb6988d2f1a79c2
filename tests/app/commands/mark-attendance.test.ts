import { afterEach, beforeEach, expect, it } from "vitest";
import { castBallot } from "#app/commands/cast-ballot.ts";
import { checkIn } from "#app/commands/check-in.ts";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { personalToken } from "#app/commands/meeting-roll.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { quorumLine } from "#app/domain/attendance/quorum.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";
import { roomText } from "#app/text/room.ts";
import { attendeeOf, countAttendance } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type CastMember, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { must, openRoom, type Room } from "./room.ts";

let house: TestHouse;
let room: Room;

beforeEach(async () => {
  house = openTestHouse();
  room = await openRoom(house, { opened: false, present: [] });
});
afterEach(() => house.close());

const mark = (member: CastMember, present: boolean, actor = room.community.actor) =>
  markAttendance(house, actor, { meetingId: room.meetingId, personId: room.community.people[member].id, present });
const standing = async () => {
  const { due, present } = await house.db.read((db) => countAttendance(db, room.meetingId));
  return quorumLine(requireRule("resident-representatives"), due, present);
};
const line = (member: CastMember) =>
  house.db.read((db) => attendeeOf(db, room.meetingId, room.community.people[member].id));

it("counts who may vote towards the quorum of two thirds, and observers not", async () => {
  expect(await standing()).toMatchObject({ due: 10, present: 0, missing: 7, met: false });
  for (const member of ["observer", "manager", "secretary", "household", "chen", "liu", "wang", "li"] as const) {
    await mark(member, true);
  }
  expect(await standing()).toMatchObject({ present: 6, missing: 1, met: false });
  await mark("zhang", true);
  expect(await standing()).toMatchObject({ present: 7, missing: 0, met: true });
  await mark("zhang", false);
  expect(await standing()).toMatchObject({ present: 6, met: false });
});

it("two desks ticking at once is one tick and one entry in the journal", async () => {
  const others = { ...room.community.actor, name: "李敏" };
  await Promise.all([mark("chen", true), mark("chen", true, others), mark("chen", true)]);
  expect(await line("chen")).toMatchObject({ via: "desk", presentAt: house.clock() });
  expect(await room.acts(room.community.people.chen.id)).toEqual(["mark-present"]);
});

it("ticking somebody who came in by phone changes nothing about how they came", async () => {
  await checkInByPhone("chen");
  await mark("chen", true);
  expect(await line("chen")).toMatchObject({ via: "token" });
});

it("keeps the tick of somebody who has voted, during the poll and after it", async () => {
  const members = Object.keys(room.community.people) as CastMember[];
  for (const member of members) await mark(member, true);
  const voter = must((await findVoterByKey(house, await checkInByPhone("chen"))) ?? undefined);
  await openMeeting(house, room.community.actor, { meetingId: room.meetingId });
  const ask = { question: "是否换灯?", mode: "secret", ruleId: "resident-representatives" } as const;
  const { id } = await openPoll(house, room.community.actor, { meetingId: room.meetingId, ...ask });
  await mark("chen", false);
  await mark("chen", true);
  expect(await castBallot(house, voter, { pollId: id, choice: "for" })).toEqual({ status: "recorded" });
  const refusal = {
    word: "wrong-state",
    details: [{ field: "present", message: roomText.refusals.hasVoted("陈建平") }],
  };
  expect(await refusalOf(mark("chen", false))).toEqual(refusal);
  await closePoll(house, room.community.actor, id);
  expect(await refusalOf(mark("chen", false))).toEqual(refusal);
  await mark("liu", false);
  expect(await line("liu")).toMatchObject({ presentAt: null, via: null });
});

async function checkInByPhone(member: CastMember): Promise<string> {
  const token = personalToken(house, room.meetingId, room.community.people[member].id, 1);
  const { code } = await room.meeting();
  return (await checkIn(house, { code, token, device: { id: `phone of ${member}` } })).key;
}

it("tells a phone only when the person has one", async () => {
  house.published.length = 0;
  await mark("liu", true);
  expect(house.published).toEqual([{ meetingId: room.meetingId, concern: "room" }]);
  await checkInByPhone("chen");
  house.published.length = 0;
  await mark("chen", false);
  expect(house.published).toEqual([{ meetingId: room.meetingId, concern: "everyone" }]);
});

it("is refused for strangers to the roll, other communities and meetings that are over", async () => {
  const other = await seedCommunity(house, { community: "邻里社区", username: "other" });
  expect(await refusalOf(mark("chen", true, other.actor))).toMatchObject({ word: "not-found" });
  const stranger = { meetingId: room.meetingId, personId: other.people.chen.id, present: true };
  expect(await refusalOf(markAttendance(house, room.community.actor, stranger))).toMatchObject({ word: "not-found" });
  await openMeeting(house, room.community.actor, { meetingId: room.meetingId });
  await closeMeeting(house, room.community.actor, { meetingId: room.meetingId, pending: "all" });
  expect(await refusalOf(mark("chen", true))).toMatchObject({ word: "wrong-state" });
});
