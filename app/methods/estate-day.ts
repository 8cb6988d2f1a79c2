import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  answerObjection,
  byDefault,
  correction,
  DAY,
  DECLINED,
  DISCUSSED,
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
  noQuorum,
  OBJECTIONS_ANSWERED,
  objection,
  observer,
  POSTED_15,
  postpone,
  publicly,
  RATED,
  REJECT,
  REJECTED,
  RESIDENTS_LAW,
  returnTo,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  URGENT_MADE_UP,
  urgent,
  WITHDRAW,
  WITHDRAWN,
} from "./parts.ts";
import { DECLINE, ELEMENTS, nextTime, report, resolveNow, setDeadline, unrated, work } from "./work.ts";

const ESTATE_DAY = LIANYUNGANG("小区议事日（每月10日）");
const SIX = LIANYUNGANG("“一站六员”");
const REPORTED_FIRST = publicly("连云港开发区“小区议事日”的公开报道：先通报上月办理结果，再议本月议题");
const TIMES = byDefault("8 日截题、9 日公告、10 日开会、11 日公示，逢休息日照常开会；可改");
const MOST_OF_SIX = byDefault("六员到会不少于四员，材料没有写人数，可改");
const TO_ALL = RESIDENTS_LAW("第32条");

const MEMBERS = [
  fixed("community-worker", "社区工作人员", SIX),
  fixed("grid-worker", "专职网格员", SIX),
  fixed("owners-committee", "业委会成员", SIX),
  fixed("mediator", "纠纷调解员", SIX),
  fixed("opinion-gatherer", "民情信息员", SIX),
  fixed("property-liaison", "物管联络员", SIX),
];
/** Work begins once the result hangs; the fifteen days run out beside it. */
const BEGUN = POSTED_15.slice(0, 2);
const FULL = POSTED_15.slice(2);
const TOLD_AT = line("told-at", "写明在哪次议事日通报的", "reportedOn", REPORTED_FIRST, DAY);

/**
 * 小区议事日: the tenth of each month, with the six members of a service station. The day and the six are the report's; that last month is
 * told before this month is talked about was published of the same city; the days around the tenth and the thresholds are ours.
 */
export const estateDay = defineMethod({
  id: "estate-day",
  name: "小区议事日",
  version: 1,
  family: "deliberation",
  summary:
    "每月 10 日，小区“六员”和居民坐到一起：先说上个月的事办得怎样，再议这个月的事，当场表态、分工。8 日截题，9 日公告，11 日公示。",
  note: "上个月的事没有通报完，这个月的会不能结束。截题、公告、公示的日子是工具给的，请按本地文件改；公示日逢休息日，系统按顺延后的工作日提醒。",
  voting: "opinion",
  calendar: { every: "month", day: 10 },
  reportBackFirst: true,
  sources: [ESTATE_DAY, SIX, REPORTED_FIRST, TIMES],
  seats: [
    ...MEMBERS,
    flexible("owner", "业主", REPORTED_FIRST),
    flexible("merchant", "商户", byDefault("议到商户的事，请商户到场")),
    flexible("department", "有关部门", byDefault("需要哪个部门答复，请哪个部门到场")),
    observer("guide", "议事指导员", publicly("连云港墟沟街道“长廊议事”的公开报道：街道派议事指导员")),
  ],
  stages: [
    {
      id: "collect",
      name: "征集议题",
      kind: "collect",
      who: "六员收，社区工作人员汇总",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "截题，列入本月议题",
          to: "notice",
          gate: [
            ...NAMED,
            line("meeting-day", "写明议事日（每月 10 日）", "meetingOn", ESTATE_DAY, DAY),
            line("listed-on", "写明截题日", "listedOn", TIMES, DAY),
            line("listed-before", "截题至少比议事日早 2 日（8 日截题）", "meetingOn", TIMES, {
              op: "days-after",
              of: "listedOn",
              days: 2,
            }),
          ],
        },
      ],
      documents: ["issue-list"],
      exceptions: [
        urgent("meeting", byDefault("急事可以不等截题直接上会，事后补公告")),
        REJECT,
        MERGE,
        SPLIT,
        WITHDRAW,
      ],
      source: ESTATE_DAY,
    },
    {
      id: "notice",
      name: "公告议题",
      kind: "notice",
      who: "社区工作人员",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "公告了，上会",
          to: "meeting",
          gate: [
            line("notice-on", "写明公告从哪天起", "noticeOn", TIMES, DAY),
            line("noticed-before", "公告至少比议事日早 1 日（9 日公告）", "meetingOn", TIMES, {
              op: "days-after",
              of: "noticeOn",
              days: 1,
            }),
          ],
        },
      ],
      deadline: { text: "截题次日（9 日）", days: 1, kind: "calendar", source: TIMES },
      documents: ["issue-notice", "meeting-notice"],
      exceptions: [returnTo("collect"), postpone("collect"), WITHDRAW],
      source: TIMES,
    },
    {
      id: "meeting",
      name: "10 日开会",
      kind: "deliberate",
      who: "小区“六员”和到会的业主：先听上月通报，再议，再分工",
      gate: [
        DISCUSSED,
        line("six-members", "六员到会不少于四员", "seatsPresent", MOST_OF_SIX, {
          op: "includes-some",
          value: MEMBERS.map((seat) => seat.id),
          least: 4,
        }),
      ],
      exits: [
        setDeadline("posted", { label: "定下责任方，限期办" }),
        resolveNow("posted"),
        DECLINE,
        { event: "decision-passed", label: "法定决定通过", to: "posted", after: "passed" },
        { event: "decision-failed", label: "法定决定未通过", to: "not-decided", after: "failed" },
      ],
      decisions: [
        { method: "resident-representatives", label: "提交居民代表会议决定", source: TO_ALL },
        {
          method: "owners-decision",
          label: "属业主共有的事，提交业主共同决定",
          source: byDefault("业主共同决定的事，议事日只提建议"),
        },
      ],
      documents: ["attendance-sheet", "agenda", "record"],
      rules: ["present-majority"],
      exceptions: [nextTime("collect"), adjourn("meeting"), noQuorum("collect"), ESCALATE, WITHDRAW],
      source: REPORTED_FIRST,
    },
    {
      id: "posted",
      name: "11 日公示",
      kind: "publish",
      who: "社区工作人员",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "公示了，照分工去办",
          to: "execute",
          gate: [...BEGUN, OBJECTIONS_ANSWERED, ...ELEMENTS],
        },
        {
          event: "settle",
          label: "当场解决的，公布期满办结",
          to: "settled",
          gate: [
            line("answered-then", "写明当场怎么解决的", "response", byDefault("件件都要有答复")),
            ...POSTED_15,
            OBJECTIONS_ANSWERED,
            URGENT_MADE_UP,
          ],
        },
        answerObjection("posted"),
      ],
      deadline: { text: "会后次日（11 日）", days: 1, kind: "calendar", source: TIMES },
      documents: ["result-notice", "minutes", "action-notice"],
      exceptions: [objection("posted"), correction("posted"), ESCALATE],
      source: TIMES,
    },
    work({ who: "表态分工时定下的责任方", documents: ["action-notice"] }),
    report("settled", {
      name: "次月对账",
      who: "责任方在下个议事日先作通报",
      exits: [
        {
          event: "advance",
          label: "对账销号",
          to: "settled",
          gate: [TOLD_AT, ...FULL, RATED, URGENT_MADE_UP],
        },
        unrated("settled", { gate: [TOLD_AT, ...FULL, URGENT_MADE_UP] }),
      ],
      deadline: { text: "次月议事日（10 日）", days: 31, kind: "calendar", source: TIMES },
      documents: ["feedback-notice"],
      source: REPORTED_FIRST,
    }),
    SETTLED,
    DECLINED,
    ending("not-decided", "法定决定未通过"),
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
