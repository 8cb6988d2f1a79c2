import { randomInt } from "node:crypto";
import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import type { Actor, House } from "#app/house.ts";
import { setUpText as text } from "#app/text/set-up.ts";
import { communityById } from "#db/stores/staff.ts";
import { plainField } from "./fields.ts";
import { createCommunity, setUpInput } from "./set-up.ts";

export const addCommunityInput = z.object({
  community: plainField(text.communityName, 50),
  name: plainField(text.staffName, 50),
  username: setUpInput.shape.username,
});

/** The account of a new community's secretary. The password is shown once and kept nowhere. */
export type NewAccount = { community: string; name: string; username: string; password: string };

/** Letters and figures that nobody takes for one another when a password is read out; 12 of them are worth 58 bits. */
const CLEAR = "abcdefghjkmnpqrstuvwxyz23456789";

/** A street adds one of its communities, with the account of its secretary. Throws invalid-value, not-allowed to anybody but a street's secretary. */
export async function addCommunity(
  house: House,
  actor: Actor,
  raw: z.input<typeof addCommunityInput>,
): Promise<NewAccount> {
  requireSecretary(actor);
  const street = await house.db.read((db) => communityById(db, actor.communityId));
  if (street?.kind !== "street") throw new DomainError("not-allowed");
  const input = addCommunityInput.parse(raw);
  const password = Array.from({ length: 12 }, () => CLEAR[randomInt(CLEAR.length)]).join("");
  const { demonstration, name } = street;
  await createCommunity(house, { ...input, street: name, kind: "community", password, demonstration }, { by: actor });
  return { ...input, password };
}
