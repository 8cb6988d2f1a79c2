import type { MethodDefinition, Seat } from "./definition.ts";

/** The seat whose Chinese name a roll gives, exactly; the roll's own text stays as it is. */
export function seatNamed(method: MethodDefinition, name: string): Seat | undefined {
  return method.seats.find((seat) => seat.name === name.trim());
}

/** Ids of the method's seats that at least `min` (or one) of these roll texts take; the fact `seatsPresent`. */
export function seatsTaken(method: MethodDefinition, seatTexts: readonly string[]): readonly string[] {
  const taken = (seat: Seat) => seatTexts.filter((text) => text.trim() === seat.name).length;
  return method.seats.filter((seat) => taken(seat) >= Math.max(1, seat.min ?? 1)).map((seat) => seat.id);
}
