import type { MethodDefinition, Stage } from "#app/domain/method/definition.ts";
import { requireStage } from "#app/domain/method/step.ts";

const inMeeting = ({ kind }: Stage): boolean => kind === "deliberate" || kind === "decide";

/**
 * Whether an issue in this stage waits to be discussed: it stands before the meeting, or one step away from it. What is being worked on is
 * told in the report back instead.
 */
export function isForAgenda(method: MethodDefinition, stageId: string): boolean {
  const stage = requireStage(method, stageId);
  const ahead = stage.kind === "execute" || stage.kind === "feedback" ? [] : stage.exits;
  return inMeeting(stage) || ahead.some(({ to, after }) => !after && inMeeting(requireStage(method, to)));
}

type Waiting = { readonly timesDiscussed: number; readonly firstRaisedOn: string; readonly number: number };

/** The order in which issues are proposed: those discussed before first, then those raised earliest, then by number. */
export function byUrgency(a: Waiting, b: Waiting): number {
  if (a.timesDiscussed !== b.timesDiscussed) return b.timesDiscussed - a.timesDiscussed;
  if (a.firstRaisedOn !== b.firstRaisedOn) return a.firstRaisedOn < b.firstRaisedOn ? -1 : 1;
  return a.number - b.number;
}
