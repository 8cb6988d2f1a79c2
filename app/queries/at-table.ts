import { comparePlaces, isCalled, type Standing, standingAtTable } from "#app/domain/attendance/at-table.ts";
import type { Helper } from "#app/domain/meeting/helper.ts";
import { standingIn } from "#app/domain/proxy/stand-in.ts";
import type { House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { paperHolders } from "#db/stores/count.ts";
import { claimants, type Poll, pollById } from "#db/stores/poll.ts";
import { proxiesOf } from "#db/stores/proxy.ts";
import { attendeesOf } from "#db/stores/roll.ts";

export type AtTable = {
  personId: string;
  name: string;
  unit: string;
  seat: string;
  standing: Standing;
  /** Who casts for them by a written authority 委托书, where they are only represented; empty for whoever came. */
  holder: string;
};

/** So many of each kind are shown at once; the others are found by name. */
const SHOWN = 60;

/**
 * Who may be helped at the table, by building and name: everybody on the meeting's roll with a voting right, as they stand in this poll
 * (null while none is open). `find` narrows by name, building or seat; `who` is one of them by id, found or not.
 */
export function tableOf(
  house: House,
  { meetingId }: Pick<Helper, "meetingId">,
  { pollId, find, who }: { pollId: string | null; find: string; who: string | null },
) {
  return house.db.read(async (db) => {
    const people = await peopleAtTable(db, meetingId, pollId === null ? undefined : await pollById(db, pollId));
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

async function peopleAtTable(db: Handle, meetingId: string, poll: Poll | undefined): Promise<AtTable[]> {
  const voted = new Set(poll ? await claimants(db, poll.id) : []);
  // A paper from home was signed and handed in already: they have voted.
  const papers = new Set(poll && !poll.remote ? await paperHolders(db, poll.id) : []);
  const proxies = poll ? standingIn(poll, await proxiesOf(db, meetingId)) : [];
  const holders = new Map(proxies.map((each) => [each.principalId, each.holder]));
  const roll = (await attendeesOf(db, meetingId)).filter((line) => line.votingRight);
  return roll.sort(comparePlaces).map(({ personId, name, unit, seat, presentAt, via }) => {
    const holder = via === "proxy" ? holders.get(personId) : undefined;
    const standing = standingAtTable({
      present: via === "proxy" ? holder !== undefined : presentAt !== null,
      voted: voted.has(personId),
      paper: papers.has(personId),
      remote: poll?.remote === true && via !== "proxy",
    });
    return { personId, name, unit, seat, standing, holder: holder?.name ?? "" };
  });
}
