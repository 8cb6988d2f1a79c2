import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { type CheckedDraft, checkDraft, MAX_DRAFT_LENGTH } from "#app/domain/method/draft.ts";
import type { Fault } from "#app/domain/method/faults.ts";
import type { Actor, House } from "#app/house.ts";
import { ownMethodText as text } from "#app/text/own-methods.ts";
import type { Handle } from "#db/connect.ts";
import { ownMethod } from "#db/stores/own.ts";
import type { OwnMethod } from "#db/stores/own-method.ts";
import { communityById } from "#db/stores/staff.ts";
import { editionField } from "./fields.ts";

/** What the acts on own methods have in common. */

/** An own method, and the edition of it that the person saw. */
export const ownMethodSeenInput = z.object({ id: z.string().max(60), version: editionField });

export const scopeField = z.enum(["community", "street"]);

/** Only a street gives methods to its communities. Throws not-allowed. */
export async function requireScope(db: Handle, actor: Actor, scope: OwnMethod["scope"]): Promise<void> {
  if (scope === "community") return;
  const community = await communityById(db, actor.communityId);
  if (community?.kind !== "street") {
    throw new DomainError("not-allowed", [{ field: "scope", message: text.onlyStreet }]);
  }
}

/** The community's own method as somebody saw it. Throws not-found, `stale` {current}. */
export async function ownMethodSeen(db: Handle, actor: Actor, id: string, edition: number): Promise<OwnMethod> {
  const row = await ownMethod(db, actor, id);
  if (row.version !== edition) throw staleMethod(row);
  return row;
}

/** The refusal that a second writer gets: the method as it stands now. */
export function staleMethod({ name, version, updatedAt, draft, scope, removedAt }: OwnMethod): DomainError {
  return new DomainError("stale", { current: { name, version, updatedAt, draft, scope, removedAt } });
}

/** “own-” and the id's 128 random bits in the letters that a method's id may have. */
export function newMethodId(house: House): string {
  return `own-${Buffer.from(house.newId(), "base64url").toString("hex")}`;
}

/** `checkDraft`, refusing what cannot be kept. Throws invalid-value with the faults' places, too-large. */
export function requireDraft(raw: unknown): CheckedDraft & { draft: NonNullable<CheckedDraft["draft"]> } {
  const { draft, faults } = checkDraft(raw);
  if (!draft) throw refusedFor(faults);
  if (JSON.stringify(draft).length > MAX_DRAFT_LENGTH) {
    throw new DomainError("too-large", [{ field: "draft", message: text.tooLong }]);
  }
  return { draft, faults };
}

/** Faults as a refusal, each at its path joined by dots. */
export function refusedFor(faults: readonly Fault[]): DomainError {
  const problems = faults.map(({ path, message }) => ({ field: path.join("."), message }));
  return new DomainError("invalid-value", { problems });
}
