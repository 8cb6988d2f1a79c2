import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { parseArea } from "#app/domain/owners/area.ts";
import { mayBeOne } from "#app/domain/owners/namesakes.ts";
import { placeName, unitsText } from "#app/domain/owners/place.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import type { Roll } from "#db/stores/further-roll.ts";
import { keepApart } from "#db/stores/owners.ts";
import { insertPeople, type Person } from "#db/stores/roll.ts";
import { moveUnits, ownersOf, saveUnit, type Unit, unitsOf } from "#db/stores/unit.ts";
import { syncPlannedRolls } from "./meeting-roll.ts";
import { ownersRoll, refusal, settleOwners } from "./owners-roll.ts";
import { record } from "./record.ts";

const ids = z
  .string()
  .max(200_000)
  .transform((joined) => [...new Set(joined.split(",").filter((id) => id !== ""))]);

/** Owners of one name, as a page names them: ids joined by commas. */
export const namesakesInput = z.object({ owners: ids });
/** Several groups of namesakes at once. */
export const groupsInput = z.object({ groups: z.array(ids).min(1) });
export const splitInput = z.object({ owner: z.string(), units: z.array(z.string()) });
/** `was` is the area that the person saw, in 0.01 m². */
export const unitAreaInput = z.object({ unit: z.string(), area: z.string().max(50), was: z.coerce.number().int() });

/**
 * 合并: makes owners of one name one head, who gets all their units. Throws not-found, stale when one of them is not on the roll any more,
 * invalid-value for fewer than two or for different names.
 */
export function mergeOwners(house: House, actor: Actor, rollId: string, input: { owners: string[] }): Promise<void> {
  return changeOwners(house, actor, rollId, async (db, roll) => {
    const owners = namesakes(await ownersOf(db, rollId), input.owners);
    const [stays, ...others] = [...owners].sort((a, b) => Number(a.phone === "") - Number(b.phone === ""));
    if (!stays) return;
    const was = owners.map(({ unit }) => unit);
    await moveUnits(
      db,
      rollId,
      others.map(({ id }) => id),
      stays.id,
    );
    await settleOwners(house, db, rollId);
    await record(house, db, actor, "merge-owners", stays.id, { name: stays.name, onRoll: roll.name, was });
  });
}

/** 分开算: says that owners of one name are different people. They stay what they are and are not asked about again. Throws as `mergeOwners`. */
export function keepOwnersApart(house: House, actor: Actor, rollId: string, { owners }: { owners: string[] }) {
  return keepGroupsApart(house, actor, rollId, { groups: [owners] });
}

/** The same for several groups of namesakes, one journal entry each. Throws as `mergeOwners`, and then keeps none of them. */
export function keepGroupsApart(house: House, actor: Actor, rollId: string, input: { groups: string[][] }) {
  return changeOwners(house, actor, rollId, async (db, roll) => {
    const everybody = await ownersOf(db, rollId);
    for (const group of input.groups) {
      const owners = namesakes(everybody, group);
      const ids = owners.map(({ id }) => id);
      await keepApart(db, ids, house.clock());
      const data = { name: owners[0]?.name ?? "", onRoll: roll.name, units: owners.map(({ unit }) => unit) };
      await record(house, db, actor, "keep-owners-apart", rollId, data);
    }
  });
}

function namesakes(everybody: readonly Person[], chosen: readonly string[]): Person[] {
  const owners = everybody.filter(({ id }) => chosen.includes(id));
  if (chosen.length < 2) throw refusal("owners", "twoOwners");
  if (owners.length !== chosen.length) throw new DomainError("stale");
  if (!mayBeOne(owners)) throw refusal("owners", "oneName");
  return owners;
}

/**
 * 拆分: gives some of an owner's units to another person of the same name, who is a head of their own from then on. Throws not-found,
 * invalid-value when no unit or every unit is chosen.
 */
export function splitOwner(house: House, actor: Actor, rollId: string, input: z.output<typeof splitInput>) {
  return changeOwners(house, actor, rollId, async (db, roll) => {
    const owner = (await ownersOf(db, rollId)).find(({ id }) => id === input.owner);
    if (!owner) throw new DomainError("not-found");
    const own = (await unitsOf(db, rollId)).filter(({ ownerId }) => ownerId === owner.id);
    const apart = own.filter(({ id }) => input.units.includes(id));
    if (apart.length === 0 || apart.length === own.length) throw refusal("units", "someUnits");
    const other = await namesakeOf(house, db, owner, apart);
    for (const { id } of apart) await saveUnit(db, id, { ownerId: other });
    await keepApart(db, [owner.id, other], house.clock());
    await settleOwners(house, db, rollId);
    const data = { name: owner.name, onRoll: roll.name, units: apart.map(placeName) };
    await record(house, db, actor, "split-owner", owner.id, data);
  });
}

/** Without the phone: whose it is, nobody has said. */
async function namesakeOf(house: House, db: Handle, { communityId, rollId, name }: Person, units: Unit[]) {
  const id = house.newId();
  const where = { id, communityId, rollId, createdAt: house.clock() };
  await insertPeople(db, [{ ...where, name, unit: unitsText(units), votingRight: true }]);
  return id;
}

/** Corrects the area of one unit. Throws not-found, invalid-value for what is no area, stale when somebody else has corrected it. */
export async function editUnitArea(house: House, actor: Actor, rollId: string, input: z.output<typeof unitAreaInput>) {
  const area = parseArea(input.area);
  if (typeof area === "string") throw refusal("area", area);
  return changeOwners(house, actor, rollId, async (db, roll) => {
    const unit = (await unitsOf(db, rollId)).find(({ id }) => id === input.unit);
    if (!unit) throw new DomainError("not-found");
    if (unit.area !== input.was) throw new DomainError("stale");
    if (unit.area === area) return;
    await saveUnit(db, unit.id, { area });
    const data = { name: placeName(unit), onRoll: roll.name, was: unit.area, now: area };
    await record(house, db, actor, "edit-unit-area", unit.id, data);
  });
}

/** One change of a roll of owners; rolls of planned meetings follow. */
async function changeOwners(
  house: House,
  actor: Actor,
  rollId: string,
  change: (db: Handle, roll: Roll) => Promise<void>,
): Promise<void> {
  const meetings = await house.db.write(async (db) => {
    await change(db, await ownersRoll(db, actor, rollId));
    return syncPlannedRolls(house, db, actor.communityId, { rollId });
  });
  for (const meetingId of meetings) house.publish(meetingId, "everyone");
}
