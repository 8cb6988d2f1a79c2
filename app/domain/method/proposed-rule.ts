import { isRoomRule } from "#app/domain/rule/presets.ts";
import type { MethodDefinition } from "./definition.ts";

/** Where a method names no rule that counts heads: it deliberates, half of those present speak for the room. */
const OTHERWISE = "present-majority";

/** The rule proposed for a body that meets by the method: the first that its stages or gates name and a room can count by heads. */
export function proposedRule({ stages }: MethodDefinition): string {
  const named = stages.flatMap(({ rules = [], gate, exits, exceptions }) => {
    const lines = [...gate, ...[...exits, ...exceptions].flatMap((way) => way.gate ?? [])];
    return [...rules, ...lines.flatMap(({ test }) => ("rules" in test ? test.rules : []))];
  });
  return named.find(isRoomRule) ?? OTHERWISE;
}
