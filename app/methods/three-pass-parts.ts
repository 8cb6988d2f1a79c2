import { HANDS, ONE_FOUR_X_SEATS } from "./one-four-x-seats.ts";
import {
  byDefault,
  CIVIL_CODE,
  CONFIRMED,
  ESCALATE,
  ending,
  line,
  MERGE,
  NAMED,
  REJECT,
  RESIDENTS_LAW,
  reconsider,
  returnTo,
  SPLIT,
  WITHDRAW,
  when,
  XIXIA,
} from "./parts.ts";
import { ELEMENTS, posted, posting, report, type StageDraft, setDeadline, work } from "./work.ts";

/**
 * 一提二审三通过 has two readings: first raise, second review, third pass; or one raising, two reviews, three passes. The report gives the
 * eight characters and nothing else, so everything here is ours and says so; both readings are made of these pieces.
 */
export const THREE_PASS = XIXIA("“一提二审三通过”工作法");

export const ADAPT =
  "原材料只有这八个字，怎么提、怎么审、怎么通过都是通用示例。请以紫金街道印发的文件为准，照文件改好再用。";
const ALIKE = byDefault("通用示例，请以紫金街道的文件为准");
const WHOLE = byDefault("提案要素齐了才能审");

export const GENERAL = "一般事项";
const ALL_RESIDENTS = "涉及全体居民";
const OWNERS_COMMON = "涉及业主共有";

export const THREE_PASS_SEATS = ONE_FOUR_X_SEATS;

/** 一提: the five things a proposal says. They stay when it is sent back. */
export const propose = (to: string): StageDraft => ({
  id: "propose",
  name: "一提",
  kind: "collect",
  who: "居民、网格员、楼栋长提，网格党组织书记形成提案",
  gate: [
    line("cause", "写明事由", "cause", WHOLE),
    line("appeal", "写明诉求", "appeal", WHOLE),
    line("households", "写明影响多少户", "households", WHOLE, { op: "at-least", value: 1 }),
    line("approach", "写明打算怎么办", "approach", WHOLE),
    line("money", "写明涉及多少资金（没有就写没有）", "money", WHOLE),
  ],
  exits: [{ event: "advance", label: "提案成形，送审", to, gate: NAMED }],
  deadline: { text: "3 日内成形", days: 3, kind: "calendar", source: byDefault("3 日内形成提案") },
  documents: ["proposal-form"],
  exceptions: [returnTo("propose", "要素不全，退给提议人补"), REJECT, MERGE, SPLIT, WITHDRAW],
  source: THREE_PASS,
});

export const REVIEWED = [
  line("legal", "合不合法审过了，可以办", "legal", ALIKE, CONFIRMED),
  line("feasible", "办不办得成审过了，可行", "feasible", ALIKE, CONFIRMED),
  line("funding", "钱从哪里来写明白了", "funding", ALIKE),
  line("department", "写明主责部门", "leadDepartment", ALIKE),
  line("no-veto", "四方都没有否决意见", "noVeto", ALIKE, CONFIRMED),
];
/** What kind of matter it is decides who decides. */
export const NATURE = line("nature", "选明事项性质，由此定谁来通过", "nature", byDefault("按事项性质选通过的机关"), {
  op: "one-of",
  value: [GENERAL, ALL_RESIDENTS, OWNERS_COMMON],
});
export const PARTY_FIRST = when(
  "nature",
  [ALL_RESIDENTS],
  line("party-first", "社区党组织已先研究讨论", "partyDiscussed", RESIDENTS_LAW("第30条"), CONFIRMED),
);
export const SIGNED = line("signed", "网格党组织书记签字同意上会", "secretarySigned", ALIKE, CONFIRMED);

/** Ways out of a review besides its consent. */
export const reviewWays = (back: string, label: string) => [returnTo(back, label), REJECT, ESCALATE, WITHDRAW];

/** 审: sent back, refused, sent up, or passed on. */
export const review = (
  more: Partial<StageDraft> & Pick<StageDraft, "id" | "name" | "who" | "gate" | "exits">,
): StageDraft => ({
  kind: "review",
  deadline: { text: "5 日内审完", days: 5, kind: "calendar", source: byDefault("5 日内审完") },
  documents: ["review-opinion"],
  exceptions: reviewWays("propose", "退回修改"),
  source: ALIKE,
  ...more,
});

/** Only a matter of this kind goes this way. */
export const only = (...natures: string[]) =>
  line("nature", `事项性质是“${natures.join("”或“")}”`, "nature", byDefault("按事项性质选通过的机关"), {
    op: "one-of",
    value: natures,
  });

export const HANDS_AGAINST = {
  ...HANDS,
  id: "hands-against",
  text: "举手：没有过半",
  test: { op: "fails" as const, rules: ["present-majority"] },
};

/** The bodies that the law asks for; the general matter needs none of them. */
export const STATUTORY: Pick<StageDraft, "decisions"> = {
  decisions: [
    {
      method: "resident-representatives",
      label: "提交居民代表会议决定",
      gate: [only(ALL_RESIDENTS)],
      source: RESIDENTS_LAW("第28条、第30条、第32条"),
    },
    {
      method: "residents-meeting",
      label: "提交居民会议决定",
      gate: [only(ALL_RESIDENTS)],
      source: RESIDENTS_LAW("第26条、第27条、第32条"),
    },
    {
      method: "owners-decision",
      label: "提交业主共同决定",
      gate: [only(OWNERS_COMMON)],
      source: CIVIL_CODE("第278条"),
    },
  ],
};
/** Back from the body that decided. */
export const DECIDED: StageDraft["exits"] = [
  { event: "decision-passed", label: "依法通过，去交办", to: "assign", after: "passed" },
  { event: "decision-failed", label: "依法表决未通过", to: "not-passed", after: "failed" },
];

/** 通过 on the spot, with the four elements at once. */
export const passAndSetDeadline = (gate: StageDraft["gate"]) => ({
  ...setDeadline("execute", { gate }),
  label: "通过，限期办理",
});
/** A show of hands that fell short: back to whoever raised it. */
export const notPassed = (gate: StageDraft["gate"]): StageDraft["exits"][number] => ({
  event: "not-passed",
  label: "没过半，退回修改再提",
  to: "propose",
  gate,
  counts: ["returned"],
});

export const NOT_PASSED = ending("not-passed", "依法表决未通过");

/** 交办 · 办理 · 回告 · 公布, after whichever body has passed it; 复议 goes back to `reviewed`. */
export const afterPassing = (reviewed: string): StageDraft[] => [
  {
    id: "assign",
    name: "交办",
    kind: "assign",
    who: "网格党组织书记",
    gate: ELEMENTS,
    exits: [{ event: "advance", label: "交给责任人", to: "execute" }],
    deadline: { text: "3 日内交办", days: 3, kind: "calendar", source: byDefault("通过后 3 日内交办") },
    documents: ["action-notice"],
    exceptions: [ESCALATE, reconsider(reviewed)],
    source: ALIKE,
  },
  work(),
  report("publish"),
  posted("publish", "结果公布", {
    to: "settled",
    gate: posting("result"),
    source: RESIDENTS_LAW("第34条"),
  }),
];
