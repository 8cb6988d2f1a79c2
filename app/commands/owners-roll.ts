import { DomainError } from "#app/domain/errors.ts";
import { unitsText } from "#app/domain/owners/place.ts";
import type { Actor, House } from "#app/house.ts";
import { ownersText as text } from "#app/text/owners.ts";
import type { Handle } from "#db/connect.ts";
import type { Roll } from "#db/stores/further-roll.ts";
import { forgetApart } from "#db/stores/owners.ts";
import { savePerson } from "#db/stores/roll.ts";
import { ownersOf, type Unit, unitsOf } from "#db/stores/unit.ts";
import { rollInUse } from "./roll-in-use.ts";

/** The roll of owners that is about to be changed. Throws not-found, also for a roll of people, and wrong-state when it is out of use. */
export async function ownersRoll(db: Handle, actor: Actor, rollId: string): Promise<Roll> {
  const roll = await rollInUse(db, actor, rollId);
  if (roll?.kind !== "owners") throw new DomainError("not-found");
  return roll;
}

/** After units have changed hands: owners' lines name their units as they are now, and who has none left is off the roll. */
export async function settleOwners(house: House, db: Handle, rollId: string): Promise<void> {
  const units = new Map<string, Unit[]>();
  for (const unit of await unitsOf(db, rollId)) units.set(unit.ownerId, [...(units.get(unit.ownerId) ?? []), unit]);
  const gone: string[] = [];
  for (const owner of await ownersOf(db, rollId)) {
    const own = units.get(owner.id);
    if (!own) {
      gone.push(owner.id);
      await savePerson(db, owner.id, { removedAt: house.clock(), unit: "" });
    } else if (owner.unit !== unitsText(own)) await savePerson(db, owner.id, { unit: unitsText(own) });
  }
  await forgetApart(db, gone);
}

/** A refusal at one field of the owners' page. */
export const refusal = (field: string, message: keyof typeof text.refusals): DomainError =>
  new DomainError("invalid-value", [{ field, message: text.refusals[message] }]);
