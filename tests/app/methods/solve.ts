import type {
  Facts,
  FactValue,
  GateLine,
  MethodDefinition,
  MethodSnapshot,
  Stage,
} from "#app/domain/method/definition.ts";
import { factKind } from "#app/domain/method/fact-kind.ts";
import { isAsked } from "#app/domain/method/gate.ts";
import { startMethod } from "#app/domain/method/step.ts";

/** Long before and long after: a period that began on the first has run out on the last. */
const [EARLY, LATE, TODAY] = ["2026-01-05", "2026-12-30", "2026-12-31"];
const ALL = 1000;
const heads = { total: ALL, due: ALL, present: ALL, participating: ALL };
const women = { womenDue: ALL, womenPresent: ALL };
const inFavour = { ...heads, for: ALL, against: 0, abstain: 0, invalid: 0 };
const against = { ...heads, for: 0, against: ALL, abstain: 0, invalid: 0 };

function filled(method: MethodDefinition, fact: string): FactValue {
  const kind = factKind(method, fact);
  const values = { text: "写好了", day: LATE, yes: true, number: 1, choice: "写好了", list: ["甲"], counts: inFavour };
  return values[kind];
}

/** A value that meets one line. */
function answer(method: MethodDefinition, { fact, test }: GateLine): FactValue {
  switch (test.op) {
    case "present":
      return filled(method, fact);
    case "is-true":
      return true;
    case "is-day":
    case "days-after":
      return LATE;
    case "elapsed":
      return EARLY;
    case "at-least":
      return test.value;
    case "at-most":
      return 0;
    case "as-many-as":
      return 1;
    case "one-of":
      return test.value[0];
    case "lists":
      return Array.from({ length: test.least }, (_, index) => `第${index + 1}项`);
    case "includes-all":
    case "includes-some":
      return test.value;
    case "covers":
      return ["甲", "乙"];
    case "disjoint":
      return ["丙"];
    case "de-identified":
      return "某户想要一张书桌";
    case "explained":
      return [];
    case "quorum":
    case "passes":
      return { ...inFavour, area: inFavour, extra: women };
    case "fails":
      return { ...against, area: against, extra: women };
  }
}

/** The value that suits every line about one fact at once: the narrowest choice, the earlier day where a period must have run out. */
function merged(method: MethodDefinition, lines: readonly GateLine[]): FactValue {
  const [first] = lines;
  if (!first) return undefined;
  const choices = lines.flatMap(({ test }) => (test.op === "one-of" ? [test.value] : []));
  if (choices.length > 0) return choices[0]?.find((word) => choices.every((words) => words.includes(word)));
  const lists = lines.flatMap(({ test }) =>
    test.op === "includes-all" || test.op === "includes-some" ? test.value : [],
  );
  if (lists.length > 0) return [...new Set(lists)];
  const strict = lines.find(({ test }) => test.op === "elapsed") ?? lines.find(({ test }) => test.op !== "present");
  const numbers = lines.flatMap(({ test }) => (test.op === "at-least" ? [test.value] : []));
  return numbers.length > 0 ? Math.max(...numbers) : answer(method, strict ?? first);
}

/** Facts that open a gate: every line that is asked of them is met. Counters are set with them; put them into the snapshot with `at`. */
export function openingFacts(method: MethodDefinition, gate: readonly GateLine[]): Facts {
  const facts: Record<string, FactValue> = { today: TODAY, title: "路灯不亮", place: "3 号楼东侧", category: "照明" };
  const settle = (lines: readonly GateLine[]) => {
    for (const name of new Set(lines.map((line) => line.fact))) {
      facts[name] = merged(
        method,
        lines.filter((line) => line.fact === name),
      );
    }
    for (const { test } of lines) {
      if (test.op === "covers") facts[test.of] = ["甲", "乙"];
      if (test.op === "disjoint") facts[test.of] = ["甲", "乙"];
      if (test.op === "days-after") facts[test.of] = EARLY;
      if (test.op === "as-many-as") facts[test.of] = 1;
      if (test.op === "explained") facts[test.by] = "与此无关";
    }
  };
  settle(gate.filter((line) => !line.when));
  // Lines with a condition: those whose condition the facts so far meet.
  for (const line of gate.filter((each) => each.when && isAsked(each, facts)))
    settle([...gate.filter((l) => l.fact === line.fact && isAsked(l, facts))]);
  return facts;
}

/** The process at a stage, reviews handed in or all open, with these counters. */
export function at(method: MethodDefinition, stage: Stage, facts: Facts = {}, reviewed = true): MethodSnapshot {
  const start = startMethod(method, "2026-11-23");
  const counts = { ...start.context.counts };
  for (const name of Object.keys(counts)) {
    const wanted = facts[name];
    if (typeof wanted === "number") counts[name] = wanted;
  }
  const branches = Object.fromEntries(
    (stage.branches ?? []).map(({ id }) => [id, reviewed ? "done" : "open"] as const),
  );
  const { branches: _first, ...rest } = start;
  return {
    ...rest,
    value: stage.id,
    ...(stage.branches ? { branches } : {}),
    context: { steps: 0, counts },
  };
}
