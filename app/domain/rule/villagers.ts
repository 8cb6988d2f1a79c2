import { collectiveLaw, villagersLaw } from "./laws.ts";
import {
  COLLECTIVE_PROXY,
  NO_PROXY_AT_ASSEMBLIES,
  NO_PROXY_FOR_HOUSEHOLDS,
  NO_PROXY_FOR_REPRESENTATIVES,
  VILLAGE_ELECTION_PROXY,
} from "./proxies.ts";
import {
  election,
  heads,
  households,
  MORE_THAN_HALF,
  ONE_THIRD_OR_MORE,
  PRESENT_OF_DUE,
  TWO_THIRDS_OR_MORE,
  VOTING_OF_DUE,
} from "./thresholds.ts";
import type { Rule } from "./types.ts";

const villageElection = {
  ...election,
  labels: { ...election.labels, due: "登记参加选举" },
} satisfies Partial<Rule>;

/** Villages (村组法, as amended in 2025). */
export const VILLAGE: readonly Rule[] = [
  {
    ...heads,
    id: "villager-representatives",
    name: "村民代表会议",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    note: "应到是全体组成人员：村民委员会成员和村民代表都算在内。",
    proxy: NO_PROXY_FOR_REPRESENTATIVES,
    source: villagersLaw("第29条、第30条"),
  },
  {
    ...heads,
    id: "villagers-meeting",
    name: "村民会议（18周岁以上村民）",
    quorum: { ...MORE_THAN_HALF, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    proxy: NO_PROXY_AT_ASSEMBLIES,
    source: villagersLaw("第25条、第26条"),
  },
  {
    ...households,
    id: "villagers-meeting-by-household",
    name: "村民会议（户的代表）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    proxy: NO_PROXY_FOR_HOUSEHOLDS,
    source: villagersLaw("第25条、第26条"),
  },
  {
    ...heads,
    id: "villager-group",
    name: "村民小组会议（18周岁以上村民）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    proxy: NO_PROXY_AT_ASSEMBLIES,
    source: villagersLaw("第32条"),
  },
  {
    ...households,
    id: "villager-group-by-household",
    name: "村民小组会议（户的代表）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    proxy: NO_PROXY_FOR_HOUSEHOLDS,
    source: villagersLaw("第32条"),
  },
  {
    ...villageElection,
    id: "villagers-committee-election",
    name: "村委会选举",
    quorum: { ...MORE_THAN_HALF, ...VOTING_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "participating" },
    note: "应参加是登记参加选举的村民。书面委托投票的算参加，每人最多受托三人，候选人不能受托。选不满的名额另行选举；补选也照此办理。",
    proxy: VILLAGE_ELECTION_PROXY,
    source: villagersLaw("第18条"),
  },
  {
    ...villageElection,
    id: "villagers-committee-election-rerun",
    name: "村委会另行选举",
    quorum: { ...MORE_THAN_HALF, ...VOTING_OF_DUE },
    pass: { ...ONE_THIRD_OR_MORE, over: "participating" },
    note: "应参加是登记参加选举的村民。第一次投票没有当选的人，得票多的为候选人。",
    proxy: VILLAGE_ELECTION_PROXY,
    source: villagersLaw("第18条"),
  },
];

/** The villages' economic collectives. */
export const COLLECTIVE: readonly Rule[] = [
  {
    ...heads,
    id: "collective-assembly",
    name: "农村集体经济组织成员大会",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...TWO_THIRDS_OR_MORE, over: "due" },
    labels: { due: "全体成员", present: "参加成员" },
    proxy: COLLECTIVE_PROXY,
    source: collectiveLaw("第26条至第28条"),
  },
];
