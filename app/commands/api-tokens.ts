import { randomBytes } from "node:crypto";
import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { insertApiToken, revokeApiToken } from "#db/stores/staff.ts";
import { record } from "./record.ts";

/** Makes a staff token for programs; its value is shown once and never again. */
export async function makeApiToken(house: House, actor: Actor, label: string): Promise<{ token: string }> {
  const token = `yz_${randomBytes(24).toString("base64url")}`;
  await house.db.write(async (db) => {
    await insertApiToken(db, { id: digest(token), staffId: actor.staffId, label, createdAt: house.clock() });
    await record(house, db, actor, "make-api-token", actor.staffId, { label });
  });
  return { token };
}

/** Revokes one of the person's own tokens. Throws not-found. */
export async function endApiToken(house: House, actor: Actor, tokenId: string): Promise<void> {
  await house.db.write(async (db) => {
    if (!(await revokeApiToken(db, actor.staffId, tokenId, house.clock()))) throw new DomainError("not-found");
    await record(house, db, actor, "revoke-api-token", actor.staffId);
  });
}
