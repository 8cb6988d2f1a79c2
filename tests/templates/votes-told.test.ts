import { describe, expect, it } from "vitest";
import { genres } from "#templates/index.ts";
import { minutesInput, minutesItems, noticeItems, poll, resultNoticeInput } from "./samples.ts";

const { minutes } = genres;
const notice = genres["result-notice"];
const ANSWERS = {
  lines: [
    { label: "更换六盏路灯", figures: "同意 30，反对 5", verdict: "通过" },
    { label: "加装感应灯", figures: "同意 12，反对 20", verdict: "未通过" },
  ],
  verdict: "1 项通过",
};
const several = { ...poll(), answers: ANSWERS };
const [first, ...others] = minutesItems();
if (!first) throw new Error("the sample has items");
const items = [{ ...first, polls: [several] }, ...others];
const paragraphs = (blocks: readonly { kind: string; text?: string }[]) =>
  blocks.flatMap(({ kind, text }) => (kind === "paragraph" && text ? [text] : []));

describe("a vote in words", () => {
  it("numbers the items of one ballot, each in a paragraph of its own", () => {
    const told = paragraphs(minutes.content(minutesInput(items)).blocks);
    const at = told.findIndex((text) => text.startsWith("就“是否同意由物业先行垫付路灯更换费用”"));
    expect(told.slice(at, at + 4)).toEqual([
      "就“是否同意由物业先行垫付路灯更换费用”采用无记名方式表决。应到60人，到会41人，收回表决票39张，有效38张（其中弃权3张），无效1张。",
      "（1）更换六盏路灯：同意 30，反对 5，通过。",
      "（2）加装感应灯：同意 12，反对 20，未通过。",
      "表决结果：1 项通过。赞成 30 ÷ 到会 41 = 73.17%，须过半数，达到。",
    ]);
  });

  it("keeps its figures by name, whatever stands in braces in the question", () => {
    const asked = { ...poll(), question: "是否{同意}？$&", sentence: "{应到}达到" };
    const wordings = minutes.wordings(minutesInput([{ ...first, polls: [asked] }]));
    const told = wordings.find(({ key }) => key === "poll-lamps");
    expect(told?.figures).toMatchObject({ 问题: "是否{同意}？$&", 应到: "60", 同意: "30", 反对: "5", 无效: "1" });
    expect(told?.text).toContain("就“是否{同意}？$&”采用无记名方式表决。应到60人");
    expect(told?.text).toContain("{应到}达到。");
  });

  it("can be put otherwise; the figures stay", () => {
    const edits = { "poll-lamps": "{收回}张票里{同意}票同意，{结果}。" };
    const told = paragraphs(minutes.content(minutesInput(), { edits }).blocks);
    expect(told).toContain("39张票里30票同意，通过。");
    const shown = paragraphs(notice.content(resultNoticeInput(), { edits }).blocks);
    expect(shown).toContain("表决情况：39张票里30票同意，通过。");
  });
});

describe("keys of wordings", () => {
  it("stay with their issue when another is taken off the agenda", () => {
    const keysOf = (given: ReturnType<typeof noticeItems>) =>
      notice
        .wordings(resultNoticeInput(given))
        .filter(({ key }) => key.startsWith("item-15"))
        .map(({ key, text }) => [key, text]);
    const [, second] = noticeItems();
    if (!second) throw new Error("the sample has two items");
    expect(keysOf(noticeItems())).toEqual(keysOf([second]));
    expect(keysOf([second])).toHaveLength(1);
  });

  it.each([
    ["minutes", minutes.wordings(minutesInput(items))],
    ["notice", notice.wordings(resultNoticeInput())],
  ])("are each its own: %s", (_, wordings) => {
    const keys = wordings.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
