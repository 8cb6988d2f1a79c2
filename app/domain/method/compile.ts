import { assign, setup } from "xstate";
import type { Facts, GateLine, MethodDefinition, MethodSnapshot, Stage } from "./definition.ts";
import { factOf, holds } from "./gate.ts";

type Context = MethodSnapshot["context"];
interface MethodEvent {
  readonly type: string;
  readonly facts: Facts;
}

/** A way out with the lines that guard it. */
export interface Way {
  readonly kind: "exit" | "exception";
  readonly event: string;
  readonly label: string;
  readonly to: string;
  readonly gate: readonly GateLine[];
  readonly counts: readonly string[];
}

/** Exits are guarded by the stage's gate and their own; exceptions by their own only. */
export function waysOf(stage: Stage): readonly Way[] {
  const exits = stage.exits.map(
    ({ event, label, to, gate = [], counts = [] }): Way => ({
      kind: "exit",
      event,
      label,
      to,
      gate: [...stage.gate, ...gate],
      counts,
    }),
  );
  const exceptions = stage.exceptions.map(
    ({ code, label, to, gate = [], counts = [] }): Way => ({ kind: "exception", event: code, label, to, gate, counts }),
  );
  return [...exits, ...exceptions];
}

/** The issue's own counters stand above facts of the same name: a caller cannot talk them down. */
export function withCounters(context: Context, facts: Facts): Facts {
  return { ...facts, ...context.counts };
}

function raised(context: Context, counters: readonly string[]): Context {
  const counts = { ...context.counts };
  for (const name of counters) counts[name] = (counts[name] ?? 0) + 1;
  return { steps: context.steps + 1, counts };
}

const kit = setup({
  types: {} as { context: Context; events: MethodEvent },
  guards: {
    gateMet: ({ context, event }, { gate }: { gate: readonly GateLine[] }) => {
      const facts = withCounters(context, event.facts);
      return gate.every((line) => holds(line.test, factOf(facts, line.fact)));
    },
  },
  actions: {
    count: assign(({ context }, { counters }: { counters: readonly string[] }) => raised(context, counters)),
  },
});

function transitionOf(way: Way) {
  return {
    target: way.to,
    reenter: true,
    guard: { type: "gateMet", params: { gate: way.gate } },
    actions: { type: "count", params: { counters: way.counts } },
  } as const;
}

function stateOf(stage: Stage) {
  if (stage.final) return { type: "final" } as const;
  return { on: Object.fromEntries(waysOf(stage).map((way) => [way.event, transitionOf(way)])) };
}

/** Counters start at 0 by name, so that a gate line on one never reads a fact from outside. */
function noCounts(method: MethodDefinition): Record<string, number> {
  return Object.fromEntries(method.stages.flatMap(waysOf).flatMap((way) => way.counts.map((name) => [name, 0])));
}

function build(method: MethodDefinition) {
  return kit.createMachine({
    id: method.id,
    initial: method.stages[0]?.id ?? "",
    context: { steps: 0, counts: noCounts(method) },
    states: Object.fromEntries(method.stages.map((stage) => [stage.id, stateOf(stage)])),
  });
}

export type MethodMachine = ReturnType<typeof build>;

const compiled = new WeakMap<MethodDefinition, MethodMachine>();

/** The XState machine of a method, built once per definition and used purely: no actors run. Guards read gate lines and nothing else. */
export function compileMethod(method: MethodDefinition): MethodMachine {
  const known = compiled.get(method);
  if (known) return known;
  const machine = build(method);
  compiled.set(method, machine);
  return machine;
}
