import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { draftPoll } from "#app/commands/draft-poll.ts";
import { countInput } from "#app/commands/enter-count.ts";
import { journalOf } from "#db/journal.ts";
import { saveMeeting } from "#db/stores/meeting.ts";
import { type PollRoom, pollRoom } from "./poll-room.ts";

let room: PollRoom;
let { house, community, meeting, open, cast, count, both, paper, close } = {} as PollRoom;
beforeEach(async () => {
  room = await pollRoom();
  ({ house, community, meeting, open, cast, count, both, paper, close } = room);
});
afterEach(() => house.close());

it.each(["closed", "cancelled"] as const)("drafts no poll in a %s meeting", async (state) => {
  await house.db.write((db) => saveMeeting(db, meeting.id, { state }));
  const asked = {
    meetingId: meeting.id,
    question: "是否补装路灯?",
    mode: "secret",
    ruleId: "resident-representatives",
  } as const;
  await expect(draftPoll(house, community.actor, asked)).rejects.toThrow("wrong-state");
});

describe("whoever raised a hand", () => {
  const asked = { alsoPaper: true, alsoHands: true };

  it("is handed no paper afterwards, until the hands are counted again", async () => {
    const id = await open("secret", asked);
    for (const n of [0, 1, 2, 3, 4]) await cast(n, id, "for");
    await count(id, "李华", { method: "hands", for: 3 });
    await expect(paper(id, 5)).rejects.toMatchObject({ word: "wrong-state", details: [{ field: "issued" }] });
    await count(id, "王强", { method: "hands", for: 3 });
    await expect(paper(id, 5)).rejects.toThrow("wrong-state");
    expect(await close(id)).toMatchObject({ for: 8, cast: 8 });
  });

  it("finds the phone closed also when the clock is set back an hour", async () => {
    const id = await open("secret", asked);
    await cast(0, id, "for");
    await both(id, { method: "hands", for: 8 });
    house.at(new Date(house.clock().getTime() - 3_600_000));
    expect(await cast(5, id, "for")).toEqual({ status: "poll-closed" });
  });
});

it("a field of a count that holds no number is none: neither blanks nor what only looks like one", () => {
  const given = { pollId: "p", teller: "李华", for: 7, against: 0, abstain: 0, invalid: 0 };
  for (const blank of ["", " ", "\u3000", null, undefined, true, [5]]) {
    expect(countInput.safeParse({ ...given, against: blank }).success, JSON.stringify(blank)).toBe(false);
  }
  expect(countInput.parse({ ...given, issued: " " }).issued).toBeUndefined();
});

it("voiding a secret poll keeps out of the journal how few papers voted", async () => {
  const id = await open("secret", { alsoPaper: true });
  await paper(id, 0);
  await both(id, { against: 1, collected: 1 });
  await room.spoil(id);
  const [entry] = (await house.db.read((db) => journalOf(db, id))).filter(({ act }) => act === "void-poll");
  expect(JSON.stringify(entry?.data)).not.toContain("against");
  expect(entry?.data).toMatchObject({ spent: 1, counts: { paper: [{ teller: "李华" }, { teller: "王强" }] } });
});
