import { io, type Socket } from "socket.io-client";

export type Burst = { acknowledged: number; seconds: number; latencies: number[] };

/** More at once would overrun the queue of connections that the system holds for a server. */
const AT_ONCE = 100;

/** Connects one socket a handshake; they stay open until `hangUp`. */
export async function connectPhones(url: string, handshakes: Record<string, string>[]): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let n = 0; n < handshakes.length; n += AT_ONCE) {
    sockets.push(...(await Promise.all(handshakes.slice(n, n + AT_ONCE).map((auth) => connectPhone(url, auth)))));
  }
  return sockets;
}

function connectPhone(url: string, auth: Record<string, string>): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const options = { path: "/live", transports: ["websocket"], auth, forceNew: true, reconnection: false };
    const socket = io(url, options);
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
  });
}

/** Resolves when each of them was told that this poll is open. Call it before opening. */
export async function toldOf(phones: Socket[], poll: string): Promise<void> {
  await Promise.all(phones.map((phone) => toldOne(phone, poll)));
}

function toldOne(phone: Socket, poll: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (snapshot: { poll?: { id: string; state: string } | null }) => {
      if (snapshot.poll?.id !== poll || snapshot.poll.state !== "open") return;
      phone.off("snapshot", look);
      resolve();
    };
    phone.on("snapshot", look);
  });
}

/** How many frames all of them have been sent since. */
export function countFrames(sockets: Socket[]): () => number {
  let frames = 0;
  for (const socket of sockets) socket.io.engine.on("packet", () => void frames++);
  return () => frames;
}

export function hangUp(phones: Socket[]): void {
  for (const phone of phones) phone.disconnect();
}

/** All phones cast at once. Latencies in ms from sending to the acknowledgement; throws when one is not `recorded`. */
export async function burst(phones: Socket[], poll: string): Promise<Burst> {
  const started = performance.now();
  const latencies = await Promise.all(phones.map((phone) => castOnce(phone, poll)));
  return { acknowledged: latencies.length, seconds: (performance.now() - started) / 1000, latencies };
}

function castOnce(phone: Socket, poll: string): Promise<number> {
  const sent = performance.now();
  return new Promise((resolve, reject) => {
    phone.emit("cast", { poll, choice: "for" }, ({ status }: { status: string }) => {
      if (status === "recorded") resolve(performance.now() - sent);
      else reject(new Error(`a ballot was answered ${status}`));
    });
  });
}

/** The value below which the share `part` (0 … 1) of the sorted numbers lies. */
function percentile(numbers: number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

/** One measurement from several bursts. */
export function summary(bursts: Burst[]) {
  const latencies = bursts.flatMap((each) => each.latencies);
  const acknowledged = bursts.reduce((sum, each) => sum + each.acknowledged, 0);
  const seconds = bursts.reduce((sum, each) => sum + each.seconds, 0);
  return {
    perSecond: Math.round(acknowledged / seconds),
    p50: round(percentile(latencies, 0.5)),
    p99: round(percentile(latencies, 0.99)),
  };
}

export const round = (number: number): number => Math.round(number * 100) / 100;
