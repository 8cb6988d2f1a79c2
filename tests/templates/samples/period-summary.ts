import type { LedgerRow, PeriodFigures, PeriodSummaryInput } from "#templates/genres/period-summary.ts";
import { hostile, repeated, type Samples } from "./shape.ts";

function ledger(): LedgerRow[] {
  const meeting = { day: "2025-11-19", meeting: "第47周“相约星期三”联席会议" };
  return [
    {
      ...meeting,
      number: 12,
      issue: "幸福路北段路灯连续多日不亮",
      conclusion: "限期解决：先更换损坏的六盏路灯",
      tasks: ["更换六盏路灯并试亮", "检查北段地下线路"],
      ...{ done: 1, all: 2, overdue: 1, objections: 1 },
      notices: [{ from: "2025-11-20", until: "2025-12-05" }],
    },
    {
      ...meeting,
      number: 15,
      issue: "业主车位被外来车辆长期占用",
      conclusion: "当场解决：物业当场联系车主移车",
      tasks: [],
      ...{ done: 0, all: 0, overdue: 0, objections: 0 },
      notices: [{ from: "2025-11-20", until: "2025-12-05" }],
    },
    {
      ...{ day: "2025-11-26", meeting: "第48周“相约星期三”联席会议" },
      number: 16,
      issue: "占用公共绿地种菜",
      conclusion: "转下次：当事住户没有到会",
      tasks: [],
      ...{ done: 0, all: 0, overdue: 0, objections: 0 },
      notices: [],
    },
  ];
}

const figures = (): PeriodFigures => ({
  ...{ meetings: 2, cancelled: 0, discussed: 3, issues: 3, raised: 2, settled: 1, open: 2 },
  outcomes: { "resolved-now": 1, timed: 1, onward: 0, declined: 0, "next-time": 1, none: 0 },
  ...{ tasks: 2, done: 1, overdue: 1, givenUp: 0, polls: 2, passed: 1, voided: 0 },
  ...{ notices: 1, objections: 1, answered: 1, ratings: { satisfied: 1, fair: 0, unsatisfied: 0 } },
});

const nothing: PeriodFigures = {
  ...{ meetings: 0, cancelled: 0, discussed: 0, issues: 0, raised: 0, settled: 0, open: 0 },
  outcomes: { "resolved-now": 0, timed: 0, onward: 0, declined: 0, "next-time": 0, none: 0 },
  ...{ tasks: 0, done: 0, overdue: 0, givenUp: 0, polls: 0, passed: 0, voided: 0 },
  ...{ notices: 0, objections: 0, answered: 0, ratings: { satisfied: 0, fair: 0, unsatisfied: 0 } },
};

const about = {
  community: "翠湖社区",
  street: "幸福街道",
  period: "2025年11月",
  span: "month",
  from: "2025-11-01",
  until: "2025-11-30",
  asOf: "2025-11-30",
  signedBy: "翠湖社区居民委员会",
  nextUntil: "2025-12-31",
} as const;

const summary = (): PeriodSummaryInput => ({
  ...about,
  figures: figures(),
  ledger: ledger(),
  cases: [
    {
      number: 15,
      title: "业主车位被外来车辆长期占用",
      firstRaisedOn: "2025-11-12",
      settledOn: "2025-11-19",
      times: 1,
      result: "物业当场联系车主移车，门岗登记外来车辆",
    },
  ],
  overdue: [{ number: 12, title: "检查北段地下线路", detail: "时限2025年11月28日" }],
  unsettled: [{ number: 16, title: "占用公共绿地种菜", detail: "当事住户没有到会" }],
  nextDue: 1,
});

const long = (): PeriodSummaryInput => ({
  ...summary(),
  figures: { ...figures(), meetings: 20, discussed: 40, issues: 40 },
  ledger: repeated(ledger(), 40, (row, index) => ({ ...row, number: index + 1 })),
  overdue: repeated(summary().overdue, 40, (each, index) => ({ ...each, number: index + 1 })),
  unsettled: repeated(summary().unsettled, 40, (each, index) => ({ ...each, number: index + 1 })),
});

export const periodSummary: Samples<PeriodSummaryInput> = {
  usual: summary,
  none: () => ({ ...about, figures: nothing, ledger: [], cases: [], overdue: [], unsettled: [], nextDue: 0 }),
  many: long,
  hard: () => ({
    ...summary(),
    ledger: repeated(ledger(), 14, (row, index) => ({
      ...row,
      meeting: hostile(index),
      issue: hostile(index + 1),
      conclusion: hostile(index + 2),
      tasks: [hostile(index + 3), hostile(index + 4)],
    })),
    cases: summary().cases.map((each) => ({ ...each, title: hostile(0), result: hostile(1) })),
    overdue: repeated(summary().overdue, 14, (each, index) => ({ ...each, title: hostile(index), detail: hostile(2) })),
    unsettled: repeated(summary().unsettled, 7, (each, index) => ({ ...each, title: hostile(index + 7) })),
  }),
};
