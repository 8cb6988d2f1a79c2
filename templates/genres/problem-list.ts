import type { Column } from "#templates/content.ts";
import { type Common, defineGenre } from "#templates/genre.ts";
import { calendarDay, chineseDate, chineseDay } from "#templates/parts/dates.ts";

/** What was promised about a problem. */
export type Countermeasure = {
  title: string;
  plan: string;
  responsible: string;
  /** "YYYY-MM-DD" */
  deadline: string;
};

/** 红 · 黄 · 绿, always with the word that says why. */
export type Light = "red" | "yellow" | "green";

/** One line: one problem with all that is known of it on the list's day. */
export type ProblemRow = {
  /** 议题编号 */
  number: number;
  title: string;
  source: string;
  /** 首提日, "YYYY-MM-DD". */
  firstRaisedOn: string;
  place: string;
  measures: Countermeasure[];
  /** What a meeting said about it where nothing was promised. */
  said: string;
  lead: string;
  partners: string[];
  acceptance: string;
  light: Light;
  /** 逾期、临期、在办、已销号 … */
  standing: string;
  /** 累计上会次数 */
  times: number;
  remark: string;
};

export type ProblemListInput = Common & {
  /** 2026年11月 or the meeting's title. */
  matter: string;
  /** The day as of which the list stands, "YYYY-MM-DD"; the file is named after it. */
  asOf: string;
  /** First and last day of a period; absent for the list of one meeting. */
  from?: string;
  until?: string;
  /** Of a meeting's list. */
  start?: Date;
  chair: string;
  rows: ProblemRow[];
};

export const LIGHT_WORDS: Record<Light, string> = { red: "红", yellow: "黄", green: "绿" };

/** 225 mm, the long side of the type area. */
const COLUMNS: Column[] = [
  { head: "序号", millimetres: 10 },
  { head: "问题", millimetres: 24, align: "left" },
  { head: "来源", millimetres: 12 },
  { head: "首提日", millimetres: 19 },
  { head: "地点", millimetres: 14, align: "left" },
  { head: "对策", millimetres: 29, align: "left" },
  { head: "牵头", millimetres: 14 },
  { head: "配合", millimetres: 14 },
  { head: "责任人", millimetres: 16 },
  { head: "时限", millimetres: 22 },
  { head: "验收标准", millimetres: 15, align: "left" },
  { head: "状态", millimetres: 12 },
  { head: "上会次数", millimetres: 10 },
  { head: "备注", millimetres: 14, align: "left" },
];

/** 问题和对策清单: one problem a line, carried on from week to week until it is closed. */
export const problemList = defineGenre<ProblemListInput>({
  id: "problem-list",
  name: "问题和对策清单",
  public: false,
  dress: "form",
  landscape: true,
  named: ({ asOf, matter }) => ({ day: asOf, matter }),
  required: (input) => [
    ["问题（议题）", "issue", input.rows],
    ...(input.start === undefined ? [] : [["主持人", "plan", input.chair] as [string, "plan", string]]),
  ],
  write: (input, say) => [
    { kind: "title", text: `${input.community}问题和对策清单`, below: below(input) },
    {
      kind: "paragraph",
      text: say("overview", "清单概况", "截至{日期}，列入问题{问题}件：红{红}件，黄{黄}件，绿{绿}件。", {
        日期: chineseDay(input.asOf),
        问题: input.rows.length,
        ...lights(input.rows),
      }),
    },
    { kind: "table", columns: COLUMNS, rows: input.rows.map(cells), rowMillimetres: 9 },
    {
      kind: "fine-print",
      text: "红：有事项逾期未办结；黄：三日内到期（天数为本清单自定），或者还没有对策；绿：在时限内办理，或者已办结。",
    },
    { kind: "sign-line", labels: ["主持人签字"] },
  ],
});

function below({ from, until, matter, start }: ProblemListInput): string {
  if (from !== undefined && until !== undefined) return `（${matter}，${chineseDay(from)}至${chineseDay(until)}）`;
  const day = start === undefined ? "" : chineseDate(start);
  const told = matter.includes(day) || calendarDay(start) === "" ? matter : `${matter}，${day}`;
  // No brackets within brackets.
  return matter.includes("（") ? told : `（${told}）`;
}

function lights(rows: readonly ProblemRow[]): Record<"红" | "黄" | "绿", number> {
  const of = (light: Light) => rows.filter((row) => row.light === light).length;
  return { 红: of("red"), 黄: of("yellow"), 绿: of("green") };
}

function cells(row: ProblemRow, index: number): string[] {
  return [
    String(index + 1),
    `${row.title}\n议题${row.number}`,
    row.source,
    shortDay(row.firstRaisedOn),
    row.place,
    measures(row),
    row.lead,
    row.partners.join("、"),
    each(row, ({ responsible }) => responsible),
    each(row, ({ deadline }) => shortDay(deadline)),
    row.acceptance,
    `${LIGHT_WORDS[row.light]}\n${row.standing}`,
    String(row.times),
    row.remark,
  ];
}

/** The year on a line of its own, so that month and day are not broken in a narrow column. */
function shortDay(day: string): string {
  return chineseDay(day) === "" ? "" : chineseDay(day).replace("年", "年\n");
}

/** Numbered where there are several, so that person and deadline can be told which measure they go with. */
function measures({ measures: list, said }: ProblemRow): string {
  if (list.length === 0) return said;
  const texts = list.map(({ title, plan }) => (plan === "" ? title : `${title}：${plan}`));
  return texts.length === 1 ? (texts[0] ?? "") : texts.map((text, index) => `${index + 1}. ${text}`).join("\n");
}

function each({ measures: list }: ProblemRow, of: (measure: Countermeasure) => string): string {
  if (list.length === 1) return list.map(of).join("");
  // The same for all of them is said once.
  const different = [...new Set(list.map(of))];
  return different.length <= 1
    ? different.join("")
    : list.map((measure, index) => `${index + 1}. ${of(measure)}`).join("\n");
}
