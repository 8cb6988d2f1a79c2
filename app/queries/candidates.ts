import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { isForAgenda } from "#app/domain/issue/for-agenda.ts";
import type { Handle } from "#db/connect.ts";
import { issuesInStages, openStages } from "#db/stores/issue-search.ts";
import { issuesOnComingAgendas } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { type IssueLine, issueLines } from "./issue-line.ts";

/** More than one meeting can discuss; words find the rest. */
export const MOST_CANDIDATES = 100;

/**
 * Issues that wait to be discussed, are on no agenda still to come and hold the words of `text`: the most urgent, and how many there are in
 * all.
 */
export async function findCandidates(
  db: Handle,
  communityId: string,
  today: CalendarDay,
  text = "",
): Promise<{ lines: IssueLine[]; count: number }> {
  const stages = [];
  for (const each of await openStages(db, communityId)) {
    if (isForAgenda(await methodOf(db, each), each.stage)) stages.push(each);
  }
  const except = [...(await issuesOnComingAgendas(db, communityId))];
  const { issues, count } = await issuesInStages(db, communityId, { stages, except, text, limit: MOST_CANDIDATES });
  return { lines: await issueLines(db, issues, today), count };
}
