import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { ownDocument } from "#db/stores/own.ts";
import { photosOf } from "#db/stores/posting.ts";

/** A picture of one of the document's postings. Throws not-found. */
export async function postingPhotoFile(house: House, actor: Actor, documentId: string, photoId: string) {
  const photo = await house.db.read(async (db) => {
    await ownDocument(db, actor, documentId);
    return (await photosOf(db, documentId)).find(({ id }) => id === photoId);
  });
  if (!photo) throw new DomainError("not-found");
  return { type: photo.type, bytes: await house.files.get(photo.file) };
}
