import type { CalendarDay } from "#app/domain/calendar/day.ts";
import { isForAgenda } from "#app/domain/issue/for-agenda.ts";
import type { Handle } from "#db/connect.ts";
import { countIssuesInStages, issuesInStages, openStages, type VersionStage } from "#db/stores/issue-search.ts";
import { issuesOnComingAgendas } from "#db/stores/meeting.ts";
import { methodOf } from "#db/stores/method.ts";
import { type IssueLine, issueLines } from "./issue-line.ts";

/** More than one meeting can discuss; words find the rest. */
const MOST_CANDIDATES = 100;

export type CandidateSearch = {
  /** Words that they hold. */
  find?: string;
  /** Ids of those that were ticked already: they stay in sight whatever is looked for. */
  ticked?: string[];
};

type Narrowed = {
  /** Ids to leave out. */
  without?: string[];
  /** A body's own method: its issues go before all others. */
  methodFirst?: string;
};

/**
 * Issues that wait to be discussed and are on no agenda still to come: those ticked, then the most urgent of those that hold the words. `count`:
 * how many wait in all, whatever is looked for.
 */
export async function findCandidates(
  db: Handle,
  communityId: string,
  today: CalendarDay,
  { find = "", ticked = [], without = [], methodFirst }: CandidateSearch & Narrowed = {},
): Promise<{ lines: IssueLine[]; count: number }> {
  const stages = await stagesBeforeMeeting(db, communityId);
  const except = [...(await issuesOnComingAgendas(db, communityId)), ...without];
  const waiting = { communityId, stages, except };
  const kept = ticked.length === 0 ? [] : await issuesInStages(db, { ...waiting, ids: ticked }, MOST_CANDIDATES);
  const rest = { ...waiting, except: [...except, ...kept.map((issue) => issue.id)], text: find };
  const found = await issuesInStages(db, methodFirst ? { ...rest, methodFirst } : rest, MOST_CANDIDATES);
  return {
    lines: await issueLines(db, [...kept, ...found], today),
    count: await countIssuesInStages(db, waiting),
  };
}

/** The stages, of those that the community's issues stand in, from which a meeting may take an issue up. */
async function stagesBeforeMeeting(db: Handle, communityId: string): Promise<VersionStage[]> {
  const stages: VersionStage[] = [];
  for (const each of await openStages(db, communityId)) {
    if (isForAgenda(await methodOf(db, each), each.stage)) stages.push(each);
  }
  return stages;
}
