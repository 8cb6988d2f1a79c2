import { describe, expect, it } from "vitest";
import { DEFAULT_OPTIONS } from "#app/domain/poll/form.ts";
import { authorityProblem } from "#app/domain/proxy/authority.ts";
import { type ProxyAsked, type ProxyFacts, type ProxyLine, proxyProblems } from "#app/domain/proxy/register.ts";
import { isRepresented, mayVoteForOthers, termsOf } from "#app/domain/proxy/stand-in.ts";
import { whoIs } from "#app/domain/proxy/who.ts";
import { RULES } from "#app/domain/rule/presets.ts";
import { proxyTerms } from "#app/domain/rule/proxies.ts";
import { ruleSchema } from "#app/domain/rule/types.ts";
import { proxyText, proxyWords } from "#app/text/proxy.ts";

const line = (personId: string, more: Partial<ProxyLine> = {}): ProxyLine => {
  return { personId, name: personId, unit: "1号楼", votingRight: true, present: false, via: null, ...more };
};
const asked = (more: Partial<ProxyAsked> = {}): ProxyAsked => {
  const [principal, holder] = [line("张"), line("李")];
  return { principal, holder, authority: "2026年11月20日书面委托，原件存社区", household: false, ...more };
};
const facts = (rule: string, more: Partial<ProxyFacts> = {}): ProxyFacts => {
  return { terms: termsOf({ ruleId: rule }), pairs: [], candidates: new Set(), principalVoted: false, ...more };
};
const held = (holderId: string, ...principals: string[]) =>
  principals.map((principalId) => ({ principalId, holderId }));
const words = (given: ProxyFacts, by: ProxyAsked) => proxyProblems(given, by).map(({ word }) => word);
const ELECTION = "committee-election";

describe("what each rule says of proxies", () => {
  it.each([
    ["resident-representatives", "default"],
    ["residents-meeting", "default"],
    ["residents-meeting-by-household", "default"],
    ["committee-election-by-representatives", "law"],
    ["committee-election-rerun-by-representatives", "law"],
    ["villager-representatives", "default"],
    ["villagers-meeting", "default"],
    ["villager-group", "default"],
    ["party-members", "default"],
    ["owners-affected", "default"],
    ["owners-committee", "default"],
    ["roundtable-majority", "default"],
    ["joint-meeting", "default"],
  ] as const)("%s: none, and it is the %s that says so", (id, kind) => {
    const rule = RULES.find((each) => each.id === id);
    expect(rule).toBeDefined();
    expect(proxyTerms(rule ?? {})).toMatchObject({ allowed: false, source: { kind } });
    expect(words(facts(id), asked())).toEqual(["not-allowed"]);
  });

  it.each([
    [ELECTION, 3, "roll", "第19条"],
    ["committee-election-rerun", 3, "roll", "第19条"],
    ["villagers-committee-election", 3, "roll", "第18条"],
    ["villagers-committee-election-rerun", 3, "roll", "第18条"],
    ["collective-assembly", null, "household", "第27条"],
    ["owners-general", 3, "roll", "第12条"],
    ["owners-special", 3, "roll", "第12条"],
  ] as const)("%s: at most %s, %s, by the law's %s", (id, most, holder, article) => {
    const terms = proxyTerms(RULES.find((rule) => rule.id === id) ?? {});
    expect(terms).toMatchObject({ allowed: true, most, holder, source: { kind: "law", article } });
  });

  it("a limit that is ours is told apart from what the regulation says", () => {
    const { said, added } = proxyWords(proxyTerms(RULES.find(({ id }) => id === "owners-general") ?? {}));
    expect(said).toBe(proxyText.rule.yes);
    expect(added).toContain(proxyText.rule.most(3));
    expect(proxyWords(proxyTerms(RULES.find(({ id }) => id === ELECTION) ?? {}))).toMatchObject({ added: "" });
  });

  it("no rule lets candidates hold, and each preset is a rule", () => {
    for (const rule of RULES) expect(ruleSchema.parse(rule)).toEqual(rule);
    const loose = { ...RULES[3], proxy: { ...RULES[3]?.proxy, candidatesExcluded: false } };
    expect(RULES[3]?.id).toBe(ELECTION);
    expect(ruleSchema.safeParse(loose).success).toBe(false);
  });
});

describe("who may hold whose vote", () => {
  it.each<[string, Partial<ProxyFacts>, Partial<ProxyAsked>, string[]]>([
    ["a written authority between two voters", {}, {}, []],
    ["the third principal", { pairs: held("李", "甲", "乙") }, {}, []],
    ["the fourth", { pairs: held("李", "甲", "乙", "丙") }, {}, ["holder-full"]],
    ["others' authorities do not count", { pairs: held("王", "甲", "乙", "丙") }, {}, []],
    ["nothing in writing", {}, { authority: " 　" }, ["authority-missing"]],
    ["a candidate", { candidates: new Set(["李"]) }, {}, ["holder-candidate"]],
    ["a candidate who authorises somebody", { candidates: new Set(["张"]) }, {}, []],
    ["oneself", {}, { holder: line("张") }, ["holder-self"]],
    ["a holder without a vote", {}, { holder: line("李", { votingRight: false }) }, ["holder-without-vote"]],
    ["a principal without a vote", {}, { principal: line("张", { votingRight: false }) }, ["principal-without-vote"]],
    ["a holder who authorised somebody", { pairs: held("王", "李") }, {}, ["holder-represented"]],
    ["a principal who holds others' votes", { pairs: held("张", "甲") }, {}, ["principal-holds"]],
    ["a second holder", { pairs: held("王", "张") }, {}, ["principal-represented"]],
    ["a principal who came", {}, { principal: line("张", { present: true, via: "token" }) }, ["principal-here"]],
    ["a principal who voted", { principalVoted: true }, {}, ["principal-voted"]],
    [
      "several things at once",
      { principalVoted: true },
      { authority: "", holder: line("张") },
      ["principal-voted", "holder-self", "authority-missing"],
    ],
  ])("%s", (_what, given, by, expected) => {
    expect(words(facts(ELECTION, given), asked(by))).toEqual(expected);
  });

  it("within a household where the law says so, and without a limit there", () => {
    const many = { pairs: held("李", "甲", "乙", "丙", "丁", "戊") };
    expect(words(facts("collective-assembly", many), asked())).toEqual(["household"]);
    expect(words(facts("collective-assembly", many), asked({ household: true }))).toEqual([]);
  });

  it("a rule laid over another must allow it too", () => {
    expect(termsOf({ ruleId: "party-members", overlays: ["four-deliberations-party"] }).allowed).toBe(false);
  });
});

describe("words that must not be kept", () => {
  it.each([
    ["身份证11010119900307123X", "id-number"],
    ["身份证 110101 19900307 1234", "id-number"],
    ["１１０１０１１９９００３０７１２３４", "id-number"],
    ["110101-19900307-1234", "id-number"],
    ["卡号6222020200012345678", "id-number"],
    ["电话13812345678", "phone-number"],
    ["", "authority-missing"],
    ["2026年11月20日书面委托，期限至2026-12-31，编号 20261120001，原件存社区档案柜 3 号", null],
    ["2026-11-20 至 2026-11-25，全部表决事项", null],
  ])("%s → %s", (words, problem) => expect(authorityProblem(words)).toBe(problem));
});

describe("who is represented", () => {
  const here = line("李", { present: true, via: "desk" });
  it.each([
    ["the holder is here", true, line("张"), here, true],
    ["the holder is not", true, line("张"), line("李"), false],
    ["the holder is only represented", true, line("张"), line("李", { present: true, via: "proxy" }), false],
    ["the principal came", true, line("张", { present: true, via: "name" }), here, false],
    ["the rule knows no proxies", false, line("张"), here, false],
    ["the principal has no vote", true, line("张", { votingRight: false }), here, false],
    ["the holder has none", true, line("张"), { ...here, votingRight: false }, false],
  ])("%s", (_what, allowed, principal, holder, expected) => {
    expect(isRepresented(allowed, principal, holder)).toBe(expected);
  });

  it("in a poll: by its own rule, and never by a candidate on its ballot", () => {
    const poll = { ruleId: ELECTION, options: DEFAULT_OPTIONS, form: { kind: "yes-no" } as const };
    expect(mayVoteForOthers(poll, "李")).toBe(true);
    expect(mayVoteForOthers({ ...poll, ruleId: "resident-representatives" }, "李")).toBe(false);
    const items = [{ id: "a", label: "李", personId: "李" }];
    expect(mayVoteForOthers({ ...poll, form: { kind: "each", items } }, "李")).toBe(false);
    expect(mayVoteForOthers({ ...poll, form: { kind: "each", items } }, "王")).toBe(true);
    const form = { kind: "choice", most: 1, seats: 1 } as const;
    expect(mayVoteForOthers({ ...poll, form, options: items }, "李")).toBe(false);
  });
});

it("finds people as lists name them, and tells namesakes apart", () => {
  const people = [
    { personId: "a", name: "李淑珍", unit: "3号楼" },
    { personId: "b", name: "李淑珍", unit: "7号楼" },
    { personId: "c", name: "陈建平", unit: "" },
  ];
  expect(whoIs(people, "b")).toBe(people[1]);
  expect(whoIs(people, " 李淑珍（7号楼）")).toBe(people[1]);
  expect(whoIs(people, "李淑珍(7号楼)")).toBe(people[1]);
  expect(whoIs(people, "李淑珍")).toBe("several");
  expect(whoIs(people, "陈建平")).toBe(people[2]);
  expect(whoIs(people, "王")).toBeNull();
});
