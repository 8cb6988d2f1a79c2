import { describe, expect, it } from "vitest";
import { doubtsIn } from "#app/domain/person/doubts.ts";
import { hiddenParts } from "#app/domain/person/hidden-parts.ts";

describe("what no rule is sure of", () => {
  it.each([
    ["李桂珍家门前堆物", ["name 李桂珍"]],
    ["居民钱多多反映路灯不亮", ["name 钱多多"]],
    ["老王说可以，小陈同意", ["name 老王", "name 小陈"]],
    ["学生赵小明（7岁）上学不便", ["minor 学生", "name 赵小明", "minor 7岁"]],
    ["残疾人张大姐家的孩子", ["sensitive 残疾", "name 张大姐", "minor 孩子"]],
    ["低保户住院，需要照顾", ["sensitive 低保", "sensitive 住院"]],
    ["女儿孙晓萌十二岁", ["name 孙晓萌", "minor 十二岁"]],
    ["租户马六已搬走", ["name 马六"]],
  ])("is pointed out in “%s”", (text, found) => {
    expect(doubtsIn(text).map(({ kind, words }) => `${kind} ${words}`)).toEqual(found);
  });

  it.each([
    "王某家门前堆物，由物业公司负责",
    "请方便老人出行，高龄老人优先",
    "业主周边环境差，居民代表一致同意",
    "病虫害防治由绿化公司负责",
    "75岁以上老人免费，幼儿园门口加装路灯",
    "小区车位不够，业主委员会同意划线",
    "孙子孙女放学无人接送",
    "",
  ])("is not found in “%s”", (text) => {
    expect(doubtsIn(text)).toEqual([]);
  });

  it("says where the words stand, also beside characters of two halves", () => {
    expect(doubtsIn("𠮷😀一二三四五六七李桂珍家门前堆放了很多杂物")[0]?.context).toBe(
      "…一二三四五六七李桂珍家门前堆放了很多…",
    );
  });

  it("takes no longer for a long text", () => {
    const started = performance.now();
    expect(doubtsIn("居民".repeat(20_000) + "老".repeat(20_000)).length).toBe(0);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe("what was hidden", () => {
  const names = ["欧阳志强", "王建国", "张海波", "张海霞"];
  it.each([
    ["由王建国（13812345678）负责", "由王某（号码略）负责", ["王建国→王某", "13812345678→号码略"]],
    ["翠湖花园3号楼2单元501门前", "翠湖花园3号楼门前", ["3号楼2单元501→3号楼"]],
    ["翠湖花园3-2-501", "翠湖花园3号楼", ["3-2-501→3号楼"]],
    ["欧阳志强和张海波、张海霞", "欧阳某和张某、张某", ["欧阳志强→欧阳某", "张海波→张某", "张海霞→张某"]],
    ["一样", "一样", []],
    ["整行", "", ["整行→"]],
  ])("is told of %s", (before, after, told) => {
    expect(hiddenParts(before, after, names).map((part) => `${part.before}→${part.after}`)).toEqual(told);
  });
});
