import type { GateLine, MethodDraft } from "#app/domain/method/definition.ts";
import type { Source } from "#app/domain/source.ts";
import type { Assembly } from "./assembly.ts";
import { byDefault, line } from "./parts.ts";

/** Lines and pieces that several decisions share: the proposal, who called the meeting, by heads or by households, fifteen days. */

type Stage = MethodDraft["stages"][number];

/** 公布不少于 15 日, as a stage's deadline. */
export const posted15 = (source: Source): NonNullable<Stage["deadline"]> => ({
  text: "公布不少于 15 日",
  days: 15,
  kind: "calendar",
  source,
});

export const PROPOSAL = line("proposal", "写明提交决定的方案", "proposal", byDefault("一事一议，方案写清楚再上会"));

/** 党组织先研究讨论, before the body is called together. */
export function partyFirst(source: Source, who: string, gate: GateLine[]): Assembly["first"] {
  return {
    id: "party-discussion",
    name: "党组织先研究讨论",
    kind: "review",
    who,
    gate: [PROPOSAL, ...gate, line("party-opinion", "写明党组织研究讨论的意见", "partyOpinion", source)],
    documents: ["proposal-form", "review-opinion"],
    source,
  };
}

/** Who called the meeting, or asked for it. */
export const calledBy = (source: Source, words: string[]): GateLine =>
  line("called-by", "写明由谁召集或提议", "calledBy", source, { op: "one-of", value: words });

export const BY_HEADS = "按人（18 周岁以上）";
export const BY_HOUSEHOLDS = "按户（每户一名代表）";
/** Whether adults or households are counted; decides by which rule the vote is judged. */
export const countedBy = (source: Source): GateLine =>
  line("counted-by", "选定按人计还是按户计", "countedBy", source, {
    op: "one-of",
    value: [BY_HEADS, BY_HOUSEHOLDS],
  });
export const asked = (fact: string, words: string[]): NonNullable<GateLine["when"]> => ({
  fact,
  test: { op: "one-of", value: words },
});
