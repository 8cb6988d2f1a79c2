import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { castBallot } from "#app/commands/cast-ballot.ts";
import { rebindDevice } from "#app/commands/check-in.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { draftPoll } from "#app/commands/draft-poll.ts";
import { openDraftPoll, openPoll } from "#app/commands/open-poll.ts";
import { revealPoll } from "#app/commands/steer-poll.ts";
import type { Voter } from "#app/house.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { pollResult } from "#app/queries/poll-result.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { ballotsOf, countClaims } from "#db/stores/poll.ts";
import { saveAttendee } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arriveAsVoter, type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let community: SeededCommunity;
let meeting: MeetingInSession;
let voters: Voter[];

beforeEach(async () => {
  house = openTestHouse();
  community = await seedCommunity(house);
});
afterEach(() => house.close());

/** The ten of the cast who may vote check in. */
async function gather(): Promise<void> {
  meeting = await meetingInSession(house, community);
  const entitled = await house.db.read(async (db) =>
    (await db.select().from(db.tables.attendee)).filter((line) => line.votingRight).map((line) => line.personId),
  );
  voters = [];
  for (const personId of entitled) voters.push(await arriveAsVoter(house, meeting, personId));
}

const question = "是否同意在 3 号楼东侧补装路灯?";
const open = (mode: "secret" | "named") =>
  openPoll(house, community.actor, { meetingId: meeting.id, question, mode, ruleId: "resident-representatives" });
const cast = (voter: Voter | undefined, pollId: string, choice: string) => {
  if (!voter) throw new Error("no such voter");
  return castBallot(house, voter, { pollId, choice });
};

describe.each(["secret", "named"] as const)("a %s poll", (mode) => {
  beforeEach(() => gather());

  it("counts what was acknowledged, with due, present and the verdict's steps", async () => {
    const { id } = await open(mode);
    const choices = ["for", "for", "for", "for", "for", "for", "against", "against", "abstain"];
    for (const [n, choice] of choices.entries())
      expect(await cast(voters[n], id, choice)).toEqual({ status: "recorded" });
    const result = await closePoll(house, community.actor, id);
    expect(result).toMatchObject({ due: 10, present: 10, cast: 9, for: 6, against: 2, abstain: 1, invalid: 0 });
    expect(result).toMatchObject({ quorumMet: true, passed: true });
    expect(await pollResult(house, id)).toEqual(result);
  });

  it("refuses what it must: unknown choice, closed poll, somebody absent, somebody without a vote, another meeting", async () => {
    const { id } = await open(mode);
    expect(await cast(voters[0], id, "maybe")).toEqual({ status: "invalid-choice" });
    const [first, second] = voters as [Voter, Voter];
    await house.db.write((db) => saveAttendee(db, meeting.id, second.personId, { presentAt: null }));
    expect(await cast(second, id, "for")).toEqual({ status: "not-entitled" });
    const observer = await arriveAsVoter(house, meeting, community.people.observer.id);
    expect(await cast(observer, id, "for")).toEqual({ status: "not-entitled" });
    expect(await cast({ ...first, meetingId: "elsewhere" }, id, "for")).toEqual({ status: "not-entitled" });
    await closePoll(house, community.actor, id);
    expect(await cast(first, id, "for")).toEqual({ status: "poll-closed" });
    expect(await house.db.read((db) => countClaims(db, id))).toBe(0);
  });

  it("takes nothing from a device that staff took the person from, though it is still on the line", async () => {
    const { id } = await open(mode);
    const [lost] = voters;
    await rebindDevice(house, community.actor, meeting.id, lost?.personId ?? "");
    expect(await cast(lost, id, "against")).toEqual({ status: "not-entitled" });
    const found = await arriveAsVoter(house, meeting, lost?.personId ?? "");
    expect(await cast(found, id, "for")).toEqual({ status: "recorded" });
  });

  it("shows turnout and no figure while open, and the figures only after closing", async () => {
    const { id } = await open(mode);
    await cast(voters[0], id, "for");
    const during = await meetingSnapshot(house, meeting.code, voters[0]);
    expect(during.poll).toMatchObject({ state: "open", cast: 1, entitled: 10, mine: "recorded" });
    expect(during.poll).not.toHaveProperty("result");
    await expect(pollResult(house, id)).rejects.toThrow("poll-open");
    await expect(revealPoll(house, community.actor, id, 1)).rejects.toThrow("poll-open");
    await closePoll(house, community.actor, id);
    expect((await meetingSnapshot(house, meeting.code)).poll?.result).toMatchObject({ for: 1, cast: 1 });
  });
});

describe("a named poll", () => {
  beforeEach(() => gather());

  it("lets a ballot be changed until closing", async () => {
    const { id } = await open("named");
    await cast(voters[0], id, "for");
    expect(await cast(voters[0], id, "against")).toEqual({ status: "already-recorded" });
    expect(await closePoll(house, community.actor, id)).toMatchObject({ for: 0, against: 1, cast: 1 });
  });
});

describe("opening a poll", () => {
  it("is refused at the desk below the quorum, and shows how many are missing", async () => {
    meeting = await meetingInSession(house, community);
    await arriveAsVoter(house, meeting, community.people.chen.id);
    await expect(open("secret")).rejects.toMatchObject({ word: "quorum-not-met", details: { missing: 6 } });
  });

  it("is judged at closing for programs: a missed quorum never passes", async () => {
    meeting = await meetingInSession(house, community);
    const input = { meetingId: meeting.id, question, mode: "secret", ruleId: "resident-representatives" } as const;
    const { id } = await draftPoll(house, community.actor, input);
    await openDraftPoll(house, community.actor, id);
    await cast(await arriveAsVoter(house, meeting, community.people.chen.id), id, "for");
    expect(await closePoll(house, community.actor, id)).toMatchObject({ quorumMet: false, passed: false, for: 1 });
  });

  it("is one at a time, never twice, and never for another community's staff", async () => {
    await gather();
    const other = await seedCommunity(house, { community: "邻湖社区", username: "other" });
    const { id } = await open("secret");
    await expect(open("secret")).rejects.toThrow("wrong-state");
    await expect(openDraftPoll(house, community.actor, id)).rejects.toThrow("wrong-state");
    await expect(closePoll(house, other.actor, id)).rejects.toThrow("not-found");
    await expect(
      openPoll(house, other.actor, { meetingId: meeting.id, question, mode: "secret", ruleId: "roundtable-majority" }),
    ).rejects.toThrow("not-found");
  });
});

describe("verification", () => {
  beforeEach(() => gather());

  const tamper = (statement: string) => {
    const insider = new SQLite(house.config.databaseFile);
    for (const name of insider.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()) {
      insider.exec(`DROP TRIGGER ${name}`);
    }
    expect(insider.prepare(statement).run().changes).toBeGreaterThan(0);
    insider.close();
  };

  it.each([
    [
      "a ballot",
      "UPDATE ballot SET choice = 'against' WHERE id = (SELECT id FROM ballot WHERE choice = 'for' LIMIT 1)",
    ],
    ["the result", "UPDATE poll SET result = json_set(result, '$.for', 9)"],
    ["a ballot's absence", "DELETE FROM ballot WHERE id = (SELECT id FROM ballot LIMIT 1)"],
    ["the journal", "UPDATE journal SET data = replace(data, '\"for\":7', '\"for\":8') WHERE act = 'close-poll'"],
    ["who acted", "UPDATE journal SET actor = '某人' WHERE seq = 2"],
  ])("names %s changed behind its back", async (_what, statement) => {
    const { id } = await open("secret");
    for (const [n, voter] of voters.entries()) await cast(voter, id, n < 7 ? "for" : "against");
    await closePoll(house, community.actor, id);
    expect((await verifyHouse(house)).mismatches).toEqual([]);
    tamper(statement);
    expect((await verifyHouse(house)).mismatches.length).toBeGreaterThan(0);
  });

  it("is not needed against ordinary hands: triggers refuse to change ballots, claims and journal", async () => {
    const { id } = await open("secret");
    await cast(voters[0], id, "for");
    await closePoll(house, community.actor, id);
    const hand = new SQLite(house.config.databaseFile);
    for (const statement of [
      "UPDATE ballot SET choice = 'x'",
      "DELETE FROM ballot",
      "DELETE FROM claim",
      "DELETE FROM journal",
    ]) {
      expect(() => hand.exec(statement), statement).toThrow();
    }
    hand.close();
    expect(await house.db.read((db) => ballotsOf(db, id))).toHaveLength(1);
  });
});
