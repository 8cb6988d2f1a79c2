import { type CalendarDay, isCalendarDay } from "#app/domain/calendar/day.ts";
import { deadlineAfter } from "#app/domain/calendar/deadline.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Facts, MethodDefinition, MethodSnapshot, StageDeadline } from "./definition.ts";
import { linesIn } from "./fact-kind.ts";
import { requireStage } from "./step.ts";

function refuse(message: string): never {
  throw new DomainError("invalid-value", { problems: [{ field: "deadline", message }] });
}

function latestDay(rule: StageDeadline, from: CalendarDay): CalendarDay | undefined {
  return rule.maxDays === undefined ? undefined : deadlineAfter(from, rule.maxDays, rule.kind);
}

/** The day a stage proposes for work that begins `from`; `undefined` where it sets none. */
export function proposedDeadline(
  method: MethodDefinition,
  stageId: string,
  from: CalendarDay,
): CalendarDay | undefined {
  const rule = requireStage(method, stageId).deadline;
  return rule && deadlineAfter(from, rule.days, rule.kind);
}

/**
 * Refuses a deadline before `from` or beyond the stage's longest. Throws `missing-deadline` where none is given,
 * `invalid-value` {problems} with the latest day that is allowed.
 */
export function checkDeadline(
  method: MethodDefinition,
  stageId: string,
  from: CalendarDay,
  deadline: string | undefined,
): CalendarDay {
  if (!deadline) throw new DomainError("missing-deadline");
  if (!isCalendarDay(deadline)) refuse("要填真实的日期，如 2026-11-25");
  if (deadline < from) refuse(`时限不能早于 ${from}`);
  const rule = requireStage(method, stageId).deadline;
  const latest = rule && latestDay(rule, from);
  if (latest !== undefined && deadline > latest) refuse(`时限最晚到 ${latest}（最长 ${rule?.maxDays} 日）`);
  return deadline;
}

/** Until when the stage an issue stands in is to be done, by its method; undefined where it sets no period or nobody knows since when. */
export function stageDue(method: MethodDefinition, snapshot: MethodSnapshot): CalendarDay | undefined {
  return snapshot.since === undefined ? undefined : proposedDeadline(method, snapshot.value, snapshot.since);
}

/**
 * The last day of a period that must run out before the stage is left (公布不少于 15 日), once it has begun: until then nobody is late.
 * `undefined` where the stage has none; `null` while its first day is not known.
 */
export function stageRunsUntil(
  method: MethodDefinition,
  stageId: string,
  facts: Facts,
): CalendarDay | null | undefined {
  const line = linesIn(requireStage(method, stageId)).find(({ test }) => test.op === "elapsed");
  if (line?.test.op !== "elapsed") return undefined;
  const from = facts[line.fact];
  if (typeof from !== "string" || !isCalendarDay(from)) return null;
  return deadlineAfter(from, line.test.days, line.test.kind);
}
