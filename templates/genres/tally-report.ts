import { formatArea } from "#app/domain/owners/area.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import type { ResultPart } from "#app/domain/poll/parts.ts";
import type { Tally } from "#app/domain/poll/tally.ts";
import type { Step } from "#app/domain/rule/types.ts";
import type { Source } from "#app/domain/source.ts";
import { pollModes, secondRoundName, voidedName } from "#app/text/terms.ts";
import type { Block, Column, FormRow } from "#templates/content.ts";
import { type Common, defineGenre } from "#templates/genre.ts";
import { calendarDay, chineseDate, clockTime, timeSpan } from "#templates/parts/dates.ts";
import { ordinal } from "#templates/parts/numbering.ts";
import { pair, whole } from "#templates/parts/rows.ts";
import { fullTitle, printedSource, sentence } from "#templates/parts/wording.ts";

type Held = {
  question: string;
  /** 议题编号 and title, where it was about an issue. */
  issue?: string;
  mode: PollMode;
  secondRound: boolean;
  closedAt?: Date;
};

/** A vote that went wrong: no figure of it is told. */
export type VoidedCount = Held & { kind: "voided"; reason: string };

/** One item of a ballot, or one option of a choice, with its word: 通过, 选定 … */
export type AnswerCount =
  | { label: string; votes: Tally; area?: Tally; verdict: string }
  | { label: string; chosen: number; verdict: string };

export type BuildingCount = { building: string; owners: number; voted: number; area: number; votedArea: number };

/** The figures of a closed vote, as the count left them. Areas in 0.01 m². */
export type ClosedCount = Held & {
  kind: "closed";
  /** Voted on from home: nobody had to come. */
  remote: boolean;
  due: number;
  present: number;
  cast: number;
  /** Where a ballot asks more than one yes or no, `for` counts the valid ballots. */
  votes: Tally;
  answers: AnswerCount[];
  parts: readonly ResultPart[];
  area?: Tally & { total: number; participating: number };
  buildings: readonly BuildingCount[];
  /** Ballots signed on paper in a vote from home. */
  signedPapers: number;
  rule: { name: string; source: Source };
  steps: readonly Step[];
  /** The domain's sentence on the result, printed as it is, and its word. */
  sentence: string;
  verdict: string;
  tellers: string[];
};

export type TallyReportInput = Common & {
  meetingTitle: string;
  start: Date;
  end?: Date;
  chair: string;
  /** In the order in which they were held. */
  polls: (ClosedCount | VoidedCount)[];
};

/** 表决结果报告单(计票单): one page a vote, with the sum that anybody can do again, and four signatures. */
export const tallyReport = defineGenre<TallyReportInput>({
  id: "tally-report",
  name: "表决结果报告单",
  public: false,
  dress: "form",
  named: (input) => ({ day: calendarDay(input.start), matter: input.meetingTitle }),
  required: (input) => [
    ["社区名称", "settings", input.community],
    ["会议名称", "plan", input.meetingTitle],
    ["会议时间", "plan", input.start],
    ["主持人", "plan", input.chair],
    ["计过票的表决", "room", input.polls],
  ],
  write: (input) =>
    input.polls.flatMap((poll, index) => [
      ...(index === 0 ? [] : [{ kind: "page" } as const]),
      { kind: "title" as const, text: `${fullTitle(input)}表决结果报告单` },
      ...(poll.kind === "closed" ? counted(input, poll) : voided(input, poll)),
    ]),
});

/** Low rows: a plain vote fits one page with its signatures. */
const LOW = 8;
/** More steps than this have a row each, so that they go on over the page. */
const MOST_KEPT = 3;

function head({ start, end }: TallyReportInput, poll: Held): FormRow[] {
  return [
    whole("会议时间", timeSpan(start, end), LOW),
    ...(poll.issue === undefined ? [] : [whole("议题", poll.issue, LOW)]),
    whole("表决事项", poll.question, LOW),
    pair(
      ["表决方式", `${pollModes[poll.mode]}${poll.secondRound ? `（${secondRoundName}）` : ""}`],
      ["截止时间", `${chineseDate(poll.closedAt)}${clockTime(poll.closedAt)}`],
      LOW,
    ),
  ];
}

function voided(input: TallyReportInput, poll: VoidedCount): Block[] {
  const rows = [
    ...head(input, poll),
    whole("结论", `本次表决${voidedName}，没有结果，不得作为决定的依据。`),
    whole("作废原因", poll.reason, 24),
    ...signatures([]),
  ];
  return [{ kind: "form", rows }];
}

function counted(input: TallyReportInput, poll: ClosedCount): Block[] {
  const { due, present, cast } = poll;
  const came = poll.remote
    ? pair(["应参加", `${due}人`], ["参与表决", `${cast}人`], LOW)
    : pair(["应到", `${due}人`], ["实到", `${present}人`], LOW);
  return [
    { kind: "form", rows: [...head(input, poll), came] },
    figures(poll),
    ...answers(poll),
    ...measures(poll),
    ...buildings(poll),
    { kind: "form", rows: conclusion(poll) },
  ];
}

const PART_NAME = { phone: "手机", hands: "举手", paper: "纸票" } as const;
const NOT_TOLD = "不单列";

const plainColumns: Column[] = [
  { head: "计票方式", millimetres: 27 },
  { head: "发出", millimetres: 18 },
  { head: "收回", millimetres: 18 },
  { head: "有效", millimetres: 18 },
  { head: "无效", millimetres: 18 },
  { head: "同意", millimetres: 19 },
  { head: "反对", millimetres: 19 },
  { head: "弃权", millimetres: 19 },
];
const answeredColumns: Column[] = [
  { head: "计票方式", millimetres: 36 },
  { head: "发出", millimetres: 24 },
  { head: "收回", millimetres: 24 },
  { head: "有效", millimetres: 24 },
  { head: "无效", millimetres: 24 },
  { head: "弃权", millimetres: 24 },
];

/** What each way of casting added, and their sum as the count has it. */
function figures(poll: ClosedCount): Block {
  const plain = poll.answers.length === 0;
  const { cast, votes, parts, mode } = poll;
  const sum = [
    DASH,
    cast,
    cast - votes.invalid,
    votes.invalid,
    ...(plain ? [votes.for, votes.against] : []),
    votes.abstain,
  ];
  const name = poll.signedPapers > 0 ? "手机、书面" : PART_NAME[mode === "hands" || mode === "paper" ? mode : "phone"];
  const rows = parts.map((part) => partRow(part, plain));
  if (parts.length !== 1) rows.push([parts.length === 0 ? name : "合计", ...sum.map(String)]);
  return { kind: "table", columns: plain ? plainColumns : answeredColumns, rows, rowMillimetres: 7.5 };
}

const DASH = "—";

function partRow(part: ResultPart, plain: boolean): string[] {
  const { method, cast, issued, invalid = 0 } = part;
  const told = (votes: number | undefined) => (votes === undefined ? NOT_TOLD : String(votes));
  return [
    PART_NAME[method],
    issued === undefined ? DASH : String(issued),
    String(part.collected ?? cast),
    String(cast - invalid),
    String(invalid),
    ...(plain ? [told(part.for), told(part.against)] : []),
    told(part.abstain),
  ];
}

function answers({ answers }: ClosedCount): Block[] {
  const [first] = answers;
  if (first === undefined) return [];
  return "chosen" in first ? [optionTable(answers)] : [itemTable(answers)];
}

function optionTable(answers: readonly AnswerCount[]): Block {
  const columns: Column[] = [
    { head: "选项", millimetres: 96, align: "left" },
    { head: "得票", millimetres: 26 },
    { head: "结果", millimetres: 34 },
  ];
  const rows = answers.flatMap((each) => ("chosen" in each ? [[each.label, String(each.chosen), each.verdict]] : []));
  return { kind: "table", columns, rows, rowMillimetres: 7.5 };
}

/** Of a vote that is weighed by area each item has two lines: heads, and square metres. */
function itemTable(answers: readonly AnswerCount[]): Block {
  const byArea = answers.some((each) => "area" in each && each.area !== undefined);
  const columns: Column[] = [
    { head: "事项", millimetres: byArea ? 44 : 58, align: "left" },
    { head: "口径", millimetres: byArea ? 24 : 14 },
    { head: "同意", millimetres: byArea ? 19 : 17 },
    { head: "反对", millimetres: byArea ? 19 : 17 },
    { head: "弃权", millimetres: byArea ? 19 : 17 },
    { head: "无效", millimetres: byArea ? 13 : 15 },
    { head: "结果", millimetres: 18 },
  ];
  const rows = answers.flatMap((each, index) => {
    if ("chosen" in each) return [];
    const { label, votes, area, verdict } = each;
    const heads = [`${index + 1}. ${label}`, "人数", ...tallied(votes, String), verdict];
    return area ? [heads, ["", "面积（㎡）", ...tallied(area, formatArea), ""]] : [heads];
  });
  return { kind: "table", columns, rows, rowMillimetres: 7.5 };
}

const tallied = (votes: Tally, shown: (n: number) => string): string[] =>
  [votes.for, votes.against, votes.abstain, votes.invalid].map(shown);

/** 双口径: heads and areas beside each other, where the law wants both. */
function measures({ area, due, cast, votes, answers }: ClosedCount): Block[] {
  if (!area) return [];
  const own = answers.length === 0;
  const columns: Column[] = [
    { head: "口径", millimetres: 26 },
    { head: "全体", millimetres: own ? 26 : 65 },
    { head: "参与表决", millimetres: own ? 26 : 65 },
    ...(own ? ["同意", "反对", "弃权"].map((head) => ({ head, millimetres: 26 })) : []),
  ];
  const line = (name: string, all: number, took: number, of: Tally, shown: (n: number) => string) => [
    name,
    shown(all),
    shown(took),
    ...(own ? tallied(of, shown).slice(0, 3) : []),
  ];
  const rows = [
    line("人数", due, cast, votes, String),
    line("面积（㎡）", area.total, area.participating, area, formatArea),
  ];
  return [{ kind: "table", columns, rows, rowMillimetres: 7.5 }];
}

/** 逐栋汇总: who took part, never how they voted. */
function buildings({ buildings }: ClosedCount): Block[] {
  if (buildings.length === 0) return [];
  const columns: Column[] = [
    { head: "楼栋", millimetres: 28 },
    { head: "业主（人）", millimetres: 28 },
    { head: "参与（人）", millimetres: 28 },
    { head: "面积（㎡）", millimetres: 36 },
    { head: "参与面积（㎡）", millimetres: 36 },
  ];
  const rows = buildings.map(({ building, owners, voted, area, votedArea }) => {
    return [building, String(owners), String(voted), formatArea(area), formatArea(votedArea)];
  });
  return [{ kind: "table", columns, rows, rowMillimetres: 7.5 }];
}

function conclusion(poll: ClosedCount): FormRow[] {
  const { rule, tellers, verdict, sentence: why, votes } = poll;
  return [
    whole("通过规则", `${rule.name}（${printedSource(rule.source)}）`, LOW),
    ...sums(poll),
    whole("结论", `${verdict}。${sentence(why)}`, LOW),
    whole("差异说明", differences(poll), LOW),
    ...(votes.invalid > 0 ? [whole("无效原因", "", 9)] : []),
    ...signatures(tellers),
  ];
}

/** 四签, in the frame, so that no page holds them alone. Who counted hands or papers is known by name and signs behind it. */
function signatures(tellers: readonly string[]): FormRow[] {
  const named = tellers.length === 0 ? "" : `（${tellers.join("、")}）`;
  return [pair(["计票人签名", named], ["监票人签名", ""], 12), pair(["主持人签名", ""], ["监督人签名", ""], 12)];
}

/** The domain's own steps, word by word; a source only where it is not the rule's. */
function sums({ steps, rule }: ClosedCount): FormRow[] {
  const own = printedSource(rule.source);
  const lines = steps.map(({ text, source }, index) => {
    const from = printedSource(source);
    const number = steps.length > 1 ? ordinal(4, index + 1) : "";
    return `${number}${text}${from === own ? "" : `（依据：${from}）`}`;
  });
  if (lines.length <= MOST_KEPT) return [whole("比率与门槛", lines.join("\n"), LOW)];
  return lines.map((line, index) => whole(index === 0 ? "比率与门槛" : "", line, LOW));
}

/** Why the figures beside each other are not the same. */
function differences(poll: ClosedCount): string {
  const { remote, due, present, cast, parts, buildings, signedPapers } = poll;
  const silent = remote ? due - cast : present - cast;
  const paper = parts.find(({ method }) => method === "paper");
  const out = (paper?.issued ?? 0) - (paper?.collected ?? 0);
  const hidden = parts.some((part) => part.abstain === undefined);
  const said = [
    ...(silent > 0 ? [remote ? `没有参与表决${silent}人` : `到会而没有表决${silent}人`] : []),
    ...(paper && out > 0 ? [`纸票发出${paper.issued}张，收回${paper.collected}张，没有收回${out}张`] : []),
    ...(signedPapers > 0 ? [`参与表决的人中，书面签名票${signedPapers}张，由两人各录入一次、核对一致`] : []),
    ...(hidden ? ["有的计票方式票数太少，为保密不单列各项票数"] : []),
    ...(buildings.length > 0 ? ["在几栋都有房屋的业主，逐栋汇总时每栋各算一次"] : []),
  ];
  return said.length === 0 ? "无" : `${said.join("；")}。`;
}
