import { DomainError } from "#app/domain/errors.ts";
import { residentsLaw, villagersLaw } from "./laws.ts";
import { OWNERS } from "./owners.ts";
import { COUNCILS, LOCAL, PARTY, ROUNDTABLE } from "./practice.ts";
import { RULES } from "./presets.ts";
import { CITY } from "./residents.ts";
import {
  FOUR_FIFTHS_OR_MORE,
  heads,
  households,
  ONE_FIFTH_OR_MORE,
  ONE_TENTH_OR_MORE,
  ONE_THIRD_OR_MORE,
} from "./thresholds.ts";
import type { Rule } from "./types.ts";
import { COLLECTIVE, VILLAGE } from "./villagers.ts";

/*
 * Shares of a whole that no poll decides: who may demand that a meeting be called, and who must make up an assembly. They have a rule's shape
 * and are reckoned by the same engine, and stand apart from `RULES`, so that no poll can be opened by one.
 */

const REPRESENTATIVES = { due: "全体居民代表", for: "提议的居民代表" } as const;
const VILLAGE_REPRESENTATIVES = { due: "全体村民代表", for: "提议的村民代表" } as const;

/** 提议权: with so many behind it, the committee must call the meeting. */
export const PROPOSALS: readonly Rule[] = [
  {
    ...heads,
    id: "propose-residents-meeting",
    name: "提议召开居民会议（18周岁以上居民）",
    quorum: null,
    pass: { ...ONE_TENTH_OR_MORE, over: "due" },
    labels: { due: "全体18周岁以上居民", for: "提议的居民" },
    source: residentsLaw("第26条、第27条"),
  },
  {
    ...households,
    id: "propose-residents-meeting-by-household",
    name: "提议召开居民会议（户的代表）",
    quorum: null,
    pass: { ...ONE_TENTH_OR_MORE, over: "due" },
    labels: { due: "全体户", for: "提议的户" },
    source: residentsLaw("第26条、第27条"),
  },
  {
    ...heads,
    id: "propose-residents-meeting-by-representatives",
    name: "提议召开居民会议（居民代表）",
    quorum: null,
    pass: { ...ONE_THIRD_OR_MORE, over: "due" },
    labels: REPRESENTATIVES,
    source: residentsLaw("第26条、第27条"),
  },
  {
    ...heads,
    id: "propose-resident-representatives",
    name: "提议召开居民代表会议",
    quorum: null,
    pass: { ...ONE_FIFTH_OR_MORE, over: "due" },
    labels: REPRESENTATIVES,
    source: residentsLaw("第28条、第29条"),
  },
  {
    ...heads,
    id: "propose-villagers-meeting",
    name: "提议召开村民会议（村民）",
    quorum: null,
    pass: { ...ONE_TENTH_OR_MORE, over: "due" },
    labels: { due: "全体村民", for: "提议的村民" },
    source: villagersLaw("第25条、第26条"),
  },
  {
    ...heads,
    id: "propose-villagers-meeting-by-representatives",
    name: "提议召开村民会议（村民代表）",
    quorum: null,
    pass: { ...ONE_THIRD_OR_MORE, over: "due" },
    labels: VILLAGE_REPRESENTATIVES,
    source: villagersLaw("第25条、第26条"),
  },
  {
    ...heads,
    id: "propose-villager-representatives",
    name: "提议召开村民代表会议",
    quorum: null,
    pass: { ...ONE_FIFTH_OR_MORE, over: "due" },
    labels: VILLAGE_REPRESENTATIVES,
    source: villagersLaw("第29条、第30条"),
  },
];

/** 组成: who must make up an assembly of representatives. */
export const COMPOSITIONS: readonly Rule[] = [
  {
    ...heads,
    id: "seats-of-resident-representatives",
    name: "居民代表会议里的居民代表",
    quorum: null,
    pass: { ...FOUR_FIFTHS_OR_MORE, over: "due" },
    labels: { due: "全体组成人员", for: "居民代表" },
    source: residentsLaw("第28条"),
  },
  {
    ...heads,
    id: "seats-of-villager-representatives",
    name: "村民代表会议里的村民代表",
    quorum: null,
    pass: { ...FOUR_FIFTHS_OR_MORE, over: "due" },
    labels: { due: "全体组成人员", for: "村民代表" },
    source: villagersLaw("第29条"),
  },
  {
    ...heads,
    id: "seats-of-women",
    name: "村民代表会议里的妇女代表",
    quorum: null,
    pass: { ...ONE_THIRD_OR_MORE, over: "due" },
    labels: { due: "全体组成人员", for: "妇女代表" },
    source: villagersLaw("第29条"),
  },
];

/** Everything that can be reckoned, decided by a poll or not, by id; `not-found` where there is none. */
export function requireThreshold(id: string): Rule {
  const rule = [...RULES, ...PROPOSALS, ...COMPOSITIONS].find((each) => each.id === id);
  if (!rule) throw new DomainError("not-found", { rule: id });
  return rule;
}

/** What a threshold is about: a vote, who may demand a meeting, or who makes up an assembly. */
export type ThresholdKind = "poll" | "proposal" | "composition";

export function thresholdKind({ id }: Rule): ThresholdKind {
  if (PROPOSALS.some((each) => each.id === id)) return "proposal";
  return COMPOSITIONS.some((each) => each.id === id) ? "composition" : "poll";
}

/** Every threshold by the area of law that it belongs to, in the order of a list to choose from. */
export const THRESHOLD_GROUPS = [
  { id: "residents", rules: CITY },
  { id: "villagers", rules: [...VILLAGE, ...COLLECTIVE] },
  { id: "owners", rules: OWNERS },
  { id: "party", rules: PARTY },
  { id: "deliberation", rules: [...ROUNDTABLE, ...COUNCILS] },
  { id: "local", rules: LOCAL },
  { id: "proposals", rules: PROPOSALS },
  { id: "compositions", rules: COMPOSITIONS },
] as const satisfies readonly { id: string; rules: readonly Rule[] }[];
