import type { Column } from "#templates/content.ts";
import { chineseDay } from "./dates.ts";

/** One line of the ledger: an issue at one meeting, or a meeting that had none. Counts are 件. */
export type LedgerRow = {
  /** Day of the meeting, "YYYY-MM-DD". */
  day: string;
  meeting: string;
  /** 议题编号; absent where the meeting had no issue. */
  number?: number;
  issue: string;
  conclusion: string;
  tasks: string[];
  /** Of the tasks: finished and all, given up ones left out; and those past their deadline. */
  done: number;
  all: number;
  overdue: number;
  /** 公示起止: first day of hanging and last, "" while it hangs. */
  notices: { from: string; until: string }[];
  objections: number;
};

/** 156 mm. */
export const LEDGER_COLUMNS: Column[] = [
  { head: "会次", millimetres: 24, align: "left" },
  { head: "议题", millimetres: 26, align: "left" },
  { head: "结论", millimetres: 26, align: "left" },
  { head: "任务", millimetres: 25, align: "left" },
  { head: "办结情况", millimetres: 15 },
  { head: "逾期", millimetres: 10 },
  { head: "公示起止", millimetres: 21 },
  { head: "异议", millimetres: 9 },
];

/** What was put up and objected to concerns the meeting's paper: of a meeting with several issues it is counted once, in its first line. */
export function ledgerCells(row: LedgerRow, index: number, rows: readonly LedgerRow[]): string[] {
  const above = rows[index - 1];
  const same =
    above !== undefined && above.meeting === row.meeting && above.day === row.day && publishedAlike(above, row);
  return [
    `${row.meeting}\n${broken(row.day)}`,
    row.number === undefined ? "—" : `${row.issue}\n议题${row.number}`,
    row.conclusion,
    row.tasks.length > 1 ? row.tasks.map((task, index) => `${index + 1}. ${task}`).join("\n") : row.tasks.join(""),
    row.all === 0 ? "—" : doneOf(row),
    row.all === 0 ? "—" : `${row.overdue}件`,
    same ? "同上" : row.notices.map(({ from, until }) => `${broken(from)}至\n${broken(until)}`).join("\n") || "—",
    row.objections === 0 ? "—" : same ? "同上" : `${row.objections}件`,
  ];
}

const publishedAlike = (a: LedgerRow, b: LedgerRow): boolean =>
  b.notices.length > 0 && a.objections === b.objections && JSON.stringify(a.notices) === JSON.stringify(b.notices);

/** The year on a line of its own, so that month and day are not broken in a narrow column. */
const broken = (day: string): string => chineseDay(day).replace("年", "年\n");

/** “办结12件，共15件”: no percentage of so few. */
export function doneOf({ done, all }: Pick<LedgerRow, "done" | "all">): string {
  return `办结${done}件，共${all}件`;
}
