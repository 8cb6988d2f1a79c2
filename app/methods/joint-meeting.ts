import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
  CONFIRMED,
  correction,
  DAY,
  DISCUSSED,
  DONE_NOTE,
  ESCALATE,
  ESCALATED,
  ending,
  fixed,
  flexible,
  LISTED,
  line,
  MERGE,
  MERGED,
  NAMED,
  NOT_IN_REPORT,
  noQuorum,
  postpone,
  publicly,
  RATED,
  REJECT,
  REJECTED,
  RESIDENTS_LAW,
  reconsider,
  returnTo,
  SHANGDANG,
  URGENT_MADE_UP,
  urgent,
  WITHDRAW,
  WITHDRAW_WITH_CONSENT,
  WITHDRAWN,
  XIGU,
} from "./parts.ts";
import { nextTime, report, setDeadline, work } from "./work.ts";

const JOINT = XIGU("“大工委”联席会议");
const MEMBERS = SHANGDANG("街道“大工委”、社区“大党委”：专职委员加兼职委员");
const THREE_DAYS = publicly("公开的联合党委会议制度：会前 3 天定好议题并通知");
const UNIT_SEAT = byDefault("兼职席位跟着单位走，来的人可以换，换人要带委派函");
const THRESHOLD = byDefault("三分之二以上委员到会，重大事项全体委员过半数同意；可改");
const ORDINARY = byDefault("一般事项到会委员没有异议即可；可改");
const IN_WRITING = byDefault("当场定不了的单位，5 个工作日内书面回复，不回复的按未同意记；可改");
const OPINION = byDefault("形成的是联席会议意见，不是行政决定");

const WEIGHTY = "重大事项";
const ON_THE_SPOT = "都已当场表态";
const LATER = "有单位要书面回复";
const weight = (word: string) =>
  line("weight", "选明是重大事项还是一般事项", "weight", ORDINARY, { op: "one-of", value: [word] });
const stated = (word: string) =>
  line("stated", "选明各单位有没有当场表态", "unitsStated", IN_WRITING, { op: "one-of", value: [word] });
const VOTE_RULE = ["joint-meeting"];
/** Asked by each way on, not by the stage: who came is counted anew when the meeting takes the issue up again. */
const CAME = [
  line("attendance", "三分之二以上委员到会", "attendance", THRESHOLD, { op: "quorum", rules: VOTE_RULE }),
  line("letters", "换人来的单位都交了委派函", "lettersSeen", UNIT_SEAT, CONFIRMED),
];

/**
 * 大工委、大党委联席会议, of its own or as the decision that another method asks for. That there is one, and its full-time and part-time
 * members, are the reports'; notice of three days is published practice elsewhere; thresholds and the five working days are ours.
 * Silence is never consent: a unit takes a task only if it said yes.
 */
export const jointMeeting = defineMethod({
  id: "joint-meeting",
  name: "大工委（大党委）联席会议",
  version: 1,
  family: "deliberation",
  summary:
    "街道“大工委”、社区“大党委”召集专职委员和各单位的兼职委员，商量单独办不成的大事要事。三分之二委员到会，重大事项全体委员过半数同意；没回复的单位不算同意。",
  note: "多久开一次，材料只写定期；工具按每季度一次排，可在议事机构里改。到会和通过的比例、书面回复的天数都是工具给的，可改。联席会议意见不是行政决定，也不能代替居民会议、业主大会作决定。",
  voting: "rule",
  calendar: { every: "quarter" },
  sources: [JOINT, MEMBERS, THREE_DAYS, RESIDENTS_LAW("第46条"), THRESHOLD, IN_WRITING],
  seats: [
    fixed("convener", "街道（社区）党组织书记", byDefault("由党组织书记召集，可改")),
    fixed("full-time-member", "专职委员", MEMBERS),
    fixed("unit-member", "兼职委员（单位席）", MEMBERS),
    flexible("unit-concerned", "议题相关单位", RESIDENTS_LAW("第46条")),
  ],
  stages: [
    {
      id: "collect",
      name: "提出议题",
      kind: "collect",
      who: "社区、各单位提，召集人汇总",
      gate: [],
      exits: [{ event: "advance", label: "定题", to: "notice", gate: NAMED }],
      documents: ["proposal-form"],
      exceptions: [urgent("meeting", byDefault("急事可以缩短通知期，会后补函")), REJECT, MERGE, ESCALATE, WITHDRAW],
      source: NOT_IN_REPORT,
    },
    {
      id: "notice",
      name: "发函通知",
      kind: "notice",
      who: "召集人",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "通知到了，开会",
          to: "meeting",
          gate: [
            line("meeting-day", "写明开会日期", "meetingOn", THREE_DAYS, DAY),
            line("notice-on", "写明通知发出日", "noticeOn", THREE_DAYS, DAY),
            line("noticed-before", "通知至少比开会早 3 日", "meetingOn", THREE_DAYS, {
              op: "days-after",
              of: "noticeOn",
              days: 3,
            }),
            line("all-invited", "每位委员、每个相关单位都通知到了", "allInvited", MEMBERS, CONFIRMED),
          ],
        },
      ],
      documents: ["invitation", "agenda"],
      exceptions: [returnTo("collect"), postpone("notice"), ESCALATE, WITHDRAW],
      source: THREE_DAYS,
    },
    {
      id: "meeting",
      name: "联席会议协商",
      kind: "deliberate",
      who: "专职委员、兼职委员，议题相关单位",
      gate: [DISCUSSED],
      exits: [
        {
          event: "advance",
          counts: ["discussed"],
          label: "重大事项，交全体委员表决",
          to: "decide",
          gate: [...CAME, weight(WEIGHTY), stated(ON_THE_SPOT)],
        },
        {
          event: "consensus",
          counts: ["discussed"],
          label: "一般事项，没有异议",
          to: "minutes",
          gate: [
            ...CAME,
            weight("一般事项"),
            stated(ON_THE_SPOT),
            line("no-objection", "到会委员都没有异议", "noObjection", ORDINARY, CONFIRMED),
          ],
        },
        {
          event: "ask-in-writing",
          counts: ["discussed"],
          label: "有单位当场定不了，请书面回复",
          to: "written",
          gate: [
            ...CAME,
            stated(LATER),
            line("asked-units", "列出要书面回复的单位，一行一个", "askedUnits", IN_WRITING, LISTED),
            line("asked-on", "写明从哪天起算", "askedOn", IN_WRITING, DAY),
          ],
        },
      ],
      documentsIn: ["authority"],
      documents: ["attendance-sheet", "record"],
      exceptions: [nextTime("notice"), adjourn("meeting"), noQuorum("notice"), ESCALATE, WITHDRAW],
      source: JOINT,
    },
    {
      id: "written",
      name: "书面回复",
      kind: "review",
      who: "当场没有表态的单位",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "都已书面同意，交表决",
          to: "decide",
          gate: [
            line("all-agreed", "要回复的单位都书面同意了", "agreedUnits", IN_WRITING, {
              op: "covers",
              of: "askedUnits",
            }),
          ],
        },
        {
          event: "overdue",
          label: "逾期没回复，按未同意记，交表决",
          to: "decide",
          gate: [
            line("reply-period", "5 个工作日已满", "askedOn", IN_WRITING, { op: "elapsed", days: 5, kind: "working" }),
            line("silent-units", "列出没有回复的单位，一行一个", "silentUnits", IN_WRITING, LISTED),
          ],
        },
        {
          event: "refused",
          label: "有单位书面不同意，回到会上再议",
          to: "meeting",
          counts: ["talkedAgain"],
          gate: [line("refusal", "写明哪个单位为什么不同意", "refusal", IN_WRITING)],
        },
      ],
      deadline: { text: "5 个工作日内", days: 5, kind: "working", source: IN_WRITING },
      documents: ["consent-form"],
      exceptions: [postpone("notice"), ESCALATE, WITHDRAW],
      source: IN_WRITING,
    },
    {
      id: "decide",
      name: "全体委员表决",
      kind: "decide",
      who: "全体委员，没到会、没回复的不算同意",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "表决通过",
          to: "minutes",
          gate: [line("vote", "全体委员过半数同意", "vote", THRESHOLD, { op: "passes", rules: VOTE_RULE })],
        },
        {
          event: "not-passed",
          label: "表决没有通过",
          to: "failed",
          gate: [line("vote-failed", "到会够数，同意没有过半", "vote", THRESHOLD, { op: "fails", rules: VOTE_RULE })],
        },
      ],
      documents: ["ballot-paper", "count-report"],
      rules: VOTE_RULE,
      exceptions: [
        { ...nextTime("notice"), counts: ["postponed"] },
        adjourn("decide"),
        noQuorum("notice"),
        ESCALATE,
        WITHDRAW_WITH_CONSENT,
      ],
      source: THRESHOLD,
    },
    {
      id: "minutes",
      name: "形成联席会议意见",
      kind: "publish",
      who: "召集人签发纪要",
      gate: [
        line("opinion", "写明联席会议意见", "jointOpinion", OPINION),
        line("task-units", "列出承担任务的单位，一行一个", "taskUnits", OPINION, LISTED),
        line("units-agree", "承担任务的单位都表示同意，没回复的不算", "agreedUnits", IN_WRITING, {
          op: "covers",
          of: "taskUnits",
        }),
        URGENT_MADE_UP,
      ],
      exits: [
        { event: "advance", label: "印发纪要，按意见落实", to: "passed" },
        { ...setDeadline("execute", { label: "印发纪要，由联席会议交办" }), counts: [] },
      ],
      deadline: {
        text: "会后 2 个工作日内",
        days: 2,
        kind: "working",
        source: byDefault("会后 2 个工作日出纪要，可改"),
      },
      documents: ["minutes"],
      exceptions: [reconsider("meeting"), correction("minutes"), ESCALATE],
      source: OPINION,
    },
    work({
      who: "认领了任务的单位",
      exits: [{ event: "advance", label: "办完，向联席会议回告", to: "feedback", gate: [DONE_NOTE] }],
    }),
    report("carried-out", {
      name: "联席会议评议",
      who: "召集人和提出议题的社区、单位",
      exits: [{ event: "advance", label: "评议后办结", to: "carried-out", gate: [RATED] }],
      documents: ["feedback-notice"],
    }),
    ending("passed", "已形成联席会议意见", "passed"),
    ending("failed", "没有形成意见", "failed"),
    ending("carried-out", "已落实", "passed"),
    REJECTED,
    MERGED,
    WITHDRAWN,
    ESCALATED,
  ],
});
