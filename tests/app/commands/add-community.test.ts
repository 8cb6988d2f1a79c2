import { afterEach, beforeEach, expect, test } from "vitest";
import { addCommunity } from "#app/commands/add-community.ts";
import { firstRun } from "#app/commands/first-run.ts";
import { signIn } from "#app/commands/sign-in.ts";
import type { Actor } from "#app/house.ts";
import { settingsPage } from "#app/queries/settings.ts";
import { communityById, staffByUsername } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

let house: TestHouse;
let street: Actor;
beforeEach(async () => {
  house = openTestHouse();
  const account = { community: "湖滨街道", street: "临江区", name: "韩冬", username: "handong", password: PASSWORD };
  const { communityId, staffId } = await firstRun(house, { ...account, kind: "street", start: "empty" });
  street = { kind: "staff", staffId, communityId, name: "韩冬", role: "secretary" };
});
afterEach(() => house.close());

const lake = { community: "翠湖社区", name: "周岚", username: "zhoulan" };

test("a street adds a community, whose secretary signs in with the password shown", async () => {
  const { password } = await addCommunity(house, street, lake);
  const signedIn = await signIn(house, { username: lake.username, password, userAgent: "", days: 1 });
  expect(signedIn.value).not.toBe("");
  const staff = await house.db.read((db) => staffByUsername(db, lake.username));
  const community = await house.db.read((db) => communityById(db, staff?.communityId ?? ""));
  expect(community).toMatchObject({ name: "翠湖社区", street: "湖滨街道", kind: "community", demonstration: false });
  expect(staff).toMatchObject({ role: "secretary", name: "周岚" });
  const page = await settingsPage(house, street, null);
  expect(page.communities).toMatchObject([{ name: "翠湖社区", secretaries: "周岚" }]);
});

test("the password is in no row of the database, and both journals say what was done", async () => {
  const { password } = await addCommunity(house, street, lake);
  const journal = await house.db.read(async (db) => db.select().from(db.tables.journal));
  expect(journal.map(({ act, actor }) => [act, actor])).toEqual(
    expect.arrayContaining([
      ["add-community", "韩冬"],
      ["set-up", "周岚"],
    ]),
  );
  expect(JSON.stringify(journal)).not.toContain(password);
});

test("nobody but a street's secretary adds one", async () => {
  const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  for (const who of [hill.actor, { ...street, role: "clerk" as const }]) {
    expect((await refusalOf(addCommunity(house, who, lake)))?.word).toBe("not-allowed");
  }
  expect(await house.db.read((db) => staffByUsername(db, lake.username))).toBeUndefined();
});

test("a user name that is taken is named, and nothing is made", async () => {
  const refused = await refusalOf(addCommunity(house, street, { ...lake, username: "handong" }));
  expect(refused).toMatchObject({ word: "invalid-value", details: [{ field: "username" }] });
  expect((await settingsPage(house, street, null)).communities).toEqual([]);
});

test("the settings of a community name no others", async () => {
  const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  expect((await settingsPage(house, hill.actor, null)).communities).toBeNull();
});
