import { roomCode } from "#app/domain/meeting/room-code.ts";
import type { House } from "#app/house.ts";

/** The six digits to show now in this meeting, and until when (see `check-in`). */
export function currentRoomCode(house: House, meetingId: string): { code: string; validUntil: Date } {
  return roomCode((minute) => house.sign(`room-code|${meetingId}|${minute}`), house.clock());
}

/** The key in a screen's address that lets a projector without staff session show the room code. */
export const screenKey = (house: House, meetingId: string): string => house.sign(`screen|${meetingId}`).slice(0, 22);
