import { defineMethod } from "#app/domain/method/define.ts";
import {
  adjourn,
  byDefault,
  CONFIRMED,
  DECLINED,
  DISCUSSED,
  ESCALATE,
  ESCALATED,
  flexible,
  line,
  MERGE,
  MERGED,
  NAMED,
  noQuorum,
  observer,
  postpone,
  REJECT,
  REJECTED,
  RESIDENTS_LAW,
  returnTo,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  urgent,
  WITHDRAW,
  WITHDRAW_WITH_CONSENT,
  WITHDRAWN,
  when,
  XIGU,
} from "./parts.ts";
import { RESULT_STAGES } from "./seven-steps-result.ts";
import { announced, nextTime } from "./work.ts";

const SEVEN = XIGU("居民议事会“七步议事法”");
const OURS = byDefault("七步的名称和次序出自材料，关口由工具给出");
const PLAN = byDefault("方案要把费用、责任、时限、影响和反对意见说全");
const GROUNDS = ["同类意见三户以上", "安全类，一户即可"];
const TALK = byDefault("人数够、话说完、意见成文，才算协商过");
const SIDES = ["member-unit", "property-company", "owners-committee", "resident-representative", "building-leader"];

const side = (id: string, name: string) => ({ id, name, kind: "fixed" as const, source: SEVEN });
/** Asked by each way on, not by the stage: what comes back to the table is heard anew. */
const HEARD = line("all-heard", "想发言的都发过言了", "allHeard", TALK, CONFIRMED);
const FORMED = line("opinion", "写下协商意见", "opinion", TALK);

/**
 * 七步议事法: 收集意见、确认议题、制定方案、发布公告、组织协商、结果运用、反馈公示. The report gives the seven names, their order and who sits in
 * the council; who does what, how long and how many is ours, except where the law says so.
 */
export const sevenSteps = defineMethod({
  id: "seven-steps",
  name: "七步议事法",
  version: 1,
  family: "deliberation",
  summary:
    "居民议事会一步一步来：收集意见、确认议题、制定方案、发布公告、组织协商、结果运用、反馈公示。前一步没做齐，进不了下一步；协商的结果四选一，要有去处。",
  note: "协商出的是意见和任务。依法要由居民会议、居民代表会议或业主共同决定的，在“结果运用”里转过去，按法定人数和票数来。",
  voting: "opinion",
  sources: [SEVEN, RESIDENTS_LAW("第30条、第32条、第34条"), byDefault("关口、人数、天数由工具给出，请按本地文件改")],
  seats: [
    side("member-unit", "成员单位"),
    side("property-company", "物业公司"),
    side("owners-committee", "业主委员会委员"),
    side("resident-representative", "居民代表"),
    side("building-leader", "楼院长"),
    flexible("household", "利益相关户", byDefault("事关哪几户，请哪几户到场")),
    observer("supervisors", "居务监督委员会", RESIDENTS_LAW("第36条")),
  ],
  stages: [
    {
      id: "collect",
      name: "收集意见",
      kind: "collect",
      who: "楼院长、网格员，意见箱、热线、微信",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "够立议，送党组织确认",
          to: "confirm",
          gate: [
            ...NAMED,
            line("opinions", "至少收到一条有效意见", "opinions", OURS, { op: "at-least", value: 1 }),
            line("ground", "选明凭什么立议", "ground", OURS, { op: "one-of", value: GROUNDS }),
            when(
              "ground",
              GROUNDS.slice(0, 1),
              line("alike", "提同类意见的至少三户", "households", OURS, { op: "at-least", value: 3 }),
            ),
          ],
        },
      ],
      documents: ["issue-list"],
      exceptions: [REJECT, MERGE, SPLIT, WITHDRAW],
      source: SEVEN,
    },
    {
      id: "confirm",
      name: "确认议题",
      kind: "review",
      who: "社区党组织",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "确认为议题",
          to: "plan",
          gate: [
            line("branch-agrees", "社区党组织研究同意", "branchAgrees", byDefault("议题由社区党组织把关"), CONFIRMED),
            line("legal", "查过，合法、归社区议", "legal", OURS, CONFIRMED),
            line("one-matter", "一事一议，没有夹带别的事", "oneMatter", OURS, CONFIRMED),
          ],
        },
      ],
      deadline: { text: "5 日内确认", days: 5, kind: "calendar", source: byDefault("5 日内确认议题") },
      documents: ["review-opinion"],
      exceptions: [returnTo("collect"), REJECT, ESCALATE, SPLIT, WITHDRAW],
      source: SEVEN,
    },
    {
      id: "plan",
      name: "制定方案",
      kind: "draft",
      who: "居民委员会牵头",
      gate: [
        line("options", "列出备选方案，至少两个", "options", PLAN, { op: "lists", least: 2 }),
        line("cost", "写明费用和钱的来处", "cost", PLAN),
        line("in-charge", "写明由谁负责", "inCharge", PLAN),
        line("time", "写明多长时间办完", "timeNeeded", PLAN),
        line("affected", "写明影响哪些人", "affected", PLAN),
        line("against", "写明有哪些反对意见（没有就写没有）", "knownObjections", PLAN),
      ],
      exits: [{ event: "advance", label: "方案成文，发公告", to: "notice" }],
      deadline: { text: "7 日内成文", days: 7, kind: "calendar", source: byDefault("7 日内拟出方案") },
      documents: ["proposal-form"],
      exceptions: [returnTo("confirm", "议题要改，退回确认"), WITHDRAW],
      source: SEVEN,
    },
    {
      id: "notice",
      name: "发布公告",
      kind: "notice",
      who: "居民委员会",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "公告到期，开会协商",
          to: "talk",
          gate: [
            ...announced(3, byDefault("会前公告 3 日；开居民会议的，按法律提前 10 日")),
            line("listen-in", "公告写明怎么旁听、怎么书面提意见", "listenIn", OURS, CONFIRMED),
          ],
        },
      ],
      deadline: { text: "会前至少 3 日", days: 3, kind: "calendar", source: byDefault("会前公告 3 日") },
      documents: ["meeting-notice", "issue-notice"],
      exceptions: [
        urgent("talk", byDefault("急事可以缩短公告期，会后补公告")),
        postpone("notice"),
        returnTo("plan", "方案有误，收回重拟"),
        WITHDRAW,
      ],
      source: SEVEN,
    },
    {
      id: "talk",
      name: "组织协商",
      kind: "deliberate",
      who: "居民议事会成员、利益相关户，居务监督委员会列席",
      gate: [
        line("enough", "五类成员至少到三类", "seatsPresent", TALK, { op: "includes-some", value: SIDES, least: 3 }),
        DISCUSSED,
      ],
      exits: [
        { event: "advance", label: "达成一致", to: "use", gate: [HEARD, FORMED], counts: ["discussed"] },
        {
          event: "majority",
          label: "多数同意",
          to: "use",
          gate: [
            HEARD,
            FORMED,
            line("hands", "举手：实到过半同意", "vote", TALK, { op: "passes", rules: ["present-majority"] }),
            line("dissent", "写明谁不同意、为什么", "dissent", byDefault("不同意的意见一样记下来")),
          ],
          counts: ["discussed"],
        },
        {
          event: "no-agreement",
          label: "未达成一致",
          to: "use-open",
          gate: [HEARD, line("differences", "写明分歧在哪里", "differences", TALK)],
          counts: ["discussed"],
        },
      ],
      deadline: { text: "一次会不超过 90 分钟", days: 0, kind: "calendar", source: byDefault("一次会不超过 90 分钟") },
      documents: ["attendance-sheet", "agenda", "record"],
      exceptions: [nextTime("notice"), adjourn("talk"), noQuorum("notice"), WITHDRAW_WITH_CONSENT],
      rules: ["present-majority"],
      source: SEVEN,
    },
    ...RESULT_STAGES,
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
