import type { LayoutId } from "#app/domain/document/layout.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { thaw } from "#app/queries/documents/frozen.ts";
import { attachFile, type Document } from "#db/stores/document.ts";
import { ownDocument } from "#db/stores/own.ts";
import { numbered } from "#templates/issued.ts";
import { record } from "./record.ts";

export type IssuedFile = { fileName: string; bytes: Buffer; digest: string };

/**
 * The Word file of an issued document, byte for byte as it was first set. Where the house went down between number and file, it is set now from
 * the frozen words. Throws not-found, wrong-state before it is issued, file-changed when what was kept is not what it was, or is gone.
 */
export async function issuedFile(house: House, actor: Actor, id: string): Promise<IssuedFile> {
  const document = await house.db.read((db) => ownDocument(db, actor, id));
  if (document.state !== "issued" || document.content === null) throw new DomainError("wrong-state");
  const { fileName, ...content } = await thaw(house, document.content).catch(lost);
  const digest = document.file ?? (await setFile(house, actor, document, content));
  return { fileName, bytes: await house.files.get(digest).catch(lost), digest };
}

/** Of a file that a row names, “not found” would be the wrong word: nobody's address is at fault. */
function lost(error: unknown): never {
  const kept = error instanceof DomainError && (error.word === "not-found" || error.word === "file-changed");
  throw kept ? new DomainError("file-changed") : error;
}

type Content = Parameters<typeof numbered>[0];

/** Two who open it at once both set it; the first one's file is the document's. */
async function setFile(house: House, actor: Actor, document: Document, content: Content): Promise<string> {
  const bytes = await house.typeset(numbered(content, document.number), document.layout as LayoutId);
  const file = await house.files.put(bytes);
  return house.db.write(async (db) => {
    if (await attachFile(db, document.id, file)) {
      await record(house, db, actor, "set-document", document.id, { file });
      return file;
    }
    const { file: first } = await ownDocument(db, actor, document.id);
    if (first === null) throw new DomainError("wrong-state");
    return first;
  });
}
