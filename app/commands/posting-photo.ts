import { cleanPhoto } from "#app/domain/document/photo.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { insertPhoto } from "#db/stores/posting.ts";

type KeptPhoto = { type: "image/jpeg" | "image/png"; file: string };

/** The picture stripped of what it tells besides, on the disk; undefined without one. Throws invalid-value, too-large, busy. */
export async function keepPhoto(house: House, photo: Uint8Array | undefined): Promise<KeptPhoto | undefined> {
  if (photo === undefined || photo.length === 0) return undefined;
  const { type, bytes } = cleanPhoto(photo);
  return { type, file: await house.files.put(bytes) };
}

/** Puts the picture to its posting, in the transaction of the act. */
export async function addPhoto(
  house: House,
  db: Handle,
  actor: Actor,
  postingId: string,
  shows: "start" | "end",
  photo: KeptPhoto | undefined,
): Promise<void> {
  if (!photo) return;
  const about = { id: house.newId(), postingId, shows, addedBy: actor.staffId, createdAt: house.clock() };
  await insertPhoto(db, { ...about, ...photo });
}
