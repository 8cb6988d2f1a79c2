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

/** How long an upload waits for its confirmation. */
const WAITS = 60 * 60 * 1000;

type StagedRoll = { fileName: string; at: string; communityId: string; reading: RollReading; columns: RollField[] };
export type RollPreview = {
  fileName: string;
  problems: RollReading["problems"];
  plan: ImportPlan;
  /** Names this plan: the confirmation carries it back, so that exactly what was shown is imported. */
  planId: string;
};
export type ImportResult = { added: number; updated: number; same: number };

/** Reads an uploaded roll and keeps it for the preview; imports nothing. Throws too-large or invalid-value, each at the field `file`. */
export async function stageRoll(house: House, actor: Actor, file: { name: string; bytes: Uint8Array }): Promise<void> {
  const read = await readRollFile(file.bytes);
  const { communityId } = actor;
  const content: StagedRoll = {
    ...read,
    fileName: file.name.slice(0, 100),
    at: house.clock().toISOString(),
    communityId,
  };
  await stage(house.config.dataDir, actor.staffId, content);
}

/** The waiting upload set beside today's roll; null when there is none, or it waited more than an hour. */
export async function previewRoll(house: House, actor: Actor): Promise<RollPreview | null> {
  const waiting = await waitingRoll(house, actor);
  if (!waiting) return null;
  const plan = await house.db.read((db) => planFor(db, actor, waiting));
  return { fileName: waiting.fileName, problems: waiting.reading.problems, plan, planId: planIdOf(plan) };
}

/** Forgets the person's waiting upload, if there is one. */
export async function discardRoll(house: House, actor: Actor): Promise<void> {
  await unstage(house.config.dataDir, actor.staffId);
}

export const confirmInput = z.object({ planId: z.string(), existing: z.enum(["update", "keep"]).default("update") });
export type ConfirmRoll = z.infer<typeof confirmInput>;

/**
 * Imports the waiting upload: adds the new people and, with `existing: "update"`, changes those already on the roll; one transaction, one
 * journal entry of counts, rolls of planned meetings follow. Throws not-found without an upload, stale when the roll changed since the preview.
 */
export async function importRoll(house: House, actor: Actor, input: ConfirmRoll): Promise<ImportResult> {
  const waiting = await waitingRoll(house, actor);
  if (!waiting) throw new DomainError("not-found");
  const { result, meetings } = await house.db.write(async (db) => {
    const plan = await planFor(db, actor, waiting);
    if (planIdOf(plan) !== input.planId) throw new DomainError("stale");
    const updated = input.existing === "update" ? plan.changed : [];
    await addPeople(house, db, actor, plan);
    for (const change of updated) await savePerson(db, change.person.id, valuesOf(change));
    const counts = { added: plan.added.length, updated: updated.length, same: plan.same.length };
    await record(house, db, actor, "import-roll", actor.communityId, counts);
    return { result: counts, meetings: await syncPlannedRolls(house, db, actor.communityId) };
  });
  await discardRoll(house, actor);
  for (const meetingId of meetings) house.publish(meetingId, "everyone");
  return result;
}

async function waitingRoll(house: House, actor: Actor): Promise<StagedRoll | null> {
  const content = (await staged(house.config.dataDir, actor.staffId)) as StagedRoll | undefined;
  if (!content) return null;
  const fresh = house.clock().getTime() - Date.parse(content.at) < WAITS;
  if (fresh && content.communityId === actor.communityId) return content;
  await discardRoll(house, actor);
  return null;
}

async function planFor(db: Handle, actor: Actor, { reading, columns }: StagedRoll): Promise<ImportPlan> {
  return planImport(reading.people, await peopleOf(db, actor.communityId), new Set(columns));
}

const planIdOf = ({ added, changed, same }: ImportPlan) =>
  digest(JSON.stringify([added, changed.map(({ line, person }) => [line, person.id, person.version]), same.length]));

function addPeople(house: House, db: Handle, { communityId }: Actor, plan: ImportPlan): Promise<void> {
  const createdAt = house.clock();
  const rows = plan.added.map(({ row: _row, ...person }) => ({ ...person, id: house.newId(), communityId, createdAt }));
  return insertPeople(db, rows);
}

function valuesOf({ line, fields }: ImportPlan["changed"][number]) {
  return Object.fromEntries(fields.map((field) => [field, line[field]]));
}
