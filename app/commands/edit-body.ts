import { z } from "zod";
import { clockSchema } from "#app/domain/calendar/day-schema.ts";
import { scheduleSchema } from "#app/domain/calendar/schedule-schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import { isRule, requireRule } from "#app/domain/rule/presets.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import type { Actor, House } from "#app/house.ts";
import { bodyText as text } from "#app/text/bodies.ts";
import { rollText } from "#app/text/rolls.ts";
import type { Handle } from "#db/connect.ts";
import { type Roll, rollById } from "#db/stores/further-roll.ts";
import { type Body, bodiesOf, insertBody, saveBody } from "#db/stores/meeting.ts";
import { findMethodAtHand } from "#db/stores/method.ts";
import { ownBody } from "#db/stores/own.ts";
import { editionField, optionalField, plainField } from "./fields.ts";
import { syncPlannedRolls } from "./meeting-roll.ts";
import { record } from "./record.ts";
import { rollInUse } from "./roll-in-use.ts";

const { fields, refusals } = text;

/** What is typed about a body. */
export const bodyInput = z.object({
  name: plainField(fields.name, 50),
  methodId: z.string({ error: refusals.method }).max(100, refusals.method),
  schedule: scheduleSchema,
  startTime: clockSchema,
  place: optionalField(fields.place, 100),
  ruleId: z.string({ error: refusals.rule }).refine(isRule, refusals.rule),
  /** Whose people it calls; empty is the community's own roll. */
  rollId: z
    .string()
    .max(100)
    .nullable()
    .default(null)
    .transform((id) => id || null),
});
export const bodyEditionInput = z.object({ version: editionField });
export type BodyWords = z.output<typeof bodyInput>;
type Seen = { id: string; version: number };

/** `details` of the refusal when somebody else changed the body first. */
export type StaleBody = { current: BodyWords & { version: number; removed: boolean } };

/** A new body. Throws not-allowed for clerks, not-found for a roll, invalid-value for a name in use, a method or a roll that cannot be used. */
export async function addBody(house: House, actor: Actor, input: BodyWords): Promise<{ id: string }> {
  requireSecretary(actor);
  const id = house.newId();
  await house.db.write(async (db) => {
    await requireFreeName(db, actor, input.name);
    await requireUsable(db, actor, input.methodId);
    requireUnits(input.ruleId, await rollInUse(db, actor, input.rollId, "rollId"));
    await insertBody(db, { id, communityId: actor.communityId, ...input });
    await record(house, db, actor, "add-body", id, input);
  });
  return { id };
}

/**
 * Changes a body: meetings still planned go by what it is from now on and call the people of its roll, those in session or held keep what it
 * was. Throws not-allowed for clerks, not-found, invalid-value, wrong-state for a roll out of use, stale `StaleBody`.
 */
export async function editBody(house: House, actor: Actor, { id, version, ...words }: BodyWords & Seen): Promise<void> {
  requireSecretary(actor);
  const meetings = await house.db.write(async (db) => {
    const body = await ownBody(db, actor, id);
    if (body.removedAt) throw stale(body);
    await requireFreeName(db, actor, words.name, id);
    // A method that went out of use meanwhile may stay; it is not chosen anew.
    if (words.methodId !== body.methodId) await requireUsable(db, actor, words.methodId);
    const otherRoll = words.rollId !== body.rollId;
    const roll = otherRoll ? await rollInUse(db, actor, words.rollId, "rollId") : await rollOf(db, words.rollId);
    requireUnits(words.ruleId, roll);
    if (!(await saveBody(db, id, words, version))) throw stale(body);
    await record(house, db, actor, "edit-body", id, { was: wordsOf(body), now: words });
    return otherRoll ? syncPlannedRolls(house, db, actor.communityId, { bodyId: id }) : [];
  });
  for (const meetingId of meetings) house.publish(meetingId, "everyone");
}

/** Takes a body out of use; its meetings stay. Throws not-allowed, not-found, stale, wrong-state for the last one in use. */
export async function removeBody(house: House, actor: Actor, { id, version }: Seen): Promise<void> {
  requireSecretary(actor);
  await house.db.write(async (db) => {
    const body = await ownBody(db, actor, id);
    const others = (await bodiesOf(db, actor.communityId)).filter((each) => each.id !== id);
    if (others.length === 0) throw new DomainError("wrong-state", [{ field: "name", message: refusals.last }]);
    if (body.removedAt || !(await saveBody(db, id, { removedAt: house.clock() }, version))) throw stale(body);
    await record(house, db, actor, "remove-body", id, { name: body.name });
  });
}

/** Takes a body back into use. Throws not-allowed, not-found, stale, invalid-value when its name is in use by now, wrong-state for its roll. */
export async function restoreBody(house: House, actor: Actor, { id, version }: Seen): Promise<void> {
  requireSecretary(actor);
  await house.db.write(async (db) => {
    const body = await ownBody(db, actor, id);
    await requireFreeName(db, actor, body.name, id);
    await requireRollOf(db, body);
    if (!body.removedAt || !(await saveBody(db, id, { removedAt: null }, version))) throw stale(body);
    await record(house, db, actor, "restore-body", id, { name: body.name });
  });
}

function refuse(field: string, message: string): never {
  throw new DomainError("invalid-value", [{ field, message }]);
}

/** Programs name bodies by their names, people tell them apart by nothing else. */
async function requireFreeName(db: Handle, actor: Actor, name: string, except?: string): Promise<void> {
  const bodies = await bodiesOf(db, actor.communityId);
  if (bodies.some((each) => each.name === name && each.id !== except)) refuse("name", refusals.nameTaken);
}

async function requireUsable(db: Handle, actor: Actor, methodId: string): Promise<void> {
  const method = await findMethodAtHand(db, actor.communityId, methodId);
  if (!method) refuse("methodId", refusals.method);
  if (method.status === "blank") refuse("methodId", refusals.blankMethod);
}

const rollOf = async (db: Handle, id: string | null) => (id === null ? undefined : await rollById(db, id));

/** A rule that counts areas needs a roll of owners with their units. */
function requireUnits(ruleId: string, roll: Roll | null | undefined): void {
  if (requireRule(ruleId).measures.includes("area") && roll?.kind !== "owners") refuse("rollId", refusals.noUnits);
}

/** While the body was out of use, its roll may have gone too. */
async function requireRollOf(db: Handle, { rollId }: Body): Promise<void> {
  const roll = await rollOf(db, rollId);
  if (!roll?.removedAt) return;
  throw new DomainError("wrong-state", [{ field: "rollId", message: rollText.refusals.ofBody(roll.name) }]);
}

const wordsOf = ({ name, methodId, schedule, startTime, place, ruleId, rollId }: Body): BodyWords => ({
  name,
  methodId,
  schedule,
  startTime,
  place,
  ruleId,
  rollId,
});

function stale(body: Body): DomainError {
  const details: StaleBody = {
    current: { ...wordsOf(body), version: body.version, removed: body.removedAt !== null },
  };
  return new DomainError("stale", details);
}
