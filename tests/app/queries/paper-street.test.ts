import { afterAll, beforeAll, expect, it } from "vitest";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { planMeeting } from "#app/commands/plan-meeting.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import type { DocumentChoices } from "#app/domain/document/choices.ts";
import type { SourceRef } from "#app/domain/document/source.ts";
import { documentLines, madeDocument } from "#app/queries/documents/index.ts";
import { communityById, saveCommunity } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";
import { holdTwoWednesdays, SETTINGS, type TwoWednesdays } from "./two-wednesdays.ts";

/** A street office's papers: it has no residents' committee, and says the same day wherever it says one. */
const ORGAN = "湖滨街道办事处";
let house: TestHouse;
let held: TwoWednesdays;
let planned: string;

beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
  const { actor, communityId, bodyId } = held.lake;
  const official = { organ: ORGAN, mark: ORGAN, code: "湖街办" };
  const street = { name: "湖滨街道", kind: "street", settings: { ...SETTINGS, official } } as const;
  await house.db.write(async (db) => {
    await saveCommunity(db, communityId, street);
  });
  expect((await house.db.read((db) => communityById(db, communityId)))?.kind).toBe("street");
  house.at(atTime("2026-11-27", "09:00"));
  const issue = await enterIssue(house, actor, { title: "沿街停车无序", detail: "早晚高峰堵路", place: "湖东街" });
  const plan = { body: bodyId, startsAt: atTime("2026-12-09", "14:30"), place: "街道会议室", issues: [issue.id] };
  planned = (await planMeeting(house, actor, { ...plan, recorder: "徐静" })).code;
});
afterAll(() => house.close());

async function textOf(source: SourceRef, genre: string, choices: DocumentChoices = {}): Promise<string> {
  const { bytes } = await madeDocument(house, held.lake.actor, source, genre, choices);
  const { body } = openWord(bytes);
  return [...paragraphTexts(body), ...tables(body).flat(2)].join("\n");
}

it("no paper of a street is a residents' committee's, nor says the street twice", async () => {
  const sources: SourceRef[] = [
    { kind: "meeting", id: held.code },
    { kind: "meeting", id: planned },
    { kind: "period", id: "2026-11" },
  ];
  const said: string[] = [];
  for (const source of sources) {
    for (const { genre, ready } of await documentLines(house, held.lake.actor, source)) {
      if (ready) said.push(await textOf(source, genre));
    }
  }
  expect(said.length).toBeGreaterThan(12);
  for (const text of said) expect(text).not.toMatch(/居民委员会(?!组织法)|湖滨街道湖滨街道/);
  expect(said.filter((text) => text.includes(ORGAN)).length).toBeGreaterThan(4);
});

it("what calls a meeting is printed on the day on which it is signed", async () => {
  const text = await textOf({ kind: "meeting", id: planned }, "meeting-notice", { layout: "official" });
  expect(text).toContain("2026年11月27日印发");
  const late = await textOf({ kind: "meeting", id: held.code }, "meeting-notice", { layout: "official" });
  expect(late).not.toContain("日印发");
});
