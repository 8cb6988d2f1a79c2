import { ROOM_CODE_SECONDS } from "#app/domain/meeting/room-code.ts";
import type { House } from "#app/house.ts";
import type { MeetingRoom } from "./meeting-room.ts";

/** Calls every room when the minute turns, by the house's clock. */
export function startMinutes(house: House, rooms: ReadonlyMap<string, MeetingRoom>): { stop(): void } {
  const period = ROOM_CODE_SECONDS * 1000;
  let timer: NodeJS.Timeout;
  const schedule = () => {
    // A little past the turn: a timer that fires early would show the old digits for another minute.
    timer = setTimeout(turn, period - (house.clock().getTime() % period) + 20);
    timer.unref();
  };
  const turn = () => {
    for (const room of rooms.values()) room.everyMinute();
    schedule();
  };
  schedule();
  return { stop: () => clearTimeout(timer) };
}
