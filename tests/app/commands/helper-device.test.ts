import { copyFileSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assistBallot } from "#app/commands/assist-ballot.ts";
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
import type { Helper } from "#app/domain/meeting/helper.ts";
import { tableOf } from "#app/queries/at-table.ts";
import { findHelperByKey, helperDevicesPage } from "#app/queries/helper-devices.ts";
import { journalOf } from "#db/journal.ts";
import { ballotsOf, claimants } from "#db/stores/poll.ts";
import { attendeeOf } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { meetingInSession } from "#tests/meeting.ts";
import { seedCommunity } from "#tests/people.ts";
import { type PollRoom, pollRoom } from "./poll-room.ts";

/** A tablet that goes round the table: whose it is, what it may do, and that it leaves nothing of what people chose. */

let room: PollRoom;
let house: TestHouse;
beforeEach(async () => {
  room = await pollRoom();
  house = room.house;
});
afterEach(() => house.close());

const code = () => room.meeting.code;
const link = async (helper = "王芳") =>
  (await makeHelperLink(house, room.community.actor, { code: code(), helper })).key;
const open = (key: string, device = "tablet A") => openHelperDevice(house, { code: code(), link: key, device });

async function helper(name = "王芳", device = `tablet of ${name}`): Promise<Helper> {
  const found = await findHelperByKey(house, (await open(await link(name), device)).key);
  if (!found) throw new Error("the key just given must open");
  return found;
}

const assist = (who: Helper, n: number, pollId: string, choice = "for") =>
  assistBallot(house, who, { pollId, personId: room.voter(n).personId, choice });

const box = (pollId: string) =>
  house.db.read(async (db) => ({
    claims: (await claimants(db, pollId)).length,
    ballots: (await ballotsOf(db, pollId)).length,
  }));

describe("a link", () => {
  it("opens on one device, again and again on that one, and on no other", async () => {
    const key = await link();
    const first = await open(key);
    expect(await open(key)).toEqual(first);
    await expect(open(key, "tablet B")).rejects.toMatchObject({ word: "not-found" });
    expect(await findHelperByKey(house, key), "the link itself is no device's key").toBeNull();
    expect(await findHelperByKey(house, first.key)).toMatchObject({ name: "王芳", revoked: false });
  });

  it("is kept as a digest alone: neither key stands in the database or the journal", async () => {
    const key = await link();
    const device = await open(key);
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
    await revokeHelperDevice(house, actor, { code: code(), id: digest(taken) });
    await expect(open(taken)).rejects.toMatchObject({ word: "not-allowed" });
    const other = await meetingInSession(house, room.community);
    const elsewhere = openHelperDevice(house, { code: other.code, link: foreign, device: "tablet A" });
    await expect(elsewhere).rejects.toMatchObject({ word: "not-found" });
    await closeMeeting(house, actor, { meetingId: room.meeting.id, pending: "all" });
    await expect(open(late)).rejects.toMatchObject({ word: "wrong-state" });
    await expect(link()).rejects.toMatchObject({ word: "wrong-state" });
  });

  it("is made and taken back by the meeting's own staff alone", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const id = digest(await link());
    const asked = { code: code(), id, helper: "外人" };
    await expect(makeHelperLink(house, hill.actor, asked)).rejects.toMatchObject({ word: "not-found" });
    await expect(makeHelperDeviceHere(house, hill.actor, code())).rejects.toMatchObject({ word: "not-found" });
    await expect(revokeHelperDevice(house, hill.actor, asked)).rejects.toMatchObject({ word: "not-found" });
    await expect(helperDevicesPage(house, hill.actor, code())).rejects.toMatchObject({ word: "not-found" });
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
    await revokeHelperDevice(house, actor, { code: code(), id: gone.deviceId });
    await makeHelperDeviceHere(house, actor, code());
    const { devices } = await helperDevicesPage(house, actor, code());
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

describe("one ballot a person", () => {
  it("whoever is quickest: phone, two tablets and a paper at once, for everybody in the room", async () => {
    const id = await room.open("secret", { alsoPaper: true });
    const [one, two] = [await helper("王芳"), await helper("李强")];
    const tries = room.voters.flatMap((_, n) => [
      assist(one, n, id, "for"),
      room.cast(n, id, "against"),
      assist(two, n, id, "abstain"),
      assist(one, n, id, "against"),
      room.paper(id, n).then(
        () => ({ status: "recorded" as const }),
        () => ({ status: "already-recorded" as const }),
      ),
    ]);
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === "recorded")).toHaveLength(room.voters.length);
    const papers = await house.db.read(async (db) => (await db.select().from(db.tables.issuedPaper)).length);
    const { claims, ballots } = await box(id);
    expect(claims).toBe(room.voters.length);
    expect(ballots + papers).toBe(room.voters.length);
  });

  it("a named ballot that a phone cast is changed by no helper, nor a helper's by another", async () => {
    const id = await room.open("named");
    const [one, two] = [await helper("王芳"), await helper("李强")];
    await room.cast(0, id, "for");
    await assist(one, 1, id, "for");
    expect(await assist(one, 0, id, "against")).toEqual({ status: "already-recorded" });
    expect(await assist(two, 1, id, "against")).toEqual({ status: "already-recorded" });
    const choices = (await house.db.read((db) => ballotsOf(db, id))).map(({ choice }) => choice);
    expect(choices).toEqual(["for", "for"]);
    // Its owner's phone may, until closing.
    await room.cast(1, id, "against");
    expect((await house.db.read((db) => ballotsOf(db, id))).map(({ choice }) => choice).sort()).toEqual([
      "against",
      "for",
    ]);
  });

  it("several items, each answered, are one ballot too", async () => {
    const id = await room.open("secret", { items: ["装路灯", "修台阶"] });
    const who = await helper();
    const personId = room.voter(0).personId;
    const cast = (choice: unknown) => assistBallot(house, who, { pollId: id, personId, choice });
    expect(await cast({ i1: "for" })).toEqual({ status: "invalid-choice" });
    expect(await cast("for")).toEqual({ status: "invalid-choice" });
    expect(await cast({ i1: "for", i2: "abstain" })).toEqual({ status: "recorded" });
    expect(await cast({ i1: "against", i2: "for" })).toEqual({ status: "already-recorded" });
    expect(await box(id)).toEqual({ claims: 1, ballots: 2 });
  });

  it("refuses what it must: absent, without a vote, no such person, unknown choice, hands, a closed poll", async () => {
    const who = await helper();
    const { people, actor } = room.community;
    const id = await room.open("secret");
    await markAttendance(house, actor, { meetingId: room.meeting.id, personId: people.wu.id, present: false });
    const of = (personId: string, choice = "for") => assistBallot(house, who, { pollId: id, personId, choice });
    expect(await of(people.wu.id)).toEqual({ status: "not-entitled" });
    expect(await of(people.observer.id)).toEqual({ status: "not-entitled" });
    expect(await of("nobody")).toEqual({ status: "not-entitled" });
    expect(await of(people.chen.id, "maybe")).toEqual({ status: "invalid-choice" });
    expect(await of(people.chen.id)).toEqual({ status: "recorded" });
    await room.close(id);
    expect(await of(people.liu.id)).toEqual({ status: "poll-closed" });
    const hands = await room.open("hands");
    expect(await assist(who, 3, hands)).toEqual({ status: "invalid-choice" });
    expect(await box(hands)).toEqual({ claims: 0, ballots: 0 });
  });

  it("a device taken back casts nothing and vouches for nobody, nor does one of another meeting", async () => {
    const id = await room.open("secret");
    const who = await helper();
    const other = await meetingInSession(house, room.community);
    const elsewhere: Helper = { ...who, meetingId: other.id };
    await expect(assist(elsewhere, 0, id)).rejects.toMatchObject({ word: "not-allowed" });
    await revokeHelperDevice(house, room.community.actor, { code: code(), id: who.deviceId });
    await expect(assist(who, 0, id)).rejects.toMatchObject({ word: "not-allowed" });
    await expect(vouchPresence(house, who, room.voter(0).personId)).rejects.toMatchObject({ word: "not-allowed" });
    expect(await box(id)).toEqual({ claims: 0, ballots: 0 });
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

describe("secrecy", () => {
  /** The whole database after ten people were helped, in this order and with these choices. */
  async function afterHelping(choices: string[]): Promise<Record<string, unknown[]>> {
    const own = await pollRoom();
    const key = (await makeHelperLink(own.house, own.community.actor, { code: own.meeting.code, helper: "王芳" })).key;
    const opened = await openHelperDevice(own.house, { code: own.meeting.code, link: key, device: "tablet" });
    const who = await findHelperByKey(own.house, opened.key);
    if (!who) throw new Error("the key just given must open");
    const id = await own.open("secret");
    for (const [n, choice] of choices.entries()) {
      const { status } = await assistBallot(own.house, who, { pollId: id, personId: own.voter(n).personId, choice });
      expect(status).toBe("recorded");
    }
    await own.close(id);
    expect(await own.mismatches()).toEqual([]);
    const file = join(house.config.dataDir, `copy of ${choices.join()}.db`);
    for (const tail of ["", "-wal"]) copyFileSync(own.house.config.databaseFile + tail, file + tail);
    const thief = new SQLite(file);
    const rows = Object.fromEntries(
      ["journal", "claim", "ballot", "helper_device"].map((name) => [
        name,
        thief.prepare(`SELECT * FROM ${name}`).all(),
      ]),
    );
    thief.close();
    await own.house.close();
    return rows;
  }

  it("a copied file tells who was helped in which order, and not what one of them chose", async () => {
    const choices = ["for", "for", "for", "for", "for", "against", "against", "against", "abstain", "abstain"];
    const rows = await afterHelping(choices);
    const helped = (rows.journal ?? []).filter((entry) => (entry as { act: string }).act === "assist-ballot");
    expect(helped, "premise: the order of helping is known").toHaveLength(10);
    // The same figures by the other way round: nothing but the ballots, whose keys are chance, may differ.
    const turned = await afterHelping([...choices].reverse());
    const without = ({ ballot: _ballot, ...rest }: Record<string, unknown[]>) => rest;
    expect(without(turned)).toEqual(without(rows));
    const ballots = (rows.ballot ?? []) as Record<string, unknown>[];
    expect(ballots.map((ballot) => ballot.person_id)).toEqual(ballots.map(() => null));
    expect(Object.keys(ballots[0] ?? {}).sort()).toEqual(["choice", "id", "item", "person_id", "poll_id"]);
    for (const entry of helped as { data: string }[]) {
      expect(Object.keys(JSON.parse(entry.data)).sort()).toEqual(["helper", "name", "poll"]);
      for (const { id } of ballots) expect(entry.data).not.toContain(String(id));
    }
  });
});

it("a house without tablets knows no helper by an empty or guessed key", async () => {
  const empty = openTestHouse();
  for (const key of ["", "guess"]) expect(await findHelperByKey(empty, key)).toBeNull();
  await empty.close();
});
