import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
  DECLINED,
  DISCUSSED,
  ESCALATE,
  ESCALATED,
  ending,
  fixed,
  flexible,
  LISTED,
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
  SHANGDANG,
  SPLIT,
  SPLIT_UP,
  URGENT_MADE_UP,
  urgent,
  WITHDRAW,
  WITHDRAW_WITH_CONSENT,
  WITHDRAWN,
  when,
} from "./parts.ts";
import { DECLINE, nextTime, report, resolveNow, setDeadline, unrated, work } from "./work.ts";

const LANE = SHANGDANG("小区（网格）“1+2+N”议事机制");
const WHO = byDefault("1、2、N 指谁，材料没有写；这里是建议，可改");
const EACH_SIGNS = byDefault("采光、接电这类邻里权利，不拿多数压少数，相关户要逐户同意");
const MAJORITY = byDefault("不碰邻里权利的事，实到过半即可");

const TOUCHED = "涉及相邻权";
const UNTOUCHED = "不涉及";
const NEIGHBOURS = line("neighbours", "选明是否涉及相邻权", "neighbouring", EACH_SIGNS, {
  op: "one-of",
  value: [TOUCHED, UNTOUCHED],
});
const AFFECTED = when(
  "neighbouring",
  [TOUCHED],
  line("affected", "列出相关户，一行一户", "affectedHouseholds", EACH_SIGNS, LISTED),
);
const SIGNED = when(
  "neighbouring",
  [TOUCHED],
  line("signed", "相关户逐户签了字", "signatures", EACH_SIGNS, { op: "covers", of: "affectedHouseholds" }),
);
const VOTED = when(
  "neighbouring",
  [UNTOUCHED],
  line("vote", "实到的人过半同意", "vote", MAJORITY, { op: "passes", rules: ["present-majority"] }),
);
/** Looked at again even when it was done at once: an urgent talk is made up for there. */
const ON_THE_SPOT = resolveNow("feedback");
/** Every affected household has signed; or, where no neighbour's right is touched, most of those present agree. */
const AGREED = [AFFECTED, SIGNED, VOTED];

/** One of the two sides of “2”: owners' committee and property, or steward and residents' representative. */
const side = (id: string, name: string) => ({ id, name, kind: "fixed" as const, source: WHO });
const SIDES = ["owners-committee", "property-manager", "lane-steward", "resident-representative"];

/**
 * 1+2+N and 小巷议事会: a talk at the mouth of the lane. The report names the mechanism, the steward and what was solved (paving, daylight,
 * safe wiring); who 1, 2 and N are, the steps and the thresholds are ours. Where a neighbour's right is touched nobody is outvoted:
 * each affected household signs, or the matter goes to mediation or to a department.
 */
export const oneTwoN = defineMethod({
  id: "one-two-n",
  name: "“1+2+N”小巷议事会",
  version: 1,
  family: "deliberation",
  status: "example",
  summary:
    "小巷管家收问题，支部书记定题，大家到巷口议。碰到采光、接电这类邻里权利，相关户逐户签字才算数；别的事实到过半。谈不拢的，转人民调解或有关部门。",
  note: `“1”“2”“N”各是谁，公开资料没有写，请照上党区印发的“1+2+N”文件改席位和关口。${POST_IT_TOO}`,
  voting: "opinion",
  sources: [LANE, SHANGDANG("小巷议事会、小巷管家"), byDefault("步骤、席位、关口和天数由工具给出，请按本地文件改")],
  seats: [
    fixed("branch-secretary", "小区（网格）党支部书记", WHO),
    side("owners-committee", "业委会（自管会）"),
    side("property-manager", "物业"),
    side("lane-steward", "小巷管家"),
    side("resident-representative", "居民代表"),
    flexible("household-concerned", "利益相关户", WHO),
    flexible("grid-worker", "网格员", WHO),
    flexible("police-officer", "民警", WHO),
    flexible("department", "有关部门", WHO),
  ],
  stages: [
    {
      id: "collect",
      name: "收集问题",
      kind: "collect",
      who: "小巷管家",
      gate: [],
      exits: [{ event: "advance", label: "报支部书记定题", to: "topic", gate: NAMED }],
      documents: ["issue-list"],
      exceptions: [
        urgent("talk", byDefault("用电等安全急事可以马上到巷口议，事后补公告")),
        REJECT,
        MERGE,
        SPLIT,
        WITHDRAW,
      ],
      source: SHANGDANG("小巷管家"),
    },
    {
      id: "topic",
      name: "书记定题",
      kind: "review",
      who: "小区（网格）党支部书记",
      gate: [],
      exits: [{ event: "advance", label: "定题，约到巷口议", to: "talk", gate: [NEIGHBOURS, AFFECTED] }],
      deadline: { text: "3 个工作日内", days: 3, kind: "working", source: byDefault("受理 3 个工作日内答复，可改") },
      documents: ["meeting-notice"],
      exceptions: [returnTo("collect"), REJECT, ESCALATE, WITHDRAW],
      source: byDefault("支部书记定题，先看碰不碰邻里权利"),
    },
    {
      id: "talk",
      name: "巷口议事",
      kind: "deliberate",
      who: "支部书记、两方代表和相关的各家各户",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "议出办法，请大家确认",
          to: "confirm",
          gate: [
            line("seat-one", "支部书记到会（“1”）", "seatsPresent", WHO, {
              op: "includes-all",
              value: ["branch-secretary"],
            }),
            line("seats-two", "“2”到会：业委会、物业、小巷管家、居民代表里至少两方", "seatsPresent", WHO, {
              op: "includes-some",
              value: SIDES,
              least: 2,
            }),
            DISCUSSED,
          ],
        },
      ],
      documents: ["attendance-sheet", "record"],
      exceptions: [nextTime("topic"), adjourn("talk"), WITHDRAW],
      source: SHANGDANG("小巷议事会"),
    },
    {
      id: "confirm",
      name: "签字确认",
      kind: "decide",
      who: "相关户签字；不涉及相邻权的，到会的人举手",
      gate: [NEIGHBOURS],
      exits: [
        setDeadline("execute", { gate: AGREED }),
        { ...ON_THE_SPOT, gate: [...AGREED, ...(ON_THE_SPOT.gate ?? [])] },
        {
          event: "talk-again",
          label: "没过半，再议一次",
          to: "talk",
          counts: ["discussed", "talkedAgain"],
          gate: [
            line("only-majority", "不涉及相邻权", "neighbouring", MAJORITY, { op: "one-of", value: [UNTOUCHED] }),
            line("vote-failed", "举手没有过半", "vote", MAJORITY, { op: "fails", rules: ["present-majority"] }),
          ],
        },
        {
          event: "mediate",
          label: "谈不拢，转人民调解",
          to: "mediation",
          counts: ["discussed"],
          gate: [line("disagreement", "写明谈不拢在哪里", "disagreement", EACH_SIGNS)],
        },
        {
          event: "to-department",
          label: "谈不拢，转有关部门",
          to: "department",
          counts: ["discussed"],
          gate: [
            line("disagreement", "写明谈不拢在哪里", "disagreement", EACH_SIGNS),
            line("department", "写明转给哪个部门", "departmentAsked", EACH_SIGNS),
          ],
        },
        DECLINE,
      ],
      documents: ["consent-form", "record"],
      rules: ["present-majority"],
      exceptions: [nextTime("topic"), adjourn("confirm"), ESCALATE, WITHDRAW_WITH_CONSENT],
      source: EACH_SIGNS,
    },
    work({ name: "施工办理", who: "施工和承办的责任人" }),
    report("settled", {
      name: "复查回告",
      who: "小巷管家和相关户一起看",
      exits: [
        { event: "advance", label: "复查好了，办结", to: "settled", gate: [RATED, URGENT_MADE_UP] },
        unrated("settled", { gate: [URGENT_MADE_UP] }),
      ],
      documents: ["patrol-record", "feedback-notice"],
    }),
    SETTLED,
    DECLINED,
    ending("mediation", "已转人民调解"),
    ending("department", "已转有关部门"),
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
