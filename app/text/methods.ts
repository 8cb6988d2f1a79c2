import type { MethodCalendar, MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { fractionSign } from "#app/domain/rule/fraction.ts";
import type { Denominator, Fraction } from "#app/domain/rule/types.ts";
import { type Source, type SourceKind, sourceLine } from "#app/domain/source.ts";

/** Where a number or a step comes from. */
const sourceKinds: Record<SourceKind, string> = { seed: "材料", law: "法律", public: "公开做法", default: "出厂默认" };
const families: Record<MethodDefinition["family"], string> = {
  deliberation: "协商",
  decision: "法定决定",
  dispatch: "派单办理",
  activity: "活动",
};
const stageKinds: Record<Stage["kind"], string> = {
  collect: "收集",
  review: "审核",
  draft: "拟案",
  notice: "公告",
  deliberate: "协商",
  decide: "决定",
  assign: "交办",
  execute: "办理",
  feedback: "回告",
  publish: "公示",
  final: "终点",
};

const gallery = {
  search: "查找方法",
  searchHint: "名称、环节或文件名",
  searchButton: "查找",
  found: (count: number) => (count === 0 ? "没有找到" : `找到 ${count} 种`),
  byFamily: "按类别看",
  all: "全部",
  own: "本社区和街道的方法",
  write: "新建自己的方法",
  stages: (count: number) => `${count} 个环节`,
  /** An arrow never begins a line. */
  way: (names: readonly string[]) => names.join("\u00a0→ "),
  noneFound: "没有这样的方法",
  noneFoundHint: "换个说法试试，或者写一种自己的方法。",
  clear: "看全部方法",
  toRules: "通过规则一览",
  familyHints: {
    deliberation: "议出意见、定下任务，不代替法定决定。",
    decision: "有法定人数、票数和公示，协商定不了的转到这里。",
    dispatch: "登记、派单、办理、回告、评价。",
    activity: "定期办的日子和活动。",
  },
} as const;

const page = {
  switchOn: "启用",
  switchOff: "停用",
  earlier: (version: number, latest: number) => `这是第 ${version} 版，正在走的议题还按它走；新议题按第 ${latest} 版。`,
  back: "全部方法",
  begin: "用这个方法新建议题",
  copy: "复制改成自己的",
  export: "导出 YAML",
  legend: "粗线是照常往下走，细线是别的去向，虚线是特殊情况，双框是升级为法定决定。没有画线的特殊情况，见各步的说明。",
  stages: "逐步说明",
  sources: "出处",
  note: "使用前要知道",
  voting: "表决",
  votings: { none: "不表决", opinion: "举手表意，只作参考", rule: "按通过规则表决" },
  calendar: "多久开一次",
  closing: "散会以前",
  reportBackFirst: "上次议定的事没有通报完，会议不能结束",
  seats: "席位",
  sameSource: "依据同上",
  seatMin: (min: number) => `至少 ${min} 人`,
  noVote: "不表决",
  version: (version: number) => `第 ${version} 版`,
  who: "谁来做",
  deadline: "时限",
  papersIn: "开始前要有",
  papersOut: "这一步出",
  rules: "通过规则",
  gate: "离开这一步前要具备",
  branches: "几方同时审核，都提出意见后才往下走",
  ways: "往下走",
  decisions: "可升级为法定决定",
  exceptions: "特殊情况（都要写理由）",
  ends: "终点",
  result: { passed: "算决定通过", failed: "算决定未通过" },
  to: (name: string) => `→ ${name}`,
  stay: "留在本步",
  unknownStage: "没有这个环节",
  after: { passed: "法定决定通过后自动走", failed: "法定决定未通过后自动走" },
  options: (names: readonly string[]) => `可选：${names.join("、")}`,
  seatsAsked: (names: readonly string[]) => `席位：${names.join("、")}`,
  ruleOf: (name: string, quorum: string | null, pass: string) =>
    quorum ? `${name}：${quorum}，同意 ${pass}` : `${name}：同意 ${pass}`,
  quorumOf: { present: "到会", participating: "参与表决" },
  byArea: "，人数和面积都要算",
  when: {
    words: (line: string, words: readonly string[]) => `仅当“${line}”选${words.map((word) => `“${word}”`).join("或")}`,
    yes: (line: string) => `仅当“${line}”已确认`,
    least: (line: string, value: number) => `仅当“${line}”不少于 ${value}`,
    happened: (label: string, times: number) => (times <= 1 ? `仅当有过“${label}”` : `仅当“${label}”满 ${times} 次`),
  },
} as const;

const weekdays = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"] as const;
const weekdayName = (weekday: number): string => weekdays[weekday - 1] ?? "";

/** “每周星期三”, “每月 10 日”, “每月第 1 个星期五”, “每季度一次”. */
export function calendarWords(calendar: MethodCalendar): string {
  if (calendar.every === "quarter") return "每季度一次";
  if (calendar.every === "week") return `每周${weekdayName(calendar.weekday)}`;
  if (calendar.every === "month") return `每月 ${calendar.day} 日`;
  return `每月第 ${calendar.nth} 个${weekdayName(calendar.weekday)}`;
}

/** Wording of the methods' pages and of sources wherever they are shown. */
export const methodText = {
  title: "议事方法",
  lead: "选一种现成的议事方法，看它分几步、每步要具备什么、依据从哪里来；不合本地的，复制一份再改。",
  gallery,
  page,
  off: "未启用",
  sourceKinds,
  families,
  stageKinds,
  sources: "出处",
  seatKinds: { fixed: "固定席", flexible: "机动席", observer: "列席" },
  statuses: { ready: "", example: "示例，请按本地文件修改", blank: "须先填写本地释义" },
  origins: { "built-in": "", own: "本社区", shared: "街道共享" },
  rules: "通过规则",
  ruleColumns: ["规则", "法定人数", "通过", "依据"],
  rulesHint: "比例一律用整数相乘比较：“以上”含本数，“过”“超过”不含本数。",
  noQuorum: "不设",
};

/** A source in words; its kind stands before it as a badge, so “出厂默认：” is not said twice. */
export function sourceWords(source: Source): string {
  if (source.kind === "law") return sourceLine(source);
  const ref = source.ref.replace(/^出厂默认[:：]/, "");
  return source.article ? `${ref} · ${source.article}` : ref;
}

const denominators: Record<Denominator, string> = {
  due: "应到",
  present: "到会",
  participating: "参与表决",
  total: "全体",
};

/** “≥ 2/3 应到”, “全体一致”. */
export function fractionWords(threshold: Fraction & { readonly over: Denominator }): string {
  const whole = denominators[threshold.over];
  return threshold.numerator === threshold.denominator ? `${whole}一致` : `${fractionSign(threshold)} ${whole}`;
}
