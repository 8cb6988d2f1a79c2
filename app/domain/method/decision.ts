import { DomainError } from "#app/domain/errors.ts";
import { waysOf, withCounters } from "./compile.ts";
import type { Facts, MethodDefinition, MethodSnapshot } from "./definition.ts";
import {
  currentStage,
  linesOf,
  moved,
  requireMet,
  requireStage,
  requireWay,
  type StepEvent,
  type StepResult,
  startMethod,
  withReason,
} from "./step.ts";

/** 升级为法定决定 within decisions: none leads on into a chain longer than this. */
const DEEPEST = 3;

/** A process and those that wait behind it: the present one first, the one that the issue began with last. */
export function withWaiting(process: MethodSnapshot): readonly [MethodSnapshot, ...MethodSnapshot[]] {
  return [process, ...(process.outer ? withWaiting(process.outer) : [])];
}

/** The process that an issue began with. */
export const begunWith = (process: MethodSnapshot): MethodSnapshot => withWaiting(process).at(-1) ?? process;

/**
 * Sends an issue into a statutory decision that its stage offers: the issue now goes by `decision`, and what it came from waits in
 * `outer`. Throws `wrong-state`, `gate-not-met` {unmet}, `stale`.
 */
export function beginDecision(
  method: MethodDefinition,
  snapshot: MethodSnapshot,
  event: StepEvent,
  decision: MethodDefinition,
): StepResult {
  const stage = currentStage(method, snapshot);
  const way = requireWay(stage, event.type, snapshot.branches);
  if (way.kind !== "decision" || decision.id !== event.type || withWaiting(snapshot).length > DEEPEST) {
    throw new DomainError("wrong-state", { stage: stage.id, event: event.type });
  }
  const { facts, reason } = withReason(way, event);
  requireMet(linesOf(method, stage, way, withCounters(snapshot.context, facts), snapshot.branches));
  const outer = moved(method, snapshot, way, facts);
  const today = facts.today;
  const start = startMethod(decision, typeof today === "string" ? today : undefined);
  const move = { from: stage.id, to: start.value, event: event.type, ...(reason ? { reason } : {}) };
  return { snapshot: { ...start, outer }, stage: requireStage(decision, start.value), move };
}

/**
 * A decision that came to its end goes back to the process that asked for it: there the exit for “passed” or “failed” is taken; one that
 * ended otherwise (withdrawn, refused) leaves that process where it waited. `null` while the decision runs, or where nothing waits.
 */
export function comeBack(
  decision: MethodDefinition,
  snapshot: MethodSnapshot,
  outerMethod: MethodDefinition,
  facts: Facts,
): StepResult | null {
  const ended = currentStage(decision, snapshot);
  const { outer } = snapshot;
  if (!ended.final || !outer) return null;
  const stage = currentStage(outerMethod, outer);
  const way = ended.result && waysOf(stage).find((each) => each.after === ended.result);
  const after = way ? moved(outerMethod, outer, way, facts) : outer;
  const move = { from: ended.id, to: after.value, event: way ? way.event : "come-back" };
  return { snapshot: after, stage: requireStage(outerMethod, after.value), move };
}
