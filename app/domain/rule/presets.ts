import { DomainError } from "#app/domain/errors.ts";
import type { Source } from "#app/domain/source.ts";
import { COUNCILS, LOCAL } from "./practice.ts";
import {
  HALF_OR_MORE,
  heads,
  households,
  MORE_THAN_HALF,
  MORE_THAN_TWO_THIRDS,
  ONE_THIRD_OR_MORE,
  PRESENT_OF_DUE,
  THREE_QUARTERS_OR_MORE,
  TWO_THIRDS_OR_MORE,
  VOTING_OF_DUE,
  VOTING_OF_TOTAL,
} from "./thresholds.ts";
import type { Condition, Rule } from "./types.ts";

const residentsLaw = (article: string): Source => ({
  kind: "law",
  ref: "《中华人民共和国城市居民委员会组织法》（2025年修订）",
  article,
  inForce: "2026-01-01",
});
const villagersLaw = (article: string): Source => ({
  kind: "law",
  ref: "《中华人民共和国村民委员会组织法》（2025年修正）",
  article,
  inForce: "2026-01-01",
});
const civilCode = (article: string): Source => ({
  kind: "law",
  ref: "《中华人民共和国民法典》",
  article,
  inForce: "2021-01-01",
});

const election = {
  ...heads,
  labels: { due: "应参加", participating: "参加投票", for: "得票" },
} satisfies Partial<Rule>;
const owners = {
  measures: ["heads", "area"],
  unit: "人",
  labels: { total: "全体业主", participating: "参与表决业主" },
} satisfies Partial<Rule>;

const CITY: readonly Rule[] = [
  {
    ...heads,
    id: "resident-representatives",
    name: "居民代表会议",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    source: residentsLaw("第28条、第29条"),
  },
  {
    ...heads,
    id: "residents-meeting",
    name: "居民会议（18周岁以上居民）",
    quorum: { ...MORE_THAN_HALF, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    source: residentsLaw("第26条、第27条"),
  },
  {
    ...households,
    id: "residents-meeting-by-household",
    name: "居民会议（户的代表）",
    quorum: { ...MORE_THAN_HALF, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    source: residentsLaw("第26条、第27条"),
  },
  {
    ...election,
    id: "committee-election",
    name: "居委会选举（居民或户的代表投票）",
    quorum: { ...MORE_THAN_HALF, ...VOTING_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "participating" },
    source: residentsLaw("第14条至第19条"),
  },
  {
    ...election,
    id: "committee-election-by-representatives",
    name: "居委会选举（居民代表投票）",
    quorum: { ...MORE_THAN_TWO_THIRDS, ...VOTING_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "participating" },
    source: residentsLaw("第19条"),
  },
  {
    ...election,
    id: "committee-election-rerun",
    name: "居委会另行选举（居民或户的代表投票）",
    quorum: { ...MORE_THAN_HALF, ...VOTING_OF_DUE },
    pass: { ...ONE_THIRD_OR_MORE, over: "participating" },
    source: residentsLaw("第14条至第19条"),
  },
];

const VILLAGE: readonly Rule[] = [
  {
    ...heads,
    id: "villager-representatives",
    name: "村民代表会议",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    source: villagersLaw("第29条、第30条"),
  },
  {
    ...heads,
    id: "villagers-meeting",
    name: "村民会议（18周岁以上村民）",
    quorum: { ...MORE_THAN_HALF, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    source: villagersLaw("第25条、第26条"),
  },
  {
    ...households,
    id: "villagers-meeting-by-household",
    name: "村民会议（户的代表）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    source: villagersLaw("第25条、第26条"),
  },
  {
    ...heads,
    id: "villager-group",
    name: "村民小组会议（18周岁以上村民）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    source: villagersLaw("第32条"),
  },
  {
    ...households,
    id: "villager-group-by-household",
    name: "村民小组会议（户的代表）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    source: villagersLaw("第32条"),
  },
];

const OWNERS: readonly Rule[] = [
  {
    ...owners,
    id: "owners-general",
    name: "业主共同决定（一般事项）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...VOTING_OF_TOTAL },
    pass: { ...MORE_THAN_HALF, over: "participating" },
    source: civilCode("第278条"),
  },
  {
    ...owners,
    id: "owners-special",
    name: "业主共同决定（特别事项）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...VOTING_OF_TOTAL },
    pass: { ...THREE_QUARTERS_OR_MORE, over: "participating" },
    source: civilCode("第278条"),
  },
  {
    ...heads,
    id: "owners-affected",
    name: "住宅改作经营用房（有利害关系的业主）",
    quorum: null,
    pass: { numerator: 1, denominator: 1, inclusive: true, over: "total" },
    labels: { total: "有利害关系的业主" },
    source: civilCode("第279条"),
  },
  {
    ...heads,
    id: "owners-committee",
    name: "业主委员会会议",
    quorum: { ...MORE_THAN_HALF, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "due" },
    labels: { due: "全体委员" },
    source: { kind: "public", ref: "青岛、河南、北京、杭州等地物业管理地方规定" },
  },
  {
    ...heads,
    id: "owners-committee-shandong",
    name: "业主委员会会议（山东）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "due" },
    labels: { due: "全体委员" },
    source: { kind: "public", ref: "山东省物业管理地方规定" },
  },
];

const COLLECTIVE: readonly Rule[] = [
  {
    ...heads,
    id: "collective-assembly",
    name: "农村集体经济组织成员大会",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...TWO_THIRDS_OR_MORE, over: "due" },
    labels: { due: "全体成员", present: "参加成员" },
    source: {
      kind: "law",
      ref: "《中华人民共和国农村集体经济组织法》",
      article: "第26条至第28条",
      inForce: "2025-05-01",
    },
  },
];

const OTHERS: readonly Rule[] = [
  {
    ...heads,
    id: "party-members",
    name: "党支部党员大会",
    quorum: { ...HALF_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "due" },
    labels: { due: "应到有表决权党员", present: "到会有表决权党员" },
    source: { kind: "law", ref: "《中国共产党支部工作条例（试行）》", article: "第11条", inForce: "2018-10-28" },
  },
  {
    ...heads,
    id: "roundtable-majority",
    name: "圆桌会议举手（实到过半）",
    quorum: null,
    pass: { ...MORE_THAN_HALF, over: "present" },
    labels: { present: "实到" },
    source: { kind: "default", ref: "出厂默认：协商不设法定人数，有异议时举手，实到过半；可改" },
  },
];

/** Every preset, national law first. Regional rules come on top with `withConditions`. */
export const RULES: readonly Rule[] = [...CITY, ...VILLAGE, ...COLLECTIVE, ...OWNERS, ...OTHERS, ...LOCAL, ...COUNCILS];

/** Those that a meeting room can count: by heads. */
export const ROOM_RULES: readonly Rule[] = RULES.filter((rule) => !rule.measures.includes("area"));
export const isRoomRule = (id: string): boolean => ROOM_RULES.some((rule) => rule.id === id);

/** Shandong: of the women among the villagers' representatives, two thirds or more must be present (counts in `Counts.extra`). */
export const SHANDONG_WOMEN: Condition = {
  ...TWO_THIRDS_OR_MORE,
  id: "women-representatives",
  of: "womenPresent",
  ofLabel: "到会妇女代表",
  over: "womenDue",
  overLabel: "妇女代表总数",
  source: { kind: "public", ref: "山东省村民代表会议地方规定" },
};

/** The rule with local conditions added: statute and local rule must both hold. */
export function withConditions(rule: Rule, conditions: readonly Condition[]): Rule {
  return { ...rule, conditions: [...(rule.conditions ?? []), ...conditions] };
}

/** A preset by id. */
function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}

/** A preset by id; `not-found` where there is none. */
export function requireRule(id: string): Rule {
  const rule = ruleById(id);
  if (!rule) throw new DomainError("not-found", { rule: id });
  return rule;
}
