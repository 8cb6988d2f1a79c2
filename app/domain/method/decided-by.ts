import { type Way, withCounters } from "./compile.ts";
import type { Facts, FactValue, MethodSnapshot } from "./definition.ts";
import { factsReadBy } from "./fact-kind.ts";
import { factOf, isAsked } from "./gate.ts";

/** The facts that decided a step, for the journal: with them anybody can ask the same gate again and get the same answer. */
export function factsThatDecided(way: Way, snapshot: MethodSnapshot, facts: Facts): Record<string, FactValue> {
  const known = withCounters(snapshot.context, facts);
  const names = [...factsReadBy(way.gate)].filter((name) => !Object.hasOwn(snapshot.context.counts, name));
  return Object.fromEntries(names.map((name) => [name, factOf(known, name) ?? null]));
}

/** What the lines of a way ask of these facts, and what was answered: lines that their condition passes over ask nothing. */
export function factsAskedFor(way: Way, snapshot: MethodSnapshot, facts: Facts): Facts {
  const known = withCounters(snapshot.context, facts);
  const asked = way.gate.filter((line) => isAsked(line, known));
  return Object.fromEntries(asked.map(({ fact }) => [fact, factOf(known, fact)]));
}
