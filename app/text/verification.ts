import { figureNames } from "./terms.ts";

export const verificationText = {
  entry: (seq: number, fault: string) => `留痕第 ${seq} 条：${fault}`,
  poll: (question: string, what: string, box: string, said: string) =>
    `表决“${question}”：${what}重新清点为 ${box}，记录为 ${said}`,
  traceable: (question: string) => `表决“${question}”：无记名票上出现了投票人`,
  claims: "已投人数与票数",
  cast: "票数",
  figures: figureNames,
  journalled: (what: string) => `${what}（留痕）`,
  passed: (entries: number, polls: number, head: string) =>
    `核对通过：留痕 ${entries} 条首尾相接，表决 ${polls} 次重新清点一致。末条校验值 ${head}`,
  failed: (count: number) => `核对未通过，发现 ${count} 处不一致：`,
};
