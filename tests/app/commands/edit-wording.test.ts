import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EditWording, editWording } from "#app/commands/edit-wording.ts";
import { DomainError } from "#app/domain/errors.ts";
import { documentsPage } from "#app/queries/documents/page.ts";
import { journalOf } from "#db/journal.ts";
import { saveCommunity } from "#db/stores/staff.ts";
import { wordingEditsOf } from "#db/stores/wording.ts";
import { holdTwoWednesdays, type TwoWednesdays } from "#tests/app/queries/two-wednesdays.ts";
import { meetingDocument } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { refusalOf } from "#tests/refusal.ts";

let house: TestHouse;
let held: TwoWednesdays;
beforeEach(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
});
afterEach(() => house.close());

const source = () => ({ kind: "meeting" as const, id: held.code });
const edit = (raw: EditWording, genre = "minutes", actor = held.lake.actor) =>
  editWording(house, actor, source(), genre, raw);
const page = (genre = "minutes", choices = {}) => documentsPage(house, held.lake.actor, source(), choices, genre);
const wordingOf = async (key: string, genre = "minutes", choices = {}) => {
  const found = (await page(genre, choices)).wordings.find((each) => each.key === key);
  if (!found) throw new Error(`no wording ${key}`);
  return found;
};
const printed = async (genre: string, choices = {}) => {
  const { bytes } = await meetingDocument(house, held.lake.actor, held.code, genre, choices);
  return paragraphTexts(openWord(bytes).body).join("\n");
};
const rows = () => house.db.read((db) => wordingEditsOf(db, held.lake.communityId, held.meetingId));

describe("other words", () => {
  it("are printed with their figures, which go on following the data", async () => {
    expect(await edit({ key: "overview", text: "{社区}开会，应到{应到}人，\n实到{实到}人。", seen: 0 })).toEqual({
      key: "overview",
      place: 1,
    });
    expect(await printed("minutes")).toContain("翠湖社区开会，应到10人，实到8人。");
    await house.db.write((db) => saveCommunity(db, held.lake.communityId, { name: "湖东社区" }));
    expect(await printed("minutes")).toContain("湖东社区开会，应到10人，实到8人。");
  });

  it("are versions that are kept, each with its entry in the journal; going back is one more", async () => {
    const generated = (await wordingOf("overview")).generated;
    await edit({ key: "overview", text: "第一版{应到}", seen: 0 });
    await edit({ key: "overview", text: "第二版{应到}", seen: 1 });
    await edit({ key: "overview", text: null, seen: 2 });
    await edit({ key: "overview", text: "第一版{应到}", seen: 3 });
    await edit({ key: "overview", text: generated, seen: 4 });
    const { versions, printed: now } = await wordingOf("overview");
    expect(versions.map(({ place, text }) => [place, text])).toEqual([
      [1, "第一版{应到}"],
      [2, "第二版{应到}"],
      [3, null],
      [4, "第一版{应到}"],
      [5, null],
    ]);
    expect(versions.every((each) => each.generated === generated && each.editedBy === "周岚")).toBe(true);
    expect(now).toContain("应到有表决权人员10人");
    const entries = await house.db.read((db) => journalOf(db, held.meetingId));
    const told = entries.filter(({ act }) => act === "edit-wording").map(({ data }) => data);
    expect(told).toEqual(
      versions.map(({ place, text }) => ({ genre: "minutes", key: "overview", place, text: text ?? null })),
    );
  });

  it("that say nothing new add no version", async () => {
    await edit({ key: "overview", text: null, seen: 0 });
    await edit({ key: "overview", text: (await wordingOf("overview")).generated, seen: 0 });
    expect(await rows()).toEqual([]);
    await edit({ key: "overview", text: "换个说法", seen: 0 });
    // Sent twice by an impatient finger: the same words, begun on the same version.
    expect(await edit({ key: "overview", text: " 换个说法 ", seen: 0 })).toEqual({ key: "overview", place: 1 });
    expect(await rows()).toHaveLength(1);
  });

  it.each([
    ["", "措辞不能空着"],
    [" \u0000\u202e\n ", "措辞不能空着"],
    ["长".repeat(2001), "最多 2000 个字"],
    ["到了{人数}人", "{人数}"],
    ["到了｛人数｝人", "{应到}"],
    ["{__proto__}", "{__proto__}"],
  ])("are refused: %j", async (text, sentence) => {
    const refused = await edit({ key: "overview", text, seen: 0 }).catch((error: unknown) => error);
    const told = refused instanceof DomainError ? refused.details : (refused as { issues: unknown }).issues;
    expect(JSON.stringify(told)).toContain(sentence);
    expect(await rows()).toEqual([]);
  });
});

describe("two people at once", () => {
  it("the second is told what the first wrote, and loses nothing", async () => {
    await edit({ key: "overview", text: "甲写的", seen: 0 });
    const second = { ...held.lake.actor, name: "徐静" };
    const refused = await refusalOf(edit({ key: "overview", text: "乙写的", seen: 0 }, "minutes", second));
    expect(refused).toMatchObject({
      word: "stale",
      details: { current: { place: 1, text: "甲写的", editedBy: "周岚" } },
    });
    expect(await rows()).toHaveLength(1);
    expect(await edit({ key: "overview", text: "乙写的", seen: 1 }, "minutes", second)).toMatchObject({ place: 2 });
  });

  it("of twenty at the same moment one is taken and the others told, without a gap or a double", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => edit({ key: "overview", text: `第${index}人写的`, seen: 0 })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const others = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.word] : []));
    expect(others).toEqual(Array(19).fill("stale"));
    expect((await rows()).map(({ place }) => place)).toEqual([1]);
  });
});

describe("whose papers", () => {
  it("only the community's own, and only what the paper says", async () => {
    const { actor } = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    for (const asked of [
      edit({ key: "overview", text: "别处写的", seen: 0 }, "minutes", actor),
      edit({ key: "item-99-settled", text: "没有的", seen: 0 }),
      edit({ key: "overview", text: "没有的", seen: 0 }, "toString"),
      editWording(house, actor, { kind: "period", id: "2026-13" }, "minutes", { key: "overview", text: "x", seen: 0 }),
    ]) {
      await expect(asked).rejects.toMatchObject({ word: "not-found" });
    }
    expect(await rows()).toEqual([]);
  });
});

describe("a public paper", () => {
  it("hides names in what staff wrote too, and is edited as it stands inside", async () => {
    const { wordings } = await page("result-notice");
    const conclusion = wordings.find(({ generated }) => generated.includes("王志远"));
    if (!conclusion) throw new Error("the sample names somebody");
    expect(conclusion.printed).not.toContain("王志远");
    const text = "先换灯，由王志远（3号楼2单元501，13812345678）联系";
    await edit({ key: conclusion.key, text, seen: 0 }, "result-notice");
    expect(await printed("result-notice")).toContain("先换灯，由王某（3号楼，号码略）联系");
    expect(await printed("result-notice", { masked: false })).toContain(text);
    const later = await wordingOf(conclusion.key, "result-notice");
    expect(later).toMatchObject({ generated: conclusion.generated, printed: expect.stringContaining("王某") });
    expect(later.versions[0]).toMatchObject({ generated: conclusion.generated });
  });

  it("lists what it hides in pairs, and what should be read", async () => {
    const { hidden } = await page("result-notice");
    expect(hidden?.lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "name", before: "王志远", after: "王某" }),
        expect.objectContaining({ kind: "number", before: "13812345678", after: "号码略" }),
        expect.objectContaining({ kind: "place", before: "3号楼2单元501", after: "3号楼" }),
      ]),
    );
    expect((await page("minutes")).hidden).toBeNull();
    const shown = (await wordingOf("opening", "result-notice")).versions;
    expect(shown).toEqual([]);
    await edit({ key: "opening", text: "{会议}上，李桂珍家的孩子生病了。", seen: 0 }, "result-notice");
    const { doubts } = (await page("result-notice")).hidden ?? { doubts: [] };
    expect(doubts.map(({ kind, words }) => [kind, words])).toEqual(
      expect.arrayContaining([
        ["name", "李桂珍"],
        ["minor", "孩子"],
        ["sensitive", "病"],
      ]),
    );
  });
});

describe("when the paper changes", () => {
  it("a wording whose part is gone keeps its versions, listed apart; one with a figure that is gone is not printed in braces", async () => {
    await edit({ key: "overview", text: "应到{应到}人", seen: 0 });
    const [row] = await rows();
    if (!row) throw new Error("nothing was saved");
    await house.db.write(async (db) => {
      const { wordingEdit } = db.tables;
      await db.insert(wordingEdit).values({ ...row, id: "gone", key: "item-99-settled" });
      await db.insert(wordingEdit).values({ ...row, id: "lost", place: 2, text: "旧的{到场}人" });
    });
    const { unused, wordings } = await page();
    expect(unused).toMatchObject([{ key: "item-99-settled", versions: [{ text: "应到{应到}人" }] }]);
    expect(wordings[0]).toMatchObject({ key: "overview", printed: expect.stringContaining("应到有表决权人员10人") });
    expect(await printed("minutes")).not.toMatch(/[{}]/);
  });
});
