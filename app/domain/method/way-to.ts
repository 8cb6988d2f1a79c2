import { waysOf } from "./compile.ts";
import type { MethodDefinition } from "./definition.ts";
import { requireStage } from "./step.ts";

const ONWARD = "advance";

/**
 * The events that lead from a stage to taking `event`, that one last: the plain way onward through the stages in between, never through
 * another decision. `null` where it does not lie ahead. Gates are not asked here; the steps themselves ask them.
 */
export function wayTo(method: MethodDefinition, stageId: string, event: string): readonly string[] | null {
  const passed = new Set<string>();
  const events: string[] = [];
  for (let id = stageId; !passed.has(id); ) {
    passed.add(id);
    const ways = waysOf(requireStage(method, id));
    if (ways.some((way) => way.event === event)) return [...events, event];
    const onward = ways.find((way) => way.event === ONWARD);
    if (!onward) return null;
    events.push(ONWARD);
    id = onward.to;
  }
  return null;
}
