import { type CalendarDay, dayOf } from "#app/domain/calendar/day.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { checkDraft } from "#app/domain/method/draft.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import { methodAtHand, methodsAtHand } from "#db/stores/method.ts";
import { ownMethod } from "#db/stores/own.ts";

export interface RehearsalAsked {
  readonly name: string;
  /** Null where a draft has faults: then their number. */
  readonly rehearsed: { readonly method: MethodDefinition; readonly decisions: readonly MethodDefinition[] } | null;
  readonly faults: number;
  readonly today: CalendarDay;
}

/** A method at hand with all that a rehearsal needs. Throws not-found. */
export function rehearsalOf(house: House, actor: Actor, id: string): Promise<RehearsalAsked> {
  return house.db.read(async (db) => {
    const method = await methodAtHand(db, actor.communityId, id);
    return asked(house, method.name, { method, decisions: await decisionsOf(db, actor, method) });
  });
}

/** The same of an own method's draft as it was saved last. Throws not-found for another community's. */
export function draftRehearsal(house: House, actor: Actor, id: string): Promise<RehearsalAsked> {
  return house.db.read(async (db) => {
    const { draft, name } = await ownMethod(db, actor, id);
    const checked = checkDraft(draft);
    if (checked.faults.length > 0 || !checked.draft) return asked(house, name, null, checked.faults.length);
    const method = checked.draft as MethodDefinition;
    return asked(house, name, { method, decisions: await decisionsOf(db, actor, method) });
  });
}

const asked = (house: House, name: string, rehearsed: RehearsalAsked["rehearsed"], faults = 0): RehearsalAsked => ({
  name,
  rehearsed,
  faults,
  today: dayOf(house.clock()),
});

/** The decisions that the method may go on into, and those that these may go on into again. */
async function decisionsOf(db: Handle, actor: Actor, method: MethodDefinition): Promise<MethodDefinition[]> {
  const wantedBy = ({ stages }: MethodDefinition) =>
    stages.flatMap((stage) => (stage.decisions ?? []).map((decision) => decision.method));
  if (wantedBy(method).length === 0) return [];
  const atHand = await methodsAtHand(db, actor.communityId);
  const found = new Map<string, MethodDefinition>();
  for (let open = wantedBy(method); open.length > 0; ) {
    const fresh = atHand.filter((each) => open.includes(each.id) && !found.has(each.id) && each.id !== method.id);
    for (const each of fresh) found.set(each.id, each);
    open = fresh.flatMap(wantedBy);
  }
  return [...found.values()];
}
