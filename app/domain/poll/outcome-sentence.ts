import type { PollOutcome } from "./outcome.ts";

/**
 * A verdict in one sentence: of a yes or no the step that decides (“同意 30 ÷ 到会 41 = 73.17%，须过半数（>1/2），至少 21 人，达到”), of a choice who was
 * chosen, of several items which passed; where the quorum was missed, its step.
 */
export function outcomeSentence(result: PollOutcome): string {
  const { steps, quorumMet, options, items } = result;
  if (quorumMet && options) return chosenSentence(options, result.passed);
  if (quorumMet && items) return itemsSentence(items);
  const deciding = steps.find((step) => !step.met) ?? steps.at(-1);
  return deciding?.text ?? "";
}

function chosenSentence(options: NonNullable<PollOutcome["options"]>, full: boolean): string {
  const chosen = options.filter((option) => option.chosen).sort((a, b) => b.votes - a.votes);
  const tied = options.filter((option) => option.tied);
  const parts = [
    chosen.length > 0
      ? `选定 ${chosen.map(({ label, votes }) => `${label} ${votes} 票`).join("、")}`
      : "没有选项达到所需票数",
    ...(chosen.length > 0 && !full && tied.length === 0 ? ["其余名额没有选满"] : []),
    ...(tied.length > 0 ? [`${tied.map(({ label }) => label).join("、")}票数相同，须再投一轮`] : []),
  ];
  return tied.length > 0 && chosen.length === 0 ? (parts[1] ?? "") : parts.join("；");
}

function itemsSentence(items: NonNullable<PollOutcome["items"]>): string {
  const passed = items.filter((item) => item.passed).length;
  const failed = items.flatMap((item, index) => (item.passed ? [] : [index + 1]));
  if (failed.length === 0) return `${items.length} 项全部通过`;
  return `${items.length} 项中通过 ${passed} 项，第 ${failed.join("、")} 项未通过`;
}
