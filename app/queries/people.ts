import type { Actor, House } from "#app/house.ts";
import { METHODS } from "#app/methods/index.ts";
import { unitTotals } from "#db/stores/further-roll.ts";
import { ownPerson } from "#db/stores/own.ts";
import { type Person, peopleOf, personById, removedPeopleOf } from "#db/stores/roll.ts";
import { rollChoices, rollInView } from "./rolls.ts";

const PAGE = 100;
const natural = new Intl.Collator("zh-CN", { numeric: true });

/** `roll`: the roll's id, `null` is the community's own; `seat` null shows every seat. */
export type RollView = { roll?: string | null; search: string; seat: string | null; page: number };

/**
 * One page of a roll, 100 people, those that match; with the numbers of all, and the community's rolls to choose from. Throws not-found, for
 * another community's roll too.
 */
export function rollPage(house: House, actor: Actor, view: RollView) {
  return house.db.read(async (db) => {
    const roll = await rollInView(db, actor, view.roll ?? null);
    const everybody = await peopleOf(db, actor.communityId, roll.id);
    const found = everybody.filter((person) => matches(person, view)).sort(bySeatAndUnit);
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(Math.max(1, view.page), pages);
    return {
      roll,
      rolls: await rollChoices(db, actor),
      owners: roll.id !== null && roll.kind === "owners" ? await unitTotals(db, roll.id) : null,
      people: found.slice((page - 1) * PAGE, page * PAGE).map(shown),
      matching: found.length,
      total: everybody.length,
      voting: everybody.filter((person) => person.votingRight).length,
      seats: seatCounts(everybody),
      removed: (await removedPeopleOf(db, actor.communityId, roll.id)).length,
      page,
      pages,
    };
  });
}

/** By seat, unit and name as people count: 2号楼 before 10号楼. */
export function bySeatAndUnit(a: Person, b: Person): number {
  return natural.compare(a.seat, b.seat) || natural.compare(a.unit, b.unit) || natural.compare(a.name, b.name);
}

/** Whether the person is of this seat and holds all the words. */
export function matches(person: Person, { search, seat }: Pick<RollView, "search" | "seat">): boolean {
  if (seat !== null && person.seat !== seat) return false;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${person.name} ${person.seat} ${person.unit} ${person.phone}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Each seat with how many sit on it, the most first. */
export function seatCounts(people: Person[]): { seat: string; count: number }[] {
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

/** The people taken off one roll (`null`: the community's own), last removed first. Throws not-found. */
export function removedPage(house: House, actor: Actor, rollId: string | null = null) {
  return house.db.read(async (db) => {
    const roll = await rollInView(db, actor, rollId);
    const removed = await removedPeopleOf(db, actor.communityId, roll.id);
    return { roll, people: removed.map((person) => ({ ...shown(person), removedAt: person.removedAt })) };
  });
}

/** One person for the form; `removed` ones can only be restored. Throws not-found for other communities' people. */
export function personPage(house: House, actor: Actor, id: string) {
  return house.db.read(async (db) => {
    const person = await ownPerson(db, actor, id);
    return {
      person: shown(person),
      removed: person.removedAt !== null,
      roll: await rollInView(db, actor, person.rollId),
      seats: seatNames(await peopleOf(db, actor.communityId, person.rollId)),
    };
  });
}

/** Whom a notice on the list speaks of; null when it is nobody of this community. */
export function personBrief(house: House, actor: Actor, id: string) {
  return house.db.read(async (db) => {
    const person = await personById(db, id);
    if (person?.communityId !== actor.communityId) return null;
    const { name, version, rollId } = person;
    return { id, name, version, rollId, removed: person.removedAt !== null };
  });
}

/** For the form of somebody new on one roll: seats to offer while typing, those of the methods first, then what the roll already has. Throws not-found. */
export function newPersonPage(house: House, actor: Actor, rollId: string | null) {
  return house.db.read(async (db) => {
    const roll = await rollInView(db, actor, rollId);
    return { roll, seats: seatNames(await peopleOf(db, actor.communityId, roll.id)) };
  });
}

function seatNames(people: Person[]): string[] {
  const ofMethods = METHODS.flatMap((method) => method.seats.map((seat) => seat.name));
  return [...new Set([...ofMethods, ...people.map((person) => person.seat)])].filter(Boolean);
}
