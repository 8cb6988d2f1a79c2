import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
  CONFIRMED,
  DAY,
  DECLINED,
  DISCUSSED,
  ESCALATE,
  ESCALATED,
  ending,
  fixed,
  flexible,
  LIANYUNGANG,
  LISTED,
  line,
  MERGE,
  MERGED,
  NAMED,
  observer,
  publicly,
  RATED,
  REJECT,
  REJECTED,
  returnTo,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  VILLAGERS_LAW,
  WITHDRAW,
  WITHDRAW_WITH_CONSENT,
  WITHDRAWN,
} from "./parts.ts";
import { ASSETS, beforeDeciding, carriedOut, deciding, decisionPosted, resultPosted } from "./village-decides.ts";
import { nextTime } from "./work.ts";

const SANPU = LIANYUNGANG("东海县三铺村“五事三议三公开”工作法");
const GUESSED = byDefault("推定：三铺村的文件未查到，“五事”“三议”“三公开”各指什么，由工具参照别处做法写成");
const FIVE_ELSEWHERE = publicly("连云区墟沟街道“长廊议事”：提事、议事、干事、评事、晒事");
const FIRST_POSTING = byDefault("推定：三公开的第一公开是议题公开，会前张榜");
const HALF = ["present-majority"];

/**
 * 五事三议三公开. The report names it and the village, nothing more; what the five, the three and the three are is guessed here, after a
 * neighbouring street's five matters and the four-discussions order, and every stage says so. Only the villagers' law is the law's.
 */
export const fiveThreeThree = defineMethod({
  id: "five-three-three",
  name: "五事三议三公开",
  version: 1,
  family: "deliberation",
  summary:
    "五事：提事、议事、定事、办事、评事。三议：党组织提议、两委商议、村民（代表）会议决议。三公开：议题公开、决议公开、结果公开。",
  status: "example",
  note: "这是推定的写法，不是三铺村的规定：五事、三议、三公开各指什么，公开资料里没有查到。请照东海县三铺村印发的文件改好再用。",
  voting: "rule",
  sources: [SANPU, FIVE_ELSEWHERE, VILLAGERS_LAW("第25条、第26条、第28条至第30条、第35条"), GUESSED],
  seats: [
    fixed("branch-committee", "村党组织委员", GUESSED),
    fixed("village-committee", "村委会成员", GUESSED),
    flexible("villager-representative", "村民代表", VILLAGERS_LAW("第29条")),
    flexible("party-concerned", "提事的村民", GUESSED),
    observer("supervisors", "村务监督委员会成员", VILLAGERS_LAW("第37条")),
  ],
  stages: [
    {
      id: "raise",
      name: "提事",
      kind: "collect",
      who: "村民提，村干部记",
      gate: [],
      exits: [{ event: "advance", label: "送党组织提议", to: "propose", gate: NAMED }],
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: GUESSED,
    },
    {
      id: "propose",
      name: "议事之一：党组织提议",
      kind: "review",
      who: "村党组织",
      gate: [
        line("asked", "征求过村民的意见", "villagersAsked", GUESSED, CONFIRMED),
        line("proposal", "写下党组织的提议", "proposal", GUESSED),
        ASSETS,
      ],
      exits: [
        {
          event: "advance",
          label: "议题公开，提交两委",
          to: "consult",
          gate: [
            line("topic-on", "写明议题从哪天起公开", "topicPostedOn", FIRST_POSTING, DAY),
            line("topic-at", "列明议题公开在哪些地方", "topicPostedAt", FIRST_POSTING, LISTED),
          ],
        },
      ],
      documents: ["proposal-form", "issue-notice"],
      exceptions: [returnTo("raise"), REJECT, ESCALATE, WITHDRAW],
      source: GUESSED,
    },
    {
      id: "consult",
      name: "议事之二：两委商议",
      kind: "deliberate",
      who: "村党组织委员会、村民委员会",
      gate: [DISCUSSED],
      exits: [
        {
          event: "advance",
          label: "商定，提交会议决议",
          to: "notice",
          gate: [
            line("committees-opinion", "写明两委商议的意见", "committeesOpinion", GUESSED),
            line("committees-vote", "到会的过半数同意", "committeesVote", GUESSED, { op: "passes", rules: HALF }),
          ],
          counts: ["discussed"],
        },
        {
          event: "not-agreed",
          label: "商议没有通过，退回提议",
          to: "propose",
          gate: [
            line("committees-against", "表决过，同意的没有过半", "committeesVote", GUESSED, {
              op: "fails",
              rules: HALF,
            }),
          ],
          counts: ["discussed", "returned"],
        },
      ],
      documents: ["attendance-sheet", "record"],
      exceptions: [nextTime("consult"), adjourn("consult"), returnTo("propose"), WITHDRAW_WITH_CONSENT],
      rules: HALF,
      source: GUESSED,
    },
    beforeDeciding("propose", { source: GUESSED }),
    deciding({ passed: "decision-posted", back: "propose" }, { name: "定事：村民（代表）会议决议", source: GUESSED }),
    decisionPosted("execute", { name: "决议公开", source: GUESSED }),
    ...carriedOut({ work: "办事", report: "评事" }, [RATED]),
    resultPosted({ name: "结果公开", source: GUESSED }),
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
