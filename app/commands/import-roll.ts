import { z } from "zod";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import { type ImportPlan, planImport } from "#app/domain/person/import-plan.ts";
import type { RollReading } from "#app/domain/person/roll.ts";
import type { RollField } from "#app/domain/person/roll-columns.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { stage, staged, unstage } from "#db/staging.ts";
import { insertPeople, peopleOf, savePerson } from "#db/stores/roll.ts";
import { syncPlannedRolls } from "./meeting-roll.ts";
import { readRollFile } from "./read-roll-file.ts";
import { record } from "./record.ts";
import { peopleRollInUse } from "./roll-in-use.ts";

/** How long an upload waits for its confirmation. */
const WAITS = 60 * 60 * 1000;

type StagedRoll = {
  fileName: string;
  at: string;
  communityId: string;
  /** Which roll it is for; null is the community's own. */
  rollId: string | null;
  reading: RollReading;
  columns: RollField[];
};
export type RollPreview = {
  fileName: string;
  problems: RollReading["problems"];
  plan: ImportPlan;
  /** Names this plan: the confirmation carries it back, so that exactly what was shown is imported. */
  planId: string;
};
export type ImportResult = { added: number; updated: number; same: number };

/**
 * Reads an upload for one roll (`rollId` null: the community's own) and keeps it for the preview; imports nothing. Throws too-large or
 * invalid-value, each at the field `file`, and not-found or wrong-state for the roll.
 */
export async function stageRoll(
  house: House,
  actor: Actor,
  file: { name: string; bytes: Uint8Array },
  rollId: string | null = null,
): Promise<void> {
  await house.db.read((db) => peopleRollInUse(db, actor, rollId));
  const read = await readRollFile(file.bytes);
  const { communityId } = actor;
  const content: StagedRoll = {
    ...read,
    fileName: file.name.slice(0, 100),
    at: house.clock().toISOString(),
    communityId,
    rollId,
  };
  await stage(house.config.dataDir, actor.staffId, content);
}

/** The waiting upload for this roll set beside it as it is; null when there is none, or it waited more than an hour. */
export async function previewRoll(
  house: House,
  actor: Actor,
  rollId: string | null = null,
): Promise<RollPreview | null> {
  const waiting = await waitingRoll(house, actor);
  if (waiting?.rollId !== rollId) return null;
  const plan = await house.db.read((db) => planFor(db, actor, waiting));
  return { fileName: waiting.fileName, problems: waiting.reading.problems, plan, planId: planIdOf(plan, rollId) };
}

/** The roll for which an upload of this person waits; undefined when none does. */
export async function waitingFor(house: House, actor: Actor): Promise<string | null | undefined> {
  return (await waitingRoll(house, actor))?.rollId;
}

/** Forgets the person's waiting upload, if there is one. */
export async function discardRoll(house: House, actor: Actor): Promise<void> {
  await unstage(house.config.dataDir, actor.staffId);
}

export const confirmInput = z.object({ planId: z.string(), existing: z.enum(["update", "keep"]).default("update") });
export type ConfirmRoll = z.infer<typeof confirmInput>;

/**
 * Imports the waiting upload: adds the new people and, with `existing: "update"`, changes those already on the roll; one transaction, one
 * journal entry of counts, rolls of planned meetings follow. `rollId`: on whose page it was confirmed. Throws not-found without an upload,
 * stale when the roll changed since the preview or the upload is for another one, wrong-state when the roll is out of use.
 */
export async function importRoll(
  house: House,
  actor: Actor,
  input: ConfirmRoll,
  rollId: string | null = null,
): Promise<ImportResult> {
  const waiting = await waitingRoll(house, actor);
  if (!waiting) throw new DomainError("not-found");
  if (waiting.rollId !== rollId) throw new DomainError("stale");
  const { result, meetings } = await house.db.write(async (db) => {
    const roll = await peopleRollInUse(db, actor, rollId);
    const plan = await planFor(db, actor, waiting);
    if (planIdOf(plan, rollId) !== input.planId) throw new DomainError("stale");
    const updated = input.existing === "update" ? plan.changed : [];
    await addPeople(house, db, { communityId: actor.communityId, rollId }, plan);
    for (const change of updated) await savePerson(db, change.person.id, valuesOf(change));
    const counts = { added: plan.added.length, updated: updated.length, same: plan.same.length };
    const data = { ...counts, ...(roll && { name: roll.name }) };
    await record(house, db, actor, "import-roll", rollId ?? actor.communityId, data);
    return { result: counts, meetings: await syncPlannedRolls(house, db, actor.communityId, { rollId }) };
  });
  await discardRoll(house, actor);
  for (const meetingId of meetings) house.publish(meetingId, "everyone");
  return result;
}

async function waitingRoll(house: House, actor: Actor): Promise<StagedRoll | null> {
  const content = (await staged(house.config.dataDir, actor.staffId)) as StagedRoll | undefined;
  if (!content) return null;
  const fresh = house.clock().getTime() - Date.parse(content.at) < WAITS;
  // An earlier edition of the house staged for the community's own roll and did not say so.
  if (fresh && content.communityId === actor.communityId) return { ...content, rollId: content.rollId ?? null };
  await discardRoll(house, actor);
  return null;
}

async function planFor(db: Handle, actor: Actor, { reading, columns, rollId }: StagedRoll): Promise<ImportPlan> {
  return planImport(reading.people, await peopleOf(db, actor.communityId, rollId), new Set(columns));
}

function planIdOf({ added, changed, same }: ImportPlan, rollId: string | null): string {
  const known = changed.map(({ line, person }) => [line, person.id, person.version]);
  return digest(JSON.stringify([rollId, added, known, same.length]));
}

type Where = { communityId: string; rollId: string | null };

function addPeople(house: House, db: Handle, where: Where, plan: ImportPlan): Promise<void> {
  const given = { ...where, createdAt: house.clock() };
  return insertPeople(
    db,
    plan.added.map(({ row: _row, ...person }) => ({ ...person, ...given, id: house.newId() })),
  );
}

function valuesOf({ line, fields }: ImportPlan["changed"][number]) {
  return Object.fromEntries(fields.map((field) => [field, line[field]]));
}
