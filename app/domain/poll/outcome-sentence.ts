import type { PollOutcome } from "./outcome.ts";

/**
 * A verdict in one sentence: of a yes or no the step that decides (“同意 30 ÷ 到会 41 = 73.17%，须过半数（>1/2），至少 21 人，达到”), of a choice who was
 * chosen, of several items which passed; where the quorum was missed, its step.
 */
export function outcomeSentence(result: PollOutcome): string {
  const { steps, quorumMet, options, items } = result;
  if (quorumMet && options) return chosenSentence(options, result);
  if (quorumMet && items) return itemsSentence(items);
  const deciding = steps.find((step) => !step.met) ?? steps.at(-1);
  return deciding?.text ?? "";
}

function chosenSentence(options: NonNullable<PollOutcome["options"]>, { passed: full, election }: PollOutcome): string {
  const words = election ? ELECTED : CHOSEN;
  const chosen = options.filter((option) => option.chosen).sort((a, b) => b.votes - a.votes);
  const tied = options.filter((option) => option.tied);
  const parts = [
    chosen.length > 0
      ? `${words.chosen}：${chosen.map(({ label, votes }) => `${label} ${votes} 票`).join("、")}`
      : words.nobody,
    ...(chosen.length > 0 && !full && tied.length === 0 ? [words.rest] : []),
    ...(tied.length > 0 ? [`${tied.map(({ label }) => label).join("、")}票数相同，没有选出，可再投一轮`] : []),
  ];
  return tied.length > 0 && chosen.length === 0 ? (parts[1] ?? "") : parts.join("；");
}

const CHOSEN = { chosen: "选定", nobody: "没有选项达到所需票数", rest: "其余名额没有选满" };
/** What is left over is elected anew: 居组法第19条, 村组法第18条. */
const ELECTED = { chosen: "当选", nobody: "没有候选人达到所需票数，须另行选举", rest: "不足的名额另行选举" };

function itemsSentence(items: NonNullable<PollOutcome["items"]>): string {
  const passed = items.filter((item) => item.passed).length;
  const failed = items.flatMap((item, index) => (item.passed ? [] : [index + 1]));
  if (failed.length === 0) return `${items.length} 项全部通过`;
  if (passed === 0) return `${items.length} 项都没有通过`;
  return `${items.length} 项中通过 ${passed} 项，第 ${failed.join("、")} 项未通过`;
}
