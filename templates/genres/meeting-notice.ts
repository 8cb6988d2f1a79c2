import type { Block } from "#templates/content.ts";
import { type Common, defineGenre, type Requirement, type Say } from "#templates/genre.ts";
import { calendarDay, chineseDate, chineseDay, timeSpan } from "#templates/parts/dates.ts";
import { heading, numbered } from "#templates/parts/numbering.ts";
import { type PrintedProxyTerms, proxyLimits } from "#templates/parts/proxy.ts";
import { type SeatCount, seatWords } from "#templates/parts/seats.ts";
import { body, labelled, sentence } from "#templates/parts/wording.ts";

export type NoticeIssue = {
  /** 议题编号 */
  number: number;
  title: string;
  /** Who reports on it; empty when nobody is named. */
  reporter: string;
};

export type MeetingNoticeInput = Common & {
  /** 召集单位, for example 翠湖社区居民委员会. */
  convener: string;
  meetingTitle: string;
  /** When it is to begin. */
  start: Date;
  place: string;
  /** The first item of the agenda, where it has one. */
  reportBack: string;
  issues: NoticeIssue[];
  /** What is voted on besides: nothing else may be. */
  votes?: string[];
  /** 应到: members with a vote, seat by seat; 列席: who may attend without one. */
  due: SeatCount[];
  observers: SeatCount[];
  /** What the rule says of proxies. */
  proxy: PrintedProxyTerms;
  contact: { name: string; phone: string };
  /** Whom it addresses; everybody who comes unless it says otherwise. */
  owners?: boolean;
  /** 发出日, "YYYY-MM-DD"; empty: left for a pen. */
  issuedOn: string;
  /** Of a meeting that was called off: why. The paper says that, and nothing else. */
  calledOff?: string;
};

/** 会议通知; of a meeting that was called off the 停开通知. */
export const meetingNotice = defineGenre<MeetingNoticeInput>({
  id: "meeting-notice",
  name: "会议通知",
  public: false,
  dress: "letter",
  named: ({ issuedOn, start, calledOff, meetingTitle }) => ({
    day: issuedOn || calendarDay(start),
    matter: calledOff === undefined ? meetingTitle : `停开 ${meetingTitle}`,
  }),
  required: (input) => [
    ["召集单位", "settings", input.convener],
    ["会议名称", "plan", input.meetingTitle],
    ["会议时间", "plan", input.start],
    ...(input.calledOff === undefined ? ofCalling(input) : [["停开原因", "plan", input.calledOff] as Requirement]),
  ],
  write: (input, say) => [
    { kind: "title", text: title(input) },
    { kind: "salutation", text: input.owners ? "各位业主：" : "各位参会人员：" },
    ...(input.calledOff === undefined ? called(input, say) : calledOff(input, input.calledOff, say)),
    { kind: "signature", organisation: input.convener, date: chineseDay(input.issuedOn) || BLANK_DAY },
  ],
});

/** Left for a pen. */
const BLANK_DAY = "　　年　　月　　日";

function ofCalling(input: MeetingNoticeInput): Requirement[] {
  return [
    ["会议地点", "plan", input.place],
    ["议题", "plan", input.issues.length > 0 || input.reportBack || input.votes],
    ["应到人员名单", "roll", input.due],
    ["联系人", "settings", input.contact.name],
    ["联系电话", "settings", input.contact.phone],
  ];
}

function title({ community, meetingTitle, calledOff }: MeetingNoticeInput): string {
  const verb = calledOff === undefined ? "召开" : "停开";
  return `${community}关于${verb}“${meetingTitle}”的通知`;
}

function called(input: MeetingNoticeInput, say: Say): Block[] {
  return [
    body(purpose(input, say)),
    heading(1, 1, "时间和地点"),
    { kind: "paragraph", lead: "时间：", text: `${timeSpan(input.start)}。` },
    { kind: "paragraph", lead: "地点：", text: sentence(input.place) },
    heading(1, 2, "议题"),
    ...issues(input),
    heading(1, 3, "参加范围"),
    body(range(input)),
    heading(1, 4, "会议材料"),
    body(say("materials", "会议材料", "会议材料随本通知附送；没有附送的，可以向联系人索取。")),
    heading(1, 5, "请假和委托"),
    body(leave(input, say)),
    heading(1, 6, "联系方式"),
    body(
      labelled([
        ["联系人", input.contact.name],
        ["联系电话", input.contact.phone],
      ]),
    ),
  ];
}

function purpose(input: MeetingNoticeInput, say: Say): string {
  const votes = input.votes?.length ?? 0;
  const rest = votes > 0 ? "表决下列事项" : "通报议定事项的落实情况";
  const what = input.issues.length > 0 ? "商议下列{议题}件议题" : rest;
  return say("purpose", "会议目的", `为${what}，{召集单位}定于{日期}召开“{会议}”，请准时参加。现将有关事项通知如下。`, {
    召集单位: input.convener,
    日期: chineseDate(input.start),
    会议: input.meetingTitle,
    ...(input.issues.length > 0 ? { 议题: input.issues.length } : {}),
  });
}

function issues({ reportBack, issues, votes = [] }: MeetingNoticeInput): Block[] {
  const lines = [
    ...(reportBack === "" ? [] : [sentence(reportBack)]),
    ...issues.map(({ number, title, reporter }) => {
      const by = reporter === "" ? "" : `，${reporter}报告`;
      return `${title.replace(/[。；]$/u, "")}（议题${number}${by}）。`;
    }),
    ...votes.map((question) => `就“${question}”进行表决。`),
  ];
  return lines.map((line, index) => body(numbered(index + 1, line)));
}

function range({ due, observers }: MeetingNoticeInput): string {
  const may = observers.length === 0 ? "" : `列席：${seatWords(observers)}，可以发言，不参加表决。`;
  return `应到（有表决权）：${seatWords(due)}。${may}`;
}

function leave({ proxy }: MeetingNoticeInput, say: Say): string {
  const excuse = say("leave", "请假办法", "不能到会的，请在会前告知联系人并说明原因。");
  return `${excuse}${proxyLimits(proxy)}`;
}

/** Said by a paper that calls a meeting off: that, and why. */
function calledOff(input: MeetingNoticeInput, reason: string, say: Say): Block[] {
  const said = "原定于{时间}召开的“{会议}”停开。";
  return [
    body(say("called-off", "停开说明", said, { 时间: timeSpan(input.start), 会议: input.meetingTitle })),
    body(`停开原因：${sentence(reason)}`),
  ];
}
