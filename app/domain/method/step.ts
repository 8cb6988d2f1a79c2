import { initialTransition, transition } from "xstate";
import { isCalendarDay } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import { compileMethod, type Way, waysOf, withCounters } from "./compile.ts";
import type { ChecklistLine, Facts, MethodDefinition, MethodSnapshot, Stage } from "./definition.ts";
import { checkLine, factOf, TODAY } from "./gate.ts";

export interface StepEvent {
  /** An exit's event, an exception's code, a branch's id or a decision's method. */
  readonly type: string;
  /** Required by exceptions; gate lines read it as the fact `reason`. */
  readonly reason?: string;
  readonly facts: Facts;
}

/** What happened, for the journal. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly event: string;
  readonly reason?: string;
}

export interface StepResult {
  readonly snapshot: MethodSnapshot;
  /** The stage now entered. */
  readonly stage: Stage;
  readonly move: Move;
}

/** One thing that may be done next, with what it still lacks. */
export interface NextStep {
  readonly event: string;
  readonly label: string;
  readonly kind: Way["kind"];
  readonly to: string;
  readonly toName: string;
  readonly checklist: readonly ChecklistLine[];
  /** All lines met (a reason still to be given does not count against it). */
  readonly ready: boolean;
  readonly needsReason: boolean;
}

type Branches = MethodSnapshot["branches"];

export const REASON = "reason";
/** Every issue can be put off, sent on and taken back at most so often: no process in the world takes more steps than this. */
const MOST_STEPS = 10_000;

/** A stage by id; `not-found` where the method has none. */
export function requireStage(method: MethodDefinition, id: string): Stage {
  const stage = method.stages.find((each) => each.id === id);
  if (!stage) throw new DomainError("not-found", { stage: id });
  return stage;
}

/** `{review: {cost: "open"}}` or `"review"`, as the machine has it. */
function asStored(value: unknown): Pick<MethodSnapshot, "value" | "branches"> {
  if (typeof value !== "object" || value === null) return { value: String(value) };
  const [stage, branches] = Object.entries(value)[0] ?? ["", {}];
  return { value: stage, branches: branches as Branches };
}

/** Where a new issue begins. `today` is the day it begins on. */
export function startMethod(method: MethodDefinition, today?: string): MethodSnapshot {
  const [state] = initialTransition(compileMethod(method));
  const since = today === undefined ? {} : { since: today };
  return { method: method.id, version: method.version, ...asStored(state.value), ...since, context: state.context };
}

/** The stage an issue stands in. Throws `stale` where the snapshot was made by another method or version. */
export function currentStage(method: MethodDefinition, snapshot: MethodSnapshot): Stage {
  if (snapshot.method !== method.id || snapshot.version !== method.version) {
    throw new DomainError("stale", { method: snapshot.method, version: snapshot.version, current: method.version });
  }
  return requireStage(method, snapshot.value);
}

/** A way that a person may take now: not one that a decision takes by coming back, nor a review that was handed in. */
function isOpenTo(way: Way, branches: Branches): boolean {
  return way.after === undefined && (way.kind !== "branch" || branches?.[way.event] !== "done");
}

/** A way by its event. Throws `wrong-state` {stage, event}. */
export function requireWay(stage: Stage, event: string, branches?: Branches): Way {
  const way = waysOf(stage).find((each) => each.event === event && isOpenTo(each, branches));
  if (!way) throw new DomainError("wrong-state", { stage: stage.id, event });
  return way;
}

/** Reviews that still wait stand on the checklist of every exit. */
function reviewLines(stage: Stage, way: Way, branches: Branches): ChecklistLine[] {
  if (way.kind !== "exit") return [];
  return (stage.branches ?? []).map(({ id, name, source }) => {
    const met = branches?.[id] === "done";
    return { id, met, text: `${name}提出意见`, detail: met ? "已提出" : "还没提出", source };
  });
}

/** Every line of a way against the facts, counters among them. */
export function linesOf(
  method: MethodDefinition,
  stage: Stage,
  way: Way,
  facts: Facts,
  branches?: Branches,
): readonly ChecklistLine[] {
  const lines = way.gate.flatMap((line) => checkLine(method, line, facts) ?? []);
  return [...reviewLines(stage, way, branches), ...lines];
}

/** What `event` asks in a stage, line by line. `wrong-state` where the stage has no such way out. Counters are facts here. */
export function checklist(
  method: MethodDefinition,
  stageId: string,
  event: string,
  facts: Facts,
): readonly ChecklistLine[] {
  const stage = requireStage(method, stageId);
  return linesOf(method, stage, requireWay(stage, event), facts);
}

/** The facts with the reason among them. Throws `invalid-value` for an exception without one. */
export function withReason(way: Way, event: StepEvent): { facts: Facts; reason: string | undefined } {
  const reason = event.reason?.trim() || undefined;
  if (way.kind === "exception" && !reason) {
    throw new DomainError("invalid-value", { problems: [{ field: REASON, message: `${way.label}要写明理由` }] });
  }
  return { facts: reason ? { ...event.facts, [REASON]: reason } : event.facts, reason };
}

/** Throws `gate-not-met` {unmet}. */
export function requireMet(lines: readonly ChecklistLine[]): void {
  const unmet = lines.filter((line) => !line.met);
  if (unmet.length > 0) throw new DomainError("gate-not-met", { unmet });
}

/**
 * Takes one step inside a method. Throws `wrong-state` {stage, event}, `invalid-value` {problems} for an exception without a reason,
 * `gate-not-met` {unmet: ChecklistLine[]}, `stale` for a snapshot of another version. Into a decision goes `beginDecision`.
 */
export function step(method: MethodDefinition, snapshot: MethodSnapshot, event: StepEvent): StepResult {
  const stage = currentStage(method, snapshot);
  const way = requireWay(stage, event.type, snapshot.branches);
  if (way.kind === "decision" || snapshot.context.steps >= MOST_STEPS) {
    throw new DomainError("wrong-state", { stage: stage.id, event: event.type });
  }
  const { facts, reason } = withReason(way, event);
  requireMet(linesOf(method, stage, way, withCounters(snapshot.context, facts), snapshot.branches));
  const after = moved(method, snapshot, way, facts);
  const move = { from: stage.id, to: after.value, event: event.type, ...(reason ? { reason } : {}) };
  return { snapshot: after, stage: requireStage(method, after.value), move };
}

/** The snapshot after a way whose gate is met. */
export function moved(method: MethodDefinition, snapshot: MethodSnapshot, way: Way, facts: Facts): MethodSnapshot {
  const machine = compileMethod(method);
  const { value, branches, context, outer } = snapshot;
  const before = machine.resolveState({ value: branches ? { [value]: branches } : value, context });
  const [after] = transition(machine, before, { type: way.event, facts });
  // The guards read the same lines; a snapshot that did not move would mean they disagree with the checklist.
  if (after.context.steps !== context.steps + 1) {
    throw new DomainError("wrong-state", { stage: value, event: way.event });
  }
  const since = sinceAfter(snapshot, asStored(after.value).value, facts);
  return {
    method: method.id,
    version: method.version,
    ...asStored(after.value),
    ...(since === undefined ? {} : { since }),
    context: after.context,
    ...(outer ? { outer } : {}),
  };
}

function sinceAfter(snapshot: MethodSnapshot, to: string, facts: Facts): string | undefined {
  if (to === snapshot.value) return snapshot.since;
  const today = factOf(facts, TODAY);
  return typeof today === "string" && isCalendarDay(today) ? today : undefined;
}

/** All that may be done from here, exits first. Empty at the end. */
export function nextSteps(method: MethodDefinition, snapshot: MethodSnapshot, facts: Facts): readonly NextStep[] {
  const known = withCounters(snapshot.context, facts);
  const stage = currentStage(method, snapshot);
  const open = waysOf(stage).filter((way) => isOpenTo(way, snapshot.branches));
  return open.map((way) => {
    const lines = linesOf(method, stage, way, known, snapshot.branches);
    const asksReason = way.gate.filter((line) => line.fact === REASON).map((line) => line.id);
    return {
      event: way.event,
      label: way.label,
      kind: way.kind,
      to: way.to,
      toName: way.kind === "decision" ? way.label : requireStage(method, way.to).name,
      checklist: lines,
      ready: lines.every((line) => line.met || asksReason.includes(line.id)),
      needsReason: way.kind === "exception" || asksReason.length > 0,
    };
  });
}
