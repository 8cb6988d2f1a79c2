import { type Need, neededTogether } from "#app/domain/rule/needed.ts";
import type { Rule } from "#app/domain/rule/types.ts";
import { byBuilding } from "./place.ts";

/** An owner on a meeting's frozen roll; areas in 0.01 m². */
export interface VotingOwner {
  readonly personId: string;
  readonly area: number;
  readonly units: readonly { readonly building: string; readonly area: number }[];
}

/** How many heads and how much area, of all and of those who have voted. Nothing here says how anybody voted. */
export interface Participation {
  readonly owners: number;
  readonly voted: number;
  readonly area: number;
  readonly votedArea: number;
}

export type BuildingParticipation = Participation & { readonly building: string };

const NONE: Participation = { owners: 0, voted: 0, area: 0, votedArea: 0 };

const withOwner = (sum: Participation, area: number, voted: boolean): Participation => ({
  owners: sum.owners + 1,
  voted: sum.voted + (voted ? 1 : 0),
  area: sum.area + area,
  votedArea: sum.votedArea + (voted ? area : 0),
});

/** 参与表决 of all: each owner once, with the whole of their area. */
export function participationOf(owners: readonly VotingOwner[], voted: ReadonlySet<string>): Participation {
  return owners.reduce((sum, owner) => withOwner(sum, owner.area, voted.has(owner.personId)), NONE);
}

/** The same building by building. Whoever owns in two buildings is a head in each, with the area that lies there. */
export function participationByBuilding(
  owners: readonly VotingOwner[],
  voted: ReadonlySet<string>,
): readonly BuildingParticipation[] {
  const sums = new Map<string, Participation>();
  for (const { personId, units } of owners) {
    for (const [building, area] of areasByBuilding(units)) {
      sums.set(building, withOwner(sums.get(building) ?? NONE, area, voted.has(personId)));
    }
  }
  return [...sums].map(([building, sum]) => ({ building, ...sum })).sort((a, b) => byBuilding(a.building, b.building));
}

function areasByBuilding(units: VotingOwner["units"]): Map<string, number> {
  const areas = new Map<string, number>();
  for (const { building, area } of units) areas.set(building, (areas.get(building) ?? 0) + area);
  return areas;
}

/** What taking part still lacks, heads and area each; the strictest of the rules speaks. */
export function stillNeeded(
  rules: readonly Rule[],
  { owners, voted, area, votedArea }: Participation,
): readonly Need[] {
  const heads = { due: owners, total: owners, present: owners, participating: voted };
  const metres = { due: area, total: area, present: area, participating: votedArea };
  return neededTogether(rules, { ...heads, area: metres }).filter(({ role }) => role === "quorum");
}
