import { issueNumber } from "./terms.ts";

/** 留痕: the page that shows the journal. */
export const journalPageText = {
  title: "留痕",
  lead: "谁在什么时候做了什么，按先后连成一条校验链。只能追加，不能改、不能删。",
  count: (count: number) => `本社区共 ${count} 条`,
  verify: "核对整条链",
  intact: (count: number) => `核对通过：从第 1 条到第 ${count} 条，首尾相接，没有改动。`,
  broken: "核对未通过：",
  brokenHint: "记录可能被绕过系统改动。请保留数据文件，停止写入，并与技术人员联系。",
  head: "末条校验值",
  headHint: "抄在会议记录上或发给上级保存，日后可以证明这之前的记录没有改过。",
  columns: { seq: "序号", at: "时间", actor: "谁", act: "做了什么", subject: "对象", hash: "校验值" },
  detail: "原始内容",
  hash: "本条校验值",
  prev: "上一条校验值",
  newer: "最新",
  older: "更早",
  emptyTitle: "还没有记录",
  issue: issueNumber,
  unknownAct: (act: string) => `其他操作（${act}）`,
} as const;
