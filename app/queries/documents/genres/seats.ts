import { documentText as text } from "#app/text/documents.ts";
import type { Attendee } from "#db/stores/roll.ts";

/** How many of each seat, in the order in which papers name them; `unnamed` stands for those without one. */
export function countsBySeat(
  attendees: readonly Attendee[],
  unnamed: string = text.otherSeat,
): { seat: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { seat } of attendees) {
    const name = seat || unnamed;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([seat, count]) => ({ seat, count }));
}

/** Names under their seat, likewise. */
export function namesBySeat(attendees: readonly Attendee[]): { seat: string; names: string[] }[] {
  const names = new Map<string, string[]>();
  for (const { seat, name } of attendees) {
    const key = seat || text.otherSeat;
    names.set(key, [...(names.get(key) ?? []), name]);
  }
  return [...names].map(([seat, of]) => ({ seat, names: of }));
}
