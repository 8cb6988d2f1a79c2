import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { requireStage } from "#app/domain/method/step.ts";
import { isHeard } from "#app/domain/method/way-to.ts";

/**
 * Whether an issue in this stage waits to be discussed: it stands before the meeting, or one step away from it. What is being worked on is
 * told in the report back instead.
 */
export function isForAgenda(method: MethodDefinition, stageId: string): boolean {
  const stage = requireStage(method, stageId);
  const ahead = stage.kind === "execute" || stage.kind === "feedback" ? [] : stage.exits;
  return isHeard(stage) || ahead.some(({ to, after }) => !after && isHeard(requireStage(method, to)));
}

type Waiting = { readonly timesDiscussed: number; readonly firstRaisedOn: string; readonly number: number };

/** The order in which issues are proposed: those discussed before first, then those raised earliest, then by number. */
export function byUrgency(a: Waiting, b: Waiting): number {
  if (a.timesDiscussed !== b.timesDiscussed) return b.timesDiscussed - a.timesDiscussed;
  if (a.firstRaisedOn !== b.firstRaisedOn) return a.firstRaisedOn < b.firstRaisedOn ? -1 : 1;
  return a.number - b.number;
}
