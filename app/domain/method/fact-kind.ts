import { type Way, waysOf } from "./compile.ts";
import type { GateLine, GateOp, MethodDefinition, Stage } from "./definition.ts";

/** How a fact is filled in: 文字 · 日期 · 确认 · 数 · 选项 · 名单(一行一个) · 票数. */
export type FactKind = "text" | "day" | "yes" | "number" | "choice" | "list" | "counts";

/** Facts that the house knows by itself: from the issue's own words, the record and the roll of its meetings, the calendar. */
export const COMPUTED_FACTS: Readonly<Record<string, FactKind>> = {
  title: "text",
  place: "text",
  category: "text",
  /** Lines in the record about it. */
  statements: "number",
  /** Ids of seats that were taken. */
  seatsPresent: "list",
  today: "day",
  /** Words in title and detail that point to one of the nine owners' matters (民法典 278). */
  ownerWords: "list",
  /** Given with the step itself. */
  reason: "text",
};

/** The kind of fact that each test is about. */
export const KIND_OF_OP: Readonly<Record<GateOp, FactKind>> = {
  present: "text",
  "is-true": "yes",
  "is-day": "day",
  "at-least": "number",
  "at-most": "number",
  "one-of": "choice",
  lists: "list",
  "includes-all": "list",
  "includes-some": "list",
  covers: "list",
  disjoint: "list",
  "as-many-as": "number",
  elapsed: "day",
  "days-after": "day",
  "de-identified": "text",
  explained: "list",
  quorum: "counts",
  passes: "counts",
  fails: "counts",
};

/** Every line that guards a way on from a stage, each once. */
export function linesIn(stage: Stage): readonly GateLine[] {
  return [...new Set(waysOf(stage).flatMap((way: Way) => way.gate))];
}

/** Every line of a method. */
export function linesOfMethod(method: MethodDefinition): readonly GateLine[] {
  return method.stages.flatMap(linesIn);
}

/** Names of the counters that some way of the method raises. */
export function countersOf(method: MethodDefinition): ReadonlySet<string> {
  return new Set(method.stages.flatMap(waysOf).flatMap((way) => way.counts));
}

/** What a line says about the kinds of facts: its own, and the one that it compares with. `present` fits every kind. */
function saidBy({ fact, test, when }: GateLine): (readonly [string, FactKind])[] {
  const said: (readonly [string, FactKind])[] = test.op === "present" ? [] : [[fact, KIND_OF_OP[test.op]]];
  if ("of" in test) said.push([test.of, KIND_OF_OP[test.op]]);
  if (when) said.push([when.fact, KIND_OF_OP[when.test.op]]);
  return said;
}

/** The kinds that a method's lines give each fact they name; more than one where they contradict each other. */
export function kindsSaid(method: MethodDefinition): ReadonlyMap<string, ReadonlySet<FactKind>> {
  const kinds = new Map<string, Set<FactKind>>();
  for (const [name, kind] of linesOfMethod(method).flatMap(saidBy))
    kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
  return kinds;
}

/** How a fact of this method is filled in; text where no line says more than “filled in”. */
export function factKind(method: MethodDefinition, fact: string): FactKind {
  return COMPUTED_FACTS[fact] ?? [...(kindsSaid(method).get(fact) ?? [])][0] ?? "text";
}

/** The words of a choice, in the order in which the method's lines name them. */
export function choicesOf(method: MethodDefinition, fact: string): readonly string[] {
  const lines = linesOfMethod(method);
  const own = lines.flatMap(({ fact: name, test }) => (name === fact && test.op === "one-of" ? test.value : []));
  const asked = lines.flatMap(({ when }) => (when?.fact === fact && when.test.op === "one-of" ? when.test.value : []));
  return [...new Set([...own, ...asked])];
}

/** Whether people or programs enter this fact: not computed, not counted. */
export function isEntered(method: MethodDefinition, fact: string): boolean {
  return !Object.hasOwn(COMPUTED_FACTS, fact) && !countersOf(method).has(fact);
}

/** Every fact that these lines read: what they ask, what they compare it with, what decides whether they are asked. */
export function factsReadBy(lines: readonly GateLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ fact, test, when }) => [
      fact,
      ...("of" in test ? [test.of] : []),
      ...("by" in test ? [test.by] : []),
      ...(when ? [when.fact] : []),
    ]),
  );
}
