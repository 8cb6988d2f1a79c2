import { waysOf, withCounters } from "./compile.ts";
import type { ChecklistLine, Facts, MethodDefinition, MethodSnapshot, Stage } from "./definition.ts";
import { checklist, requireStage } from "./step.ts";

const ONWARD = "advance";

/** One step ahead: the event, and the stage in which it is taken. */
export interface StepAhead {
  readonly stage: string;
  readonly event: string;
}

/** Stages in which a meeting talks or decides. */
export const isHeard = ({ kind }: Pick<Stage, "kind">): boolean => kind === "deliberate" || kind === "decide";

/**
 * The steps that lead from a stage to taking `event`, that one last: the plain way onward through the stages in between, never through
 * another decision nor out of what one meeting hears. `null` where it does not lie ahead. Gates are not asked here; the steps themselves
 * ask them.
 */
export function wayTo(method: MethodDefinition, stageId: string, event: string): readonly StepAhead[] | null {
  const passed = new Set<string>();
  const steps: StepAhead[] = [];
  for (let stage = stageId; !passed.has(stage); ) {
    passed.add(stage);
    const here = requireStage(method, stage);
    const ways = waysOf(here);
    if (ways.some((way) => way.event === event)) return [...steps, { stage, event }];
    const onward = ways.find((way) => way.event === ONWARD);
    if (!onward || (isHeard(here) && !isHeard(requireStage(method, onward.to)))) return null;
    steps.push({ stage, event: ONWARD });
    stage = onward.to;
  }
  return null;
}

/**
 * What is still missing on the way to `event`, each line once, without the facts that are `asked` together with it. `null` where the
 * event does not lie ahead.
 */
export function missingTo(
  method: MethodDefinition,
  snapshot: MethodSnapshot,
  event: string,
  facts: Facts,
  asked: readonly string[] = [],
): readonly ChecklistLine[] | null {
  const way = wayTo(method, snapshot.value, event);
  if (!way) return null;
  const known = withCounters(snapshot.context, facts);
  const factOf = (line: ChecklistLine) => factNames(method).get(line.id) ?? "";
  const unmet = way
    .flatMap((step) => checklist(method, step.stage, step.event, known))
    .filter((line) => !line.met && !asked.includes(factOf(line)));
  return [...new Map(unmet.map((line) => [line.id, line])).values()];
}

/** The fact that each gate line asks, by the line's id. */
function factNames(method: MethodDefinition): ReadonlyMap<string, string> {
  const lines = method.stages.flatMap(waysOf).flatMap((way) => way.gate);
  return new Map(lines.map((line) => [line.id, line.fact]));
}
