import { isOneByName, nameKey, namesIn } from "./identity.ts";
import { type Place, placeKey } from "./place.ts";
import type { OwnersReading, UnitLine } from "./reading.ts";
import type { OwnedUnit } from "./totals.ts";

/** An owner on the roll. */
export interface KnownOwner {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly version: number;
}

/** A unit on the roll; `area` in 0.01 m². */
export interface KnownUnit extends Place {
  readonly id: string;
  readonly area: number;
  readonly ownerId: string;
}

/** Somebody on the roll, or one of the owners of the reading who comes to it. */
export type OwnerRef = { readonly known: string } | { readonly fresh: number };

export interface PlannedUnit {
  readonly line: UnitLine;
  readonly owner: OwnerRef;
}

export interface ChangedUnit extends PlannedUnit {
  readonly unit: KnownUnit;
  readonly areaChanges: boolean;
  readonly ownerChanges: boolean;
  /** Whose it is on the roll. */
  readonly wasOwner: string;
}

export interface OwnersPlan {
  readonly added: readonly PlannedUnit[];
  readonly changed: readonly ChangedUnit[];
  readonly same: readonly PlannedUnit[];
  /** On the roll, and the file does not speak of them. */
  readonly missing: readonly KnownUnit[];
  /** Indexes of owners of the reading who are new. */
  readonly fresh: readonly number[];
  /** A phone that the file has and the roll has not, or another one. */
  readonly phones: readonly { readonly ownerId: string; readonly phone: string }[];
}

/** What happens to units that the file leaves out. */
export type MissingUnits = "keep" | "remove";

/**
 * Sets a file beside the roll. Who is who is asked unit by unit: whoever owns it under the same name stays its owner, so that what staff have
 * merged or kept apart survives the next import; else the same name and phone say it, or a company's name; else somebody new comes.
 */
export function planOwners(
  reading: OwnersReading,
  known: { readonly owners: readonly KnownOwner[]; readonly units: readonly KnownUnit[] },
): OwnersPlan {
  const owners = new Map(known.owners.map((owner) => [owner.id, owner]));
  const keys = new Map(known.owners.map(({ id, name }) => [id, nameKey(namesIn(name))]));
  const places = new Map(known.units.map((unit) => [placeKey(unit), unit]));
  const stays = new Map<number, Set<string>>();
  const heads = reading.owners.map(({ names }) => nameKey(names));
  for (const line of reading.units) {
    const unit = places.get(placeKey(line));
    if (!unit || keys.get(unit.ownerId) !== heads[line.owner]) continue;
    stays.set(line.owner, (stays.get(line.owner) ?? new Set()).add(unit.ownerId));
  }
  const refs = reading.owners.map((_, index) => refOf(reading, index, stays, known.owners, keys));
  const plan = { added: [] as PlannedUnit[], changed: [] as ChangedUnit[], same: [] as PlannedUnit[] };
  for (const line of reading.units) {
    const unit = places.get(placeKey(line));
    places.delete(placeKey(line));
    const stayed = unit && stays.get(line.owner)?.has(unit.ownerId);
    const owner: OwnerRef = stayed ? { known: unit.ownerId } : (refs[line.owner] ?? { fresh: line.owner });
    if (!unit) plan.added.push({ line, owner });
    else if (unit.area === line.area && isOwner(owner, unit.ownerId)) plan.same.push({ line, owner });
    else {
      const [areaChanges, ownerChanges] = [unit.area !== line.area, !isOwner(owner, unit.ownerId)];
      plan.changed.push({
        line,
        owner,
        unit,
        areaChanges,
        ownerChanges,
        wasOwner: owners.get(unit.ownerId)?.name ?? "",
      });
    }
  }
  const fresh = new Set([...plan.added, ...plan.changed].flatMap(({ owner }) => ("fresh" in owner ? owner.fresh : [])));
  return { ...plan, missing: [...places.values()], fresh: [...fresh], phones: phonesOf(reading, stays, refs, owners) };
}

const isOwner = (ref: OwnerRef, ownerId: string) => "known" in ref && ref.known === ownerId;

/** Who an owner of the file is, where no unit says it. */
function refOf(
  reading: OwnersReading,
  index: number,
  stays: ReadonlyMap<number, ReadonlySet<string>>,
  known: readonly KnownOwner[],
  keys: ReadonlyMap<string, string>,
): OwnerRef {
  const [stayed] = stays.get(index) ?? [];
  if (stayed !== undefined) return { known: stayed };
  const head = reading.owners[index];
  if (!head) return { fresh: index };
  const key = nameKey(head.names);
  const same = known.find(
    ({ id, phone }) => keys.get(id) === key && (isOneByName(head.names) || (phone !== "" && phone === head.phone)),
  );
  return same ? { known: same.id } : { fresh: index };
}

/** The file's phones, where it is plain whose they are: one owner there, one owner here. */
function phonesOf(
  reading: OwnersReading,
  stays: ReadonlyMap<number, ReadonlySet<string>>,
  refs: readonly OwnerRef[],
  owners: ReadonlyMap<string, KnownOwner>,
): OwnersPlan["phones"] {
  const claimed = new Map<string, number[]>();
  refs.forEach((ref, index) => {
    if ("known" in ref) claimed.set(ref.known, [...(claimed.get(ref.known) ?? []), index]);
  });
  return [...claimed].flatMap(([ownerId, indexes]) => {
    const [index = -1, ...more] = indexes;
    const phone = reading.owners[index]?.phone ?? "";
    const plain = more.length === 0 && (stays.get(index)?.size ?? 1) === 1;
    return plain && phone !== "" && phone !== owners.get(ownerId)?.phone ? [{ ownerId, phone }] : [];
  });
}

/** The roll's units as the plan would leave them, for its totals. */
export function afterPlan(plan: OwnersPlan, missing: MissingUnits): readonly OwnedUnit[] {
  const keyOf = (ref: OwnerRef) => ("known" in ref ? ref.known : ref.fresh);
  const planned = [...plan.same, ...plan.changed, ...plan.added].map(({ line, owner }) => {
    return { building: line.building, area: line.area, owner: keyOf(owner) };
  });
  const kept = missing === "keep" ? plan.missing : [];
  return [...planned, ...kept.map(({ building, area, ownerId }) => ({ building, area, owner: ownerId }))];
}
