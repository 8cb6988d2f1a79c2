/** How many of a seat 席位 there are. */
export type SeatCount = { seat: string; count: number };

/** “居民代表7人、党员中心户1人，共8人”; a single seat without its sum. */
export function seatWords(seats: readonly SeatCount[]): string {
  const total = seats.reduce((sum, { count }) => sum + count, 0);
  const each = seats.map(({ seat, count }) => `${seat}${count}人`).join("、");
  return seats.length > 1 ? `${each}，共${total}人` : each;
}
