import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
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
  noQuorum,
  postpone,
  publicly,
  REJECT,
  REJECTED,
  returnTo,
  SPLIT,
  SPLIT_UP,
  URGENT_MADE_UP,
  urgent,
  WITHDRAW,
  WITHDRAWN,
} from "./parts.ts";
import { DECLINE, ELEMENTS, nextTime, posted, posting, report, work } from "./work.ts";

const BRAND = LIANYUNGANG("“有事好商量”");
const RULES = publicly("江苏省政协“有事好商量”协商议事工作规则：协商于决策之前和决策实施之中");
const CHOOSING = publicly("常州等地的做法：选题、选人、选形式，跟踪问效，评估效果");
const LISTS = publicly("启东等地的做法：协商成果列成清单，抓办理落实");
const NO_VOTE = byDefault("不表决，只写共识、分歧、建议三样");
const ALL_THERE = byDefault("召集人、相关群众、有关部门缺一方就另约，可改");
const POSTED = byDefault("协商结果公布不少于 15 日，比照居务公开");

/**
 * 有事好商量: the talk of the CPPCC's platform. It never votes; what comes out is three texts, 共识 · 分歧 · 建议, and a list to act on.
 * The brand is the report's, choosing topic and people, lists and evaluation are published practice; order, days and posting are ours:
 * the rules' third chapter was not to be found.
 */
export const talkItOver = defineMethod({
  id: "talk-it-over",
  name: "有事好商量",
  version: 1,
  family: "deliberation",
  status: "example",
  summary:
    "征题目、定题目、会前调研，请利益相关的人和部门坐下来商量。不表决，记下共识、分歧、建议三样，列成清单交办，跟踪反馈，最后评一评效果。",
  note: "省里的工作规则只查到前两章，环节和天数是工具给的，请照市县政协的文件改。要作决定的事，另走居民会议、居民代表会议。",
  voting: "none",
  sources: [BRAND, RULES, CHOOSING, LISTS, NO_VOTE],
  seats: [
    fixed("convener", "协商召集人", CHOOSING),
    fixed("member", "政协委员", RULES),
    flexible("concerned", "利益相关的群众代表", CHOOSING),
    flexible("department", "有关部门", CHOOSING),
    flexible("expert", "专业人士", CHOOSING),
  ],
  stages: [
    {
      id: "topics",
      name: "征集议题",
      kind: "collect",
      who: "协商议事室征集",
      gate: [],
      exits: [{ event: "advance", label: "报党组织审定", to: "choose", gate: NAMED }],
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: CHOOSING,
    },
    {
      id: "choose",
      name: "党组织审定",
      kind: "review",
      who: "党组织",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "定题，去调研",
          to: "research",
          gate: [
            line("topic-opinion", "写明党组织审定意见", "topicOpinion", CHOOSING),
            line("concerned-named", "列出与议题直接相关的人，一行一个", "concernedPeople", CHOOSING, LISTED),
          ],
        },
      ],
      deadline: { text: "3 个工作日内", days: 3, kind: "working", source: byDefault("3 个工作日内审定，可改") },
      documents: ["review-opinion"],
      exceptions: [returnTo("topics"), REJECT, ESCALATE, WITHDRAW],
      source: CHOOSING,
    },
    {
      id: "research",
      name: "会前调研",
      kind: "draft",
      who: "召集人、委员",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "调研完，发通知",
          to: "notice",
          gate: [line("findings", "写明调研了解到什么", "findings", byDefault("会前先弄清情况"))],
        },
      ],
      deadline: { text: "10 日内", days: 10, kind: "calendar", source: byDefault("会前 10 日内调研完，可改") },
      documents: ["ledger"],
      exceptions: [returnTo("choose", "题目要改，退回再定"), WITHDRAW],
      source: byDefault("会前先调研"),
    },
    {
      id: "notice",
      name: "通知",
      kind: "notice",
      who: "召集人",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "到日子，开会",
          to: "talk",
          gate: [
            line("meeting-on", "写明开会日期", "meetingOn", CHOOSING, DAY),
            line("form", "写明用什么形式商量", "form", CHOOSING),
          ],
        },
      ],
      deadline: { text: "会前 3 日通知", days: 3, kind: "calendar", source: byDefault("会前 3 日通知，可改") },
      documents: ["meeting-notice", "invitation"],
      exceptions: [urgent("talk", byDefault("急事可以马上商量，会后补公告")), postpone("notice"), WITHDRAW],
      source: CHOOSING,
    },
    {
      id: "talk",
      name: "协商",
      kind: "deliberate",
      who: "召集人、委员、利益相关的人、部门",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "说完，归拢意见",
          to: "conclude",
          gate: [
            line("seats", "召集人、相关群众和部门都到会", "seatsPresent", ALL_THERE, {
              op: "includes-all",
              value: ["convener", "concerned", "department"],
            }),
            DISCUSSED,
          ],
        },
      ],
      documents: ["attendance-sheet", "record"],
      exceptions: [nextTime("notice"), adjourn("talk"), noQuorum("notice"), WITHDRAW],
      source: RULES,
    },
    {
      id: "conclude",
      name: "共识、分歧、建议",
      kind: "decide",
      who: "召集人归拢，到会的人核对",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "三样都写好，列清单交办",
          to: "hand-over",
          gate: [
            line("consensus", "写明共识，没有的写“没有”", "consensus", NO_VOTE),
            line("differences", "写明分歧和各方说法，没有的写“没有”", "differences", NO_VOTE),
            line("advice", "写明建议", "advice", NO_VOTE),
          ],
          counts: ["discussed"],
        },
        DECLINE,
      ],
      documents: ["record", "minutes"],
      exceptions: [nextTime("notice"), adjourn("conclude"), ESCALATE, WITHDRAW],
      source: NO_VOTE,
    },
    {
      id: "hand-over",
      name: "列清单交办",
      kind: "assign",
      who: "党组织交有关部门、单位",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "交办",
          to: "execute",
          gate: [line("advice-list", "列出意见建议清单，一行一条", "adviceList", LISTS, LISTED), ...ELEMENTS],
        },
        {
          event: "nothing-to-do",
          label: "没有要办的，公布结果",
          to: "publish",
          gate: [line("no-task-why", "写明为什么没有要办的", "noTaskWhy", byDefault("只谈清情况的，写明即可"))],
        },
      ],
      deadline: {
        text: "会后 2 个工作日内",
        days: 2,
        kind: "working",
        source: byDefault("会后 2 个工作日内交办，可改"),
      },
      documents: ["action-notice", "minutes"],
      exceptions: [returnTo("conclude", "清单写不清，退回再归拢"), ESCALATE],
      source: LISTS,
    },
    work({ who: "承办部门、单位" }),
    report("evaluate", { name: "跟踪反馈", who: "承办的人向协商议事室和当事人反馈" }),
    {
      id: "evaluate",
      name: "评估效果",
      kind: "review",
      who: "召集人、委员、群众代表",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "评估完，公布结果",
          to: "publish",
          gate: [line("evaluation", "写明落实了几条、效果怎样", "evaluation", CHOOSING)],
        },
      ],
      deadline: { text: "反馈后 15 日内", days: 15, kind: "calendar", source: byDefault("反馈后 15 日内评估，可改") },
      documents: ["ledger"],
      exceptions: [returnTo("execute", "没有落实，退回再办", 2), ESCALATE],
      source: CHOOSING,
    },
    posted("publish", "公布结果", {
      to: "talked-over",
      gate: [...posting("result", POSTED), URGENT_MADE_UP],
      deadline: { text: "公布不少于 15 日", days: 15, kind: "calendar", source: POSTED },
      source: POSTED,
    }),
    ending("talked-over", "商量完，已了结"),
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
