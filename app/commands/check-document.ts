import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { freeze } from "#app/queries/documents/frozen.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { saveDocument } from "#db/stores/document.ts";
import { inHandFor, type Seen, sameDocument } from "./document-acts.ts";
import { record } from "./record.ts";

/**
 * Checks a draft and freezes what it says: that, and nothing else, can be issued. `digest` is that of the words the person read. Somebody
 * else than who drafted it, unless nobody else sits at the desk. Throws not-found, stale (also when the words changed meanwhile), wrong-state,
 * document-not-ready.
 */
export async function checkDocument(house: House, actor: Actor, seen: Seen & { digest: string }): Promise<void> {
  const { live, standing } = await inHandFor("check", house, actor, seen);
  if (!live || !("digest" in live)) throw new DomainError("wrong-state");
  if (live.digest !== seen.digest) throw new DomainError("stale", [{ field: "act", message: text.unseen }]);
  // On the disk for good before the row names it.
  const content = await house.files.put(freeze(live.frozen));
  await house.db.write(async (db) => {
    await sameDocument(db, actor, seen);
    const checked = { state: "checked" as const, content, checkedBy: actor.staffId, checkedAt: house.clock() };
    await saveDocument(db, seen.id, checked, seen.version);
    await record(house, db, actor, "check-document", seen.id, { content, alone: standing.ownDraft });
  });
}
