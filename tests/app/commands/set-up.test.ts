import { afterEach, beforeEach, expect, test } from "vitest";
import { firstRun } from "#app/commands/first-run.ts";
import { setUpInput } from "#app/commands/set-up.ts";
import { todayPage } from "#app/queries/today.ts";
import { bodiesOf } from "#db/stores/meeting.ts";
import { peopleOf } from "#db/stores/roll.ts";
import { communityById, staffByUsername } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

const input = { community: "翠湖社区", street: "湖滨街道", name: "周岚", username: "zhoulan", password: PASSWORD };

let house: TestHouse;
beforeEach(() => {
  house = openTestHouse();
});
afterEach(() => house.close());

test("makes the community, its secretary with a hashed password, and the Wednesday body", async () => {
  const { communityId } = await firstRun(house, { ...input, start: "empty" });
  const [community, staff, bodies] = await house.db.read(async (db) => [
    await communityById(db, communityId),
    await staffByUsername(db, "zhoulan"),
    await bodiesOf(db, communityId),
  ]);
  expect(community).toMatchObject({ name: "翠湖社区", demonstration: false });
  expect(staff).toMatchObject({ communityId, role: "secretary", name: "周岚" });
  expect(staff?.passwordHash).toMatch(/^\$argon2id\$/);
  expect(bodies).toMatchObject([
    { name: "相约星期三", schedule: { every: "week", weekday: 3, onHoliday: "skip" }, methodId: "roundtable" },
  ]);
});

test("happens once: of two who finish at the same moment one is refused", async () => {
  const both = await Promise.all([
    refusalOf(firstRun(house, { ...input, start: "empty" })),
    refusalOf(firstRun(house, { ...input, username: "other", start: "empty" })),
  ]);
  expect(both.filter((refusal) => refusal === null)).toHaveLength(1);
  expect(both.filter((refusal) => refusal?.word === "wrong-state")).toHaveLength(1);
});

test("with demonstration data there are people, issues and a meeting to look at, and the community says what it is", async () => {
  const { communityId, staffId } = await firstRun(house, { ...input, start: "demonstration" });
  const actor = { kind: "staff", staffId, communityId, name: "周岚", role: "secretary" } as const;
  const page = await todayPage(house, actor);
  expect(page.begun).toEqual({ people: true, issues: true, meeting: true });
  expect(page.meeting?.state).toBe("planned");
  expect(page.actions.pressing.some((line) => line.warning === "overdue")).toBe(true);
  const people = await house.db.read((db) => peopleOf(db, communityId, null));
  expect(people.length).toBeGreaterThanOrEqual(60);
  expect(await house.db.read((db) => communityById(db, communityId))).toMatchObject({ demonstration: true });
});

test.each([
  [{ community: " \u0007 " }, ["community"]],
  [{ name: "周".repeat(51) }, ["name"]],
  [{ username: "周 岚" }, ["username"]],
  [{ username: "<b>" }, ["username"]],
  [{ password: "short" }, ["password"]],
  [{ password: "x".repeat(201) }, ["password"]],
])("refuses %j at %j", (typed, fields) => {
  const parsed = setUpInput.safeParse({ ...input, ...typed });
  expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual(fields);
});
