import { z } from "zod";
import { copiedAs } from "#app/domain/method/draft.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import type { Actor, House } from "#app/house.ts";
import { skeleton } from "#app/methods/skeleton.ts";
import { ownMethodText as text } from "#app/text/own-methods.ts";
import { methodAtHand } from "#db/stores/method.ts";
import { insertOwnMethod } from "#db/stores/own-method.ts";
import { plainField } from "./fields.ts";
import { newMethodId, requireScope, scopeField } from "./own-method.ts";
import { record } from "./record.ts";

export const createOwnMethodInput = z.object({
  name: plainField(text.name, 60),
  /** The id of a method at hand; empty: from nothing. */
  from: z.string().max(60).default(""),
  scope: scopeField.default("community"),
});

/**
 * Begins an own method as a draft: from nothing, or as a copy of a method at hand, built in, own or shared. Nothing can be begun by it before
 * it is published. Throws invalid-value, not-allowed, not-found.
 */
export async function createOwnMethod(
  house: House,
  actor: Actor,
  raw: z.input<typeof createOwnMethodInput>,
): Promise<{ id: string }> {
  const { name, from, scope } = createOwnMethodInput.parse(raw);
  requireSecretary(actor);
  const id = newMethodId(house);
  await house.db.write(async (db) => {
    await requireScope(db, actor, scope);
    const base = from === "" ? null : await methodAtHand(db, actor.communityId, from);
    const draft = base ? copiedAs(base, { id, version: 1, name }) : skeleton(id, name);
    const basedOn = base ? `${base.id}@${base.version}` : "";
    const now = house.clock();
    const row = { id, communityId: actor.communityId, name, basedOn, scope, draft };
    await insertOwnMethod(db, { ...row, createdAt: now, updatedAt: now });
    await record(house, db, actor, "create-own-method", id, { name, basedOn, scope });
  });
  return { id };
}
