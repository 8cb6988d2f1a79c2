import { outcomeNames } from "./terms.ts";

/** Wording of the papers, sheets and archives of a month, a quarter or a meeting, and of the page that gives them out. */
export const periodText = {
  standing: {
    settled: "已销号",
    overdue: "逾期",
    dueSoon: "临期",
    open: "在办",
    done: "已办结",
    unsettled: "未议成",
    waiting: "待上会",
  },
  remark: (day: string, became: string, reason: string) => `${day}${became}${reason === "" ? "" : `：${reason}`}`,
  outcomes: outcomeNames,
  late: (deadline: string) => `时限${deadline}`,
  noResult: "会上没有形成结果",
} as const;
