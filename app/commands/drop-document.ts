import type { Actor, House } from "#app/house.ts";
import { saveDocument } from "#db/stores/document.ts";
import { inHandFor, type Seen, sameDocument } from "./document-acts.ts";
import { record } from "./record.ts";

/** Gives a draft or a checked paper up. It stays in the register as dropped, without a number. Throws not-found, stale, wrong-state. */
export async function dropDocument(house: House, actor: Actor, seen: Seen): Promise<void> {
  await inHandFor("drop", house, actor, seen);
  await house.db.write(async (db) => {
    await sameDocument(db, actor, seen);
    await saveDocument(db, seen.id, { state: "dropped" }, seen.version);
    await record(house, db, actor, "drop-document", seen.id);
  });
}
