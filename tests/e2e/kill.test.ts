import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, checkInAll, connect, demonstration, openPollOver } from "./api-client.ts";
import { newServer, type TestServer } from "./server.ts";

/** How often the process is killed; `KILLS=30 npm test -- --only e2e tests/e2e/kill.test.ts` for the long run. */
const KILLS = Number(process.env.KILLS ?? 6);
const VOTERS = 120;

let server: TestServer;
beforeAll(async () => {
  server = await newServer();
  await server.start();
});
afterAll(() => server.remove());

/** All voters cast at once; the server is killed after a random share of them was acknowledged. Who was acknowledged. */
async function castUntilKilled(keys: string[], poll: string, killAfter: number): Promise<Set<number>> {
  const acknowledged = new Set<number>();
  const sockets = await Promise.all(keys.map((key) => connect(server, { key })));
  const gone = new Promise<void>((resolve) => {
    for (const [n, socket] of sockets.entries()) {
      socket.emit("cast", { poll, choice: n % 3 === 0 ? "against" : "for" }, (answer: { status: string }) => {
        if (answer.status === "recorded") acknowledged.add(n);
        if (acknowledged.size === killAfter) server.stop("SIGKILL").then(() => resolve());
      });
    }
  });
  await gone;
  for (const socket of sockets) socket.disconnect();
  return acknowledged;
}

it(`loses no acknowledged ballot to ${KILLS} kill -9 in the middle of casting`, async () => {
  const meeting = await demonstration(server, VOTERS);
  const keys = await checkInAll(server, meeting);
  let mostUnanswered = 0;
  for (let round = 0; round < KILLS; round++) {
    const poll = await openPollOver(server, meeting, { question: `第 ${round + 1} 次表决`, mode: "secret" });
    const killAfter = 1 + Math.floor(((round + 1) * (VOTERS - 20)) / (KILLS + 1));
    const acknowledged = await castUntilKilled(keys, poll, killAfter);
    expect(acknowledged.size).toBeGreaterThanOrEqual(killAfter);

    const box = new SQLite(join(server.dataDir, "yuanzhuo.db"), { readonly: true });
    const count = (table: string) =>
      box.prepare(`SELECT count(*) FROM ${table} WHERE poll_id = ?`).pluck().get(poll) as number;
    expect(count("claim")).toBe(count("ballot"));
    expect(count("ballot")).toBeGreaterThanOrEqual(acknowledged.size);
    expect(box.pragma("integrity_check", { simple: true })).toBe("ok");
    mostUnanswered = Math.max(mostUnanswered, VOTERS - acknowledged.size);
    box.close();

    await server.start();
    const again = await Promise.all(
      keys.map((key) => call(server, "POST", `/api/v1/polls/${poll}/ballots`, { choice: "for" }, key)),
    );
    for (const n of acknowledged) expect(again[n]?.body.status).toBe("already-recorded");
    const closed = await call(server, "POST", `/api/v1/polls/${poll}/closing`, undefined, meeting.staff.apiToken);
    expect(closed.body).toMatchObject({ cast: VOTERS });
  }
  // Otherwise the kills came too late to mean anything.
  expect(mostUnanswered).toBeGreaterThan(0);
  await server.stop();
  expect(await server.run("verify")).toMatchObject({ code: 0 });
});
