import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
  DAY,
  DECLINED,
  DISCUSSED,
  DONE_NOTE,
  ESCALATED,
  fixed,
  flexible,
  LISTED,
  line,
  MERGE,
  MERGED,
  NAMED,
  noQuorum,
  postpone,
  publicly,
  REJECT,
  REJECTED,
  returnTo,
  SETTLED,
  SHANGDANG,
  SPLIT,
  SPLIT_UP,
  urgent,
  WITHDRAW,
  WITHDRAWN,
  XIXIA,
} from "./parts.ts";
import {
  carryOutStage,
  differencesStage,
  NOT_THE_OWNERS,
  opinionExits,
  ownersStage,
  publishStage,
  recheckStage,
  toOwners,
} from "./property-parts.ts";
import { nextTime, work } from "./work.ts";

const THREE_SIDED = XIXIA("红色物业三方会议");
const ALLIANCE = SHANGDANG("物业党建联建、“三位一体”协商");
const NINGYANG = publicly("宁阳县文庙街道红色物业联席会议制度：先由物业自己解决，不能独立解决的才上会");
const WHO = byDefault("三方是社区党组织（居委会）、业主一方、物业，可改");
const OWNERS_SIDE = ["owners-committee", "property-committee", "owner-representative"];

/**
 * 红色物业三方会议: door to door → fed back to the property company → what it cannot solve goes to the three parties. Reports name the meeting,
 * the three in one and the feedback point to point; that only what the company cannot solve comes up is practice elsewhere; who the three
 * are, days and unanimity are ours. The nine owners' matters are the owners' by law, and stopped at two gates.
 */
export const redProperty = defineMethod({
  id: "red-property",
  name: "红色物业三方会议",
  version: 1,
  family: "deliberation",
  summary:
    "走栋入户收来的物业问题，先点对点反馈给物业；物业自己解决不了的，社区、业主、物业三方坐下来谈，三方都同意才算共识，不一致就记分歧。九类业主事项只出建议，交业主共同决定。",
  note: "材料没有写“三方”是谁、多久开一次，请照本地物业党建文件改；有的地方一般每月一次。街道召集的物业管理联席会议是另一级，单独有一套办法。",
  voting: "opinion",
  sources: [THREE_SIDED, ALLIANCE, NINGYANG, byDefault("三方名单、天数、三方一致才算共识由工具给出，请按本地文件改")],
  seats: [
    fixed("community", "社区党组织（居委会）", WHO),
    fixed("property-manager", "物业服务企业", WHO),
    flexible("owners-committee", "业主委员会", WHO),
    flexible("property-committee", "物业管理委员会", WHO),
    flexible("owner-representative", "业主代表", WHO),
    flexible("grid-worker", "网格员", NINGYANG),
    flexible("police", "片区民警", NINGYANG),
    flexible("party-concerned", "当事人", byDefault("议到谁的事，请谁到场")),
  ],
  stages: [
    {
      id: "collect",
      name: "走栋入户，收问题",
      kind: "collect",
      who: "网格员、物业、楼栋党员报，工作人员记",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "点对点反馈物业",
          to: "property-reply",
          gate: [...NAMED, ...NOT_THE_OWNERS],
        },
        toOwners(),
      ],
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: ALLIANCE,
    },
    {
      id: "property-reply",
      name: "物业先办、先答复",
      kind: "assign",
      who: "物业服务企业",
      gate: [line("property-reply", "记下物业的答复", "propertyReply", ALLIANCE)],
      exits: [
        { event: "advance", label: "物业自己解决不了，上会", to: "notice" },
        { event: "property-solved", label: "物业已解决，回告当事人", to: "feedback", gate: [DONE_NOTE] },
      ],
      deadline: { text: "3 日内答复", days: 3, kind: "calendar", source: byDefault("物业 3 日内答复，可改") },
      documents: ["action-notice"],
      exceptions: [returnTo("collect"), WITHDRAW],
      source: NINGYANG,
    },
    {
      id: "notice",
      name: "定议题，通知三方",
      kind: "notice",
      who: "社区党组织书记",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "到日子，开会",
          to: "meeting",
          gate: [
            line("meeting-on", "写明开会日期", "meetingOn", NINGYANG, DAY),
            line("invited", "列出通知了哪些人", "invited", NINGYANG, LISTED),
          ],
        },
      ],
      deadline: { text: "会前 3 日通知", days: 3, kind: "calendar", source: byDefault("会前 3 日通知，可改") },
      documents: ["meeting-notice", "issue-list"],
      exceptions: [
        urgent("meeting", byDefault("突发的物业问题可以马上碰头，会后补公告")),
        postpone("notice"),
        MERGE,
        WITHDRAW,
      ],
      source: NINGYANG,
    },
    {
      id: "meeting",
      name: "三方会议",
      kind: "deliberate",
      who: "社区党组织书记召集，三方到会",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "说完，三方表态",
          to: "opinion",
          gate: [
            line("community-property", "社区和物业都到会", "seatsPresent", byDefault("物业必须到会"), {
              op: "includes-all",
              value: ["community", "property-manager"],
            }),
            line("owners-side", "业主一方有人到会", "seatsPresent", WHO, {
              op: "includes-some",
              value: OWNERS_SIDE,
              least: 1,
            }),
            DISCUSSED,
          ],
        },
      ],
      documents: ["attendance-sheet", "record"],
      exceptions: [adjourn("meeting"), nextTime("notice"), noQuorum("notice"), WITHDRAW],
      source: THREE_SIDED,
    },
    {
      id: "opinion",
      name: "三方表态",
      kind: "decide",
      who: "社区、业主、物业各表一次态",
      gate: [],
      exits: opinionExits(),
      documents: ["record", "minutes"],
      exceptions: [adjourn("opinion"), nextTime("notice"), WITHDRAW],
      source: byDefault("三方一致才算共识"),
    },
    differencesStage("社区党组织书记", "notice", ["街道物业管理联席会议", "综合执法进小区", "人民调解", "诉讼"]),
    ownersStage("collect"),
    carryOutStage(),
    work({ who: "三方定下的责任人" }),
    recheckStage("社区复查，告知当事人"),
    publishStage(),
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
