import { formatShortDay } from "#app/domain/calendar/chinese-date.ts";
import type { Rating } from "#app/domain/issue/facts.ts";
import { COUNT_LABELS, type Counts } from "#app/domain/rule/counts.ts";
import { issueNumber, noOutcome, outcomeNames, stageStates } from "./terms.ts";

const ratings: Record<Rating, string> = { satisfied: "满意", fair: "基本满意", unsatisfied: "不满意" };

/** What is entered for the gates, by its fact name. */
const facts: Record<string, string> = {
  response: "社区的答复",
  partyAgrees: "当事人点头，认可已经解决",
  record: "事项记录",
  responsible: "责任人",
  deadline: "时限",
  plan: "计划",
  doneNote: "办了什么",
  rating: "当事人的评价",
  mergedInto: "并入议题编号",
  statements: "发言条数",
  seatsPresent: "到会席位",
};

/** Wording of the issues' pages, and of what their commands refuse. */
export const issueText = {
  title: "议题",
  enter: "登记议题",
  editTitle: "修改议题",
  edit: "修改",
  fields: {
    title: "题目",
    detail: "情况说明",
    place: "地点",
    category: "类别",
    source: "来源",
    raisedBy: "反映人",
    firstRaisedOn: "首次提出日",
    method: "议事方法",
  },
  hints: {
    title: "一句话说清是什么问题，如“3号楼前两盏路灯不亮”。",
    detail: "什么时候开始、影响哪些人、提过什么办法。",
    place: "楼号、门牌或路口。上会前须填写。",
    category: "可选已有的，也可写新的。上会前须填写。",
    source: "从哪里来的，如“网格员走访”“12345 转办”。",
    raisedBy: "只供工作人员联系，不进公示。",
    firstRaisedOn: "累计天数从这一天算起。",
  },
  suggestedCategories: ["停车秩序", "路灯照明", "环境绿化", "邻里纠纷", "排水防汛", "道路设施", "物业服务", "安全隐患"],
  suggestedSources: ["网格员走访", "居民当面反映", "物业报送", "党员中心户", "12345 转办", "巡查发现", "商户反映"],
  save: "保存",
  saveNew: "登记",
  cancel: "取消",
  staleTitle: "这件议题刚被别人改过",

  number: issueNumber,
  times: (count: number) => (count === 0 ? "未上会" : `${count} 次`),
  timesLong: (count: number) => (count === 0 ? "未上会" : `上会 ${count} 次`),
  days: (count: number) => `${count} 天`,
  daysLong: (count: number) => `累计 ${count} 天`,
  toMeeting: "列入会议议程后，会上叫到这一项会自动走这一步，平时不用点。",

  facts,
  ratings,
  ratingChoose: "请选择",
  stageHeading: "环节",
  stageStates,
  nextHeading: "下一步",
  branchesHeading: "各方意见",
  branchesHint: "几方分头提，不分先后；都提了才能往下走。",
  decisionsHeading: "升级为法定决定",
  decisionsHint: "协商定不了、或依法须由会议决定的，从这里转过去；决定有了结果，自动回到本方法往下走。",
  decisionRule: (name: string, quorum: string, pass: string) => `${name}：到会 ${quorum}，同意 ${pass}`,
  decisionRuleNoQuorum: (name: string, pass: string) => `${name}：同意 ${pass}`,
  keep: "先存下，不进下一步",
  kept: "已存下。要件补齐后再走下一步。",
  drawing: (method: string) => `看“${method}”的流程图`,
  standingWho: "谁来办",
  standingDue: "到哪天",
  standingIn: "手上要有",
  standingOut: "这一步出",
  papers: "文书",
  standingUntil: "挂到哪天",
  ranOut: "已期满，可以往下走",
  runs: (days: number) => (days === 0 ? "今天 24:00 期满" : `还要 ${days} 天`),
  noDue: "没有定期限",
  late: (days: number) => `已过 ${days} 天`,
  left: (days: number) => (days === 0 ? "今天到期" : `还有 ${days} 天`),
  duringDecision: (method: string) => `现在按“${method}”走，有了结果自动回来。`,
  listHint: "一行写一项。",
  pollFigures: (question: string) => `按会上表决“${question}”的结果填好了，请核对。`,
  areaUnit: "（㎡，两位小数）",
  figureHeads: "人数（户数）",
  figureArea: "专有部分面积",
  choose: "请选择",
  onlyWhen: (words: readonly string[]) => `选“${words.join("”或“")}”时填写`,

  nextNone: "议题已经走完，没有下一步。",
  exceptionsHeading: "特殊情况",
  exceptionsHint: "不按次序走时用，都要写明理由，并记入留痕。",
  lacks: (count: number) => `还缺 ${count} 项`,
  allMet: "要件已齐",
  blocked: (texts: string[]) => `还不能：${texts.join("；")}。`,
  /** How a line is met that no field of the step can meet, by the line's id. */
  blockedBy: {
    title: "请先在“修改”里补上。",
    place: "请先在“修改”里补上。",
    category: "请先在“修改”里补上。",
    statements: "在会场里记下发言就有了。",
    seats: "在四类常驻代表到齐的会上议过或通报过，才能销号。",
    returned: "退回再办的次数用完了。",
  } as Readonly<Record<string, string>>,
  refusedBy: (lines: readonly { text: string; detail: string }[]) =>
    `还不能走这一步，还缺 ${lines.length} 项：${lines.map((line) => line.text + (line.detail ? `（${line.detail}）` : "")).join("；")}。`,
  met: "已具备",
  unmet: "还缺",
  reason: "理由",
  reasonFor: (label: string) => `“${label}”的理由`,
  reasonHints: {
    reject: "写明为什么不受理，并告诉当事人可以去哪里办。",
    escalate: "写明转交给谁、为什么。",
    return: "写明哪里要补正。",
  } as Readonly<Record<string, string>>,
  inSession: (title: string) => `正在“${title}”上议，请到会场里处理。`,
  goToRoom: "进入会场",
  taken: (stage: string) => `已到“${stage}”环节。`,
  staleStep: "这件议题刚被别人处理过，下面是最新情况。您填写的内容还在，请核对后再提交。",

  factsHeading: "基本情况",
  enteredHeading: "已记录的要件",
  actionsHeading: "交办事项",
  notFilled: "未填",
  yes: "是",
  meetingsHeading: "上会经过",
  meetingsNone: "还没有上过会。",
  onAgenda: "已列入议程",
  outcomes: outcomeNames,
  noOutcome,
  historyHeading: "办理经过",

  eventMissing: "请说明要走哪一步。",
  factsShape: "要件须是一组名称和内容。",
  notAskedHere: "这个环节不问这一项。",
  decisionGone: "要转入的决定还在使用",
  decisionGoneDetail: "已停用，请先恢复它，或走别的出口",
  methodOff: "这个方法没有启用，先在“方法”里启用再用。",
  methodBlank: "这个方法的步骤名称还没按本地文件填写，先复制一份填好再用。",
  splitFrom: (number: number) => `从议题 ${number} 拆出`,
  foundOnPatrol: (number: number) => `议题 ${number} 会后巡查发现`,
  mergeTarget: "请填写要并入的议题编号，须是本社区另一件还没办结的议题。",
  settledStays: "议题已经办结，内容不能再改。",
  firstRaisedLater: "首次提出日不能晚于今天。",
};

type Told = { number: number; firstRaisedOn: string; timesDiscussed: number; days: number; settled: boolean };

/** “议题 3 · 11月20日(星期五)首次提出 · 还没上过会 · 累计 2 天”: the line under an issue's title. */
export function issueLead({ number, firstRaisedOn, timesDiscussed, days, settled }: Told): string {
  const meetings = timesDiscussed === 0 ? "还没上过会" : `已上会 ${timesDiscussed} 次`;
  const since = `${settled ? "历时" : "累计"} ${days} 天`;
  return `${issueText.number(number)} · ${formatShortDay(firstRaisedOn)}首次提出 · ${meetings} · ${since}`;
}

const figureNames: Readonly<Record<string, string>> = {
  ...COUNT_LABELS,
  womenDue: "妇女代表",
  womenPresent: "到会妇女代表",
};

/** A figure's name: “应到”, “到会妇女代表”. */
export const figureName = (name: string): string => figureNames[name] ?? name;

/** “应到 34，到会 30，同意 18”; areas after them, in square metres. */
export function countsWords({ area, extra, ...heads }: Counts): string {
  const list = (counts: object, word: (n: number) => string) =>
    Object.entries(counts).flatMap(([name, n]) => (typeof n === "number" ? [`${figureName(name)} ${word(n)}`] : []));
  const metres = (n: number) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`;
  const areas = area ? [`${issueText.figureArea}：${list(area, metres).join("，")} ㎡`] : [];
  return [[...list(heads, String), ...list(extra ?? {}, String)].join("，"), ...areas].join("；");
}

/** A fact's value as a person reads it. */
export function factWords(fact: string, value: string): string {
  if (fact === "rating") return ratings[value as Rating] ?? value;
  return value === "true" ? issueText.yes : value;
}
