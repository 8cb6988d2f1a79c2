import { defineMethod } from "#app/domain/method/define.ts";
import {
  answerObjection,
  byDefault,
  DAY,
  DECLINED,
  ESCALATE,
  ESCALATED,
  LIANYUNGANG,
  LISTED,
  line,
  MERGE,
  MERGED,
  NAMED,
  OBJECTIONS_ANSWERED,
  objection,
  publicly,
  REJECT,
  REJECTED,
  reconsider,
  returnTo,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  WITHDRAW,
  WITHDRAW_WITH_CONSENT,
  WITHDRAWN,
} from "./parts.ts";
import {
  COUNCIL_SEATS,
  council,
  lawful,
  madePublic,
  SUPERVISED,
  supervised,
  TAKEN_UP,
  THREE_COUNCILS,
} from "./three-councils.ts";
import { ELEMENTS, report, work } from "./work.ts";

const ONE_THREE_SIX = LIANYUNGANG("连云区营山社区“136工作法”");
const SIX = publicly("营山社区“136工作法”即一委三会六步，六步的名称未见公开");
const STEP = byDefault("六步的名称由工具给出，请按营山社区的文件改");
const ASKED = byDefault("议事会议过的，先张榜问 7 日意见");

/**
 * 136: one committee, three councils, six steps. That 1, 3 and 6 mean this is published; the names of the six steps are not, so they are
 * ours. Everything but the asking in public is shared with 一委三会.
 */
export const oneThreeSix = defineMethod({
  id: "one-three-six",
  name: "136 工作法",
  version: 1,
  family: "deliberation",
  summary:
    "一委、三会、六步：群众提事、党委定题、议事会议事、公示征询（法定的事交会议表决）、居委会办理、监委会评议公开。",
  status: "example",
  note: "“136”指一委三会六步，已有公开介绍；六步各叫什么没有查到，这里的步骤名可以改，请按连云区营山社区印发的文件为准。",
  voting: "opinion",
  sources: [ONE_THREE_SIX, THREE_COUNCILS, SIX, STEP],
  seats: COUNCIL_SEATS,
  stages: [
    {
      id: "raise",
      name: "群众提事",
      kind: "collect",
      who: "居民、网格员",
      gate: [],
      exits: [{ event: "advance", label: "送党委定题", to: "lead", gate: NAMED }],
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: STEP,
    },
    {
      id: "lead",
      name: "党委定题",
      kind: "review",
      who: "社区党委",
      gate: [...SUPERVISED, ...TAKEN_UP],
      exits: [{ event: "advance", label: "定为议题，交议事会", to: "council" }],
      deadline: { text: "3 个工作日内答复", days: 3, kind: "working", source: byDefault("受理 3 个工作日内答复") },
      documents: ["issue-notice"],
      exceptions: [returnTo("raise"), REJECT, ESCALATE, WITHDRAW],
      source: STEP,
    },
    council({ passed: "consult", lawful: "lawful", back: "lead" }, { name: "议事会议事", source: STEP }),
    {
      id: "consult",
      name: "公示征询",
      kind: "publish",
      who: "居委会张榜，网格员上门问",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "征询完，去办理",
          to: "assign",
          gate: [
            line("asked-on", "写明从哪天起征询", "askedOn", ASKED, DAY),
            line("asked-at", "列明张榜在哪里、问了哪些人", "askedAt", ASKED, LISTED),
            line("asked-7", "征询已满 7 日", "askedOn", ASKED, { op: "elapsed", days: 7, kind: "calendar" }),
            OBJECTIONS_ANSWERED,
          ],
        },
        answerObjection("consult"),
      ],
      documents: ["result-notice", "objection-form"],
      exceptions: [objection("consult"), reconsider("council"), WITHDRAW_WITH_CONSENT],
      source: STEP,
    },
    lawful({ passed: "assign", failed: "publish" }, { name: "会议表决", source: STEP }),
    {
      id: "assign",
      name: "居委会列任务单",
      kind: "assign",
      who: "居委会",
      gate: ELEMENTS,
      exits: [{ event: "advance", label: "任务到人，开始办", to: "execute" }],
      documents: ["action-notice"],
      exceptions: [ESCALATE, returnTo("council", "办不下去，退回议事会再议")],
      source: STEP,
    },
    work({ name: "居委会办理", who: "居委会，责任人", source: STEP }),
    report("supervise"),
    supervised("publish", { name: "监委会评议", source: STEP }),
    madePublic({ name: "结果公开", source: STEP }),
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
