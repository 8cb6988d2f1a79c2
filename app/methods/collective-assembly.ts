import { defineMethod } from "#app/domain/method/define.ts";
import { assembly } from "./assembly.ts";
import { calledBy, partyFirst, posted15 } from "./assembly-parts.ts";
import { byDefault, COLLECTIVE_LAW, CONFIRMED, DAY, fixed, line, observer } from "./parts.ts";

const ASSEMBLY = COLLECTIVE_LAW("第26条至第28条");
const POSTED = byDefault("比照村务公开，公布不少于 15 日");

const ON_SITE = "都在现场";
const OTHERWISE = "有人在线参加或委托同户成员";

/**
 * 农村集体经济组织成员大会: ten days' notice, two thirds or more of the members taking part (on the spot, online, or by a proxy of the same
 * household) and two thirds or more of ALL members in favour are the law's (第27条), as is that the Party organisation discusses it first
 * (第26条). Days of publication and the rest are ours.
 */
export const collectiveAssembly = defineMethod({
  id: "collective-assembly",
  name: "农村集体经济组织成员大会",
  version: 1,
  family: "decision",
  summary:
    "集体资产的大事由集体经济组织成员大会决定：提前 10 日通知，三分之二以上成员参加，全体成员三分之二以上同意才算通过。可以在线参加，或书面委托同户成员。",
  note: "应到人数是有表决资格的全体成员，没来的也在分母里。章程规定得更严的，按章程。成员代表大会须经全体代表三分之二以上同意，章程制定、成员确认、土地承包、补偿费分配、合并分立不能由它决定。",
  voting: "rule",
  sources: [ASSEMBLY, byDefault("由谁提议、公布、异议和复议的办法由工具给出，请按章程改")],
  seats: [
    fixed("council", "理事会（召集、主持）", COLLECTIVE_LAW("第27条")),
    fixed("members", "集体经济组织成员", ASSEMBLY),
    observer("supervisors", "监事会", byDefault("请监事会到场监督")),
    observer("township", "乡镇指导人员", byDefault("可请乡镇到场指导")),
  ],
  stages: assembly({
    first: partyFirst(COLLECTIVE_LAW("第26条"), "村党组织、集体经济组织理事会", [
      calledBy(byDefault("由谁提议，按章程"), ["理事会", "监事会", "部分成员联名"]),
    ]),
    notice: { who: "理事会", days: 10, source: ASSEMBLY },
    meeting: {
      who: "理事会主持，全体成员",
      gate: [
        line("taking-part", "选明成员怎样参加", "takingPart", ASSEMBLY, { op: "one-of", value: [ON_SITE, OTHERWISE] }),
        {
          ...line("absent-checked", "在线参加的和同户书面委托都已核对", "absentChecked", ASSEMBLY, CONFIRMED),
          when: { fact: "takingPart", test: { op: "one-of", value: [OTHERWISE] } },
        },
      ],
      source: ASSEMBLY,
    },
    vote: {
      who: "参加的成员，计票人、监票人",
      judged: [
        { rules: ["collective-assembly"], text: "三分之二以上成员参加，全体成员三分之二以上同意", source: ASSEMBLY },
      ],
    },
    publish: {
      who: "理事会",
      posted: [
        line("posted-on", "写明公布起始日", "postedOn", POSTED, DAY),
        line("posted-at", "写明公布在哪里", "postedAt", POSTED),
        line("posted-15", "公布已满 15 日", "postedOn", POSTED, { op: "elapsed", days: 15, kind: "calendar" }),
      ],
      deadline: posted15(POSTED),
      source: POSTED,
    },
    reconsiderBy: ["五分之一以上成员", "监事会"],
  }),
});
