import { defineMethod } from "#app/domain/method/define.ts";
import {
  byDefault,
  CONFIRMED,
  correction,
  DAY,
  DONE_NOTE,
  ESCALATE,
  ESCALATED,
  ending,
  fixed,
  flexible,
  LISTED,
  line,
  postpone,
  publicly,
  returnTo,
  SHANGDANG,
  WITHDRAW,
  WITHDRAWN,
} from "./parts.ts";

const CO_BUILDING = SHANGDANG("城市共建日（每月第一个星期五）");
const PROJECTS = SHANGDANG("双方确定的项目清单");
const ROUND = byDefault("年初排好轮值，上月末定主题和项目，次月通报；可改");
const BOTH_SIGN = byDefault("项目清单由社区和报到单位都签认");
const TOTALS_ONLY = publicly("政务应用和基层减负的有关规定：不得要求打卡签到，不得排名");

/** Both hosts say yes; then the rota is changed, and the new host signs the list of projects anew. */
const SWAP = {
  event: "swap-host",
  label: "轮值单位换班，改轮值表",
  to: "rota",
  counts: ["swapped"],
  gate: [
    line("swap-with", "写明换给哪个单位", "swapWith", byDefault("换班要写清楚换给谁")),
    line("swap-giver", "原轮值单位同意换", "swapGiverAgrees", byDefault("换班须双方同意"), CONFIRMED),
    line("swap-taker", "接班的单位同意接", "swapTakerAgrees", byDefault("换班须双方同意"), CONFIRMED),
  ],
};
const NEW_DAY = { ...postpone("announce"), label: "天气恶劣或者有冲突，改期" };

/**
 * 城市共建日: on the first Friday of each month a unit in turn hosts services for residents. Day, roles and the list of projects are the
 * report's; rota, swapping and postponing are ours. Only totals are entered: nobody is checked in one by one.
 */
export const coBuildingDay = defineMethod({
  id: "co-building-day",
  name: "城市共建日",
  version: 1,
  family: "activity",
  summary:
    "每月第一个星期五，街道统筹、社区动员、报到单位轮流承办，一起为居民做服务。年初排轮值，上月末双方签认项目清单，活动完只报总数，次月通报。",
  note: "第一个星期五逢法定节假日或者天气恶劣的，写明原因改期。服务只登场次和总人次，不逐人签到打卡，不给单位和党员排名。",
  voting: "none",
  calendar: { every: "month-weekday", nth: 1, weekday: 5 },
  sources: [CO_BUILDING, PROJECTS, TOTALS_ONLY, ROUND],
  seats: [
    fixed("street-party-committee", "街道党工委（统筹）", CO_BUILDING),
    fixed("community-party-committee", "社区党委（动员）", CO_BUILDING),
    fixed("host-unit", "报到单位党组织（轮值承办）", CO_BUILDING),
    flexible("party-member", "报到党员", CO_BUILDING),
    flexible("social-organisation", "社会组织", CO_BUILDING),
  ],
  stages: [
    {
      id: "rota",
      name: "排轮值",
      kind: "draft",
      who: "街道党工委统筹，报到单位认领月份",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "排定轮值，商量主题",
          to: "plan",
          gate: [
            line("rota-units", "列出轮值单位，一行一个", "rotaUnits", CO_BUILDING, LISTED),
            line("host", "写明这个月由哪个单位承办", "hostUnit", CO_BUILDING),
          ],
        },
      ],
      documents: ["rota"],
      exceptions: [ESCALATE, WITHDRAW],
      source: ROUND,
    },
    {
      id: "plan",
      name: "定主题和项目清单",
      kind: "deliberate",
      who: "社区党委和轮值单位，上月末碰头",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "双方签认，发公告",
          to: "announce",
          gate: [
            line("theme", "写明这次的主题", "theme", ROUND),
            line("projects", "列出服务项目，一行一个", "projects", PROJECTS, LISTED),
            line("community-signed", "社区党委签认项目清单", "communitySigned", BOTH_SIGN, CONFIRMED),
            line("host-signed", "轮值单位签认项目清单", "hostSigned", BOTH_SIGN, CONFIRMED),
          ],
        },
        SWAP,
      ],
      documents: ["agenda", "minutes"],
      exceptions: [returnTo("rota", "退回重排轮值"), postpone("plan"), ESCALATE, WITHDRAW],
      source: PROJECTS,
    },
    {
      id: "announce",
      name: "公告",
      kind: "notice",
      who: "社区党委动员，轮值单位准备",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "如期开展",
          to: "activity",
          gate: [
            line("activity-day", "写明活动日（每月第一个星期五）", "activityOn", CO_BUILDING, DAY),
            line(
              "no-holiday",
              "活动日不撞法定节假日，撞了的已改期",
              "holidayChecked",
              byDefault("先看有没有撞上节假日"),
              CONFIRMED,
            ),
            line("announced-on", "写明公告日", "announcedOn", ROUND, DAY),
            line("announced-before", "公告至少比活动日早 3 日", "activityOn", ROUND, {
              op: "days-after",
              of: "announcedOn",
              days: 3,
            }),
          ],
        },
        SWAP,
      ],
      documents: ["issue-notice", "invitation"],
      exceptions: [NEW_DAY, returnTo("plan", "退回改清单"), ESCALATE, WITHDRAW],
      source: ROUND,
    },
    {
      id: "activity",
      name: "共建日活动",
      kind: "execute",
      who: "轮值单位承办，报到党员、社会组织一起做",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "办完，登记总数",
          to: "bulletin",
          gate: [
            line("sessions", "填办了几场", "sessions", TOTALS_ONLY, { op: "at-least", value: 1 }),
            line("served", "填服务总人次（只填合计，不逐人登记）", "servedTotal", TOTALS_ONLY, {
              op: "at-least",
              value: 1,
            }),
            DONE_NOTE,
          ],
        },
      ],
      deadline: { text: "活动当天", days: 0, kind: "calendar", source: CO_BUILDING },
      documents: ["ledger"],
      exceptions: [NEW_DAY, ESCALATE],
      source: CO_BUILDING,
    },
    {
      id: "bulletin",
      name: "次月通报",
      kind: "feedback",
      who: "街道党工委",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "通报了，收尾",
          to: "reported",
          gate: [
            line("bulletin", "写明通报了什么", "bulletin", ROUND),
            line("left-over", "写明没做完的项目怎么办（没有就写“无”）", "leftOver", ROUND),
          ],
        },
      ],
      deadline: { text: "活动后一个月内", days: 31, kind: "calendar", source: ROUND },
      documents: ["feedback-notice", "ledger"],
      exceptions: [returnTo("activity", "数字不对，退回核对"), correction("bulletin")],
      source: ROUND,
    },
    ending("reported", "已通报"),
    WITHDRAWN,
    ESCALATED,
  ],
});
