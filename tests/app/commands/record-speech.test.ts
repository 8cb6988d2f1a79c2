import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addSpeech, editSpeech, newSpeechInput, removeSpeech, restoreSpeech } from "#app/commands/record-speech.ts";
import { roomText } from "#app/text/room.ts";
import { type Speech, speechById, speechesOf } from "#db/stores/speech.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { must, openRoom, type Room } from "./room.ts";

let house: TestHouse;
let room: Room;
let agendaItemId: string;

beforeEach(async () => {
  house = openTestHouse();
  room = await openRoom(house);
  agendaItemId = (await room.item(2)).id;
});
afterEach(() => house.close());

const colleague = () => ({ ...room.community.actor, staffId: "another", name: "李敏" });
const lines = () => house.db.read((db) => speechesOf(db, room.meetingId));
const line = (id: string): Promise<Speech> => house.db.read(async (db) => must(await speechById(db, id)));
const add = (words: { speaker?: string; body: string; key?: string }, actor = room.community.actor) =>
  addSpeech(house, actor, { meetingId: room.meetingId, agendaItemId, speaker: "陈建平", ...words });
const edit = (speechId: string, version: number, body: string, actor = room.community.actor) =>
  editSpeech(house, actor, { meetingId: room.meetingId, speechId, version, speaker: "陈建平", body });

it("two desks write 200 lines at once: none is lost, none stands on another's place", async () => {
  const bodies = Array.from({ length: 200 }, (_, n) => `第 ${n + 1} 句`);
  await Promise.all(bodies.map((body, n) => add({ body }, n % 2 ? colleague() : room.community.actor)));
  const saved = await lines();
  expect(saved.map((each) => each.body).sort()).toEqual([...bodies].sort());
  expect(new Set(saved.map((each) => each.position)).size).toBe(200);
  expect(saved.filter((each) => each.recordedBy === "李敏")).toHaveLength(100);
});

describe("a line sent again after its answer was lost", () => {
  const key = "draft-7f3a9c21";

  it("is one line, and takes up what was typed meanwhile", async () => {
    const first = await add({ body: "路灯", key });
    const again = await add({ body: "路灯不亮两周了", key });
    expect(again).toMatchObject({ id: first.id, version: 2 });
    expect(await add({ body: "路灯不亮两周了", key })).toMatchObject({ id: first.id, version: 2 });
    expect(await lines()).toMatchObject([{ body: "路灯不亮两周了" }]);
  });

  it("sent fifty times at once is one line", async () => {
    await Promise.all(Array.from({ length: 50 }, () => add({ body: "同一句", key })));
    expect(await lines()).toMatchObject([{ body: "同一句", version: 1 }]);
  });

  it("does not overwrite what a colleague changed in it", async () => {
    const { id } = await add({ body: "路灯", key });
    await edit(id, 1, "路灯坏了", colleague());
    const refused = await refusalOf(add({ body: "路灯不亮", key }));
    expect(refused).toMatchObject({
      word: "stale",
      details: { current: { body: "路灯坏了", version: 2, by: "李敏" } },
    });
    expect((await line(id)).body).toBe("路灯坏了");
  });

  it("of another desk with the same key is another line", async () => {
    await add({ body: "甲", key });
    await add({ body: "乙", key }, colleague());
    expect((await lines()).map((each) => each.body).sort()).toEqual(["乙", "甲"].sort());
  });
});

describe("editing", () => {
  it("the same line at once: one is saved, the other is shown both texts", async () => {
    const { id } = await add({ body: "原话" });
    const [mine, theirs] = await Promise.all([
      refusalOf(edit(id, 1, "我改的")),
      refusalOf(edit(id, 1, "同事改的", colleague())),
    ]);
    const stale = must([mine, theirs].find((each) => each !== null));
    expect([mine, theirs].filter((each) => each === null)).toHaveLength(1);
    const kept = (await line(id)).body;
    expect(stale).toMatchObject({ word: "stale", details: { current: { body: kept, version: 2 } } });
  });

  it("to what already stands is no conflict, whatever edition was seen", async () => {
    const { id } = await add({ body: "原话" });
    await edit(id, 1, "改好的话");
    expect(await edit(id, 1, "改好的话")).toMatchObject({ id, version: 2 });
    expect((await line(id)).version).toBe(2);
  });

  it("is journalled without the words, except while the writer is still typing the line", async () => {
    const { id } = await add({ body: "正在" });
    await edit(id, 1, "正在输入的一句话");
    expect(await room.acts(id)).toEqual(["add-speech"]);
    await edit(id, 2, "同事改过的话", colleague());
    house.at(new Date(house.clock().getTime() + 20 * 60_000));
    await edit(id, 3, "二十分钟后再改");
    expect(await room.acts(id)).toEqual(["add-speech", "edit-speech", "edit-speech"]);
    const entries = await house.db.read((db) => db.select().from(db.tables.journal));
    expect(entries.filter((entry) => /正在|同事|二十/.test(entry.data))).toEqual([]);
  });
});

describe("removing", () => {
  it("takes a line out, and putting it back loses nothing", async () => {
    const { id } = await add({ body: "说错了的话" });
    await removeSpeech(house, room.community.actor, { meetingId: room.meetingId, speechId: id, version: 1 });
    expect(await lines()).toEqual([]);
    await restoreSpeech(house, room.community.actor, { meetingId: room.meetingId, speechId: id, version: 2 });
    expect(await lines()).toMatchObject([{ id, body: "说错了的话", position: 1, removedAt: null }]);
    expect(await room.acts(id)).toEqual(["add-speech", "remove-speech", "restore-speech"]);
  });

  it("of a line changed meanwhile is stale; typing on in a removed line is stale and says so", async () => {
    const { id } = await add({ body: "原话" });
    await edit(id, 1, "改过", colleague());
    const mark = { meetingId: room.meetingId, speechId: id };
    expect(await refusalOf(removeSpeech(house, room.community.actor, { ...mark, version: 1 }))).toMatchObject({
      word: "stale",
    });
    await removeSpeech(house, room.community.actor, { ...mark, version: 2 });
    const refused = await refusalOf(edit(id, 3, "还在写", colleague()));
    expect(refused).toMatchObject({ word: "stale", details: { current: { removed: true } } });
  });
});

it("is kept as typed, normalised once: line breaks stay, controls and direction marks go", () => {
  const typed = { speaker: " 陈\u202e建平\n", body: "第一行\r\n<b>第二行</b>\u0007 🙂𠮷" };
  const { speaker, body } = newSpeechInput.parse({ meetingId: "m", agendaItemId: "i", ...typed });
  expect({ speaker, body }).toEqual({ speaker: "陈建平", body: "第一行\n<b>第二行</b> 🙂𠮷" });
  expect(
    newSpeechInput.safeParse({ meetingId: "m", agendaItemId: "i", speaker: "", body: " \n" }).error?.issues,
  ).toMatchObject([{ path: ["body"], message: roomText.record.bodyRequired }]);
});

it("belongs to a meeting in session of the own community, and to an item of that meeting", async () => {
  const other = await seedCommunity(house, { community: "邻里社区", username: "other" });
  expect(await refusalOf(add({ body: "外人" }, other.actor))).toMatchObject({ word: "not-found" });
  const { id } = await add({ body: "原话" });
  expect(await refusalOf(edit(id, 1, "外人", other.actor))).toMatchObject({ word: "not-found" });
  agendaItemId = "elsewhere";
  expect(await refusalOf(add({ body: "别处" }))).toMatchObject({ word: "not-found" });
  expect(await lines()).toHaveLength(1);
});
