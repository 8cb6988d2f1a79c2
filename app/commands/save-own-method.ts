import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { canonicalJson } from "#app/domain/journal/canonical.ts";
import type { MethodDraft } from "#app/domain/method/definition.ts";
import type { Fault } from "#app/domain/method/faults.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import type { Actor, House } from "#app/house.ts";
import { ownMethod } from "#db/stores/own.ts";
import { saveOwnMethod as saveRow } from "#db/stores/own-method.ts";
import { editionField } from "./fields.ts";
import { ownMethodSeen, requireDraft, requireScope, scopeField, staleMethod } from "./own-method.ts";
import { record } from "./record.ts";

const saveOwnMethodInput = z.object({
  id: z.string().max(60),
  /** The edition that the person saw. */
  version: editionField,
  /** `MethodDraft`; its id and version are ours whatever it says. */
  draft: z.unknown(),
  /** Without it: as before. */
  scope: scopeField.optional(),
});

const LONGEST_NAME = 60;

export type SavedMethod = { version: number; draft: MethodDraft; faults: readonly Fault[] };

/**
 * Keeps a method's draft as it is being written, and says what still keeps it from being published. Throws stale {current}, invalid-value
 * where it has not the shape of a method, too-large, not-allowed, not-found, wrong-state once removed.
 */
export async function saveOwnMethod(
  house: House,
  actor: Actor,
  raw: z.input<typeof saveOwnMethodInput>,
): Promise<SavedMethod> {
  const { id, version, draft: written, scope } = saveOwnMethodInput.parse(raw);
  requireSecretary(actor);
  const { draft, faults } = requireDraft(written);
  return house.db.write(async (db) => {
    const row = await ownMethodSeen(db, actor, id, version);
    if (row.removedAt) throw new DomainError("wrong-state");
    const next = { draft: { ...draft, id, version: row.draft.version }, scope: scope ?? row.scope };
    await requireScope(db, actor, next.scope);
    const same = canonicalJson(next) === canonicalJson({ draft: row.draft, scope: row.scope });
    if (same) return { version, draft: next.draft, faults };
    // A name too long is one of the draft's faults; lists and the journal show a name's length of it.
    const name = [...draft.name].slice(0, LONGEST_NAME).join("") || row.name;
    const saved = await saveRow(db, id, { ...next, name, updatedAt: house.clock() }, version);
    if (!saved) throw staleMethod(await ownMethod(db, actor, id));
    await record(house, db, actor, "save-own-method", id, { name, edition: version + 1, scope: next.scope });
    return { version: version + 1, draft: next.draft, faults };
  });
}
