import { defineMethod } from "#app/domain/method/define.ts";
import { assembly } from "./assembly.ts";
import { calledBy, partyFirst, posted15 } from "./assembly-parts.ts";
import { byDefault, fixed, line, observer, publicly, VILLAGE_POSTED_15, VILLAGERS_LAW } from "./parts.ts";

const MEETING = VILLAGERS_LAW("第29条、第30条");
const PUBLISH = VILLAGERS_LAW("第35条");
const SHANDONG = publicly("《山东省实施〈村民委员会组织法〉办法》");

/**
 * 村民代表会议: quorum of two thirds of all members (committee and representatives), more than half of those present. The law sets no notice;
 * Shandong has five days in writing and on the board, our default is three.
 */
export const villagerRepresentatives = defineMethod({
  id: "villager-representatives",
  name: "村民代表会议",
  version: 1,
  family: "decision",
  summary:
    "在村民会议授权的范围内，由村委会成员和村民代表开会决定：党组织先讨论，会前通知，三分之二以上组成人员到会，到会的过半数同意，公布不少于 15 日。",
  note: "代表要占五分之四以上，妇女代表要占三分之一以上。山东要求 5 日前书面通知并张榜，到会妇女代表不少于妇女代表的三分之二。",
  voting: "rule",
  sources: [
    VILLAGERS_LAW("第28条至第30条、第35条"),
    SHANDONG,
    byDefault("通知天数、异议、复议、更正的办法由工具给出，请按本地文件改"),
  ],
  seats: [
    fixed("committee", "村民委员会成员", MEETING),
    fixed("representatives", "村民代表", MEETING),
    observer("supervisors", "村务监督机构", VILLAGERS_LAW("第37条")),
    observer("township", "乡镇指导人员", byDefault("可请乡镇到场指导")),
  ],
  stages: assembly({
    first: partyFirst(VILLAGERS_LAW("第28条"), "村党组织、村民委员会", [
      line("authority", "写明村民会议授权代表会议决定的依据", "authority", VILLAGERS_LAW("第28条")),
      calledBy(VILLAGERS_LAW("第29条"), ["村民委员会", "五分之一以上村民代表"]),
    ]),
    notice: {
      who: "村民委员会",
      days: 3,
      source: byDefault("法律没有定村民代表会议提前几日通知，这里提前 3 日；山东为 5 日"),
      urgent: byDefault("遇有紧急情况可以临时通知，会后补公告"),
    },
    meeting: { who: "村民委员会主持，村民代表", source: MEETING },
    vote: {
      who: "到会的组成人员，计票人、监票人",
      judged: [
        { rules: ["villager-representatives"], text: "三分之二以上组成人员到会，到会过半数同意", source: MEETING },
      ],
    },
    publish: { who: "村民委员会", posted: VILLAGE_POSTED_15, deadline: posted15(PUBLISH), source: PUBLISH },
  }),
});
