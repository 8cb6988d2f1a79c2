import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";

/** joining: the page is there, the line not yet · online · lost: reconnecting by itself · refused: the server does not know us any more. */
export type Connection = "joining" | "online" | "lost" | "refused";

/** The six figures on the screen, and until when they let people in (ISO 8601 UTC). */
export type RoomCode = { code: string; validUntil: string };

export type LiveState = {
  snapshot: MeetingSnapshot;
  connection: Connection;
  roomCode: RoomCode | null;
  /** The page's own monotonic milliseconds at which the snapshot arrived. */
  arrivedAt: number;
  /** True from (re)connecting until the first snapshot: that one counts whatever its version. */
  awaiting: boolean;
};

export type LiveEvent =
  | { type: "online" }
  | { type: "lost" }
  | { type: "refused" }
  | { type: "snapshot"; snapshot: MeetingSnapshot; at: number }
  | { type: "room-code"; roomCode: RoomCode };

export const beginLive = (snapshot: MeetingSnapshot, at: number): LiveState => ({
  snapshot,
  connection: "joining",
  roomCode: null,
  arrivedAt: at,
  awaiting: true,
});

/** The next state. An older snapshot that arrives late is dropped; what was shown stays when the line is lost. */
export function nextLive(state: LiveState, event: LiveEvent): LiveState {
  switch (event.type) {
    case "online":
      return { ...state, connection: "online", awaiting: true };
    case "lost":
    case "refused":
      return { ...state, connection: event.type };
    case "room-code":
      return { ...state, roomCode: event.roomCode };
    case "snapshot": {
      // After a restart or a restored backup the numbers may begin lower: the first answer to a connection is always the truth.
      if (!state.awaiting && event.snapshot.version < state.snapshot.version) return state;
      return { ...state, snapshot: event.snapshot, arrivedAt: event.at, awaiting: false };
    }
  }
}

/** The server's time in ms, counted on from the snapshot by the page's monotonic clock: a phone whose clock is wrong, or jumps, counts right. */
export function serverTime(state: Pick<LiveState, "snapshot" | "arrivedAt">, monotonicNow: number): number {
  return Date.parse(state.snapshot.now) + Math.max(0, monotonicNow - state.arrivedAt);
}
