import type { MethodDefinition } from "#app/domain/method/definition.ts";
import type { Actor, House } from "#app/house.ts";
import { methodAtHand, methodsAtHand } from "#db/stores/method.ts";
import { sharedMethodIds } from "#db/stores/own-method.ts";
import { type Origin, originOf } from "./method-gallery.ts";

export interface MethodPage {
  readonly method: MethodDefinition;
  readonly origin: Origin;
  /** Decisions that it may go on into and that stand at hand: name by id. */
  readonly decisions: Readonly<Record<string, string>>;
}

/** A method in its latest version, with all that its page shows. Throws not-found, for another community's own method too. */
export function methodPage(house: House, actor: Actor, id: string): Promise<MethodPage> {
  return house.db.read(async (db) => {
    const method = await methodAtHand(db, actor.communityId, id);
    const shared = new Set(await sharedMethodIds(db, actor.communityId));
    const wanted = new Set(method.stages.flatMap((stage) => (stage.decisions ?? []).map((each) => each.method)));
    const others = wanted.size > 0 ? await methodsAtHand(db, actor.communityId) : [];
    const decisions = Object.fromEntries(
      others.filter((each) => wanted.has(each.id)).map((each) => [each.id, each.name]),
    );
    return { method, origin: originOf(method.id, shared), decisions };
  });
}
