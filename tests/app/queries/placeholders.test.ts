import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addOwnTemplate } from "#app/commands/own-templates.ts";
import { LOOPS, type PlaceholderData, type PlaceholderLoop, SINGLES } from "#app/domain/document/placeholders.ts";
import { meetingFacts } from "#app/queries/documents/facts.ts";
import { meetingPlaceholders } from "#app/queries/documents/placeholders.ts";
import { sampleTemplate } from "#app/queries/own-template-sample.ts";
import { filledTemplate, ownTemplatePage } from "#app/queries/own-templates.ts";
import { meetingDocument } from "#tests/documents.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";
import { holdTwoWednesdays, type TwoWednesdays } from "./two-wednesdays.ts";

/** What templates are filled with, against what the minutes of the same meeting say. */
let house: TestHouse;
let held: TwoWednesdays;
let data: PlaceholderData;
let minutes: string;
beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
  data = meetingPlaceholders(await meetingFacts(house, held.lake.actor, held.code), house.clock());
  const { bytes } = await meetingDocument(house, held.lake.actor, held.code, "minutes");
  minutes = paragraphTexts(openWord(bytes).body).join("\n");
});
afterAll(() => house.close());

const rowsOf = (name: string, of: PlaceholderData = data): PlaceholderData[] => {
  const rows = of[name];
  if (!Array.isArray(rows)) throw new Error(`${name} must be a loop`);
  return rows;
};

/** Names that the data gives, by where they stand; of each loop those of its fullest row. */
function namesIn(given: PlaceholderData, path: string[] = []): string[] {
  return Object.entries(given).flatMap(([name, value]) =>
    typeof value === "string"
      ? [[...path, name].join("/")]
      : [...new Set(value.flatMap((row) => namesIn(row, [...path, name])))],
  );
}
const namesOf = (loops: readonly PlaceholderLoop[], path: string[] = []): string[] =>
  loops.flatMap(({ name, fields, within }) => [
    ...fields.map((each) => [...path, name, each.name].join("/")),
    ...namesOf(within, [...path, name]),
  ]);

describe("what templates are filled with", () => {
  it("has every name of the list and no other", () => {
    const listed = [...SINGLES.map(({ name }) => name), ...namesOf(LOOPS)];
    const given = namesIn(data);
    expect(given.filter((name) => !listed.includes(name))).toEqual([]);
    // Nobody in this meeting was elected, so that no vote has options.
    expect(listed.filter((name) => !given.includes(name) && !name.includes("选项"))).toEqual([]);
  });

  it("is in the minutes, word for word and figure for figure", () => {
    const singles = [
      "会议全称",
      "会议时间",
      "会议地点",
      "主持人",
      "记录人",
      "会议概况",
      "出席名单",
      "缺席名单",
      "列席名单",
    ];
    for (const name of [...singles, "留痕校验码"]) {
      expect(data[name], name).not.toBe("");
      expect(minutes, name).toContain(data[name]);
    }
    expect(minutes).toContain(`应到有表决权人员${data.应到人数}人，实到${data.实到人数}人`);
    expect(minutes).toContain(
      `通报上次议定事项${data.通报事项数}件，讨论议题${data.议题数}件，形成交办事项${data.交办事项数}件`,
    );
    for (const poll of rowsOf("表决")) {
      expect(minutes).toContain(poll.表决情况);
      expect(minutes).toContain(poll.结论);
      expect(poll.表决情况).toContain(`应到${poll.应到}人，到会${poll.到会}人，收回表决票${poll.收回}张`);
      expect(poll.表决情况).toContain(`同意${poll.同意}票，反对${poll.反对}票，弃权${poll.弃权}票，无效${poll.无效}票`);
      expect(poll.表决情况).toContain(`表决结果：${poll.结果}`);
    }
    for (const issue of rowsOf("议题")) {
      for (const name of ["题目", "地点", "处理结果"]) expect(minutes).toContain(issue[name]);
      expect(issue.责任人).toBe([...new Set(rowsOf("交办事项", issue).map((task) => task.责任人))].join("、"));
    }
    for (const task of rowsOf("交办事项")) {
      expect(minutes).toContain(`责任人：${task.责任人}；时限：${task.时限}；计划：${task.计划}`);
    }
    for (const line of rowsOf("上次议定事项")) expect(minutes).toContain(`进展：${line.进展}`);
    expect(
      rowsOf("出席人员")
        .map((person) => person.姓名)
        .join("、"),
    ).toBe(data.出席名单);
    expect(
      rowsOf("缺席人员")
        .map((person) => person.姓名)
        .join("、"),
    ).toBe(data.缺席名单);
  });

  it("makes the sample template into a whole record", async () => {
    const { actor } = held.lake;
    const file = { name: "示例模板.docx", bytes: await sampleTemplate(house) };
    const { id } = await addOwnTemplate(house, actor, { name: "示例", file });
    const { inspection } = await ownTemplatePage(house, actor, id);
    expect(inspection).toMatchObject({ ok: true, report: { unknown: [], unfilled: [], notes: [] } });
    const { bytes } = await filledTemplate(house, actor, id, held.code);
    const { body } = openWord(Buffer.from(bytes));
    const said = paragraphTexts(body);
    for (const issue of rowsOf("议题")) expect(said.join("\n")).toContain(`${issue.中文序号}、${issue.题目}`);
    for (const poll of rowsOf("议题").flatMap((issue) => rowsOf("表决", issue)))
      expect(said.join("\n")).toContain(poll.表决情况);
    const [[, ...rows] = []] = tables(body);
    expect(rows).toEqual(rowsOf("交办事项").map((task) => [task.序号, task.事项, task.责任人, task.时限]));
    expect(said.join("")).not.toMatch(/[{}｛｝]|undefined|null/);
  });
});
