import type {
  Branch,
  Decision,
  GateLine,
  MethodDefinition,
  Seat,
  Stage,
  StageDeadline,
} from "#app/domain/method/definition.ts";
import type { Source } from "#app/domain/source.ts";

/** A method as it stands in the editor: every field is there, but words may still be empty and ways may lead nowhere. */
export type Draft = MethodDefinition;
export type Exit = Stage["exits"][number];
export type Exception = Stage["exceptions"][number];
export type { Branch, Decision, GateLine, Seat, Source, Stage, StageDeadline };

/** One change to a draft, pure. A change that means something which is not there any more gives the same draft back. */
export type Change = (draft: Draft) => Draft;

/** Where a gate stands: the stage's own, or that of one of its ways; places in the lists, as in the data. */
export type GateAt = {
  readonly stage: number;
  readonly part: "gate" | "exits" | "exceptions" | "branches" | "decisions";
  /** Place of the way in its list; 0 for the stage's own gate. */
  readonly way: number;
};

/** A place in the data, as faults name it: ["stages", 3, "exits", 0, "to"]. */
export type Path = readonly (string | number)[];

/** The item with some members changed, itself where none is new; what becomes undefined is taken out, so that only what is there is saved. */
export function patched<Item extends object>(item: Item, patch: NoInfer<Partial<Item>>): Item {
  const next = { ...item, ...patch };
  if ((Object.keys(patch) as (keyof Item)[]).every((name) => item[name] === next[name])) return item;
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as Item;
}

/** The list with what `change` makes of the member at `index`; the same list where there is none, or where nothing changed. */
export function changedAt<Item>(list: Item[], index: number, change: (item: Item) => Item): Item[] {
  const item = list[index];
  if (item === undefined) return list;
  const next = change(item);
  return next === item ? list : [...list.slice(0, index), next, ...list.slice(index + 1)];
}

/** The list without the member at `index`; the same list where there is none. */
export function without<Item>(list: Item[], index: number): Item[] {
  return list[index] === undefined ? list : list.filter((_, place) => place !== index);
}

/** The list with the member at `from` put at `to`; the same list where there is no such place. */
export function movedTo<Item>(list: Item[], from: number, to: number): Item[] {
  const item = list[from];
  if (item === undefined || list[to] === undefined || from === to) return list;
  const rest = without(list, from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
