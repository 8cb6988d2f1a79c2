import type { MethodDraft } from "#app/domain/method/definition.ts";
import {
  adjourn,
  byDefault,
  CONFIRMED,
  ESCALATE,
  fixed,
  flexible,
  LIANYUNGANG,
  LISTED,
  line,
  noQuorum,
  observer,
  RESIDENTS_LAW,
  reconsider,
  returnTo,
  VILLAGERS_LAW,
  WITHDRAW_WITH_CONSENT,
  when,
} from "./parts.ts";
import { DECLINE, nextTime, posted, posting, type StageDraft, setDeadline } from "./work.ts";

/**
 * What 一委三会 and 136 are made of: the party organisation leads, the council discusses, the committee carries out, the supervisors watch.
 * Reports differ on whether the council discusses or decides; here it proposes, and what the law keeps for a meeting goes to that meeting.
 */
export const THREE_COUNCILS = LIANYUNGANG("“一委三会”治理模式");

const WATCH = byDefault("监委会可以列席、询问、要求重议");
const CITY = "城市社区";
const VILLAGE = "村";
const COUNCILS_OWN = "议事会能定的";
const BY_LAW = "依法要由会议决定的";

export const COUNCIL_SEATS: MethodDraft["seats"] = [
  fixed("party-secretary", "党组织书记", THREE_COUNCILS),
  fixed("council", "议事会成员", THREE_COUNCILS),
  flexible("committee", "居（村）委会成员", THREE_COUNCILS),
  observer("supervisors", "监督委员会成员", THREE_COUNCILS),
  flexible("party-concerned", "当事人", byDefault("议到谁的事，请谁到场")),
  flexible("elder", "乡贤", byDefault("需要谁来说句公道话，就请谁")),
  flexible("department", "有关部门", byDefault("需要哪个部门答复，请哪个部门到场")),
];

const apart = (place: string, article: ReturnType<typeof RESIDENTS_LAW>) =>
  when(
    "settlement",
    [place],
    line("apart", "监督委员里没有居（村）委会成员和他们的近亲属", "supervisors", article, {
      op: "disjoint",
      of: "committeeAndKin",
    }),
  );
const SETTLEMENT = line("settlement", "选明是城市社区还是村", "settlement", byDefault("社区与村依的法不同"), {
  op: "one-of",
  value: [CITY, VILLAGE],
});

/** Whoever carries out does not supervise, nor do their close relatives (居组法 36, 村组法 37): two lists without a name in common. */
export const SUPERVISED: StageDraft["gate"] = [
  SETTLEMENT,
  line("committee-and-kin", "列出居（村）委会成员和他们的近亲属", "committeeAndKin", WATCH, LISTED),
  apart(CITY, RESIDENTS_LAW("第36条")),
  { ...apart(VILLAGE, VILLAGERS_LAW("第37条")), id: "apart-village" },
];

/** 定题: the party organisation takes the issue up and says what kind it is. */
export const TAKEN_UP: StageDraft["gate"] = [
  line("branch-agrees", "党组织研究，同意作为议题", "branchAgrees", byDefault("党组织领导，把好议题关"), CONFIRMED),
  line("nature", "选明这件事谁能定", "nature", byDefault("议事会只定自己能定的，法定的事交会议"), {
    op: "one-of",
    value: [COUNCILS_OWN, BY_LAW],
  }),
];

const COUNCIL = byDefault("三分之二以上成员到会，到会过半数同意");
const councilVote = (id: string, text: string, op: "passes" | "fails") =>
  line(id, text, "councilVote", COUNCIL, { op, rules: ["council-two-thirds"] });
const OWN = line("nature", "这件事议事会能定", "nature", COUNCIL, { op: "one-of", value: [COUNCILS_OWN] });
const PASSED = councilVote("council-vote", "三分之二以上到会，到会过半数同意", "passes");

/** 议事: the council's vote; `passed` is where its own matters go, `lawful` where the others are decided, `back` where a refused one goes. */
export const council = (
  { passed, lawful, back }: { passed: string; lawful: string; back: string },
  more: Partial<StageDraft> = {},
): StageDraft => ({
  id: "council",
  name: "议事会协商",
  kind: "decide",
  who: "议事会成员，当事人、乡贤、部门；监委会列席",
  gate: [line("statements", "至少记下一条发言", "statements", byDefault("会议如实记录"), { op: "at-least", value: 1 })],
  exits: [
    { event: "advance", label: "议事会同意", to: passed, gate: [PASSED, OWN], counts: ["discussed"] },
    ...(passed === "assign"
      ? [{ ...setDeadline("execute", { gate: [PASSED, OWN] }), label: "议事会同意，限期办理" }]
      : []),
    {
      event: "to-meeting",
      label: "议事会提建议，交会议决定",
      to: lawful,
      gate: [
        PASSED,
        line("proposal", "写明议事会建议怎么定", "councilProposal", COUNCIL),
        { ...OWN, id: "by-law", text: "这件事依法要由会议决定", test: { op: "one-of", value: [BY_LAW] } },
      ],
      counts: ["discussed"],
    },
    {
      event: "not-passed",
      label: "议事会没有同意",
      to: back,
      gate: [councilVote("council-against", "到会够数，同意的没有过半", "fails")],
      counts: ["discussed", "returned"],
    },
    DECLINE,
  ],
  documents: ["attendance-sheet", "record", "minutes", "count-report"],
  exceptions: [nextTime(back), adjourn("council"), noQuorum(back), ESCALATE, WITHDRAW_WITH_CONSENT],
  rules: ["council-two-thirds"],
  source: THREE_COUNCILS,
  ...more,
});

const DECIDES_CITY = RESIDENTS_LAW("第30条、第32条");
const DECIDES_VILLAGE = VILLAGERS_LAW("第28条、第33条");
const where = (place: string) =>
  line("settlement", `这里是${place}`, "settlement", byDefault("社区与村依的法不同"), { op: "one-of", value: [place] });

/** 依法决定: the meeting that the law asks for; back comes what it decided. */
export const lawful = (
  { passed, failed }: { passed: string; failed: string },
  more: Partial<StageDraft> = {},
): StageDraft => ({
  id: "lawful",
  name: "交会议依法决定",
  kind: "assign",
  who: "居（村）委会召集",
  gate: [],
  exits: [
    { event: "decision-passed", label: "会议通过，去办理", to: passed, after: "passed" },
    { event: "decision-failed", label: "会议未通过，公开", to: failed, after: "failed" },
  ],
  decisions: [
    { method: "resident-representatives", label: "居民代表会议", gate: [where(CITY)], source: DECIDES_CITY },
    { method: "residents-meeting", label: "居民会议", gate: [where(CITY)], source: DECIDES_CITY },
    { method: "villager-representatives", label: "村民代表会议", gate: [where(VILLAGE)], source: DECIDES_VILLAGE },
    { method: "villagers-meeting", label: "村民会议", gate: [where(VILLAGE)], source: DECIDES_VILLAGE },
  ],
  documents: ["proposal-form"],
  exceptions: [returnTo("council", "退回议事会再议"), WITHDRAW_WITH_CONSENT],
  source: byDefault("议事会不替代法定的会议"),
  ...more,
});

/** 监督: an opinion in writing; the supervisors may ask for the work to be done again, or for the council to take it up anew. */
export const supervised = (to: string, more: Partial<StageDraft> = {}): StageDraft => ({
  id: "supervise",
  name: "监委会监督",
  kind: "review",
  who: "居（村）务监督委员会",
  gate: [],
  exits: [
    {
      event: "advance",
      label: "监督完，公开",
      to,
      gate: [line("supervision", "写下监督意见", "supervisionOpinion", WATCH)],
    },
  ],
  deadline: { text: "5 日内提出意见", days: 5, kind: "calendar", source: byDefault("5 日内提出监督意见") },
  documents: ["supervision-opinion"],
  exceptions: [returnTo("execute", "监委会要求重办"), reconsider("council")],
  source: THREE_COUNCILS,
  ...more,
});

/** 公开 at least 15 days, by the law of the place (居组法 34, 村组法 35). */
export const madePublic = (more: Partial<StageDraft> = {}): StageDraft =>
  posted("publish", "公开", {
    to: "settled",
    gate: [
      SETTLEMENT,
      ...posting("result").map((each) => when("settlement", [CITY], each)),
      ...posting("result", VILLAGERS_LAW("第35条")).map((each) =>
        when("settlement", [VILLAGE], { ...each, id: `${each.id}-village` }),
      ),
    ],
    who: "居（村）委会",
    source: byDefault("协商和办理的结果都要公开"),
    ...more,
  });
