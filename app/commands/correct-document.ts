import { z } from "zod";
import type { Actor, House } from "#app/house.ts";
import { chosen } from "#app/queries/documents/choices.ts";
import { sourceFacts } from "#app/queries/documents/index.ts";
import { sourceOf } from "#app/queries/documents/life.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { correctionsOf, type Document, insertDocument } from "#db/stores/document.ts";
import { hindered, inHandFor, type Seen, sameDocument } from "./document-acts.ts";
import { plainField } from "./fields.ts";
import { record } from "./record.ts";

export const correctionInput = z.object({ reason: plainField(text.reason, 500) });

/**
 * Begins a correction 更正件 of an issued document: a draft of its own that tells what it corrects and why. The original stays as it is.
 * Throws not-found, stale, wrong-state (a correction is on its way or issued), trial-run.
 */
export async function correctDocument(
  house: House,
  actor: Actor,
  seen: Seen,
  { reason }: z.output<typeof correctionInput>,
): Promise<{ id: string }> {
  const { document } = await inHandFor("correct", house, actor, seen);
  const choices = await datedAnew(house, actor, document);
  const id = house.newId();
  await house.db.write(async (db) => {
    await sameDocument(db, actor, seen);
    // An issued row's edition does not rise any more: two who begin at once meet here.
    if ((await correctionsOf(db, document.id)).length > 0) throw hindered("correction-begun");
    const { communityId, genre, sourceKind, sourceId, masked, layout } = document;
    await insertDocument(db, {
      ...{ id, communityId, genre, sourceKind, sourceId, masked, layout, choices, public: document.public },
      title: text.correctionTitle(document.title),
      state: "draft",
      draftedBy: actor.staffId,
      createdAt: house.clock(),
      correctsId: document.id,
      correctionReason: reason,
    });
    await record(house, db, actor, "correct-document", id, { corrects: document.id, number: document.number });
  });
  return { id };
}

/** A correction is dated and, where it hangs, hangs from its own day on. */
async function datedAnew(house: House, actor: Actor, document: Document): Promise<Document["choices"]> {
  const facts = await sourceFacts(house, actor, await house.db.read((db) => sourceOf(db, actor, document)));
  const { from: _, ...others } = document.choices;
  return { ...others, from: chosen(facts, others, house.clock()).from };
}
