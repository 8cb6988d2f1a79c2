import { OWN_SOURCE, type Source } from "#app/domain/source.ts";

/** What a number is: whoever changes one of these has left the paper that the number was taken from. */
const NUMBERS = ["days", "maxDays", "min", "votes", "test", "when", "kind"];
/** How the house's own defaults begin; a secretary's paper does not. */
const FACTORY = "出厂默认";

/** Whether a source speaks for the place itself: entered as its own rule, or as a local paper. */
export const isOwn = (source: Source): boolean => source.kind === "default" && !source.ref.startsWith(FACTORY);

/**
 * A patch that changes a number of an item takes the item's source along: a law's or a report's name must not stand beside a number that
 * somebody changed here. The source may be set again afterwards.
 */
export function ownNumbers<Item extends { source?: Source | undefined }>(
  item: Item,
  patch: Partial<Item>,
): Partial<Item> {
  const touched = NUMBERS.some((name) => {
    const key = name as keyof Item;
    return name in patch && JSON.stringify(patch[key]) !== JSON.stringify(item[key]);
  });
  if (!touched || "source" in patch || !item.source || isOwn(item.source)) return patch;
  return { ...patch, source: OWN_SOURCE };
}
