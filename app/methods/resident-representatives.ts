import { defineMethod } from "#app/domain/method/define.ts";
import { assembly } from "./assembly.ts";
import { calledBy, partyFirst, posted15 } from "./assembly-parts.ts";
import { byDefault, fixed, line, observer, POSTED_15, RESIDENTS_LAW } from "./parts.ts";

const CALL = RESIDENTS_LAW("第28条");
const VOTE = RESIDENTS_LAW("第28条、第29条");
const PUBLISH = RESIDENTS_LAW("第34条");
const NOTICE = byDefault("法律没有定居民代表会议提前几日通知，这里提前 3 日");

/**
 * 居民代表会议: quorum of two thirds of all members (committee and representatives) and more than half of those present are the law's, as
 * are fifteen days' publication. The three days' notice is our default: the law sets none.
 */
export const residentRepresentatives = defineMethod({
  id: "resident-representatives",
  name: "居民代表会议",
  version: 1,
  family: "decision",
  summary:
    "由居委会成员和居民代表开会决定：党组织先讨论，会前通知，三分之二以上组成人员到会，到会的过半数同意才算通过，公布不少于 15 日。其他居民可以列席发言。",
  note: "应到人数是居委会成员加居民代表，代表要占五分之四以上。代表会议默认不能委托别人代投。",
  voting: "rule",
  sources: [
    RESIDENTS_LAW("第28条至第30条、第34条"),
    byDefault("通知天数、异议、复议、更正的办法由工具给出，请按本地文件改"),
  ],
  seats: [
    fixed("committee", "居民委员会成员", CALL),
    fixed("representatives", "居民代表", CALL),
    observer("residents", "其他居民", CALL),
    observer("supervisors", "居务监督委员会", RESIDENTS_LAW("第36条")),
    observer("street", "街道指导人员", byDefault("可请街道到场指导")),
  ],
  stages: assembly({
    first: partyFirst(RESIDENTS_LAW("第30条"), "社区党组织、居民委员会", [
      line("authority", "写明代表会议有权决定的依据（如居民会议授权）", "authority", RESIDENTS_LAW("第30条")),
      calledBy(CALL, ["居民委员会", "五分之一以上居民代表"]),
    ]),
    notice: {
      who: "居民委员会",
      days: 3,
      source: NOTICE,
      urgent: byDefault("遇有紧急情况可以临时通知，会后补公告"),
    },
    meeting: { who: "居民委员会主持，居民代表，列席居民", source: CALL },
    vote: {
      who: "到会的组成人员，计票人、监票人",
      judged: [
        {
          rules: ["resident-representatives"],
          text: "三分之二以上组成人员到会，到会过半数同意",
          source: VOTE,
        },
      ],
    },
    publish: { who: "居民委员会", posted: POSTED_15, deadline: posted15(PUBLISH), source: PUBLISH },
  }),
});
