import type { Asked } from "#app/domain/rule/calculator.ts";

/** Figures that show what a rule asks at its line; each can be loaded into the 门槛计算器. */
export interface RuleExample extends Asked {
  readonly name: string;
}

const example = (
  name: string,
  rule: string,
  figures: Record<string, string>,
  overlays: string[] = [],
): RuleExample => ({
  name,
  rule,
  overlays,
  figures,
});

export const RULE_EXAMPLES: readonly RuleExample[] = [
  example("居民代表会议：60 人到了 40 人，21 人同意，正好通过", "resident-representatives", {
    due: "60",
    present: "40",
    for: "21",
  }),
  example("弃权也在分母里：到会 41 人，同意 20、反对 5、弃权 16，没有通过", "resident-representatives", {
    due: "60",
    present: "41",
    for: "20",
    against: "5",
    abstain: "16",
  }),
  example("61 人的三分之二是 41 人：到了 40 人，还差 1 人", "resident-representatives", {
    due: "61",
    present: "40",
    for: "40",
  }),
  example("居民代表选居委会要“超过”三分之二：60 人来 40 人还不行", "committee-election-by-representatives", {
    due: "60",
    participating: "40",
    for: "40",
  }),
  example("党员大会按应到算：应到 33 人，17 人到会都同意，通过", "party-members", {
    due: "33",
    present: "17",
    for: "17",
  }),
  example(
    "两样都要达到：应到 34 人，地方做法 17 人同意就行，条例要 18 人",
    "party-members",
    { due: "34", present: "23", for: "17" },
    ["four-deliberations-party"],
  ),
  example(
    "山东村民代表会议：妇女代表 15 人来了 9 人，还差 1 人",
    "villager-representatives",
    { due: "45", present: "30", for: "16", "extra.womenDue": "15", "extra.womenPresent": "9" },
    ["shandong-women"],
  ),
  example("业主一般事项：人数和面积都过半，通过", "owners-general", {
    total: "1000",
    participating: "700",
    for: "351",
    "area.total": "100000.00",
    "area.participating": "70000.00",
    "area.for": "35000.01",
  }),
  example("业主一般事项：参与的还差 37 人、2,105.32 ㎡", "owners-general", {
    total: "1000",
    participating: "630",
    for: "500",
    "area.total": "100000.00",
    "area.participating": "64561.35",
    "area.for": "50000.00",
  }),
  example("业主特别事项：面积够四分之三，人数差 1 人", "owners-special", {
    total: "1000",
    participating: "700",
    for: "524",
    "area.total": "100000.00",
    "area.participating": "70000.00",
    "area.for": "52500.00",
  }),
  example("提议开居民代表会议：43 名代表里要 9 人", "propose-resident-representatives", { due: "43", for: "9" }),
];
