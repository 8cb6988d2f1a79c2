import { expect, it } from "vitest";
import { fillTemplate } from "#templates/own/index.ts";
import { paragraph, wordFile } from "./files.ts";

const people = (count: number) => ({ 出席人员: Array.from({ length: count }, () => ({ 姓名: "陈建平" })) });
const repeating = (words: string) =>
  wordFile({ body: paragraph("{#出席人员}") + paragraph(`{姓名}${words}`) + paragraph("{/出席人员}") });

it("a loop around one very long text is refused before it fills the memory", async () => {
  const began = performance.now();
  const answer = await fillTemplate(repeating("长".repeat(300_000)), people(300));
  expect(answer).toMatchObject({ ok: false, fault: { reason: "fills-too-large" } });
  expect(performance.now() - began).toBeLessThan(2000);
});

it("one around a page of text for 300 people is none", async () => {
  expect(await fillTemplate(repeating("长".repeat(1000)), people(300))).toMatchObject({ ok: true });
});
