import type { ActionItemState } from "#app/domain/action-item/machine.ts";
import type { AgendaItemState, Outcome } from "#app/domain/meeting/agenda-item.ts";
import type { MeetingState } from "#app/domain/meeting/states.ts";
import type { ResultPart } from "#app/domain/poll/parts.ts";
import type { Tally } from "#app/domain/poll/tally.ts";

/** One Chinese term for each thing that several pages and papers name. */

export const meetingStates: Record<MeetingState, string> = {
  planned: "未开始",
  open: "进行中",
  closed: "已结束",
  cancelled: "停开",
};
/** To everybody who comes to a meeting that was called off. */
export const calledOff = "这场会议停开";
export const cancelledWords = (reason: string): string =>
  `${calledOff}：${/[。！？]$/.test(reason) ? reason : `${reason}。`}`;

export const agendaItemStates: Record<AgendaItemState, string> = { waiting: "待议", current: "正在议", done: "已议" };

/** What became of an agenda item. */
export const outcomeNames: Record<Outcome, string> = {
  "resolved-now": "当场解决",
  timed: "限期解决",
  declined: "不能办",
  "next-time": "转下次",
  onward: "已议定",
};
/** What became of an item, by the method's own word for the step where it has one. */
export const outcomeWords = (outcome: Outcome, stepLabel = ""): string =>
  outcome === "onward" && stepLabel !== "" ? stepLabel : outcomeNames[outcome];
export const noOutcome = "未形成结果";

export const actionItemStates: Record<ActionItemState, string> = {
  open: "在办",
  done: "已办结",
  cancelled: "不再办",
};
/** Of an action item past its last day. */
export const overdueWords = (days: number): string => `逾期 ${days} 天`;

/** Where an issue stands on the way through its method. */
export const stageStates = { passed: "已经过", skipped: "未经过", current: "现在", ahead: "尚未到" } as const;

/** How a poll is voted. */
export const pollModes = { secret: "无记名", named: "记名", hands: "举手", paper: "纸票" } as const;
/** A tally's figures. */
export const figureNames: Record<keyof Tally, string> = {
  for: "同意",
  against: "反对",
  abstain: "弃权",
  invalid: "无效",
};
/** Of a poll that has no result because it went wrong. */
export const voidedName = "作废";
export const secondRoundName = "第二轮";

/** What one way of casting added, in the order in which tellers read it out: “举手：同意 23，反对 2，弃权 1”. */
export function partWords(part: ResultPart): string {
  const { method, cast, issued, collected, invalid = 0 } = part;
  // Of a ballot that asks more than one yes or no the answers stand elsewhere, option by option.
  const plain = part.items === undefined && part.chosen === undefined;
  const options = (plain ? (["for", "against", "abstain"] as const) : [])
    .flatMap((name) => (part[name] === undefined ? [] : `${figureNames[name]} ${part[name]}`))
    .join("，");
  if (method === "paper") {
    const papers = `发出 ${issued} 张，收回 ${collected} 张，有效 ${cast - invalid} 张，无效 ${invalid} 张`;
    return `${pollModes.paper}：${papers}${options && `；${options}`}`;
  }
  const name = method === "hands" ? pollModes.hands : "手机";
  const spoilt = invalid > 0 ? `，${figureNames.invalid} ${invalid}` : "";
  return options ? `${name}：${options}${spoilt}` : `${name}：${cast} 票`;
}
/** Beside a result's own figures: what each way added, or of a single one what the figures do not say. */
export function partsWords(parts: readonly ResultPart[]): string[] {
  const [only] = parts;
  if (!only || parts.length > 1) return parts.map(partWords);
  if (only.method === "hands") return [`${pollModes.hands}表决，两位计票人清点一致`];
  const { for: _for, against: _against, abstain: _abstain, ...balance } = only;
  return [partWords(balance)];
}

export const strawName = "意向摸底";
/** Beside every mood check, wherever it is shown or written down: nobody shall take it for a decision. */
export const strawMark = "意向摸底，不是表决，不作决定";

/** “3 天 4 小时”. */
export const daysLeftWords = (days: number, hours: number): string =>
  hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
/** Before a vote that opens by itself; once its time is past, something still keeps it. */
export const nextPollWords = (when: string, past: boolean): string =>
  past ? `原定 ${when} 开始表决，请稍候` : `将于 ${when} 开始表决`;

export const verdictNames = { passed: "通过", failed: "未通过" } as const;
/** What is counted when several are chosen: plans are 项, candidates people. */
export const choiceUnit = (election: boolean | undefined): string => (election ? "人" : "项");
/** How many came and voted. */
export const turnoutWords = (cast: number, present: number): string => `到会 ${present} 人，投票 ${cast} 人`;
/** Before any page or paper of invented data. */
export const demonstrationName = "演示";
export const issueNumber = (number: number): string => `议题 ${number}`;
