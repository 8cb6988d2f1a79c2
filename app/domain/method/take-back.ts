import { DomainError } from "#app/domain/errors.ts";
import type { MethodDefinition, MethodSnapshot } from "./definition.ts";
import { currentStage, requireStage } from "./step.ts";

/**
 * Undoes an exit that was entered by mistake: the issue stands before it again, the counters it raised are lowered, and nothing counts
 * as sent back. Throws `wrong-state` where that exit does not lead to where the issue stands.
 */
export function takeBack(
  method: MethodDefinition,
  snapshot: MethodSnapshot,
  exit: { stage: string; event: string },
): MethodSnapshot {
  const here = currentStage(method, snapshot);
  const before = requireStage(method, exit.stage);
  const way = before.exits.find((each) => each.event === exit.event && each.to === here.id);
  if (!way) throw new DomainError("wrong-state", { stage: here.id, event: exit.event });
  const counts = { ...snapshot.context.counts };
  for (const name of way.counts ?? []) counts[name] = Math.max(0, (counts[name] ?? 0) - 1);
  const { branches: _ofTheStageLeft, ...rest } = snapshot;
  // Its exit was taken: every review of the stage had been handed in.
  const handedIn = before.branches?.map(({ id }) => [id, "done"] as const);
  return {
    ...rest,
    value: exit.stage,
    ...(handedIn ? { branches: Object.fromEntries(handedIn) } : {}),
    context: { steps: snapshot.context.steps + 1, counts },
  };
}
