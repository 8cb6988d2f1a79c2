import { defineMethod } from "#app/domain/method/define.ts";
import { assembly } from "./assembly.ts";
import { calledBy, PROPOSAL } from "./assembly-parts.ts";
import { byDefault, CONFIRMED, DAY, fixed, line, observer, PARTY_BRANCH_RULES } from "./parts.ts";

const RULES = PARTY_BRANCH_RULES("第11条");
const POSTED = byDefault("党员大会的结果在党内公布 7 日");

/**
 * 党员大会: half or more of the members with a vote present, and in favour more than half of all members with a vote — of 34, 18.
 * The Party's own rule gives these two numbers; the notice and the days of publication are ours.
 */
export const partyMembers = defineMethod({
  id: "party-members",
  name: "党员大会",
  version: 1,
  family: "decision",
  summary:
    "村、社区的重要事项和群众切身利益的事，先由党员大会讨论表决：半数以上有表决权的党员到会，赞成人数超过应到会有表决权党员的半数，才算通过。",
  note: "预备党员、受留党察看处分期间的党员可以到会，没有表决权，不计入应到。党内选举另有规定，不用这套办法。",
  voting: "rule",
  sources: [RULES, byDefault("通知、公布、异议和复议的办法由工具给出，请按上级党组织的规定改")],
  seats: [
    fixed("branch-committee", "党支部委员会（召集、主持）", byDefault("党员大会由支部委员会召集")),
    fixed("members", "有表决权的党员", RULES),
    observer("probationary", "预备党员等没有表决权的党员", byDefault("可以到会发言，不参加表决")),
  ],
  stages: assembly({
    first: {
      id: "propose",
      name: "支部委员会提出",
      kind: "review",
      who: "党支部委员会",
      gate: [
        PROPOSAL,
        calledBy(byDefault("由支部委员会提出，或应党员、上级党组织要求提出"), [
          "党支部委员会",
          "五分之一以上有表决权党员",
          "上级党组织",
        ]),
        line(
          "voting-roll",
          "有表决权的党员名单已核对",
          "votingRoll",
          byDefault("预备党员等没有表决权，不计入应到，会前核对"),
          CONFIRMED,
        ),
      ],
      documents: ["proposal-form"],
      source: byDefault("支部委员会先议出方案，再交党员大会"),
    },
    notice: {
      who: "党支部委员会",
      days: 3,
      source: byDefault("会前 3 日把方案发给党员"),
      urgent: byDefault("遇有紧急情况可以临时通知，会后补发"),
    },
    meeting: { who: "党支部书记主持，全体党员", source: RULES },
    vote: {
      who: "到会有表决权的党员，计票人、监票人",
      judged: [{ rules: ["party-members"], text: "半数以上有表决权党员到会，赞成超过应到的半数", source: RULES }],
    },
    publish: {
      who: "党支部委员会",
      posted: [
        line("posted-on", "写明公布起始日", "postedOn", POSTED, DAY),
        line("posted-at", "写明公布在哪里", "postedAt", POSTED),
        line("posted-7", "公布已满 7 日", "postedOn", POSTED, { op: "elapsed", days: 7, kind: "calendar" }),
      ],
      deadline: { text: "公布 7 日", days: 7, kind: "calendar", source: POSTED },
      source: POSTED,
    },
    reconsiderBy: ["五分之一以上有表决权党员", "党支部委员会"],
  }),
});
