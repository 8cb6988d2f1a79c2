import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { rollText as text } from "#app/text/rolls.ts";
import type { Handle } from "#db/connect.ts";
import { bodiesCalling, insertRoll, type Roll, rollSizes, rollsOf, saveRoll } from "#db/stores/further-roll.ts";
import { ownRoll } from "#db/stores/own.ts";
import { editionField, plainField } from "./fields.ts";
import { record } from "./record.ts";

const { fields, refusals } = text;

export const rollNameInput = z.object({ name: plainField(fields.name, 50) });
export const rollInput = rollNameInput.extend({ kind: z.enum(["people", "owners"], refusals.kind) });
export const rollEditionInput = z.object({ version: editionField });
/** `people`: how many the person was told are on it. */
export const removeRollInput = rollEditionInput.extend({ people: z.coerce.number().int().min(0).default(0) });
type Seen = { id: string; version: number };

/** `details` of the refusal when somebody else changed the roll first. */
export type StaleRoll = { current: { name: string; version: number; removed: boolean } };

/** A further roll. Throws invalid-value for a name in use. */
export async function addRoll(house: House, actor: Actor, input: z.output<typeof rollInput>): Promise<{ id: string }> {
  const id = house.newId();
  await house.db.write(async (db) => {
    await requireFreeName(db, actor, input.name);
    await insertRoll(db, { ...input, id, communityId: actor.communityId, createdAt: house.clock() });
    await record(house, db, actor, "add-roll", id, input);
  });
  return { id };
}

/** Gives a further roll another name. Throws not-found, invalid-value for a name in use, stale `StaleRoll`. */
export async function renameRoll(house: House, actor: Actor, input: Seen & { name: string }): Promise<void> {
  const { id, version, name } = input;
  await house.db.write(async (db) => {
    const roll = await ownRoll(db, actor, id);
    if (roll.removedAt) throw stale(roll);
    await requireFreeName(db, actor, name, id);
    if (!(await saveRoll(db, id, { name }, version))) throw stale(roll);
    await record(house, db, actor, "rename-roll", id, { was: { name: roll.name }, now: { name } });
  });
}

/**
 * Takes a further roll out of use; its people stay on it. Throws not-found, stale, also when there are not as many `people` on it as the
 * person was told, and wrong-state while bodies or planned meetings call it.
 */
export async function removeRoll(house: House, actor: Actor, input: Seen & { people: number }): Promise<void> {
  const { id, version } = input;
  await house.db.write(async (db) => {
    const roll = await ownRoll(db, actor, id);
    const bodies = await bodiesCalling(db, id);
    if (bodies.length > 0) {
      const message = text.isCalled(text.calledBy(bodies.map((body) => body.name)));
      throw new DomainError("wrong-state", [{ field: "name", message }]);
    }
    const { people } = (await rollSizes(db, actor.communityId)).get(id) ?? { people: 0 };
    if (roll.removedAt || people !== input.people) throw stale(roll);
    if (!(await saveRoll(db, id, { removedAt: house.clock() }, version))) throw stale(roll);
    await record(house, db, actor, "remove-roll", id, { name: roll.name, people });
  });
}

/** Takes a further roll back into use. Throws not-found, stale, invalid-value when its name is in use by now. */
export async function restoreRoll(house: House, actor: Actor, { id, version }: Seen): Promise<void> {
  await house.db.write(async (db) => {
    const roll = await ownRoll(db, actor, id);
    await requireFreeName(db, actor, roll.name, id);
    if (!roll.removedAt || !(await saveRoll(db, id, { removedAt: null }, version))) throw stale(roll);
    await record(house, db, actor, "restore-roll", id, { name: roll.name });
  });
}

/** People tell rolls apart by nothing but their names. */
async function requireFreeName(db: Handle, actor: Actor, name: string, except?: string): Promise<void> {
  const others = (await rollsOf(db, actor.communityId)).filter((each) => each.id !== except);
  if (name !== text.own && others.every((each) => each.name !== name)) return;
  throw new DomainError("invalid-value", [{ field: "name", message: refusals.nameTaken }]);
}

function stale({ name, version, removedAt }: Roll): DomainError {
  const details: StaleRoll = { current: { name, version, removed: removedAt !== null } };
  return new DomainError("stale", details);
}
