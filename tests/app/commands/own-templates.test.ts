import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  addOwnTemplate,
  addTemplateVersion,
  removeOwnTemplate,
  renameOwnTemplate,
  restoreOwnTemplate,
  reuseTemplateVersion,
} from "#app/commands/own-templates.ts";
import type { Actor } from "#app/house.ts";
import { filledTemplate, ownTemplateList, ownTemplatePage, templateFile } from "#app/queries/own-templates.ts";
import { journalOf } from "#db/journal.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { refusalOf } from "#tests/refusal.ts";
import { paragraph, wordFile } from "#tests/templates/own/files.ts";
import { openRoom, type Room } from "./room.ts";

let house: TestHouse;
let room: Room;
let actor: Actor;
let code: string;
beforeEach(async () => {
  house = openTestHouse();
  room = await openRoom(house);
  actor = room.community.actor;
  code = (await room.meeting()).code;
});
afterEach(() => house.close());

const file = (words: string, name = "纪要.docx") => ({ name, bytes: wordFile({ body: paragraph(words) }) });
const add = (words = "{会议名称}", name = "街道版纪要") => addOwnTemplate(house, actor, { name, file: file(words) });
const page = (id: string) => ownTemplatePage(house, actor, id);
const wordsIn = (bytes: Uint8Array) => paragraphTexts(openWord(Buffer.from(bytes)).body);
const filledWith = async (id: string, meeting: string | null) =>
  wordsIn((await filledTemplate(house, actor, id, meeting)).bytes);

describe("a template of the community's own", () => {
  it("is kept, filled with a meeting, and journaled with its file's digest", async () => {
    const { id } = await add("{会议名称}在{社区名称}，{记录人}");
    const { title } = await room.meeting();
    expect(await filledWith(id, code)).toEqual([`${title}在翠湖社区，`]);
    expect((await filledTemplate(house, actor, id, code)).empty).toEqual(["记录人"]);
    expect((await filledTemplate(house, actor, id, code)).fileName).toBe(`2026-11-25-街道版纪要-${title}.docx`);
    const [entry] = await house.db.read((db) => journalOf(db, id));
    expect(entry).toMatchObject({ act: "add-own-template", data: { name: "街道版纪要", place: 1 } });
    const kept = String((entry?.data as { file?: unknown } | undefined)?.file);
    expect(await house.files.isWhole(kept)).toBe(true);
  });

  it("a file that is none leaves nothing behind and says why", async () => {
    const before = await room.acts();
    const pdf = { name: "a.docx", bytes: new TextEncoder().encode("%PDF-1.7") };
    expect(await refusalOf(addOwnTemplate(house, actor, { name: "坏的", file: pdf }))).toMatchObject({
      word: "invalid-value",
      details: [{ field: "file", message: expect.stringContaining("不是 .docx") }],
    });
    const large = { name: "a.docx", bytes: new Uint8Array(5 * 1024 * 1024 + 1) };
    expect(await refusalOf(addOwnTemplate(house, actor, { name: "大的", file: large }))).toMatchObject({
      word: "too-large",
    });
    expect(await ownTemplateList(house, actor)).toEqual([]);
    expect(await room.acts()).toEqual(before);
  });

  it("goes from version to version and back; every one stays as it was", async () => {
    const { id } = await add("一");
    expect(await addTemplateVersion(house, actor, { id, version: 1, file: file("二") })).toEqual({ place: 2 });
    expect(await addTemplateVersion(house, actor, { id, version: 2, file: file("二") })).toBeNull();
    expect(await reuseTemplateVersion(house, actor, { id, version: 2, place: 1 })).toEqual({ place: 3 });
    const { versions, edition } = await page(id);
    expect(versions.map(({ place, current, reusable }) => [place, current, reusable])).toEqual([
      [3, true, false],
      [2, false, true],
      [1, false, false],
    ]);
    expect(edition).toBe(3);
    const texts = await Promise.all(
      [1, 2, 3].map(async (place) => wordsIn((await templateFile(house, actor, id, place)).bytes)),
    );
    expect(texts).toEqual([["一"], ["二"], ["一"]]);
    expect(await room.acts(id)).toEqual(["add-own-template", "add-own-template-version", "add-own-template-version"]);
  });

  it("two people at once: the second is told, and changes nothing", async () => {
    const { id } = await add();
    await renameOwnTemplate(house, actor, { id, version: 1, name: "新名" });
    const late = await Promise.all(
      [
        addTemplateVersion(house, actor, { id, version: 1, file: file("三") }),
        reuseTemplateVersion(house, actor, { id, version: 1, place: 1 }),
        renameOwnTemplate(house, actor, { id, version: 1, name: "另一个" }),
        removeOwnTemplate(house, actor, { id, version: 1 }),
      ].map(refusalOf),
    );
    for (const each of late) {
      expect(each).toMatchObject({ word: "stale", details: { current: { name: "新名", version: 2 } } });
    }
    expect(await ownTemplateList(house, actor)).toMatchObject([{ name: "新名", edition: 2, place: 1 }]);
  });

  it("is taken out of use and back, and only used while it is in", async () => {
    const { id } = await add();
    await removeOwnTemplate(house, actor, { id, version: 1 });
    expect(await refusalOf(filledTemplate(house, actor, id, code))).toMatchObject({ word: "wrong-state" });
    expect(await refusalOf(addTemplateVersion(house, actor, { id, version: 2, file: file("二") }))).toMatchObject({
      word: "stale",
    });
    const other = await add("{会议地点}");
    expect(await refusalOf(restoreOwnTemplate(house, actor, { id, version: 2 }))).toMatchObject({
      details: [{ field: "name" }],
    });
    await renameOwnTemplate(house, actor, { id: other.id, version: 1, name: "另一个" });
    await restoreOwnTemplate(house, actor, { id, version: 2 });
    expect(await filledWith(id, code)).toEqual([(await room.meeting()).title]);
    expect(await refusalOf(add("{会议名称}", "另一个"))).toMatchObject({ details: [{ field: "name" }] });
  });

  it("is nobody else's", async () => {
    const { id } = await add();
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const asked = await Promise.all(
      [
        ownTemplatePage(house, hill.actor, id),
        filledTemplate(house, hill.actor, id, null),
        templateFile(house, hill.actor, id, 1),
        removeOwnTemplate(house, hill.actor, { id, version: 1 }),
      ].map(refusalOf),
    );
    for (const each of asked) expect(each).toMatchObject({ word: "not-found" });
    expect(await ownTemplateList(house, hill.actor)).toEqual([]);
    const theirs = await addOwnTemplate(house, hill.actor, { name: "街道版纪要", file: file("{会议名称}") });
    expect(await refusalOf(filledTemplate(house, hill.actor, theirs.id, code))).toMatchObject({ word: "not-found" });
  });
});
