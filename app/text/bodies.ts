import type { OnHoliday, Schedule } from "#app/domain/calendar/schedule.ts";

const onHoliday: Record<OnHoliday, string> = {
  skip: "停一次，等下一个例会日",
  keep: "照常开",
  "next-working-day": "顺延到节后第一个工作日",
};
const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"].map((day) => `星期${day}`);
const NTH = ["第一个", "第二个", "第三个", "第四个"];
const QUARTER_MONTHS = ["第一个月", "第二个月", "第三个月"];

/** 议事机构: who meets, when, by which method. */
export const bodyText = {
  title: "议事机构",
  lead: "哪些人、按哪个方法、什么日子开会。安排会议时，日期、地点和通过规则从这里带出。",
  back: "议事机构",
  link: "管理议事机构",
  settingsHint: "例会的日子、地点、议事方法和通过规则。",
  listCaption: "议事机构",
  head: ["名称", "议事方法", "例会", "地点", "通过规则和名册", "下次例会"],
  add: "新建议事机构",
  none: "—",
  methodGone: "方法已停用",
  readOnly: "议事机构由书记修改。",
  removedHeading: "已停用",
  removedHint: "不再安排新的会议；开过的会议和文书不变。",
  removedHead: ["名称", "议事方法", "操作"],
  restore: "恢复使用",
  plan: "安排会议",

  newTitle: "新建议事机构",
  newLead: "先选方法，例会日子和通过规则按方法带出，再按本地情况改。",
  chooseMethod: "按哪个方法议事",
  takeMethod: "带出这个方法的安排",
  blankMethod: (name: string) => `${name}（待填写，不能用）`,
  exampleMethod: "这是示例方法，日子和人数请按本地文件核对。",
  unitMethod: "按方法提议的日子和规则，有的来自公开资料，有的是出厂默认，可改。",
  fields: {
    name: "名称",
    methodId: "议事方法",
    schedule: "例会",
    startTime: "开会时间",
    place: "地点",
    ruleId: "通过规则",
    rollId: "按哪份名册计应到",
  },
  every: "多久开一次",
  everies: {
    week: "每周",
    month: "每月固定一天",
    "month-weekday": "每月第几个星期几",
    quarter: "每季度固定一天",
    none: "不定期，有事就开",
  },
  weekday: "星期几",
  weekdays: WEEKDAYS,
  nth: "第几个",
  nths: NTH,
  day: "几日",
  dayHint: "1 到 28 日，每个月都有的日子。",
  month: "季度的第几个月",
  months: QUARTER_MONTHS,
  onHoliday: "遇法定节假日",
  onHolidays: onHoliday,
  onHolidayShort: { skip: "节假日停一次", keep: "节假日照常", "next-working-day": "节假日顺延" },
  onHolidayHint: "普通周末不算节假日。",
  ruleHint: "到会人数够不够、表决通不通过，先按这条规则算；发起表决时还可以换。",
  create: "建立",
  save: "保存",
  cancel: "取消",
  editHint: "已经开过的会议保留当时的名称、方法和规则；还没开的会议按新的规则算人数，日期和地点不变。",
  staleTitle: "这个议事机构刚被别人改过",
  isRemoved: "这个议事机构已停用，恢复后才能修改。",
  remove: "停用",
  removeQuestion: (name: string) => `停用“${name}”？`,
  removeDetail: "不再提议新的会议。开过的会议和文书不变，已经安排的会议照开。之后可以恢复。",
  done: {
    added: (name: string) => `已建立“${name}”`,
    saved: (name: string) => `已保存“${name}”`,
    removed: (name: string) => `已停用“${name}”`,
    restored: (name: string) => `已恢复“${name}”`,
  },

  refusals: {
    method: "请选择议事方法。",
    blankMethod: "这个方法还有待填写的内容，请先到“方法”里填好。",
    rule: "请选择通过规则。",
    noUnits: "业主共同决定按人数和面积一起计，请选一份业主名册；还没有的，先到“名册”里新建业主名册并导入房屋。",
    nameTaken: "已经有同名的议事机构。",
    last: "至少要留一个在用的议事机构。",
  },
} as const;

/** “每周三”, “每月10日”, “每月第一个星期五”, “每季度第一个月15日”, “不定期”. */
export function scheduleWords(schedule: Schedule): string {
  switch (schedule.every) {
    case "week":
      return `每周${WEEKDAYS[schedule.weekday - 1]?.slice(-1)}`;
    case "month":
      return `每月${schedule.day}日`;
    case "month-weekday":
      return `每月${NTH[schedule.nth - 1]}${WEEKDAYS[schedule.weekday - 1]}`;
    case "quarter":
      return `每季度${QUARTER_MONTHS[schedule.month - 1]}${schedule.day}日`;
    case "none":
      return "不定期";
  }
}

/** The same with what happens on holidays. */
export const wholeScheduleWords = (schedule: Schedule): string =>
  schedule.every === "none"
    ? scheduleWords(schedule)
    : `${scheduleWords(schedule)}，遇节假日${onHoliday[schedule.onHoliday]}`;
