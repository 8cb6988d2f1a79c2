import { DomainError } from "#app/domain/errors.ts";
import { type NamesakeGroup, namesakesToCheck } from "#app/domain/owners/namesakes.ts";
import { byPlace, placeName } from "#app/domain/owners/place.ts";
import { type BuildingTotals, type Totals, totalsByBuilding, totalsOf } from "#app/domain/owners/totals.ts";
import type { Actor, House } from "#app/house.ts";
import type { Handle } from "#db/connect.ts";
import type { Roll } from "#db/stores/further-roll.ts";
import { ownRoll } from "#db/stores/own.ts";
import { keptApart } from "#db/stores/owners.ts";
import type { Person } from "#db/stores/roll.ts";
import { ownersOf, type Unit, unitsOf } from "#db/stores/unit.ts";

const PAGE = 50;
/** Groups of namesakes, and units of one owner, that one page holds. */
const SHOWN = { groups: 30, units: 200 };

export type OwnersView = {
  search: string;
  building: string | null;
  /** Only owners of several units. */
  several: boolean;
  page: number;
  /** Whose units are open for correction. */
  owner: string | null;
};

/** One owner with what stands behind the head; `area` in 0.01 m². */
export type OwnerRow = {
  id: string;
  name: string;
  phone: string;
  units: { id: string; place: string; area: number }[];
  count: number;
  area: number;
};

export type OwnersPage = {
  roll: { id: string; name: string; removed: boolean };
  totals: Totals;
  buildings: readonly BuildingTotals[];
  several: number;
  groups: { name: string; owners: OwnerRow[] }[];
  moreGroups: number;
  /** Ids of the namesakes who all have different phones, group by group. */
  plain: string[][];
  owners: OwnerRow[];
  matching: number;
  page: number;
  pages: number;
  open: OwnerRow | null;
  moreUnits: number;
};

/** One roll of owners: its totals, building by building, namesakes to check, and one page of 50 owners. Throws not-found. */
export function ownersPage(house: House, actor: Actor, rollId: string, view: OwnersView): Promise<OwnersPage> {
  return house.db.read(async (db) => {
    const roll = await ownersRollInView(db, actor, rollId);
    const units = await unitsOf(db, rollId);
    const rows = rowsOf(await ownersOf(db, rollId), units);
    const owned = units.map(({ building, area, ownerId }) => ({ building, area, owner: ownerId }));
    const found = rows.filter((row) => matches(row, view)).sort((a, b) => byPlace(firstOf(a), firstOf(b)));
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(Math.max(1, view.page), pages);
    const groups = namesakesToCheck(rows, await keptApart(db, rollId));
    const open = rows.find(({ id }) => id === view.owner) ?? null;
    return {
      roll: { id: roll.id, name: roll.name, removed: roll.removedAt !== null },
      totals: totalsOf(owned),
      buildings: totalsByBuilding(owned),
      several: rows.filter((row) => row.units.length > 1).length,
      groups: groups.slice(0, SHOWN.groups).map(groupOf),
      moreGroups: Math.max(0, groups.length - SHOWN.groups),
      plain: groups.filter(phonesDiffer).map(({ owners }) => owners.map(({ id }) => id)),
      owners: found.slice((page - 1) * PAGE, page * PAGE).map((row) => shown(row)),
      matching: found.length,
      page,
      pages,
      open: open && shown(open, SHOWN.units),
      moreUnits: Math.max(0, (open?.units.length ?? 0) - SHOWN.units),
    };
  });
}

/** The roll, if it is the asker's and one of owners; in use or not. Throws not-found. */
export async function ownersRollInView(db: Handle, actor: Actor, rollId: string): Promise<Roll> {
  const roll = await ownRoll(db, actor, rollId);
  if (roll.kind !== "owners") throw new DomainError("not-found");
  return roll;
}

/** The roll by name, for pages about it. Throws not-found. */
export function ownersRollName(house: House, actor: Actor, rollId: string): Promise<{ id: string; name: string }> {
  return house.db.read(async (db) => {
    const { id, name } = await ownersRollInView(db, actor, rollId);
    return { id, name };
  });
}

type Row = { id: string; name: string; phone: string; units: Unit[]; area: number };

function rowsOf(owners: readonly Person[], units: readonly Unit[]): Row[] {
  const own = new Map<string, Unit[]>(owners.map(({ id }) => [id, []]));
  for (const unit of units) own.get(unit.ownerId)?.push(unit);
  return owners.map(({ id, name, phone }) => {
    const theirs = (own.get(id) ?? []).sort(byPlace);
    return { id, name, phone, units: theirs, area: theirs.reduce((sum, { area }) => sum + area, 0) };
  });
}

const firstOf = ({ units: [first] }: Row) => first ?? { building: "", number: "" };

function matches(row: Row, { search, building, several }: OwnersView): boolean {
  if (several && row.units.length < 2) return false;
  if (building !== null && !row.units.some((unit) => unit.building === building)) return false;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = `${row.name} ${row.phone} ${row.units.map(placeName).join(" ")}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** How many units a line of a list names. */
const LISTED = 8;

function shown({ units, ...row }: Row, most: number = LISTED): OwnerRow {
  return {
    ...row,
    count: units.length,
    units: units.slice(0, most).map((unit) => ({ id: unit.id, place: placeName(unit), area: unit.area })),
  };
}

const phonesDiffer = ({ owners }: NamesakeGroup<Row>) =>
  owners.every(({ phone }) => phone !== "") && new Set(owners.map(({ phone }) => phone)).size === owners.length;

const groupOf = ({ name, owners }: NamesakeGroup<Row>) => ({ name, owners: owners.map((owner) => shown(owner)) });
