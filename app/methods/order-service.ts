import { defineMethod } from "#app/domain/method/define.ts";
import {
  byDefault,
  DAY,
  DECLINED,
  DONE_NOTE,
  ESCALATE,
  ESCALATED,
  ending,
  FOUR_ELEMENTS,
  fixed,
  flexible,
  line,
  MERGE,
  MERGED,
  NAMED,
  publicly,
  RATED,
  REJECT,
  REJECTED,
  returnTo,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  WITHDRAW,
  WITHDRAWN,
  XIXIA,
} from "./parts.ts";
import { unrated } from "./work.ts";

const ORDERS = XIXIA("“群众点单、平台接单、中心派单、群众评单”");
const PLATFORM = publicly("各地点单平台的做法：审核、派单、可重新派单、完成确认");
const BEIJING = publicly(
  "《北京市接诉即办工作条例》：首接负责、派单异议审核、到期回访、办不了要说明",
  "第12条至第15条、第23条",
);
const TERMS = byDefault("办理时限分 3 日、7 日、15 日三档，可改");
const EXTENSION = byDefault("延期以 1 次为限，要写理由");
const GATHERED = byDefault("30 日内同类单子满 3 张，提醒上会议一议");

/** 派单 carries what a task needs, the same four things as 限期解决. */
const TASK = FOUR_ELEMENTS.map((each) => ({ ...each, source: byDefault("派单写明办什么、谁办、何时、怎么办") }));

/**
 * 群众点单—平台接单—中心派单—群众评单: the four steps are the report's; sending an order out anew and saying why it cannot be done are
 * published practice; one day to take it, one to send it out, three terms, one extension and one reopening are ours.
 */
export const orderService = defineMethod({
  id: "order-service",
  name: "点单—接单—派单—评单",
  version: 1,
  family: "dispatch",
  summary:
    "居民点单，平台 1 日内接单，中心 1 日内派到承办人，按 3 日、7 日、15 日三档办理，办完由点单的人评单。不满意可以重办一次，办不了的要说明理由。",
  note: "只对单子作评价，不给人和单位排名。同类单子多了，说明是公共问题，可以转到议事会上议。",
  voting: "none",
  sources: [ORDERS, PLATFORM, BEIJING, TERMS],
  seats: [
    fixed("platform", "平台接单员", ORDERS),
    fixed("centre", "派单中心", ORDERS),
    flexible("handler", "承办人或承办单位", ORDERS),
    flexible("customer", "点单的居民", ORDERS),
  ],
  stages: [
    {
      id: "submitted",
      name: "群众点单",
      kind: "collect",
      who: "居民点单，平台接单",
      gate: [],
      exits: [
        { event: "advance", label: "接单", to: "dispatch", gate: NAMED },
        {
          event: "to-meeting",
          label: "同类单子多，转议事会",
          to: "to-meeting",
          gate: [
            line("similar", "30 日内同类单子满 3 张", "similarOrders", GATHERED, { op: "at-least", value: 3 }),
            line("meeting-name", "写明转到哪个议事会", "meetingName", GATHERED),
          ],
          source: GATHERED,
        },
      ],
      deadline: { text: "1 日内接单", days: 1, kind: "calendar", source: byDefault("点单后 1 日内接单或退单，可改") },
      documents: ["ledger"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: ORDERS,
    },
    {
      id: "dispatch",
      name: "中心派单",
      kind: "assign",
      who: "派单中心",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "派单",
          to: "handling",
          gate: [
            line("term", "选定办理时限是哪一档", "term", TERMS, { op: "one-of", value: ["3 日", "7 日", "15 日"] }),
            ...TASK,
          ],
        },
      ],
      deadline: { text: "1 日内派单", days: 1, kind: "calendar", source: byDefault("接单后 1 日内派出，可改") },
      documents: ["action-notice"],
      exceptions: [returnTo("submitted", "信息不全，退回补充"), ESCALATE, WITHDRAW],
      source: ORDERS,
    },
    {
      id: "handling",
      name: "承办",
      kind: "execute",
      who: "承办人，首接负责",
      gate: TASK,
      exits: [
        { event: "advance", label: "办完，请点单人评单", to: "rating", gate: [DONE_NOTE] },
        {
          event: "decline",
          label: "办不了，说明理由",
          to: "declined",
          gate: [
            line("response", "写明怎么答复点单人", "response", BEIJING),
            line("reason", "写明不能办的理由", "reason", BEIJING),
          ],
          source: BEIJING,
        },
      ],
      deadline: { text: "3 日、7 日或 15 日内", days: 7, maxDays: 15, kind: "calendar", source: TERMS },
      documents: ["action-notice"],
      exceptions: [
        {
          code: "postpone",
          label: "延期一次",
          to: "handling",
          gate: [
            line("new-day", "写明延到哪天", "newDay", EXTENSION, DAY),
            line("extended", "还没有延过期", "extended", EXTENSION, { op: "at-most", value: 0 }),
          ],
          counts: ["extended"],
          source: EXTENSION,
        },
        { ...returnTo("dispatch", "派错了，退回重新派"), counts: ["redispatched"], source: PLATFORM },
        ESCALATE,
        WITHDRAW,
      ],
      source: PLATFORM,
    },
    {
      id: "rating",
      name: "群众评单",
      kind: "feedback",
      who: "点单的居民",
      gate: [],
      exits: [
        { event: "advance", label: "评单，了结", to: "settled", gate: [{ ...RATED, source: ORDERS }] },
        unrated("settled", { label: "联系不上，没有评单，了结" }),
      ],
      deadline: { text: "办完后 5 日内回访", days: 5, kind: "calendar", source: byDefault("办完后 5 日内回访，可改") },
      documents: ["rating-form", "feedback-notice"],
      exceptions: [returnTo("handling", "不满意，重办一次", 1)],
      source: ORDERS,
    },
    SETTLED,
    DECLINED,
    ending("to-meeting", "已转议事会"),
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
