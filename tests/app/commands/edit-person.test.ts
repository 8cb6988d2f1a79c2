import { afterEach, beforeEach, expect, test } from "vitest";
import {
  addPerson,
  editPerson,
  personInput,
  removePerson,
  restorePerson,
  type StalePerson,
} from "#app/commands/edit-person.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { personPage, removedPage, rollPage } from "#app/queries/people.ts";
import { journalOf } from "#db/journal.ts";
import { attendeesOf, personById } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

let house: TestHouse;
let seeded: SeededCommunity;

beforeEach(async () => {
  house = openTestHouse();
  seeded = await seedCommunity(house);
});
afterEach(() => house.close());

const words = { name: "陈建平", seat: "居民代表", unit: "1号楼", phone: "10000000001", votingRight: true };
const read = (id: string) => house.db.read((db) => personById(db, id));

test("the second of two who edit the same person is told, sees what it is now, and overwrites nothing", async () => {
  const { actor, people } = seeded;
  const { id, version } = people.chen;
  await editPerson(house, actor, { ...words, id, version, seat: "楼栋长" });
  const refusal = await refusalOf(editPerson(house, actor, { ...words, id, version, unit: "9号楼" }));
  expect(refusal?.word).toBe("stale");
  const { current } = (refusal as { details: StalePerson }).details;
  expect(current).toMatchObject({ seat: "楼栋长", unit: "1号楼", version: 2, removed: false });
  expect(await read(id)).toMatchObject({ seat: "楼栋长", unit: "1号楼", version: 2 });

  await editPerson(house, actor, { ...words, id, version: current.version, unit: "9号楼" });
  expect(await read(id)).toMatchObject({ seat: "居民代表", unit: "9号楼", version: 3 });
});

test("a person removed meanwhile is stale for the one who still edits, and says so", async () => {
  const { actor, people } = seeded;
  const { id, version } = people.chen;
  await removePerson(house, actor, { id, version });
  const refusal = await refusalOf(editPerson(house, actor, { ...words, id, version: 2 }));
  expect(refusal).toMatchObject({ word: "stale", details: { current: { removed: true } } });
  expect(await refusalOf(removePerson(house, actor, { id, version: 2 }))).toMatchObject({ word: "stale" });
});

test("another community's person does not exist, whatever one tries", async () => {
  const other = await seedCommunity(house, { community: "东湖社区", username: "donghu" });
  const { id, version } = seeded.people.chen;
  const notFound = { word: "not-found" };
  expect(await refusalOf(personPage(house, other.actor, id))).toMatchObject(notFound);
  expect(await refusalOf(editPerson(house, other.actor, { ...words, id, version }))).toMatchObject(notFound);
  expect(await refusalOf(removePerson(house, other.actor, { id, version }))).toMatchObject(notFound);
  expect(await refusalOf(restorePerson(house, other.actor, { id, version }))).toMatchObject(notFound);
  expect(await read(id)).toMatchObject({ version: 1, removedAt: null });
});

test("a removed person leaves planned meetings, keeps those held, and comes back by restoring", async () => {
  const { actor, people, bodyId } = seeded;
  const startsAt = new Date("2026-11-25T06:30:00Z");
  const meeting = await planMeeting(house, actor, { body: bodyId, startsAt, recorder: "" });
  const due = async () =>
    (await house.db.read((db) => attendeesOf(db, meeting.id))).map((line) => line.personId).includes(people.chen.id);
  expect(await due()).toBe(true);
  await removePerson(house, actor, { id: people.chen.id, version: 1 });
  expect(await due()).toBe(false);
  expect((await removedPage(house, actor)).people.map((person) => person.name)).toEqual(["陈建平"]);
  expect((await rollPage(house, actor, { search: "陈建平", seat: null, page: 1 })).matching).toBe(0);
  await restorePerson(house, actor, { id: people.chen.id, version: 2 });
  expect(await due()).toBe(true);
  expect((await removedPage(house, actor)).people).toEqual([]);
});

test("phone numbers stay out of the journal", async () => {
  const { id } = await addPerson(house, seeded.actor, words);
  await editPerson(house, seeded.actor, { ...words, id, version: 1, phone: "10000000002" });
  await removePerson(house, seeded.actor, { id, version: 2 });
  const entries = await house.db.read((db) => journalOf(db, id));
  expect(entries.map((entry) => entry.act)).toEqual(["add-person", "edit-person", "remove-person"]);
  expect(JSON.stringify(entries)).not.toContain("1000000000");
});

test.each([
  ["no name", { name: "" }, "name"],
  ["a name of 500 characters", { name: "长".repeat(500) }, "name"],
  ["a name of nothing but control characters", { name: "\u202e\u0007 " }, "name"],
  ["a phone in words", { name: "王芳", phone: "拨打我" }, "phone"],
  ["a unit of 101 characters", { name: "王芳", unit: "楼".repeat(101) }, "unit"],
])("what is typed wrong is named at its field: %s", (_what, typed, field) => {
  const parsed = personInput.safeParse({ votingRight: "yes", ...typed });
  expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([field]);
});

test("odd names are kept as text, without what deceives the eye", () => {
  const parsed = personInput.parse({ name: " <b>王\u202e芳</b>👩‍🌾\u0000 ", phone: "(0532)8888 1234" });
  expect(parsed).toMatchObject({ name: "<b>王芳</b>👩‍🌾", phone: "05328888" + "1234", votingRight: false });
});
