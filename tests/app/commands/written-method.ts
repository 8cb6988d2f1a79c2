import { createOwnMethod } from "#app/commands/create-own-method.ts";
import { publishOwnMethod } from "#app/commands/publish-own-method.ts";
import { saveOwnMethod } from "#app/commands/save-own-method.ts";
import type { MethodDraft } from "#app/domain/method/definition.ts";
import type { Actor } from "#app/house.ts";
import { ownMethodById } from "#db/stores/own-method.ts";
import type { TestHouse } from "#tests/house.ts";

export type Written = { id: string; version: number };

/** Publishes a method of these stages as a secretary writes it; `of` an own method: as its next version. */
export async function publishWritten(
  house: TestHouse,
  actor: Actor,
  more: Partial<MethodDraft> & Pick<MethodDraft, "stages">,
  of?: Written,
): Promise<Written> {
  const { id, version } = of ?? { ...(await createOwnMethod(house, actor, { name: "自写方法" })), version: 1 };
  const row = await house.db.read((db) => ownMethodById(db, id));
  if (!row) throw new Error("the method was created");
  const saved = await saveOwnMethod(house, actor, { id, version, draft: { ...row.draft, ...more } });
  const published = await publishOwnMethod(house, actor, { id, version: saved.version });
  return { id, version: published.version };
}
