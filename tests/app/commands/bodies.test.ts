import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addBody, type BodyWords, bodyInput, editBody, removeBody, restoreBody } from "#app/commands/edit-body.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import type { Actor } from "#app/house.ts";
import { METHODS } from "#app/methods/index.ts";
import { bodyList, bodyPage, newBodyPage } from "#app/queries/bodies.ts";
import { meetingRoom } from "#app/queries/meeting-room.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import { bodyText } from "#app/text/bodies.ts";
import { journalOf } from "#db/journal.ts";
import { bodiesOf, bodyById, meetingById } from "#db/stores/meeting.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { must } from "./room.ts";

let house: TestHouse;
let lake: SeededCommunity;
let clerk: Actor;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  clerk = { ...lake.actor, role: "clerk" };
});
afterEach(() => house.close());

const ESTATE: BodyWords = {
  name: "翠湖小区议事日",
  methodId: "estate-day",
  schedule: { every: "month", day: 10, onHoliday: "keep" },
  startTime: "19:00",
  place: "小区广场",
  ruleId: "present-majority",
  rollId: null,
};
const add = (words: Partial<BodyWords> = {}) => addBody(house, lake.actor, { ...ESTATE, ...words });
const body = (id: string) => house.db.read(async (db) => must(await bodyById(db, id)));
const acts = async (id: string) => (await house.db.read((db) => journalOf(db, id))).map((entry) => entry.act);

describe("a body", () => {
  it("is made, changed, taken out of use and back, each act in the journal", async () => {
    const { id } = await add();
    expect(await body(id)).toMatchObject({ ...ESTATE, communityId: lake.communityId, version: 1, removedAt: null });
    const moved = { ...ESTATE, schedule: { every: "none" } as const, place: "" };
    await editBody(house, lake.actor, { id, version: 1, ...moved });
    expect(await body(id)).toMatchObject({ ...moved, version: 2 });
    await removeBody(house, lake.actor, { id, version: 2 });
    expect(await house.db.read((db) => bodiesOf(db, lake.communityId))).toHaveLength(1);
    await restoreBody(house, lake.actor, { id, version: 3 });
    expect(await body(id)).toMatchObject({ ...moved, version: 4, removedAt: null });
    expect(await acts(id)).toEqual(["add-body", "edit-body", "remove-body", "restore-body"]);
    const [, edited] = await house.db.read((db) => journalOf(db, id));
    expect(edited?.data).toEqual({ was: ESTATE, now: moved });
  });

  it("is the secretary's to change", async () => {
    const { id } = await add();
    const seen = { id, version: 1 };
    const attempts = [
      addBody(house, clerk, { ...ESTATE, name: "另一个" }),
      editBody(house, clerk, { ...seen, ...ESTATE, place: "别处" }),
      removeBody(house, clerk, seen),
      restoreBody(house, clerk, seen),
    ];
    for (const attempt of attempts) expect(await refusalOf(attempt)).toMatchObject({ word: "not-allowed" });
    expect(await refusalOf(pageOf(() => newBodyPage(house, clerk, "")))).toMatchObject({ word: "not-allowed" });
    expect(await body(id)).toMatchObject({ ...ESTATE, version: 1 });
    expect(await bodyList(house, clerk)).toMatchObject({ mayChange: false });
  });

  it("of another community does not exist", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const seen = { id: lake.bodyId, version: 1 };
    const attempts = [
      editBody(house, hill.actor, { ...seen, ...ESTATE }),
      removeBody(house, hill.actor, seen),
      restoreBody(house, hill.actor, seen),
      bodyPage(house, hill.actor, lake.bodyId),
    ];
    for (const attempt of attempts) expect(await refusalOf(attempt)).toMatchObject({ word: "not-found" });
    expect((await body(lake.bodyId)).version).toBe(1);
    // The same name in two communities is two bodies.
    await addBody(house, hill.actor, ESTATE);
    await add();
  });

  it("has a name that no other in use has", async () => {
    const { id } = await add();
    const taken = { word: "invalid-value", details: [{ field: "name", message: bodyText.refusals.nameTaken }] };
    expect(await refusalOf(add())).toEqual(taken);
    await removeBody(house, lake.actor, { id, version: 1 });
    const { id: second } = await add();
    expect(await refusalOf(restoreBody(house, lake.actor, { id, version: 2 }))).toEqual(taken);
    const rename = { id: second, version: 1, ...ESTATE, name: "相约星期三" };
    expect(await refusalOf(editBody(house, lake.actor, rename))).toEqual(taken);
  });

  it("keeps the last one in use", async () => {
    const alone = removeBody(house, lake.actor, { id: lake.bodyId, version: 1 });
    expect(await refusalOf(alone)).toMatchObject({
      word: "wrong-state",
      details: [{ message: bodyText.refusals.last }],
    });
  });

  it("takes no method that does not exist or has blanks to fill in", async () => {
    const blank = must(METHODS.find((method) => method.status === "blank"));
    for (const methodId of ["no-such-method", "", blank.id]) {
      expect(await refusalOf(add({ methodId })), methodId).toMatchObject({ details: [{ field: "methodId" }] });
    }
  });

  it("is not changed over somebody else's change", async () => {
    const { id } = await add();
    await editBody(house, lake.actor, { id, version: 1, ...ESTATE, place: "党群服务站" });
    const late = { word: "stale", details: { current: { place: "党群服务站", version: 2, removed: false } } };
    expect(await refusalOf(editBody(house, lake.actor, { id, version: 1, ...ESTATE, place: "凉亭" }))).toMatchObject(
      late,
    );
    expect(await refusalOf(removeBody(house, lake.actor, { id, version: 1 }))).toMatchObject(late);
    expect(await body(id)).toMatchObject({ place: "党群服务站", removedAt: null });
  });

  it.each([
    ["name", { name: " " }],
    ["name", { name: "议".repeat(51) }],
    ["startTime", { startTime: "25:00" }],
    ["ruleId", { ruleId: "no-such-rule" }],
    ["ruleId", { ruleId: "__proto__" }],
    ["schedule.day", { schedule: { every: "month", day: "31", onHoliday: "keep" } }],
    ["schedule.every", { schedule: {} }],
    ["schedule", { schedule: "每周三" }],
  ])("is refused for its %s", (field, part) => {
    const { error } = bodyInput.safeParse({ ...ESTATE, ...part });
    expect(error?.issues.map((issue) => issue.path.join("."))).toEqual([field]);
    for (const issue of error?.issues ?? []) expect(issue.message).toMatch(/[一-龥]/);
  });
});

/** A page's query may refuse before it reads. */
const pageOf = async <T>(work: () => Promise<T>): Promise<T> => work();

describe("a meeting", () => {
  const startsAt = atTime("2026-11-25", "14:30");
  const seven = { due: 10, present: 0, needed: 7, met: false };

  it("goes by its body while it is planned, and by what the body was once it opened", async () => {
    const { id, code } = await planMeeting(house, lake.actor, { body: lake.bodyId, startsAt });
    expect((await meetingSnapshot(house, code)).attendance).toEqual(seven);
    const words = { ...ESTATE, name: "圆桌会", methodId: "roundtable", ruleId: "residents-meeting" };
    await editBody(house, lake.actor, { id: lake.bodyId, version: 1, ...words });
    expect((await meetingSnapshot(house, code)).attendance.needed).toBe(6);
    await openMeeting(house, lake.actor, { meetingId: id });
    await editBody(house, lake.actor, {
      id: lake.bodyId,
      version: 2,
      ...words,
      name: "新名字",
      ruleId: "present-majority",
    });
    expect((await meetingSnapshot(house, code)).attendance.needed).toBe(6);
    expect(await meetingRoom(house, lake.actor, code)).toMatchObject({
      bodyName: "圆桌会",
      ruleId: "residents-meeting",
    });
    expect((await house.db.read((db) => meetingById(db, id)))?.bodyThen).toEqual({
      name: "圆桌会",
      methodId: "roundtable",
      ruleId: "residents-meeting",
    });
  });

  it("is planned for no body out of use, by id or by name", async () => {
    const { id } = await add();
    await removeBody(house, lake.actor, { id, version: 1 });
    for (const named of [id, ESTATE.name]) {
      expect(await refusalOf(planMeeting(house, lake.actor, { body: named, startsAt }))).toMatchObject({
        word: "not-found",
      });
    }
  });
});

describe("what a method proposes", () => {
  it.each([
    ["wednesday", { every: "week", weekday: 3, onHoliday: "skip" }],
    ["estate-day", { every: "month", day: 10, onHoliday: "keep" }],
    ["co-building-day", { every: "month-weekday", nth: 1, weekday: 5, onHoliday: "next-working-day" }],
    ["seven-steps", { every: "none" }],
  ])("%s meets %j", async (methodId, schedule) => {
    const { proposal } = await newBodyPage(house, lake.actor, methodId);
    expect(proposal).toMatchObject({ methodId, schedule, startTime: "14:30" });
  });

  it("can be kept as it is, for every method that may be chosen", async () => {
    const { methods } = await newBodyPage(house, lake.actor, "");
    for (const { id, blank } of methods) {
      if (blank) continue;
      const { proposal } = await newBodyPage(house, lake.actor, id);
      expect(proposal.methodId).toBe(id);
      await addBody(house, lake.actor, bodyInput.parse({ ...proposal, name: proposal.name || `按${id}` }));
    }
    const { bodies } = await bodyList(house, lake.actor);
    expect(bodies).toHaveLength(methods.filter((each) => !each.blank).length + 1);
  });

  it("proposes the rule that the method itself names", async () => {
    const ruleOf = async (methodId: string) => (await newBodyPage(house, lake.actor, methodId)).proposal.ruleId;
    expect(await ruleOf("villager-representatives")).toBe("villager-representatives");
    expect(await ruleOf("wednesday")).toBe("present-majority");
    // The owners' rules count areas, which no room can.
    expect(await ruleOf("owners-decision")).toBe("present-majority");
  });
});
