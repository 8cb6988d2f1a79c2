/** Whether people are put on it one by one or from a list: not where it is out of use, and owners come with their units. */
export const takesPeople = (roll: { kind: "people" | "owners"; removed: boolean }): boolean =>
  roll.kind === "people" && !roll.removed;

/** A page's address for one roll: the community's own (`null`) needs no words. `more` are further words of the address. */
export function withRoll(path: string, roll: string | null, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(roll !== null && { roll }), ...more }).toString();
  return query ? `${path}?${query}` : path;
}
