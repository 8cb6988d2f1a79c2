import { afterEach, beforeEach, expect, it } from "vitest";
import { saveSettings, settingsInput } from "#app/commands/save-settings.ts";
import { communityWords, editionOfWords } from "#app/domain/community.ts";
import { type Community, communityById, saveCommunity } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

let house: TestHouse;
let lake: SeededCommunity;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
});
afterEach(() => house.close());

async function kept(): Promise<Community> {
  const found = await house.db.read((db) => communityById(db, lake.communityId));
  if (!found) throw new Error("no community");
  return found;
}
async function save(changes: Record<string, string>): Promise<void> {
  const now = communityWords(await kept());
  const { name, street, contact, contactPhone, supervisionPhone } = now;
  const typed = { name, street, contact, contactPhone, supervisionPhone, seen: editionOfWords(now), ...changes };
  await saveSettings(house, lake.actor, settingsInput.parse(typed));
}
const problems = async (work: Promise<void>) => (await refusalOf(work))?.details;

const OFFICIAL = { organ: "湖滨街道办事处", mark: "湖滨街道办事处文件", code: "湖街办" };

it("places are entered one a line, each once, and stay when a form does not send them", async () => {
  await save({ postingPlaces: " 西门公告栏 \r\n\r\n3号楼东侧\n西门公告栏" });
  expect((await kept()).settings.postingPlaces).toEqual(["西门公告栏", "3号楼东侧"]);
  await save({ contact: "徐静" });
  expect((await kept()).settings).toMatchObject({ postingPlaces: ["西门公告栏", "3号楼东侧"], contact: "徐静" });
  await save({ postingPlaces: "" });
  expect((await kept()).settings.postingPlaces).toEqual([]);
  expect(await problems(save({ postingPlaces: "很".repeat(61) }))).toMatchObject([{ field: "postingPlaces" }]);
});

it("only a street signs official papers, all of it or nothing, with a mark of letters alone", async () => {
  await save(OFFICIAL);
  expect((await kept()).settings.official).toBeUndefined();
  await house.db.write((db) => saveCommunity(db, lake.communityId, { kind: "street" }));
  expect(await problems(save({ ...OFFICIAL, mark: "" }))).toMatchObject([{ field: "mark" }]);
  for (const code of ["湖街办〔2026〕", "湖街办 1", "HJB"]) {
    expect(await problems(save({ ...OFFICIAL, code })), code).toMatchObject([{ field: "code" }]);
  }
  await save(OFFICIAL);
  expect((await kept()).settings.official).toEqual(OFFICIAL);
});

it("two who save at once: the second sees what the first put in, places included", async () => {
  const seen = editionOfWords(communityWords(await kept()));
  await save({ postingPlaces: "西门" });
  const late = await refusalOf(save({ postingPlaces: "东门", seen }));
  expect(late).toMatchObject({ word: "stale", details: { current: { postingPlaces: "西门" } } });
});
