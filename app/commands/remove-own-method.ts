import type { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import type { Actor, House } from "#app/house.ts";
import { ownMethodText as text } from "#app/text/own-methods.ts";
import type { Handle } from "#db/connect.ts";
import { methodsAtHand } from "#db/stores/method.ts";
import { saveOwnMethod } from "#db/stores/own-method.ts";
import { ownMethodSeen, ownMethodSeenInput } from "./own-method.ts";
import { record } from "./record.ts";

type Input = z.input<typeof ownMethodSeenInput>;

/**
 * 停用: no new issue begins by the method, those under way keep their version to the end. Throws stale {current}, wrong-state when removed
 * already, invalid-value while another method leads into it, not-allowed, not-found.
 */
export async function removeOwnMethod(house: House, actor: Actor, raw: Input): Promise<void> {
  await setRemoved(house, actor, raw, true);
}

/** Takes a removed method back into use. Throws as `removeOwnMethod`. */
export async function restoreOwnMethod(house: House, actor: Actor, raw: Input): Promise<void> {
  await setRemoved(house, actor, raw, false);
}

async function setRemoved(house: House, actor: Actor, raw: Input, removed: boolean): Promise<void> {
  const { id, version } = ownMethodSeenInput.parse(raw);
  requireSecretary(actor);
  await house.db.write(async (db) => {
    const row = await ownMethodSeen(db, actor, id, version);
    if ((row.removedAt !== null) === removed) throw new DomainError("wrong-state");
    if (removed) await requireUnused(db, actor, id);
    await saveOwnMethod(db, id, { removedAt: removed ? house.clock() : null }, version);
    const act = removed ? "remove-own-method" : "restore-own-method";
    await record(house, db, actor, act, id, { name: row.name });
  });
}

/** Refuses while a method at hand offers this one as the decision to go on into: its issues would stand before a closed door. */
async function requireUnused(db: Handle, actor: Actor, id: string): Promise<void> {
  const users = (await methodsAtHand(db, actor.communityId)).filter((method) =>
    method.stages.some((stage) => stage.decisions?.some((decision) => decision.method === id)),
  );
  if (users.length === 0) return;
  const message = text.usedAsDecision(users.map((method) => `“${method.name}”`));
  throw new DomainError("invalid-value", [{ field: "id", message }]);
}
