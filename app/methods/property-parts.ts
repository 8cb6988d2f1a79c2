import { ownerMatterNames } from "#app/domain/issue/owner-matters.ts";
import type { GateLine } from "#app/domain/method/definition.ts";
import {
  byDefault,
  CIVIL_CODE,
  CONFIRMED,
  line,
  POSTED_15,
  RESIDENTS_LAW,
  returnTo,
  URGENT_MADE_UP,
  WITHDRAW,
} from "./parts.ts";
import { DECLINE, ELEMENTS, posted, report, resolveNow, type StageDraft as Stage, setDeadline } from "./work.ts";

/**
 * What the two property meetings share, the community's and the street's: the nine owners' matters are stopped and sent to an owners'
 * decision; an opinion is a consensus only when all three parties agree, else the differences are written down.
 */

type Exit = Stage["exits"][number];
type Exception = Stage["exceptions"][number];

const NINE = CIVIL_CODE("第278条");
const BY_LAW_OWNERS = byDefault("题目里提到九类事项的字眼，要么转业主共同决定，要么说明为什么不属于");
const THREE = byDefault("三方各表一次态，都同意才记共识");

export const OUTSIDE_THE_NINE = "不属于";

/** The matter is none of the nine, and where its words sound like one, somebody said why it is not. */
export const NOT_THE_OWNERS: GateLine[] = [
  line("owner-matter", "核对过，不属于业主共同决定的九类事项", "ownerMatter", NINE, {
    op: "one-of",
    value: [OUTSIDE_THE_NINE],
  }),
  line("owner-words", "没有九类事项的字眼，有的已说明不属于的理由", "ownerWords", BY_LAW_OWNERS, {
    op: "explained",
    by: "ownerWordsReason",
  }),
];

/** Out of the talk and to the owners, from wherever it turns out. */
export const toOwners = (): Exit => ({
  event: "owners-matter",
  label: "属于九类事项，转业主共同决定",
  to: "owners",
  gate: [
    line("owner-matter-named", "属于业主共同决定的九类事项", "ownerMatter", NINE, {
      op: "one-of",
      value: ownerMatterNames(),
    }),
  ],
  source: NINE,
});

/** 转业主共同决定: the meeting may only propose; the owners decide. */
export const ownersStage = (back: string): Stage => ({
  id: "owners",
  name: "转业主共同决定",
  kind: "draft",
  who: "业主委员会，社区协助",
  gate: [],
  exits: [
    { event: "decision-passed", label: "业主通过，去落实", to: "carry-out", after: "passed" },
    { event: "decision-failed", label: "业主没有通过", to: "declined", after: "failed" },
  ],
  documents: ["proposal-form"],
  exceptions: [returnTo(back, "核实不属于九类事项，退回"), WITHDRAW],
  decisions: [
    {
      method: "owners-decision",
      label: "启动业主共同决定",
      gate: [line("suggestion", "写明提给业主的建议方案", "suggestion", byDefault("会上只能出建议方案，决定权在业主"))],
      source: NINE,
    },
  ],
  source: NINE,
});

/** What the owners decided is given to somebody to do. */
export const carryOutStage = (): Stage => ({
  id: "carry-out",
  name: "落实业主决定",
  kind: "assign",
  who: "业主委员会、物业服务企业",
  gate: [],
  exits: [{ event: "advance", label: "交办", to: "execute", gate: ELEMENTS }],
  deadline: {
    text: "决定公布后 5 个工作日内",
    days: 5,
    kind: "working",
    source: byDefault("业主决定后 5 个工作日内定下谁去办，可改"),
  },
  documents: ["action-notice"],
  exceptions: [returnTo("owners", "办不下去，提请业主再定")],
  source: byDefault("业主决定了，还要有人办"),
});

const AGREEMENT: GateLine[] = [
  line("community-agrees", "社区同意会议意见", "communityAgrees", THREE, CONFIRMED),
  line("owners-agree", "业主一方同意会议意见", "ownersAgree", THREE, CONFIRMED),
  line("property-agrees", "物业服务企业同意会议意见", "propertyAgrees", THREE, CONFIRMED),
];

/** 共识 in its two forms, 分歧 and 不能办. The nine matters are stopped here too. */
export function opinionExits(): Exit[] {
  const agreed = [...AGREEMENT, ...NOT_THE_OWNERS];
  const now = resolveNow("publish");
  return [
    { ...now, label: "三方一致，当场解决", gate: [...agreed, ...(now.gate ?? [])] },
    setDeadline("execute", { label: "三方一致，限期解决", gate: agreed }),
    {
      event: "differ",
      label: "没有一致，记分歧",
      to: "differences",
      gate: [
        line("differences", "各方的不同意见都记下", "differences", byDefault("没有三方一致，就如实记分歧，不按多数算")),
      ],
      counts: ["discussed", "differed"],
    },
    { ...toOwners(), counts: ["discussed"] },
    DECLINE,
  ];
}

/** 分歧: brought up again after work was done, answered, or sent to whoever may settle it. */
export const differencesStage = (who: string, back: string, elsewhere: string[]): Stage => ({
  id: "differences",
  name: "分歧怎么办",
  kind: "review",
  who,
  gate: [],
  exits: [
    {
      event: "advance",
      label: "做了工作，再上会",
      to: back,
      gate: [line("mediation-note", "写明会后做了哪些工作", "mediationNote", byDefault("再上会之前先做工作"))],
    },
    { ...DECLINE, counts: [] },
  ],
  deadline: { text: "15 日内有下文", days: 15, kind: "calendar", source: byDefault("分歧 15 日内有下文，可改") },
  documents: ["minutes"],
  exceptions: [escalateTo(elsewhere), WITHDRAW],
  source: byDefault("分歧如实记，另找途径"),
});

/** 转交, to one of the ways that are open where the parties do not agree. */
const escalateTo = (words: string[]): Exception => ({
  code: "escalate",
  label: "转交其他途径",
  to: "escalated",
  gate: [
    line("escalated-to", "选明转到哪里", "escalatedTo", byDefault("谈不拢的，转有权处理的地方"), {
      op: "one-of",
      value: words,
    }),
  ],
  source: byDefault("谈不拢的，转有权处理的地方"),
});

/** 复查: looked at again, told to whoever asked, and rated. */
export const recheckStage = (who: string): Stage => report("publish", { name: "复查回告", who });

/** Published with what came of it: the agreed matter and how it was carried out (居组法 34). */
export const publishStage = (): Stage =>
  posted("publish", "公示结果", {
    to: "settled",
    gate: [...POSTED_15, URGENT_MADE_UP],
    deadline: { text: "公布不少于 15 日", days: 15, kind: "calendar", source: RESIDENTS_LAW("第34条") },
    source: RESIDENTS_LAW("第34条"),
  });
