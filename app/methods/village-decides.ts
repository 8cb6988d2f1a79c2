import type { GateLine } from "#app/domain/method/definition.ts";
import type { Source } from "#app/domain/source.ts";
import {
  adjourn,
  byDefault,
  COLLECTIVE_LAW,
  CONFIRMED,
  DAY,
  DISCUSSED,
  ESCALATE,
  LISTED,
  line,
  noQuorum,
  postpone,
  publicly,
  returnTo,
  URGENT_MADE_UP,
  urgent,
  VILLAGERS_LAW,
  WITHDRAW,
  WITHDRAW_WITH_CONSENT,
  when,
} from "./parts.ts";
import { ELEMENTS, nextTime, posted, posting, report, type StageDraft, unrated, work } from "./work.ts";

/** How a village decides: which body, how long before it is told, by which rules, and what is posted. 四议两公开 and 五事三议三公开 share it. */

const REPRESENTATIVES = "村民代表会议";
const REPRESENTATIVES_STRICT = "村民代表会议（本地加严）";
const ADULTS = "村民会议（18 周岁以上村民）";
const HOUSEHOLDS = "村民会议（户的代表）";

const BY_REPRESENTATIVES = VILLAGERS_LAW("第29条、第30条");
const BY_MEETING = VILLAGERS_LAW("第25条、第26条");
const STRICT = publicly("有的地方的“四议两公开”制度：全体村民代表半数以上同意");
const LOCAL_PRACTICE = publicly("各地公开的“四议两公开”制度");

/** Which body decides; the law's numbers differ. */
const BODY = line("body", "选明由哪个会议决议", "body", byDefault("按事项选村民代表会议或村民会议"), {
  op: "one-of",
  value: [REPRESENTATIVES, REPRESENTATIVES_STRICT, ADULTS, HOUSEHOLDS],
});

const REP = "villager-representatives";
const REP_LOCAL = "villager-representatives-local";
const JUDGED: readonly { bodies: string[]; rule: string; text: string; source: Source }[] = [
  {
    bodies: [REPRESENTATIVES, REPRESENTATIVES_STRICT],
    rule: REP,
    text: "三分之二以上组成人员到会，到会过半数同意",
    source: BY_REPRESENTATIVES,
  },
  {
    bodies: [REPRESENTATIVES_STRICT],
    rule: REP_LOCAL,
    text: "本地加严：全体村民代表半数以上同意",
    source: STRICT,
  },
  {
    bodies: [ADULTS],
    rule: "villagers-meeting",
    text: "18 周岁以上村民过半数到会，到会过半数同意",
    source: BY_MEETING,
  },
  {
    bodies: [HOUSEHOLDS],
    rule: "villagers-meeting-by-household",
    text: "三分之二以上户的代表到会，到会过半数同意",
    source: BY_MEETING,
  },
];
const PASSES = JUDGED.map(({ bodies, rule, text, source }) =>
  when("body", bodies, line(`passes-${rule}`, text, "vote", source, { op: "passes", rules: [rule] })),
);
/** Not passed where the body's rules were not all met; for the stricter one that is either of the two. */
const FAILS = [
  { body: REPRESENTATIVES, rules: [REP] },
  { body: REPRESENTATIVES_STRICT, rules: [REP, REP_LOCAL] },
  { body: ADULTS, rules: ["villagers-meeting"] },
  { body: HOUSEHOLDS, rules: ["villagers-meeting-by-household"] },
].map(({ body, rules }, index) =>
  when(
    "body",
    [body],
    line(`fails-${index + 1}`, "到会够数，同意的不够", "vote", LOCAL_PRACTICE, { op: "fails", rules }),
  ),
);

/** The collective's assets are not the villagers' meeting's to dispose of. */
const COLLECTIVE = "涉及集体资产";
const NOT_COLLECTIVE = "不涉及集体资产";
export const ASSETS = line("assets", "选明涉不涉及集体资产", "assets", byDefault("涉及集体资产的，改由成员大会决定"), {
  op: "one-of",
  value: [COLLECTIVE, NOT_COLLECTIVE],
});
const only = (word: string, text: string): GateLine => ({
  ...ASSETS,
  text,
  test: { op: "one-of", value: [word] },
});
const OWN = only(NOT_COLLECTIVE, "不涉及集体资产，村民的会议能定");

/**
 * 决议前公告: ten days before a villagers' meeting by law; the law sets none for representatives. The collective's members are called by their
 * own assembly's notice: nobody has to name a villagers' body for it here.
 */
export const beforeDeciding = (back: string, more: Partial<StageDraft> = {}): StageDraft => ({
  id: "notice",
  name: "决议前公告",
  kind: "notice",
  who: "村民委员会",
  gate: [],
  exits: [
    {
      event: "advance",
      label: "公告到期，开会决议",
      to: "decide",
      gate: [
        BODY,
        line("notice-on", "写明公告从哪天起", "noticeOn", LOCAL_PRACTICE, DAY),
        line("notice-at", "列明公告贴在哪些地方、发给了谁", "noticeAt", LOCAL_PRACTICE, LISTED),
        when(
          "body",
          [REPRESENTATIVES, REPRESENTATIVES_STRICT],
          line("notice-5", "公告已满 5 日", "today", publicly("山东省村民代表会议地方规定：提前 5 日书面通知并张榜"), {
            op: "days-after",
            of: "noticeOn",
            days: 5,
          }),
        ),
        when(
          "body",
          [ADULTS, HOUSEHOLDS],
          line("notice-10", "公告已满 10 日", "today", VILLAGERS_LAW("第25条"), {
            op: "days-after",
            of: "noticeOn",
            days: 10,
          }),
        ),
      ],
    },
    {
      event: "collective-assets",
      label: "涉及集体资产，转成员大会",
      to: "decide",
      gate: [only(COLLECTIVE, "这件事涉及集体资产")],
    },
  ],
  documents: ["meeting-notice", "issue-notice"],
  exceptions: [
    urgent("decide", byDefault("特殊情况可以临时通知：法律对村民会议有规定，代表会议照此办")),
    postpone("notice"),
    returnTo(back, "方案有误，退回修改"),
    WITHDRAW,
  ],
  source: LOCAL_PRACTICE,
  ...more,
});

/** 决议 by the body chosen, or by the collective's assembly where its assets are touched. */
export const deciding = (
  { passed, back }: { passed: string; back: string },
  more: Partial<StageDraft> = {},
): StageDraft => ({
  id: "decide",
  name: "决议",
  kind: "decide",
  who: "村民委员会主持，村民代表或村民",
  gate: [],
  exits: [
    {
      event: "advance",
      label: "决议通过，公开",
      to: passed,
      gate: [BODY, OWN, DISCUSSED, ...PASSES],
      counts: ["discussed"],
    },
    {
      event: "not-passed",
      label: "决议未通过，退回修改",
      to: back,
      gate: [BODY, OWN, ...FAILS],
      counts: ["discussed", "returned"],
    },
    { event: "decision-passed", label: "成员大会通过，公开", to: passed, after: "passed" },
    { event: "decision-failed", label: "成员大会未通过", to: "not-passed", after: "failed" },
  ],
  decisions: [
    {
      method: "collective-assembly",
      label: "涉及集体资产，交成员大会决定",
      gate: [only(COLLECTIVE, "这件事涉及集体资产")],
      source: COLLECTIVE_LAW("第26条至第28条"),
    },
  ],
  documents: ["attendance-sheet", "ballot-paper", "count-report", "record"],
  exceptions: [nextTime("notice"), adjourn("decide"), noQuorum("notice"), ESCALATE, WITHDRAW_WITH_CONSENT],
  rules: JUDGED.map(({ rule }) => rule),
  source: LOCAL_PRACTICE,
  ...more,
});

const PHONE = publicly("各地公开的“四议两公开”制度：写明内容、范围和监督电话");
/** 决议公开 for 15 days; what is posted says where to complain. Then the work is given out. */
export const decisionPosted = (to: string, more: Partial<StageDraft> = {}): StageDraft =>
  posted("decision-posted", "决议公开", {
    to,
    gate: [
      ...posting("decision", VILLAGERS_LAW("第35条")),
      line("phone", "公开的内容、范围和监督电话都写上了", "postedComplete", PHONE, CONFIRMED),
    ],
    exit: { label: "公布期满，组织实施", gate: [...ELEMENTS, URGENT_MADE_UP] },
    who: "村民委员会",
    deadline: {
      text: "公布不少于 15 日",
      days: 15,
      kind: "calendar",
      source: VILLAGERS_LAW("第35条"),
    },
    source: LOCAL_PRACTICE,
    ...more,
  });

const AUDITED = line(
  "audited",
  "村务监督委员会审核过",
  "audited",
  publicly("各地公开的“四议两公开”制度：监督审核后公开"),
  CONFIRMED,
);

/** 实施 and its report back, checked by the supervisors before anything is posted. */
export const carriedOut = (names: { work: string; report: string }, rated: GateLine[] = []): StageDraft[] => [
  work({ name: names.work, who: "村民委员会，责任人" }),
  report("result-posted", {
    name: names.report,
    who: "责任人报告，村务监督委员会审核",
    exits: [
      {
        event: "advance",
        label: "审核过，公开结果",
        to: "result-posted",
        gate: [...rated, AUDITED],
      },
      ...(rated.length > 0 ? [unrated("result-posted", { gate: [AUDITED] })] : []),
    ],
    documents: ["supervision-opinion", "rating-form"],
  }),
];

/** 结果公开 for 15 days, accounts included. */
export const resultPosted = (more: Partial<StageDraft> = {}): StageDraft =>
  posted("result-posted", "实施结果公开", {
    to: "settled",
    gate: [
      ...posting("result", VILLAGERS_LAW("第35条")),
      line("accounts", "写明花了多少钱（没花就写没有）", "accounts", LOCAL_PRACTICE),
    ],
    who: "村民委员会",
    deadline: { text: "公布不少于 15 日", days: 15, kind: "calendar", source: VILLAGERS_LAW("第35条") },
    documents: ["feedback-notice", "objection-form"],
    source: LOCAL_PRACTICE,
    ...more,
  });
