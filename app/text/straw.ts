import type { OptionsFault } from "#app/domain/straw/options.ts";
import { STRAW_LIMITS } from "#app/domain/straw/options.ts";
import type { AnswerRefusal, DiscardRefusal, OpenRefusal } from "#app/domain/straw/refusals.ts";
import type { StrawEnding } from "#app/domain/straw/straw.ts";
import { FEWEST_TOLD } from "#app/domain/straw/tally.ts";
import { strawMark, strawName } from "./terms.ts";

/** Wording of mood checks at the desk, in the journal, and of what refuses them. Phones and screen have theirs in `phone.ts` and `screen.ts`. */
export const strawText = {
  title: strawName,
  mark: strawMark,
  start: "发起意向摸底",
  fold: "先不摸底",
  question: "问什么",
  questionFrom: (title: string) => {
    const asked = `“${title}”，大家现在怎么看？`;
    return [...asked].length > STRAW_LIMITS.question ? "这件事，大家现在怎么看？" : asked;
  },
  options: "选项（一行一个）",
  optionsHint: `${STRAW_LIMITS.fewest}–${STRAW_LIMITS.most} 项，每项不超过 ${STRAW_LIMITS.signs} 个字`,
  guests: "列席人员（无表决权）也可以回答",
  guestsHint: "默认凡已签到的都可以回答；不勾选，只问有表决权的人。",
  privacy: `点了什么，谁也不公布；结束时逐人的回答立即删除，只留各项人数。回答不足 ${FEWEST_TOLD} 人的，各项人数也不留。`,
  open: "开始摸底",
  waitForPoll: "表决正在进行，结束后才能摸底。",
  givesWay: "开始表决会先结束正在进行的意向摸底。",
  answered: "已回答",
  of: "可回答",
  running: "进行中，各项人数结束后才显示。",
  close: "结束摸底",
  discard: "撤下（还没有人回答）",
  putAway: "收起，大屏和手机回到议题",
  shown: "大屏和手机正在显示",
  few: `回答不足 ${FEWEST_TOLD} 人：为避免看出谁点了什么，不显示也不保存各项人数。`,
  turnout: (answered: number, present: number) => `在场可回答 ${present} 人，回答 ${answered} 人`,
  unit: "人",
  earlier: (count: number) => `先前的摸底 ${count} 次`,
  endedFor: {
    "": "",
    poll: "因开始表决而提前结束。",
    item: "因转到另一项而提前结束。",
    meeting: "因散会而提前结束。",
  } satisfies Record<StrawEnding, string>,
  refusals: {
    open: {
      meeting: "会议进行中才能摸底。",
      poll: "表决正在进行，不能同时摸底。请先结束表决。",
      straw: "已有一次摸底正在进行，请先结束它。",
    } satisfies Record<OpenRefusal, string>,
    discard: {
      closed: "这次摸底已经结束，不能撤下。",
      answered: "已经有人回答，不能撤下，请点“结束摸底”。",
    } satisfies Record<DiscardRefusal, string>,
    closed: "这次摸底已经结束。",
    stillOpen: "这次摸底还没有结束。",
    options: {
      number: `请写 ${STRAW_LIMITS.fewest}–${STRAW_LIMITS.most} 个选项，一行一个。`,
      long: `每个选项不超过 ${STRAW_LIMITS.signs} 个字。`,
      same: "有两个选项是一样的。",
      ballot: "“同意”“反对”“弃权”是表决票上的字样，摸底请换一种说法，例如“倾向赞成”。",
    } satisfies Record<OptionsFault, string>,
  },
} as const;

/** HTTP status of a refused answer that came by the plain form. */
export const answerStatus: Record<AnswerRefusal | "busy", number> = {
  closed: 409,
  "not-entitled": 403,
  "invalid-choice": 422,
  busy: 503,
};
