import {
  byDefault,
  CIVIL_CODE,
  CONFIRMED,
  DAY,
  ESCALATE,
  line,
  RESIDENTS_LAW,
  reconsider,
  returnTo,
  URGENT_MADE_UP,
  WITHDRAW_WITH_CONSENT,
  XIGU,
} from "./parts.ts";
import { ELEMENTS, posted, posting, report, type StageDraft, setDeadline, work } from "./work.ts";

/** Steps six and seven of the 七步议事法: one of four ways for what was agreed, three where nothing was, then the posting. */
const OURS = byDefault("七步的名称和次序出自材料，关口由工具给出");
const SEVEN = XIGU("居民议事会“七步议事法”");
const FIRST_POSTED = byDefault("协商结果 3 日内首次公示，办结再公示");

/**
 * ② ③ ④ of step six: where the opinion goes when the committee does not carry it out by itself. That the Party organisation discusses it
 * first (居组法 30) is asked by the residents' decision itself.
 */
const AWAY: StageDraft["exits"] = [
  { event: "to-residents", label: "二、提交居民（代表）会议", to: "residents" },
  {
    event: "to-street",
    label: "三、报街道或部门",
    to: "street",
    gate: [line("reported-to", "写明报给谁", "reportedTo", OURS)],
  },
  {
    event: "to-owners",
    label: "四、转业主大会",
    to: "owners",
    gate: [line("owners-matter", "写明属于业主共同决定的哪一项", "ownersMatter", CIVIL_CODE("第278条"))],
  },
];

/** 结果运用: one of four ways must be taken. */
const used = (stage: Pick<StageDraft, "id" | "name" | "exits">): StageDraft => ({
  kind: "assign",
  who: "居民委员会",
  gate: [URGENT_MADE_UP],
  deadline: {
    text: "3 日内定去向，结果首次公示",
    days: 3,
    kind: "calendar",
    source: byDefault("协商后 3 日内定去向，结果首次公示"),
  },
  documents: ["minutes", "action-notice", "result-notice"],
  exceptions: [reconsider("talk"), WITHDRAW_WITH_CONSENT],
  source: SEVEN,
  ...stage,
});

/** A body beside the council decides; what passed is carried out, what failed is told and posted too. */
const decidedBy = (stage: Pick<StageDraft, "id" | "name" | "who" | "decisions">): StageDraft => ({
  kind: "assign",
  gate: [],
  exits: [
    { event: "decision-passed", label: "依法通过，去办理", to: "assign", after: "passed" },
    { event: "decision-failed", label: "依法表决未通过，公布", to: "publish", after: "failed" },
  ],
  documents: ["meeting-notice"],
  exceptions: [returnTo("talk", "退回议事会再协商"), WITHDRAW_WITH_CONSENT],
  source: OURS,
  ...stage,
});

/** 结果运用 and 反馈公示, with the bodies that the result may go to in between. */
export const RESULT_STAGES: StageDraft[] = [
  used({
    id: "use",
    name: "结果运用",
    exits: [{ ...setDeadline(), label: "一、居委会直接办", counts: [] }, ...AWAY],
  }),
  used({ id: "use-open", name: "结果运用（没有达成一致）", exits: AWAY }),
  decidedBy({
    id: "residents",
    name: "等居民（代表）会议决定",
    who: "居民委员会召集",
    decisions: [
      {
        method: "resident-representatives",
        label: "提交居民代表会议决定",
        source: RESIDENTS_LAW("第28条、第32条"),
      },
      { method: "residents-meeting", label: "提交居民会议决定", source: RESIDENTS_LAW("第26条、第32条") },
    ],
  }),
  decidedBy({
    id: "owners",
    name: "等业主共同决定",
    who: "业主大会或业主委员会召集",
    decisions: [{ method: "owners-decision", label: "提交业主共同决定", source: CIVIL_CODE("第278条") }],
  }),
  {
    id: "street",
    name: "等街道或部门答复",
    kind: "assign",
    who: "街道、部门",
    gate: [line("street-reply", "写明上级怎么答复", "streetReply", OURS)],
    exits: [
      { event: "advance", label: "交回社区办", to: "assign" },
      { event: "answered", label: "上级自己办，去反馈", to: "publish" },
    ],
    deadline: { text: "15 日内问结果", days: 15, kind: "calendar", source: byDefault("报上去 15 日内问结果") },
    documents: ["action-notice"],
    exceptions: [returnTo("talk", "退回议事会再协商"), WITHDRAW_WITH_CONSENT],
    source: OURS,
  },
  {
    id: "assign",
    name: "交办",
    kind: "assign",
    who: "居民委员会",
    gate: ELEMENTS,
    exits: [{ event: "advance", label: "交给责任人", to: "execute" }],
    documents: ["action-notice"],
    exceptions: [ESCALATE],
    source: OURS,
  },
  work(),
  report("publish", { name: "办结回访" }),
  posted("publish", "反馈公示", {
    to: "settled",
    gate: [
      line("first-posted-on", "写明协商结果哪天首次公示", "firstPostedOn", FIRST_POSTED, DAY),
      ...posting("result"),
      line(
        "dissenters-told",
        "给不同意的人单独说明过（没有就勾上）",
        "dissentersTold",
        byDefault("对有不同意见的群众做好解释"),
        CONFIRMED,
      ),
      line("told-by", "公布里列明协商的事和落实情况", "fulfilment", RESIDENTS_LAW("第34条第五项")),
    ],
    deadline: { text: "公布不少于 15 日", days: 15, kind: "calendar", source: RESIDENTS_LAW("第34条") },
    documents: ["result-notice", "feedback-notice", "objection-form", "rating-form"],
    source: SEVEN,
  }),
];
