import type { Outcome } from "#app/domain/meeting/agenda-item.ts";
import { outcomeWords } from "#app/text/terms.ts";
import type { Block, Field } from "#templates/content.ts";
import { type Common, defineGenre, type Requirement } from "#templates/genre.ts";
import { calendarDay, chineseDay, clockTime, timeSpan } from "#templates/parts/dates.ts";
import { heading, numbered, ordinal } from "#templates/parts/numbering.ts";
import { type CountedPoll, pollSentence, type VoidedPoll, voidedBlock } from "#templates/parts/poll.ts";
import { body, fullTitle, labelled, onlyTasks, REASON_NAME, sentence } from "#templates/parts/wording.ts";

export type RecordSpeech = {
  /** Empty: nobody wrote down who spoke. */
  speaker: string;
  words: string;
  at: Date;
  /** 补录: entered after the meeting's end. */
  added?: boolean;
};

export type RecordAction = { title: string; responsible: string; deadline: string; plan: string };

export type RecordItem = {
  /** 议题编号; absent for the report back. */
  number?: number;
  title: string;
  /** Who brought it in. */
  reporter: string;
  /** What the matter is, as it was written down before. */
  report: string;
  /** What is reported line by line: promises and what became of them. */
  reported?: string[];
  speeches: RecordSpeech[];
  polls: CountedPoll[];
  voidedPolls: VoidedPoll[];
  outcome?: Outcome;
  /** Of the outcome `onward`: the method's own word for the step. */
  step?: string;
  conclusion: string;
  reason: string;
  differences: string;
  actions: RecordAction[];
};

/** Who sat where. */
export type SeatNames = { seat: string; names: string[] };

export type RecordInput = Common & {
  meetingTitle: string;
  start: Date;
  end?: Date;
  place: string;
  chair: string;
  recorder: string;
  /** False before the meeting: there is nothing to record. */
  begun: boolean;
  present: SeatNames[];
  absent: SeatNames[];
  observers: SeatNames[];
  due: number;
  presentVoting: number;
  /** Of votes from home: how many took part; nobody is listed as absent. */
  tookPart?: number;
  items: RecordItem[];
  /** Votes on questions that were no issue of the agenda. */
  furtherPolls: CountedPoll[];
  furtherVoidedPolls: VoidedPoll[];
};

/** 会议记录: who said what, how was voted, what was settled, in the order in which it happened. Never public. */
export const record = defineGenre<RecordInput>({
  id: "record",
  name: "会议记录",
  public: false,
  dress: "form",
  named: (input) => ({ day: calendarDay(input.start), matter: input.meetingTitle }),
  required: (input) => [
    ["会议名称", "plan", input.meetingTitle],
    ["会议开始", "room", input.begun],
    ["会议时间", "plan", input.start],
    ["散会时间", "room", input.end],
    ["会议地点", "plan", input.place],
    ["主持人", "plan", input.chair],
    ["记录人", "plan", input.recorder],
    ["出席人员", "room", input.tookPart !== undefined || input.present],
    ["会议内容（上次议定事项或议题）", "plan", input.items.length + further(input).length > 0],
    ...input.items.flatMap(settledOrNot),
  ],
  write: (input) => [
    { kind: "title", text: `${fullTitle(input)}${/会$|会议$/u.test(input.meetingTitle) ? "记录" : "会议记录"}` },
    heading(1, 1, "组织情况"),
    { kind: "fields", items: organisation(input) },
    heading(1, 2, "会议内容"),
    ...input.items.flatMap((item, index) => itemBlocks(item, index, input.start)),
    ...(further(input).length === 0 ? [] : [heading(2, input.items.length + 1, "其他表决"), ...further(input)]),
    body(ending(input)),
    { kind: "sign-line", labels: ["会末宣读，更正（没有的写“无”）"] },
    { kind: "sign-line", labels: ["主持人", "记录人"] },
    ...(voted(input) ? [{ kind: "sign-line" as const, labels: ["监票人"] as [string] }] : []),
  ],
});

function settledOrNot({ number, outcome }: RecordItem): Requirement[] {
  return number === undefined ? [] : [[`议题${number}的处理结果`, "room", outcome]];
}

const voted = (input: RecordInput): boolean =>
  input.furtherPolls.length > 0 || input.items.some(({ polls }) => polls.length > 0);

function organisation(input: RecordInput): Field[] {
  return [
    { label: "会议", value: input.meetingTitle },
    { label: "时间", value: timeSpan(input.start, input.end) },
    { label: "地点", value: input.place },
    { label: "主持人", value: input.chair },
    { label: "记录人", value: input.recorder },
    ...whoCame(input),
  ];
}

function whoCame(input: RecordInput): Field[] {
  // Whoever voted from home neither came nor stayed away.
  if (input.tookPart !== undefined) {
    return [{ label: "参与表决", value: `有表决权的业主${input.due}人，参与表决${input.tookPart}人，不以到会计` }];
  }
  return [
    { label: "出席", value: `${seats(input.present)}。应到${input.due}人，实到${input.presentVoting}人` },
    { label: "列席", value: seats(input.observers) },
    { label: "缺席", value: seats(input.absent) },
  ];
}

function seats(groups: readonly SeatNames[]): string {
  if (groups.length === 0) return "无";
  return groups.map(({ seat, names }) => `${seat}：${names.join("、")}（${names.length}人）`).join("；");
}

function itemBlocks(item: RecordItem, index: number, start: Date): Block[] {
  const about = labelled([
    ["议题编号", item.number === undefined ? undefined : String(item.number)],
    ["报告人", item.reporter],
  ]);
  return [
    heading(2, index + 1, item.title),
    ...(about === "" ? [] : [body(about)]),
    ...lead("报告要点：", item.report),
    ...(item.reported ?? []).map((line, place) => body(numbered(place + 1, sentence(line)))),
    ...speeches(item, start),
    ...item.voidedPolls.map(voidedBlock),
    ...item.polls.flatMap(pollBlock),
    ...settled(item),
  ];
}

function speeches({ speeches, number }: RecordItem, start: Date): Block[] {
  if (speeches.length === 0) return number === undefined ? [] : [body("发言：没有记下发言。")];
  return speeches.map(({ speaker, words, at, added }) => {
    const day = calendarDay(at) === calendarDay(start) ? "" : chineseDay(calendarDay(at));
    const mark = added ? "，会后补录" : "";
    const who = speaker === "" ? "发言人未记" : speaker;
    return { kind: "paragraph", lead: `${who}（${day}${clockTime(at)}${mark}）：`, text: words };
  });
}

/** Counts only, whoever voted what: of a named poll too. */
function pollBlock(poll: CountedPoll): Block[] {
  const tellers = labelled([["计票人", poll.tellers?.join("、")]]);
  return [{ kind: "paragraph", lead: "表决情况：", text: `${pollSentence(poll)}${tellers}` }];
}

function settled(item: RecordItem): Block[] {
  const { outcome, step, conclusion, reason, differences, actions } = item;
  return [
    ...lead("处理结果：", outcome === undefined ? "" : outcomeWords(outcome, step)),
    ...lead("议定事项：", onlyTasks(conclusion, actions) ? "限期办理下列事项" : conclusion),
    ...lead(`${outcome === undefined ? "理由" : REASON_NAME[outcome]}：`, reason),
    ...actions.map((action, index) =>
      body(
        `${ordinal(4, index + 1)}${sentence(action.title)}${labelled([
          ["责任人", action.responsible],
          ["时限", chineseDay(action.deadline)],
          ["计划", action.plan],
        ])}`,
      ),
    ),
    ...lead("不同意见：", differences),
  ];
}

function further({ furtherPolls, furtherVoidedPolls }: RecordInput): Block[] {
  return [...furtherVoidedPolls.map(voidedBlock), ...furtherPolls.flatMap(pollBlock)];
}

function ending({ end, start }: RecordInput): string {
  const day = calendarDay(end) === calendarDay(start) ? "" : chineseDay(calendarDay(end));
  return end ? `${day}${clockTime(end)}散会。` : "散会时间：________。";
}

const lead = (label: string, text: string): Block[] =>
  text.trim() === "" ? [] : [{ kind: "paragraph", lead: label, text: sentence(text) }];
