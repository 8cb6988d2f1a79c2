import { civilCode } from "./laws.ts";
import { NO_PROXY_IN_OWNERS_COMMITTEE, NO_PROXY_OF_AFFECTED_OWNERS, OWNERS_PROXY } from "./proxies.ts";
import {
  heads,
  MORE_THAN_HALF,
  PRESENT_OF_DUE,
  THREE_QUARTERS_OR_MORE,
  TWO_THIRDS_OR_MORE,
  VOTING_OF_TOTAL,
} from "./thresholds.ts";
import type { Rule } from "./types.ts";

/** How heads and areas of owners are counted: 建筑物区分所有权司法解释第8条、第9条. */
const owners = {
  measures: ["heads", "area"],
  unit: "人",
  labels: { total: "全体业主", participating: "参与表决业主" },
  note: "一个专有部分算一人，同一买受人有几个的合算一人，没卖出或没交付的由建设单位算一人。面积先看登记簿，没登记的看实测，再看合同。《物业管理条例》第12条的旧比例不再用，以民法典为准。",
} satisfies Partial<Rule>;

/** Owners of a building, and the committee they elect. */
export const OWNERS: readonly Rule[] = [
  {
    ...owners,
    id: "owners-general",
    name: "业主共同决定（一般事项）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...VOTING_OF_TOTAL },
    pass: { ...MORE_THAN_HALF, over: "participating" },
    proxy: OWNERS_PROXY,
    source: civilCode("第278条"),
  },
  {
    ...owners,
    id: "owners-special",
    name: "业主共同决定（特别事项）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...VOTING_OF_TOTAL },
    pass: { ...THREE_QUARTERS_OR_MORE, over: "participating" },
    proxy: OWNERS_PROXY,
    source: civilCode("第278条"),
  },
  {
    ...heads,
    id: "owners-affected",
    name: "住宅改作经营用房（有利害关系的业主）",
    quorum: null,
    pass: { numerator: 1, denominator: 1, inclusive: true, over: "total" },
    labels: { total: "有利害关系的业主" },
    proxy: NO_PROXY_OF_AFFECTED_OWNERS,
    source: civilCode("第279条"),
  },
  {
    ...heads,
    id: "owners-committee",
    name: "业主委员会会议",
    quorum: { ...MORE_THAN_HALF, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "due" },
    labels: { due: "全体委员" },
    note: "北京、杭州写明委员不能委托别人参会。",
    proxy: NO_PROXY_IN_OWNERS_COMMITTEE,
    source: { kind: "public", ref: "青岛、河南、北京、杭州等地物业管理地方规定" },
  },
  {
    ...heads,
    id: "owners-committee-shandong",
    name: "业主委员会会议（山东）",
    quorum: { ...TWO_THIRDS_OR_MORE, ...PRESENT_OF_DUE },
    pass: { ...MORE_THAN_HALF, over: "due" },
    labels: { due: "全体委员" },
    proxy: NO_PROXY_IN_OWNERS_COMMITTEE,
    source: { kind: "public", ref: "山东省物业管理地方规定" },
  },
];
