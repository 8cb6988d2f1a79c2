import { defineMethod } from "#app/domain/method/define.ts";
import { ENOUGH_THERE, FOUR_SIDES_THERE, HANDS, SECRETARY_THERE } from "./one-four-x-seats.ts";
import {
  adjourn,
  byDefault,
  DECLINED,
  DISCUSSED,
  ESCALATE,
  ESCALATED,
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
  SIGNED,
  STATUTORY,
  THREE_PASS,
  THREE_PASS_SEATS,
} from "./three-pass-parts.ts";
import { DECLINE, nextTime } from "./work.ts";

/** A show of hands of the 1+4+X about a general matter. */
const RAISED = [...ENOUGH_THERE, DISCUSSED, only(GENERAL)];

/**
 * 一提二审三通过 read as an order: first raise, second review, third pass. Who passes follows from the matter: the 1+4+X a general one, the
 * representatives what concerns all residents, the owners what they own together. Nothing but the eight characters is the report's.
 */
export const threePass = defineMethod({
  id: "three-pass",
  name: "一提二审三通过",
  version: 1,
  family: "deliberation",
  summary:
    "第一步提：把事说成提案；第二步审：1+4+X 会审，书记签字；第三步通过：一般事项举手过半，涉及全体居民的交居民代表会议，涉及业主共有的交业主共同决定。",
  status: "example",
  note: ADAPT,
  voting: "opinion",
  sources: [THREE_PASS, byDefault("读作“先提、再审、后通过”三步；要素、审什么、谁通过都由工具给出")],
  seats: THREE_PASS_SEATS,
  stages: [
    propose("review"),
    review({
      id: "review",
      name: "二审",
      who: "1+4+X 会审，网格党组织书记签字",
      gate: [...REVIEWED, NATURE, PARTY_FIRST],
      exits: [{ event: "advance", label: "同意上会", to: "pass", gate: [SECRETARY_THERE, FOUR_SIDES_THERE, SIGNED] }],
      source: THREE_PASS,
    }),
    {
      id: "pass",
      name: "三通过",
      kind: "decide",
      who: "一般事项由 1+4+X 举手；其余交依法有权决定的人",
      gate: [],
      exits: [
        { event: "advance", label: "举手通过，去交办", to: "assign", gate: [...RAISED, HANDS], counts: ["discussed"] },
        passAndSetDeadline([...RAISED, HANDS]),
        notPassed([...RAISED, HANDS_AGAINST]),
        DECLINE,
        ...DECIDED,
      ],
      ...STATUTORY,
      deadline: {
        text: "审过后 7 日内上会；交代表会议、业主决定的按法定通知期",
        days: 7,
        kind: "calendar",
        source: byDefault("审过后 7 日内上会"),
      },
      documents: ["attendance-sheet", "ballot-paper", "count-report", "minutes"],
      exceptions: [nextTime("pass"), adjourn("pass"), noQuorum("pass"), ESCALATE, WITHDRAW_WITH_CONSENT],
      rules: ["present-majority"],
      source: THREE_PASS,
    },
    ...afterPassing("review"),
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
