import { afterEach, beforeEach, expect, it } from "vitest";
import { checkIn } from "#app/commands/check-in.ts";
import { personalToken } from "#app/commands/meeting-roll.ts";
import { reissueSlip } from "#app/commands/reissue-slip.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";
import { journalOf } from "#db/journal.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let lake: SeededCommunity;
let meeting: MeetingInSession;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  meeting = await meetingInSession(house, lake);
});
afterEach(() => house.close());

const comeWith = (round: number, device: string) =>
  checkIn(house, {
    code: meeting.code,
    token: personalToken(house, meeting.id, lake.people.chen.id, round),
    device: { id: device },
  });

it("a slip issued again opens, the lost one and the phone that it let in do not", async () => {
  const personId = lake.people.chen.id;
  const { key: finder } = await comeWith(1, "phone of whoever found the slip");
  const { key: neighbour } = await arrive(house, meeting, lake.people.liu.id);
  await reissueSlip(house, lake.actor, { code: meeting.code, personId });
  await expect(comeWith(1, "phone of whoever found the slip")).rejects.toMatchObject({ word: "not-on-roll" });
  await expect(comeWith(1, "another phone")).rejects.toMatchObject({ word: "not-on-roll" });
  expect(await findVoterByKey(house, finder)).toBeNull();
  expect(await findVoterByKey(house, neighbour)).not.toBeNull();
  expect(await findVoterByKey(house, (await comeWith(2, "own phone")).key)).toMatchObject({ personId });
  expect(house.published).toContainEqual({ meetingId: meeting.id, concern: "bindings" });
  const entries = (await house.db.read((db) => journalOf(db, personId))).filter(({ act }) => act === "reissue-slip");
  expect(entries).toMatchObject([{ actor: lake.actor.name, data: { name: "陈建平", round: 2 } }]);
  expect(JSON.stringify(entries)).not.toContain(personalToken(house, meeting.id, personId, 2));
});

it("is not for another community's staff, nor for somebody who is on no roll of the meeting", async () => {
  const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  const of = (actor: typeof lake.actor, personId: string) =>
    reissueSlip(house, actor, { code: meeting.code, personId });
  await expect(of(hill.actor, lake.people.chen.id)).rejects.toMatchObject({ word: "not-found" });
  await expect(of(lake.actor, hill.people.chen.id)).rejects.toMatchObject({ word: "not-found" });
  await comeWith(1, "own phone");
});
