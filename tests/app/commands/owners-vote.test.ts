import SQLite from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { castBallot } from "#app/commands/cast-ballot.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { draftPoll } from "#app/commands/draft-poll.ts";
import { addBody } from "#app/commands/edit-body.ts";
import { addRoll } from "#app/commands/edit-roll.ts";
import { enterPaper, strikePaper } from "#app/commands/enter-paper.ts";
import { importOwners, previewOwners, stageOwners } from "#app/commands/import-owners.ts";
import { openDraftPoll, openPoll } from "#app/commands/open-poll.ts";
import { noticeOwnersPoll, openOwnersVote, prepareOwnersPoll } from "#app/commands/owners-poll.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import type { Actor } from "#app/house.ts";
import { ownersVotePage } from "#app/queries/owners-vote.ts";
import { reminderSheet } from "#app/queries/reminder-sheet.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { journalPage } from "#db/journal.ts";
import { meetingById } from "#db/stores/meeting.ts";
import { pollById } from "#db/stores/poll.ts";
import { attendeesOf } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arriveAsVoter } from "#tests/meeting.ts";
import { seedCommunity } from "#tests/people.ts";
import { makeWorkbook } from "#tests/workbook.ts";

/** Moments in Shanghai. */
const at = (text: string) => new Date(`${text}+08:00`);
const NOTICED = at("2026-12-01T10:00:00");
const OPENS = at("2026-12-17T08:00:00");
const ENDS = at("2026-12-27T20:00:00");

/** Nine heads: 陆长河 has three units in two buildings. 1,000.00 m² in all. */
const ESTATE: [string, string, string, string][] = [
  ["1栋", "101", "100", "陆长河"],
  ["1栋", "102", "100", "陆长河"],
  ["2栋", "101", "200.5", "陆长河"],
  ["1栋", "201", "99.5", "田晓月"],
  ["1栋", "202", "50", "韦国兴"],
  ["2栋", "201", "50", "罗小曼"],
  ["2栋", "202", "50", "梁德福"],
  ["2栋", "301", "50", "孔若水"],
  ["2栋", "302", "100", "严清扬"],
  ["3栋", "101", "100", "沈佩芬"],
  ["3栋", "102", "100", "许永年"],
];

let house: TestHouse;
let actor: Actor;
let meetingId: string;
let code: string;

beforeEach(async () => {
  house = openTestHouse({ at: NOTICED });
  ({ actor } = await seedCommunity(house));
  await planVote(
    ESTATE.map(([building, number, area, name], index) => [building, number, area, name, phoneOf(name, index)]),
  );
});
afterEach(() => house.close());

const phoneOf = (name: string, index: number) => (name === "陆长河" ? "13900000001" : `1390000010${index % 10}`);

async function planVote(rows: string[][]) {
  const { id: rollId } = await addRoll(house, actor, { name: "翠湖花园业主", kind: "owners" });
  const bytes = makeWorkbook([["楼栋", "房号", "面积", "业主", "手机"], ...rows]);
  await stageOwners(house, actor, rollId, { name: "a.xlsx", bytes });
  const preview = await previewOwners(house, actor, rollId);
  await importOwners(house, actor, rollId, { planId: preview?.planId ?? "", missing: "keep" });
  const body = {
    name: "业主大会",
    methodId: "owners-decision",
    startTime: "09:00",
    place: "",
    ruleId: "owners-committee",
  };
  const { id } = await addBody(house, actor, { ...body, schedule: { every: "none" }, rollId });
  const startsAt = at("2026-12-27T09:00:00");
  const planned = await planMeeting(house, actor, { body: id, startsAt, recorder: "" });
  meetingId = planned.id;
  code = planned.code;
}

const prepare = (more: { items?: string; ruleId?: "owners-general" | "owners-special" } = {}) =>
  prepareOwnersPoll(house, actor, meetingId, { question: "更换电梯", items: "", ruleId: "owners-general", ...more });
const pollOf = async (id: string) => {
  const poll = await house.db.read((db) => pollById(db, id));
  if (!poll) throw new Error("no poll");
  return poll;
};
const notice = async (pollId: string, times: { opensAt?: Date; endsAt?: Date } = { endsAt: ENDS }) =>
  noticeOwnersPoll(house, actor, {
    pollId,
    version: (await pollOf(pollId)).version,
    opensAt: undefined,
    endsAt: undefined,
    ...times,
  });
const attendees = () => house.db.read((db) => attendeesOf(db, meetingId));
const personOf = async (name: string) => {
  const line = (await attendees()).find((each) => each.name === name);
  if (!line) throw new Error(`${name} is not on the roll`);
  return line.personId;
};
const view = { search: "", building: null, owner: null, page: 1 };
const page = () => ownersVotePage(house, actor, code, view);
const acts = async (act: string) => {
  const entries = await house.db.read((db) => journalPage(db, actor.communityId, { limit: 200 }));
  return entries.filter((entry) => entry.act === act);
};

async function running(more: Parameters<typeof prepare>[0] = {}): Promise<string> {
  const { id } = await prepare(more);
  await notice(id);
  house.at(OPENS);
  await openOwnersVote(house, actor, id);
  return id;
}

async function byPhone(pollId: string, name: string, choice: unknown) {
  const voter = await arriveAsVoter(house, { id: meetingId, code }, await personOf(name));
  return (await castBallot(house, voter, { pollId, choice })).status;
}

describe("no vote of the owners without its notice", () => {
  test.each([
    ["2026-12-01T23:59:59", "2026-12-15T23:59:59", false],
    ["2026-12-01T23:59:59", "2026-12-16T00:00:00", true],
    ["2026-12-02T00:00:01", "2026-12-16T23:59:59", false],
    ["2026-12-02T00:00:01", "2026-12-17T00:00:00", true],
  ])("noticed %s, opened %s: %s", async (noticed, opened, allowed) => {
    house.at(at(noticed));
    const { id } = await prepare();
    await notice(id);
    house.at(at(opened));
    const go = openOwnersVote(house, actor, id);
    if (allowed) await go;
    else await expect(go).rejects.toMatchObject({ word: "wrong-state", details: [{ field: "notice" }] });
    expect((await pollOf(id)).state).toBe(allowed ? "open" : "draft");
  });

  test("a refused opening leaves the meeting planned, hence its roll not frozen", async () => {
    const { id } = await prepare();
    await notice(id);
    await expect(openOwnersVote(house, actor, id)).rejects.toMatchObject({ word: "wrong-state" });
    expect((await house.db.read((db) => meetingById(db, meetingId)))?.state).toBe("planned");
  });

  test("whichever way it is opened: at the desk in one act, by a program, and never without any notice", async () => {
    const { id: posted } = await prepare();
    await notice(posted);
    house.at(OPENS);
    const { id: silent } = await prepare();
    await openOwnersVote(house, actor, posted);
    await closePoll(house, actor, posted);
    const asked = { meetingId, question: "另一项", mode: "named" as const, ruleId: "owners-general", remote: true };
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
    const { id } = await prepare();
    const early = notice(id, { opensAt: at("2026-12-15T23:00:00"), endsAt: ENDS });
    await expect(early).rejects.toMatchObject({
      details: [{ field: "opensAt", message: expect.stringContaining("第14条") }],
    });
    await expect(notice(id, {})).rejects.toMatchObject({ details: [{ field: "endsAt" }] });
    await expect(notice(id, { endsAt: at("2026-12-10T00:00:00") })).rejects.toMatchObject({
      details: [{ field: "endsAt" }],
    });
    await notice(id, { opensAt: OPENS, endsAt: ENDS });
    await expect(notice(id)).rejects.toMatchObject({ word: "stale" });
    expect((await acts("notice-owners-poll"))[0]?.data).toMatchObject({
      noticed: "2026-12-01",
      earliest: "2026-12-16",
    });
  });

  test("from then on the file itself refuses another question, other items, another rule", async () => {
    const { id } = await prepare({ items: "换电梯\n修屋顶" });
    const raw = new SQLite(house.config.databaseFile);
    const set = (what: string) => raw.prepare(`UPDATE poll SET ${what} WHERE id = ?`).run(id);
    set("question = '更换电梯两部'");
    await notice(id);
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
    await expect(prepare({ items: "换电梯" })).rejects.toMatchObject({ details: [{ field: "items" }] });
    const secret = draftPoll(house, actor, {
      meetingId,
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
    const id = await running();
    expect(await byPhone(id, "陆长河", "for")).toBe("recorded");
    const { running: now } = await page();
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
    const id = await running({ items: "换电梯\n修屋顶" });
    const before = JSON.stringify(await page());
    await enterPaper(house, actor, {
      pollId: id,
      personId: await personOf("韦国兴"),
      choice: { i1: "against", i2: "for" },
      enteredBy: "周岚",
    });
    const now = await page();
    const words = JSON.stringify({ ...now, running: { ...now.running, options: [], form: null } });
    expect(words).not.toMatch(/against|"for"|abstain|反对|弃权/);
    expect(before).toContain("against");
  });

  test("the sheet for the doors lists who has not voted, without phones unless they are asked for", async () => {
    const id = await running();
    await byPhone(id, "陆长河", "for");
    const plain = await reminderSheet(house, actor, code, { building: null, phones: false });
    expect(plain.sheets.map(({ building, rows }) => [building, rows.length])).toEqual([
      ["1栋", 2],
      ["2栋", 4],
      ["3栋", 2],
    ]);
    expect(JSON.stringify(plain)).not.toContain("139");
    const phones = await reminderSheet(house, actor, code, { building: "1栋", phones: true });
    expect(phones.sheets).toHaveLength(1);
    expect(JSON.stringify(phones)).toContain("139");
  });

  test("is nobody else's business", async () => {
    const neighbour = await seedCommunity(house, { community: "东湖社区", username: "donghu" });
    const id = await running();
    await expect(ownersVotePage(house, neighbour.actor, code, view)).rejects.toMatchObject({ word: "not-found" });
    await expect(reminderSheet(house, neighbour.actor, code, { building: null, phones: true })).rejects.toMatchObject({
      word: "not-found",
    });
    const paper = { pollId: id, personId: await personOf("韦国兴"), choice: "for", enteredBy: "周岚" };
    await expect(enterPaper(house, neighbour.actor, paper)).rejects.toMatchObject({ word: "not-found" });
    await expect(
      noticeOwnersPoll(house, neighbour.actor, { pollId: id, version: 1, opensAt: undefined, endsAt: ENDS }),
    ).rejects.toMatchObject({ word: "not-found" });
  });
});

describe("a signed paper", () => {
  const enter = async (pollId: string, name: string, choice: string, enteredBy: string) =>
    enterPaper(house, actor, { pollId, personId: await personOf(name), choice, enteredBy });

  test("counts when two people entered the same, and then nothing else of this owner does", async () => {
    const id = await running();
    expect(await enter(id, "韦国兴", "against", "周岚")).toBe("entered");
    expect((await page()).running?.all.voted).toBe(0);
    await expect(enter(id, "韦国兴", "against", "周岚")).rejects.toMatchObject({ details: [{ field: "enteredBy" }] });
    expect(await enter(id, "韦国兴", "against", "徐静")).toBe("recorded");
    expect((await page()).running?.all.voted).toBe(1);
    await expect(enter(id, "韦国兴", "for", "周岚")).rejects.toMatchObject({ details: [{ field: "choice" }] });
    const said = JSON.stringify([...(await acts("enter-paper-ballot")), ...(await acts("check-paper-ballot"))]);
    expect(said).toContain("韦国兴");
    expect(said).not.toMatch(/against|反对/);
  });

  test("entered differently counts neither way", async () => {
    const id = await running();
    await enter(id, "韦国兴", "against", "周岚");
    expect(await enter(id, "韦国兴", "for", "徐静")).toBe("differs");
    const { running: now } = await page();
    expect([now?.all.voted, now?.pending]).toEqual([0, []]);
    expect(JSON.stringify(await acts("strike-paper-ballot"))).not.toMatch(/against|"for"/);
  });

  test("yields to the owner's phone, which is never counted twice", async () => {
    const id = await running();
    await enter(id, "韦国兴", "against", "周岚");
    expect(await byPhone(id, "韦国兴", "for")).toBe("recorded");
    expect(await enter(id, "韦国兴", "against", "徐静")).toBe("voted");
    const result = await closePoll(house, actor, id);
    expect([result.for, result.against]).toEqual([1, 0]);
  });

  test("keeps the poll from being counted until it is checked, which may be after the end", async () => {
    const id = await running();
    await enter(id, "韦国兴", "against", "周岚");
    house.at(new Date(ENDS.getTime() + 60_000));
    await expect(closePoll(house, actor, id)).rejects.toMatchObject({
      word: "gate-not-met",
      details: [{ field: "papers" }],
    });
    await expect(enter(id, "罗小曼", "for", "周岚")).rejects.toMatchObject({ word: "poll-closed" });
    expect(await enter(id, "韦国兴", "against", "徐静")).toBe("recorded");
    expect((await closePoll(house, actor, id)).against).toBe(1);
  });

  test("can be struck, is refused without every answer, and is taken while the poll is open alone", async () => {
    const id = await running({ items: "换电梯\n修屋顶" });
    const personId = await personOf("韦国兴");
    const half = enterPaper(house, actor, { pollId: id, personId, choice: { i1: "for" }, enteredBy: "周岚" });
    await expect(half).rejects.toMatchObject({ details: [{ field: "choice" }] });
    await enterPaper(house, actor, { pollId: id, personId, choice: { i1: "for", i2: "for" }, enteredBy: "周岚" });
    await strikePaper(house, actor, { pollId: id, personId });
    await expect(strikePaper(house, actor, { pollId: id, personId })).rejects.toMatchObject({ word: "not-found" });
    await closePoll(house, actor, id);
    const late = enterPaper(house, actor, {
      pollId: id,
      personId,
      choice: { i1: "for", i2: "for" },
      enteredBy: "周岚",
    });
    await expect(late).rejects.toMatchObject({ word: "poll-closed" });
    expect((await verifyHouse(house)).mismatches).toEqual([]);
  });
});

/** The law in rational arithmetic, apart from the house's own: two thirds take part and more than half, or three quarters, agree, in both. */
function lawful(special: boolean, owners: { area: number; choice: string | null }[]): boolean {
  const sum = (some: typeof owners, of: (owner: (typeof owners)[number]) => bigint) =>
    some.reduce((all, owner) => all + of(owner), 0n);
  const cast = owners.filter(({ choice }) => choice !== null);
  const yes = owners.filter(({ choice }) => choice === "for");
  return [() => 1n, ({ area }: { area: number }) => BigInt(area)].every((of) => {
    const [whole, part, agree] = [sum(owners, of), sum(cast, of), sum(yes, of)];
    return 3n * part >= 2n * whole && (special ? 4n * agree >= 3n * part : 2n * agree > part) && part > 0n;
  });
}

test("the verdict on random votes, phones and papers mixed, is the law's in exact arithmetic", {
  timeout: 60_000,
}, async () => {
  const choice = fc.constantFrom("for", "for", "for", "for", "against", "abstain", null);
  const votes = fc.array(choice, { minLength: 9, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(votes, fc.boolean(), async (choices, special) => {
      await house.close();
      house = openTestHouse({ at: NOTICED });
      ({ actor } = await seedCommunity(house));
      await planVote(
        ESTATE.map(([building, number, area, name], index) => [building, number, area, name, phoneOf(name, index)]),
      );
      const id = await running({ ruleId: special ? "owners-special" : "owners-general" });
      const lines = await attendees();
      const owners = lines.map((line, index) => ({ ...line, area: line.area ?? 0, choice: choices[index] ?? null }));
      for (const [index, owner] of owners.entries()) {
        if (owner.choice === null) continue;
        if (index % 2 === 0) await byPhone(id, owner.name, owner.choice);
        else
          for (const enteredBy of ["周岚", "徐静"])
            await enterPaper(house, actor, { pollId: id, personId: owner.personId, choice: owner.choice, enteredBy });
      }
      expect((await closePoll(house, actor, id)).passed).toBe(lawful(special, owners));
      expect((await verifyHouse(house)).mismatches).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
