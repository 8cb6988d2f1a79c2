import { byBuilding } from "./place.ts";

/** A unit with the head that stands for it; `owner` is any key of that head. `area` in 0.01 m². */
export interface OwnedUnit {
  readonly building: string;
  readonly area: number;
  readonly owner: string | number;
}

/** 户 · 人 · 面积: how many units, how many heads, how much area (0.01 m²). */
export interface Totals {
  readonly units: number;
  readonly owners: number;
  readonly area: number;
}

export type BuildingTotals = Totals & { readonly building: string };

/** Of all: an owner of several units is one head, wherever the units lie. */
export function totalsOf(units: readonly OwnedUnit[]): Totals {
  return {
    units: units.length,
    owners: new Set(units.map(({ owner }) => owner)).size,
    area: units.reduce((sum, { area }) => sum + area, 0),
  };
}

/** Building by building. An owner with units in two buildings is a head in each, so that heads of buildings may add up to more than all heads. */
export function totalsByBuilding(units: readonly OwnedUnit[]): readonly BuildingTotals[] {
  const groups = new Map<string, OwnedUnit[]>();
  for (const unit of units) {
    const group = groups.get(unit.building);
    if (group) group.push(unit);
    else groups.set(unit.building, [unit]);
  }
  return [...groups]
    .map(([building, group]) => ({ building, ...totalsOf(group) }))
    .sort((a, b) => byBuilding(a.building, b.building));
}
