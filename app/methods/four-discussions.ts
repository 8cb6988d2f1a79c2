import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
  COLLECTIVE_LAW,
  CONFIRMED,
  correction,
  DAY,
  DECLINED,
  DISCUSSED,
  ESCALATED,
  ending,
  fixed,
  flexible,
  LIANYUNGANG,
  line,
  MERGE,
  MERGED,
  NAMED,
  noQuorum,
  objection,
  observer,
  PARTY_BRANCH_RULES,
  publicly,
  REJECT,
  REJECTED,
  reconsider,
  returnTo,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  VILLAGERS_LAW,
  WITHDRAW,
  WITHDRAW_WITH_CONSENT,
  WITHDRAWN,
  when,
} from "./parts.ts";
import { ASSETS, beforeDeciding, carriedOut, deciding, decisionPosted, resultPosted } from "./village-decides.ts";
import { nextTime } from "./work.ts";

const FOUR = LIANYUNGANG("农村社区“四议两公开”制度");
const PRACTICE = publicly("各地公开的“四议两公开”制度");
const WAYS = ["意见一致", "口头表决", "举手表决", "无记名表决"];
const CONSULTED = [
  line("committees-opinion", "写明两委商议的意见", "committeesOpinion", PRACTICE),
  line("consult-way", "选明怎么商定的", "consultWay", PRACTICE, { op: "one-of", value: WAYS }),
];
const minority = (op: "passes" | "fails") =>
  line(
    op === "passes" ? "committees-vote" : "committees-against",
    op === "passes" ? "少数服从多数，同意的过半" : "表决过，同意的没有过半",
    "committeesVote",
    PRACTICE,
    { op, rules: ["present-majority"] },
  );
const PARTY_RULES = ["party-members", "party-members-local"];
const PARTY = PARTY_BRANCH_RULES("第11条");

/**
 * 四议两公开: the branch proposes, the two committees consult, the party members deliberate, the villagers decide; the decision and its result
 * are made public. The report names it and nothing more: the steps are published practice. The Party's and the village law's numbers stand in
 * the rules, local practice beside them, and both must hold: of 34 party members 18 must be in favour, though half of them is 17.
 */
export const fourDiscussions = defineMethod({
  id: "four-discussions",
  name: "四议两公开",
  version: 1,
  family: "deliberation",
  summary:
    "村党支部会提议、村“两委”会商议、党员大会审议、村民代表会议或村民会议决议；决议公开、实施结果公开，都不少于 15 日。地方的票数和法定的票数都够才算通过。",
  note: "各地数字不一：审议按“党员三分之二到会、应到半数以上同意”和支部条例“超过应到半数”两条都过才算；决议还要按全体代表算的，请选“本地加严”。山东另看到会妇女代表。",
  voting: "rule",
  sources: [
    FOUR,
    PRACTICE,
    PARTY,
    VILLAGERS_LAW("第25条、第26条、第28条至第30条、第35条"),
    COLLECTIVE_LAW("第26条至第28条"),
    byDefault("文书、办理天数与例外由工具给出，请按本地文件改"),
  ],
  seats: [
    fixed("branch-committee", "村党支部委员", PRACTICE),
    fixed("village-committee", "村委会成员", PRACTICE),
    flexible("party-member", "党员", PRACTICE),
    flexible("villager-representative", "村民代表", VILLAGERS_LAW("第29条")),
    observer("supervisors", "村务监督委员会成员", VILLAGERS_LAW("第37条")),
    observer("township", "乡镇指导人员", PRACTICE),
  ],
  stages: [
    {
      id: "propose",
      name: "党支部会提议",
      kind: "collect",
      who: "村党支部委员会",
      gate: [
        line("origin", "选明事由从哪里来", "origin", PRACTICE, {
          op: "one-of",
          value: ["党员群众建议", "村干部提议", "上级安排"],
        }),
        line("asked", "征求过党员、代表和村民的意见，论证过", "villagersAsked", PRACTICE, CONFIRMED),
        line("proposal", "写下集体研究的提议", "proposal", PRACTICE),
        ASSETS,
      ],
      exits: [
        { event: "advance", label: "提交两委商议", to: "consult", gate: NAMED },
        {
          event: "consulted-already",
          label: "一肩挑，提议商议合并开",
          to: "review",
          gate: [
            ...NAMED,
            line("one-shoulder", "书记、主任一人担任，两委一并商议过", "oneShoulder", PRACTICE, CONFIRMED),
            line("committees-opinion", "写明两委商议的意见", "committeesOpinion", PRACTICE),
          ],
        },
      ],
      documents: ["proposal-form", "record"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: PRACTICE,
    },
    {
      id: "consult",
      name: "两委会商议",
      kind: "deliberate",
      who: "村党支部委员会、村民委员会",
      gate: [DISCUSSED],
      exits: [
        {
          event: "advance",
          label: "商定，提交党员大会",
          to: "review",
          gate: [...CONSULTED, when("consultWay", WAYS.slice(1), minority("passes"))],
          counts: ["discussed"],
        },
        {
          event: "not-agreed",
          label: "商议没有通过，退回提议",
          to: "propose",
          gate: [minority("fails")],
          counts: ["discussed", "returned"],
        },
      ],
      documents: ["attendance-sheet", "record"],
      exceptions: [nextTime("consult"), adjourn("consult"), returnTo("propose"), WITHDRAW_WITH_CONSENT],
      rules: ["present-majority"],
      source: PRACTICE,
    },
    {
      id: "review",
      name: "党员大会审议",
      kind: "decide",
      who: "村党支部主持，有表决权的党员",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "审议通过，提交决议",
          to: "notice",
          gate: [
            line("plan-sent", "写明方案哪天发给党员", "planSentOn", PRACTICE, DAY),
            line("plan-3", "方案发出已满 3 日", "today", PRACTICE, { op: "days-after", of: "planSentOn", days: 3 }),
            line("members-vote", "半数以上到会，赞成超过应到的半数", "partyVote", PARTY, {
              op: "passes",
              rules: ["party-members"],
            }),
            line("members-vote-local", "三分之二以上到会，应到半数以上同意", "partyVote", PRACTICE, {
              op: "passes",
              rules: ["party-members-local"],
            }),
          ],
          counts: ["discussed"],
        },
        {
          event: "not-passed",
          label: "审议未通过，修改后再提",
          to: "propose",
          gate: [
            line("members-against", "到会够数，同意的不够", "partyVote", PRACTICE, {
              op: "fails",
              rules: PARTY_RULES,
            }),
          ],
          counts: ["discussed", "returned"],
        },
      ],
      documents: ["attendance-sheet", "ballot-paper", "count-report", "record"],
      exceptions: [
        nextTime("review"),
        adjourn("review"),
        noQuorum("review"),
        returnTo("propose"),
        WITHDRAW_WITH_CONSENT,
      ],
      rules: PARTY_RULES,
      source: PRACTICE,
    },
    beforeDeciding("propose"),
    deciding({ passed: "decision-posted", back: "propose" }, { name: "村民（代表）会议决议" }),
    decisionPosted("execute", {
      exceptions: [objection("decision-posted"), correction("decision-posted"), reconsider("review")],
    }),
    ...carriedOut({ work: "实施", report: "监督审核" }),
    resultPosted(),
    SETTLED,
    ending("not-passed", "成员大会未通过"),
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
