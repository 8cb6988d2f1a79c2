import { DomainError } from "#app/domain/errors.ts";
import { OWNERS } from "./owners.ts";
import { COUNCILS, LOCAL, PARTY, ROUNDTABLE } from "./practice.ts";
import { CITY } from "./residents.ts";
import type { Rule } from "./types.ts";
import { COLLECTIVE, VILLAGE } from "./villagers.ts";

/** Every preset that a poll can go by, national law first. What a place asks beside it comes on top: `overlays.ts`. */
export const RULES: readonly Rule[] = [
  ...CITY,
  ...VILLAGE,
  ...COLLECTIVE,
  ...OWNERS,
  ...PARTY,
  ...ROUNDTABLE,
  ...LOCAL,
  ...COUNCILS,
];

/** Whether a preset seats people: its ballots are secret, and its results say who was elected. */
export const isElection = (id: string): boolean => ruleById(id)?.election === true;

export const isRule = (id: string): boolean => ruleById(id) !== undefined;

/** Those that a poll in a meeting room can go by: heads alone. A body may go by any of `RULES`. */
export const ROOM_RULES: readonly Rule[] = RULES.filter((rule) => !rule.measures.includes("area"));
export const isRoomRule = (id: string): boolean => ROOM_RULES.some((rule) => rule.id === id);

/** A preset by id. */
function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}

/** A preset by id; `not-found` where there is none. */
export function requireRule(id: string): Rule {
  const rule = ruleById(id);
  if (!rule) throw new DomainError("not-found", { rule: id });
  return rule;
}
