import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { meetingRoom } from "#app/queries/meeting-room.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { pollResult } from "#app/queries/poll-result.ts";
import { journalOf } from "#db/journal.ts";
import { type PollRoom, pollRoom, WAYS } from "./poll-room.ts";

let room: PollRoom;
beforeEach(async () => {
  room = await pollRoom();
});
afterEach(() => room.house.close());

/** One contract for every way of voting. */
describe.each(Object.keys(WAYS))("a poll by way of %s", (name) => {
  const way = WAYS[name];
  if (!way) throw new Error("unknown way");

  it("counts everybody once, and its own recount agrees", async () => {
    const id = await room.open(...way.asked);
    await way.vote(room, id);
    const result = await room.close(id);
    expect(result).toMatchObject({ for: 7, against: 2, abstain: 1, invalid: 0, due: 10, present: 10, cast: 10 });
    expect(result).toMatchObject({ quorumMet: true, passed: true });
    expect(result.parts?.reduce((sum, part) => sum + part.cast, 0) ?? 10).toBe(10);
    expect(await pollResult(room.house, id)).toEqual(result);
    expect(await room.mismatches()).toEqual([]);
  });

  it("tells no figure before it is closed: not to the desk, a phone, the screen or the journal", async () => {
    const id = await room.open(...way.asked);
    await way.vote(room, id);
    const told = JSON.stringify([
      await meetingSnapshot(room.house, room.meeting.code),
      await meetingSnapshot(room.house, room.meeting.code, room.voter(0)),
      (await meetingRoom(room.house, room.community.actor, room.meeting.code)).polls,
      await room.house.db.read((db) => journalOf(db, id)),
    ]);
    expect(told.match(/"(for|against|abstain|collected)":\s*\d/g)).toBeNull();
    await expect(pollResult(room.house, id)).rejects.toThrow("poll-open");
  });

  it("takes nothing once it is closed or voided, and the file itself refuses to change what was counted", async () => {
    for (const end of ["close", "void"]) {
      const id = await room.open(...way.asked);
      await way.vote(room, id);
      await (end === "close" ? room.close(id) : room.spoil(id));
      expect(await room.cast(0, id, "against")).toEqual({ status: "poll-closed" });
      await expect(room.count(id, "李华", { for: 1 })).rejects.toMatchObject({
        word: end === "close" ? "poll-closed" : "poll-voided",
      });
      await expect(room.close(id)).rejects.toThrow("wrong-state");
    }
    const hand = new SQLite(room.house.config.databaseFile);
    const changes = {
      teller_count: "figures = '{}'",
      issued_paper: "person_id = 'x'",
      ballot: "choice = 'x'",
      claim: "person_id = 'x'",
    };
    for (const [table, change] of Object.entries(changes)) {
      if (hand.prepare(`SELECT count(*) FROM ${table}`).pluck().get() === 0) continue;
      expect(() => hand.exec(`DELETE FROM ${table}`), table).toThrow();
      expect(() => hand.exec(`UPDATE ${table} SET ${change}`), table).toThrow();
    }
    const closed = hand.prepare("SELECT id FROM poll WHERE state = 'closed'").pluck().get();
    const late = "INSERT INTO teller_count (poll_id, method, teller, figures) VALUES (?, 'hands', '外人', '{}')";
    expect(() => hand.prepare(late).run(closed)).toThrow("poll is not open");
    for (const change of ["state = 'open'", "void_reason = 'x'", "mode = 'x'", "also_hands = 2", "round_of = id"]) {
      expect(() => hand.exec(`UPDATE poll SET ${change}`), change).toThrow();
    }
    hand.close();
    expect(await room.mismatches()).toEqual([]);
  });
});
