import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import type { TestServer } from "./server.ts";

/** A phone as the page behaves: it sends until it knows that its ballot is in, through however many broken lines. */
export type Phone = {
  /** Joins; resolves with the first snapshot. */
  join(): Promise<void>;
  /** Casts; resolves when the phone was told that the ballot is in, by an acknowledgement or by a snapshot. */
  cast(poll: string, choice: string): Promise<"acknowledged" | "seen on return">;
  /** Breaks the line, and joins again at once. */
  drop(): Promise<void>;
  leave(): void;
};

const AGAIN_MS = 50;

/** `hear` gets every frame of the phone as text, in both directions' one that matters: from the server. */
export function newPhone(server: TestServer, key: string, hear: (frame: string) => void): Phone {
  let socket: Socket | undefined;
  let last: MeetingSnapshot | undefined;
  let joined: Promise<void> = Promise.resolve();

  function connect(): Promise<void> {
    const options = { path: "/live", transports: ["websocket"], auth: { key }, reconnection: false, forceNew: true };
    const line = io(server.url, options);
    socket = line;
    last = undefined;
    line.io.engine.on("data", (frame: unknown) => hear(String(frame)));
    return new Promise((resolve, reject) => {
      line.once("connect_error", reject);
      line.on("snapshot", (snapshot: MeetingSnapshot) => {
        if (line === socket) last = snapshot;
        resolve();
      });
      // Broken before it was welcomed: whoever waits looks at the next line.
      line.once("disconnect", () => resolve());
    });
  }

  /** What came back, or undefined when the line broke first. */
  function ask(line: Socket, poll: string, choice: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      line.once("disconnect", () => resolve(undefined));
      line.emit("cast", { poll, choice }, (answer: { status: string }) => resolve(answer.status));
    });
  }

  return {
    join() {
      joined = connect();
      return joined;
    },
    async cast(poll, choice) {
      for (let tries = 0; ; tries++) {
        await joined;
        if (tries > 0 && last?.poll?.id === poll && last.poll.mine === "recorded") return "seen on return";
        const status = socket?.connected ? await ask(socket, poll, choice) : undefined;
        if (status === "recorded" || status === "already-recorded") return "acknowledged";
        if (status !== undefined && status !== "busy") throw new Error(`a ballot was answered ${status}`);
        await delay(AGAIN_MS);
      }
    },
    drop() {
      socket?.io.engine.close();
      joined = connect();
      return joined;
    },
    leave: () => void socket?.disconnect(),
  };
}

/** Does it for all, so many at a time. */
export async function inTurns<T>(all: readonly T[], width: number, work: (each: T, n: number) => Promise<unknown>) {
  const waiting = all.entries();
  const worker = async () => {
    for (const [n, each] of waiting) await work(each, n);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** Numbers between 0 and 1, the same at every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Resident memory of a process, KB; undefined where the system does not tell. */
export function residentKb(pid: number): number | undefined {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return undefined;
  }
}
