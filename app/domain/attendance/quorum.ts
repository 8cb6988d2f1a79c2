import { needed as neededBy } from "#app/domain/rule/needed.ts";
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
  /** 业主共同决定: those who vote are counted, by heads and by area, wherever they are; nobody has to come. */
  readonly byArea?: true;
}

/** What a quorum is counted in: those who come, or those who vote (elections), or those who vote and their areas (owners). */
export function quorumBasis({ quorum, measures }: Rule): "present" | "votes" | "area" {
  if (measures.includes("area")) return "area";
  return quorum?.of === "participating" ? "votes" : "present";
}

function standing(rule: Rule, needed: number, missing: number): string {
  if (!rule.quorum) return "不设法定人数";
  return missing > 0 ? `还差 ${missing}` : `已达法定人数（至少 ${needed}）`;
}

/** The quorum as it stands, in heads (members with a vote). For owners' rules these are owners on the roll and owners taking part. */
export function quorumLine(rule: Rule, due: number, present: number): QuorumLine {
  const counts = { due, total: due, present, participating: present };
  const quorum = neededBy(rule, counts).find(({ role, measure }) => role === "quorum" && measure === "heads");
  const { least: needed, missing } = quorum ?? { least: 0, missing: 0 };
  const text = `应到 ${due} · 实到 ${present} · ${standing(rule, needed, missing)}`;
  return { due, present, needed, missing, met: missing === 0, text };
}

/** The same for the room that a body's rule judges: owners need not come to it. */
export function roomQuorum(rule: Rule, due: number, present: number): QuorumLine {
  if (quorumBasis(rule) !== "area") return quorumLine(rule, due, present);
  const text = `应到 ${due} · 实到 ${present} · 不按到会计`;
  return { due, present, needed: 0, missing: 0, met: true, text, byArea: true };
}
