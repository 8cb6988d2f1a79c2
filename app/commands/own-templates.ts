import { z } from "zod";
import { OWN_TEMPLATE_LIMITS as LIMITS, type TemplateFault } from "#app/domain/document/own-template.ts";
import { DomainError } from "#app/domain/errors.ts";
import { cleanText } from "#app/domain/plain-text.ts";
import type { Actor, House } from "#app/house.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import type { Handle } from "#db/connect.ts";
import { ownTemplate } from "#db/stores/own.ts";
import {
  insertOwnTemplate,
  insertOwnTemplateVersion,
  type OwnTemplate,
  ownTemplatesOf,
  saveOwnTemplate,
  templateVersionsOf,
} from "#db/stores/own-template.ts";
import { editionField, plainField } from "./fields.ts";
import { record } from "./record.ts";

export const MAX_TEMPLATE_BYTES = LIMITS.bytes;
const MOST_TEMPLATES = 100;
const MOST_VERSIONS = 500;

export const templateNameInput = z.object({ name: plainField(text.name, 40) });
/** A template, and the edition of it that the person saw. */
export const templateSeenInput = z.object({ id: z.string().max(60), version: editionField });
export const templateReuseInput = templateSeenInput.extend({ place: z.coerce.number().int().min(1) });

type Seen = z.output<typeof templateSeenInput>;
/** An upload: the name that the file had, and what is in it. */
export type TemplateFile = { name: string; bytes: Uint8Array };
type Kept = { fileName: string; file: string; bytes: number };

/**
 * A new template. Throws invalid-value at `file` with why it is none, or at `name` where that is taken; too-large; too-many; busy; trial-run.
 */
export async function addOwnTemplate(
  house: House,
  actor: Actor,
  input: { name: string; file: TemplateFile },
): Promise<{ id: string }> {
  const kept = await keep(house, input.file);
  const id = house.newId();
  const { name } = input;
  await house.db.write(async (db) => {
    await requireFreeName(db, actor, name);
    await insertOwnTemplate(db, { id, communityId: actor.communityId, name, createdAt: house.clock() });
    await insertOwnTemplateVersion(db, versionRow(house, actor, id, 1, kept));
    await record(house, db, actor, "add-own-template", id, { name, place: 1, ...kept });
  });
  return { id };
}

/** The next version of a template; null where it is the one in use already. Throws as `addOwnTemplate`, stale {current}, not-found. */
export async function addTemplateVersion(
  house: House,
  actor: Actor,
  { file, ...seen }: Seen & { file: TemplateFile },
): Promise<{ place: number } | null> {
  const kept = await keep(house, file);
  return house.db.write(async (db) => nextVersion(house, db, actor, seen, kept));
}

/** 用回这一版: the same file once more, as the next version. Throws not-found, stale {current}. */
export async function reuseTemplateVersion(
  house: House,
  actor: Actor,
  { place, ...seen }: z.output<typeof templateReuseInput>,
): Promise<{ place: number } | null> {
  return house.db.write(async (db) => {
    await ownTemplate(db, actor, seen.id);
    const version = (await templateVersionsOf(db, seen.id)).find((each) => each.place === place);
    if (!version) throw new DomainError("not-found");
    const { fileName, file, bytes } = version;
    return nextVersion(house, db, actor, seen, { fileName, file, bytes });
  });
}

/** Throws invalid-value for a name in use, stale {current}, not-found. */
export async function renameOwnTemplate(house: House, actor: Actor, input: Seen & { name: string }): Promise<void> {
  const { id, version, name } = input;
  await house.db.write(async (db) => {
    const was = await seenTemplate(db, actor, { id, version });
    await requireFreeName(db, actor, name, id);
    await saveOwnTemplate(db, id, { name }, version);
    await record(house, db, actor, "rename-own-template", id, { was: { name: was.name }, now: { name } });
  });
}

/** 停用: its versions stay. Throws stale {current}, not-found. */
export async function removeOwnTemplate(house: House, actor: Actor, seen: Seen): Promise<void> {
  await house.db.write(async (db) => {
    const { name } = await seenTemplate(db, actor, seen);
    await saveOwnTemplate(db, seen.id, { removedAt: house.clock() }, seen.version);
    await record(house, db, actor, "remove-own-template", seen.id, { name });
  });
}

/** Takes a removed template back into use. Throws stale {current}, invalid-value when its name is in use by now, not-found. */
export async function restoreOwnTemplate(house: House, actor: Actor, { id, version }: Seen): Promise<void> {
  await house.db.write(async (db) => {
    const row = await ownTemplate(db, actor, id);
    if (!row.removedAt || row.version !== version) throw stale(row);
    await requireFreeName(db, actor, row.name, id);
    await saveOwnTemplate(db, id, { removedAt: null }, version);
    await record(house, db, actor, "restore-own-template", id, { name: row.name });
  });
}

/** Looks the file over and keeps it. */
async function keep(house: House, { name, bytes }: TemplateFile): Promise<Kept> {
  if (bytes.length > LIMITS.bytes) throw refusal({ reason: "too-large" });
  const inspection = await house.ownTemplates.inspect(bytes);
  if (!inspection.ok) throw refusal(inspection.fault);
  const fileName = Array.from(cleanText(name)).slice(-100).join("");
  return { fileName, file: await house.files.put(bytes), bytes: bytes.length };
}

const refusal = (fault: TemplateFault) =>
  new DomainError(fault.reason === "too-large" ? "too-large" : "invalid-value", [
    { field: "file", message: text.fault(fault) },
  ]);

async function nextVersion(
  house: House,
  db: Handle,
  actor: Actor,
  seen: Seen,
  kept: Kept,
): Promise<{ place: number } | null> {
  const { name } = await seenTemplate(db, actor, seen);
  const [latest] = await templateVersionsOf(db, seen.id);
  if (latest?.file === kept.file) return null;
  const place = (latest?.place ?? 0) + 1;
  if (place > MOST_VERSIONS) throw new DomainError("too-many", [{ field: "file", message: text.tooManyVersions }]);
  await insertOwnTemplateVersion(db, versionRow(house, actor, seen.id, place, kept));
  // Nothing but the edition: whoever saw the template before saw another file.
  await saveOwnTemplate(db, seen.id, { name }, seen.version);
  await record(house, db, actor, "add-own-template-version", seen.id, { name, place, ...kept });
  return { place };
}

const versionRow = (house: House, actor: Actor, templateId: string, place: number, kept: Kept) => ({
  ...{ templateId, place, ...kept },
  uploadedBy: actor.name,
  uploadedAt: house.clock(),
});

/** A template in use, as somebody saw it. Throws not-found, stale {current}. */
async function seenTemplate(db: Handle, actor: Actor, { id, version }: Seen): Promise<OwnTemplate> {
  const row = await ownTemplate(db, actor, id);
  if (row.removedAt || row.version !== version) throw stale(row);
  return row;
}

const stale = ({ name, version, removedAt }: OwnTemplate) =>
  new DomainError("stale", { current: { name, version, removed: removedAt !== null } });

async function requireFreeName(db: Handle, actor: Actor, name: string, except?: string): Promise<void> {
  const inUse = (await ownTemplatesOf(db, actor.communityId)).filter((row) => !row.removedAt && row.id !== except);
  if (inUse.length >= MOST_TEMPLATES) throw new DomainError("too-many", [{ field: "name", message: text.tooMany }]);
  if (inUse.every((row) => row.name !== name)) return;
  throw new DomainError("invalid-value", [{ field: "name", message: text.nameTaken }]);
}
