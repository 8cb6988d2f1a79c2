import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkIn, checkInByName, rebindDevice } from "#app/commands/check-in.ts";
import { personalToken } from "#app/commands/meeting-roll.ts";
import { currentRoomCode } from "#app/queries/room-code.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";
import { insertPeople } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let community: SeededCommunity;
let meeting: MeetingInSession;

beforeEach(async () => {
  house = openTestHouse();
  community = await seedCommunity(house);
  const { chen } = community.people;
  // A namesake in another building.
  await house.db.write((db) => insertPeople(db, [{ ...chen, id: house.newId(), unit: "9号楼" }]));
  meeting = await meetingInSession(house, community);
});
afterEach(() => house.close());

const byName = (name: string, roomCode: string, device = "phone", unit?: string) =>
  checkInByName(house, { code: meeting.code, name, roomCode, device: { id: device }, ...(unit ? { unit } : {}) });
const shown = () => currentRoomCode(house, meeting.id).code;
const later = (seconds: number) => house.at(new Date(house.clock().getTime() + seconds * 1000));

describe("threat: QR code leaves the room: a personal slip", () => {
  it("binds its holder to one device; the same device may ask again, after a lost answer too", async () => {
    const { liu } = community.people;
    const first = await arrive(house, meeting, liu.id);
    expect(first.voter).toEqual({ id: liu.id, name: "刘桂芳", votingRight: true });
    expect(await arrive(house, meeting, liu.id)).toEqual(first);
    const token = personalToken(house, meeting.id, liu.id, 1);
    const forwarded = checkIn(house, { code: meeting.code, token, device: { id: "another phone" } });
    await expect(forwarded).rejects.toMatchObject({ word: "bound-to-another-device" });
  });

  it("opens no other meeting", async () => {
    const elsewhere = await meetingInSession(house, community);
    const token = personalToken(house, meeting.id, community.people.liu.id, 1);
    const asked = checkIn(house, { code: elsewhere.code, token, device: { id: "phone" } });
    await expect(asked).rejects.toMatchObject({ word: "not-on-roll" });
  });

  it("works on a new device once staff free the person, and the old key then opens nothing", async () => {
    const { liu } = community.people;
    const { key } = await arrive(house, meeting, liu.id);
    await rebindDevice(house, community.actor, meeting.id, liu.id);
    expect(await findVoterByKey(house, key)).toBeNull();
    const token = personalToken(house, meeting.id, liu.id, 1);
    const again = await checkIn(house, { code: meeting.code, token, device: { id: "new phone" } });
    expect(await findVoterByKey(house, again.key)).toMatchObject({ personId: liu.id });
    await expect(checkIn(house, { code: meeting.code, token, device: { key } })).rejects.toMatchObject({
      word: "bound-to-another-device",
    });
  });

  it("is not freed by another community's staff", async () => {
    const other = await seedCommunity(house, { community: "邻湖社区", username: "other" });
    const asked = rebindDevice(house, other.actor, meeting.id, community.people.liu.id);
    await expect(asked).rejects.toMatchObject({ word: "not-found" });
  });
});

describe("threat: QR code leaves the room: name and screen code", () => {
  it("let in whoever reads the code on the screen now or a minute ago, nobody later", async () => {
    const code = shown();
    later(60);
    expect(shown()).not.toBe(code);
    expect((await byName("刘桂芳", code)).voter.name).toBe("刘桂芳");
    later(60);
    await expect(byName("王志远", code)).rejects.toMatchObject({ word: "wrong-room-code" });
    expect((await byName("王志远", shown())).voter.name).toBe("王志远");
  });

  it("tell people of one name apart by their building, and say nothing about the roll to a wrong code", async () => {
    await expect(byName("陈建平", "000000")).rejects.toMatchObject({ word: "wrong-room-code" });
    const refusal = byName("陈建平", shown());
    await expect(refusal).rejects.toMatchObject({ word: "not-on-roll", details: { units: ["1号楼", "9号楼"] } });
    expect((await byName("陈建平", shown(), "phone", "9号楼")).voter.name).toBe("陈建平");
    await expect(byName("查无此人", shown(), "other phone")).rejects.toMatchObject({ word: "not-on-roll" });
  });

  it("stop guessing with ever new devices, in that meeting alone", async () => {
    const guessed = await meetingInSession(house, community);
    const guess = (roomCode: string, device: string) =>
      checkInByName(house, { code: guessed.code, name: "刘桂芳", roomCode, device: { id: device } });
    const guesses = await Promise.allSettled(Array.from({ length: 600 }, (_, n) => guess("000000", `device ${n}`)));
    for (const each of guesses) expect(each).toMatchObject({ reason: { word: "wrong-room-code" } });
    const { code } = currentRoomCode(house, guessed.id);
    await expect(guess(code, "one more")).rejects.toMatchObject({ word: "too-many", details: { minutes: 5 } });
    expect((await byName("刘桂芳", shown(), "one more")).voter.name).toBe("刘桂芳");
  });

  it("stop a device that guesses", async () => {
    for (let n = 0; n < 10; n++) {
      await expect(byName("刘桂芳", "000000", "guesser")).rejects.toMatchObject({ word: "wrong-room-code" });
    }
    await expect(byName("刘桂芳", "000000", "guesser")).rejects.toMatchObject({ word: "too-many" });
    await expect(byName("刘桂芳", shown(), "guesser"), "a lucky guess").rejects.toMatchObject({ word: "too-many" });
    expect((await byName("刘桂芳", shown(), "honest phone")).voter.name).toBe("刘桂芳");
  });
});
