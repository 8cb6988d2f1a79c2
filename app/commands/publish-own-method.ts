import type { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { checkDraft, decisionTargetFaults } from "#app/domain/method/draft.ts";
import { methodHash } from "#app/domain/method/hash.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import type { Actor, House } from "#app/house.ts";
import { builtIn } from "#app/methods/index.ts";
import { ownMethodText as text } from "#app/text/own-methods.ts";
import type { Handle } from "#db/connect.ts";
import { methodsAtHand } from "#db/stores/method.ts";
import {
  insertOwnMethodVersion,
  type OwnMethod,
  ownMethodById,
  saveOwnMethod,
  versionsOf,
} from "#db/stores/own-method.ts";
import { ownMethodSeen, ownMethodSeenInput, refusedFor, requireScope } from "./own-method.ts";
import { record } from "./record.ts";

/**
 * Publishes the draft as the method's next version, which never changes again: from now on issues begin by it, those under way keep theirs.
 * Answers the version's number. Throws invalid-value with every fault, stale {current}, wrong-state, not-allowed, not-found.
 */
export async function publishOwnMethod(
  house: House,
  actor: Actor,
  raw: z.input<typeof ownMethodSeenInput>,
): Promise<{ published: number; version: number }> {
  const { id, version } = ownMethodSeenInput.parse(raw);
  requireSecretary(actor);
  return house.db.write(async (db) => {
    const row = await ownMethodSeen(db, actor, id, version);
    if (row.removedAt) throw new DomainError("wrong-state");
    await requireScope(db, actor, row.scope);
    const [last] = await versionsOf(db, id);
    const next = (last?.version ?? 0) + 1;
    const definition = await publishable(db, row, next);
    if (last && methodHash({ ...definition, version: last.version }) === last.hash) {
      throw new DomainError("invalid-value", [{ field: "draft", message: text.unchanged(last.version) }]);
    }
    const hash = methodHash(definition);
    const publishedAt = house.clock();
    await insertOwnMethodVersion(db, {
      methodId: id,
      version: next,
      definition,
      hash,
      publishedAt,
      publishedBy: actor.name,
    });
    await saveOwnMethod(db, id, { draft: { ...definition, version: next + 1 }, name: definition.name }, version);
    await record(house, db, actor, "publish-own-method", id, { name: definition.name, version: next, hash });
    return { published: next, version: version + 1 };
  });
}

/** The draft as a definition under our id and number. Throws invalid-value with every fault at once. */
async function publishable(db: Handle, row: OwnMethod, version: number): Promise<MethodDefinition> {
  const { draft, faults } = checkDraft({ ...row.draft, id: row.id, version });
  const known = await decisionsFor(db, row);
  const method = draft as MethodDefinition | null;
  const whole = method && faults.length === 0 ? decisionTargetFaults(method, known) : faults;
  if (method?.status === "blank") throw refusedFor([...whole, { path: ["status"], message: text.blankStatus }]);
  if (!method || whole.length > 0) throw refusedFor(whole);
  return method;
}

/** Methods into which this one may lead: of a shared one, those only that whoever it is shared with has too. */
async function decisionsFor(db: Handle, row: OwnMethod): Promise<readonly MethodDefinition[]> {
  const atHand = await methodsAtHand(db, row.communityId);
  if (row.scope === "community") return atHand;
  const shared: MethodDefinition[] = [];
  for (const method of atHand) {
    if (builtIn(method.id) || (await ownMethodById(db, method.id))?.scope === "street") shared.push(method);
  }
  return shared;
}
