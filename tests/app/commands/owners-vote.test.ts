import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { closePoll } from "#app/commands/close-poll.ts";
import { draftPoll } from "#app/commands/draft-poll.ts";
import { enterPaper } from "#app/commands/enter-paper.ts";
import { openDraftPoll, openPoll } from "#app/commands/open-poll.ts";
import { noticeOwnersPoll, openOwnersVote } from "#app/commands/owners-poll.ts";
import type { Actor } from "#app/house.ts";
import { ownersVotePage } from "#app/queries/owners-vote.ts";
import { reminderSheet } from "#app/queries/reminder-sheet.ts";
import { meetingById } from "#db/stores/meeting.ts";
import type { TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { at, ENDS, type Estate, OPENS, openEstate, VIEW } from "./estate.ts";

let estate: Estate;
let house: TestHouse;
let actor: Actor;

beforeEach(async () => {
  estate = await openEstate();
  ({ house, actor } = estate);
});
afterEach(() => house.close());

describe("no vote of the owners without its notice", () => {
  test.each([
    ["2026-12-01T23:59:59", "2026-12-15T23:59:59", false],
    ["2026-12-01T23:59:59", "2026-12-16T00:00:00", true],
    ["2026-12-02T00:00:01", "2026-12-16T23:59:59", false],
    ["2026-12-02T00:00:01", "2026-12-17T00:00:00", true],
  ])("noticed %s, opened %s: %s", async (noticed, opened, allowed) => {
    house.at(at(noticed));
    const { id } = await estate.prepare();
    await estate.notice(id);
    house.at(at(opened));
    const go = openOwnersVote(house, actor, id);
    if (allowed) await go;
    else await expect(go).rejects.toMatchObject({ word: "wrong-state", details: [{ field: "notice" }] });
    expect((await estate.pollOf(id)).state).toBe(allowed ? "open" : "draft");
  });

  test("a refused opening leaves the meeting planned, hence its roll not frozen", async () => {
    const { id } = await estate.prepare();
    await estate.notice(id);
    await expect(openOwnersVote(house, actor, id)).rejects.toMatchObject({ word: "wrong-state" });
    expect((await house.db.read((db) => meetingById(db, estate.meetingId)))?.state).toBe("planned");
  });

  test("whichever way it is opened: at the desk in one act, by a program, and never without any notice", async () => {
    const { id: posted } = await estate.prepare();
    await estate.notice(posted);
    house.at(OPENS);
    const { id: silent } = await estate.prepare();
    await openOwnersVote(house, actor, posted);
    await closePoll(house, actor, posted);
    const asked = {
      meetingId: estate.meetingId,
      question: "另一项",
      mode: "named" as const,
      ruleId: "owners-general",
      remote: true,
    };
    const ways = [
      () => openDraftPoll(house, actor, silent),
      () => openPoll(house, actor, asked),
      () => openOwnersVote(house, actor, silent),
    ];
    for (const open of ways) {
      await expect(open()).rejects.toMatchObject({ word: "wrong-state", details: [{ field: "notice" }] });
    }
  });

  test("it says from when to when, no sooner than the law, and once", async () => {
    const { id } = await estate.prepare();
    const early = estate.notice(id, { opensAt: at("2026-12-15T23:00:00"), endsAt: ENDS });
    await expect(early).rejects.toMatchObject({
      details: [{ field: "opensAt", message: expect.stringContaining("第14条") }],
    });
    await expect(estate.notice(id, {})).rejects.toMatchObject({ details: [{ field: "endsAt" }] });
    await expect(estate.notice(id, { endsAt: at("2026-12-10T00:00:00") })).rejects.toMatchObject({
      details: [{ field: "endsAt" }],
    });
    await estate.notice(id, { opensAt: OPENS, endsAt: ENDS });
    await expect(estate.notice(id)).rejects.toMatchObject({ word: "stale" });
    expect((await estate.acts("notice-owners-poll"))[0]?.data).toMatchObject({
      noticed: "2026-12-01",
      earliest: "2026-12-16",
    });
  });

  test("from then on the file itself refuses another question, other items, another rule", async () => {
    const { id } = await estate.prepare({ items: "换电梯\n修屋顶" });
    const raw = new SQLite(house.config.databaseFile);
    const set = (what: string) => raw.prepare(`UPDATE poll SET ${what} WHERE id = ?`).run(id);
    set("question = '更换电梯两部'");
    await estate.notice(id);
    for (const what of [
      "question = '别的'",
      'form = \'{"kind":"yes-no"}\'',
      "rule_id = 'owners-special'",
      "mode = 'secret'",
      "noticed_at = 0",
      "noticed_at = NULL",
    ]) {
      expect(() => set(what), what).toThrow("frozen");
    }
    raw.close();
  });

  test("one item alone is no list, and a roll without areas cannot be voted by", async () => {
    await expect(estate.prepare({ items: "换电梯" })).rejects.toMatchObject({ details: [{ field: "items" }] });
    const secret = draftPoll(house, actor, {
      meetingId: estate.meetingId,
      question: "x",
      mode: "secret",
      ruleId: "owners-general",
      remote: true,
    });
    await expect(secret).rejects.toMatchObject({ details: [{ field: "mode" }] });
  });
});

describe("while it runs", () => {
  test("an owner of three units counts once in heads and fully in area, live, building by building", async () => {
    const id = await estate.running();
    expect(await estate.byPhone(id, "陆长河", "for")).toBe("recorded");
    const { running: now } = await estate.page();
    expect(now?.all).toEqual({ owners: 9, voted: 1, area: 100_000, votedArea: 40_050 });
    expect(now?.needs.map(({ measure, missing }) => [measure, missing])).toEqual([
      ["heads", 5],
      ["area", 66_667 - 40_050],
    ]);
    expect(now?.buildings).toEqual([
      { building: "1栋", owners: 3, voted: 1, area: 34_950, votedArea: 20_000 },
      { building: "2栋", owners: 5, voted: 1, area: 45_050, votedArea: 20_050 },
      { building: "3栋", owners: 2, voted: 0, area: 20_000, votedArea: 0 },
    ]);
    expect(now?.waiting.owners.map(({ name }) => name)).not.toContain("陆长河");
  });

  test("nothing tells how anybody voted", async () => {
    const id = await estate.running({ items: "换电梯\n修屋顶" });
    const before = JSON.stringify(await estate.page());
    await enterPaper(house, actor, {
      pollId: id,
      personId: await estate.personOf("韦国兴"),
      choice: { i1: "against", i2: "for" },
      enteredBy: "周岚",
    });
    const now = await estate.page();
    const words = JSON.stringify({ ...now, running: { ...now.running, options: [], form: null } });
    expect(words).not.toMatch(/against|"for"|abstain|反对|弃权/);
    expect(before).toContain("against");
  });

  test("the sheet for the doors lists who has not voted, without phones unless they are asked for", async () => {
    const id = await estate.running();
    await estate.byPhone(id, "陆长河", "for");
    const plain = await reminderSheet(house, actor, estate.code, { building: null, phones: false });
    expect(plain.sheets.map(({ building, rows }) => [building, rows.length])).toEqual([
      ["1栋", 2],
      ["2栋", 4],
      ["3栋", 2],
    ]);
    expect(JSON.stringify(plain)).not.toContain("139");
    const phones = await reminderSheet(house, actor, estate.code, { building: "1栋", phones: true });
    expect(phones.sheets).toHaveLength(1);
    expect(JSON.stringify(phones)).toContain("139");
  });

  test("is nobody else's business", async () => {
    const neighbour = await seedCommunity(house, { community: "东湖社区", username: "donghu" });
    const id = await estate.running();
    await expect(ownersVotePage(house, neighbour.actor, estate.code, VIEW)).rejects.toMatchObject({
      word: "not-found",
    });
    await expect(
      reminderSheet(house, neighbour.actor, estate.code, { building: null, phones: true }),
    ).rejects.toMatchObject({
      word: "not-found",
    });
    const paper = { pollId: id, personId: await estate.personOf("韦国兴"), choice: "for", enteredBy: "周岚" };
    await expect(enterPaper(house, neighbour.actor, paper)).rejects.toMatchObject({ word: "not-found" });
    await expect(
      noticeOwnersPoll(house, neighbour.actor, { pollId: id, version: 1, opensAt: undefined, endsAt: ENDS }),
    ).rejects.toMatchObject({ word: "not-found" });
  });
});
