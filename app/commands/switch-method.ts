import { z } from "zod";
import { DomainError } from "#app/domain/errors.ts";
import { isSwitchedOn, switched } from "#app/domain/method/switch.ts";
import { requireSecretary } from "#app/domain/secretary.ts";
import type { Actor, House } from "#app/house.ts";
import { methodAtHand } from "#db/stores/method.ts";
import { communityById, saveCommunity } from "#db/stores/staff.ts";
import { record } from "./record.ts";

export const switchMethodInput = z.object({
  id: z.string().max(60),
  on: z.union([z.boolean(), z.enum(["on", "off"]).transform((word) => word === "on")]),
});

/**
 * Lets a community begin issues by a method, or no longer; issues that run by it go on. Switching to what is so already does nothing.
 * Throws not-allowed for clerks, not-found.
 */
export async function switchMethod(house: House, actor: Actor, raw: z.input<typeof switchMethodInput>): Promise<void> {
  requireSecretary(actor);
  const { id, on } = switchMethodInput.parse(raw);
  await house.db.write(async (db) => {
    const method = await methodAtHand(db, actor.communityId, id);
    const community = await communityById(db, actor.communityId);
    if (!community) throw new DomainError("not-found");
    const { settings } = community;
    if (isSwitchedOn(method, settings) === on) return;
    const { methodsOn = [], methodsOff = [] } = switched(method, settings, on);
    await saveCommunity(db, community.id, {
      settings: { ...settings, methodsOn: [...methodsOn], methodsOff: [...methodsOff] },
    });
    await record(house, db, actor, on ? "switch-method-on" : "switch-method-off", id, { name: method.name });
  });
}
