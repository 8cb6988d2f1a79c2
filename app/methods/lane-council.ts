import { defineMethod } from "#app/domain/method/define.ts";
import {
  byDefault,
  DECLINED,
  DONE_NOTE,
  ESCALATE,
  ESCALATED,
  ending,
  fixed,
  flexible,
  LIANYUNGANG,
  line,
  MERGE,
  MERGED,
  NAMED,
  postpone,
  REJECT,
  REJECTED,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  WITHDRAW,
  WITHDRAWN,
} from "./parts.ts";
import { ELEMENTS, RESPONSE, report, work } from "./work.ts";

const LANE = LIANYUNGANG("“巷理事”工作清单");
const FORM = byDefault("单子的栏目由工具给出，可改");
const WEEK = byDefault("周一领单，周日回单，可改");
const ONE_LANE = byDefault("一条巷子一名巷理事，可改");

const OWN_WAYS = ["自办", "物业", "社区", "部门"];
const TO_A_MEETING = "上会";
const direction = (words: string[]) =>
  line("direction", "选明往哪里去办", "direction", FORM, { op: "one-of", value: words });

/**
 * 巷理事: a list a week of small things in the lanes. The report shows its lines (place, what is wrong, what is needed) and that it is made
 * weekly; who takes a line, on which days, and where it goes from there are ours. What needs a talk leaves for a council.
 */
export const laneCouncil = defineMethod({
  id: "lane-council",
  name: "巷理事每周清单",
  version: 1,
  family: "dispatch",
  status: "example",
  summary:
    "每周一张清单：哪里、什么问题、要什么。巷理事周一领单，能办的自己办，办不了的交物业、社区或部门，要商量的上会，周日回单。",
  note: "巷理事怎么产生、几天办完，公开资料没有写，请照海州街道砚池社区的本地制度改。回单日逢休息日，系统按顺延后的工作日提醒。",
  voting: "none",
  calendar: { every: "week", weekday: 1 },
  sources: [LANE, LIANYUNGANG("社区巷理事"), FORM, WEEK],
  seats: [
    fixed("lane-councillor", "巷理事", ONE_LANE),
    flexible("property-manager", "物业", FORM),
    flexible("community-worker", "社区工作人员", FORM),
    flexible("department", "有关部门", FORM),
  ],
  stages: [
    {
      id: "report",
      name: "记上清单",
      kind: "collect",
      who: "居民、商户说，巷理事记",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "排进本周清单",
          to: "list",
          gate: [
            ...NAMED,
            line("need", "写明需要什么", "need", LANE),
            line("origin", "写明谁反映的", "origin", FORM),
            line("urgency", "选明急不急", "urgency", FORM, { op: "one-of", value: ["一般", "紧急"] }),
          ],
        },
      ],
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: LANE,
    },
    {
      id: "list",
      name: "周一领单",
      kind: "assign",
      who: "巷理事",
      gate: [line("councillor", "写明哪位巷理事领单", "councillor", ONE_LANE)],
      exits: [
        { event: "advance", label: "领单去办", to: "execute", gate: [direction(OWN_WAYS), ...ELEMENTS] },
        {
          event: "to-meeting",
          label: "要商量的，上会",
          to: "to-meeting",
          gate: [direction([TO_A_MEETING]), line("which-meeting", "写明上哪个会", "whichMeeting", FORM)],
        },
      ],
      deadline: { text: "记上后最近的周一领单", days: 7, kind: "calendar", source: WEEK },
      documents: ["issue-list"],
      exceptions: [postpone("list"), ESCALATE, WITHDRAW],
      source: WEEK,
    },
    work({
      who: "领单的巷理事，或者接手的物业、社区、部门",
      exits: [
        { event: "advance", label: "办完，回单", to: "feedback", gate: [DONE_NOTE] },
        {
          event: "hand-on",
          label: "办不了，重新定去向",
          to: "list",
          counts: ["handedOn"],
          gate: [line("hand-on-reason", "写明为什么办不了", "handOnReason", byDefault("换人办要讲明缘由"))],
        },
        {
          event: "decline",
          label: "答复不能办",
          to: "declined",
          gate: [RESPONSE, line("reason", "写明不能办的理由", "reason", byDefault("办不了的，要把理由讲明白"))],
        },
      ],
      deadline: { text: "周日回单", days: 6, kind: "calendar", source: WEEK },
      exceptions: [{ ...postpone("execute"), label: "结转下周" }, ESCALATE],
      documents: ["issue-list"],
      source: FORM,
    }),
    report("settled", { name: "回单评价", who: "巷理事回给反映的人", documents: ["feedback-notice"] }),
    ending("to-meeting", "已转上会"),
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
