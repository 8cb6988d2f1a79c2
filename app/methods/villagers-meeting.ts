import { defineMethod } from "#app/domain/method/define.ts";
import { assembly } from "./assembly.ts";
import { asked, BY_HEADS, BY_HOUSEHOLDS, calledBy, countedBy, partyFirst, posted15 } from "./assembly-parts.ts";
import { byDefault, fixed, line, observer, VILLAGE_POSTED_15, VILLAGERS_LAW, when } from "./parts.ts";

const CALL = VILLAGERS_LAW("第25条");
const VOTE = VILLAGERS_LAW("第25条、第26条");
const PUBLISH = VILLAGERS_LAW("第35条");

const CHARTER = "村民自治章程、村规民约";
const MATTERS = [CHARTER, "涉及村民利益的重要事项"];

/**
 * 村民会议: as the law has it, more than half of the adults, or two thirds or more of the households' representatives — two different
 * quorums, so the choice is asked before anybody counts. Objections, 复议 and the notice of a failed vote are ours.
 */
export const villagersMeeting = defineMethod({
  id: "villagers-meeting",
  name: "村民会议",
  version: 1,
  family: "decision",
  summary:
    "涉及村民利益的大事，由 18 周岁以上村民过半数或三分之二以上户的代表到会决定：党组织先讨论，提前 10 日通知，到会过半数同意，公布不少于 15 日。",
  note: "集体资产的事归农村集体经济组织成员大会，不在这里决定。法律对具体事项另有规定的，按那部法律办。",
  voting: "rule",
  sources: [
    VILLAGERS_LAW("第25条、第26条、第28条、第31条、第35条"),
    byDefault("异议、复议、更正的办法由工具给出，请按本地文件改"),
  ],
  seats: [
    fixed("committee", "村民委员会（召集、主持）", CALL),
    fixed("villagers", "18 周岁以上村民或户的代表", CALL),
    observer("supervisors", "村务监督机构", VILLAGERS_LAW("第37条")),
    observer("township", "乡镇指导人员", byDefault("可请乡镇到场指导")),
  ],
  stages: assembly({
    first: partyFirst(VILLAGERS_LAW("第28条"), "村党组织、村民委员会", [
      line("matter-kind", "选明是哪类事项", "matterKind", VILLAGERS_LAW("第28条、第31条"), {
        op: "one-of",
        value: MATTERS,
      }),
      calledBy(CALL, ["村民委员会", "十分之一以上村民", "三分之一以上村民代表"]),
    ]),
    notice: { who: "村民委员会", days: 10, source: CALL, gate: [countedBy(VOTE)], urgent: CALL },
    meeting: { who: "村民委员会主持，村民或户的代表", source: CALL },
    vote: {
      who: "到会的村民或户的代表，计票人、监票人",
      gate: [countedBy(VOTE)],
      judged: [
        {
          rules: ["villagers-meeting"],
          text: "18 周岁以上村民过半数到会，到会过半数同意",
          source: VOTE,
          when: asked("countedBy", [BY_HEADS]),
        },
        {
          rules: ["villagers-meeting-by-household"],
          text: "三分之二以上户的代表到会，到会过半数同意",
          source: VOTE,
          when: asked("countedBy", [BY_HOUSEHOLDS]),
        },
      ],
    },
    publish: {
      who: "村民委员会",
      posted: VILLAGE_POSTED_15,
      gate: [
        when(
          "matterKind",
          [CHARTER],
          line("filed-with", "章程、村规民约已报备案，写明报给谁", "filedWith", VILLAGERS_LAW("第31条")),
        ),
      ],
      deadline: posted15(PUBLISH),
      source: PUBLISH,
    },
  }),
});
