import type { CountField, CountMethod, CountState } from "#app/domain/poll/count.ts";
import { figureNames, pollModes } from "./terms.ts";

const fields: Record<CountField, string> = { ...figureNames, issued: "发出", collected: "收回" };

export const pollText = {
  question: "表决事项",
  modeRule: "表决方式只能是无记名、记名、举手或纸票。",
  alsoRule: "举手或纸票表决不用手机，不能再兼收纸票或举手。",
  roundRule: "第二轮只能接在本场会议已经结束或作废的表决后面。",
  noVoting: (method: string) => `“${method}”靠商量形成意见，不设表决，请在处理结果里写明共识、分歧和建议。`,
  form: {
    option: "选项",
    item: "表决事项",
    number: "请填 1 到 20 的整数。",
    tooMany: (what: string, most: number) => `${what}最多 ${most} 个；更多请分成几次表决。`,
    either: "一张票要么在几个选项里选，要么逐项表决，不能两样都用。",
    notByHands: "举手一次只能表决一件事、选一个选项。请改用手机或纸票，或者分几次举手。",
    twoOptions: "至少要有两个选项；只有一个就用同意、反对、弃权表决。",
    moreThanThere: (there: number) => `一共只有 ${there} 个选项，请填不超过它的数。`,
    twice: (label: string) => `“${label}”写了两遍，请改成不同的名称。`,
  },
  election: {
    secret: "选举要无记名投票（居组法第19条、村组法第18条）：请用无记名或纸票，不兼数举手。",
  },
  area: {
    named: "按面积计票必须记名：面积对得上是谁家，无记名就保不住密。",
    phonesOnly: "按面积计票要知道每张票是谁的，不能用举手或不记名的纸票合计。纸质表决票请逐户录入。",
    yesNo: "按面积计票只能逐项同意、反对、弃权，不能在选项里挑选。",
    noAreas: "本场名册没有房屋面积。请给召开机构选一份业主名册。",
  },
  remote: {
    noCounts: "不到会场的表决不能举手或合计纸票。",
  },
  overlays: {
    unknown: "这条规则没有所选的地方条件。",
    count: (label: string) => `请填“${label}”的人数。`,
    more: (label: string, whole: string) => `${label}不能多于${whole}。`,
    short: (label: string, least: number, missing: number) =>
      `${label}至少 ${least} 人，还差 ${missing} 人，不能表决。`,
  },
  voidReason: "作废理由",
  counts: {
    teller: "计票人姓名",
    fields,
    number: (label: string) => `${label}请填不小于 0 的整数；没有就填 0。`,
    otherForm: "填的数字和这张票的样子对不上，请按票面逐项填写。",
    notTaken: "这次表决没有这一项清点。",
    alreadyAgreed: "两位计票人的数字已经一致。要改，请先点“重新清点”。",
    handsCounting: "已经开始清点举手，不能再延长手机投票。要延长，请先点“重新清点”。",
    /** Which figure differs, never by how much: while a poll is open no figure of it is told. `answer` is an option's or item's label. */
    differs: (figure: CountField | { answer: string }) =>
      typeof figure === "string" ? `${fields[figure]}的数字不一样。` : `“${figure.answer}”的数字不一样。`,
    gap: (method: CountMethod, state: CountState) => `${pollModes[method]}${gaps[state]}`,
  },
  papers: {
    none: "这次表决不用纸票。",
    counting: "已经开始清点纸票，不能再发票或退票。要发，请先点“重新清点”。",
    handsCounting: "已经开始清点举手，不能再发纸票。要发，请先点举手的“重新清点”。",
    absent: (name: string) => `${name}没有签到或没有表决权，不能领纸票。`,
    voted: (name: string) => `${name}已经用手机投过票，不能再领纸票。`,
    represented: (name: string) => `${name}是委托出席的，这次表决的规则不许代投，或受托人是候选人，不能代领纸票。`,
  },
};

const gaps: Record<CountState, string> = {
  none: "还没有清点，需要两位计票人各填一次。",
  one: "只有一位计票人填了数字，还差另一位。",
  differ: "两位计票人的数字不一致，都不作数，请重新清点。",
  agreed: "已经清点一致。",
};
