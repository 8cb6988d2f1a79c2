import type { Actor, House } from "#app/house.ts";
import { METHODS } from "#app/methods/index.ts";
import { ownPerson } from "#db/stores/own.ts";
import { type Person, peopleOf, personById, removedPeopleOf } from "#db/stores/roll.ts";

const PAGE = 100;
/** 2号楼 before 10号楼. */
const natural = new Intl.Collator("zh-CN", { numeric: true });

export type RollView = { search: string; seat: string | null; page: number };

/** One page of the roll, 100 people, those that match; with the numbers of all. `seat` null shows every seat. */
export function rollPage(house: House, actor: Actor, view: RollView) {
  return house.db.read(async (db) => {
    const everybody = await peopleOf(db, actor.communityId);
    const found = everybody.filter((person) => matches(person, view)).sort(bySeatAndUnit);
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(Math.max(1, view.page), pages);
    return {
      people: found.slice((page - 1) * PAGE, page * PAGE).map(shown),
      matching: found.length,
      total: everybody.length,
      voting: everybody.filter((person) => person.votingRight).length,
      seats: seatCounts(everybody),
      removed: (await removedPeopleOf(db, actor.communityId)).length,
      page,
      pages,
    };
  });
}

function bySeatAndUnit(a: Person, b: Person): number {
  return natural.compare(a.seat, b.seat) || natural.compare(a.unit, b.unit) || natural.compare(a.name, b.name);
}

function matches(person: Person, { search, seat }: RollView): boolean {
  if (seat !== null && person.seat !== seat) return false;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${person.name} ${person.seat} ${person.unit} ${person.phone}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function seatCounts(people: Person[]): { seat: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { seat } of people) counts.set(seat, (counts.get(seat) ?? 0) + 1);
  return [...counts].map(([seat, count]) => ({ seat, count })).sort((a, b) => b.count - a.count);
}

const shown = ({ id, name, seat, unit, phone, votingRight, version }: Person) => ({
  id,
  name,
  seat,
  unit,
  phone,
  votingRight,
  version,
});

/** The people taken off the roll, last removed first. */
export function removedPage(house: House, actor: Actor) {
  return house.db.read(async (db) =>
    (await removedPeopleOf(db, actor.communityId)).map((person) => ({ ...shown(person), removedAt: person.removedAt })),
  );
}

/** One person for the form; `removed` ones can only be restored. Throws not-found for other communities' people. */
export function personPage(house: House, actor: Actor, id: string) {
  return house.db.read(async (db) => {
    const person = await ownPerson(db, actor, id);
    return {
      person: shown(person),
      removed: person.removedAt !== null,
      seats: seatNames(await peopleOf(db, actor.communityId)),
    };
  });
}

/** Whom a notice on the list speaks of; null when it is nobody of this community. */
export function personBrief(house: House, actor: Actor, id: string) {
  return house.db.read(async (db) => {
    const person = await personById(db, id);
    if (person?.communityId !== actor.communityId) return null;
    return { id, name: person.name, version: person.version, removed: person.removedAt !== null };
  });
}

/** Seats to offer while typing: those of the methods first, then what the roll already has. */
export function knownSeats(house: House, actor: Actor): Promise<string[]> {
  return house.db.read(async (db) => seatNames(await peopleOf(db, actor.communityId)));
}

function seatNames(people: Person[]): string[] {
  const ofMethods = METHODS.flatMap((method) => method.seats.map((seat) => seat.name));
  return [...new Set([...ofMethods, ...people.map((person) => person.seat)])].filter(Boolean);
}
