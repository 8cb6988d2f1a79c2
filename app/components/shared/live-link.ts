import { io, type Socket } from "socket.io-client";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import type { Choice } from "#app/domain/poll/form.ts";
import type { AnswerRefusal } from "#app/domain/straw/refusals.ts";
import type { RoomCode } from "./live-state.ts";

/** A voter's phone and the desk are known by their cookies; a projector names its meeting, and the key that staff put in its address. */
export type LiveAuth = { meeting: string; as: "voter" | "desk" } | { screen: string; k?: string };

export type CastStatus = "recorded" | "already-recorded" | "poll-closed" | "not-entitled" | "invalid-choice" | "busy";

export type StrawStatus = "answered" | AnswerRefusal | "busy";

type FromServer = { snapshot(snapshot: MeetingSnapshot): void; "room-code"(roomCode: RoomCode): void };
type ToServer = {
  cast(ballot: { poll: string; choice: Choice; for?: string }, ack: (answer: { status: CastStatus }) => void): void;
  straw(answer: { straw: string; choice: string }, ack: (answer: { status: StrawStatus }) => void): void;
};

export type Listener = {
  online(): void;
  lost(): void;
  refused(): void;
  snapshot(snapshot: MeetingSnapshot): void;
  roomCode(roomCode: RoomCode): void;
};

export type LiveLink = {
  /** Sends a ballot, one's own or that of the person who authorised this voter; rejects when no answer came in time or the line was cut. Sending again is safe. */
  cast(poll: string, choice: Choice, forId?: string): Promise<CastStatus>;
  /** Sends what was tapped in a mood check, in place of an earlier tap; rejects like `cast`. */
  straw(straw: string, choice: string): Promise<StrawStatus>;
  /** Resolves after `ms`, or as soon as the line is back. */
  pause(ms: number): Promise<void>;
  close(): void;
};

const JOIN_MS = 4000;
const ACK_MS = 6000;
const REFUSED_RETRY_MS = 5000;
/** A phone that slept this long may hold a line that is dead without knowing it. */
const SLEEP_MS = 10_000;

/** Opens the page's one live connection and keeps it open until `close`. */
export function openLink(auth: LiveAuth, listener: Listener): LiveLink {
  const socket: Socket<FromServer, ToServer> = io({
    path: "/live",
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    auth,
    timeout: 8000,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
  });
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (work: () => void, ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };
  later(() => socket.connected || listener.lost(), JOIN_MS);
  socket.on("connect", () => listener.online());
  socket.on("snapshot", (snapshot) => listener.snapshot(snapshot));
  socket.on("room-code", (roomCode) => listener.roomCode(roomCode));
  socket.on("disconnect", (reason) => {
    listener.lost();
    // socket.io stays away after the server hung up; the server may only have restarted.
    if (reason === "io server disconnect") later(() => socket.connect(), 1000);
  });
  socket.on("connect_error", () => {
    if (socket.active) return listener.lost();
    listener.refused();
    later(() => socket.connect(), REFUSED_RETRY_MS);
  });
  const forget = followDevice(socket);
  return {
    cast: async (poll, choice, forId) => {
      const ballot = { poll, choice, ...(forId === undefined ? {} : { for: forId }) };
      return (await socket.timeout(ACK_MS).emitWithAck("cast", ballot)).status;
    },
    straw: async (straw, choice) => (await socket.timeout(ACK_MS).emitWithAck("straw", { straw, choice })).status,
    pause: (ms) =>
      new Promise((resolve) => {
        later(resolve, ms);
        socket.once("connect", resolve);
      }),
    close() {
      forget();
      for (const timer of timers) clearTimeout(timer);
      socket.disconnect();
    },
  };
}

/** Reconnects at once when the device says the network is back or wakes from sleep, instead of waiting for the next try. */
function followDevice(socket: Socket<FromServer, ToServer>): () => void {
  let hiddenAt = 0;
  const afresh = () => {
    socket.disconnect();
    socket.connect();
  };
  const onOnline = () => socket.connected || afresh();
  const onOffline = () => socket.io.engine.close();
  const onVisible = () => {
    if (document.visibilityState === "hidden") hiddenAt = performance.now();
    else if (!socket.connected || performance.now() - hiddenAt > SLEEP_MS) afresh();
  };
  window.addEventListener("online", onOnline);
  window.addEventListener("offline", onOffline);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    window.removeEventListener("online", onOnline);
    window.removeEventListener("offline", onOffline);
    document.removeEventListener("visibilitychange", onVisible);
  };
}
