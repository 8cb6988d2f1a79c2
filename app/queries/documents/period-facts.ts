import { periodOf } from "#app/domain/document/period.ts";
import type { Period } from "#app/domain/document/source.ts";
import type { Edits } from "#app/domain/document/wording.ts";
import { DomainError } from "#app/domain/errors.ts";
import type { Actor, House } from "#app/house.ts";
import { everyNameOf } from "#db/stores/roll.ts";
import { type Community, communityById } from "#db/stores/staff.ts";
import { editsInForce, wordingEditsOf } from "#db/stores/wording.ts";

/** All that the papers of a month, a quarter or a year are made from, read in one snapshot. */
export type PeriodFacts = {
  kind: "period";
  community: Community;
  period: Period;
  /** Names of all people who are or were on any of the community's rolls, and of who sits at the desk. */
  roll: string[];
  edits: ReadonlyMap<string, Edits>;
};

/** Throws not-found when there is no such period, trial-run in a rehearsal. */
export async function periodFacts(house: House, actor: Actor, id: string): Promise<PeriodFacts> {
  if (house.trialRun) throw new DomainError("trial-run");
  const period = periodOf(id);
  if (!period) throw new DomainError("not-found");
  return house.db.read(async (db) => {
    const community = await communityById(db, actor.communityId);
    if (!community) throw new DomainError("not-found");
    return {
      kind: "period",
      community,
      period,
      roll: [...(await everyNameOf(db, community.id)), actor.name],
      edits: editsInForce(await wordingEditsOf(db, community.id, period.id)),
    };
  });
}
