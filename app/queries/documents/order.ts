import { requireMethod } from "#app/methods/index.ts";
import type { Attendee } from "#db/stores/roll.ts";

/** 2号楼 before 10号楼, names by their sound. */
const collator = new Intl.Collator("zh-CN", { numeric: true });

/**
 * A meeting's roll as papers name it: members with a vote first, then those who attend without one; by seat in the method's order, other
 * seats behind, then by unit and name.
 */
export function inSeatOrder(methodId: string, attendees: readonly Attendee[]): Attendee[] {
  const seats = requireMethod(methodId).seats.map((seat) => seat.name);
  const place = ({ seat }: Attendee) => (seats.includes(seat) ? seats.indexOf(seat) : seats.length);
  return [...attendees].sort(
    (a, b) =>
      Number(b.votingRight) - Number(a.votingRight) ||
      place(a) - place(b) ||
      collator.compare(a.seat, b.seat) ||
      collator.compare(a.unit, b.unit) ||
      collator.compare(a.name, b.name),
  );
}
