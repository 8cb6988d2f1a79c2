import { formatShortDay, formatWeekday } from "#app/domain/calendar/chinese-date.ts";
import { addDays, type CalendarDay, weekdayOf } from "#app/domain/calendar/day.ts";
import { demonstrationName, meetingStates } from "./terms.ts";

/** Wording of the desk's frame and of the bits that every desk page uses. */
export const deskText = {
  product: "圆桌",
  pageTitle: (page: string) => `${page} · 圆桌`,
  skip: "跳到正文",
  navigation: "主导航",
  menu: "菜单",
  demonstration: demonstrationName,
  demonstrationHint: "演示数据，人物均为虚构",
  signOut: "退出登录",
  userMenu: (name: string, role: string) => `${name} ${role}：账户`,
  roles: { secretary: "书记", clerk: "工作人员" },
  pages: {
    today: "今日",
    issues: "议题",
    meetings: "会议",
    actions: "交办",
    documents: "文书",
    people: "名册",
    methods: "方法",
    rules: "门槛计算器",
    journal: "留痕",
    settings: "设置",
  },
  overdueCount: (count: number) => `${count} 件逾期`,
  meetingStates,
  noMeeting: "近期没有安排会议",
  backToDesk: "返回今日",
  errorTitle: "没有完成",
  notFoundTitle: "没有找到",
  errorSummary: (count: number) => `有 ${count} 处需要修改`,
  confirm: { no: "不，返回" },
  saving: "正在保存…",
  saved: (clock: string) => `已保存 ${clock}`,
  notSaved: "没有保存成功",
  stale: {
    mine: "您填写的",
    theirs: "现在的",
    hint: "别人先改了这一条。请对照后再保存，或放弃您的修改。",
    saveAnyway: "按我填的保存",
    useTheirs: "放弃我的修改",
  },
} as const;

/** 今天, 明天, 本周三, 下周三, or the full short day when it is further away. */
export function dayWords(day: CalendarDay, today: CalendarDay): string {
  if (day === today) return "今天";
  if (day === addDays(today, 1)) return "明天";
  const monday = addDays(today, 1 - weekdayOf(today));
  const weekday = formatWeekday(day).slice(-1);
  if (day > today && day < addDays(monday, 7)) return `本周${weekday}`;
  if (day >= addDays(monday, 7) && day < addDays(monday, 14)) return `下周${weekday}`;
  return formatShortDay(day);
}

/** Pages of a long list. */
export const pagerText = {
  label: "翻页",
  first: "首页",
  previous: "上一页",
  next: "下一页",
  last: "末页",
  pageOf: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
} as const;
