import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getShortestPaths } from "xstate/graph";
import { compileMethod, type Way, waysOf } from "#app/domain/method/compile.ts";
import { checkMethod } from "#app/domain/method/define.ts";
import type { Facts, GateLine, MethodDefinition, MethodSnapshot, Stage } from "#app/domain/method/definition.ts";
import { lineHolds } from "#app/domain/method/gate.ts";
import { nextSteps, requireStage, startMethod, step } from "#app/domain/method/step.ts";
import { requireRule } from "#app/domain/rule/presets.ts";
import { builtIn, METHODS } from "#app/methods/index.ts";
import { refusal } from "#tests/app/domain/refusal.ts";
import { at, openingFacts } from "./solve.ts";

const named = METHODS.map((method) => [method.name, method] as const);
const byItself = (way: Way) => way.kind === "decision" || way.after !== undefined;

/** The machine's own name of where it stands. */
const topOf = (value: unknown): string =>
  typeof value === "object" && value !== null ? (Object.keys(value)[0] ?? "") : String(value);

/** Every event of a method with the facts that open its gate. */
function eventsOf(method: MethodDefinition) {
  return method.stages.flatMap((stage) =>
    waysOf(stage).map((way) => ({ type: way.event, facts: { ...openingFacts(method, way.gate), reason: "有理由" } })),
  );
}

describe.each(named)("%s", (_name, method) => {
  const machine = compileMethod(method);

  it("is sound, names every source, and goes through JSON unchanged", () => {
    expect(checkMethod(JSON.parse(JSON.stringify(method)))).toEqual({ method, faults: [] });
  });

  it("reaches every stage by XState's own graph of its machine, and every stage leads to an end", () => {
    const events = eventsOf(method);
    const asked = thresholds(method);
    const serializeState = (state: { value: unknown; context: { counts: Readonly<Record<string, number>> } }) =>
      JSON.stringify([
        state.value,
        Object.entries(asked).map(([name, n]) => Math.min(state.context.counts[name] ?? 0, n)),
      ]);
    const paths = getShortestPaths(machine, { events: () => events, serializeState: serializeState as never });
    const reached = new Set(paths.map((path) => topOf(path.state.value)));
    for (const stage of method.stages) expect(reached, stage.name).toContain(stage.id);
  });

  it("leaves every stage that is no end by at least two ways", () => {
    for (const stage of method.stages.filter((each) => !each.final)) {
      expect(waysOf(stage).filter((way) => !way.after).length, stage.name).toBeGreaterThanOrEqual(2);
    }
  });

  it("keeps every gate closed until its own facts open it, and needs each of them", () => {
    for (const stage of method.stages) for (const way of waysOf(stage)) checkGate(method, stage, way);
  });

  it("decides by rules that exist, and asks a decision of methods that exist", () => {
    for (const stage of method.stages) {
      for (const id of stage.rules ?? []) expect(requireRule(id).id).toBe(id);
      for (const { method: id } of stage.decisions ?? []) {
        expect(builtIn(id)?.stages.map((each) => each.result)).toEqual(expect.arrayContaining(["passed"]));
      }
    }
  });

  it("gives a law its article, and never calls a default one", () => {
    const sources = JSON.stringify(method).match(/\{"kind":"(?:law|default)"[^}]*\}/g) ?? [];
    for (const text of sources) {
      const source = JSON.parse(text) as { kind: string; ref: string; article?: string };
      if (source.kind === "law") expect(source.article, text).toMatch(/第.+[条款项]/);
      else expect(source.ref, text).toMatch(/^出厂默认/);
    }
  });

  it("never skips a gate, loses a step or stands still without saying why, whatever is tried", () => {
    const events = eventsOf(method);
    const tries = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 9 })), {
      minLength: 10,
      maxLength: 60,
    });
    fc.assert(
      fc.property(tries, (sequence) => {
        let here = startMethod(method, "2026-11-23");
        for (const [pick, other, dice] of sequence) here = tryOne(method, here, { events, pick, other, dice });
        saysWhyNot(method, here);
      }),
      { numRuns: 60 },
    );
  });
});

/** How far each counter matters: up to what some line asks of it at least. Beyond that, and for the others, no new states begin. */
function thresholds(method: MethodDefinition): Record<string, number> {
  const most: Record<string, number> = {};
  for (const { fact, test, when } of method.stages.flatMap(waysOf).flatMap((way) => way.gate)) {
    for (const [name, each] of [[fact, test], ...(when ? [[when.fact, when.test] as const] : [])] as const) {
      if (each.op === "at-least") most[name] = Math.max(most[name] ?? 0, each.value);
    }
  }
  const counters = Object.keys(startMethod(method).context.counts);
  return Object.fromEntries(Object.entries(most).filter(([name]) => counters.includes(name)));
}

function checkGate(method: MethodDefinition, stage: Stage, way: Way): void {
  if (byItself(way)) return;
  const facts = openingFacts(method, way.gate);
  const go = (given: Facts) =>
    refusal(() =>
      step(method, at(method, stage, given, way.kind !== "branch"), {
        type: way.event,
        reason: "有理由",
        facts: given,
      }),
    );
  const where = `${stage.name} × ${way.label}`;
  expect(go(facts), where).toBeUndefined();
  for (const line of way.gate.filter((each) => needed(each, facts))) {
    const { [line.fact]: _taken, ...rest } = facts;
    const refused = go(rest);
    expect(refused?.word, `${where}：${line.text}`).toBe("gate-not-met");
    const { unmet = [] } = (refused?.details ?? {}) as { unmet?: { id: string }[] };
    expect(
      unmet.map((each) => each.id),
      where,
    ).toContain(line.id);
  }
}

/** Lines that are asked of these facts and that nothing but the fact can meet. */
function needed(line: GateLine, facts: Facts): boolean {
  if (line.fact === "reason" || line.test.op === "at-most" || line.test.op === "as-many-as") return false;
  const { [line.fact]: _taken, ...rest } = facts;
  return !lineHolds(line, rest);
}

type Try = { events: { type: string; facts: Facts }[]; pick: number; other: number; dice: number };

/** One try: a way that is open here with the facts that open it, or any event with anybody's facts. */
function tryOne(method: MethodDefinition, here: MethodSnapshot, { events, pick, other, dice }: Try): MethodSnapshot {
  const stage = requireStage(method, here.value);
  const ways = waysOf(stage).filter((way) => !byItself(way));
  const way = ways[pick % Math.max(1, ways.length)];
  const opening = way && dice < 7 ? { ...openingFacts(method, way.gate) } : events[other % events.length]?.facts;
  const event = { type: way && dice < 8 ? way.event : (events[other % events.length]?.type ?? ""), reason: "有理由" };
  const facts = { ...opening, ...here.context.counts };
  let after = here;
  const refused = refusal(() => {
    after = step(method, here, { ...event, facts }).snapshot;
  });
  if (refused) {
    expect(["gate-not-met", "wrong-state"]).toContain(refused.word);
    expect(after).toBe(here);
    return here;
  }
  const taken = waysOf(stage).find((each) => each.event === event.type);
  expect(taken?.gate.every((line) => lineHolds(line, { ...facts, reason: "有理由" }))).toBe(true);
  expect(after.value).toBe(taken?.to);
  expect(after.context.steps).toBe(here.context.steps + 1);
  for (const [name, n] of Object.entries(here.context.counts)) {
    expect(after.context.counts[name]).toBe(n + (taken?.counts.includes(name) ? 1 : 0));
  }
  return after;
}

/** At an end nothing is open; before it there is something to do, and what is not ready names what is missing. */
function saysWhyNot(method: MethodDefinition, here: MethodSnapshot): void {
  const steps = nextSteps(method, here, { today: "2026-11-24" });
  expect(steps.length > 0).toBe(!requireStage(method, here.value).final);
  for (const each of steps.filter((next) => !next.ready)) {
    expect(each.checklist.some((line) => !line.met && line.text !== "" && line.detail !== "")).toBe(true);
  }
}
