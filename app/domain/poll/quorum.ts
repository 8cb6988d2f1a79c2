import { type QuorumLine, quorumLine } from "#app/domain/attendance/quorum.ts";
import { laidOver } from "#app/domain/rule/overlays.ts";
import { requireRule } from "#app/domain/rule/presets.ts";

/** The first quorum that a room misses, of a poll's rule and of what is laid over it; undefined where people may vote. */
export function missedQuorum(
  { ruleId, overlays }: { readonly ruleId: string; readonly overlays: readonly string[] },
  due: number,
  present: number,
): QuorumLine | undefined {
  return laidOver(requireRule(ruleId), overlays)
    .map((rule) => quorumLine(rule, due, present))
    .find((line) => !line.met);
}
