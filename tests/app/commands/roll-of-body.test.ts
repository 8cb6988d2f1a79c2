import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyPeople } from "#app/commands/copy-people.ts";
import { editBody } from "#app/commands/edit-body.ts";
import { addPerson, editPerson, removePerson, restorePerson } from "#app/commands/edit-person.ts";
import { addRoll, removeRoll, renameRoll } from "#app/commands/edit-roll.ts";
import { importRoll, previewRoll, stageRoll } from "#app/commands/import-roll.ts";
import { personalToken, syncPlannedRolls } from "#app/commands/meeting-roll.ts";
import { openMeeting } from "#app/commands/open-meeting.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { digest } from "#app/domain/digest.ts";
import { meetingProposal } from "#app/queries/meeting-plan.ts";
import { verifyJournal } from "#app/queries/verification.ts";
import { rollText } from "#app/text/rolls.ts";
import { attendeeOf, insertPeople, saveAttendee } from "#db/stores/roll.ts";
import { insertUnits, saveUnit } from "#db/stores/unit.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";
import { makeWorkbook } from "#tests/workbook.ts";
import { must } from "./room.ts";

import { ASSEMBLY, memberWords, PARTY, type TwoRolls, twoRolls } from "./two-rolls.ts";

/** 党员大会 and 相约星期三 side by side: whom each calls, and what a change to one roll does to the meetings of the other. */

const VOTERS = 10;
const NEXT_WEEK = new Date("2026-12-02T06:30:00Z");
let house: TestHouse;
let scene: TwoRolls;
let lake: SeededCommunity;
let members: string;
beforeEach(async () => {
  house = openTestHouse();
  scene = await twoRolls(house);
  ({ lake, members } = scene);
});
afterEach(() => house.close());

const told = () => house.published.map((each) => each.meetingId);

describe("two bodies with a roll each", () => {
  it("have 应到 and quorum of their own", async () => {
    expect(await scene.figures(scene.wednesday)).toMatchObject({
      id: null,
      name: rollText.own,
      due: VOTERS,
      needed: 7,
      people: 12,
    });
    expect(await scene.figures(scene.assembly)).toMatchObject({
      id: members,
      name: "党员名册",
      due: 3,
      needed: 2,
      people: 4,
    });
    expect((await scene.lines(scene.assembly)).map((line) => line.name).sort()).toEqual(
      PARTY.map((person) => person.name).sort(),
    );
    const proposal = await meetingProposal(house, lake.actor, { body: scene.bodyId });
    expect(proposal).toMatchObject({ due: 3, roll: { id: members, name: "党员名册" } });
    expect(await meetingProposal(house, lake.actor, { body: lake.bodyId })).toMatchObject({
      due: VOTERS,
      roll: { id: null },
    });
  });

  const acts: [string, () => Promise<unknown>, string[], number, number][] = [
    [
      "somebody new on 党员名册",
      () => addPerson(house, lake.actor, memberWords("党新来"), members),
      ["assembly"],
      VOTERS,
      4,
    ],
    [
      "somebody new on the own roll",
      () => addPerson(house, lake.actor, memberWords("居新来")),
      ["wednesday"],
      VOTERS + 1,
      3,
    ],
    ["somebody off 党员名册", () => removeFirst(members), ["assembly"], VOTERS, 2],
    ["somebody off the own roll", () => removeFirst(null), ["wednesday"], VOTERS - 1, 3],
    ["somebody off and back", () => removeFirst(members).then(restore), ["assembly", "assembly"], VOTERS, 3],
    ["a right taken on 党员名册", () => takeRight(members), ["assembly"], VOTERS, 2],
    ["an import into 党员名册", () => importInto(members), ["assembly"], VOTERS, 5],
    ["an import into the own roll", () => importInto(null), ["wednesday"], VOTERS + 2, 3],
    ["two chosen from the own roll", () => copyTwo(null, members), ["assembly"], VOTERS, 5],
    ["two chosen from 党员名册", () => copyTwo(members, null), ["wednesday"], VOTERS + 2, 3],
  ];
  it.each(acts)("follow their own roll and no other: %s", async (_what, act, synced, ofWednesday, ofAssembly) => {
    await act();
    const due = [(await scene.figures(scene.wednesday)).due, (await scene.figures(scene.assembly)).due];
    expect(due).toEqual([ofWednesday, ofAssembly]);
    expect(told()).toEqual(synced.map((which) => (which === "assembly" ? scene.assembly.id : scene.wednesday.id)));
    expect((await verifyJournal(house)).mismatches).toEqual([]);
  });

  async function removeFirst(rollId: string | null) {
    const person = must((await scene.onRoll(rollId)).find((each) => each.votingRight));
    await removePerson(house, lake.actor, { id: person.id, version: person.version });
    return person.id;
  }
  const restore = (id: string) => restorePerson(house, lake.actor, { id, version: 2 });
  async function takeRight(rollId: string) {
    const { id, version, ...person } = must((await scene.onRoll(rollId)).find((each) => each.votingRight));
    await editPerson(house, lake.actor, { ...memberWords(person.name), id, version, votingRight: false });
  }
  async function importInto(rollId: string | null) {
    // 刘桂芳 is on the own roll by this name and unit: into the other roll she comes as somebody new.
    const name = rollId === null ? "罗小曼" : "刘桂芳";
    const bytes = makeWorkbook([
      ["姓名", "单位", "表决权"],
      [name, "2号楼", "有"],
      ["梁德福", "7号楼", "有"],
    ]);
    await stageRoll(house, lake.actor, { name: "名册.xlsx", bytes }, rollId);
    const { planId } = must((await previewRoll(house, lake.actor, rollId)) ?? undefined);
    expect(await importRoll(house, lake.actor, { planId, existing: "update" }, rollId)).toMatchObject({
      added: 2,
      updated: 0,
    });
  }
  async function copyTwo(from: string | null, to: string | null) {
    const people = (await scene.onRoll(from)).filter((each) => each.votingRight).map((each) => each.id);
    await copyPeople(house, lake.actor, { from, to, people: people.slice(0, 2) });
  }
});

describe("a body that is given another roll", () => {
  const give = (version: number, rollId: string | null) =>
    editBody(house, lake.actor, { id: scene.bodyId, version, ...ASSEMBLY, rollId });

  it("calls its people to the meetings still planned, of this body alone, and whoever stays keeps their slip", async () => {
    const other = await planMeeting(house, lake.actor, { body: scene.bodyId, startsAt: NEXT_WEEK });
    await give(1, null);
    expect(told().sort()).toEqual([scene.assembly.id, other.id].sort());
    for (const each of [scene.assembly, other])
      expect(await scene.figures(each)).toMatchObject({ id: null, due: VOTERS });
    expect(await scene.figures(scene.wednesday)).toMatchObject({ due: VOTERS });
    const [line] = await scene.lines(scene.assembly);
    const token = personalToken(house, scene.assembly.id, must(line).personId, 1);
    expect(must(line).tokenId).toBe(digest(token));
    await give(2, members);
    expect(await scene.figures(scene.assembly)).toMatchObject({ id: members, due: 3 });
  });

  it("leaves a meeting in session with the roll that it opened with, by id and by name", async () => {
    await openMeeting(house, lake.actor, { meetingId: scene.assembly.id });
    house.published.length = 0;
    await give(1, null);
    await renameRoll(house, lake.actor, { id: members, version: 1, name: "在册党员" });
    await addPerson(house, lake.actor, memberWords("党新来"), members);
    expect(told()).toEqual([]);
    expect(await scene.figures(scene.assembly)).toMatchObject({ id: members, name: "党员名册", due: 3 });
  });

  it("leaves a round that was raised as it is: old slips stay worthless", async () => {
    const [line] = await scene.lines(scene.assembly);
    const { personId } = must(line);
    await house.db.write((db) => saveAttendee(db, scene.assembly.id, personId, { tokenRound: 2, tokenId: "raised" }));
    await addPerson(house, lake.actor, memberWords("党新来"), members);
    const kept = await house.db.read((db) => attendeeOf(db, scene.assembly.id, personId));
    expect(kept).toMatchObject({ tokenRound: 2, tokenId: "raised" });
  });

  it("may only be given one in use of its own community", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const theirs = (await addRoll(house, hill.actor, { name: "党员名册", kind: "people" })).id;
    expect(await refusalOf(give(1, theirs))).toMatchObject({ word: "not-found" });
    const idle = (await addRoll(house, lake.actor, { name: "志愿者", kind: "people" })).id;
    await removeRoll(house, lake.actor, { id: idle, version: 1, people: 0 });
    const idleRefused = { word: "wrong-state", details: [{ field: "rollId", message: rollText.refusals.removed }] };
    expect(await refusalOf(give(1, idle))).toEqual(idleRefused);
    expect(await scene.figures(scene.assembly)).toMatchObject({ id: members, due: 3 });
  });
});

describe("a roll of owners", () => {
  it("gives each head its units and their area, which freeze when the meeting opens", async () => {
    const owners = (await addRoll(house, lake.actor, { name: "翠湖苑业主", kind: "owners" })).id;
    const given = { communityId: lake.communityId, rollId: owners, seat: "", unit: "", phone: "", votingRight: true };
    const [ma, qian] = ["o-ma", "o-qian"];
    await house.db.write(async (db) => {
      const createdAt = house.clock();
      const rows = [
        { id: ma, name: "马有房" },
        { id: qian, name: "钱无房" },
      ];
      await insertPeople(
        db,
        rows.map((row) => ({ ...row, ...given, createdAt })),
      );
      const units = [
        ["2号楼", "502", 12_345],
        ["1号楼", "601", 9_801],
        ["1号楼", "101", 8_000],
      ] as const;
      await insertUnits(
        db,
        units.map(([building, number, area]) => ({
          id: `${building}${number}`,
          rollId: owners,
          ownerId: ma,
          building,
          number,
          area,
        })),
      );
    });
    await editBody(house, lake.actor, { id: scene.bodyId, version: 1, ...ASSEMBLY, rollId: owners });
    const of = (id: string) => house.db.read(async (db) => must(await attendeeOf(db, scene.assembly.id, id)));
    expect(await of(ma)).toMatchObject({
      area: 30_146,
      units: [
        { building: "1号楼", number: "101", area: 8_000 },
        { building: "1号楼", number: "601", area: 9_801 },
        { building: "2号楼", number: "502", area: 12_345 },
      ],
    });
    expect(await of(qian)).toMatchObject({ area: 0, units: [] });
    expect((await scene.lines(scene.wednesday)).every((line) => line.area === null)).toBe(true);
    expect(await scene.figures(scene.assembly)).toMatchObject({ due: 2, area: 30_146, kind: "owners" });
    // A measurement corrected, then a unit sold: planned meetings follow either.
    const correct = (change: { area?: number; ownerId?: string }) =>
      house.db.write(async (db) => {
        await saveUnit(db, "1号楼101", change);
        await syncPlannedRolls(house, db, lake.communityId, { rollId: owners });
      });
    await correct({ area: 8_100 });
    expect(await of(ma)).toMatchObject({ area: 30_246 });
    await correct({ ownerId: qian, area: 8_000 });
    expect([(await of(ma)).area, (await of(qian)).area]).toEqual([22_146, 8_000]);
    await correct({ ownerId: ma });
    await openMeeting(house, lake.actor, { meetingId: scene.assembly.id });
    const grow = house.db.write((db) => saveAttendee(db, scene.assembly.id, ma, { area: 99_999 }));
    await expect(grow).rejects.toThrow(/frozen/);
    expect((await of(ma)).area).toBe(30_146);
  });
});
