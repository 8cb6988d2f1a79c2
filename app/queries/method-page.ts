import { DomainError } from "#app/domain/errors.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { isSwitchedOn } from "#app/domain/method/switch.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { findMethodAtHand, methodOf, methodsAtHand } from "#db/stores/method.ts";
import { ownMethod } from "#db/stores/own.ts";
import { sharedMethodIds } from "#db/stores/own-method.ts";
import { communityById } from "#db/stores/staff.ts";
import { type Origin, originOf } from "./method-gallery.ts";

export interface MethodPage {
  readonly method: MethodDefinition;
  readonly origin: Origin;
  /** The version that new issues begin by; the page may show an earlier one, which an issue still runs by. */
  readonly latest: number;
  /** New issues may begin by it. */
  readonly on: boolean;
  readonly maySwitch: boolean;
  /** Decisions that it may go on into and that stand at hand: name by id. */
  readonly decisions: Readonly<Record<string, string>>;
}

/**
 * A method in its latest version, or the one asked for, with all that its page shows. Throws not-found, for another community's own method
 * too.
 */
export function methodPage(house: House, actor: Actor, id: string, version?: number): Promise<MethodPage> {
  return house.db.read(async (db) => {
    const latest = await visible(db, actor, id, version);
    const method = version === undefined ? latest : await methodOf(db, { method: id, version });
    const community = await communityById(db, actor.communityId);
    const shared = new Set(await sharedMethodIds(db, actor.communityId));
    const wanted = new Set(method.stages.flatMap((stage) => (stage.decisions ?? []).map((each) => each.method)));
    const others = wanted.size > 0 ? await methodsAtHand(db, actor.communityId) : [];
    const decisions = Object.fromEntries(
      others.filter((each) => wanted.has(each.id)).map((each) => [each.id, each.name]),
    );
    return {
      method,
      origin: originOf(method.id, shared),
      latest: latest.version,
      on: isSwitchedOn(latest, community?.settings ?? {}),
      maySwitch: actor.role === "secretary" && latest.status !== "blank",
      decisions,
    };
  });
}

/** The method at hand; of an own method that was removed since, the version that an issue still runs by. Throws not-found. */
async function visible(db: Handle, actor: Actor, id: string, version?: number): Promise<MethodDefinition> {
  const known = await findMethodAtHand(db, actor.communityId, id);
  if (known) return known;
  if (version === undefined) throw new DomainError("not-found", { method: id });
  await ownMethod(db, actor, id);
  return methodOf(db, { method: id, version });
}
