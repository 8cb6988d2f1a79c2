import {
  agreedCount,
  type Count,
  type CountBounds,
  type CountMethod,
  countProblems,
  countState,
  countsOf,
  type Problem,
  type TellerEntry,
  takesPhones,
  unspent,
} from "#app/domain/poll/count.ts";
import type { RollFigures } from "#app/domain/poll/outcome.ts";
import { pollText as text } from "#app/text/poll.ts";
import type { Handle } from "#db/connect.ts";
import { countPapers, tellerEntries } from "#db/stores/count.ts";
import { countClaims, type Poll } from "#db/stores/poll.ts";
import { attendanceUnder } from "#db/stores/proxy.ts";
import { entitledArea } from "#db/stores/roll.ts";

/** What a poll's counts stand against, read in the transaction that decides on them. */
export type Counting = { bounds: CountBounds; entries: Map<CountMethod, TellerEntry[]> };

export async function countingOf(db: Handle, poll: Poll): Promise<Counting> {
  const { due, present: inRoom } = await attendanceUnder(db, poll.meetingId, poll);
  const present = poll.remote ? due : inRoom;
  const onList = await countPapers(db, poll.id);
  const byPhone = (await countClaims(db, poll.id)) - onList;
  return {
    bounds: { present, byPhone, onList, phones: takesPhones(poll) },
    entries: await tellerEntries(db, poll.id),
  };
}

/** The counts that both tellers agree on, by method. */
export function agreedCounts(poll: Poll, { entries }: Counting): { method: CountMethod; count: Count }[] {
  return countsOf(poll).flatMap((method) => {
    const count = agreedCount(entries.get(method) ?? []);
    return count ? [{ method, count }] : [];
  });
}

/** What still keeps a poll from being closed: a count that is missing, or one that no longer fits the room. */
export function closingGaps(poll: Poll, counting: Counting): Problem[] {
  return countsOf(poll).flatMap((method) => {
    const entries = counting.entries.get(method) ?? [];
    const agreed = agreedCount(entries);
    if (agreed) return countProblems(method, agreed, counting.bounds);
    if (entries.length === 0 && !isNeeded(poll, method, counting.bounds)) return [];
    return [{ field: "counts", message: text.counts.gap(method, countState(entries)) }];
  });
}

/** Beside phones a count may be left out when there is nothing to count. */
function isNeeded(poll: Poll, method: CountMethod, bounds: CountBounds): boolean {
  if (!takesPhones(poll)) return true;
  return method === "paper" ? bounds.onList > 0 : unspent(bounds) > 0;
}

/** The roll's numbers against which a poll is judged. Voted on from home, whoever took part was present. */
export async function rollFigures(db: Handle, poll: Poll, cast: number, areas: boolean): Promise<RollFigures> {
  const { due, present } = await attendanceUnder(db, poll.meetingId, poll);
  const extra = Object.keys(poll.extra).length > 0 ? { extra: poll.extra } : {};
  const area = areas ? { area: await entitledArea(db, poll.meetingId) } : {};
  return { due, present: poll.remote ? cast : present, total: due, ...area, ...extra };
}
