import { defineMethod } from "#app/domain/method/define.ts";
import type { GateLine } from "#app/domain/method/definition.ts";
import {
  adjourn,
  byDefault,
  CONFIRMED,
  DECLINED,
  DISCUSSED,
  DONE_NOTE,
  ESCALATE,
  ESCALATED,
  FOUR_ELEMENTS,
  fixed,
  flexible,
  LAIXI,
  line,
  MERGE,
  MERGED,
  NAMED,
  POST_IT_TOO,
  RATED,
  REJECT,
  REJECTED,
  returnTo,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  WITHDRAW,
  WITHDRAWN,
} from "./parts.ts";
import { unrated } from "./work.ts";

const ROUNDTABLE = LAIXI("圆桌会议");
const WEDNESDAY = LAIXI("相约星期三");

const FIXED_SEATS = ["party-secretary", "property-manager", "party-household", "resident-representative"];
const REPRESENTED: GateLine = line(
  "seats",
  "四类常驻代表都有人到会",
  "seatsPresent",
  byDefault("四类常驻席位缺任一类，可以开会，不能销号"),
  { op: "includes-all", value: FIXED_SEATS },
);
const RESPONSE = line("response", "写明社区的答复", "response", ROUNDTABLE);
const REASON = line("reason", "写明不能办的理由", "reason", byDefault("有诉必应不等于有诉必成，不能办要说理由"));
const DECLINE = { event: "decline", label: "答复不能办", to: "declined", gate: [RESPONSE, REASON] };
const POSTPONE = {
  code: "postpone" as const,
  label: "转下次",
  to: "collect",
  source: byDefault("没议成的，转下次会议再议"),
};

/**
 * 圆桌会议: six stages, two ways out of the reply (当场解决 · 限期解决) and the honest third, 不能办.
 * The seats, the two ways and the four elements are the seed's; order, days and the rest are defaults and say so.
 * `discussed` counts the meetings an issue went through (once each, postponed or answered), `returned` how often the result was sent back.
 * Version 1 (`earlier/roundtable-1.json`) knew no 休会 and no 拆分.
 */
export const roundtable = defineMethod({
  id: "roundtable",
  name: "圆桌会议",
  version: 2,
  family: "deliberation",
  summary:
    "四类常驻代表围坐，居民说诉求，社区当场答复：能办的当场解决，一时办不了的记下来、定责任人、定时限、定计划，到期回告销号。",
  note: POST_IT_TOO,
  voting: "opinion",
  sources: [ROUNDTABLE, WEDNESDAY, byDefault("环节次序、关口与天数由工具给出，请按本地文件改")],
  seats: [
    fixed("party-secretary", "社区党委书记", ROUNDTABLE),
    fixed("property-manager", "小区物业负责人", ROUNDTABLE),
    fixed("party-household", "党员中心户", ROUNDTABLE),
    fixed("resident-representative", "居民代表", ROUNDTABLE),
    flexible("party-concerned", "当事人", byDefault("议到谁的事，请谁到场")),
    flexible("department", "有关部门", byDefault("需要哪个部门答复，请哪个部门到场")),
    flexible("grid-worker", "网格员", WEDNESDAY),
    flexible("party-member", "党员", WEDNESDAY),
    flexible("partner-unit", "联建单位代表", WEDNESDAY),
    flexible("merchant", "商户", WEDNESDAY),
  ],
  stages: [
    {
      id: "collect",
      name: "汇集问题",
      kind: "collect",
      who: "网格员、中心户、物业报，工作人员记",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "上会",
          to: "voice",
          gate: NAMED,
        },
      ],
      deadline: {
        text: "随到随记，会前 1 日截单",
        days: 7,
        kind: "calendar",
        source: byDefault("每周一会，会前 1 日截单"),
      },
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: ROUNDTABLE,
    },
    {
      id: "voice",
      name: "开会说诉求",
      kind: "deliberate",
      who: "四类常驻代表，当事人和有关部门",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "说完，请社区答复",
          to: "respond",
          gate: [DISCUSSED],
          counts: ["discussed"],
        },
      ],
      documents: ["attendance-sheet", "record"],
      exceptions: [{ ...POSTPONE, counts: ["discussed"] }, adjourn("voice"), WITHDRAW],
      source: ROUNDTABLE,
    },
    {
      id: "respond",
      name: "当场回应",
      kind: "decide",
      who: "社区党委书记",
      gate: [],
      exits: [
        { event: "resolve-now", label: "当场解决", to: "on-the-spot", gate: [RESPONSE] },
        { event: "set-deadline", label: "限期解决", to: "timed", gate: FOUR_ELEMENTS },
        DECLINE,
      ],
      deadline: { text: "当场", days: 0, kind: "calendar", source: ROUNDTABLE },
      documents: ["record"],
      exceptions: [POSTPONE, adjourn("respond"), ESCALATE, WITHDRAW],
      source: ROUNDTABLE,
    },
    {
      id: "on-the-spot",
      name: "当场解决",
      kind: "execute",
      who: "当场答应的承办人",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "当事人确认，销号",
          to: "settled",
          gate: [
            line("party-agrees", "当事人点头确认", "partyAgrees", byDefault("当事人确认才算当场办结"), CONFIRMED),
            REPRESENTED,
          ],
        },
        { event: "set-deadline", label: "当事人不同意，改限期解决", to: "timed", gate: FOUR_ELEMENTS },
      ],
      deadline: { text: "当日", days: 0, kind: "calendar", source: ROUNDTABLE },
      documents: ["minutes"],
      exceptions: [POSTPONE],
      source: ROUNDTABLE,
    },
    {
      id: "timed",
      name: "限期解决",
      kind: "execute",
      who: "书记指定的责任人",
      gate: FOUR_ELEMENTS,
      exits: [
        {
          event: "advance",
          label: "办完，回告当事人",
          to: "feedback",
          gate: [DONE_NOTE],
        },
        DECLINE,
      ],
      deadline: {
        text: "15 日内，最长 60 日",
        days: 15,
        maxDays: 60,
        kind: "calendar",
        source: byDefault("限期 15 日，最长 60 日"),
      },
      documents: ["minutes", "action-notice"],
      exceptions: [ESCALATE],
      source: ROUNDTABLE,
    },
    {
      id: "feedback",
      name: "销号回告",
      kind: "feedback",
      who: "承办人告知当事人",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "销号",
          to: "settled",
          gate: [RATED, REPRESENTED],
        },
        unrated("settled", { gate: [REPRESENTED] }),
      ],
      deadline: { text: "办结后 5 日内", days: 5, kind: "calendar", source: byDefault("办结后 5 日内回访评价") },
      documents: ["result-notice"],
      exceptions: [returnTo("timed", "不满意，退回再办", 1)],
      source: byDefault("办结要回告，回告后销号"),
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
