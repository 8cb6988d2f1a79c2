import type { Counts } from "#app/domain/rule/counts.ts";
import type { CountName } from "#app/domain/rule/types.ts";
import { waysOf } from "./compile.ts";
import { countsAsked } from "./counted.ts";
import type { Facts, FactValue, GateLine, MethodDefinition, Stage } from "./definition.ts";
import { choicesOf, type FactKind, factKind, factsReadBy } from "./fact-kind.ts";
import { isAsked } from "./gate.ts";
import type { NextStep } from "./step.ts";

/** One thing to fill in for a step. `value` as a form shows it: a list has one member a line. */
export type StepField = {
  fact: string;
  kind: FactKind | "rating";
  label: string;
  /** The line of the checklist that it answers first of all. */
  line: string | null;
  value: string;
  choices: readonly string[];
  /** The line is asked only where this choice has one of these words. */
  when: { fact: string; words: readonly string[] } | null;
  /** For counts: which figures, and what they are by now. */
  counts: { names: readonly CountName[]; area: boolean; extra: readonly string[]; value: Counts } | null;
  /** The question of the poll in the meeting that the figures come from. */
  poll: string | null;
};

/** Figures of a closed poll about the issue, latest first. */
export type PollFigures = { question: string; ruleId: string; counts: Counts };

type Asked = {
  method: MethodDefinition;
  stage: Stage;
  facts: Facts;
  polls: readonly PollFigures[];
  /** Which facts are filled in here: at an issue what people enter, in a rehearsal also what the house counts by itself. */
  fillsIn: (fact: string) => boolean;
};

const shown = (value: FactValue): string => {
  if (value === undefined || value === null || typeof value === "object")
    return Array.isArray(value) ? value.join("\n") : "";
  return String(value);
};

/** The line that says most about a fact: the one with a test beside “filled in”, for its label and figures. */
function lineAbout(lines: readonly GateLine[], fact: string): GateLine | undefined {
  const mine = lines.filter((line) => line.fact === fact);
  return mine.find((line) => line.test.op === "present") ?? mine.find((line) => line.test.op !== "elapsed") ?? mine[0];
}

function countsField(
  lines: readonly GateLine[],
  fact: string,
  { facts, polls }: Asked,
): Pick<StepField, "counts" | "poll"> {
  const test = lines.find((line) => line.fact === fact && "rules" in line.test)?.test;
  if (!test || !("rules" in test)) return { counts: null, poll: null };
  const entered = facts[fact];
  const known =
    typeof entered === "object" && entered !== null && !Array.isArray(entered) ? (entered as Counts) : undefined;
  const poll = known ? undefined : polls.find((each) => test.rules.includes(each.ruleId));
  return { counts: { ...countsAsked(test), value: known ?? poll?.counts ?? {} }, poll: poll?.question ?? null };
}

function fieldOf(asked: Asked, lines: readonly GateLine[], fact: string): StepField {
  const { method, facts } = asked;
  const line = lineAbout(lines, fact);
  const kind = fact === "rating" ? "rating" : factKind(method, fact);
  return {
    fact,
    kind,
    label: line?.text ?? fact,
    line: line?.id ?? null,
    value: shown(facts[fact]),
    choices: kind === "choice" ? choicesOf(method, fact) : [],
    when: conditionOf(lines.filter((each) => each.fact === fact)),
    ...countsField(lines, fact, asked),
  };
}

/** What must be chosen beside it for any of these lines to be asked; null where one is asked in any case. */
function conditionOf(lines: readonly GateLine[]): StepField["when"] {
  const conditions = lines.map(({ when }) =>
    when?.test.op === "one-of" ? { fact: when.fact, words: when.test.value } : null,
  );
  const [first] = conditions;
  if (!first || conditions.some((each) => each?.fact !== first.fact)) return null;
  return { fact: first.fact, words: [...new Set(conditions.flatMap((each) => each?.words ?? []))] };
}

/** Whether a line is asked, or would be if a choice that this very form offers were made. */
function mayBeAsked(line: GateLine, gate: readonly GateLine[], facts: Facts): boolean {
  return isAsked(line, facts) || gate.some((each) => each.fact === line.when?.fact);
}

/** What a step's form asks, each fact once, and the lines that none of its fields can meet. */
export function fieldsOf(asked: Asked, next: NextStep): { fields: StepField[]; blocked: NextStep["checklist"] } {
  const { stage, facts, fillsIn } = asked;
  const way = waysOf(stage).find((each) => each.event === next.event && each.kind === next.kind);
  const lines = (way?.gate ?? []).filter((line, _index, gate) => mayBeAsked(line, gate, facts));
  const names = [...factsReadBy(lines)].filter((name) => fillsIn(name) && isAnswered(lines, name, facts));
  const fields = names.map((name) => fieldOf(asked, lines, name));
  const met = new Set(
    lines.filter((line) => names.includes(line.fact) && !waitsForTime(line, facts)).map((line) => line.id),
  );
  const reasons = new Set(lines.filter((line) => line.fact === "reason").map((line) => line.id));
  const blocked = next.checklist.filter((line) => !line.met && !met.has(line.id) && !reasons.has(line.id));
  return { fields, blocked };
}

/** A period that has begun and is not over: nothing that is typed can end it. */
function waitsForTime(line: GateLine, facts: Facts): boolean {
  return line.test.op === "elapsed" && typeof facts[line.fact] === "string" && facts[line.fact] !== "";
}

/** A reason against an owners' matter is asked only where words point to one. */
function isAnswered(lines: readonly GateLine[], name: string, facts: Facts): boolean {
  const line = lines.find(({ test }) => test.op === "explained" && test.by === name);
  if (!line || lines.some((each) => each.fact === name)) return true;
  const found = facts[line.fact];
  return Array.isArray(found) && found.length > 0;
}
