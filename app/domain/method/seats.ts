import type { MethodDefinition, Seat } from "./definition.ts";

/** Ids of the method's seats that at least `min` (or one) of these roll texts take; the fact `seatsPresent`. */
export function seatsTaken(method: MethodDefinition, seatTexts: readonly string[]): readonly string[] {
  const taken = (seat: Seat) => seatTexts.filter((text) => text.trim() === seat.name).length;
  return method.seats.filter((seat) => taken(seat) >= Math.max(1, seat.min ?? 1)).map((seat) => seat.id);
}
