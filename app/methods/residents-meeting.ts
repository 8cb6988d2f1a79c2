import { defineMethod } from "#app/domain/method/define.ts";
import { assembly } from "./assembly.ts";
import { asked, BY_HEADS, BY_HOUSEHOLDS, calledBy, countedBy, partyFirst, posted15 } from "./assembly-parts.ts";
import { byDefault, fixed, line, observer, POSTED_15, RESIDENTS_LAW, when } from "./parts.ts";

const CALL = RESIDENTS_LAW("第26条");
const VOTE = RESIDENTS_LAW("第26条、第27条");
const PUBLISH = RESIDENTS_LAW("第34条");

const CHARTER = "居民自治章程、居民公约";
const MATTERS = [CHARTER, "年度工作报告、评议居委会成员", "其他涉及全体居民利益的重要事项"];

/**
 * 居民会议: the law gives who calls it, ten days' notice with an exception for special circumstances, more than half of the adults or of
 * the households present, more than half of those present in favour, at least fifteen days' publication. Objections, 复议 and that a vote
 * that failed is published too are ours.
 */
export const residentsMeeting = defineMethod({
  id: "residents-meeting",
  name: "居民会议",
  version: 1,
  family: "decision",
  summary:
    "涉及全体居民利益的大事，由 18 周岁以上的居民或者每户一名代表开会决定：党组织先讨论，提前 10 日通知，过半数到会，到会过半数通过，公布不少于 15 日。",
  note: "未满 18 周岁的可以来说话，不计票。各省的实施办法可能还是旧口径，和 2026 年施行的新法不一致的，照新法办。",
  voting: "rule",
  sources: [
    RESIDENTS_LAW("第26条、第27条、第30条、第31条、第34条"),
    byDefault("异议、复议、更正的办法由工具给出，请按本地文件改"),
  ],
  seats: [
    fixed("committee", "居民委员会（召集、主持）", CALL),
    fixed("residents", "18 周岁以上居民或户的代表", CALL),
    observer("supervisors", "居务监督委员会", RESIDENTS_LAW("第36条")),
    observer("street", "街道指导人员", byDefault("可请街道到场指导")),
  ],
  stages: assembly({
    first: partyFirst(RESIDENTS_LAW("第30条"), "社区党组织、居民委员会", [
      line("matter-kind", "选明是哪类事项", "matterKind", RESIDENTS_LAW("第30条"), { op: "one-of", value: MATTERS }),
      calledBy(CALL, ["居民委员会", "十分之一以上居民或户的代表", "三分之一以上居民代表"]),
    ]),
    notice: { who: "居民委员会", days: 10, source: CALL, gate: [countedBy(CALL)], urgent: CALL },
    meeting: { who: "居民委员会主持，居民或户的代表", source: CALL },
    vote: {
      who: "到会的居民或户的代表，计票人、监票人",
      gate: [countedBy(CALL)],
      judged: [
        {
          rules: ["residents-meeting"],
          text: "18 周岁以上居民过半数到会，到会过半数同意",
          source: VOTE,
          when: asked("countedBy", [BY_HEADS]),
        },
        {
          rules: ["residents-meeting-by-household"],
          text: "户的代表过半数到会，到会过半数同意",
          source: VOTE,
          when: asked("countedBy", [BY_HOUSEHOLDS]),
        },
      ],
    },
    publish: {
      who: "居民委员会",
      posted: POSTED_15,
      gate: [
        when(
          "matterKind",
          [CHARTER],
          line("filed-with", "章程、公约已报备案，写明报给谁", "filedWith", RESIDENTS_LAW("第31条")),
        ),
      ],
      deadline: posted15(PUBLISH),
      source: PUBLISH,
    },
  }),
});
