import { io, type Socket } from "socket.io-client";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import type { TestServer } from "./server.ts";

export type Answer = { status: number; body: Record<string, unknown> };

/** One request as a program sends it. */
export async function call(
  server: TestServer,
  method: string,
  path: string,
  body?: unknown,
  key?: string,
): Promise<Answer> {
  const response = await fetch(server.url + path, {
    method,
    headers: { "Content-Type": "application/json", ...(key ? { Authorization: `Bearer ${key}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A demonstration meeting with `voters` people, made by the program that makes them for other programs. */
export async function demonstration(server: TestServer, voters: number): Promise<Demonstration> {
  const { stdout } = await server.run("demo", "--voters", String(voters), "--json");
  return JSON.parse(stdout);
}

/** Checks the holder of a personal link in; the key of their device. */
export async function checkIn(server: TestServer, { meeting }: Demonstration, token: string): Promise<string> {
  const { status, body } = await call(server, "POST", `/api/v1/meetings/${meeting}/check-ins`, { token });
  if (status !== 201) throw new Error(`check-in answered ${status}`);
  return String(body.key);
}

/** Checks everybody in; their keys in the order of the roll. */
export const checkInAll = (server: TestServer, demo: Demonstration): Promise<string[]> =>
  Promise.all(demo.voters.map(({ token }) => checkIn(server, demo, token)));

/** Prepares and opens a poll; its id. */
export async function openPollOver(
  server: TestServer,
  { meeting, staff }: Demonstration,
  poll: { question: string; mode: PollMode; rule?: string } & Record<string, unknown>,
): Promise<string> {
  const made = await call(
    server,
    "POST",
    `/api/v1/meetings/${meeting}/polls`,
    { rule: "resident-representatives", ...poll },
    staff.apiToken,
  );
  const id = String(made.body.id);
  const opened = await call(server, "POST", `/api/v1/polls/${id}/opening`, undefined, staff.apiToken);
  if (opened.status !== 200) throw new Error(`opening answered ${opened.status}`);
  return id;
}

/** The cookie of a session at the desk. */
export async function signInOver(server: TestServer, { username, password }: Demonstration["staff"]): Promise<string> {
  const response = await fetch(`${server.url}/sign-in`, {
    method: "POST",
    headers: { Origin: server.url },
    body: new URLSearchParams({ username, password }),
    redirect: "manual",
  });
  const cookie = response.headers.get("Set-Cookie")?.split(";")[0];
  if (!cookie) throw new Error(`signing in answered ${response.status}`);
  return cookie;
}

/** What each socket was told last: the first snapshot may come before a test listens. */
const lastTold = new WeakMap<Socket, MeetingSnapshot>();

/** A voter's socket, connected. It does not reconnect by itself: a test says when. */
export function connect(server: TestServer, auth: Record<string, string>): Promise<Socket> {
  const socket = io(server.url, {
    path: "/live",
    transports: ["websocket"],
    auth,
    reconnection: false,
    forceNew: true,
  });
  socket.on("snapshot", (snapshot: MeetingSnapshot) => lastTold.set(socket, snapshot));
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", reject);
  });
}

/** The snapshot that is wanted: the last that this socket was told, or the first to come that is. */
export function snapshotThat(socket: Socket, wanted: (snapshot: MeetingSnapshot) => boolean): Promise<MeetingSnapshot> {
  const last = lastTold.get(socket);
  if (last && wanted(last)) return Promise.resolve(last);
  return new Promise((resolve) => {
    const look = (snapshot: MeetingSnapshot) => {
      if (!wanted(snapshot)) return;
      socket.off("snapshot", look);
      resolve(snapshot);
    };
    socket.on("snapshot", look);
  });
}
