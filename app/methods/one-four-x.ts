import { defineMethod } from "#app/domain/method/define.ts";
import { ENOUGH_THERE, HANDS, ONE_FOUR_X_SEATS } from "./one-four-x-seats.ts";
import {
  adjourn,
  byDefault,
  CONFIRMED,
  DECLINED,
  DISCUSSED,
  ESCALATE,
  ESCALATED,
  line,
  MERGE,
  MERGED,
  NAMED,
  NOT_IN_REPORT,
  noQuorum,
  POST_IT_TOO,
  postpone,
  REJECT,
  REJECTED,
  returnTo,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  URGENT_MADE_UP,
  urgent,
  WITHDRAW,
  WITHDRAW_WITH_CONSENT,
  WITHDRAWN,
  when,
  XIXIA,
} from "./parts.ts";
import { announced, DECLINE, nextTime, report, resolveNow, setDeadline, work } from "./work.ts";

const ONE_FOUR_X = XIXIA("“1+4+X”协商机制");
const ASKED = byDefault("会前问清部门派谁来、能不能当场表态");
const OWN_DUTY = byDefault("部门只对自己职责内的事作承诺");
const WHISTLE = { ...ESCALATE, label: "部门不来、办不了，书记吹哨转街道" };

const AGREEMENT = [
  line("agreement", "选明大家同意不同意", "agreement", byDefault("先问有没有异议，有异议再举手"), {
    op: "one-of",
    value: ["没有异议", "有异议，举手"],
  }),
  when("agreement", ["有异议，举手"], HANDS),
];
/** Told and rated even when it was done at once: an urgent talk is made up for there. */
const ON_THE_SPOT = resolveNow("feedback");
const PROMISED = [
  line("commitment", "写明部门答应做什么", "commitment", OWN_DUTY),
  line("own-duty", "答应的都在本部门职责之内", "withinDuty", OWN_DUTY, CONFIRMED),
];

/**
 * 1+4+X: the grid's party secretary brings the four sides of the grid and the departments concerned to one table.
 * The report names who sits there and that they use 一提二审三通过. How many are enough, the days and the departments' promise are ours.
 */
export const oneFourX = defineMethod({
  id: "one-four-x",
  name: "1+4+X 协商",
  version: 1,
  family: "deliberation",
  summary:
    "网格党组织书记牵头（1），网格长、网格民警、网格员、楼栋长四方到场（4），管事的部门请来（X），当面商量。部门只答应自己职责里的事，不参加表决。",
  note: `材料没有写几方到会才算数。工具先按“书记必到、四方至少三方、主责部门必到”把关，有本地文件的按文件改。要走“一提二审三通过”的，请选那个方法。${POST_IT_TOO}`,
  voting: "opinion",
  sources: [ONE_FOUR_X, byDefault("环节次序、到会要求与天数由工具给出，请按本地文件改")],
  seats: ONE_FOUR_X_SEATS,
  stages: [
    {
      id: "collect",
      name: "汇集议题",
      kind: "collect",
      who: "网格员、楼栋长收集，网格党组织书记过目",
      gate: [],
      exits: [{ event: "advance", label: "列为议题，请部门", to: "invite", gate: NAMED }],
      deadline: { text: "3 个工作日内答复", days: 3, kind: "working", source: byDefault("受理 3 个工作日内答复") },
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: NOT_IN_REPORT,
    },
    {
      id: "invite",
      name: "通知四方、邀请部门",
      kind: "notice",
      who: "网格员",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "开会",
          to: "talk",
          gate: [
            line("lead", "写明主责部门", "leadDepartment", ASKED),
            line("delegate", "写明部门派谁来", "delegate", ASKED),
            line("may-commit", "选明能不能当场表态", "mayCommit", ASKED, {
              op: "one-of",
              value: ["能当场表态", "要带回去研究"],
            }),
            ...announced(3, byDefault("会前 3 日通知")),
          ],
        },
      ],
      deadline: { text: "会前 3 日发出", days: 3, kind: "calendar", source: byDefault("会前 3 日通知") },
      documents: ["meeting-notice", "invitation"],
      exceptions: [
        { ...postpone("invite"), label: "部门来不了，改期" },
        urgent("talk", byDefault("急事可以缩短通知期，会后补通知")),
        returnTo("collect"),
        WHISTLE,
        WITHDRAW,
      ],
      source: NOT_IN_REPORT,
    },
    {
      id: "talk",
      name: "四方与部门会商",
      kind: "decide",
      who: "网格党组织书记主持，四方和部门参加",
      gate: [...ENOUGH_THERE, DISCUSSED],
      exits: [
        { ...ON_THE_SPOT, gate: [...(ON_THE_SPOT.gate ?? []), ...AGREEMENT] },
        setDeadline("execute", { gate: [...PROMISED, ...AGREEMENT] }),
        DECLINE,
      ],
      documents: ["attendance-sheet", "record", "minutes"],
      exceptions: [nextTime("invite"), adjourn("talk"), noQuorum("invite"), WHISTLE, WITHDRAW_WITH_CONSENT],
      rules: ["present-majority"],
      source: ONE_FOUR_X,
    },
    work({ who: "主责部门与责任人", exceptions: [WHISTLE] }),
    report("settled", { gate: [URGENT_MADE_UP] }),
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
