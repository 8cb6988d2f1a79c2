import type { Outcome } from "#app/domain/meeting/agenda-item.ts";
import { outcomeWords } from "#app/text/terms.ts";
import type { Block, Field } from "#templates/content.ts";
import { type Common, defineGenre, type Requirement, type Say } from "#templates/genre.ts";
import { calendarDay, chineseDate, chineseDay, timeSpan } from "#templates/parts/dates.ts";
import { heading, numbered } from "#templates/parts/numbering.ts";
import { type CountedPoll, pollBlocks, type VoidedPoll, voidedBlock } from "#templates/parts/poll.ts";
import { body, convened, fullTitle, labelled, onlyTasks, REASON_NAME, sentence } from "#templates/parts/wording.ts";

/** 上次议定事项 as it stands today. */
export type ReportBack = {
  title: string;
  responsible: string;
  /** "YYYY-MM-DD" */
  deadline: string;
  state: "done" | "overdue" | "open";
  note?: string;
};

export type MinutesAction = {
  title: string;
  responsible: string;
  /** "YYYY-MM-DD" */
  deadline: string;
  plan: string;
};

export type MinutesItem = {
  /** 议题编号 */
  number: number;
  title: string;
  place?: string;
  /** Absent while the item has not been settled. */
  outcome?: Outcome;
  /** Of the outcome `onward`: the method's own word for the step. */
  step?: string;
  conclusion: string;
  /** Why it cannot be done, or why it goes to the next meeting. */
  reason?: string;
  actions: MinutesAction[];
  polls: CountedPoll[];
  /** Polls on it that went wrong. */
  voidedPolls?: VoidedPoll[];
  /** 分歧要点, one line. */
  differences?: string;
};

export type MinutesInput = Common & {
  street: string;
  /** Who issues them, where it is no community of the street: the street's own office. */
  office?: string;
  meetingTitle: string;
  /** 会次 or 期号, for example 2025年第12期. */
  number?: string;
  start: Date;
  end?: Date;
  place: string;
  chair: string;
  recorder: string;
  /** Names; no phone numbers go into minutes. */
  present: string[];
  absent: string[];
  observers: string[];
  /** 应到 and 实到 with a voting right. */
  due: number;
  presentVoting: number;
  /** Of votes from home: how many took part. Nobody had to come, and nobody is listed as absent. */
  tookPart?: number;
  reportBack: ReportBack[];
  items: MinutesItem[];
  /** Votes on questions that were no issue of the agenda. */
  furtherPolls?: CountedPoll[];
  furtherVoidedPolls?: VoidedPoll[];
  /** Head hash of the journal, printed so that a changed database can be noticed. */
  journalHead: string;
};

const STATE_NAME: Record<ReportBack["state"], string> = { done: "已办结", overdue: "逾期未办结", open: "正在办理" };

/** 会议纪要: what was settled, by whom, until when. No debate; differences in one line. Not sealed. */
export const minutes = defineGenre<MinutesInput>({
  id: "minutes",
  name: "会议纪要",
  public: false,
  dress: "minutes",
  named: (input) => ({ day: calendarDay(input.start), matter: input.meetingTitle }),
  required: (input) => [
    ["会议名称", "plan", input.meetingTitle],
    ["会议时间", "plan", input.start],
    ["散会时间", "room", input.end],
    ["会议地点", "plan", input.place],
    ["主持人", "plan", input.chair],
    ["记录人", "plan", input.recorder],
    ["出席人员", "room", input.tookPart !== undefined || input.present],
    ["会议内容（上次议定事项或议题）", "plan", input.reportBack.length + input.items.length > 0 || hasFurther(input)],
    ...input.items.flatMap(itemRequirements),
    ["留痕校验码", "room", input.journalHead],
  ],
  write: (input, say) => [
    {
      kind: "title",
      text: `${fullTitle(input)}${/会$|会议$/u.test(input.meetingTitle) ? "纪要" : "会议纪要"}`,
      ...(input.number !== undefined && input.number !== "" && { below: `（${input.number}）` }),
    },
    { kind: "masthead", left: input.office ?? `${input.street}${input.community}`, right: chineseDate(input.start) },
    { kind: "fields", items: organisation(input) },
    { kind: "paragraph", text: overview(input, say) },
    heading(1, 1, "上次议定事项落实情况"),
    ...reportBack(input.reportBack),
    ...content(input, say),
    { kind: "fields", items: attendance(input) },
    { kind: "sign-line", labels: ["主持人签发", "记录人"] },
    ...(input.journalHead === "" ? [] : [journal(input.journalHead)]),
  ],
});

function itemRequirements(item: MinutesItem): Requirement[] {
  const of = (part: string) => `议题${item.number}的${part}`;
  const action = (part: string, there: (action: MinutesAction) => boolean): Requirement => [
    of(part),
    "room",
    item.actions.every(there),
  ];
  return [
    [of("处理结果"), "room", item.outcome],
    [of("议定意见或理由"), "room", item.outcome === undefined || item.conclusion !== "" || (item.reason ?? "") !== ""],
    [of("不能办的理由"), "room", item.outcome !== "declined" || item.reason],
    [of("责任人、时限和计划"), "room", item.outcome !== "timed" || item.actions],
    action("责任人", ({ responsible }) => responsible !== ""),
    action("时限", ({ deadline }) => chineseDay(deadline) !== ""),
    action("计划", ({ plan }) => item.outcome !== "timed" || plan !== ""),
  ];
}

const hasFurther = ({ furtherPolls = [], furtherVoidedPolls = [] }: MinutesInput): boolean =>
  furtherPolls.length + furtherVoidedPolls.length > 0;

/** The issues and the votes on no issue, under headings of their own; a meeting that only voted had no issues to speak of. */
function content(input: MinutesInput, say: Say): Block[] {
  const told = input.items.flatMap((entry, index) => item(entry, index, say));
  const none = hasFurther(input) ? [] : [body("本次会议没有安排议题。")];
  const parts: [string, Block[]][] = [
    ["本次议题和议定事项", told.length > 0 ? told : none],
    [told.length > 0 ? "其他表决" : "表决事项", further(input, say)],
  ];
  const there = parts.filter(([, blocks]) => blocks.length > 0);
  return [
    ...there.flatMap(([name, blocks], index) => [heading(1, index + 2, name), ...blocks]),
    heading(1, there.length + 2, "出席情况"),
  ];
}

function further({ furtherPolls = [], furtherVoidedPolls = [] }: MinutesInput, say: Say): Block[] {
  return [...furtherVoidedPolls.map(voidedBlock), ...furtherPolls.flatMap((poll) => pollBlocks(poll, say))];
}

function organisation(input: MinutesInput): Field[] {
  return [
    { label: "时间", value: timeSpan(input.start, input.end) },
    { label: "地点", value: input.place },
    { label: "主持人", value: input.chair },
    { label: "记录人", value: input.recorder },
  ];
}

function overview(input: MinutesInput, say: Say): string {
  const came =
    input.tookPart === undefined
      ? "应到有表决权人员{应到}人，实到{实到}人"
      : "有表决权的业主{应到}人，参与表决{参与表决}人";
  const { reportBack, items } = input;
  const tasks = items.reduce((sum, { actions }) => sum + actions.length, 0);
  const polls = input.furtherPolls?.length ?? 0;
  const dealt = [
    ...(reportBack.length > 0 ? ["通报上次议定事项{通报事项}件"] : []),
    ...(items.length > 0 ? ["讨论议题{议题}件", "形成交办事项{交办事项}件"] : []),
    ...(polls > 0 ? [`${items.length > 0 ? "另外" : ""}就{表决}个问题进行表决`] : []),
  ];
  const what = dealt.length > 0 ? `会议${dealt.join("，")}。` : "";
  return say("overview", "会议概况", `{日期}，${convened(input)}。${came}。${what}现将会议情况纪要如下。`, {
    日期: chineseDate(input.start),
    社区: input.community,
    会议: input.meetingTitle,
    应到: input.due,
    ...(input.tookPart === undefined ? { 实到: input.presentVoting } : { 参与表决: input.tookPart }),
    通报事项: reportBack.length,
    议题: items.length,
    交办事项: tasks,
    ...(polls > 0 ? { 表决: polls } : {}),
  });
}

function reportBack(entries: readonly ReportBack[]): Block[] {
  if (entries.length === 0) return [body("没有需要通报的上次议定事项。")];
  const countOf = (state: ReportBack["state"]) => entries.filter((entry) => entry.state === state).length;
  const summary = `会议听取落实情况通报：已办结${countOf("done")}件，正在办理${countOf("open")}件，逾期未办结${countOf("overdue")}件。`;
  return [body(summary), ...entries.map((entry, index) => body(numbered(index + 1, reportLine(entry))))];
}

function reportLine(entry: ReportBack): string {
  const pairs: [string, string | undefined][] = [
    ["责任人", entry.responsible],
    ["时限", chineseDay(entry.deadline)],
    ["进展", STATE_NAME[entry.state]],
    ["说明", entry.note],
  ];
  return `${sentence(entry.title)}${labelled(pairs)}`;
}

function item(entry: MinutesItem, index: number, say: Say): Block[] {
  const facts: [string, string | undefined][] = [
    ["议题编号", String(entry.number)],
    ["地点", entry.place],
    ["处理结果", entry.outcome === undefined ? undefined : outcomeWords(entry.outcome, entry.step)],
  ];
  return [
    heading(2, index + 1, entry.title),
    body(labelled(facts)),
    ...settled(entry, say),
    ...(entry.voidedPolls ?? []).map(voidedBlock),
    ...entry.polls.flatMap((poll) => pollBlocks(poll, say)),
    ...actions(entry),
    ...optional(
      retold(entry.differences, `item-${entry.number}-differences`, `议题${entry.number}的分歧意见`, say),
      "分歧意见：",
    ),
  ];
}

/** 会议认为 for what cannot be done, 会议议定 for what was settled: the layers of the genre. */
function settled(entry: MinutesItem, say: Say): Block[] {
  const opening = entry.outcome === "declined" || entry.outcome === undefined ? "会议认为：" : "会议议定：";
  const because = `${entry.outcome === undefined ? "理由" : REASON_NAME[entry.outcome]}：`;
  const { number } = entry;
  const conclusion = retold(
    onlyTasks(entry.conclusion, entry.actions) ? "" : entry.conclusion,
    `item-${number}-settled`,
    `议题${number}的议定意见`,
    say,
  );
  const reason = retold(entry.reason, `item-${number}-reason`, `议题${number}的理由`, say);
  return [...optional(conclusion, opening), ...optional(reason, because)];
}

/** What was entered in the room, open to other words; nothing where nothing was entered. */
function retold(text: string | undefined, key: string, label: string, say: Say): string {
  return text === undefined || text === "" ? "" : say(key, label, text);
}

/** 会议要求: 事项—责任—时限, numbered, with the plan behind; under 会议议定 where they are all that was settled. */
function actions({ actions: entries, conclusion }: MinutesItem): Block[] {
  if (entries.length === 0) return [];
  const lead = onlyTasks(conclusion, entries) ? "会议议定，限期办理下列事项：" : "会议要求，下列事项按时限办理：";
  const lines = entries.map((entry, index) => {
    const pairs: [string, string][] = [
      ["责任人", entry.responsible],
      ["时限", chineseDay(entry.deadline)],
      ["计划", entry.plan],
    ];
    return body(numbered(index + 1, `${sentence(entry.title)}${labelled(pairs)}`));
  });
  return [body(lead), ...lines];
}

function attendance(input: MinutesInput): Field[] {
  const people = (names: readonly string[]) => names.join("、");
  // Whoever voted from home neither came nor stayed away.
  if (input.tookPart !== undefined) return [{ label: "参与表决", value: `${input.tookPart}人，不以到会计` }];
  const entries: [string, string[]][] = [
    ["出席", input.present],
    ["缺席", input.absent],
    ["列席", input.observers],
  ];
  return entries.map(([label, names]) => ({
    label,
    value: names.length === 0 ? "无" : `${people(names)}（${names.length}人）`,
  }));
}

function journal(head: string): Block {
  return { kind: "fine-print", text: `留痕校验码（留痕日志末条摘要）：\n${head}` };
}

function optional(text: string | undefined, lead: string): Block[] {
  return text === undefined || text === "" ? [] : [{ kind: "paragraph", lead, text: sentence(text) }];
}
