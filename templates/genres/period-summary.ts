import type { Outcome } from "#app/domain/meeting/agenda-item.ts";
import { outcomeNames } from "#app/text/terms.ts";
import type { Block } from "#templates/content.ts";
import { type Common, defineGenre, type Say } from "#templates/genre.ts";
import { chineseDay } from "#templates/parts/dates.ts";
import { LEDGER_COLUMNS, type LedgerRow, ledgerCells } from "#templates/parts/ledger.ts";
import { heading, numbered, ordinal } from "#templates/parts/numbering.ts";
import { body, sentence } from "#templates/parts/wording.ts";

export { doneOf, type LedgerRow } from "#templates/parts/ledger.ts";

/** What became of the agenda's issues, each time they were discussed. */
export type OutcomeCounts = Record<Outcome | "none", number>;

export type PeriodFigures = {
  /** 场: held, and called off. */
  meetings: number;
  cancelled: number;
  /** 件次: issues on the agendas of meetings held; 件: different ones. */
  discussed: number;
  issues: number;
  outcomes: OutcomeCounts;
  /** 件: raised in the period, closed in it, open at its end. */
  raised: number;
  settled: number;
  open: number;
  /** 件: promised in the period; of these done, still open, past the deadline, given up. */
  tasks: number;
  done: number;
  overdue: number;
  givenUp: number;
  /** 项: votes with a result, of these passed; void ones. */
  polls: number;
  passed: number;
  voided: number;
  /** 件: papers put up in the period, objections received in it, of these answered. */
  notices: number;
  objections: number;
  answered: number;
  /** 件: ratings of the issues closed in the period. */
  ratings: { satisfied: number; fair: number; unsatisfied: number };
};

/** An issue closed in the period, told as an example. */
export type PeriodCase = {
  number: number;
  title: string;
  firstRaisedOn: string;
  settledOn: string;
  times: number;
  /** What was done, in the words of whoever did it. */
  result: string;
};

/** A promise past its deadline at the period's end, or an issue that was heard and not settled. */
export type PeriodProblem = { number: number; title: string; detail: string };

export type PeriodSummaryInput = Common & {
  street: string;
  /** 2026年11月 */
  period: string;
  /** 月 · 季 · 年 */
  span: "month" | "quarter" | "year";
  /** First and last day, and the day up to which is counted: the last, or today while the period runs. */
  from: string;
  until: string;
  asOf: string;
  signedBy: string;
  figures: PeriodFigures;
  ledger: LedgerRow[];
  cases: PeriodCase[];
  overdue: PeriodProblem[];
  unsettled: PeriodProblem[];
  /** Promises still open at the end whose deadline is on or before `nextUntil`. */
  nextDue: number;
  nextUntil: string;
};

const TITLES = { month: "月度议事台账与总结", quarter: "季度议事台账与总结", year: "年度议事台账与总结" } as const;
const THIS = { month: "本月", quarter: "本季度", year: "本年" } as const;
const NEXT = { month: "下月", quarter: "下季度", year: "下年" } as const;

/** 月/季台账与总结: matters only, no people, no order of merit. */
export const periodSummary = defineGenre<PeriodSummaryInput>({
  id: "period-summary",
  name: "台账与总结",
  public: false,
  dress: "letter",
  named: ({ asOf, period }) => ({ day: asOf, matter: period }),
  required: (input) => [["已开过的会议", "plan", input.figures.meetings]],
  write: (input, say) => [
    { kind: "title", text: `${input.community}${input.period}${TITLES[input.span]}` },
    heading(1, 1, "总体情况"),
    body(overall(input, say)),
    heading(1, 2, "主要数据"),
    ...data(input, say).map((text, index) => body(numbered(index + 1, text))),
    heading(1, 3, "典型事项"),
    ...cases(input, say),
    heading(1, 4, "存在问题"),
    ...problems(input, say),
    heading(1, 5, "下步打算"),
    body(next(input, say)),
    { kind: "sign-line", labels: ["党组织书记", "填报人"] },
    { kind: "signature", organisation: input.signedBy, date: chineseDay(input.asOf) },
  ],
  attachments: (input) => [
    {
      title: `${input.period}议事台账`,
      blocks: [
        { kind: "table", columns: LEDGER_COLUMNS, rows: input.ledger.map(ledgerCells), rowMillimetres: 9 },
        { kind: "fine-print", text: "台账一行一题，只计件数；办结情况、逾期按截止日统计，不再办的任务不计入。" },
      ],
    },
  ],
});

function overall({ figures, ...input }: PeriodSummaryInput, say: Say): string {
  const cancelled = figures.cancelled > 0 ? "，另有{停开}场停开" : "";
  return say(
    "overall",
    "总体情况",
    `{起}至{止}，{社区}召开议事会议{会议}场${cancelled}，讨论议题{议题}件、{件次}件次，形成交办事项{任务}件。` +
      "截至{截止}，已办结{办结}件。",
    {
      社区: input.community,
      起: chineseDay(input.from),
      // While the period runs nothing is known of the days to come.
      止: chineseDay(input.asOf),
      截止: chineseDay(input.asOf),
      会议: figures.meetings,
      ...(figures.cancelled > 0 ? { 停开: figures.cancelled } : {}),
      议题: figures.issues,
      件次: figures.discussed,
      任务: figures.tasks,
      办结: figures.done,
    },
  );
}

const OUTCOMES = ["resolved-now", "timed", "onward", "declined", "next-time"] as const;

function data({ figures }: PeriodSummaryInput, say: Say): string[] {
  const { outcomes, ratings } = figures;
  const told = OUTCOMES.map((outcome) => `${outcomeNames[outcome]}{${outcomeNames[outcome]}}件次`).join("，");
  const rated = ratings.satisfied + ratings.fair + ratings.unsatisfied;
  return [
    say("data-issues", "议题数据", "新提议题{新提}件，销号{销号}件，期末还在办理{未结}件。", {
      新提: figures.raised,
      销号: figures.settled,
      未结: figures.open,
    }),
    say("data-outcomes", "处理结果", `会上处理：${told}，未形成结果{未形成}件次。`, {
      ...Object.fromEntries(OUTCOMES.map((outcome) => [outcomeNames[outcome], outcomes[outcome]])),
      未形成: outcomes.none,
    }),
    say("data-tasks", "交办数据", "交办事项{任务}件，已办结{办结}件，逾期未办结{逾期}件；另有不再办理{不再办}件。", {
      办结: figures.done,
      任务: figures.tasks,
      逾期: figures.overdue,
      不再办: figures.givenUp,
    }),
    say("data-polls", "表决数据", "表决{表决}项，通过{通过}项，未通过{未通过}项；作废{作废}项。", {
      表决: figures.polls,
      通过: figures.passed,
      未通过: figures.polls - figures.passed,
      作废: figures.voided,
    }),
    say("data-notices", "公示和异议", "张贴公示{公示}件，收到异议{异议}件，已答复{答复}件。", {
      公示: figures.notices,
      异议: figures.objections,
      答复: figures.answered,
    }),
    ...(rated === 0
      ? []
      : [
          say(
            "data-ratings",
            "满意度",
            "销号议题中有评价的{评价}件：满意{满意}件，基本满意{基本满意}件，不满意{不满意}件。",
            {
              评价: rated,
              满意: ratings.satisfied,
              基本满意: ratings.fair,
              不满意: ratings.unsatisfied,
            },
          ),
        ]),
  ];
}

function cases({ cases: list, span, figures }: PeriodSummaryInput, say: Say): Block[] {
  if (list.length === 0) {
    const none = figures.settled > 0 ? "没有可以列举的典型事项" : "没有销号的议题";
    return [body(say("cases", "典型事项", `${THIS[span]}${none}。`))];
  }
  return list.map((each, index) =>
    body(
      numbered(
        index + 1,
        say(
          `case-${each.number}`,
          `典型事项：议题${each.number}`,
          "“{议题}”{首提}提出，上会{次数}次，{销号}销号。{结果}",
          {
            议题: each.title,
            首提: chineseDay(each.firstRaisedOn),
            次数: each.times,
            销号: chineseDay(each.settledOn),
            结果: sentence(each.result),
          },
        ),
      ),
    ),
  );
}

function problems({ overdue, unsettled }: PeriodSummaryInput, say: Say): Block[] {
  const listed = (list: readonly PeriodProblem[]) =>
    list.map(({ number, title, detail }, index) =>
      body(`${ordinal(4, index + 1)}${title}（议题${number}）${detail === "" ? "" : `：${sentence(detail)}`}`),
    );
  return [
    body(
      say("problems-overdue", "逾期事项", overdue.length > 0 ? "逾期未办结{逾期}件：" : "没有逾期未办结的事项。", {
        ...(overdue.length > 0 ? { 逾期: overdue.length } : {}),
      }),
    ),
    ...listed(overdue),
    body(
      say(
        "problems-unsettled",
        "没有议成的议题",
        unsettled.length > 0 ? "已经上会、还没有议成的议题{未议成}件：" : "上会的议题都形成了结果。",
        { ...(unsettled.length > 0 ? { 未议成: unsettled.length } : {}) },
      ),
    ),
    ...listed(unsettled),
  ];
}

function next({ figures, overdue, unsettled, nextDue, nextUntil, span }: PeriodSummaryInput, say: Say): string {
  const open = figures.open > 0 ? "继续办理没有销号的议题{未结}件" : "保持议题随提随办";
  const due = nextDue > 0 ? "；{到期日}前到期的交办事项{到期}件按期办结" : "";
  const late = overdue.length > 0 ? "；逾期的{逾期}件逐件说明原因，重新议定时限" : "";
  const again = unsettled.length > 0 ? "；没有议成的{未议成}件列入{下期}议程" : "";
  return say("next", "下步打算", `${open}${due}${late}${again}。`, {
    ...(figures.open > 0 ? { 未结: figures.open } : {}),
    ...(nextDue > 0 ? { 到期日: chineseDay(nextUntil), 到期: nextDue } : {}),
    ...(overdue.length > 0 ? { 逾期: overdue.length } : {}),
    ...(unsettled.length > 0 ? { 未议成: unsettled.length, 下期: NEXT[span] } : {}),
  });
}
