import { digest } from "#app/domain/digest.ts";
import type { House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { rollById } from "#db/stores/further-roll.ts";
import { bodyById, comingMeetingsOf, type Meeting, touchMeeting } from "#db/stores/meeting.ts";
import {
  type Attendee,
  attendeesOf,
  deleteAttendees,
  insertAttendees,
  type Person,
  peopleOf,
  saveAttendee,
} from "#db/stores/roll.ts";
import { unitsOf } from "#db/stores/unit.ts";

/**
 * The personal check-in token of one person for one meeting: 128 bit, derived so that slips can be printed again
 * without keeping tokens. Raising the round makes earlier slips worthless.
 */
export function personalToken(house: Pick<House, "sign">, meetingId: string, personId: string, round: number): string {
  return house.sign(`check-in|${meetingId}|${personId}|${round}`).slice(0, 22);
}

type Planned = Pick<Meeting, "id" | "communityId" | "bodyId">;

/** What a meeting's roll copies of somebody. */
type Copy = Pick<Attendee, "name" | "seat" | "unit" | "votingRight" | "area" | "units">;
type Called = { personId: string; copy: Copy };

/** Of one body alone, or of those that call one roll (`null`: the community's own). */
type Only = { bodyId?: string; rollId?: string | null };

/**
 * Brings the rolls of meetings still planned up to the rolls that their bodies call. Meetings in session keep the frozen roll. Gives the ids
 * of the meetings, to be published once the change is kept.
 */
export async function syncPlannedRolls(
  house: House,
  db: Handle,
  communityId: string,
  only: Only = {},
): Promise<string[]> {
  const synced: string[] = [];
  const read = new Map<string | null, Called[]>();
  for (const { id, bodyId, state } of await comingMeetingsOf(db, communityId)) {
    if (state !== "planned" || (only.bodyId ?? bodyId) !== bodyId) continue;
    const rollId = await rollOfBody(db, bodyId);
    if (only.rollId !== undefined && only.rollId !== rollId) continue;
    const called = read.get(rollId) ?? (await calledFrom(db, communityId, rollId));
    read.set(rollId, called);
    await bringUpTo(house, db, id, called);
    synced.push(id);
  }
  return synced;
}

/** Brings one planned meeting's roll up to the roll that its body calls: adds, corrects and removes lines. */
export async function syncRoll(house: House, db: Handle, meeting: Planned): Promise<void> {
  const called = await calledFrom(db, meeting.communityId, await rollOfBody(db, meeting.bodyId));
  await bringUpTo(house, db, meeting.id, called);
}

const rollOfBody = async (db: Handle, bodyId: string): Promise<string | null> =>
  (await bodyById(db, bodyId))?.rollId ?? null;

async function calledFrom(db: Handle, communityId: string, rollId: string | null): Promise<Called[]> {
  const people = await peopleOf(db, communityId, rollId);
  const roll = rollId === null ? undefined : await rollById(db, rollId);
  const holdings = roll?.kind === "owners" ? await holdingsOn(db, roll.id) : null;
  return people.map((person) => ({ personId: person.id, copy: copyOf(person, holdings) }));
}

type Holdings = Map<string, Copy["units"]>;

/** The units of each owner, by building and number. */
async function holdingsOn(db: Handle, rollId: string): Promise<Holdings> {
  const holdings: Holdings = new Map();
  for (const { ownerId, building, number, area } of await unitsOf(db, rollId)) {
    holdings.set(ownerId, [...(holdings.get(ownerId) ?? []), { building, number, area }]);
  }
  return holdings;
}

/** Only on a roll of owners does an area stand behind a head: none at all is something else than 0 m². */
function copyOf({ id, name, seat, unit, votingRight }: Person, holdings: Holdings | null): Copy {
  const units = holdings?.get(id) ?? [];
  const area = holdings ? units.reduce((sum, each) => sum + each.area, 0) : null;
  return { name, seat, unit, votingRight, area, units };
}

async function bringUpTo(house: House, db: Handle, meetingId: string, called: Called[]): Promise<void> {
  const lines = new Map((await attendeesOf(db, meetingId)).map((line) => [line.personId, line]));
  const added: Parameters<typeof insertAttendees>[1] = [];
  for (const { personId, copy } of called) {
    const line = lines.get(personId);
    lines.delete(personId);
    if (!line) added.push({ meetingId, personId, ...copy, ...freshToken(house, meetingId, personId) });
    else if (differs(line, copy)) await saveAttendee(db, meetingId, personId, copy);
  }
  await insertAttendees(db, added);
  await deleteAttendees(db, meetingId, [...lines.keys()]);
  await touchMeeting(db, meetingId);
}

const freshToken = (house: House, meetingId: string, personId: string) => ({
  tokenRound: 1,
  tokenId: digest(personalToken(house, meetingId, personId, 1)),
});

const differs = (line: Attendee, copy: Copy) =>
  line.name !== copy.name ||
  line.seat !== copy.seat ||
  line.unit !== copy.unit ||
  line.votingRight !== copy.votingRight ||
  line.area !== copy.area ||
  JSON.stringify(line.units) !== JSON.stringify(copy.units);
