import { defineMethod } from "#app/domain/method/define.ts";
import type { MethodDraft } from "#app/domain/method/definition.ts";
import { byDefault, LIANYUNGANG, line, returnTo, SETTLED, WITHDRAW, WITHDRAWN } from "./parts.ts";

const UNKNOWN = byDefault("只分出名称里的四个数字，每一段指什么、谁来办，须照本地文件填写");

/** The four digits of the name, in its order. What they stand for is not public, and is not guessed here. */
const SECTIONS = [
  { id: "first", fact: "firstDone", name: "一（待填写）", ordinal: "第一段" },
  { id: "second", fact: "secondDone", name: "五（待填写）", ordinal: "第二段" },
  { id: "third", fact: "thirdDone", name: "二（待填写）", ordinal: "第三段" },
  { id: "fourth", fact: "fourthDone", name: "一（待填写）", ordinal: "第四段" },
] as const;

function sectionStage(index: number): MethodDraft["stages"][number] {
  const section = SECTIONS[index];
  const before = SECTIONS[index - 1];
  const next = SECTIONS[index + 1];
  if (!section) throw new RangeError(`no section ${index}`);
  return {
    id: section.id,
    name: `${section.ordinal}：${section.name}`,
    kind: "draft",
    who: "待填写",
    gate: [line("section-done", `写明${section.ordinal}办成了什么`, section.fact, UNKNOWN)],
    exits: [{ event: "advance", label: next ? "进入下一段" : "办结", to: next ? next.id : "settled" }],
    documents: [],
    exceptions: before ? [returnTo(before.id, "退回上一段"), WITHDRAW] : [WITHDRAW],
    source: UNKNOWN,
  };
}

/**
 * 1521: the report gives the name and a prize, nothing else; the meaning of the digits was looked for and not found.
 * So four sections stand in a row with labels to fill in, and nothing can be begun before somebody has filled them in.
 */
export const oneFiveTwoOne = defineMethod({
  id: "one-five-two-one",
  name: "1521 社区治理体系",
  version: 1,
  family: "deliberation",
  status: "blank",
  summary:
    "四段空白：一、五、二、一。四个数字各指什么，公开资料没有查到，须先照本地文件填好名称、人员和关口，才能使用。",
  note: "数字的含义须照连云区印发的“1521”文件填写：复制本方法，逐段改名称、承办人、关口和时限，再发布使用。工具不代拟释义。",
  voting: "none",
  sources: [LIANYUNGANG("“1521”社区治理体系"), UNKNOWN],
  seats: [],
  stages: [sectionStage(0), sectionStage(1), sectionStage(2), sectionStage(3), SETTLED, WITHDRAWN],
});
