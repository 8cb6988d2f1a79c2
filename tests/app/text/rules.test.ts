import { describe, expect, it } from "vitest";
import { addressOf, askedIn } from "#app/components/desk/threshold/address.ts";
import { type Asked, calculate } from "#app/domain/rule/calculator.ts";
import { RULE_EXAMPLES } from "#app/text/rule-examples.ts";
import { denominatorWords, needLines, storyText, verdictWords } from "#app/text/rules.ts";

const missing = (asked: Asked) => needLines(calculate(asked)).map(({ text, met }) => `${met ?? "open"} ${text}`);
const owners = (participating: string, area: string, agree: string, agreeArea: string): Asked => ({
  rule: "owners-general",
  overlays: [],
  figures: {
    total: "1000",
    participating,
    for: agree,
    "area.total": "100000.00",
    "area.participating": area,
    "area.for": agreeArea,
  },
});

describe("what is still missing, in words", () => {
  it.each<[Asked, string[]]>([
    [{ rule: "resident-representatives", overlays: [], figures: {} }, []],
    [
      { rule: "resident-representatives", overlays: [], figures: { due: "60" } },
      ["open 到会至少 40 人", "open 同意（按到会 40 人算）至少 21 人"],
    ],
    [
      { rule: "resident-representatives", overlays: [], figures: { due: "60", present: "38", for: "25" } },
      ["false 到会还差 2 人（至少 40 人）", "true 同意够了（按到会 40 人算，至少 21 人）"],
    ],
    [
      owners("630", "64561.35", "500", "50000"),
      [
        "false 参与表决业主还差 37 人、2,105.32 ㎡（至少 667 人、66,666.67 ㎡）",
        "true 同意够了（按参与表决业主 667 人、66,666.67 ㎡算，至少 334 人、33,333.34 ㎡）",
      ],
    ],
    [
      owners("700", "70000", "300", "35000"),
      [
        "true 参与表决业主够了（至少 667 人、66,666.67 ㎡）",
        "false 同意还差 51 人、0.01 ㎡（按参与表决业主 700 人、70,000.00 ㎡算，至少 351 人、35,000.01 ㎡）",
        "false 已投的票不变，要再有 101 人、0.01 ㎡ 参与并且同意。",
      ],
    ],
    [
      owners("1000", "100000", "300", "50000.01"),
      [
        "true 参与表决业主够了（至少 667 人、66,666.67 ㎡）",
        "false 同意还差 201 人（按参与表决业主 1,000 人、100,000.00 ㎡算，至少 501 人、50,000.01 ㎡）",
        "false 已投的票不变，其余的都来投同意，也不够。",
      ],
    ],
  ])("%j", (asked, lines) => {
    expect(missing(asked)).toEqual(lines);
  });
});

describe("the examples", () => {
  it.each(RULE_EXAMPLES.map((example) => [example.name, example] as const))(
    "%s: the figures say the same",
    (name, example) => {
      const calculation = calculate(example);
      expect(calculation.open).toEqual([]);
      const words = `${verdictWords(calculation)} ${missing(example).join(" ")}`;
      if (name.endsWith("通过") && !name.endsWith("没有通过")) expect(words).toMatch(/^通过 /);
      else if (!name.startsWith("提议")) expect(words).toMatch(/^未通过/);
      for (const [short] of name.matchAll(/差 [\d,.]+ 人/g)) expect(words).toContain(short);
    },
  );

  it("survive their own address", () => {
    for (const { name: _, ...asked } of RULE_EXAMPLES) {
      const { searchParams } = new URL(addressOf(asked), "http://localhost");
      expect(askedIn(searchParams, "")).toEqual(asked);
    }
  });
});

it("an address brings no more than figures, and those no longer than any can be", () => {
  const query = new URLSearchParams("rule=a&due=60&__proto__=1&area.total=2&other.total=3&for[]=4");
  query.set("present", "1".repeat(500));
  expect(askedIn(query, "b")).toEqual({
    rule: "a",
    overlays: [],
    figures: { due: "60", "area.total": "2", present: "1".repeat(30) },
  });
  expect(askedIn(new URLSearchParams(), "b").rule).toBe("b");
});

it("tells the whole story as text: rule, sources, figures, steps, verdict, what is missing", () => {
  const asked = {
    rule: "party-members",
    overlays: ["four-deliberations-party"],
    figures: { due: "34", present: "23", for: "17" },
  };
  expect(storyText(calculate(asked)).split("\n")).toEqual([
    "党支部党员大会",
    "依据：《中国共产党支部工作条例（试行）》第11条（2018-10-28起施行）；各地“四议两公开”制度：三分之二以上党员到会，应到党员半数以上同意",
    "当地另有规定：四议两公开的地方做法：党员三分之二以上到会",
    "填的数：应到有表决权党员 34 人，到会有表决权党员 23 人，同意 17 人",
    "1. 到会有表决权党员 23 ÷ 应到有表决权党员 34 = 67.65%，须半数以上（≥1/2），至少 17 人，达到",
    "2. 到会党员 23 ÷ 应到党员 34 = 67.65%，须三分之二以上（≥2/3），至少 23 人，达到",
    "3. 同意 17 ÷ 应到有表决权党员 34 = 50.00%，须过半数（>1/2），至少 18 人，未达到",
    "4. 同意 17 ÷ 应到党员 34 = 50.00%，须半数以上（≥1/2），至少 17 人，达到",
    "结果：未通过",
    "同意还差 1 人（按应到有表决权党员 34 人算，至少 18 人）",
  ]);
});

it("says once who stays in the denominator, and nothing of it where nobody votes", () => {
  const words = (rule: string, overlays: string[] = []) => denominatorWords(calculate({ rule, overlays, figures: {} }));
  expect(words("party-members", ["four-deliberations-party"])).toBe("没有到场的人也在分母里。");
  expect(words("villager-representatives", ["four-deliberations-villagers"])).toBe(
    "到会而弃权、没投或投了无效票的人，都仍在分母里。没有到场的人也在分母里。",
  );
  expect(words("seats-of-women")).toBe("");
});
