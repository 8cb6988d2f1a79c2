import { z } from "zod";
import { dayOf } from "#app/domain/calendar/day.ts";
import { hindranceOf } from "#app/domain/document/life.ts";
import { noticePeriod } from "#app/domain/notice/period.ts";
import type { Actor, House } from "#app/house.ts";
import { documentInHand } from "#app/queries/documents/life.ts";
import { postingRuleOf } from "#app/queries/documents/posting-rule.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { insertPosting, postingsOf } from "#db/stores/posting.ts";
import { hindered, refused } from "./document-acts.ts";
import { dayField, plainField } from "./fields.ts";
import { addPhoto, keepPhoto } from "./posting-photo.ts";
import { record } from "./record.ts";

export const postingInput = z.object({
  place: plainField(text.place, 60),
  postedOn: dayField(text.postedOn),
  /** Later than the rule asks, if given. */
  until: z.union([z.literal("").transform(() => undefined), dayField(text.until)]).optional(),
});

/**
 * Registers that an issued public document was put up at one place. It hangs at least as long as the rule asks, counted from the day it was really
 * put up. Throws not-found, wrong-state, invalid-value, too-large.
 */
export async function postDocument(
  house: House,
  actor: Actor,
  id: string,
  input: z.output<typeof postingInput>,
  photo?: Uint8Array,
): Promise<void> {
  const { document, standing } = await documentInHand(house, actor, id);
  const hindrance = hindranceOf("post", standing);
  if (hindrance) throw hindered(hindrance);
  const { place, postedOn } = input;
  const today = dayOf(house.clock());
  if (postedOn > today) throw refused("postedOn", text.notFuture(text.postedOn));
  const issuedOn = document.issuedOn ?? today;
  if (postedOn < issuedOn) throw refused("postedOn", text.notBefore(text.postedOn, issuedOn));
  const { days } = await house.db.read((db) => postingRuleOf(db, document));
  const period = noticePeriod(postedOn, days);
  const until = input.until ?? period.until;
  if (until < period.until) throw refused("until", text.untilTooEarly(period.until));
  const kept = await keepPhoto(house, photo);
  await house.db.write(async (db) => {
    const hanging = (await postingsOf(db, id)).filter(({ removedOn }) => removedOn === null);
    if (hanging.some((posting) => posting.place === place)) throw refused("place", text.hangsThere);
    const postingId = house.newId();
    const row = { documentId: id, place, postedOn, until, postedBy: actor.staffId, createdAt: house.clock() };
    await insertPosting(db, { ...row, id: postingId });
    await addPhoto(house, db, actor, postingId, "start", kept);
    const { number } = document;
    await record(house, db, actor, "post-document", id, { posting: postingId, number, place, postedOn, until });
  });
}
