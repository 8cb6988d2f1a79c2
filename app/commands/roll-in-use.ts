import { DomainError } from "#app/domain/errors.ts";
import type { Actor } from "#app/house.ts";
import { rollText as text } from "#app/text/rolls.ts";
import type { Handle } from "#db/connect.ts";
import type { Roll } from "#db/stores/further-roll.ts";
import { ownRoll } from "#db/stores/own.ts";

/**
 * The roll that something is about to be changed on: `null` is the community's own, which is always in use. Throws not-found, wrong-state at
 * the form's `field`.
 */
export async function rollInUse(db: Handle, actor: Actor, rollId: string | null, field = "roll"): Promise<Roll | null> {
  if (rollId === null) return null;
  const roll = await ownRoll(db, actor, rollId);
  if (roll.removedAt) throw new DomainError("wrong-state", [{ field, message: text.refusals.removed }]);
  return roll;
}

/** The same where people are put on it one by one or from a list: owners come with their units. Throws not-found, wrong-state. */
export async function peopleRollInUse(db: Handle, actor: Actor, rollId: string | null): Promise<Roll | null> {
  const roll = await rollInUse(db, actor, rollId);
  if (roll?.kind === "owners") throw new DomainError("wrong-state", [{ field: "roll", message: text.refusals.owners }]);
  return roll;
}

/** Which roll a journal entry speaks of; nothing where it is the community's own, as ever. */
export const onRoll = (roll: Roll | null) => (roll ? { rollId: roll.id, onRoll: roll.name } : {});
