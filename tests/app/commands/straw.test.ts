import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rebindDevice } from "#app/commands/check-in.ts";
import { closeStraw, discardStraw } from "#app/commands/close-straw.ts";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import type { Voter } from "#app/house.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { answersIn } from "#app/queries/straw-view.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { strawText as text } from "#app/text/straw.ts";
import { journalOf } from "#db/journal.ts";
import { refusalOf } from "#tests/refusal.ts";
import { openStrawRoom, QUESTION, type StrawRoom } from "./straw-room.ts";

let room: StrawRoom;
let house: StrawRoom["house"];
let lake: StrawRoom["lake"];
let meeting: StrawRoom["meeting"];
let members: StrawRoom["members"];
let guest: StrawRoom["guest"];
let ask: StrawRoom["ask"];
let answer: StrawRoom["answer"];
let answers: StrawRoom["answers"];
let shown: StrawRoom["shown"];
let kept: StrawRoom["kept"];
let entry: StrawRoom["entry"];
let files: StrawRoom["files"];
beforeEach(async () => {
  room = await openStrawRoom();
  ({ house, lake, meeting, members, guest, ask, answer, answers, shown, kept, entry, files } = room);
});
afterEach(() => room.house.close());

describe("while it is open", () => {
  it("is one answer a person, changed as often as they like", async () => {
    const { id } = await ask();
    await answers(id, ["o1", "o1", "o1", "o1", "o1"]);
    expect(await answer(members[0], id, "o2")).toEqual({ status: "answered" });
    expect(await answer(members[0], id, "o1")).toEqual({ status: "answered" });
    expect(await answer(members[1], id, "o2")).toEqual({ status: "answered" });
    expect(await shown()).toMatchObject({ state: "open", answered: 5, present: 11 });
    await closeStraw(house, lake.actor, id);
    expect(await shown()).toMatchObject({ state: "closed", answered: 5, counts: { o1: 4, o2: 1 } });
  });

  it("tells everybody how many answered, each their own answer, and no sum", async () => {
    const { id } = await ask();
    await answers(id, ["o1", "o2", "o1", "o1", "o1", "o1"]);
    const seen = [await shown(), await shown(members[1]), await shown(members[8])];
    for (const straw of seen) {
      expect(straw).toMatchObject({ state: "open", answered: 6 });
      expect(straw).not.toHaveProperty("counts");
    }
    expect(seen.map((straw) => straw?.mine)).toEqual([undefined, "o2", null]);
    const tell = await answersIn(house, seen[0] ?? null);
    expect([0, 1, 8].map((n) => tell(members[n]?.personId ?? ""))).toEqual(["o1", "o2", null]);
    const elsewhere = await shown({ ...members[0], meetingId: "elsewhere" } as Voter);
    expect(elsewhere).not.toHaveProperty("mine");
  });

  it("tells the room of a first answer, nobody of a changed one, and phones of neither", async () => {
    const { id } = await ask();
    house.published.length = 0;
    await answer(members[0], id, "o1");
    expect(house.published).toEqual([{ meetingId: meeting.id, concern: "turnout" }]);
    await answer(members[0], id, "o2");
    await answer(members[1], id, "for");
    expect(house.published).toHaveLength(1);
  });

  it("lets the version rise with every answer, over closing and the next one", async () => {
    const versions: number[] = [];
    const note = async () => versions.push((await meetingSnapshot(house, meeting.code)).version);
    await note();
    const { id } = await ask();
    for (const n of [0, 1, 2, 3, 4]) {
      await note();
      await answer(members[n], id, "o1");
    }
    await note();
    await closeStraw(house, lake.actor, id);
    await note();
    const second = await ask();
    await note();
    await discardStraw(house, lake.actor, second.id);
    await note();
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });
});

describe("who may answer", () => {
  it("is everybody who is checked in, guests too", async () => {
    const { id } = await ask();
    expect(await answer(guest, id, "o1")).toEqual({ status: "answered" });
  });

  it("is members only where the chair did not tick the guests", async () => {
    const { id } = await ask({ guests: undefined });
    expect(await answer(guest, id, "o1")).toEqual({ status: "not-entitled" });
    expect(await shown()).toMatchObject({ guests: false, present: 10 });
  });

  it("is nobody who left, lost their phone, or belongs to another meeting", async () => {
    const { id } = await ask();
    const [gone, lost, other] = members as [Voter, Voter, Voter];
    await markAttendance(house, lake.actor, { meetingId: meeting.id, personId: gone.personId, present: false });
    await rebindDevice(house, lake.actor, meeting.id, lost.personId);
    for (const voter of [gone, lost, { ...other, meetingId: "elsewhere" }]) {
      expect(await answer(voter, id, "o1")).toEqual({ status: "not-entitled" });
    }
    expect(await answer(other, "no-such", "o1")).toEqual({ status: "not-entitled" });
    expect(await shown()).toMatchObject({ answered: 0 });
  });

  it("takes no tap that is none of its options", async () => {
    const { id } = await ask();
    for (const choice of ["for", "", "o3", "constructor"]) {
      expect(await answer(members[0], id, choice)).toEqual({ status: "invalid-choice" });
    }
  });
});

describe("closing", () => {
  it("keeps the sums and forgets who tapped what, in the file and its log too", async () => {
    const { id } = await ask({ options: ["装那个", "不装那个"] });
    await answers(id, ["o1", "o1", "o1", "o2", "o2"]);
    const trace = new RegExp(`${id}${members[0]?.personId}`);
    // The premise: before closing the answer lies in the files, key and all.
    expect(files()).toMatch(trace);
    await closeStraw(house, lake.actor, id);
    expect(await house.db.read(async (db) => db.select().from(db.tables.strawAnswer))).toEqual([]);
    expect(files()).not.toMatch(trace);
    expect(await kept(id)).toMatchObject({ state: "closed", answered: 5, present: 11, counts: { o1: 3, o2: 2 } });
  });

  it("of fewer than five answers keeps and tells only how many they were", async () => {
    const { id } = await ask();
    await answers(id, ["o1", "o1", "o1", "o1"]);
    await closeStraw(house, lake.actor, id);
    expect(await kept(id)).toMatchObject({ answered: 4, counts: null });
    expect(await shown()).toMatchObject({ state: "closed", answered: 4, counts: null });
    const { data } = (await entry(id, "close-straw")) ?? {};
    expect(data).not.toHaveProperty("sums");
    expect(data).toMatchObject({ answered: 4, few: text.few });
  });

  it("races answers: what was acknowledged is what is summed, 40 times over", async () => {
    for (let round = 0; round < 40; round++) {
      const { id } = await ask();
      const early = members.slice(0, 8).map((voter) => answer(voter, id, "o1"));
      const closing = Promise.resolve().then(() => closeStraw(house, lake.actor, id));
      const late = members.slice(6).map((voter) => answer(voter, id, "o2"));
      const [said, , after] = await Promise.all([Promise.all(early), closing, Promise.all(late)]);
      const heard = (all: { status: string }[]) => all.filter(({ status }) => status === "answered").length;
      const { answered, counts } = (await kept(id)) ?? {};
      // Two of the late ones had answered before.
      const persons = new Set([
        ...members.slice(0, 8).filter((_, n) => said[n]?.status === "answered"),
        ...members.slice(6).filter((_, n) => after[n]?.status === "answered"),
      ]);
      expect(answered).toBe(persons.size);
      expect(counts?.o2 ?? 0).toBe(heard(after));
      expect(await house.db.read(async (db) => db.select().from(db.tables.strawAnswer))).toEqual([]);
    }
  });

  it("happens once, and nothing is answered afterwards", async () => {
    const { id } = await ask();
    await closeStraw(house, lake.actor, id);
    await expect(closeStraw(house, lake.actor, id)).rejects.toThrow("wrong-state");
    expect(await answer(members[0], id, "o1")).toEqual({ status: "closed" });
  });

  it("stands in the journal with its sums, marked as no vote, and with nobody's name beside an answer", async () => {
    const { id } = await ask();
    await answers(id, ["o1", "o1", "o2", "o1", "o1"]);
    await closeStraw(house, lake.actor, id);
    expect((await entry(id, "open-straw"))?.data).toMatchObject({ question: QUESTION, options: ["装", "不装"] });
    const closing = await entry(id, "close-straw");
    expect(closing?.data).toEqual({
      question: QUESTION,
      present: 11,
      answered: 5,
      sums: { 装: 4, 不装: 1 },
      note: "意向摸底，不是表决，不作决定",
    });
    expect(await house.db.read((db) => journalOf(db, id))).toHaveLength(2);
    expect((await verifyHouse(house)).mismatches).toEqual([]);
  });
});

it("can be taken back only while nobody has answered", async () => {
  const first = await ask();
  await discardStraw(house, lake.actor, first.id);
  expect(await shown()).toBeNull();
  expect((await entry(first.id, "discard-straw"))?.data).toMatchObject({ question: QUESTION });
  const { id } = await ask();
  await answer(members[0], id, "o1");
  await expect(discardStraw(house, lake.actor, id)).rejects.toThrow("wrong-state");
  await closeStraw(house, lake.actor, id);
  await expect(discardStraw(house, lake.actor, id)).rejects.toThrow("wrong-state");
});

it.each([
  [{ question: "" }, "question"],
  [{ options: ["同意", "不装"] }, "options"],
  [{ options: "装\n\n" }, "options"],
  [{ options: "一\n二\n三\n四\n五\n六" }, "options"],
])("refuses %j at its field", async (wrong, field) => {
  const { details } = (await refusalOf(ask(wrong))) ?? {};
  expect(details).toMatchObject([{ field }]);
  expect(await shown()).toBeNull();
});
