import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
  CONFIRMED,
  DAY,
  DECLINED,
  DISCUSSED,
  DONE_NOTE,
  ESCALATE,
  ESCALATED,
  ending,
  fixed,
  flexible,
  line,
  MERGE,
  MERGED,
  NAMED,
  NOT_IN_REPORT,
  postpone,
  REJECT,
  REJECTED,
  returnTo,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  WITHDRAW,
  WITHDRAW_WITH_CONSENT,
  WITHDRAWN,
  XIGU,
} from "./parts.ts";
import { DECLINE, ELEMENTS, nextTime, report, setDeadline, work } from "./work.ts";

const FOUR = XIGU("“四共”：大事共议、实事共办、要事共决、急事共商");
const FIVE = XIGU("“五联”：精神文明联创、社会治安联防、公益事业联办、健康环境联建、文体活动联谊");
const SORTED = byDefault("关系到规划方向的算大事，要几家单位投入的算要事；由书记裁定，写明理由");
/** The ruling is a fact of its own: a meeting that comes to an unsorted issue does not sort it by the first way that is open. */
const sortedAs = (word: string) =>
  line("sorted-as", "选明是大事、要事、急事还是实事", "sortedAs", FOUR, { op: "one-of", value: [word] });
const URGENT = byDefault("2 小时内回应，24 小时内补记录，下次会议追认；系统只按天提醒，小时数要有人盯着");

/**
 * 四共 as a sorter of issues: what is big is talked over, what is weighty is decided by the joint meeting, what is urgent is met at once
 * and ratified later, what is plain is simply done. 四共 and 五联 are the report's; how they are told apart and the hours are ours.
 */
export const fourTogether = defineMethod({
  id: "four-together",
  name: "四共五联",
  version: 1,
  family: "deliberation",
  status: "example",
  summary:
    "先分流，再办理：大事共议，慢慢商量；要事共决，交联席会议表决；急事共商，马上回应、事后追认；实事共办，直接立项派人。每件事归入“五联”的一个领域。",
  note: "大事、要事怎么分，急事多久回应，公开资料没有写，请照西固城街道的本地文件改。急事要求 2 小时内回应，系统不按小时计时，须有人盯着。",
  voting: "opinion",
  sources: [FOUR, FIVE, SORTED, URGENT],
  seats: [
    fixed("party-secretary", "街道（社区）党组织书记", SORTED),
    flexible("full-time-member", "专职委员", byDefault("按议题请联席会议委员到场")),
    flexible("unit-member", "兼职委员（单位席）", byDefault("按议题请联席会议委员到场")),
    flexible("unit-concerned", "议题相关单位", byDefault("议到哪个单位，请哪个单位")),
  ],
  stages: [
    {
      id: "collect",
      name: "报议题",
      kind: "collect",
      who: "居民、单位、社区",
      gate: [],
      exits: [{ event: "advance", label: "交书记分流", to: "sort", gate: NAMED }],
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: NOT_IN_REPORT,
    },
    {
      id: "sort",
      name: "分流",
      kind: "review",
      who: "党组织书记裁定",
      gate: [
        line("field", "选明归“五联”的哪个领域", "field", FIVE, {
          op: "one-of",
          value: ["精神文明联创", "社会治安联防", "公益事业联办", "健康环境联建", "文体活动联谊"],
        }),
        line("sorted-because", "写明为什么这样分", "sortedBecause", SORTED),
      ],
      exits: [
        { event: "big-matter", label: "大事，共议", to: "discuss", gate: [sortedAs("大事")] },
        { event: "weighty-matter", label: "要事，共决", to: "decide", gate: [sortedAs("要事")] },
        { event: "urgent-matter", label: "急事，共商", to: "consult", gate: [sortedAs("急事")] },
        {
          event: "plain-matter",
          label: "实事，共办（不用开会）",
          to: "execute",
          gate: [sortedAs("实事"), ...ELEMENTS],
        },
      ],
      deadline: { text: "3 个工作日内；急事随到随分", days: 3, kind: "working", source: SORTED },
      documents: ["review-opinion"],
      exceptions: [returnTo("collect"), REJECT, ESCALATE, WITHDRAW],
      source: SORTED,
    },
    {
      id: "discuss",
      name: "大事共议",
      kind: "deliberate",
      who: "联席会议委员和相关单位，可以议几次",
      gate: [DISCUSSED],
      exits: [
        {
          event: "advance",
          counts: ["discussed"],
          label: "议透了，形成共议意见",
          to: "noted",
          gate: [line("opinion", "写明共识、分歧和建议", "sharedOpinion", FOUR)],
        },
        setDeadline(),
        {
          event: "to-decision",
          counts: ["discussed"],
          label: "要定下来，转要事共决",
          to: "decide",
          gate: [line("to-decide", "写明要定的是哪一条", "toDecide", SORTED)],
        },
        DECLINE,
      ],
      documents: ["attendance-sheet", "record", "minutes"],
      rules: ["present-majority"],
      exceptions: [nextTime("discuss"), adjourn("discuss"), ESCALATE, WITHDRAW],
      source: FOUR,
    },
    {
      id: "decide",
      name: "要事共决",
      kind: "assign",
      who: "交联席会议，须明确表决",
      gate: [],
      exits: [
        {
          event: "back-to-talk",
          label: "还没议透，回去共议",
          to: "discuss",
          gate: [line("back-because", "写明还要议什么", "backBecause", SORTED)],
        },
        { event: "decision-passed", label: "联席会议通过，交办", to: "assign", after: "passed" },
        { event: "decision-failed", label: "联席会议没有通过", to: "not-decided", after: "failed" },
      ],
      decisions: [{ method: "joint-meeting", label: "提交联席会议表决", source: FOUR }],
      documents: ["proposal-form"],
      exceptions: [returnTo("sort", "退回重新分流"), ESCALATE, WITHDRAW_WITH_CONSENT],
      source: FOUR,
    },
    {
      id: "consult",
      name: "急事共商",
      kind: "deliberate",
      who: "书记召集，电话、线上都行，2 小时内回应",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "已回应，补记录",
          to: "make-up",
          gate: [
            line("response", "写明怎么回应的", "response", URGENT),
            line("answered-at", "写明几点接报、几点回应（2 小时内）", "answeredAt", URGENT),
            line("consulted", "列出商量时有谁，一行一个", "consulted", URGENT, { op: "lists", least: 2 }),
          ],
        },
      ],
      deadline: { text: "2 小时内回应（须有人盯着，系统只按当日提醒）", days: 0, kind: "calendar", source: URGENT },
      documents: [],
      exceptions: [returnTo("sort", "不算急事，退回分流"), ESCALATE, WITHDRAW],
      source: FOUR,
    },
    {
      id: "make-up",
      name: "补记录",
      kind: "draft",
      who: "记录人",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "记录补好，等下次会议追认",
          to: "ratify",
          gate: [
            line("urgent-record", "写明商量的经过和结果", "urgentRecord", URGENT),
            line("recorded-on", "写明哪天补的", "recordedOn", URGENT, DAY),
          ],
        },
      ],
      deadline: { text: "24 小时内（按 1 日计）", days: 1, kind: "calendar", source: URGENT },
      documents: ["record"],
      exceptions: [returnTo("consult", "情况有变，再共商"), ESCALATE],
      source: URGENT,
    },
    {
      id: "ratify",
      name: "下次会议追认",
      kind: "decide",
      who: "联席会议委员",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "追认，已经办好",
          to: "settled",
          gate: [line("ratified", "会议同意追认", "ratified", URGENT, CONFIRMED), DONE_NOTE],
        },
        setDeadline("execute", {
          label: "追认，接着限期办",
          gate: [line("ratified", "会议同意追认", "ratified", URGENT, CONFIRMED)],
        }),
        {
          event: "not-ratified",
          label: "不追认，转大事共议",
          to: "discuss",
          gate: [line("not-ratified", "写明为什么不追认", "notRatifiedBecause", URGENT)],
        },
      ],
      documents: ["minutes"],
      rules: ["present-majority"],
      exceptions: [nextTime("ratify"), adjourn("ratify"), ESCALATE],
      source: URGENT,
    },
    {
      id: "assign",
      name: "照联席会议意见交办",
      kind: "assign",
      who: "党组织书记",
      gate: [],
      exits: [
        { event: "advance", label: "交给责任人", to: "execute", gate: ELEMENTS },
        { event: "done-by-joint", label: "联席会议已经督办落实，去回告", to: "feedback", gate: [DONE_NOTE] },
      ],
      deadline: { text: "3 日内交办", days: 3, kind: "calendar", source: byDefault("通过后 3 日内交办") },
      documents: ["action-notice"],
      exceptions: [ESCALATE],
      source: byDefault("联席会议定了，还要有人办"),
    },
    work({ name: "实事共办", who: "认领的单位和责任人", exceptions: [postpone("execute"), ESCALATE], source: FOUR }),
    report("settled"),
    ending("noted", "已形成共议意见"),
    SETTLED,
    DECLINED,
    ending("not-decided", "联席会议未通过"),
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
