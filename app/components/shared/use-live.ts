import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { type LiveAuth, type LiveLink, openLink } from "./live-link.ts";
import { beginLive, type Connection, nextLive, type RoomCode, serverTime } from "./live-state.ts";

export type Live = {
  snapshot: MeetingSnapshot;
  connection: Connection;
  /** Screens that staff opened only. */
  roomCode: RoomCode | null;
  /** The server's time now, ms since 1970; correct on devices whose clock is wrong. */
  serverNow(): number;
  /** The open connection; null while rendering on the server and before the first effect. */
  link(): LiveLink | null;
};

/**
 * Follows one meeting: starts from the loader's snapshot and replaces it by each newer one that the socket brings.
 * Reconnects by itself; while the line is lost the last snapshot stays.
 */
export function useLive(auth: LiveAuth, initial: MeetingSnapshot): Live {
  const [state, dispatch] = useReducer(nextLive, initial, (snapshot) => beginLive(snapshot, monotonic()));
  const link = useRef<LiveLink | null>(null);
  const who = JSON.stringify(auth);
  useEffect(() => {
    const opened = openLink(JSON.parse(who), {
      online: () => dispatch({ type: "online" }),
      lost: () => dispatch({ type: "lost" }),
      refused: () => dispatch({ type: "refused" }),
      snapshot: (snapshot) => dispatch({ type: "snapshot", snapshot, at: monotonic() }),
      roomCode: (roomCode) => dispatch({ type: "room-code", roomCode }),
    });
    link.current = opened;
    return () => {
      link.current = null;
      opened.close();
    };
  }, [who]);
  const serverNow = useCallback(() => serverTime(state, monotonic()), [state]);
  const currentLink = useCallback(() => link.current, []);
  return {
    snapshot: state.snapshot,
    connection: state.connection,
    roomCode: state.roomCode,
    serverNow,
    link: currentLink,
  };
}

/** `serverNow` again every `ms` while mounted: for countdowns. The first value, on the server too, is the snapshot's own time. */
export function useTicking(serverNow: () => number, snapshotNow: string, ms = 250): number {
  const [now, setNow] = useState(() => Date.parse(snapshotNow));
  useEffect(() => {
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), ms);
    return () => clearInterval(timer);
  }, [serverNow, ms]);
  return now;
}

const monotonic = () => (typeof performance === "undefined" ? 0 : performance.now());
