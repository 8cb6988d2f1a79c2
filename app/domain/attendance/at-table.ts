/**
 * How somebody with a vote stands when a tablet comes round: ready to vote, not checked in yet, or with the one credential spent,
 * in the box or on a paper.
 */
export type Standing = "ready" | "absent" | "voted" | "paper";

/** A spent credential comes first: whoever voted from home need not be in the room. `remote` polls ask nobody to be there. */
export function standingAtTable(line: { present: boolean; voted: boolean; paper: boolean; remote: boolean }): Standing {
  if (line.paper) return "paper";
  if (line.voted) return "voted";
  return line.present || line.remote ? "ready" : "absent";
}

const byPlace = new Intl.Collator("zh-CN", { numeric: true });

/** By building, then by name: 2号楼 before 10号楼. */
export function comparePlaces(a: { unit: string; name: string }, b: { unit: string; name: string }): number {
  return byPlace.compare(a.unit, b.unit) || byPlace.compare(a.name, b.name);
}

/** Whether each of the words somebody typed stands in the name, the building or the seat. */
export function isCalled({ name, unit, seat }: Record<"name" | "unit" | "seat", string>, typed: string): boolean {
  const about = `${name} ${unit} ${seat}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => about.includes(word));
}
