import { defineMethod } from "#app/domain/method/define.ts";
import { ENOUGH_THERE, FOUR_SIDES_THERE, HANDS, SECRETARY_THERE } from "./one-four-x-seats.ts";
import {
  adjourn,
  byDefault,
  CONFIRMED,
  DECLINED,
  DISCUSSED,
  ESCALATE,
  ESCALATED,
  line,
  MERGED,
  noQuorum,
  REJECTED,
  SETTLED,
  SPLIT_UP,
  WITHDRAW_WITH_CONSENT,
  WITHDRAWN,
} from "./parts.ts";
import {
  ADAPT,
  afterPassing,
  DECIDED,
  GENERAL,
  HANDS_AGAINST,
  NATURE,
  NOT_PASSED,
  notPassed,
  only,
  PARTY_FIRST,
  passAndSetDeadline,
  propose,
  REVIEWED,
  review,
  reviewWays,
  SIGNED,
  STATUTORY,
  THREE_PASS,
  THREE_PASS_SEATS,
} from "./three-pass-parts.ts";
import { nextTime, type StageDraft } from "./work.ts";

const ACT = byDefault("一个提、两个审、三个通过的读法，动作由工具给出，不是当地规定");
const half = (id: string, text: string, fact: string, op: "passes" | "fails" = "passes") =>
  line(id, text, fact, ACT, { op, rules: ["present-majority"] });

const COMMITTEES = half("committee-vote", "两委（居委会）到会人员过半数同意", "committeeVote");
const COMMITTEES_AGAINST = half("committee-against", "两委（居委会）表决没有过半", "committeeVote", "fails");
const HOUSEHOLDS = half("household-vote", "到会的利益相关户过半数同意", "householdVote");
const HOUSEHOLDS_AGAINST = half("household-against", "到会的利益相关户没有过半", "householdVote", "fails");

/** One of the three passings: a vote of those present. */
const passing = (
  stage: Pick<StageDraft, "id" | "name" | "who" | "gate" | "exits"> & Partial<StageDraft>,
): StageDraft => ({
  kind: "decide",
  documents: ["attendance-sheet", "ballot-paper", "count-report", "minutes"],
  exceptions: [nextTime(stage.id), adjourn(stage.id), noQuorum(stage.id), WITHDRAW_WITH_CONSENT],
  rules: ["present-majority"],
  source: ACT,
  ...stage,
});

/**
 * 一提二审三通过 read as numbers: one raising, two reviews, three passings. Meant to be switched off until a place says that it reads it so.
 */
export const threePassSixActs = defineMethod({
  id: "three-pass-six-acts",
  name: "一提二审三通过（六个动作）",
  version: 1,
  family: "deliberation",
  summary:
    "一个提：网格党组织；两个审：网格 1+4+X 初审、社区党组织（两委）复审；三个通过：1+4+X 会、社区两委（居委会）、居民代表会议或利益相关户。",
  status: "example",
  offByDefault: true,
  note: `出厂时停用，只有本地文件明明白白写的是六个动作才用。${ADAPT}`,
  voting: "opinion",
  sources: [THREE_PASS, ACT],
  seats: THREE_PASS_SEATS,
  stages: [
    propose("first-review"),
    review({
      id: "first-review",
      name: "一审：网格会商初审",
      // A talk at the table: only from a meeting's agenda can it be known who was there.
      kind: "deliberate",
      who: "网格 1+4+X",
      gate: [...REVIEWED, SECRETARY_THERE, FOUR_SIDES_THERE],
      exits: [{ event: "advance", label: "初审同意，送社区复审", to: "second-review", gate: [SIGNED] }],
      documents: ["attendance-sheet", "review-opinion"],
      exceptions: [nextTime("first-review"), adjourn("first-review"), ...reviewWays("propose", "退回修改")],
    }),
    review({
      id: "second-review",
      name: "二审：社区党组织（两委）复审",
      who: "社区党组织、居民委员会",
      gate: [line("second-opinion", "写明复审意见", "secondOpinion", ACT), NATURE, PARTY_FIRST],
      exits: [
        {
          event: "advance",
          label: "复审同意，上会",
          to: "first-pass",
          gate: [line("second-agrees", "复审同意上会", "secondAgrees", ACT, CONFIRMED)],
        },
      ],
      exceptions: reviewWays("first-review", "退回初审"),
    }),
    passing({
      id: "first-pass",
      name: "第一个通过：1+4+X 会",
      who: "网格党组织书记主持",
      gate: [...ENOUGH_THERE, DISCUSSED],
      exits: [
        { event: "advance", label: "1+4+X 通过", to: "second-pass", gate: [HANDS], counts: ["discussed"] },
        notPassed([HANDS_AGAINST]),
      ],
    }),
    passing({
      id: "second-pass",
      name: "第二个通过：社区两委（居委会）",
      who: "社区党组织、居民委员会",
      gate: [],
      exits: [
        { event: "advance", label: "两委通过", to: "third-pass", gate: [COMMITTEES] },
        notPassed([COMMITTEES_AGAINST]),
      ],
    }),
    passing({
      id: "third-pass",
      name: "第三个通过：居民代表会议或利益相关户",
      who: "一般事项由利益相关户；其余交依法有权决定的人",
      gate: [],
      exits: [
        { event: "advance", label: "利益相关户通过，去交办", to: "assign", gate: [only(GENERAL), HOUSEHOLDS] },
        passAndSetDeadline([only(GENERAL), HOUSEHOLDS]),
        notPassed([only(GENERAL), HOUSEHOLDS_AGAINST]),
        ...DECIDED,
      ],
      ...STATUTORY,
      exceptions: [
        nextTime("third-pass"),
        adjourn("third-pass"),
        noQuorum("third-pass"),
        ESCALATE,
        WITHDRAW_WITH_CONSENT,
      ],
    }),
    ...afterPassing("second-review"),
    SETTLED,
    NOT_PASSED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
