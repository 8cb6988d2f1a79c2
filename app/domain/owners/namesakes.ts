import { nameKey, namesIn } from "./identity.ts";

/** Owners of one name who count as several heads, with nothing that proves it. */
export interface NamesakeGroup<Owner> {
  readonly name: string;
  readonly owners: readonly Owner[];
}

/**
 * 待核对: owners of the same name who stand apart only because nothing says that they are one. `apart` names those whom staff have looked at; a
 * group is asked about again when a further namesake comes.
 */
export function namesakesToCheck<Owner extends { readonly id: string; readonly name: string }>(
  owners: readonly Owner[],
  apart: ReadonlySet<string>,
): readonly NamesakeGroup<Owner>[] {
  const groups = new Map<string, Owner[]>();
  for (const owner of owners) {
    const key = nameKey(namesIn(owner.name));
    const group = groups.get(key);
    if (group) group.push(owner);
    else groups.set(key, [owner]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1 && group.some(({ id }) => !apart.has(id)))
    .map((group) => ({ name: group[0]?.name ?? "", owners: group }));
}

/** Whether two owners may be made one head: never two different names, which would be two people. */
export function mayBeOne(owners: readonly { readonly name: string }[]): boolean {
  return new Set(owners.map(({ name }) => nameKey(namesIn(name)))).size === 1;
}
