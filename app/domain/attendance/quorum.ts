import { leastCount, reaches } from "#app/domain/rule/fraction.ts";
import type { Rule } from "#app/domain/rule/types.ts";

export interface QuorumLine {
  readonly due: number;
  readonly present: number;
  /** Fewest who must be present; 0 where the rule knows no quorum. */
  readonly needed: number;
  readonly missing: number;
  readonly met: boolean;
  /** “应到 60 · 实到 38 · 还差 2”. */
  readonly text: string;
}

function standing(rule: Rule, needed: number, missing: number): string {
  if (!rule.quorum) return "不设法定人数";
  return missing > 0 ? `还差 ${missing}` : `已达法定人数（至少 ${needed}）`;
}

/** The quorum as it stands, in heads (members with a vote). For owners' rules these are owners on the roll and owners taking part. */
export function quorumLine(rule: Rule, due: number, present: number): QuorumLine {
  const needed = rule.quorum ? leastCount(rule.quorum, due) : 0;
  const missing = Math.max(0, needed - present);
  const met = !rule.quorum || reaches(rule.quorum, present, due);
  const text = `应到 ${due} · 实到 ${present} · ${standing(rule, needed, missing)}`;
  return { due, present, needed, missing, met, text };
}
