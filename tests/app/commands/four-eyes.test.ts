import { afterEach, beforeEach, expect, it } from "vitest";
import { editWording } from "#app/commands/edit-wording.ts";
import type { Actor } from "#app/house.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { refusalOf } from "#tests/refusal.ts";
import { openPaperDesk, type PaperDesk } from "./paper-desk.ts";

/** Whoever wrote the words of a paper is not the one who checks them. */
let desk: PaperDesk;
beforeEach(async () => {
  desk = await openPaperDesk();
});
afterEach(() => desk.house.close());

const put = (actor: Actor, text: string, seen: number) => {
  const source = { kind: "meeting" as const, id: desk.code };
  return editWording(desk.house, actor, source, "minutes", { key: "overview", text, seen });
};
const word = (act: Promise<unknown>) => refusalOf(act).then((refused) => refused?.word);

it("who puts other words into a draft cannot check it; who drafted it can", async () => {
  const { house, drafter, checker } = desk;
  const id = await desk.draft("minutes");
  await put(checker, "第一版，应到{应到}人", 0);
  expect(await word(desk.check(id, checker))).toBe("wrong-state");
  await desk.check(id, drafter);
  await desk.issue(id);
  expect((await verifyHouse(house)).mismatches).toEqual([]);
});

it("nor a checked paper, which has to be checked anew", async () => {
  const { drafter, checker } = desk;
  const id = await desk.draft("minutes");
  await desk.check(id, checker);
  await put(checker, "第二版，应到{应到}人", 0);
  expect(await word(desk.issue(id))).toBe("wrong-state");
  expect(await word(desk.check(id, checker))).toBe("wrong-state");
  await desk.check(id, drafter);
});

it("papers of another kind, and what is issued or dropped, stay as they are", async () => {
  const { drafter, checker } = desk;
  const [record, issued] = [await desk.draft("record"), await desk.issued("minutes")];
  await put(checker, "第三版，应到{应到}人", 0);
  expect((await desk.find(record)).draftedBy).toBe(drafter.staffId);
  expect(await desk.find(issued)).toMatchObject({ draftedBy: drafter.staffId, state: "issued" });
  await desk.check(record, checker);
});

it("words that change nothing change nobody's part", async () => {
  const { checker } = desk;
  await put(checker, "第四版，应到{应到}人", 0);
  const id = await desk.draft("minutes");
  await put(checker, "第四版，应到{应到}人", 1);
  await desk.check(id, checker);
});
