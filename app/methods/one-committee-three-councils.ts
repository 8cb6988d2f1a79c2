import { defineMethod } from "#app/domain/method/define.ts";
import {
  byDefault,
  DECLINED,
  ESCALATE,
  ESCALATED,
  MERGE,
  MERGED,
  NAMED,
  publicly,
  REJECT,
  REJECTED,
  RESIDENTS_LAW,
  reconsider,
  returnTo,
  SETTLED,
  SPLIT,
  SPLIT_UP,
  VILLAGERS_LAW,
  WITHDRAW,
  WITHDRAWN,
} from "./parts.ts";
import {
  COUNCIL_SEATS,
  council,
  lawful,
  madePublic,
  SUPERVISED,
  supervised,
  TAKEN_UP,
  THREE_COUNCILS,
} from "./three-councils.ts";
import { ELEMENTS, report, work } from "./work.ts";

/**
 * 一委三会: the party organisation leads, the council discusses, the committee carries out, the supervisors supervise. The report names the
 * four and what each does; the council's two thirds, the days and the papers are ours, the separation of supervisors is the law's.
 */
export const oneCommitteeThreeCouncils = defineMethod({
  id: "one-committee-three-councils",
  name: "一委三会",
  version: 1,
  family: "deliberation",
  summary:
    "党组织领导、议事会协商、居（村）委会实施、监委会监督，各管一段。办事的人和他的近亲属不当监督委员；依法要由会议决定的事，议事会只提建议。",
  note: "议事会是协商还是决策，公开说法不一；工具按“协商、提建议”办。连云港有地方标准，正文未查到，请按当地印发的文件改。",
  voting: "opinion",
  sources: [
    THREE_COUNCILS,
    publicly("连云港市民政部门公开介绍"),
    RESIDENTS_LAW("第30条、第32条、第34条、第36条"),
    VILLAGERS_LAW("第28条、第33条、第35条、第37条"),
    byDefault("议事会的人数、天数与文书由工具给出"),
  ],
  seats: COUNCIL_SEATS,
  stages: [
    {
      id: "lead",
      name: "党组织受理定题",
      kind: "collect",
      who: "社区（村）党组织",
      gate: [...SUPERVISED, ...TAKEN_UP],
      exits: [{ event: "advance", label: "定为议题，交议事会", to: "council", gate: NAMED }],
      deadline: { text: "3 个工作日内答复", days: 3, kind: "working", source: byDefault("受理 3 个工作日内答复") },
      documents: ["issue-notice"],
      exceptions: [REJECT, ESCALATE, MERGE, SPLIT, WITHDRAW],
      source: THREE_COUNCILS,
    },
    council({ passed: "assign", lawful: "lawful", back: "lead" }),
    lawful({ passed: "assign", failed: "publish" }),
    {
      id: "assign",
      name: "列任务单",
      kind: "assign",
      who: "居（村）委会",
      gate: ELEMENTS,
      exits: [{ event: "advance", label: "任务到人，开始办", to: "execute" }],
      documents: ["action-notice"],
      exceptions: [returnTo("council", "办不下去，退回议事会再议"), ESCALATE, reconsider("council")],
      source: byDefault("定了的事，先列任务单再办"),
    },
    work({ name: "居（村）委会实施", who: "居（村）委会，责任人", source: THREE_COUNCILS }),
    report("supervise"),
    supervised("publish"),
    madePublic(),
    SETTLED,
    DECLINED,
    REJECTED,
    WITHDRAWN,
    MERGED,
    SPLIT_UP,
    ESCALATED,
  ],
});
