import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import type { Schedule } from "#app/domain/calendar/schedule.ts";
import { agendaItemStates, issueNumber, meetingStates, outcomeNames } from "./terms.ts";

/** Wording of the pages that plan meetings and arrange agendas, and of what their commands refuse. */
export const meetingText = {
  title: "会议",
  lead: (coming: number, held: number) => `待开 ${coming} 场，已开 ${held} 场`,
  plan: "安排会议",
  coming: "待开和进行中",
  held: "已开",
  heldOrCancelled: "已开和停开",
  columns: ["时间", "会议", "地点", "议题", "到会", "状态"],
  states: meetingStates,
  issueCount: (count: number) => `${count} 件`,
  decidedCount: (decided: number, count: number) => `${decided}/${count} 件有结果`,
  present: (present: number, due: number) => `${present}/${due}`,
  due: (due: number) => `应到 ${due}`,
  noneComing: "还没有安排会议",
  noneComingHint: "系统会按议事机构的日子提议下一场，并排好第一项“议定事项落实情况”，您只需勾选议题。",

  fields: {
    body: "议事机构",
    title: "会议名称",
    day: "日期",
    time: "时间",
    place: "地点",
    chair: "主持人",
    recorder: "记录人",
    issues: "议题",
  },
  // “小区议事日议事会”, “居民代表会议议事会” say it twice.
  titleOf: (body: string) => (/(?:会议?|日)$/.test(body) ? body : `${body}议事会`),
  reportBack: "上周议定事项落实情况",
  startsAtRule: "开会时间要写成 ISO 8601，如 2026-11-25T06:30:00Z。",

  planTitle: "安排会议",
  proposed: (when: string, body: string) => `建议 ${when} 召开“${body}”`,
  existing: (when: string, title: string) => `${when}已安排“${title}”。`,
  openExisting: "打开这一场",
  planFollowing: (day: string) => `安排 ${day} 的会议`,
  holidayWarning: (day: string, holiday: string) => `${day}是${holiday}假期，请确认是否在这一天开会。`,
  whenHeading: "时间、地点和人员",
  agendaHeading: "议程",
  chooseHint: "第一项固定；往下勾选本次要议的议题，上会次数多、提出早的排在前面。次序之后还能调整。",
  fixed: "固定为第一项",
  noCandidates: "没有待议的议题。可以先建会，再到“议题”里登记。",
  create: "建立会议",
  cancel: "取消",
  rollHint: (roll: string, due: number) =>
    due > 0
      ? `建会后按“${roll}”生成应到名单，现有表决权 ${due} 人。`
      : `“${roll}”还是空的，建会后再加人，应到名单会自动补上。`,
  changeBody: "换一个议事机构",
  bodies: "管理议事机构",
  onDemand: (body: string) => `“${body}”不定期开会，日期按提前 3 天发通知提议，可改。`,
  unarranged: (year: string) => `${year}年的放假安排还没有公布，节假日按法定的日子推算，公布后请再核对。`,
  otherMethods: "按其他方法办理的议题",
  ownNone: "没有按这个机构的方法办理的待议议题。",

  edit: "修改安排",
  editTitle: "修改会议安排",
  save: "保存",
  staleTitle: "会议安排刚被别人改过",
  startedHint: "会议已经开始，日期和时间不能再改。",

  cancelMeeting: "停开这场会议",
  cancelDetail: "只是换个日子，请用“修改安排”。停开以后，已列入的议题回到待议，可以列入以后的会议；这场会不能再恢复。",
  cancelReason: "停开原因",
  cancelReasonHint: "大屏、居民手机和会议页上都会写明，请写给居民看。",
  cancelSubmit: "停开",
  planNext: "安排下一场",

  enterRoom: "进入会场",
  openScreen: "打开大屏",
  slips: "打印签到条",
  helpers: "代办设备",
  documents: "文书",
  code: "会议码",
  notFilled: "未填",
  rollFact: "应到",
  rollWords: (due: number, people: number) => `${due} 人（名单共 ${people} 人）`,
  needed: "法定人数",
  neededWords: (needed: number, basis: "present" | "votes" | "area") => {
    if (basis === "area") return "不看到会，按投票的人数和面积";
    return needed > 0 ? `${needed} 人${basis === "votes" ? "参加投票" : "到会"}` : "不设人数";
  },
  presentFact: "已签到",
  presentWords: (present: number) => `${present} 人`,
  planned: "会议已建立。",
  wasPlanned: "这一天已经安排了会议，下面就是，没有另建。",
  edited: "已保存。",

  agenda: {
    label: "议程",
    hint: "拖动左侧把手，或用“上移”“下移”调整次序；改动即时保存。",
    closedHint: "会议已经结束，议程不再变动。",
    cancelledHint: "会议停开，这是原来的议程；列入的议题已回到待议。",
    drag: (title: string) => `拖动“${title}”`,
    handleRole: "可拖动排序",
    up: "上移",
    down: "下移",
    upOf: (title: string) => `上移“${title}”`,
    downOf: (title: string) => `下移“${title}”`,
    remove: "移出",
    removeOf: (title: string) => `把“${title}”移出议程`,
    states: agendaItemStates,
    outcomes: outcomeNames,
    fixed: "固定为第一项",
    report: (done: number, open: number, overdue: number) => {
      if (done + open === 0) return "没有要通报的事项";
      return `已办结 ${done} 件，在办 ${open} 件${overdue > 0 ? `，其中逾期 ${overdue} 件` : ""}`;
    },
    stale: "议程已被他人更新，下面是最新次序，您刚才的调整没有保存。",
    add: (count: number) => `加议题（${count} 件待议）`,
    addNone: "没有其他待议的议题。",
    addSubmit: "加入议程",
    newIssue: "登记新议题",
    back: "返回会场",
    moved: (title: string, place: number, of: number) => `“${title}”现在是第 ${place} 项，共 ${of} 项`,
    instructions: "按空格键拿起，用上下方向键移动，再按空格键放下，按 Esc 取消。",
  },

  refusals: {
    closed: "会议已经结束，安排和议程不能再改。",
    cancelled: "会议已经停开，安排和议程不能再改。",
    startedCancel: "会议已经开始，不能停开；请在会场里散会。",
    reasonMissing: "请写明停开原因。",
    past: "会议日期不能早于今天。",
    sameDay: (time: string) => `这一天 ${time} 已安排了同一机构的会议，请换一天，或直接改那一场。`,
    startedTime: "会议已经开始，日期和时间不能再改。",
    settled: (number: number) => `${issueNumber(number)} 已经办结，不用再上会。`,
    underWay: (number: number) => `${issueNumber(number)} 正在办理，由第一项“议定事项落实情况”通报，不用再列一项。`,
    elsewhere: (number: number, meeting: string) => `${issueNumber(number)} 已列入${meeting}，请先从那里移出。`,
    onAgenda: (number: number) => `${issueNumber(number)} 已在议程里。`,
    fixedFirst: "“议定事项落实情况”固定为第一项，不能移动，也不能移出。",
    notWaiting: "已经开始议的事项不能移动，也不能移出。",
    used: "这一项已有发言记录、表决或交办事项，不能移出议程。",
    noIssues: "请先勾选议题。",
  },
};

/** The first item of every agenda: 上周, 上月 or 上次议定事项落实情况, by how often the body meets. */
export function reportBackTitle({ every }: Pick<Schedule, "every">): string {
  if (every === "week") return meetingText.reportBack;
  return every === "month" || every === "month-weekday" ? "上月议定事项落实情况" : "上次议定事项落实情况";
}

/** “11月25日(星期三)是春节假期,会议顺延。”: why weeks were passed over for the proposed day. */
export function skippedWords(skipped: readonly { day: string; holiday: string }[], day: string): string {
  const days = skipped.map((each) => `${formatShortDay(each.day)}逢${each.holiday}假期`);
  return `${days.join("、")}，顺延到 ${formatShortDay(day)}。`;
}
