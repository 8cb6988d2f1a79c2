import { z } from "zod";
import { dayOf } from "#app/domain/calendar/day.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { ownPosting } from "#db/stores/own.ts";
import { savePosting } from "#db/stores/posting.ts";
import { refused } from "./document-acts.ts";
import { dayField, editionField, longField } from "./fields.ts";
import { addPhoto, keepPhoto } from "./posting-photo.ts";
import { record } from "./record.ts";

export const takeDownInput = z.object({
  postingId: z.string(),
  postingVersion: editionField,
  removedOn: dayField(text.removedOn),
  evidence: longField(text.evidence, 500).refine((words) => words !== "", text.evidenceNeeded),
});

/**
 * Registers the day on which a posting came down, and how it is known that it hung there. One that came down too early is registered too, as that.
 * `documentId` is the document's that the person looks at. Throws not-found, stale, wrong-state, invalid-value, too-large.
 */
export async function takeDownPosting(
  house: House,
  actor: Actor,
  documentId: string,
  input: z.output<typeof takeDownInput>,
  photo?: Uint8Array,
): Promise<void> {
  const { postingId, postingVersion, removedOn, evidence } = input;
  await house.db.read((db) => ownPosting(db, actor, postingId));
  const kept = await keepPhoto(house, photo);
  await house.db.write(async (db) => {
    const { posting, document } = await ownPosting(db, actor, postingId);
    if (document.id !== documentId) throw new DomainError("not-found");
    if (posting.removedOn !== null) throw new DomainError("wrong-state", [{ field: "act", message: text.isDown }]);
    if (removedOn < posting.postedOn) throw refused("removedOn", text.notBefore(text.removedOn, posting.postedOn));
    if (removedOn > dayOf(house.clock())) throw refused("removedOn", text.notFuture(text.removedOn));
    const down = { removedOn, removedBy: actor.staffId, evidence };
    if (!(await savePosting(db, postingId, down, postingVersion))) throw new DomainError("stale");
    await addPhoto(house, db, actor, postingId, "end", kept);
    const told = { posting: postingId, place: posting.place, removedOn, until: posting.until };
    await record(house, db, actor, "take-down-posting", document.id, told);
  });
}
