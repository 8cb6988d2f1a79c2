import { formatArea } from "#app/domain/owners/area.ts";
import type { ItemResult, OptionResult } from "#app/domain/poll/outcome.ts";
import type { Tally } from "#app/domain/poll/tally.ts";
import { figureNames, verdictNames } from "./terms.ts";

/** What a ballot that asks more than one yes or no was answered. */
interface Answered {
  readonly passed: boolean;
  readonly quorumMet: boolean;
  readonly items?: readonly ItemResult[];
  readonly options?: readonly OptionResult[];
  readonly election?: true;
}

/** One answer as pages and papers show it. */
export interface AnswerLine {
  readonly id: string;
  readonly label: string;
  /** “同意 30，反对 5，弃权 6” or “22 票”. */
  readonly figures: string;
  readonly good: boolean;
  /** 通过 · 未通过 · 选定 · 当选 · 票数相同, or nothing to say of an option that was not chosen. */
  readonly verdict: string;
}

const optionNames = { chosen: "选定", elected: "当选", tied: "票数相同，没有选出，可再投一轮", none: "" } as const;

/** The answers one by one; empty for a plain yes or no. Options come by their votes, the most first. */
export function answerLines({ items, options, election }: Answered): AnswerLine[] {
  if (items) return items.map(itemLine);
  const lineOf = (option: OptionResult) => optionLine(option, election === true);
  return [...(options ?? [])].sort((a, b) => b.votes - a.votes).map(lineOf);
}

const plain = (n: number) => String(n);

/** “同意 30，反对 5，弃权 6”; 无效 where there is any. */
function votesWords(votes: Tally, shown: (n: number) => string): string {
  const names = (["for", "against", "abstain", "invalid"] as const).filter(
    (name) => name !== "invalid" || votes.invalid > 0,
  );
  return names.map((name) => `${figureNames[name]} ${shown(votes[name])}`).join("，");
}

/** What a vote by area adds to the heads, in square metres; null for a vote by heads alone. Items tell their own. */
export function areaWords({
  area,
  items,
}: {
  readonly area?: Tally & { readonly total: number; readonly participating: number };
  readonly items?: readonly ItemResult[];
}): string | null {
  if (!area) return null;
  const took = `参与表决 ${formatArea(area.participating)} ㎡，全体 ${formatArea(area.total)} ㎡`;
  return `面积：${took}${items ? "" : `；${votesWords(area, formatArea)}`}`;
}

function itemLine({ id, label, passed, area, ...votes }: ItemResult): AnswerLine {
  const figures = votesWords(votes, plain) + (area ? `；面积（㎡）：${votesWords(area, formatArea)}` : "");
  return { id, label, figures, good: passed, verdict: passed ? verdictNames.passed : verdictNames.failed };
}

function optionLine({ id, label, votes, chosen, tied }: OptionResult, election: boolean): AnswerLine {
  return {
    id,
    label,
    figures: `${votes} 票`,
    good: chosen,
    verdict: optionNames[chosen ? (election ? "elected" : "chosen") : tied ? "tied" : "none"],
  };
}

/** The word for a whole verdict: 通过, 部分通过, 已经选定, 5 人当选 … `good` decides sign and colour. */
export function verdictWord({ passed, quorumMet, items, options, election }: Answered): {
  good: boolean;
  word: string;
} {
  if (items) {
    const some = items.some((item) => item.passed);
    return { good: some, word: passed ? "全部通过" : some ? "部分通过" : verdictNames.failed };
  }
  if (options) {
    const chosen = options.filter((option) => option.chosen).length;
    const some = chosen > 0;
    // With too few voters the election itself does not stand (居组法第19条, 村组法第18条).
    if (election && !quorumMet) return { good: false, word: "选举无效" };
    if (election) return { good: some, word: some ? `${chosen} 人当选` : "没有人当选" };
    return { good: some, word: passed ? "已经选定" : some ? "选出一部分" : "没有选定" };
  }
  return { good: passed, word: passed ? verdictNames.passed : verdictNames.failed };
}
