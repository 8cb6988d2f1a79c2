import { residentsLaw } from "./laws.ts";
import {
  ELECTION_BY_REPRESENTATIVES,
  ELECTION_PROXY,
  NO_PROXY_AT_ASSEMBLIES,
  NO_PROXY_FOR_HOUSEHOLDS,
  NO_PROXY_FOR_REPRESENTATIVES,
} from "./proxies.ts";
import {
  heads,
  households,
  MORE_THAN_HALF,
  MORE_THAN_TWO_THIRDS,
  ONE_THIRD_OR_MORE,
  PRESENT_OF_DUE,
  TWO_THIRDS_OR_MORE,
  VOTING_OF_DUE,
} from "./thresholds.ts";
import type { Rule } from "./types.ts";

const election = {
  ...heads,
  labels: { due: "应参加", participating: "参加投票", for: "得票" },
} satisfies Partial<Rule>;

/** Urban communities (居组法, as revised in 2025). */
export const CITY: readonly Rule[] = [
  {
    ...heads,
    id: "resident-representatives",
    name: "居民代表会议",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    note: "应到是全体组成人员：居民委员会成员和居民代表都算在内。",
    proxy: NO_PROXY_FOR_REPRESENTATIVES,
    source: residentsLaw("第28条、第29条"),
  },
  {
    ...heads,
    id: "residents-meeting",
    name: "居民会议（18周岁以上居民）",
    quorum: { ...MORE_THAN_HALF, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    proxy: NO_PROXY_AT_ASSEMBLIES,
    source: residentsLaw("第26条、第27条"),
  },
  {
    ...households,
    id: "residents-meeting-by-household",
    name: "居民会议（户的代表）",
    quorum: { ...MORE_THAN_HALF, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    proxy: NO_PROXY_FOR_HOUSEHOLDS,
    source: residentsLaw("第26条、第27条"),
  },
  {
    ...election,
    id: "committee-election",
    name: "居委会选举（居民或户的代表投票）",
    quorum: { ...MORE_THAN_HALF, ...VOTING_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "participating" },
    note: "书面委托投票的算参加。每人最多受托三人，候选人不能受托。",
    proxy: ELECTION_PROXY,
    source: residentsLaw("第14条至第19条"),
  },
  {
    ...election,
    id: "committee-election-by-representatives",
    name: "居委会选举（居民代表投票）",
    quorum: { ...MORE_THAN_TWO_THIRDS, ...VOTING_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "participating" },
    note: "居民代表投票不能委托。",
    proxy: ELECTION_BY_REPRESENTATIVES,
    source: residentsLaw("第19条"),
  },
  {
    ...election,
    id: "committee-election-rerun",
    name: "居委会另行选举（居民或户的代表投票）",
    quorum: { ...MORE_THAN_HALF, ...VOTING_OF_DUE },
    pass: { ...ONE_THIRD_OR_MORE, over: "participating" },
    proxy: ELECTION_PROXY,
    source: residentsLaw("第14条至第19条"),
  },
  {
    ...election,
    id: "committee-election-rerun-by-representatives",
    name: "居委会另行选举（居民代表投票）",
    quorum: { ...MORE_THAN_TWO_THIRDS, ...VOTING_OF_DUE },
    pass: { ...ONE_THIRD_OR_MORE, over: "participating" },
    note: "居民代表投票不能委托。",
    proxy: ELECTION_BY_REPRESENTATIVES,
    source: residentsLaw("第14条至第19条"),
  },
];
