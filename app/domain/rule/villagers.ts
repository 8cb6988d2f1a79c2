import { collectiveLaw, villagersLaw } from "./laws.ts";
import {
  COLLECTIVE_PROXY,
  NO_PROXY_AT_ASSEMBLIES,
  NO_PROXY_FOR_HOUSEHOLDS,
  NO_PROXY_FOR_REPRESENTATIVES,
} from "./proxies.ts";
import { heads, households, MORE_THAN_HALF, PRESENT_OF_DUE, TWO_THIRDS_OR_MORE } from "./thresholds.ts";
import type { Rule } from "./types.ts";

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
