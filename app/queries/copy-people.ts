import { planImport } from "#app/domain/person/import-plan.ts";
import type { Actor, House } from "#app/house.ts";
import { type Person, peopleOf } from "#db/stores/roll.ts";
import { bySeatAndUnit, matches, seatCounts } from "./people.ts";
import { type RollName, rollChoices, rollInView } from "./rolls.ts";

/** More than one looks through for ticking; seats and words find the rest. */
const SHOWN = 200;

/** `to`, `from`: rolls by their ids, `null` is the community's own; `from` undefined: the first that there is. */
export type CopyView = { to: string | null; from: string | null | undefined; search: string; seat: string | null };

/**
 * The people of one roll who could be put on another, those that match, each with whether they are there already. Throws not-found, for rolls
 * of other communities too.
 */
export function copyPage(house: House, actor: Actor, { to, from, ...view }: CopyView) {
  return house.db.read(async (db) => {
    const target = await rollInView(db, actor, to);
    const sources = (await rollChoices(db, actor)).filter((roll) => roll.id !== target.id);
    const source: RollName | null = from === undefined ? (sources[0] ?? null) : await rollInView(db, actor, from);
    const everybody = source && source.id !== target.id ? await peopleOf(db, actor.communityId, source.id) : [];
    const found = everybody.filter((person) => matches(person, view)).sort(bySeatAndUnit);
    const there = alreadyOn(found, await peopleOf(db, actor.communityId, target.id));
    return {
      target,
      source,
      sources,
      people: found.slice(0, SHOWN).map(({ id, name, seat, unit, votingRight }) => {
        return { id, name, seat, unit, votingRight, there: there.has(id) };
      }),
      total: everybody.length,
      matching: found.length,
      missing: found.filter((person) => !there.has(person.id)).map((person) => person.id),
      seats: seatCounts(everybody),
    };
  });
}

/** Ids of those who count as the same person as somebody on the other roll, judged as an import judges it. */
function alreadyOn(people: Person[], known: Person[]): Set<string> {
  const lines = people.map((person, row) => ({ ...person, row }));
  const { same } = planImport(lines, known, new Set());
  return new Set(same.flatMap(({ row }) => people[row]?.id ?? []));
}
