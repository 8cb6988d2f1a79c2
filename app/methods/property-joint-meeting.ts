import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
  DAY,
  DECLINED,
  DISCUSSED,
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
  urgent,
  WITHDRAW,
  WITHDRAWN,
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

const JOINT = SHANGDANG("物业党建联席会议");
const STREET = publicly("《青岛市物业管理条例》第82条、《山东省物业管理条例》第74条：由街道召集");
const MEMBERS = byDefault("参加单位照当地物业管理条例核对");
const OWNERS_SIDE = ["owners-committee", "owner-representative"];

/**
 * 物业管理联席会议: one level above the community's meeting of three; the street calls it. Who convenes is in the regulations of Qingdao and
 * Shandong; what it coordinates and who sits there they list too, but our list is only a proposal to be checked against the local text.
 */
export const propertyJointMeeting = defineMethod({
  id: "property-joint-meeting",
  name: "物业管理联席会议",
  version: 1,
  family: "deliberation",
  summary:
    "社区谈不拢的物业问题，由街道召集居委会、业主、物业和有关部门开联席会议协调。社区、业主、物业三方都同意才算共识，不一致记分歧；九类业主事项转业主共同决定。",
  note: "当地物业管理条例写明了参加单位和协调哪几类事，请照条例改席位和分类。联席会议只协调，不代替业主决定，也不代替执法。",
  voting: "opinion",
  sources: [STREET, JOINT, byDefault("席位、分类、天数由工具给出，请按当地条例改")],
  seats: [
    fixed("street", "街道办事处（召集、主持）", STREET),
    fixed("community", "社区党组织（居委会）", MEMBERS),
    fixed("property-manager", "物业服务企业", MEMBERS),
    flexible("owners-committee", "业主委员会", MEMBERS),
    flexible("owner-representative", "业主代表", MEMBERS),
    flexible("housing", "住建部门", MEMBERS),
    flexible("police", "公安派出所", MEMBERS),
    flexible("enforcement", "综合执法", MEMBERS),
    flexible("party-concerned", "当事人", byDefault("议到谁的事，请谁到场")),
  ],
  stages: [
    {
      id: "submit",
      name: "社区提交",
      kind: "collect",
      who: "社区、业主委员会或物业提交",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "街道受理，召集会议",
          to: "summon",
          gate: [
            ...NAMED,
            line("coordination-kind", "选明要协调哪类事", "coordinationKind", byDefault("分类照当地条例改"), {
              op: "one-of",
              value: [
                "业主委员会履职和换届",
                "物业服务合同履行",
                "物业退出和交接",
                "费用和公共收益纠纷",
                "突发事件",
                "其他",
              ],
            }),
            line("tried-before", "写明社区协商到什么程度", "triedBefore", byDefault("先在社区谈，谈不拢再上街道")),
            ...NOT_THE_OWNERS,
          ],
        },
        toOwners(),
      ],
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, WITHDRAW],
      source: JOINT,
    },
    {
      id: "summon",
      name: "街道召集",
      kind: "notice",
      who: "街道办事处",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "到日子，开会",
          to: "meeting",
          gate: [
            line("meeting-on", "写明开会日期", "meetingOn", STREET, DAY),
            line("invited", "列出通知了哪些单位", "invited", STREET, LISTED),
          ],
        },
      ],
      deadline: { text: "会前 3 日通知", days: 3, kind: "calendar", source: byDefault("会前 3 日通知，可改") },
      documents: ["meeting-notice", "invitation"],
      exceptions: [
        urgent("meeting", byDefault("突发的物业问题可以马上碰头，会后补公告")),
        postpone("summon"),
        returnTo("submit"),
        WITHDRAW,
      ],
      source: STREET,
    },
    {
      id: "meeting",
      name: "联席会议",
      kind: "deliberate",
      who: "街道主持，各方到会",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "说完，三方表态",
          to: "opinion",
          gate: [
            line("called", "街道、社区、物业都到会", "seatsPresent", STREET, {
              op: "includes-all",
              value: ["street", "community", "property-manager"],
            }),
            line("owners-side", "业主一方有人到会", "seatsPresent", MEMBERS, {
              op: "includes-some",
              value: OWNERS_SIDE,
              least: 1,
            }),
            DISCUSSED,
          ],
        },
      ],
      documents: ["attendance-sheet", "record"],
      exceptions: [adjourn("meeting"), nextTime("summon"), noQuorum("summon"), WITHDRAW],
      source: STREET,
    },
    {
      id: "opinion",
      name: "形成意见",
      kind: "decide",
      who: "社区、业主、物业表态，部门答复",
      gate: [],
      exits: opinionExits(),
      documents: ["record", "minutes"],
      exceptions: [adjourn("opinion"), nextTime("summon"), WITHDRAW],
      source: byDefault("三方一致才算共识"),
    },
    differencesStage("街道办事处", "summon", ["区级主管部门", "综合执法进小区", "人民调解", "诉讼"]),
    ownersStage("submit"),
    carryOutStage(),
    work({ who: "会上定下的责任单位" }),
    recheckStage("街道、社区复查，告知当事人"),
    publishStage(),
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    ESCALATED,
  ],
});
