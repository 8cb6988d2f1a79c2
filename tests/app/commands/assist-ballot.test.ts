import { copyFileSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assistBallot } from "#app/commands/assist-ballot.ts";
import { revokeHelperDevice } from "#app/commands/helper-device.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { vouchPresence } from "#app/commands/vouch-presence.ts";
import type { Helper } from "#app/domain/meeting/helper.ts";
import { ballotsOf } from "#db/stores/poll.ts";
import { meetingInSession } from "#tests/meeting.ts";
import { type TabletRoom, tabletRoom } from "./tablet-room.ts";

/** What a helper casts for people at the table: one ballot each, and nothing left of what they chose. */

let room: TabletRoom;
let { house, code, helper, assist, box } = {} as TabletRoom;
beforeEach(async () => {
  room = await tabletRoom();
  ({ house, code, helper, assist, box } = room);
});
afterEach(() => house.close());

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
    await revokeHelperDevice(house, room.community.actor, { code: code, id: who.deviceId });
    await expect(assist(who, 0, id)).rejects.toMatchObject({ word: "not-allowed" });
    await expect(vouchPresence(house, who, room.voter(0).personId)).rejects.toMatchObject({ word: "not-allowed" });
    expect(await box(id)).toEqual({ claims: 0, ballots: 0 });
  });
});

describe("secrecy", () => {
  /** The whole database after ten people were helped, in this order and with these choices. */
  async function afterHelping(choices: string[]): Promise<Record<string, unknown[]>> {
    const own = await tabletRoom();
    const who = await own.helper();
    const id = await own.open("secret");
    for (const [n, choice] of choices.entries()) {
      expect(await own.assist(who, n, id, choice)).toEqual({ status: "recorded" });
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
