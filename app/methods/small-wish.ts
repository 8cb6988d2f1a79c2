import { defineMethod } from "#app/domain/method/define.ts";
import {
  byDefault,
  CONFIRMED,
  DAY,
  DONE_NOTE,
  ending,
  FOUR_ELEMENTS,
  fixed,
  flexible,
  LAIXI,
  LISTED,
  line,
  MERGE,
  MERGED,
  PRIVACY_LAW,
  publicly,
  REJECT,
  REJECTED,
  returnTo,
  WITHDRAW,
  WITHDRAWN,
  when,
} from "./parts.ts";

const WISHES = LAIXI("认领、点亮群众“微心愿”");
const LOOP = publicly("各地微心愿的做法：征集、核实登记、认领、办结销号");
const HIDDEN = PRIVACY_LAW("第25条");
const MASKED = byDefault("只写“某户”“某学生”，不出现电话、证件号、房号");
const BACK_TO_POOL = byDefault("认领后 15 日没有实现，放回心愿池，可改");
const CLAIM = FOUR_ELEMENTS.map((each) => ({ ...each, source: byDefault("认领时写明办什么、谁办、何时、怎么办") }));

/** What those who claimed it cannot put right goes back to everybody. */
const NOT_GRANTED = {
  code: "postpone" as const,
  label: "没有实现，放回心愿池",
  to: "pool",
  counts: ["expired"],
  source: BACK_TO_POOL,
};

const ADULT = "成年人";
const UNDER_14 = "不满 14 周岁";
const TEENAGER = "14 至 17 周岁";
const CONSENT_TEXT = "监护人已书面同意";

/**
 * 微心愿: gathered, checked, published without names, claimed, granted, confirmed. The report has the claiming and granting, other places the
 * closed loop. No name goes out without consent (个保法 25), nothing about a child under 14 without the guardian's (31); that we ask
 * it up to 18, the text without numbers, and fifteen days are ours. No rate is shown and nobody is ranked.
 */
export const smallWish = defineMethod({
  id: "small-wish",
  name: "微心愿",
  version: 1,
  family: "activity",
  summary:
    "困难群众说出小心愿，社区核实后隐去个人信息发布，热心人认领、实现，由本人确认。认领了可以放弃，15 日没实现就放回心愿池。未成年人的心愿要监护人同意。",
  note: "不显示实现率，不给认领人和单位排名。公开姓名、照片要本人另行同意，没有同意就只写“某户”“某学生”。",
  voting: "none",
  sources: [WISHES, LOOP, HIDDEN, PRIVACY_LAW("第31条"), BACK_TO_POOL],
  seats: [
    fixed("community", "社区工作人员", WISHES),
    flexible("wisher", "心愿人（或监护人）", WISHES),
    flexible("claimant", "认领人", WISHES),
  ],
  stages: [
    {
      id: "collect",
      name: "征集",
      kind: "collect",
      who: "社区、网格员征集，线上线下都行",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "登记，去核实",
          to: "verify",
          gate: [
            line("title", "写明是什么心愿", "title", WISHES),
            line("wisher-age", "选明心愿人的年龄段", "wisherAge", byDefault("未成年人要监护人同意，先问清年龄"), {
              op: "one-of",
              value: [ADULT, TEENAGER, UNDER_14],
            }),
          ],
        },
      ],
      documents: ["ledger"],
      exceptions: [REJECT, MERGE, WITHDRAW],
      source: LOOP,
    },
    {
      id: "verify",
      name: "社区核实",
      kind: "review",
      who: "社区工作人员上门或电话核实",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "核实了，隐去个人信息发布",
          to: "pool",
          gate: [
            line("wisher-true", "情况属实", "verified", LOOP, CONFIRMED),
            line("feasible", "能够实现，不是钱款借贷", "feasible", byDefault("核实能不能办，不接钱款借贷"), CONFIRMED),
            line("public-text", "写好对外发布的文字，没有个人信息", "publicText", MASKED, { op: "de-identified" }),
            line("name-hidden", "姓名已隐去，或本人同意公开", "nameHidden", HIDDEN, CONFIRMED),
            line("age-known", "选明心愿人的年龄段", "wisherAge", byDefault("未成年人要监护人同意，先问清年龄"), {
              op: "one-of",
              value: [ADULT, TEENAGER, UNDER_14],
            }),
            when(
              "wisherAge",
              [UNDER_14],
              line("guardian", CONSENT_TEXT, "guardianConsent", PRIVACY_LAW("第31条"), CONFIRMED),
            ),
            when(
              "wisherAge",
              [TEENAGER],
              line(
                "guardian-teenager",
                CONSENT_TEXT,
                "guardianConsent",
                byDefault("满 14 周岁的，也请监护人同意"),
                CONFIRMED,
              ),
            ),
          ],
        },
      ],
      deadline: { text: "5 日内核实", days: 5, kind: "calendar", source: byDefault("登记后 5 日内核实，可改") },
      documents: ["consent-form"],
      exceptions: [returnTo("collect", "情况不清，退回重填"), REJECT, WITHDRAW],
      source: LOOP,
    },
    {
      id: "pool",
      name: "心愿池，等认领",
      kind: "assign",
      who: "党员、志愿者、单位认领，可以几人一起",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "认领",
          to: "grant",
          gate: [
            line("claimants", "列出认领人，一行一个", "claimants", WISHES, LISTED),
            line("claimed-on", "写明哪天认领", "claimedOn", BACK_TO_POOL, DAY),
            ...CLAIM,
          ],
        },
        {
          event: "unclaimed",
          label: "没人认领，社区另想办法",
          to: "answered",
          gate: [line("other-help", "写明社区怎么帮、怎么答复本人", "otherHelp", byDefault("没人认领也要给本人答复"))],
        },
      ],
      deadline: {
        text: "30 日内有人认领",
        days: 30,
        kind: "calendar",
        source: byDefault("30 日没人认领就另想办法，可改"),
      },
      documents: ["issue-list"],
      exceptions: [returnTo("verify", "情况变了，重新核实"), WITHDRAW],
      source: WISHES,
    },
    {
      id: "grant",
      name: "实现心愿",
      kind: "execute",
      who: "认领人",
      gate: [],
      exits: [
        { event: "advance", label: "办好了，请本人确认", to: "confirm", gate: [...CLAIM, DONE_NOTE] },
        {
          event: "give-up",
          label: "认领人放弃，放回心愿池",
          to: "pool",
          gate: [line("give-up-why", "记下为什么放弃", "giveUpWhy", byDefault("放弃认领不追究，记一句原因"))],
          counts: ["givenUp"],
        },
        {
          event: "overdue",
          label: "15 日没实现，放回心愿池",
          to: "pool",
          gate: [
            line("claim-over", "认领已满 15 日", "claimedOn", BACK_TO_POOL, {
              op: "elapsed",
              days: 15,
              kind: "calendar",
            }),
          ],
          counts: ["expired"],
          source: BACK_TO_POOL,
        },
      ],
      deadline: { text: "认领后 15 日内", days: 15, kind: "calendar", source: BACK_TO_POOL },
      documents: ["ledger"],
      exceptions: [WITHDRAW],
      source: WISHES,
    },
    {
      id: "confirm",
      name: "本人确认",
      kind: "feedback",
      who: "心愿人，未成年人由监护人确认",
      gate: [],
      exits: [
        {
          event: "advance",
          label: "本人确认，点亮",
          to: "granted",
          gate: [line("wisher-confirms", "本人或监护人确认实现了", "partyAgrees", LOOP, CONFIRMED)],
        },
      ],
      deadline: {
        text: "办好后 5 日内",
        days: 5,
        kind: "calendar",
        source: byDefault("办好后 5 日内请本人确认，可改"),
      },
      documents: ["feedback-notice"],
      exceptions: [returnTo("grant", "还没实现，接着办", 1), NOT_GRANTED],
      source: LOOP,
    },
    ending("granted", "心愿实现"),
    ending("answered", "已答复（社区另行帮助）"),
    REJECTED,
    WITHDRAWN,
    MERGED,
  ],
});
