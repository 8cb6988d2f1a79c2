import { demonstrationName } from "./terms.ts";

/** Wording of the page that prints paper ballots. */
export const ballotSheetText = {
  title: (meeting: string) => `打印表决票 · ${meeting}`,
  heading: "打印表决票",
  link: "打印表决票",
  back: "返回会议",
  print: "打印",
  which: "哪一次表决",
  each: "每页几张",
  eachNames: { "1": "每页 1 张", "2": "每页 2 张（对半裁）", "4": "每页 4 张（十字裁）" },
  copies: "打印几张",
  copiesHint: (voters: number) => `有表决权 ${voters} 人。发手机投的少印些，另备几张换票。`,
  show: "按此排版",
  count: (copies: number, pages: number) => `共 ${copies} 张，${pages} 页 A4，沿虚线裁开。`,
  printing: "打印时缩放选 100%，页边距选“无”，不打页眉页脚。",
  secret: "无记名票：不印姓名和编号，发票时不要登记哪张给了谁。",
  named: "记名票：由投票人自己写姓名、签名。",
  fewer: (each: string) => `内容较多，一页放不下那么多张，已改为每页 ${each} 张。`,
  tooLong: "内容太多，一张 A4 放不下。请到“文书”下载 Word 版表决票，分页打印。",
  empty: "没有要用纸票的表决，也没有还没议的议题。先在会场拟好表决，选“纸票”或“同时发纸票”，再来打印。",
  box: "□",
  demonstration: demonstrationName,
} as const;
