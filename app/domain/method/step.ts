import { initialTransition, transition } from "xstate";
import { DomainError } from "#app/domain/errors.ts";
import { compileMethod, type Way, waysOf, withCounters } from "./compile.ts";
import type { ChecklistLine, Facts, MethodDefinition, MethodSnapshot, Stage } from "./definition.ts";
import { checkLine } from "./gate.ts";

export interface StepEvent {
  /** An exit's event or an exception's code. */
  readonly type: string;
  /** Required by exceptions; gate lines read it as the fact `reason`. */
  readonly reason?: string;
  readonly facts: Facts;
}

export interface StepResult {
  readonly snapshot: MethodSnapshot;
  /** The stage now entered. */
  readonly stage: Stage;
  /** What happened, for the journal. */
  readonly move: { readonly from: string; readonly to: string; readonly event: string; readonly reason?: string };
}

/** One thing that may be done next, with what it still lacks. */
export interface NextStep {
  readonly event: string;
  readonly label: string;
  readonly kind: "exit" | "exception";
  readonly to: string;
  readonly toName: string;
  readonly checklist: readonly ChecklistLine[];
  /** All lines met (a reason still to be given does not count against it). */
  readonly ready: boolean;
  readonly needsReason: boolean;
}

const REASON = "reason";

/** A stage by id; `not-found` where the method has none. */
export function requireStage(method: MethodDefinition, id: string): Stage {
  const stage = method.stages.find((each) => each.id === id);
  if (!stage) throw new DomainError("not-found", { stage: id });
  return stage;
}

/** Where a new issue begins. */
export function startMethod(method: MethodDefinition): MethodSnapshot {
  const [state] = initialTransition(compileMethod(method));
  return { method: method.id, version: method.version, value: String(state.value), context: state.context };
}

/** The stage an issue stands in. Throws `stale` where the snapshot was made by another method or version. */
export function currentStage(method: MethodDefinition, snapshot: MethodSnapshot): Stage {
  if (snapshot.method !== method.id || snapshot.version !== method.version) {
    throw new DomainError("stale", { method: snapshot.method, version: snapshot.version, current: method.version });
  }
  return requireStage(method, snapshot.value);
}

function requireWay(stage: Stage, event: string): Way {
  const way = waysOf(stage).find((each) => each.event === event);
  if (!way) throw new DomainError("wrong-state", { stage: stage.id, event });
  return way;
}

function linesOf(method: MethodDefinition, way: Way, facts: Facts): readonly ChecklistLine[] {
  return way.gate.map((line) => checkLine(method, line, facts));
}

/** What `event` asks in a stage, line by line. `wrong-state` where the stage has no such way out. Counters are facts here. */
export function checklist(
  method: MethodDefinition,
  stageId: string,
  event: string,
  facts: Facts,
): readonly ChecklistLine[] {
  return linesOf(method, requireWay(requireStage(method, stageId), event), facts);
}

/**
 * Takes one step. Throws `wrong-state` {stage, event}, `invalid-value` {problems} for an exception without a reason,
 * `gate-not-met` {unmet: ChecklistLine[]}, `stale` for a snapshot of another version.
 */
export function step(method: MethodDefinition, snapshot: MethodSnapshot, event: StepEvent): StepResult {
  const stage = currentStage(method, snapshot);
  const way = requireWay(stage, event.type);
  const reason = event.reason?.trim() || undefined;
  if (way.kind === "exception" && !reason) {
    throw new DomainError("invalid-value", { problems: [{ field: REASON, message: `${way.label}要写明理由` }] });
  }
  const facts = reason ? { ...event.facts, [REASON]: reason } : event.facts;
  const unmet = linesOf(method, way, withCounters(snapshot.context, facts)).filter((line) => !line.met);
  if (unmet.length > 0) throw new DomainError("gate-not-met", { unmet });
  const machine = compileMethod(method);
  const before = machine.resolveState({ value: snapshot.value, context: snapshot.context });
  const [after] = transition(machine, before, { type: event.type, facts });
  // The guards read the same lines; a snapshot that did not move would mean they disagree with the checklist.
  if (after.context.steps !== snapshot.context.steps + 1) throw new DomainError("wrong-state", { stage: stage.id });
  const value = String(after.value);
  return {
    snapshot: { method: method.id, version: method.version, value, context: after.context },
    stage: requireStage(method, value),
    move: { from: stage.id, to: value, event: event.type, ...(reason ? { reason } : {}) },
  };
}

/** All that may be done from here, exits first. Empty at the end. */
export function nextSteps(method: MethodDefinition, snapshot: MethodSnapshot, facts: Facts): readonly NextStep[] {
  const known = withCounters(snapshot.context, facts);
  return waysOf(currentStage(method, snapshot)).map((way) => {
    const lines = linesOf(method, way, known);
    const asksReason = way.gate.filter((line) => line.fact === REASON).map((line) => line.id);
    return {
      event: way.event,
      label: way.label,
      kind: way.kind,
      to: way.to,
      toName: requireStage(method, way.to).name,
      checklist: lines,
      ready: lines.every((line) => line.met || asksReason.includes(line.id)),
      needsReason: way.kind === "exception" || asksReason.length > 0,
    };
  });
}
