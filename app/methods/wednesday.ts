import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
  CONFIRMED,
  DECLINED,
  DISCUSSED,
  ESCALATE,
  ESCALATED,
  fixed,
  flexible,
  LAIXI,
  LISTED,
  line,
  MERGE,
  MERGED,
  NAMED,
  observer,
  POST_IT_TOO,
  postpone,
  publicly,
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
} from "./parts.ts";
import { PATROLLED } from "./patrol.ts";
import { DECLINE, nextTime, report, resolveNow, setDeadline, work } from "./work.ts";

const WEDNESDAY = LAIXI("相约星期三");
const REPORTED_FIRST = publicly("连云港开发区“小区议事日”的公开报道：先通报上次办理结果，再议这次的议题");
const ONE_EACH = byDefault("每一条都是一问题、一对策、一责任人；没有对策的排在前面议");
const MEASURES = ["已有对策和责任人", "还没有对策，排在前面议"];
const MEASURE = line("measures", "写明对策，一行一条", "measures", ONE_EACH, LISTED);
const LEAD = line("responsible", "写明牵头责任人", "responsible", ONE_EACH);

/**
 * 相约星期三: the living list of problems and measures. What was promised last week is told first, each line is gone through, and after
 * the meeting people walk the streets; what they find stands on next week's list.
 * The report names the weekday, who comes, the list and the walk. Order, days, the two or more who walk and the papers are ours. That last
 * week is told first is asked of the meeting (`reportBackFirst`), not of each issue.
 */
export const wednesday = defineMethod({
  id: "wednesday",
  name: "相约星期三",
  version: 1,
  family: "deliberation",
  summary:
    "每周三见面，先通报上周办得怎样，再逐条过“问题和对策”清单：一问题、一对策、一责任人。会后分组巡查，看办得实不实，发现的新问题进下周清单。",
  note: POST_IT_TOO,
  voting: "opinion",
  calendar: { every: "week", weekday: 3 },
  reportBackFirst: true,
  sources: [WEDNESDAY, REPORTED_FIRST, byDefault("环节次序、截单与通知的日子、巡查记录由工具给出，请按本地文件改")],
  seats: [
    fixed("party-secretary", "社区党委书记", WEDNESDAY),
    flexible("party-member", "党员", WEDNESDAY),
    flexible("property-manager", "小区物业负责人", WEDNESDAY),
    flexible("partner-unit", "联建单位代表", WEDNESDAY),
    flexible("grid-worker", "网格员", WEDNESDAY),
    flexible("resident-representative", "居民代表", WEDNESDAY),
    flexible("merchant", "商户", WEDNESDAY),
    observer("party-concerned", "当事人", byDefault("议到谁的事，请谁到场")),
  ],
  stages: [
    {
      id: "list",
      name: "列入清单",
      kind: "collect",
      who: "社区工作人员，网格员、物业、居民都可以提",
      gate: [],
      exits: [{ event: "advance", label: "列入本周清单", to: "order", gate: NAMED }],
      deadline: {
        text: "滚动登记，周一 18:00 截清单",
        days: 7,
        kind: "calendar",
        source: byDefault("周一 18:00 截清单，周三开会"),
      },
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: WEDNESDAY,
    },
    {
      id: "order",
      name: "书记审议程",
      kind: "review",
      who: "社区党委书记",
      gate: [
        line("measured", "选明有没有对策", "measured", ONE_EACH, { op: "one-of", value: MEASURES }),
        when("measured", MEASURES.slice(0, 1), MEASURE),
        when("measured", MEASURES.slice(0, 1), LEAD),
      ],
      exits: [{ event: "advance", label: "排进周三议程", to: "notice" }],
      deadline: {
        text: "截单次日",
        days: 1,
        kind: "calendar",
        source: byDefault("周一截单，周二发通知前审完"),
      },
      documents: ["agenda"],
      exceptions: [returnTo("list"), REJECT, ESCALATE, MERGE, WITHDRAW],
      source: byDefault("书记审议程"),
    },
    {
      id: "notice",
      name: "发会议通知",
      kind: "notice",
      who: "社区工作人员",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "周三上会",
          to: "meeting",
          gate: [line("notice-sent", "通知已发给该来的人", "noticeSent", byDefault("周二发通知"), CONFIRMED)],
        },
      ],
      deadline: { text: "周二发出", days: 1, kind: "calendar", source: byDefault("周二发通知") },
      documents: ["meeting-notice", "agenda", "suspension-note"],
      exceptions: [
        { ...postpone("notice"), label: "遇节假日顺延或停开，出停开说明" },
        urgent("meeting", byDefault("急事不等周三，会后补通知")),
        WITHDRAW,
      ],
      source: byDefault("会前一天发通知"),
    },
    {
      id: "meeting",
      name: "周三逐条过清单",
      kind: "decide",
      who: "社区党委召集，六类共建力量参加",
      gate: [DISCUSSED],
      exits: [
        { ...resolveNow("patrol"), label: "当场解决，会后去看" },
        setDeadline("execute", { gate: [MEASURE] }),
        DECLINE,
      ],
      documents: ["attendance-sheet", "record", "minutes", "issue-list"],
      exceptions: [nextTime("order"), adjourn("meeting"), ESCALATE, WITHDRAW_WITH_CONSENT],
      rules: ["present-majority"],
      source: WEDNESDAY,
    },
    work({ documents: ["action-notice", "issue-list"] }),
    report("patrol", { name: "下个周三先通报" }),
    {
      id: "patrol",
      name: "会后巡查",
      kind: "review",
      who: "组长带组员，至少三人同行",
      gate: [...PATROLLED, URGENT_MADE_UP],
      exits: [{ event: "advance", label: "看过了，销号", to: "settled" }],
      deadline: { text: "会后当日", days: 0, kind: "calendar", source: byDefault("会后当日就去看") },
      documents: ["patrol-record", "ledger"],
      exceptions: [
        returnTo("meeting", "现场没办好，回会上再议"),
        { ...postpone("patrol"), label: "天气等原因，改日巡查" },
      ],
      source: WEDNESDAY,
    },
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
