import { partyBranchRules } from "./laws.ts";
import { NO_PROXY_FOR_REPRESENTATIVES } from "./proxies.ts";
import { HALF_OR_MORE, heads, MORE_THAN_HALF, PRESENT_OF_DUE, TWO_THIRDS_OR_MORE } from "./thresholds.ts";
import type { Rule } from "./types.ts";

/** Meetings of the party's members. */
export const PARTY: readonly Rule[] = [
  {
    ...heads,
    id: "party-members",
    name: "党支部党员大会",
    quorum: { ...HALF_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "due" },
    labels: { due: "应到有表决权党员", present: "到会有表决权党员" },
    note: "预备党员、受留党察看处分期间的党员没有表决权，不算在应到里。",
    source: partyBranchRules("第11条"),
  },
];

/** What some places ask beside the statute; taken together with the statutory rule, both hold. */
export const LOCAL: readonly Rule[] = [
  {
    ...heads,
    id: "party-members-local",
    name: "党员大会审议（四议两公开，地方做法）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...HALF_OR_MORE, over: "due" },
    labels: { due: "应到党员", present: "到会党员" },
    source: { kind: "public", ref: "各地“四议两公开”制度：三分之二以上党员到会，应到党员半数以上同意" },
  },
  {
    ...heads,
    id: "villager-representatives-local",
    name: "村民代表会议决议（四议两公开，地方做法）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...HALF_OR_MORE, over: "due" },
    labels: { due: "全体村民代表" },
    proxy: NO_PROXY_FOR_REPRESENTATIVES,
    source: { kind: "public", ref: "有的地方的“四议两公开”制度：全体村民代表半数以上同意" },
  },
];

/** The round table's show of hands. */
export const ROUNDTABLE: readonly Rule[] = [
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

/** What councils and joint meetings go by where no paper says otherwise; all of it ours. */
export const COUNCILS: readonly Rule[] = [
  {
    ...heads,
    id: "council-two-thirds",
    name: "议事会表决（三分之二到会，到会过半）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "present" },
    labels: { due: "全体议事成员" },
    source: { kind: "default", ref: "出厂默认：参照各地议事会的做法，三分之二以上到会，到会过半数同意；可改" },
  },
  {
    ...heads,
    id: "joint-meeting",
    name: "联席会议意见（三分之二委员到会，全体委员过半）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "due" },
    labels: { due: "全体委员", present: "到会委员" },
    source: { kind: "default", ref: "出厂默认：三分之二以上委员到会，重大事项经全体委员过半数同意；可改" },
  },
  {
    ...heads,
    id: "present-majority",
    name: "协商表态（实到过半）",
    quorum: null,
    pass: { ...MORE_THAN_HALF, over: "present" },
    labels: { present: "实到" },
    source: { kind: "default", ref: "出厂默认：协商不设法定人数，实到过半数同意；可改" },
  },
];
