import { DomainError } from "#app/domain/errors.ts";
import { planImport } from "#app/domain/person/import-plan.ts";
import type { RollField } from "#app/domain/person/roll-columns.ts";
import type { Actor, House } from "#app/house.ts";
import { rollText as text } from "#app/text/rolls.ts";
import { ownRoll } from "#db/stores/own.ts";
import { insertPeople, peopleOf } from "#db/stores/roll.ts";
import { syncPlannedRolls } from "./meeting-roll.ts";
import { record } from "./record.ts";
import { onRoll, peopleRollInUse } from "./roll-in-use.ts";

/** `from` and `to`: rolls by their ids, `null` is the community's own. `people`: ids of people on `from`. */
export type CopyPeople = { from: string | null; to: string | null; people: readonly string[] };
/** `same`: those who were on the other roll already, by the same name and unit; they stay as they are there. */
export type Copied = { added: number; same: number };

const NO_FIELDS: ReadonlySet<RollField> = new Set();

/**
 * Puts people of one roll on another too, as they are now: from then on the two lead their own lives. Who has left the roll meanwhile is left
 * out. Throws not-found, wrong-state for a roll out of use or of owners, invalid-value where nobody is chosen.
 */
export async function copyPeople(house: House, actor: Actor, { from, to, people }: CopyPeople): Promise<Copied> {
  const { copied, meetings } = await house.db.write(async (db) => {
    const target = await peopleRollInUse(db, actor, to);
    if (from !== null) await ownRoll(db, actor, from);
    if (from === to) refuse("from", text.refusals.sameRoll);
    const wanted = new Set(people);
    const chosen = (await peopleOf(db, actor.communityId, from)).filter((person) => wanted.has(person.id));
    if (chosen.length === 0) refuse("people", text.refusals.nobody);
    const lines = chosen.map(({ name, seat, unit, phone, votingRight }, row) => {
      return { row, name, seat, unit, phone, votingRight };
    });
    const { added, same } = planImport(lines, await peopleOf(db, actor.communityId, to), NO_FIELDS);
    const given = { communityId: actor.communityId, rollId: to, createdAt: house.clock() };
    await insertPeople(
      db,
      added.map(({ row: _row, ...person }) => ({ ...person, ...given, id: house.newId() })),
    );
    const counts = { added: added.length, same: same.length };
    const data = { ...counts, from: from ?? "own", ...onRoll(target), ...(target && { name: target.name }) };
    await record(house, db, actor, "copy-people", to ?? actor.communityId, data);
    return { copied: counts, meetings: await syncPlannedRolls(house, db, actor.communityId, { rollId: to }) };
  });
  for (const meetingId of meetings) house.publish(meetingId, "everyone");
  return copied;
}

function refuse(field: string, message: string): never {
  throw new DomainError("invalid-value", [{ field, message }]);
}
