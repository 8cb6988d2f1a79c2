import { defineMethod } from "#app/domain/method/define.ts";
import {
  byDefault,
  DAY,
  DECLINED,
  ESCALATE,
  ESCALATED,
  ending,
  fixed,
  flexible,
  line,
  MERGE,
  MERGED,
  NAMED,
  postpone,
  REJECT,
  REJECTED,
  returnTo,
  SETTLED,
  WITHDRAW,
  WITHDRAWN,
  XIXIA,
} from "./parts.ts";
import { PATROLLED } from "./patrol.ts";
import { ELEMENTS, report, work } from "./work.ts";

const SURVEY = XIXIA("“六防六促”矛盾纠纷季度大排查");
const LEVEL = byDefault("分级办：网格能解的网格解，解不了的社区解，再不行往上转");

/**
 * 季度矛盾纠纷排查: once a quarter people go from door to door. A round ends with a list; each dispute on it becomes an issue that begins
 * here too and goes straight to 分级. The report names the quarter and the three ways to ask; the rest is ours.
 */
export const disputeSurvey = defineMethod({
  id: "dispute-survey",
  name: "季度矛盾纠纷排查",
  version: 1,
  family: "activity",
  summary: "每季度上门走访、邻里畅谈、电话访谈，把矛盾摸清楚。排查出的纠纷一件一件登记，分级化解，回头再问。",
  note: "婚恋、债务等纠纷涉及个人隐私：登记时少写细节，不公示。",
  voting: "none",
  calendar: { every: "quarter" },
  sources: [SURVEY, byDefault("排查记录的样子、分级与天数由工具给出，请按本地文件改")],
  seats: [
    fixed("grid-worker", "网格员", SURVEY),
    flexible("mediator", "调解员", SURVEY),
    flexible("party-concerned", "当事人", byDefault("谁的纠纷，请谁到场")),
  ],
  stages: [
    {
      id: "register",
      name: "登记",
      kind: "collect",
      who: "网格员",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "安排一轮排查",
          to: "survey",
          gate: [
            line("quarter", "写明是哪一季度", "quarter", SURVEY),
            line("starts-on", "写明哪天开始", "startsOn", byDefault("排查要有起止"), DAY),
            line("how", "选明主要怎么摸排", "surveyBy", SURVEY, {
              op: "one-of",
              value: ["上门走访", "邻里畅谈", "电话访谈"],
            }),
          ],
        },
        { event: "take-up", label: "登记的是一起纠纷，去分级", to: "sort", gate: NAMED },
      ],
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, WITHDRAW],
      source: byDefault("排查和排查出的纠纷都先登记"),
    },
    {
      id: "survey",
      name: "排查",
      kind: "review",
      who: "组长带组员",
      gate: PATROLLED,
      exits: [{ event: "advance", label: "排查完，汇总归档", to: "surveyed" }],
      deadline: { text: "一个月内走完一轮", days: 30, kind: "calendar", source: byDefault("一个月内走完一轮") },
      documents: ["patrol-record", "ledger"],
      exceptions: [postpone("survey"), returnTo("register", "安排有误，重新登记")],
      source: SURVEY,
    },
    {
      id: "sort",
      name: "分级",
      kind: "assign",
      who: "社区党组织书记",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "交调解员化解",
          to: "execute",
          gate: [
            line("level", "选明在哪一级化解", "level", LEVEL, { op: "one-of", value: ["网格", "社区"] }),
            ...ELEMENTS,
          ],
        },
      ],
      deadline: { text: "3 个工作日内", days: 3, kind: "working", source: byDefault("受理 3 个工作日内答复") },
      documents: ["action-notice"],
      exceptions: [{ ...ESCALATE, label: "转公安、司法、信访联动（警司访）" }, REJECT, MERGE, WITHDRAW],
      source: LEVEL,
    },
    work({ name: "化解", who: "调解员" }),
    report("settled", { name: "回访" }),
    ending("surveyed", "排查已归档"),
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    ESCALATED,
  ],
});
