import { z } from "zod";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { unitsText } from "#app/domain/owners/place.ts";
import { afterPlan, type MissingUnits, type OwnerRef, type OwnersPlan, planOwners } from "#app/domain/owners/plan.ts";
import { MAX_UNITS, type OwnersReading, readOwners } from "#app/domain/owners/reading.ts";
import { totalsOf } from "#app/domain/owners/totals.ts";
import type { Actor, House } from "#app/house.ts";
import { ownersText as text } from "#app/text/owners.ts";
import type { Handle } from "#db/connect.ts";
import { stage, staged, unstage } from "#db/staging.ts";
import { insertPeople, savePerson } from "#db/stores/roll.ts";
import { deleteUnits, insertUnits, ownersOf, saveUnit, unitsOf } from "#db/stores/unit.ts";
import { syncPlannedRolls } from "./meeting-roll.ts";
import { ownersRoll, settleOwners } from "./owners-roll.ts";
import { readTable } from "./read-roll-file.ts";
import { record } from "./record.ts";

/** How long an upload waits for its confirmation. */
const WAITS = 60 * 60 * 1000;

type StagedOwners = { fileName: string; at: string; rollId: string; reading: OwnersReading };

export type OwnersPreview = {
  fileName: string;
  reading: OwnersReading;
  plan: OwnersPlan;
  /** Names this plan: the confirmation carries it back, so that exactly what was shown is imported. */
  planId: string;
};

/** Apart from uploads of people, of which another may wait. */
const placeOf = ({ staffId }: Actor) => `owners-${staffId}`;

/**
 * Reads an uploaded register of units and keeps it for the preview; imports nothing. Throws too-large or invalid-value, each at the field
 * `file`, and not-found or wrong-state for the roll.
 */
export async function stageOwners(
  house: House,
  actor: Actor,
  rollId: string,
  file: { name: string; bytes: Uint8Array },
): Promise<void> {
  await house.db.read((db) => ownersRoll(db, actor, rollId));
  const reading = readRegister(await readTable(file.bytes, MAX_UNITS));
  const content: StagedOwners = {
    fileName: file.name.slice(0, 100),
    at: house.clock().toISOString(),
    rollId,
    reading,
  };
  await stage(house.config.dataDir, placeOf(actor), content);
}

function readRegister(rows: string[][]): OwnersReading {
  try {
    return readOwners(rows);
  } catch (error) {
    if (!(error instanceof DomainError) || error.word !== "too-large") throw error;
    throw new DomainError("too-large", [{ field: "file", message: text.import.tooManyRows(MAX_UNITS) }]);
  }
}

/** The waiting upload set beside the roll as it is; null when there is none for it, or it waited more than an hour. */
export async function previewOwners(house: House, actor: Actor, rollId: string): Promise<OwnersPreview | null> {
  const waiting = await waitingOwners(house, actor, rollId);
  if (!waiting) return null;
  return house.db.read(async (db) => {
    await ownersRoll(db, actor, rollId);
    const plan = await planFor(db, waiting);
    return { fileName: waiting.fileName, reading: waiting.reading, plan, planId: planIdOf(plan, rollId) };
  });
}

/** Forgets the person's waiting register, if there is one. */
export async function discardOwners(house: House, actor: Actor): Promise<void> {
  await unstage(house.config.dataDir, placeOf(actor));
}

export const confirmOwnersInput = z.object({ planId: z.string(), missing: z.enum(["keep", "remove"]).default("keep") });

/** How the register changed the roll, and what it then holds; `area` in 0.01 m². */
export type OwnersImported = Record<"added" | "changed" | "removed" | "units" | "owners" | "area", number>;

/**
 * Imports the waiting register in one transaction with one journal entry; rolls of planned meetings follow. Throws not-found without an upload,
 * stale when the roll changed since the preview, invalid-value while a row of the file cannot be counted: a part of the units would be a false
 * denominator.
 */
export async function importOwners(
  house: House,
  actor: Actor,
  rollId: string,
  input: z.output<typeof confirmOwnersInput>,
): Promise<OwnersImported> {
  const waiting = await waitingOwners(house, actor, rollId);
  if (!waiting) throw new DomainError("not-found");
  const refused = waiting.reading.problems.filter(({ level }) => level === "refused").length;
  if (refused > 0) throw new DomainError("invalid-value", [{ field: "file", message: text.import.refused(refused) }]);
  const { result, meetings } = await house.db.write(async (db) => {
    const roll = await ownersRoll(db, actor, rollId);
    const plan = await planFor(db, waiting);
    if (planIdOf(plan, rollId) !== input.planId) throw new DomainError("stale");
    await apply(house, db, actor, { rollId, reading: waiting.reading, plan, missing: input.missing });
    const removed = input.missing === "remove" ? plan.missing.length : 0;
    const { units, owners, area } = totalsOf(afterPlan(plan, input.missing));
    const counts = { added: plan.added.length, changed: plan.changed.length, removed, units, owners, area };
    await record(house, db, actor, "import-owners", rollId, { name: roll.name, ...counts });
    return { result: counts, meetings: await syncPlannedRolls(house, db, actor.communityId, { rollId }) };
  });
  await discardOwners(house, actor);
  for (const meetingId of meetings) house.publish(meetingId, "everyone");
  return result;
}

async function waitingOwners(house: House, actor: Actor, rollId: string): Promise<StagedOwners | null> {
  const content = (await staged(house.config.dataDir, placeOf(actor))) as StagedOwners | undefined;
  if (!content) return null;
  if (house.clock().getTime() - Date.parse(content.at) < WAITS) return content.rollId === rollId ? content : null;
  await discardOwners(house, actor);
  return null;
}

async function planFor(db: Handle, { rollId, reading }: StagedOwners): Promise<OwnersPlan> {
  return planOwners(reading, { owners: await ownersOf(db, rollId), units: await unitsOf(db, rollId) });
}

function planIdOf(plan: OwnersPlan, rollId: string): string {
  const unitOf = ({ line, owner }: OwnersPlan["added"][number]) => [line, owner];
  const changed = plan.changed.map((change) => [...unitOf(change), change.unit]);
  const rest = [plan.added.map(unitOf), plan.same.map(unitOf), plan.missing, plan.phones];
  return digest(JSON.stringify([rollId, changed, ...rest]));
}

type Applied = { rollId: string; reading: OwnersReading; plan: OwnersPlan; missing: MissingUnits };

async function apply(house: House, db: Handle, actor: Actor, { rollId, reading, plan, missing }: Applied) {
  const ids = new Map(plan.fresh.map((index) => [index, house.newId()]));
  const ownerOf = (ref: OwnerRef) => ("known" in ref ? ref.known : (ids.get(ref.fresh) ?? ""));
  const planned = [...plan.added, ...plan.changed];
  const fresh = plan.fresh.map((index) => {
    const units = planned.filter(({ owner }) => "fresh" in owner && owner.fresh === index).map(({ line }) => line);
    const { name = "", phone = "" } = reading.owners[index] ?? {};
    const id = ids.get(index) ?? "";
    const createdAt = house.clock();
    const where = { id, communityId: actor.communityId, rollId, createdAt };
    return { ...where, name, phone, unit: unitsText(units), votingRight: true };
  });
  await insertPeople(db, fresh);
  if (missing === "remove") {
    await deleteUnits(
      db,
      plan.missing.map(({ id }) => id),
    );
  }
  for (const { unit, line, owner } of plan.changed) {
    await saveUnit(db, unit.id, { area: line.area, ownerId: ownerOf(owner) });
  }
  const added = plan.added.map(({ line: { building, number, area }, owner }) => {
    return { id: house.newId(), rollId, ownerId: ownerOf(owner), building, number, area };
  });
  await insertUnits(db, added);
  for (const { ownerId, phone } of plan.phones) await savePerson(db, ownerId, { phone });
  await settleOwners(house, db, rollId);
}
