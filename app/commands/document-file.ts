import type { LayoutId } from "#app/domain/document/layout.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { documentInHand } from "#app/queries/documents/life.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { marked } from "#templates/issued.ts";
import { hindered } from "./document-acts.ts";
import { type IssuedFile, issuedFile } from "./issued-file.ts";

/**
 * The Word file of a document as it stands: the issued one byte for byte; a checked one from its frozen words, a draft from its source, both with
 * what they are over every page. Throws not-found, document-not-ready, wrong-state for a dropped one.
 */
export async function documentFile(house: House, actor: Actor, id: string): Promise<Omit<IssuedFile, "digest">> {
  const { document, live, checked, standing } = await documentInHand(house, actor, id);
  const { state } = document;
  if (state === "issued") return issuedFile(house, actor, id);
  if (state === "dropped") throw hindered("is-dropped");
  const now = live && "frozen" in live ? live.frozen : checked;
  if (!now) throw new DomainError("document-not-ready", { missing: live && "missing" in live ? live.missing : [] });
  // What stands to be read is what the next act is about: a checked paper that changed is read as it is now.
  const { fileName, ...content } = checked && !standing.changed ? checked : now;
  const bytes = await house.typeset(marked(content, text.marks[state]), document.layout as LayoutId);
  return { fileName: text.unissuedFile(fileName, text.states[state]), bytes };
}
