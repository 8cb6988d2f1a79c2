import type { z } from "zod";
import { documentChoices } from "#app/domain/document/choices.ts";
import type { Actor, House } from "#app/house.ts";
import { liveOf } from "#app/queries/documents/life.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { saveDocument } from "#db/stores/document.ts";
import { inHandFor, refused, type Seen, sameDocument } from "./document-acts.ts";
import { record } from "./record.ts";

/** What may be chosen anew before a paper is issued. */
export const draftChanges = documentChoices.pick({ from: true, number: true, sealed: true, copyTo: true }).partial();
export type DraftChanges = z.output<typeof draftChanges>;

/**
 * Chooses anew for a draft: its date, 期号, seal, 抄送. A checked one goes back to draft, and whoever changes it cannot check it.
 * Throws not-found, stale, wrong-state, invalid-value when it cannot be made so.
 */
export async function changeDraft(house: House, actor: Actor, seen: Seen, changes: DraftChanges): Promise<void> {
  const { document } = await inHandFor("change", house, actor, seen);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const choices = { ...document.choices, ...given };
  const live = await liveOf(house, actor, { ...document, choices });
  if ("missing" in live) throw refused("from", live.missing.join("、") || text.sourceGone);
  await house.db.write(async (db) => {
    await sameDocument(db, actor, seen);
    const draft = { state: "draft" as const, content: null, checkedBy: "", checkedAt: null };
    await saveDocument(db, seen.id, { ...draft, choices, draftedBy: actor.staffId }, seen.version);
    await record(house, db, actor, "change-draft", seen.id, { now: given });
  });
}
