import { dayOf } from "#app/domain/calendar/day.ts";
import { fileSafe } from "#app/domain/document/file-name.ts";
import type { Inspection } from "#app/domain/document/own-template.ts";
import { exampleData, type PlaceholderData } from "#app/domain/document/placeholders.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { ownTemplateText as text } from "#app/text/own-templates.ts";
import { meetingsOf } from "#db/stores/meeting.ts";
import { ownTemplate } from "#db/stores/own.ts";
import { type OwnTemplateVersion, ownTemplatesOf, templateVersionsOf } from "#db/stores/own-template.ts";
import { meetingFacts } from "./documents/facts.ts";
import { meetingPlaceholders } from "./documents/placeholders.ts";

export type TemplateLine = {
  id: string;
  name: string;
  edition: number;
  removed: boolean;
  place: number;
  bytes: number;
  uploadedBy: string;
  uploadedAt: Date;
};

/** The community's templates with their latest versions: those in use, then the removed. */
export async function ownTemplateList(house: House, actor: Actor): Promise<TemplateLine[]> {
  const rows = await house.db.read((db) => ownTemplatesOf(db, actor.communityId));
  return rows.map(({ id, name, version, removedAt, latest }) => {
    const { place, bytes, uploadedBy, uploadedAt } = latest;
    return { id, name, edition: version, removed: removedAt !== null, place, bytes, uploadedBy, uploadedAt };
  });
}

/** As many meetings as a template can be tried with. */
const MOST = 50;

/** A template with its versions, what stands in the latest, and the meetings that it can be tried with, newest first. Throws not-found. */
export async function ownTemplatePage(house: House, actor: Actor, id: string) {
  const { template, versions, meetings } = await house.db.read(async (db) => {
    const template = await ownTemplate(db, actor, id);
    const versions = await templateVersionsOf(db, id);
    return { template, versions, meetings: await meetingsOf(db, actor.communityId, MOST) };
  });
  const [latest] = versions;
  if (!latest) throw new DomainError("not-found");
  return {
    id,
    name: template.name,
    edition: template.version,
    removed: template.removedAt !== null,
    versions: versions.map(({ file, ...version }) => ({
      ...version,
      current: version.place === latest.place,
      reusable: file !== latest.file,
    })),
    inspection: (await house.ownTemplates.inspect(await house.files.get(latest.file))) satisfies Inspection,
    meetings: meetings
      .filter(({ state }) => state !== "cancelled")
      .map(({ code, title, startsAt }) => ({ code, title, startsAt })),
  };
}

/** One version's file as it was uploaded. Throws not-found. */
export async function templateFile(
  house: House,
  actor: Actor,
  id: string,
  place: number,
): Promise<{ fileName: string; bytes: Buffer }> {
  const { name, version } = await versionOf(house, actor, id, place);
  const bytes = await house.files.get(version.file);
  return { fileName: `${fileSafe(name)}-${text.version(place).replaceAll(" ", "")}.docx`, bytes };
}

/** A template filled in: `code` of a meeting, or null for the example. `empty`: the placeholders that nothing could be filled in for. */
export type FilledOwnTemplate = { fileName: string; bytes: Uint8Array; empty: string[] };

/**
 * The latest version filled with a meeting or with the example. Throws not-found, wrong-state for a removed template, trial-run, busy,
 * document-not-ready {missing} with why it cannot be filled, or for a meeting that was called off.
 */
export async function filledTemplate(
  house: House,
  actor: Actor,
  id: string,
  code: string | null,
): Promise<FilledOwnTemplate> {
  const { name, version, removed } = await versionOf(house, actor, id);
  if (removed) throw new DomainError("wrong-state", [{ field: "id", message: text.isRemoved }]);
  const { data, day, matter } = await dataFor(house, actor, code);
  const filling = await house.ownTemplates.fill(await house.files.get(version.file), data);
  if (!filling.ok) throw new DomainError("document-not-ready", { missing: [text.fault(filling.fault)] });
  const fileName = `${[day, fileSafe(name), fileSafe(matter)].filter(Boolean).join("-")}.docx`;
  return { fileName, bytes: filling.bytes, empty: filling.empty };
}

async function dataFor(
  house: House,
  actor: Actor,
  code: string | null,
): Promise<{ data: PlaceholderData; day: string; matter: string }> {
  if (code === null) return { data: exampleData(), day: "", matter: text.example };
  const facts = await meetingFacts(house, actor, code);
  const { title, startsAt, openedAt, state } = facts.meeting;
  if (state === "cancelled") throw new DomainError("document-not-ready", { missing: [text.calledOff] });
  return { data: meetingPlaceholders(facts, house.clock()), day: dayOf(openedAt ?? startsAt), matter: title };
}

async function versionOf(
  house: House,
  actor: Actor,
  id: string,
  place?: number,
): Promise<{ name: string; removed: boolean; version: OwnTemplateVersion }> {
  return house.db.read(async (db) => {
    const { name, removedAt } = await ownTemplate(db, actor, id);
    const version = (await templateVersionsOf(db, id)).find((each) => place === undefined || each.place === place);
    if (!version) throw new DomainError("not-found");
    return { name, removed: removedAt !== null, version };
  });
}
