import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countAgain, enterCount } from "#app/commands/enter-count.ts";
import { issuePaper } from "#app/commands/issue-paper.ts";
import { extendPoll } from "#app/commands/steer-poll.ts";
import { voidPoll } from "#app/commands/void-poll.ts";
import { meetingRoom } from "#app/queries/meeting-room.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { pollResult } from "#app/queries/poll-result.ts";
import { journalOf } from "#db/journal.ts";
import { pollById } from "#db/stores/poll.ts";
import { seedCommunity } from "#tests/people.ts";
import { type PollRoom, pollRoom, WAYS } from "./poll-room.ts";

let room: PollRoom;
let { house, community, meeting, voters, voter, open, cast, count, both, paper, close, mismatches } = {} as PollRoom;
beforeEach(async () => {
  room = await pollRoom();
  ({ house, community, meeting, voters, voter, open, cast, count, both, paper, close, mismatches } = room);
});
afterEach(() => house.close());

describe("threat: teller's slip: two tellers", () => {
  it("who differ: neither counts, what differs is said, and closing is refused in words", async () => {
    const id = await open("hands");
    await expect(close(id)).rejects.toMatchObject({ word: "gate-not-met", details: [{ field: "counts" }] });
    expect(await count(id, "李华", { for: 7 })).toEqual({ status: "waiting" });
    await expect(close(id)).rejects.toThrow("gate-not-met");
    const differing = count(id, "王强", { for: 6, against: 1 });
    await expect(differing).rejects.toMatchObject({
      word: "counts-differ",
      details: [
        { field: "for", message: "同意的数字不一样。" },
        { field: "against", message: "反对的数字不一样。" },
      ],
    });
    await expect(close(id)).rejects.toMatchObject({
      details: [{ message: expect.stringContaining("不一致") }],
    });
    expect(await count(id, "王强", { for: 7 })).toEqual({ status: "agreed" });
    expect(await close(id)).toMatchObject({ for: 7, against: 0, cast: 7 });
  });

  it("see nothing of each other's figures until both are in", async () => {
    const id = await open("hands");
    await count(id, "李华", { for: 7 });
    const [poll] = (await meetingRoom(house, community.actor, meeting.code)).polls;
    expect(poll?.counts).toEqual([
      { method: "hands", state: "one", tellers: [{ name: "李华", standing: true }], differences: [] },
    ]);
  });

  it("once agreed, count again only by throwing both entries away", async () => {
    const id = await open("hands");
    await both(id, { for: 7 });
    await expect(count(id, "李华", { for: 8 })).rejects.toThrow("wrong-state");
    await countAgain(house, community.actor, id, "hands");
    await expect(close(id)).rejects.toThrow("gate-not-met");
    await both(id, { for: 8 });
    expect(await close(id)).toMatchObject({ for: 8 });
  });

  it("are held against closing: what closes is an agreed count, 40 times over", async () => {
    for (let round = 0; round < 40; round++) {
      const id = await open("hands");
      await count(id, "李华", { for: 7 });
      const acts = [() => count(id, "王强", { for: round % 2 === 0 ? 7 : 6 }), () => close(id)];
      const settled = await Promise.allSettled((round % 3 === 0 ? acts.reverse() : acts).map((act) => act()));
      const poll = await house.db.read((db) => pollById(db, id));
      if (poll?.state === "closed") expect(poll.result).toMatchObject({ for: 7, cast: 7 });
      else expect(settled.some((each) => each.status === "rejected")).toBe(true);
      if (poll?.state === "open") await room.spoil(id);
    }
    expect(await mismatches()).toEqual([]);
  });
});

describe("one credential", () => {
  it("is spent by taking a paper: the phone answers that it is recorded, and shows why", async () => {
    const id = await open("named", { alsoPaper: true });
    await paper(id, 0);
    expect(await cast(0, id, "for")).toEqual({ status: "already-recorded" });
    expect((await meetingSnapshot(house, meeting.code, voter(0))).poll).toMatchObject({
      mine: "recorded",
      onPaper: true,
    });
    expect((await meetingSnapshot(house, meeting.code, voter(1))).poll).not.toHaveProperty("onPaper");
    expect((await meetingSnapshot(house, meeting.code)).poll).toMatchObject({ cast: 1 });
  });

  it("is spent by voting on the phone: no paper is handed out", async () => {
    const id = await open("secret", { alsoPaper: true });
    await cast(0, id, "for");
    await expect(paper(id, 0)).rejects.toMatchObject({ word: "wrong-state", details: [{ field: "issued" }] });
  });

  it("comes back with a paper ticked by mistake, and the version never falls", async () => {
    const id = await open("secret", { alsoPaper: true });
    const versions = [(await meetingSnapshot(house, meeting.code)).version];
    for (const issued of [true, false, true, false]) {
      await paper(id, 0, issued);
      versions.push((await meetingSnapshot(house, meeting.code)).version);
    }
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(await cast(0, id, "for")).toEqual({ status: "recorded" });
    expect(await close(id)).toMatchObject({ for: 1, cast: 1 });
    expect(await mismatches()).toEqual([]);
  });

  it("goes to whoever is first, 60 races of a tick against a ballot", async () => {
    for (let round = 0; round < 6; round++) {
      const id = await open("secret", { alsoPaper: true });
      const taken = await Promise.all(
        voters.map(async (_, n) => {
          const acts = [
            () => cast(n, id, "for").then(({ status }) => status === "recorded"),
            () =>
              paper(id, n).then(
                () => true,
                () => false,
              ),
          ];
          return (await Promise.all((n % 2 === 0 ? acts : acts.reverse()).map((act) => act()))).filter(Boolean).length;
        }),
      );
      expect(taken).toEqual(voters.map(() => 1));
      const { onList } = await papersOf(id);
      if (onList > 0) await both(id, { for: onList, collected: onList });
      expect(await close(id)).toMatchObject({ for: 10, cast: 10 });
    }
    expect(await mismatches()).toEqual([]);
  });

  it("is nobody's who is absent or has no vote, and papers are only where the poll takes them", async () => {
    const id = await open("secret", { alsoPaper: true });
    const issue = (personId: string) => issuePaper(house, community.actor, { pollId: id, personId, issued: true });
    await expect(issue(community.people.observer.id)).rejects.toThrow("not-entitled");
    await expect(issue("nobody")).rejects.toThrow("not-found");
    await room.spoil(id);
    const plain = await open("secret");
    await expect(paper(plain, 0)).rejects.toThrow("wrong-state");
  });

  async function papersOf(id: string) {
    const [poll] = (await meetingRoom(house, community.actor, meeting.code)).polls;
    if (poll?.id !== id) throw new Error("the test's own premise: the latest poll");
    return { onList: poll.papers.length };
  }
});

describe("hands beside phones", () => {
  it("are never more than those who have not voted", async () => {
    const id = await open("secret", { alsoHands: true });
    for (const n of [0, 1, 2, 3, 4, 5]) await cast(n, id, "for");
    await expect(count(id, "李华", { for: 5 })).rejects.toMatchObject({ word: "invalid-value" });
    expect(await both(id, { for: 4 })).toEqual({ status: "agreed" });
  });

  it("end voting by phone when their count begins: nobody is in both", async () => {
    const id = await open("secret", { alsoHands: true });
    await cast(0, id, "for");
    await count(id, "李华", { for: 1 });
    expect(await cast(1, id, "for")).toEqual({ status: "poll-closed" });
    await expect(extendPoll(house, community.actor, id, 3)).rejects.toThrow("wrong-state");
    await countAgain(house, community.actor, id, "hands");
    await extendPoll(house, community.actor, id, 3);
    expect(await cast(1, id, "for")).toEqual({ status: "recorded" });
  });
});

describe("a poll that went wrong", () => {
  it("threat: more papers than issued: is void by itself when more papers came back than went out, with the reason everywhere and no result", async () => {
    const id = await open("paper");
    const reason = "收回纸票 9 张，多于发出 8 张";
    const figures = { for: 9, issued: 8, collected: 9 };
    expect(await count(id, "李华", figures)).toEqual({ status: "waiting" });
    expect(await count(id, "王强", figures)).toEqual({ status: "voided", reason });
    const { poll } = await meetingSnapshot(house, meeting.code, voter(0));
    expect(poll).toMatchObject({ state: "voided", voidReason: reason });
    expect(poll).not.toHaveProperty("result");
    await expect(pollResult(house, id)).rejects.toMatchObject({ word: "poll-voided", details: [{ message: reason }] });
    const acts = await house.db.read((db) => journalOf(db, id));
    expect(acts.at(-1)).toMatchObject({ act: "void-poll", data: { reason } });
  });

  it("is void by hand only while it is open, and its second round is linked to it", async () => {
    const first = await open("secret");
    await expect(open("secret", { roundOf: first })).rejects.toThrow();
    await room.spoil(first);
    const second = await open("secret", { roundOf: first });
    await cast(0, second, "for");
    expect((await meetingSnapshot(house, meeting.code)).poll).toMatchObject({ secondRound: true, state: "open" });
    await close(second);
    await expect(room.spoil(second)).rejects.toThrow("wrong-state");
    await expect(open("secret", { roundOf: "elsewhere" })).rejects.toThrow("invalid-value");
  });

  it("belongs to its own community's staff", async () => {
    const other = await seedCommunity(house, { community: "邻湖社区", username: "other" });
    const id = await open("paper");
    const strange = { pollId: id, teller: "外人", for: 1, against: 0, abstain: 0, invalid: 0, issued: 1, collected: 1 };
    await expect(enterCount(house, other.actor, strange)).rejects.toThrow("not-found");
    await expect(voidPoll(house, other.actor, { pollId: id, reason: "越权" })).rejects.toThrow("not-found");
    const personId = voter(0).personId;
    await expect(issuePaper(house, other.actor, { pollId: id, personId, issued: true })).rejects.toThrow("not-found");
  });
});

describe("verification", () => {
  it.each([
    ["one teller's figures", "UPDATE teller_count SET figures = json_set(figures, '$.for', 5) WHERE teller = '李华'"],
    ["both tellers' figures", "UPDATE teller_count SET figures = json_set(figures, '$.for', 5)"],
    ["the balance of papers", "UPDATE teller_count SET figures = json_set(figures, '$.issued', 11)"],
    ["the parts of the result", "UPDATE poll SET result = json_set(result, '$.parts[1].cast', 4)"],
    ["the list of papers", "DELETE FROM issued_paper WHERE person_id = (SELECT person_id FROM issued_paper LIMIT 1)"],
  ])("names %s changed behind its back", async (_what, statement) => {
    const id = await open("secret", { alsoPaper: true });
    await WAYS["secret with papers"]?.vote(room, id);
    await close(id);
    expect(await mismatches()).toEqual([]);
    const insider = new SQLite(house.config.databaseFile);
    for (const name of insider.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()) {
      insider.exec(`DROP TRIGGER ${name}`);
    }
    expect(insider.prepare(statement).run().changes).toBeGreaterThan(0);
    insider.close();
    expect((await mismatches()).length).toBeGreaterThan(0);
  });
});
