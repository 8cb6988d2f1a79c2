import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { cleanPhone, personFaults, type RollPerson } from "#app/domain/person/roll.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { ownPerson } from "#db/stores/own.ts";
import { insertPeople, type Person, savePerson } from "#db/stores/roll.ts";
import { editionField } from "./fields.ts";
import { syncPlannedRolls } from "./meeting-roll.ts";
import { record } from "./record.ts";
import { onRoll, peopleRollInUse, rollInUse } from "./roll-in-use.ts";

const line = z
  .string()
  .default("")
  .transform((raw) => cleanText(raw.slice(0, 5000)));

/** What is typed about a person; the faults are those of an imported row. Form: the box is there when ticked. */
export const personInput = z
  .object({
    name: line,
    seat: line,
    unit: line,
    phone: z
      .string()
      .default("")
      .transform((raw) => cleanPhone(raw.slice(0, 5000))),
    votingRight: z
      .enum(["yes", "no"])
      .default("no")
      .transform((answer) => answer === "yes"),
  })
  .superRefine((person, context) => {
    for (const { field, message } of personFaults(person)) {
      context.addIssue({ code: "custom", path: [field], message: `${message}。` });
    }
  });
export const editionInput = z.object({ version: editionField });

/** `details` of the refusal when somebody else changed the person first. */
export type StalePerson = { current: RollPerson & { version: number; removed: boolean } };

/**
 * Puts a person on a roll (`rollId` null: the community's own); the rolls of planned meetings follow. Throws not-found, wrong-state for a
 * roll out of use or one of owners, who come with their units.
 */
export async function addPerson(
  house: House,
  actor: Actor,
  input: RollPerson,
  rollId: string | null = null,
): Promise<{ id: string }> {
  const id = house.newId();
  const given = { communityId: actor.communityId, rollId, createdAt: house.clock() };
  await changeRoll(house, actor, async (db) => {
    const roll = await peopleRollInUse(db, actor, rollId);
    await insertPeople(db, [{ ...input, ...given, id }]);
    await record(house, db, actor, "add-person", id, { ...withoutPhone(input), ...onRoll(roll) });
    return rollId;
  });
  return { id };
}

/** Saves a changed person. Throws not-found, stale `StalePerson`, wrong-state on a roll out of use. */
export async function editPerson(
  house: House,
  actor: Actor,
  input: RollPerson & { id: string; version: number },
): Promise<void> {
  const { id, version, ...words } = input;
  await changeRoll(house, actor, async (db) => {
    const person = await ownPerson(db, actor, id);
    const roll = await rollInUse(db, actor, person.rollId);
    if (person.removedAt || !(await savePerson(db, id, words, version))) throw stale(person);
    const phoneChanged = person.phone !== words.phone;
    const [was, now] = [withoutPhone(person), withoutPhone(words)];
    await record(house, db, actor, "edit-person", id, { was, now, phoneChanged, ...onRoll(roll) });
    return person.rollId;
  });
}

/** Takes a person off the roll. Meetings held keep them on their own rolls. Throws not-found, stale, wrong-state. */
export function removePerson(house: House, actor: Actor, input: { id: string; version: number }): Promise<void> {
  return setRemoved(house, actor, input, house.clock());
}

/** Puts a removed person back on the roll they were on. Throws not-found, stale, wrong-state. */
export function restorePerson(house: House, actor: Actor, input: { id: string; version: number }): Promise<void> {
  return setRemoved(house, actor, input, null);
}

function setRemoved(house: House, actor: Actor, { id, version }: { id: string; version: number }, at: Date | null) {
  return changeRoll(house, actor, async (db) => {
    const person = await ownPerson(db, actor, id);
    const roll = await rollInUse(db, actor, person.rollId);
    if ((person.removedAt === null) === (at === null)) throw stale(person);
    if (!(await savePerson(db, id, { removedAt: at }, version))) throw stale(person);
    await record(house, db, actor, at ? "remove-person" : "restore-person", id, {
      ...withoutPhone(person),
      ...onRoll(roll),
    });
    return person.rollId;
  });
}

/** Changes one roll, which `change` names, and brings the meetings along that call it. */
async function changeRoll(house: House, actor: Actor, change: (db: Handle) => Promise<string | null>): Promise<void> {
  const meetings = await house.db.write(async (db) => {
    const rollId = await change(db);
    return syncPlannedRolls(house, db, actor.communityId, { rollId });
  });
  for (const meetingId of meetings) house.publish(meetingId, "everyone");
}

function stale({ name, seat, unit, phone, votingRight, version, removedAt }: Person): DomainError {
  const details: StalePerson = {
    current: { name, seat, unit, phone, votingRight, version, removed: removedAt !== null },
  };
  return new DomainError("stale", details);
}

/** Phone numbers stay out of the journal, which keeps everything for ever. */
const withoutPhone = ({ name, seat, unit, votingRight }: RollPerson) => ({ name, seat, unit, votingRight });
