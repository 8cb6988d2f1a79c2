import { and, assign, setup, stateIn } from "xstate";
import type { Branch, Facts, GateLine, MethodDefinition, MethodSnapshot, Stage } from "./definition.ts";
import { lineHolds } from "./gate.ts";

type Context = MethodSnapshot["context"];
interface MethodEvent {
  readonly type: string;
  readonly facts: Facts;
}

/** A way on from a stage with the lines that guard it. */
export interface Way {
  /** `branch` hands in one of several reviews, `decision` sends the issue into a statutory decision; both stay in the stage. */
  readonly kind: "exit" | "exception" | "branch" | "decision";
  readonly event: string;
  readonly label: string;
  readonly to: string;
  readonly gate: readonly GateLine[];
  readonly counts: readonly string[];
  /** Taken by itself when a statutory decision comes back. */
  readonly after?: "passed" | "failed" | undefined;
}

const handedIn = (stage: Stage, { id, name, gate }: Branch): Way => ({
  kind: "branch",
  event: id,
  label: name,
  to: stage.id,
  gate,
  counts: [],
});

/**
 * Exits that leave the stage are guarded by its gate and their own; exits that stay in it, exceptions, branches and decisions by their own
 * only.
 */
export function waysOf(stage: Stage): readonly Way[] {
  const branches = (stage.branches ?? []).map((branch) => handedIn(stage, branch));
  const exits = stage.exits.map(({ event, label, to, gate = [], counts = [], after }): Way => {
    const leaves = !after && to !== stage.id;
    return { kind: "exit", event, label, to, gate: leaves ? [...stage.gate, ...gate] : gate, counts, after };
  });
  const decisions = (stage.decisions ?? []).map(({ method, label, gate = [] }): Way => {
    return { kind: "decision", event: method, label, to: stage.id, gate, counts: [] };
  });
  const exceptions = stage.exceptions.map(({ code, label, to, gate = [], counts = [] }): Way => {
    return { kind: "exception", event: code, label, to, gate, counts };
  });
  return [...branches, ...exits, ...decisions, ...exceptions];
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
      return gate.every((line) => lineHolds(line, facts));
    },
  },
  actions: {
    count: assign(({ context }, { counters }: { counters: readonly string[] }) => raised(context, counters)),
  },
});

const gateMet = (way: Way) => ({ type: "gateMet", params: { gate: way.gate } }) as const;
const count = (way: Way) => ({ type: "count", params: { counters: way.counts } }) as const;

function transitionOf(stage: Stage, way: Way) {
  const reviewed = (stage.branches ?? []).map(({ id }) => stateIn({ [stage.id]: { [id]: "done" } }));
  const waits = way.kind === "exit" && way.after === undefined && reviewed.length > 0;
  // Without a target where the stage stays: entering it anew would forget the reviews that were handed in.
  const target = way.to === stage.id ? {} : { target: way.to };
  return {
    ...target,
    guard: waits ? and([gateMet(way), ...reviewed]) : gateMet(way),
    actions: count(way),
  } as const;
}

/** A review that still waits, and the one event that hands it in. */
function regionOf(way: Way) {
  return {
    initial: "open",
    states: {
      open: { on: { [way.event]: { target: "done", guard: gateMet(way), actions: count(way) } } },
      done: {},
    },
  } as const;
}

function stateOf(stage: Stage) {
  if (stage.final) return { type: "final" } as const;
  const ways = waysOf(stage);
  const branches = ways.filter((way) => way.kind === "branch");
  const on = Object.fromEntries(
    ways.filter((way) => way.kind !== "branch").map((way) => [way.event, transitionOf(stage, way)]),
  );
  if (branches.length === 0) return { on };
  return {
    on,
    type: "parallel",
    states: Object.fromEntries(branches.map((way) => [way.event, regionOf(way)])),
  } as const;
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
