import { plainArea } from "#app/domain/owners/area.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import type { ResultPart } from "#app/domain/poll/parts.ts";
import type { Tally } from "#app/domain/poll/tally.ts";
import type { Block, Column } from "#templates/content.ts";

/** One item of a ballot, or one option of a choice, with its word: 通过, 选定 … */
export type AnswerCount =
  | { label: string; votes: Tally; area?: Tally; verdict: string }
  | { label: string; chosen: number; verdict: string };

export type BuildingCount = { building: string; owners: number; voted: number; area: number; votedArea: number };

/** The figures of a closed vote. Areas in 0.01 m². */
export type CountFigures = {
  mode: PollMode;
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
};

/** A count in tables: by the ways of casting, answer by answer, by heads and areas, building by building; each where there is such. */
export function countTables(count: CountFigures): Block[] {
  return [figures(count), ...answers(count), ...measures(count), ...buildings(count)];
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
function figures(poll: CountFigures): Block {
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

function answers({ answers }: CountFigures): Block[] {
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
    return area ? [heads, ["", "面积（㎡）", ...tallied(area, plainArea), ""]] : [heads];
  });
  return { kind: "table", columns, rows, rowMillimetres: 7.5 };
}

const tallied = (votes: Tally, shown: (n: number) => string): string[] =>
  [votes.for, votes.against, votes.abstain, votes.invalid].map(shown);

/** 双口径: heads and areas beside each other, where the law wants both. */
function measures({ area, due, cast, votes, answers }: CountFigures): Block[] {
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
    line("面积（㎡）", area.total, area.participating, area, plainArea),
  ];
  return [{ kind: "table", columns, rows, rowMillimetres: 7.5 }];
}

/** 逐栋汇总: who took part, never how they voted. */
function buildings({ buildings }: CountFigures): Block[] {
  if (buildings.length === 0) return [];
  const columns: Column[] = [
    { head: "楼栋", millimetres: 28 },
    { head: "业主（人）", millimetres: 28 },
    { head: "参与（人）", millimetres: 28 },
    { head: "面积（㎡）", millimetres: 36 },
    { head: "参与面积（㎡）", millimetres: 36 },
  ];
  const rows = buildings.map(({ building, owners, voted, area, votedArea }) => {
    return [building, String(owners), String(voted), plainArea(area), plainArea(votedArea)];
  });
  return [{ kind: "table", columns, rows, rowMillimetres: 7.5 }];
}
