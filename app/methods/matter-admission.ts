import { defineMethod } from "#app/domain/method/define.ts";
import {
  byDefault,
  CONFIRMED,
  DAY,
  ending,
  fixed,
  LIANYUNGANG,
  LISTED,
  line,
  observer,
  publicly,
  REJECT,
  REJECTED,
  RESIDENTS_LAW,
  returnTo,
  SHANGDANG,
  URGENT_GROUNDS,
  WITHDRAW,
  WITHDRAWN,
  when,
} from "./parts.ts";

const LISTS = SHANGDANG("社区“三张清单”和事项准入");
const GATE = LIANYUNGANG("乡镇（街道）职责准入、“双筛查”");
const XICHENG = publicly("北京西城：提前 30 个工作日书面申请，15 个工作日内审批，没有批准的社区有权拒绝");
const ERQI = publicly("郑州二七：填审批表，权随责走、费随事转");
const EMERGENCY = publicly("张家口：突发公共事件可以例外");
const BURDEN = RESIDENTS_LAW("第43条");
const TERM = byDefault("进清单的事项写明起止日，到期自动退出");

const CHECKED = byDefault("先由街道初核，再报区级，可改");
const BOTH = byDefault("民政、组织两家分头会审，都提出意见才能定，可改");

const OWN = "依法履职清单内";
const ASSISTING = "协助履职清单内";
const CERTIFYING = "出具证明清单内";
const OUTSIDE = "三张清单以外";
const CANCELLED = "已取消的证明事项";

const onLists = (words: string[], text: string) =>
  line("which-list", text, "whichList", LISTS, { op: "one-of", value: words });

/** What a department must say before anybody looks at it. */
const APPLICATION = [
  line("department", "写明哪个部门申请", "department", ERQI),
  line("basis", "写明依据哪部法规、哪份文件", "basis", BURDEN),
  line("matter", "写明要社区做什么", "matter", ERQI),
  line("funds", "写明经费多少、由谁出", "funds", BURDEN),
  line("staff", "写明配几个人、做什么指导", "staff", ERQI),
  line("wanted-until", "写明要做到哪天", "wantedUntil", TERM, DAY),
];

/**
 * 事项准入: what is on none of the three lists does not reach the community before it is approved; an emergency may, with its cause, and is
 * made up for. The lists and the rule are the reports'; who checks and how long is practice in Xicheng and Erqi; the days an entry
 * holds and what follows an emergency are ours.
 */
export const matterAdmission = defineMethod({
  id: "matter-admission",
  name: "社区事项准入",
  version: 1,
  family: "dispatch",
  summary:
    "部门要把事情交给社区，先对照依法履职、协助履职、出具证明三张清单：清单里的照办，清单外的要申请、审批，批准了才进清单，写明起止日，到期退出。突发的事选明原因先办，事后补手续。",
  note: "清单和审批机关以当地文件为准，这里的审批时限参照北京西城，那里还要求部门提前 30 个工作日书面申请。没有批准的事项，社区可以拒绝，拒绝时把理由告诉对方。",
  voting: "none",
  sources: [LISTS, GATE, XICHENG, ERQI, EMERGENCY, BURDEN, TERM],
  seats: [
    fixed("department", "申请部门", LISTS),
    fixed("street", "街道（初核）", CHECKED),
    fixed("civil-affairs", "民政部门", BOTH),
    fixed("organisation", "组织部门", BOTH),
    observer("community", "社区", LISTS),
  ],
  stages: [
    {
      id: "apply",
      name: "对照清单，提出申请",
      kind: "collect",
      who: "申请部门填，社区对照清单",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "清单以外，申请准入",
          to: "street-check",
          gate: [onLists([OUTSIDE], "对照过，在三张清单以外"), ...APPLICATION],
        },
        {
          event: "on-list",
          label: "清单以内，照清单办",
          to: "on-list",
          gate: [
            onLists([OWN, ASSISTING, CERTIFYING], "对照过，在三张清单以内"),
            line("list-item", "写明是清单第几项", "listItem", LISTS),
            when("whichList", [ASSISTING], line("list-funds", "写明工作经费由谁出", "listFunds", BURDEN)),
          ],
        },
        {
          event: "cancelled-certificate",
          label: "已取消的证明，不开",
          to: "refused",
          gate: [
            onLists([CANCELLED], "对照过，是已取消的证明事项"),
            line("refusal-told", "已告诉对方不用开、找谁办", "refusalTold", LISTS),
          ],
        },
      ],
      documents: ["admission-form"],
      exceptions: [
        {
          code: "urgent",
          label: "突发情况，先办后补",
          to: "emergency",
          gate: [
            line("urgent-ground", "选明是哪种突发情况", "urgentGround", EMERGENCY, {
              op: "one-of",
              value: [...URGENT_GROUNDS.slice(0, -1), "公共卫生事件", "其他突发公共事件"],
            }),
            line("department-named", "写明哪个部门要求", "department", byDefault("先办也要知道是谁要求的")),
          ],
          counts: ["urgent"],
          source: EMERGENCY,
        },
        REJECT,
        WITHDRAW,
      ],
      source: LISTS,
    },
    {
      id: "emergency",
      name: "突发情况，先办",
      kind: "execute",
      who: "社区先办，部门派人指导",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "还要接着做，补申请",
          to: "street-check",
          gate: APPLICATION,
        },
        {
          event: "over",
          label: "突发情况结束，不再做",
          to: "emergency-over",
          gate: [line("over-note", "写明做了什么、何时结束", "overNote", byDefault("突发的事结束后写个说明"))],
        },
      ],
      deadline: {
        text: "15 个工作日内补手续或结束",
        days: 15,
        kind: "working",
        source: byDefault("先办的 15 个工作日内补手续，可改"),
      },
      documents: ["admission-form"],
      exceptions: [WITHDRAW],
      source: EMERGENCY,
    },
    {
      id: "street-check",
      name: "街道初核",
      kind: "review",
      who: "街道办事处，听社区意见",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "初核同意，报区级审批",
          to: "approval",
          gate: [
            line("street-opinion", "写明街道初核意见", "streetOpinion", CHECKED),
            line("community-heard", "写明社区的意见", "communityHeard", byDefault("要社区做的事，先听社区的")),
          ],
        },
        {
          event: "refuse",
          label: "不予准入",
          to: "refused",
          gate: [line("refusal-note", "写明不予准入的理由，告知部门", "refusalNote", XICHENG)],
        },
      ],
      deadline: { text: "5 个工作日内", days: 5, kind: "working", source: byDefault("街道 5 个工作日内初核，可改") },
      documents: ["review-opinion"],
      exceptions: [returnTo("apply", "材料不全，退回补正"), WITHDRAW],
      source: CHECKED,
    },
    {
      id: "approval",
      name: "区级审批",
      kind: "review",
      who: "区级联席会议，民政、组织部门会审",
      gate: [],
      branches: [
        {
          id: "civil-affairs-review",
          name: "民政部门会审",
          who: "民政部门",
          gate: [line("civil-opinion", "写明民政部门的意见", "civilOpinion", BOTH)],
          source: BOTH,
        },
        {
          id: "organisation-review",
          name: "组织部门会审",
          who: "组织部门",
          gate: [line("organisation-opinion", "写明组织部门的意见", "organisationOpinion", BOTH)],
          source: BOTH,
        },
      ],
      exits: [
        {
          event: "advance",
          label: "批准，进清单",
          to: "listed",
          gate: [
            line("approval-number", "写明批准文件和日期", "approvalPaper", XICHENG),
            line("funds-agreed", "经费已落实到社区", "fundsAgreed", BURDEN, CONFIRMED),
            line("listed-from", "写明从哪天起", "listedFrom", TERM, DAY),
            line("listed-until", "写明到哪天止，在起始日以后", "listedUntil", TERM, {
              op: "days-after",
              of: "listedFrom",
              days: 1,
            }),
          ],
        },
        {
          event: "refuse",
          label: "不批准",
          to: "refused",
          gate: [line("refusal-note", "写明不批准的理由，告知部门", "refusalNote", XICHENG)],
        },
      ],
      deadline: { text: "15 个工作日内", days: 15, kind: "working", source: XICHENG },
      documents: ["admission-form", "review-opinion"],
      exceptions: [returnTo("street-check", "退回街道再核"), WITHDRAW],
      source: XICHENG,
    },
    {
      id: "listed",
      name: "在清单上",
      kind: "publish",
      who: "社区照办，街道监督",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "到期，退出清单",
          to: "expired",
          gate: [line("term-over", "已过终止日", "today", TERM, { op: "days-after", of: "listedUntil", days: 1 })],
        },
        {
          event: "renew",
          label: "还要做，重新申请",
          to: "apply",
          gate: [line("renew-why", "写明为什么还要做", "renewWhy", byDefault("续期重新申请，不自动延长"))],
          counts: ["renewed"],
        },
        {
          event: "revoke",
          label: "提前撤销",
          to: "revoked",
          gate: [
            line("revoke-why", "写明为什么撤销", "revokeWhy", XICHENG),
            line("told", "列出告知了哪些社区", "revokeTold", byDefault("撤销要让社区知道"), LISTED),
          ],
        },
      ],
      documents: ["ledger"],
      exceptions: [
        {
          code: "correction",
          label: "更正清单内容",
          to: "listed",
          gate: [line("correction", "写明更正什么", "correctionText", byDefault("清单只出更正件，原件不删"))],
          counts: ["corrected"],
          source: byDefault("清单只出更正件，原件不删"),
        },
      ],
      source: TERM,
    },
    ending("on-list", "清单以内，照办"),
    ending("expired", "到期退出"),
    ending("revoked", "已撤销"),
    ending("refused", "不予准入"),
    ending("emergency-over", "突发情况结束"),
    REJECTED,
    WITHDRAWN,
  ],
});
