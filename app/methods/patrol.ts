import { byDefault, LISTED, line, when } from "./parts.ts";
import type { StageDraft } from "./work.ts";

const PATROL = byDefault("巡查写明组长、组员、路线和逐点结果；照片自愿，不作要求");
const RESULTS = ["没有新问题", "有新问题"];
const FINDINGS = byDefault("巡查发现的问题，一行一件，自动进下一次的清单");

/** 巡查: who went where and saw what. Each line of `patrolFindings` becomes an issue of its own; nobody has to take photographs. */
export const PATROLLED: StageDraft["gate"] = [
  line("leader", "写明组长", "patrolLeader", PATROL),
  line("members", "列出组员，至少两人", "patrolMembers", PATROL, { op: "lists", least: 2 }),
  line("route", "写明走了哪条路线", "patrolRoute", PATROL),
  line("points", "逐点写明：正常、发现问题，还是已当场处置", "patrolPoints", PATROL, LISTED),
  line("result", "选明有没有新问题", "patrolResult", FINDINGS, { op: "one-of", value: RESULTS }),
  when("patrolResult", ["有新问题"], line("findings", "列出新问题，一行一件", "patrolFindings", FINDINGS, LISTED)),
];
