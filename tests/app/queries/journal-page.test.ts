import { afterEach, beforeEach, expect, test } from "vitest";
import { addPerson } from "#app/commands/edit-person.ts";
import { journalVerdict, journalView } from "#app/queries/journal-page.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let here: SeededCommunity;
let elsewhere: SeededCommunity;

beforeEach(async () => {
  house = openTestHouse();
  here = await seedCommunity(house);
  elsewhere = await seedCommunity(house, { community: "东湖社区", username: "donghu" });
});
afterEach(() => house.close());

const add = ({ actor }: SeededCommunity, name: string) =>
  addPerson(house, actor, { name, seat: "", unit: "", phone: "", votingRight: true });

test("shows a community its own entries only, and verifies everybody's", async () => {
  await add(here, "罗小曼");
  await add(elsewhere, "梁德福");
  const view = await journalView(house, here.actor);
  expect(view.entries.map((entry) => [entry.act, entry.subject])).toEqual([
    ["加入名册", "罗小曼"],
    ["建立社区", "翠湖社区"],
  ]);
  expect(view.count).toBe(2);
  expect(view.entries.map((entry) => entry.data).join()).not.toContain("梁德福");
  expect(await journalVerdict(house)).toEqual({ count: 4, head: view.head.hash, mismatches: [] });
});

test("pages through without leaving out or repeating an entry", async () => {
  for (let i = 0; i < 60; i++) {
    await add(here, `居民${i}`);
    await add(elsewhere, `他人${i}`);
  }
  const first = await journalView(house, here.actor);
  expect(first).toMatchObject({ count: 61, newest: true });
  expect(first.entries).toHaveLength(50);
  const second = await journalView(house, here.actor, first.older ?? undefined);
  expect(second).toMatchObject({ older: null, newest: false });
  const seen = [...first.entries, ...second.entries].map((entry) => entry.seq);
  expect(new Set(seen).size).toBe(61);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
});
