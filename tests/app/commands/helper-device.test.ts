import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import {
  makeHelperDeviceHere,
  makeHelperLink,
  openHelperDevice,
  revokeHelperDevice,
} from "#app/commands/helper-device.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { vouchPresence } from "#app/commands/vouch-presence.ts";
import { digest } from "#app/domain/digest.ts";
import { tableOf } from "#app/queries/at-table.ts";
import { findHelperByKey, helperDevicesPage } from "#app/queries/helper-devices.ts";
import { journalOf } from "#db/journal.ts";
import { attendeeOf } from "#db/stores/roll.ts";
import { openTestHouse } from "#tests/house.ts";
import { meetingInSession } from "#tests/meeting.ts";
import { seedCommunity } from "#tests/people.ts";
import { type TabletRoom, tabletRoom } from "./tablet-room.ts";

/** A tablet that goes round the table: whose it is, and whom it shows. */

let room: TabletRoom;
let { house, code, link, openLink, helper, assist } = {} as TabletRoom;
beforeEach(async () => {
  room = await tabletRoom();
  ({ house, code, link, openLink, helper, assist } = room);
});
afterEach(() => house.close());

describe("a link", () => {
  it("opens on one device, again and again on that one, and on no other", async () => {
    const key = await link();
    const first = await openLink(key);
    expect(await openLink(key)).toEqual(first);
    await expect(openLink(key, "tablet B")).rejects.toMatchObject({ word: "not-found" });
    expect(await findHelperByKey(house, key), "the link itself is no device's key").toBeNull();
    expect(await findHelperByKey(house, first.key)).toMatchObject({ name: "王芳", revoked: false });
  });

  it("is kept as a digest alone: neither key stands in the database or the journal", async () => {
    const key = await link();
    const device = await openLink(key);
    const all = await house.db.read(async (db) =>
      JSON.stringify([await db.select().from(db.tables.helperDevice), await db.select().from(db.tables.journal)]),
    );
    expect(all).toContain(digest(device.key));
    expect(all).not.toContain(key);
    expect(all).not.toContain(device.key);
  });

  it("opens nothing once it was taken back, in another meeting, or after the meeting", async () => {
    const [taken, foreign, late] = [await link("甲"), await link("乙"), await link("丙")];
    const { actor } = room.community;
    await revokeHelperDevice(house, actor, { code: code, id: digest(taken) });
    await expect(openLink(taken)).rejects.toMatchObject({ word: "not-allowed" });
    const other = await meetingInSession(house, room.community);
    const elsewhere = openHelperDevice(house, { code: other.code, link: foreign, device: "tablet A" });
    await expect(elsewhere).rejects.toMatchObject({ word: "not-found" });
    await closeMeeting(house, actor, { meetingId: room.meeting.id, pending: "all" });
    await expect(openLink(late)).rejects.toMatchObject({ word: "wrong-state" });
    await expect(link()).rejects.toMatchObject({ word: "wrong-state" });
  });

  it("is made and taken back by the meeting's own staff alone", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const id = digest(await link());
    const asked = { code: code, id, helper: "外人" };
    await expect(makeHelperLink(house, hill.actor, asked)).rejects.toMatchObject({ word: "not-found" });
    await expect(makeHelperDeviceHere(house, hill.actor, code)).rejects.toMatchObject({ word: "not-found" });
    await expect(revokeHelperDevice(house, hill.actor, asked)).rejects.toMatchObject({ word: "not-found" });
    await expect(helperDevicesPage(house, hill.actor, code)).rejects.toMatchObject({ word: "not-found" });
    // Nor through a meeting of their own.
    const own = await meetingInSession(house, hill);
    await expect(revokeHelperDevice(house, hill.actor, { code: own.code, id })).rejects.toMatchObject({
      word: "not-found",
    });
  });

  it("is listed with what became of it", async () => {
    const { actor } = room.community;
    await link("没打开");
    const used = await helper("用过");
    const id = await room.open("secret");
    await assist(used, 0, id);
    await assist(used, 1, id);
    const gone = await helper("停用");
    await revokeHelperDevice(house, actor, { code: code, id: gone.deviceId });
    await makeHelperDeviceHere(house, actor, code);
    const { devices } = await helperDevicesPage(house, actor, code);
    const shown = devices.map(({ helper, openedAt, revokedAt, ballots, lastUsedAt }) => {
      return [helper, openedAt !== null, revokedAt !== null, ballots, lastUsedAt !== null];
    });
    expect(new Map(shown.map(([name, ...rest]) => [name, rest]))).toEqual(
      new Map([
        ["没打开", [false, false, 0, false]],
        ["用过", [true, false, 2, true]],
        ["停用", [true, true, 0, false]],
        [actor.name, [true, false, 0, false]],
      ]),
    );
  });
});

describe("who is at the table", () => {
  const table = async (pollId: string | null, find = "") => {
    const { ready, absent, spent } = await tableOf(house, { meetingId: room.meeting.id }, { pollId, find, who: null });
    const names = ({ people }: typeof ready) => people.map(({ name, standing }) => `${name} ${standing}`);
    return { ready: names(ready), absent: names(absent), spent: names(spent) };
  };

  it("is everybody with a vote: ready, not here, or spent with the reason; by building, tenth after second", async () => {
    const { actor, people } = room.community;
    await markAttendance(house, actor, { meetingId: room.meeting.id, personId: people.wu.id, present: false });
    const id = await room.open("secret", { alsoPaper: true });
    const at = (personId: string) => room.voters.findIndex((voter) => voter.personId === personId);
    await room.cast(at(people.chen.id), id, "for");
    await room.paper(id, at(people.liu.id));
    const all = await table(id);
    expect(all.spent).toEqual(["陈建平 voted", "刘桂芳 paper"]);
    expect(all.absent).toEqual(["吴春梅 absent"]);
    expect(all.ready).toHaveLength(7);
    expect(JSON.stringify(all)).not.toMatch(/徐静|郑国强/);
    expect((await table(id, "2号楼")).ready).toEqual(["王志远 ready"]);
    expect((await table(id, "吴")).absent).toEqual(["吴春梅 absent"]);
    expect((await table(null)).spent).toEqual([]);
  });

  it("grows by whom a helper vouches for, under both names in the journal", async () => {
    const { actor, people } = room.community;
    await markAttendance(house, actor, { meetingId: room.meeting.id, personId: people.wu.id, present: false });
    const who = await helper();
    await vouchPresence(house, who, people.wu.id);
    await vouchPresence(house, who, people.wu.id);
    const line = await house.db.read((db) => attendeeOf(db, room.meeting.id, people.wu.id));
    expect(line?.presentAt).not.toBeNull();
    const entries = await house.db.read((db) => journalOf(db, who.deviceId));
    const vouched = entries.filter(({ act }) => act === "mark-present");
    expect(vouched).toMatchObject([{ actor: "王芳（代办）", data: { name: "吴春梅", helper: "王芳" } }]);
  });
});

it("a house without tablets knows no helper by an empty or guessed key", async () => {
  const empty = openTestHouse();
  for (const key of ["", "guess"]) expect(await findHelperByKey(empty, key)).toBeNull();
  await empty.close();
});
