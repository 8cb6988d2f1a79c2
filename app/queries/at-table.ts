import { comparePlaces, isCalled, type Standing, standingAtTable } from "#app/domain/attendance/at-table.ts";
import type { Helper } from "#app/domain/meeting/helper.ts";
import type { House } from "#app/house.ts";
import { paperHolders } from "#db/stores/count.ts";
import { claimants, pollById } from "#db/stores/poll.ts";
import { attendeesOf } from "#db/stores/roll.ts";

export type AtTable = { personId: string; name: string; unit: string; seat: string; standing: Standing };

/** So many of each kind are shown at once; the others are found by name. */
const SHOWN = 60;

/**
 * Who may be helped at the table, by building and name: everybody on the meeting's roll with a voting right, as they stand in this poll
 * (null while none is open). `find` narrows by name, building or seat; `who` is one of them by id, found or not.
 */
export function tableOf(
  house: House,
  { meetingId }: Helper,
  { pollId, find, who }: { pollId: string | null; find: string; who: string | null },
) {
  return house.db.read(async (db) => {
    const remote = pollId !== null && (await pollById(db, pollId))?.remote === true;
    const [voted, papers] = pollId
      ? [new Set(await claimants(db, pollId)), new Set(await paperHolders(db, pollId))]
      : [new Set<string>(), new Set<string>()];
    const roll = (await attendeesOf(db, meetingId)).filter((line) => line.votingRight);
    const people = roll.sort(comparePlaces).map(({ personId, name, unit, seat, presentAt }): AtTable => {
      const spent = { voted: voted.has(personId), paper: papers.has(personId) };
      return {
        personId,
        name,
        unit,
        seat,
        standing: standingAtTable({ present: presentAt !== null, remote, ...spent }),
      };
    });
    const found = people.filter((person) => isCalled(person, find));
    const of = (...standings: Standing[]) => {
      const all = found.filter(({ standing }) => standings.includes(standing));
      return { people: all.slice(0, SHOWN), more: Math.max(0, all.length - SHOWN), all: all.length };
    };
    return {
      person: people.find(({ personId }) => personId === who) ?? null,
      ready: of("ready"),
      absent: of("absent"),
      spent: of("voted", "paper"),
    };
  });
}
