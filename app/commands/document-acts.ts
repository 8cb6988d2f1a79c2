import { type DocumentAct, type Hindrance, hindranceOf } from "#app/domain/document/life.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { documentInHand, type InHand } from "#app/queries/documents/life.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import type { Handle } from "#db/connect.ts";
import type { Document } from "#db/stores/document.ts";
import { ownDocument } from "#db/stores/own.ts";

/** A document and the edition of it that the person saw. */
export type Seen = { id: string; version: number };

/**
 * The document, ready for the act. Throws not-found, stale `{version}` when somebody else was first, wrong-state with the reason,
 * document-not-ready `{missing}`.
 */
export async function inHandFor(act: DocumentAct, house: House, actor: Actor, seen: Seen): Promise<InHand> {
  const inHand = await documentInHand(house, actor, seen.id);
  requireEdition(inHand.document, seen.version);
  const hindrance = hindranceOf(act, inHand.standing);
  if (hindrance === "incomplete") throw new DomainError("document-not-ready", { missing: missingOf(inHand) });
  if (hindrance) throw hindered(hindrance);
  return inHand;
}

const missingOf = ({ live }: InHand): string[] => (live && "missing" in live ? live.missing : []);

/** The row inside the transaction that changes it: still the edition that was decided upon. Throws stale, not-found. */
export async function sameDocument(db: Handle, actor: Actor, { id, version }: Seen): Promise<Document> {
  const document = await ownDocument(db, actor, id);
  requireEdition(document, version);
  return document;
}

function requireEdition({ version }: Document, seen: number): void {
  if (version !== seen) throw new DomainError("stale", { version });
}

/** The refusal that tells why, under `act`. */
export const hindered = (hindrance: Hindrance) =>
  new DomainError("wrong-state", [{ field: "act", message: text.hindrances[hindrance] }]);

/** The refusal of one field. */
export const refused = (field: string, message: string) => new DomainError("invalid-value", [{ field, message }]);
