import type { CountField, CountMethod, CountState } from "#app/domain/poll/count.ts";
import { figureNames, pollModes } from "./terms.ts";

const fields: Record<CountField, string> = { ...figureNames, issued: "发出", collected: "收回" };

export const pollText = {
  question: "表决事项",
  modeRule: "表决方式只能是无记名、记名、举手或纸票。",
  alsoRule: "举手或纸票表决不用手机，不能再兼收纸票或举手。",
  roundRule: "第二轮只能接在本场会议已经结束或作废的表决后面。",
  noVoting: (method: string) => `“${method}”靠商量形成意见，不设表决，请在处理结果里写明共识、分歧和建议。`,
  headsOnly: "这条规则还要计算面积，请到业主共同决定中使用。",
  voidReason: "作废理由",
  counts: {
    teller: "计票人姓名",
    fields,
    number: (label: string) => `${label}请填不小于 0 的整数；没有就填 0。`,
    notTaken: "这次表决没有这一项清点。",
    alreadyAgreed: "两位计票人的数字已经一致。要改，请先点“重新清点”。",
    handsCounting: "已经开始清点举手，不能再延长手机投票。要延长，请先点“重新清点”。",
    /** Which figure differs, never by how much: while a poll is open no figure of it is told. */
    differs: (field: CountField) => `${fields[field]}的数字不一样。`,
    gap: (method: CountMethod, state: CountState) => `${pollModes[method]}${gaps[state]}`,
  },
  papers: {
    none: "这次表决不用纸票。",
    counting: "已经开始清点纸票，不能再发票或退票。要发，请先点“重新清点”。",
    handsCounting: "已经开始清点举手，不能再发纸票。要发，请先点举手的“重新清点”。",
    absent: (name: string) => `${name}没有签到或没有表决权，不能领纸票。`,
    voted: (name: string) => `${name}已经用手机投过票，不能再领纸票。`,
  },
};

const gaps: Record<CountState, string> = {
  none: "还没有清点，需要两位计票人各填一次。",
  one: "只有一位计票人填了数字，还差另一位。",
  differ: "两位计票人的数字不一致，都不作数，请重新清点。",
  agreed: "已经清点一致。",
};
