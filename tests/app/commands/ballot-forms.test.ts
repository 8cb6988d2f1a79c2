import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { castBallot } from "#app/commands/cast-ballot.ts";
import { draftPoll, type PollInput } from "#app/commands/draft-poll.ts";
import { openDraftPoll } from "#app/commands/open-poll.ts";
import type { DomainError } from "#app/domain/errors.ts";
import type { Choice } from "#app/domain/poll/form.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { pollById } from "#db/stores/poll.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { type PollRoom, pollRoom } from "./poll-room.ts";

let room: PollRoom;
beforeEach(async () => {
  room = await pollRoom();
});
afterEach(() => room.house.close());

const cast = async (n: number, pollId: string, choice: unknown) =>
  (await castBallot(room.house, room.voter(n), { pollId, choice })).status;

async function castAll(pollId: string, choices: readonly Choice[]): Promise<void> {
  for (const [n, choice] of choices.entries()) expect(await cast(n, pollId, choice), `${n}`).toBe("recorded");
}

/** The field that a poll asked for like this is refused at. */
async function refusedAt(mode: PollMode, more: Partial<PollInput>): Promise<string> {
  try {
    await room.open(mode, more);
  } catch (error) {
    const { word, details } = error as DomainError;
    return `${word} ${(details as { field: string }[])[0]?.field}`;
  }
  return "taken";
}

const ITEMS = ["补装三盏路灯", "改建车棚", "更换门禁"];
const PLANS = ["东门", "西门", "北门"];

describe("several items on one ballot", () => {
  it.each(["secret", "named"] as const)("%s: each is judged by itself, and all lie in the box apart", async (mode) => {
    const id = await room.open(mode, { items: ITEMS });
    const ballot = (...answers: string[]) => Object.fromEntries(answers.map((answer, n) => [`i${n + 1}`, answer]));
    await castAll(id, [
      ...Array.from({ length: 6 }, () => ballot("for", "against", "for")),
      ballot("for", "for", "abstain"),
      ballot("against", "for", "abstain"),
      ballot("abstain", "abstain", "abstain"),
    ]);
    for (const wrong of ["for", ["for"], { i1: "for", i2: "for" }, { ...ballot("for", "for", "for"), i9: "for" }, null])
      expect(await cast(9, id, wrong), JSON.stringify(wrong)).toBe("invalid-choice");
    const result = await room.close(id);
    expect(result).toMatchObject({
      cast: 9,
      for: 9,
      against: 0,
      abstain: 0,
      invalid: 0,
      quorumMet: true,
      passed: false,
    });
    expect(result.items).toMatchObject([
      { label: ITEMS[0], for: 7, against: 1, abstain: 1, passed: true },
      { label: ITEMS[1], for: 2, against: 6, abstain: 1, passed: false },
      { label: ITEMS[2], for: 6, against: 0, abstain: 3, passed: true },
    ]);
    const rows = await room.house.db.read(async (db) => db.select().from(db.tables.ballot));
    expect(rows).toHaveLength(27);
    if (mode === "secret") {
      expect(rows.every(({ personId }) => personId === null)).toBe(true);
      expect(new Set(rows.map((row) => row.id)).size).toBe(27);
    }
    expect(await room.mismatches()).toEqual([]);
  });

  it("a named ballot is changed whole until closing", async () => {
    const id = await room.open("named", { items: ITEMS });
    expect(await cast(0, id, { i1: "for", i2: "for", i3: "for" })).toBe("recorded");
    expect(await cast(0, id, { i1: "against", i2: "for", i3: "abstain" })).toBe("already-recorded");
    const { items } = await room.close(id);
    expect(items?.map(({ for: yes, against, abstain }) => [yes, against, abstain])).toEqual([
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  it("papers beside the phones are counted item by item, and must fit the valid papers", async () => {
    const id = await room.open("secret", { items: ITEMS.slice(0, 2), alsoPaper: true });
    for (const n of [5, 6, 7, 8, 9]) await room.paper(id, n);
    await castAll(
      id,
      Array.from({ length: 5 }, () => ({ i1: "for", i2: "against" })),
    );
    const votes = (yes: number, against: number, abstain: number, invalid: number) => ({
      for: yes,
      against,
      abstain,
      invalid,
    });
    const papers = { collected: 5, invalid: 1 };
    await expect(room.both(id, { ...papers, items: { i1: votes(4, 0, 0, 0) } })).rejects.toThrow("invalid-value");
    await expect(room.both(id, { ...papers, items: { i1: votes(4, 0, 0, 0), i2: votes(3, 0, 0, 0) } })).rejects.toThrow(
      "invalid-value",
    );
    await room.both(id, { ...papers, items: { i1: votes(2, 1, 1, 0), i2: votes(3, 0, 0, 1) } });
    const result = await room.close(id);
    expect(result).toMatchObject({ cast: 10, for: 9, invalid: 1 });
    expect(result.items).toMatchObject([votes(7, 1, 1, 0), votes(3, 5, 0, 1)]);
    expect(await room.mismatches()).toEqual([]);
  });
});

describe("a choice among options", () => {
  it("one of three: the most votes win if they reach the rule", async () => {
    const id = await room.open("secret", { options: PLANS });
    await castAll(id, [...Array(6).fill("o2"), "o1", "o1", "abstain", "o3"]);
    const result = await room.close(id);
    expect(result).toMatchObject({ cast: 10, for: 9, abstain: 1, passed: true });
    expect(result.options).toMatchObject([
      { label: "东门", votes: 2, reached: false, chosen: false },
      { label: "西门", votes: 6, reached: true, chosen: true },
      { label: "北门", votes: 1, chosen: false },
    ]);
    expect(await room.mismatches()).toEqual([]);
  });

  it("two of three: nobody ticks too many, the same twice, or 弃权 beside a choice", async () => {
    const id = await room.open("secret", { options: PLANS, choose: "2" });
    for (const wrong of [["o1", "o2", "o3"], ["o1", "o1"], ["o1", "abstain"], [], ["o9"], "o1+o2", { i1: "for" }, 7])
      expect(await cast(0, id, wrong), JSON.stringify(wrong)).toBe("invalid-choice");
    await castAll(id, [...Array(6).fill(["o2", "o1"]), ["o1"], ["o3"], "abstain"]);
    const result = await room.close(id);
    expect(result).toMatchObject({ cast: 9, for: 8, abstain: 1, passed: true });
    expect(result.options?.map(({ votes, chosen }) => [votes, chosen])).toEqual([
      [7, true],
      [6, true],
      [1, false],
    ]);
  });

  it("equal votes for the last seat choose nobody and say so", async () => {
    const id = await room.open("secret", { options: PLANS, choose: "2", seats: "1" });
    await castAll(id, Array(10).fill(["o1", "o2"]));
    const result = await room.close(id);
    expect(result.passed).toBe(false);
    expect(result.options?.map(({ reached, chosen, tied }) => [reached, chosen, tied])).toEqual([
      [true, false, true],
      [true, false, true],
      [false, false, false],
    ]);
    const { poll } = await meetingSnapshot(room.house, room.meeting.code);
    expect(poll?.result?.sentence).toBe("东门、西门票数相同，没有选出，可再投一轮");
  });

  it("knows a candidate on the roll by the name, and tells nobody whose line it is", async () => {
    const [first] = await room.house.db.read((db) => attendeesOf(db, room.meeting.id));
    const id = await room.open("secret", { options: [first?.name ?? "", "某某"] });
    const poll = await room.house.db.read((db) => pollById(db, id));
    expect(poll?.options.map(({ personId }) => personId)).toEqual([first?.personId, undefined, undefined]);
    const snapshot = await meetingSnapshot(room.house, room.meeting.code);
    expect(JSON.stringify(snapshot.poll)).not.toContain("personId");
  });

  it("hands are counted option by option", async () => {
    const id = await room.open("hands", { options: PLANS });
    await room.both(id, { chosen: { o1: 2, o2: 7, o3: 0 }, abstain: 1 });
    expect(await room.close(id)).toMatchObject({ cast: 10, for: 9, abstain: 1, passed: true });
    expect(await room.mismatches()).toEqual([]);
  });

  it("figures for what stands on no ballot are refused: they would be counted nowhere, and fail verification for ever", async () => {
    const votes = { for: 5, against: 0, abstain: 0, invalid: 0 };
    const chosen = { o1: 5, o2: 0, o3: 0 };
    const plans = await room.open("paper", { options: PLANS });
    const papers = { issued: 5, collected: 5 };
    for (const other of ["o9", "abstain", "constructor"]) {
      const counted = room.both(plans, { ...papers, chosen: { ...chosen, [other]: 0 } });
      await expect(counted, other).rejects.toMatchObject({
        word: "invalid-value",
        details: [{ field: `chosen.${other}` }],
      });
    }
    await room.both(plans, { ...papers, chosen });
    await room.close(plans);
    const items = await room.open("paper", { items: ITEMS.slice(0, 1) });
    const counted = room.both(items, { ...papers, items: { i1: votes, i9: votes } });
    await expect(counted).rejects.toMatchObject({ word: "invalid-value", details: [{ field: "items.i9" }] });
    await room.both(items, { ...papers, items: { i1: votes } });
    await room.close(items);
    expect(await room.mismatches()).toEqual([]);
  });

  it("tellers who differ hear which option, never by how much", async () => {
    const id = await room.open("hands", { options: PLANS });
    await room.count(id, "李华", { chosen: { o1: 2, o2: 7, o3: 0 } });
    const told = await room
      .count(id, "王强", { chosen: { o1: 3, o2: 6, o3: 0 } })
      .catch((error: DomainError) => error.details);
    expect(told).toEqual([
      { field: "o1", message: "“东门”的数字不一样。" },
      { field: "o2", message: "“西门”的数字不一样。" },
    ]);
  });
});

it.each<[PollMode, Partial<PollInput>, string]>([
  ["secret", { options: ["东门"] }, "invalid-value options"],
  ["secret", { options: ["东门", "东门"] }, "invalid-value options"],
  ["secret", { options: PLANS, items: ITEMS }, "invalid-value items"],
  ["secret", { options: PLANS, choose: "4" }, "invalid-value choose"],
  ["secret", { options: PLANS, choose: "1", seats: "9" }, "invalid-value seats"],
  ["hands", { items: ITEMS }, "invalid-value items"],
  ["hands", { options: PLANS, choose: "2" }, "invalid-value choose"],
  ["paper", { items: ITEMS, remote: true }, "invalid-value mode"],
  ["secret", { ruleId: "owners-general" }, "invalid-value mode"],
  ["named", { ruleId: "owners-general" }, "invalid-value rule"],
  ["named", { ruleId: "owners-general", alsoPaper: true }, "invalid-value mode"],
  ["secret", { overlays: ["shandong-women"] }, "invalid-value overlays"],
])("%s with %j is refused at %s", async (mode, more, at) => {
  expect(await refusedAt(mode, more)).toBe(at);
});

describe("a local condition beside the rule", () => {
  const asked = { ruleId: "villager-representatives", overlays: ["shandong-women"] };

  it.each([
    ["that were not given", {}],
    ["that fall short, though the statute's quorum is there", { womenPresent: 1, womenDue: 3 }],
    ["that are more than the whole", { womenPresent: 4, womenDue: 3 }],
    ["of nobody", { womenPresent: 0, womenDue: 0 }],
  ])("begins no vote on counts %s", async (_, extra) => {
    expect(await refusedAt("secret", { ...asked, extra })).toBe("invalid-value extra.womenPresent");
  });

  it("holds beside the statute where both are met", async () => {
    const id = await room.open("secret", { ...asked, extra: { womenPresent: 2, womenDue: 3 } });
    await castAll(id, Array(10).fill("for"));
    expect(await room.close(id)).toMatchObject({ quorumMet: true, passed: true });
  });
});

it("a ballot's settings cannot be changed once it is open", async () => {
  const { meeting, house, community } = room;
  const asked = {
    meetingId: meeting.id,
    question: "选哪个门?",
    mode: "secret",
    ruleId: "resident-representatives",
  } as const;
  const { id } = await draftPoll(house, community.actor, { ...asked, options: PLANS });
  await openDraftPoll(house, community.actor, id);
  for (const change of [{ options: [] }, { form: { kind: "yes-no" } as const }, { overlays: ["x"] }, { remote: true }])
    await expect(
      house.db.write(async (db) => {
        await db.update(db.tables.poll).set(change);
      }),
    ).rejects.toThrow();
});
