import type { CountMethod } from "#app/domain/poll/count.ts";
import { pollText } from "./poll.ts";
import { figureNames, pollModes } from "./terms.ts";

export const verificationText = {
  entry: (seq: number, fault: string) => `留痕第 ${seq} 条：${fault}`,
  poll: (question: string, what: string, box: string, said: string) =>
    `表决“${question}”：${what}重新清点为 ${box}，记录为 ${said}`,
  pollDiffers: (question: string, what: string, journalled: string, said: string) =>
    `表决“${question}”：${what}留痕为 ${journalled}，记录为 ${said}`,
  vanished: (id: string) => `留痕里的表决 ${id} 已经不在`,
  said: {
    state: "状态",
    question: pollText.question,
    mode: "表决方式",
    meeting: "会议",
    agendaItem: "议程项",
    rule: "表决规则",
    options: "选项",
    form: "票面",
    overlays: "地方条件",
    remote: "会场外表决",
    extra: "地方条件的人数",
    alsoPaper: "兼收纸票",
    alsoHands: "兼收举手",
    roundOf: "接在其后的表决",
    due: "应到",
    present: "到会",
    quorumMet: "达到法定人数",
    passed: "通过",
    steps: "计算过程",
    reason: pollText.voidReason,
  },
  unreadable: (question: string, reason: string) => `表决“${question}”：内容已经损坏，无法核对（${reason}）`,
  boxChanged: (question: string) => `表决“${question}”：投票人名单、表决票或计票人的清点数在结束后被改动过`,
  rollChanged: (title: string) => `会议“${title}”：应到名单在开会后被改动过`,
  rollUnreadable: (id: string, reason: string) => `会议 ${id}：应到名单已经损坏，无法核对（${reason}）`,
  issueUnreadable: (id: string, reason: string) => `议题 ${id}：内容已经损坏，无法核对（${reason}）`,
  traceable: (question: string) => `表决“${question}”：无记名票上出现了投票人`,
  claims: "已投人数与票数",
  cast: "票数",
  answers: "逐项、各选项和面积的票数",
  parts: "手机、纸票、举手各部分",
  tellers: (question: string, method: CountMethod) => `表决“${question}”：${pollModes[method]}的两份清点数不一致`,
  figures: figureNames,
  journalled: (what: string) => `${what}（留痕）`,
  issue: (number: number, seq: number, fault: string) => `议题 ${number}：留痕第 ${seq} 条接不上（${fault}）`,
  issueDiffers: (number: number, difference: string) => `议题 ${number}：按留痕重走的结果与现状不一致（${difference}）`,
  documentName: (number: string, title: string) => (number === "" ? `“${title}”` : `“${title}”（${number}）`),
  documentUnreadable: (id: string, reason: string) => `文书 ${id}：内容已经损坏，无法核对（${reason}）`,
  documentContent: (name: string) => `文书${name}：核对时封存的内容丢失或被改动过`,
  documentFile: (name: string) => `文书${name}：签发的 Word 文件丢失或被改动过`,
  documentPhoto: (name: string) => `文书${name}：张贴照片丢失或被改动过`,
  documentChanged: (name: string) => `文书${name}：登记内容在签发后被改动过`,
  documentOtherFile: (name: string) => `文书${name}：登记的文件与留痕不一致`,
  documentNotJournalled: (name: string) => `文书${name}：留痕里没有它的签发`,
  documentVanished: (id: string) => `留痕里签发过的文书 ${id} 已经不在`,
  series: (code: string, year: number, places: readonly number[]) =>
    `${code === "" ? "登记号" : code} ${year} 年：第 ${places.join("、")} 号缺号或重号`,
  passed: (found: { entries: number; polls: number; issues: number; documents: number; head: string }) =>
    `核对通过：留痕 ${found.entries} 条首尾相接，表决 ${found.polls} 次重新清点一致，议题 ${found.issues} 件按留痕重走一致，` +
    `签发的文书 ${found.documents} 份文件完整、编号连续。末条校验值 ${found.head}`,
  failed: (count: number) => `核对未通过，发现 ${count} 处不一致：`,
};
