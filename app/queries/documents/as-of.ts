import { z } from "zod";
import { addDays, atTime, type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import type { Handle } from "#db/connect.ts";
import type { ActionItem } from "#db/stores/issue.ts";
import { deadlinesMovedAfter, type Span } from "#db/stores/period.ts";

/** The moments that belong to these days in Asia/Shanghai, both counted. */
export function spanOf({ from, until }: { from: CalendarDay; until: CalendarDay }): Span {
  return { from: atTime(from, "00:00"), before: atTime(addDays(until, 1), "00:00") };
}

const moved = z.object({ was: z.string() });

/**
 * Promises as they stood at the end of a day: those made by then, each with the deadline it had and what had become of it. One that was
 * finished and sent back later counts by how it stands now.
 */
export async function tasksAsOf(db: Handle, items: readonly ActionItem[], day: CalendarDay): Promise<ActionItem[]> {
  const made = items.filter((item) => dayOf(item.createdAt) <= day);
  const { before } = spanOf({ from: day, until: day });
  const first = new Map<string, string>();
  for (const { subject, data } of await movesAfter(db, made, before)) if (!first.has(subject)) first.set(subject, data);
  return made.map((item) => {
    const settled = item.doneAt !== null && item.doneAt < before;
    const deadline = first.get(item.id) ?? item.deadline;
    return settled ? { ...item, deadline } : { ...item, deadline, state: "open", doneAt: null };
  });
}

async function movesAfter(db: Handle, items: readonly ActionItem[], after: Date) {
  const ids = items.map((item) => item.id);
  const moves = ids.length === 0 ? [] : await deadlinesMovedAfter(db, ids, after);
  return moves.flatMap(({ subject, data }) => {
    const { data: told } = moved.safeParse(JSON.parse(data));
    return told ? [{ subject, data: told.was }] : [];
  });
}
