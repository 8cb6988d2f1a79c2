import { type CalendarDay, daysBetween } from "#app/domain/calendar/day.ts";
import { overdueWords } from "./terms.ts";

/** 今日: what is next, what is late, what waits. */
export const todayText = {
  nextMeeting: "下次会议",
  inSession: "正在开会",
  heldToday: "今天的会已散会",
  running: (clock: string) => `已开 ${clock}`,
  attendance: (present: number, due: number) => `到会 ${present} / 应到 ${due}`,
  agendaCount: (issues: number) => `议题 ${issues} 件`,
  dueCount: (due: number) => `应到 ${due} 人`,
  enterRoom: "进入会场",
  prepare: "议程与准备",
  papers: "看会议和文书",

  proposal: "还没有安排",
  proposalHint: (issues: number) => (issues > 0 ? `有 ${issues} 件议题等着上会。` : "还没有等着上会的议题。"),
  skipped: (day: string, holiday: string) => `${day}逢${holiday}，顺延`,
  plan: "安排会议",

  actions: "交办事项",
  actionsNone: "没有逾期和快到期的事项。",
  allActions: (count: number) => `全部在办 ${count} 件`,
  agenda: "这次要议的",
  issues: "等着上会的议题",
  issuesNone: "没有等着上会的议题。",
  allIssues: (count: number) => `全部未办结 ${count} 件`,
  discussed: (times: number) => (times > 0 ? `已上会 ${times} 次` : "未上过会"),
  days: (days: number) => (days > 0 ? `${days} 天` : "今天提出"),

  firstSteps: "从这里开始",
  firstStepsHint: "三步做完就可以开第一次会。",
  steps: {
    people: { title: "导入名册", hint: "谁应到、谁能表决，都从名册来。" },
    issues: { title: "登记议题", hint: "把居民反映的问题记下来，一件一条。" },
    meeting: { title: "安排会议", hint: "选好日期和议题，应到名单自动带上。" },
  },
  done: "已完成",
} as const;

/** “逾期 3 天”, “今天到期”, “还剩 2 天”. */
export function deadlineWords(deadline: CalendarDay, today: CalendarDay): string {
  const left = daysBetween(today, deadline);
  if (left < 0) return overdueWords(-left);
  return left === 0 ? "今天到期" : `还剩 ${left} 天`;
}
