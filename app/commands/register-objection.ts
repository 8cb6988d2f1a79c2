import { z } from "zod";
import { dayOf } from "#app/domain/calendar/day.ts";
import { hindranceOf } from "#app/domain/document/life.ts";
import { replyDay } from "#app/domain/document/objection.ts";
import type { Actor, House } from "#app/house.ts";
import { documentInHand } from "#app/queries/documents/life.ts";
import { lifeText as text } from "#app/text/document-life.ts";
import { insertObjection, nextObjectionNumber } from "#db/stores/objection.ts";
import { hindered, refused } from "./document-acts.ts";
import { dayField, longField, optionalField } from "./fields.ts";
import { record } from "./record.ts";

export const objectionInput = z.object({
  objector: optionalField(text.objector, 50),
  contact: optionalField(text.contact, 50),
  body: longField(text.body, 1000).refine((words) => words !== "", text.bodyNeeded),
  evidence: longField(text.objectionEvidence, 500),
  receivedOn: dayField(text.receivedOn),
});

/**
 * Registers what somebody, or nobody by name, has against an issued public document. Who it was and what they said stays out of the journal.
 * Throws not-found, wrong-state, invalid-value.
 */
export async function registerObjection(
  house: House,
  actor: Actor,
  documentId: string,
  input: z.output<typeof objectionInput>,
): Promise<{ number: number }> {
  const { document, standing } = await documentInHand(house, actor, documentId);
  const hindrance = hindranceOf("object", standing);
  if (hindrance) throw hindered(hindrance);
  const { receivedOn } = input;
  if (receivedOn > dayOf(house.clock())) throw refused("receivedOn", text.notFuture(text.receivedOn));
  const issuedOn = document.issuedOn ?? receivedOn;
  if (receivedOn < issuedOn) throw refused("receivedOn", text.notBefore(text.receivedOn, issuedOn));
  const replyBy = replyDay(receivedOn);
  return house.db.write(async (db) => {
    const { communityId } = actor;
    const number = await nextObjectionNumber(db, communityId);
    const row = { ...input, id: house.newId(), communityId, documentId, number, replyBy, receivedBy: actor.staffId };
    await insertObjection(db, { ...row, createdAt: house.clock() });
    await record(house, db, actor, "register-objection", documentId, { objection: number, receivedOn, replyBy });
    return { number };
  });
}
