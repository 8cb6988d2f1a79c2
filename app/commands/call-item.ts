import { dayOf } from "#app/domain/calendar/day.ts";
import { stepAgendaItem } from "#app/domain/meeting/agenda-item.ts";
import { nextSteps, requireStage } from "#app/domain/method/step.ts";
import { isHeard } from "#app/domain/method/way-to.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { factsAbout } from "#db/stores/discussion.ts";
import { issueById } from "#db/stores/issue.ts";
import { type AgendaItem, saveAgendaItem } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { applyStep } from "./take-step.ts";

/** The item's clock stopped at `now`: whole seconds used so far. */
export function stoppedClock({ usedSeconds, resumedAt }: AgendaItem, now: Date) {
  const running = resumedAt ? Math.max(0, Math.floor((now.getTime() - resumedAt.getTime()) / 1000)) : 0;
  return { usedSeconds: usedSeconds + running, resumedAt: null };
}

/** The room turns to this item: its clock runs, and an issue that still waits comes before the meeting. */
export async function callItem(house: House, db: Handle, actor: Actor, item: AgendaItem): Promise<void> {
  const now = house.clock();
  // An item already decided may be looked at again without losing its outcome.
  const state = item.state === "waiting" ? stepAgendaItem(item, { type: "call" }).state : item.state;
  await saveAgendaItem(db, item.id, { state, resumedAt: now, startedAt: item.startedAt ?? now });
  // Turned to again it is tried again: somebody may have come, or something been entered, that was missing the first time.
  if (item.issueId && item.outcome === null) await bringBeforeMeeting(house, db, actor, item.issueId);
}

/** The room turns away: the clock stops, and what has no outcome yet waits again. */
export async function leaveItem(db: Handle, item: AgendaItem, now: Date): Promise<void> {
  const reported = item.kind === "report-back";
  const putBack = item.state === "current" && !reported;
  const state = putBack ? stepAgendaItem(item, { type: "put-back" }).state : "done";
  await saveAgendaItem(db, item.id, { state, ...stoppedClock(item, now) });
}

/** An issue that lacks something for coming before the meeting is heard all the same; its page then says what is missing. */
async function bringBeforeMeeting(house: House, db: Handle, actor: Actor, issueId: string): Promise<void> {
  const issue = await issueById(db, issueId);
  if (!issue) return;
  const method = await methodOf(db, issue.process);
  if (isHeard(requireStage(method, issue.stage))) return;
  const facts = await factsAbout(db, method, issue, dayOf(house.clock()));
  const onward = nextSteps(method, issue.process, facts).find(
    (step) => step.kind === "exit" && isHeard(requireStage(method, step.to)),
  );
  if (onward?.ready) await applyStep(house, db, actor, issue, { type: onward.event });
}
