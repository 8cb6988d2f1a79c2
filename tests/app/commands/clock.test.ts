import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { extendPoll } from "#app/commands/steer-poll.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { type PollRoom, pollRoom } from "./poll-room.ts";

/** What the file keeps of times, and what becomes of an open poll when the server's clock is set by an hour. */

const HOUR = 3_600_000;
const MINUTES = 10;

let room: PollRoom;
beforeEach(async () => {
  room = await pollRoom();
});
afterEach(() => room.house.close());

const setBy = (hours: number) => room.house.at(new Date(room.house.clock().getTime() + hours * HOUR));
const all = async (id: string, from: number, to: number) => {
  const said: string[] = [];
  for (let n = from; n < to; n++) said.push((await room.cast(n, id, n % 2 === 0 ? "for" : "against")).status);
  return said;
};

describe("threat: clock jumps", () => {
  it.each(["UTC", "Asia/Shanghai", "America/Los_Angeles"])("times are kept in UTC on a machine in %s", async (zone) => {
    const own = process.env.TZ;
    process.env.TZ = zone;
    try {
      const opened = Date.parse("2026-11-25T06:40:00Z");
      room.house.at(new Date(opened));
      const id = await room.open("secret", { minutes: MINUTES });
      const file = new SQLite(room.house.config.databaseFile, { readonly: true });
      const kept = file.prepare("SELECT opened_at, ends_at FROM poll WHERE id = ?").get(id);
      const at = file.prepare("SELECT at FROM journal WHERE act = 'open-poll' AND subject = ?").pluck().get(id);
      file.close();
      expect(kept).toEqual({ opened_at: opened, ends_at: opened + MINUTES * 60_000 });
      expect(at).toBe("2026-11-25T06:40:00.000Z");
      expect((await meetingSnapshot(room.house, room.meeting.code)).poll?.endsAt).toBe("2026-11-25T06:50:00.000Z");
    } finally {
      if (own === undefined) Reflect.deleteProperty(process.env, "TZ");
      else process.env.TZ = own;
    }
  });

  it("set back by an hour in the middle of a poll takes no ballot away and shuts nobody out", async () => {
    const id = await room.open("secret", { minutes: MINUTES });
    expect(await all(id, 0, 5)).toEqual(Array(5).fill("recorded"));
    setBy(-1);
    expect(await all(id, 0, 10)).toEqual([...Array(5).fill("already-recorded"), ...Array(5).fill("recorded")]);
    expect(await room.close(id)).toMatchObject({ cast: 10, for: 5, against: 5 });
    expect(await room.mismatches()).toEqual([]);
  });

  it("set forward by an hour ends the time to vote, loses nothing, and the chair can give more", async () => {
    const id = await room.open("secret", { minutes: MINUTES });
    expect(await all(id, 0, 5)).toEqual(Array(5).fill("recorded"));
    setBy(1);
    expect(await all(id, 5, 7)).toEqual(["poll-closed", "poll-closed"]);
    const endsAt = await extendPoll(room.house, room.community.actor, id, 5);
    expect(endsAt.getTime()).toBe(room.house.clock().getTime() + 5 * 60_000);
    expect(await all(id, 5, 10)).toEqual(Array(5).fill("recorded"));
    setBy(-1);
    expect(await room.close(id)).toMatchObject({ cast: 10, for: 5, against: 5 });
    expect(await room.mismatches()).toEqual([]);
  });

  it("back and forth, the journal's order is its own: entries follow one another, whatever the time they give", async () => {
    for (const hours of [1, -2, 1]) {
      const id = await room.open("secret");
      setBy(hours);
      expect(await all(id, 0, 2)).toEqual(["recorded", "recorded"]);
      await room.close(id);
    }
    expect(await room.mismatches()).toEqual([]);
  });
});
