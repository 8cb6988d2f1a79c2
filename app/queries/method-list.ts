import { type PublicMethod, publicMethod } from "#app/domain/method/public-view.ts";
import { RULES } from "#app/domain/rule/presets.ts";
import type { Actor, House } from "#app/house.ts";
import { METHODS } from "#app/methods/index.ts";
import { methodsAtHand } from "#db/stores/method.ts";

/** The methods as other programs see them: every built-in one for anyone; staff get first what their community wrote or their street shares. */
export async function methodList(house: House, actor: Actor | null): Promise<PublicMethod[]> {
  const methods = actor ? await house.db.read((db) => methodsAtHand(db, actor.communityId)) : METHODS;
  return methods.map(publicMethod);
}

/** The rule presets: quorum and pass as fractions, with their source. */
export const ruleList = () => RULES;
