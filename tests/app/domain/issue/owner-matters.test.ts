import { describe, expect, it } from "vitest";
import { OWNER_MATTERS, ownerMatterNames, ownerWords } from "#app/domain/issue/owner-matters.ts";

describe("the nine owners' matters", () => {
  it("are nine, of which the sixth to eighth ask three quarters (民法典 278)", () => {
    expect(OWNER_MATTERS.map((each) => each.kind)).toEqual([
      ...Array.from({ length: 5 }, () => "general"),
      ...Array.from({ length: 3 }, () => "special"),
      "general",
    ]);
    expect(new Set(ownerMatterNames()).size).toBe(9);
    expect(ownerMatterNames("special")).toContain("筹集维修资金");
    expect(ownerMatterNames("general")).toContain("使用维修资金");
  });
});

describe("ownerWords", () => {
  it.each<[text: string, words: readonly string[]]>([
    ["申请动用维修资金修 3 号楼屋面", ["维修资金"]],
    ["维修 基金还剩多少，能不能用", ["维修资金"]],
    ["大家要求换物业", ["选聘、解聘物业"]],
    ["想更换现在的物业公司", ["选聘、解聘物业"]],
    ["解聘物业服务企业的请求", ["选聘、解聘物业"]],
    ["物业公司退出后怎么办", ["选聘、解聘物业"]],
    ["物业费从 1 元涨到 1.5 元", ["物业费调价"]],
    ["要求降低物业费", ["物业费调价"]],
    ["业委会什么时候换届", ["业主委员会选举"]],
    ["尽快选举小区业主委员会", ["业主委员会选举"]],
    ["更换业委会委员", ["业主委员会选举"]],
    ["修改管理规约", ["管理规约"]],
    ["业主大会议事规则要改", ["业主大会议事规则"]],
    ["修订议事规则", ["业主大会议事规则"]],
    ["重建小区车棚", ["改建、重建"]],
    ["老楼加装室外电梯", ["改建、重建"]],
    ["把绿化带改成停车位", ["改变共有部分用途"]],
    ["架空层改作仓库", ["改变共有部分用途"]],
    ["改变会所用途", ["改变共有部分用途"]],
    ["楼顶租给通信公司", ["共有部分经营"]],
    ["电梯里投放广告的收入", ["共有部分经营"]],
    ["用维修资金改建大门，顺便换物业", ["维修资金", "选聘、解聘物业", "改建、重建"]],
  ])("%s → %j", (text, words) => {
    expect(ownerWords(text)).toEqual(words);
  });

  it.each([
    "",
    "8 号楼前路灯不亮",
    "请物业维修单元门",
    "物业更换了楼道灯泡",
    "更换物业门口的垃圾桶",
    "换物业经理的电话号码贴出来",
    "物业费的发票到哪里领",
    "物业费怎么网上交",
    "业委会反映 5 号楼下水堵了",
    "更换业委会门口的灯",
    "清理楼道和外墙上的小广告",
    "修改居民公约",
    "居民议事会议事规则要不要改",
    "重建楼栋微信群的通知",
    "绿化带里有垃圾",
    "楼顶漏水，请尽快修",
    "电梯坏了两天没人修",
    "小区道路改造后的积水",
    "门口摆摊占道",
  ])("finds nothing in %j", (text) => {
    expect(ownerWords(text)).toEqual([]);
  });

  it("stays quick on long text", () => {
    const started = performance.now();
    ownerWords("物业费绿化带改业委会换".repeat(2000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
