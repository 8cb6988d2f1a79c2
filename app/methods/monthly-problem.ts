import { defineMethod } from "#app/domain/method/define.ts";
import {
  byDefault,
  CONFIRMED,
  DECLINED,
  DONE_NOTE,
  ESCALATE,
  ESCALATED,
  FOUR_ELEMENTS,
  fixed,
  flexible,
  line,
  MERGE,
  MERGED,
  NAMED,
  NOT_IN_REPORT,
  REJECT,
  REJECTED,
  SETTLED,
  WITHDRAW,
  WITHDRAWN,
  XIXIA,
} from "./parts.ts";

const PAIRS = XIXIA("“双结对”：结对党组织每月为社区解决一个难题");
const REALLY = byDefault("社区认了是难题才算");
const SIGNED = byDefault("月末结对单位和支部都签认，可改");
const TWO_MONTHS = byDefault("累计两个月没有解决，进联席会议，可改");
const CLAIM = FOUR_ELEMENTS.map((each) => ({ ...each, source: byDefault("认领时写明办什么、谁办、何时、怎么办") }));

const SOLVED = "已解决";
const OPEN = ["部分解决", "未解决"];
const signedAs = (words: string[], text: string) =>
  line("outcome", text, "monthOutcome", SIGNED, { op: "one-of", value: words });
const WHY_OPEN = line("unsolved-why", "写明还差什么、为什么", "unsolvedWhy", SIGNED);
/** One more month without a solution. */
const ONE_MONTH = ["months"];

/**
 * 双结对·每月一个难题: the pairs and the monthly problem are the report's, all else is ours. `months` counts the months that ended unsolved:
 * after the first the pair takes it up once more, after the second the only way on is the joint meeting.
 */
export const monthlyProblem = defineMethod({
  id: "monthly-problem",
  name: "双结对·每月一个难题",
  version: 1,
  family: "dispatch",
  summary:
    "支部月初提一个难题，社区认可，结对单位认领，月末双方签认办得怎样。没解决的下月接着办，累计两个月没解决，就提交联席会议。",
  note: "只看难题解决没有，不积分、不排名。结对党员每周一件实事，一句话记下来就行，不走这套流程。",
  voting: "none",
  sources: [PAIRS, SIGNED, TWO_MONTHS],
  seats: [
    fixed("branch", "社区党支部", PAIRS),
    fixed("unit", "结对单位党组织", PAIRS),
    flexible("party-concerned", "当事人", byDefault("办到谁的事，请谁到场")),
  ],
  stages: [
    {
      id: "raise",
      name: "月初提难题",
      kind: "collect",
      who: "社区党支部",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "交结对单位认领",
          to: "claim",
          gate: [
            ...NAMED,
            line("paired-unit", "写明结对单位", "pairedUnit", PAIRS),
            line("is-problem", "社区确认是难题", "confirmedProblem", REALLY, CONFIRMED),
          ],
        },
      ],
      deadline: { text: "每月头 5 日内", days: 5, kind: "calendar", source: byDefault("每月头 5 日内提出，可改") },
      documents: ["issue-list"],
      exceptions: [
        {
          code: "postpone",
          label: "当月没有合适的难题，结转下月",
          to: "raise",
          counts: ["carried"],
          source: byDefault("没有合适的难题可以结转"),
        },
        REJECT,
        MERGE,
        WITHDRAW,
      ],
      source: NOT_IN_REPORT,
    },
    {
      id: "claim",
      name: "结对单位认领",
      kind: "assign",
      who: "结对单位党组织",
      gate: [],
      exits: [
        { event: "advance", label: "认领", to: "work", gate: CLAIM },
        {
          event: "swap",
          label: "办不了，协商换题",
          to: "raise",
          gate: [line("swap-why", "写明为什么换题、双方怎么商量的", "swapWhy", byDefault("换题要双方商量"))],
          counts: ["swapped"],
        },
        {
          event: "done-by-joint",
          label: "联席会议已经督办落实，去签认",
          to: "sign-off",
          gate: [line("been-joint", "联席会议商量过", "months", TWO_MONTHS, { op: "at-least", value: 2 }), DONE_NOTE],
        },
      ],
      deadline: { text: "5 日内认领", days: 5, kind: "calendar", source: byDefault("提出后 5 日内认领，可改") },
      documents: ["action-notice"],
      exceptions: [ESCALATE, WITHDRAW],
      source: NOT_IN_REPORT,
    },
    {
      id: "work",
      name: "当月办理",
      kind: "execute",
      who: "结对单位",
      gate: CLAIM,
      exits: [
        { event: "advance", label: "到月末，双方签认", to: "sign-off", gate: [DONE_NOTE] },
        {
          event: "give-back",
          label: "中途办不了，退回再商量",
          to: "claim",
          gate: [line("give-back-why", "写明为什么退回", "giveBackWhy", byDefault("中途退回要写理由"))],
          counts: ["givenBack"],
        },
      ],
      deadline: { text: "当月办完", days: 30, maxDays: 31, kind: "calendar", source: PAIRS },
      documents: ["action-notice"],
      exceptions: [WITHDRAW],
      source: PAIRS,
    },
    {
      id: "sign-off",
      name: "月末双方签认",
      kind: "feedback",
      who: "结对单位和社区党支部",
      gate: [
        line("unit-signs", "结对单位已签认", "unitSigns", SIGNED, CONFIRMED),
        line("branch-signs", "社区党支部已签认", "branchSigns", SIGNED, CONFIRMED),
      ],
      exits: [
        { event: "advance", label: "已解决，了结", to: "settled", gate: [signedAs([SOLVED], "双方签认已解决")] },
        {
          event: "next-month",
          label: "没解决，下月接着办",
          to: "claim",
          gate: [
            signedAs(OPEN, "双方签认部分解决或未解决"),
            WHY_OPEN,
            line("first-month", "还是头一个月没解决", "months", TWO_MONTHS, { op: "at-most", value: 0 }),
          ],
          counts: ONE_MONTH,
        },
        {
          event: "two-months",
          label: "两个月没解决，提交联席会议",
          to: "joint",
          gate: [
            signedAs(OPEN, "双方签认部分解决或未解决"),
            WHY_OPEN,
            line("second-month", "这是第二个月没解决", "months", TWO_MONTHS, { op: "at-least", value: 1 }),
          ],
          counts: ONE_MONTH,
          source: TWO_MONTHS,
        },
      ],
      deadline: { text: "月末 3 日内", days: 3, kind: "calendar", source: byDefault("月末 3 日内签认，可改") },
      documents: ["ledger"],
      exceptions: [],
      source: SIGNED,
    },
    {
      id: "joint",
      name: "提交联席会议",
      kind: "draft",
      who: "社区党组织",
      gate: [],
      exits: [
        { event: "decision-passed", label: "联席会议有了意见，照意见认领", to: "claim", after: "passed" },
        { event: "decision-failed", label: "联席会议没有通过", to: "declined", after: "failed" },
      ],
      documents: ["issue-list"],
      exceptions: [ESCALATE, WITHDRAW],
      decisions: [{ method: "joint-meeting", label: "进联席会议议程", source: TWO_MONTHS }],
      source: TWO_MONTHS,
    },
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    ESCALATED,
  ],
});
