import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import { call, checkInAll, connect, demonstration, openPollOver } from "./api-client.ts";
import { scaled, tell } from "./scale.ts";
import { newServer, type TestServer } from "./server.ts";

/** How often the process is killed; `npm run proof` does it fifty times. */
const KILLS = scaled(5, 50);
const VOTERS = scaled(80, 120);

let server: TestServer;
let meeting: Demonstration;
beforeAll(async () => {
  server = await newServer();
  await server.start();
  meeting = await demonstration(server, VOTERS);
});
afterAll(() => server.remove());

const choiceOf = (n: number) => (n % 3 === 0 ? "against" : "for");

/** All voters cast at once; the server is killed after a share of them was acknowledged. Who was acknowledged. */
async function castUntilKilled(keys: string[], poll: string, killAfter: number): Promise<Set<number>> {
  const acknowledged = new Set<number>();
  const sockets = await Promise.all(keys.map((key) => connect(server, { key })));
  const gone = new Promise<void>((resolve) => {
    for (const [n, socket] of sockets.entries()) {
      socket.emit("cast", { poll, choice: choiceOf(n) }, (answer: { status: string }) => {
        if (answer.status === "recorded") acknowledged.add(n);
        if (acknowledged.size === killAfter) server.stop("SIGKILL").then(() => resolve());
      });
    }
  });
  await gone;
  for (const socket of sockets) socket.disconnect();
  return acknowledged;
}

/** The file as the killed process left it. */
function expectKept(poll: string, acknowledged: ReadonlySet<number>): void {
  const box = new SQLite(join(server.dataDir, "yuanzhuo.db"), { readonly: true });
  const claims = new Set(box.prepare("SELECT person_id FROM claim WHERE poll_id = ?").pluck().all(poll));
  const ballots = box.prepare("SELECT choice FROM ballot WHERE poll_id = ?").pluck().all(poll) as string[];
  expect(box.pragma("integrity_check", { simple: true })).toBe("ok");
  box.close();
  expect(claims.size).toBe(ballots.length);
  expect([...acknowledged].filter((n) => !claims.has(meeting.voters[n]?.id))).toEqual([]);
  for (const choice of ["for", "against"]) {
    const told = [...acknowledged].filter((n) => choiceOf(n) === choice).length;
    expect(ballots.filter((each) => each === choice).length).toBeGreaterThanOrEqual(told);
  }
}

describe("threat: crash in mid-vote", () => {
  it(`loses no acknowledged ballot to ${KILLS} kill -9 in the middle of casting`, async () => {
    const keys = await checkInAll(server, meeting);
    const unanswered: number[] = [];
    for (let round = 0; round < KILLS; round++) {
      const poll = await openPollOver(server, meeting, { question: `第 ${round + 1} 次表决`, mode: "secret" });
      const killAfter = 1 + Math.floor(((round + 1) * (VOTERS - 20)) / (KILLS + 1));
      const acknowledged = await castUntilKilled(keys, poll, killAfter);
      expect(acknowledged.size).toBeGreaterThanOrEqual(killAfter);
      expectKept(poll, acknowledged);
      unanswered.push(VOTERS - acknowledged.size);

      // The open poll resumes from the database: who was told `recorded` is, and the others may still vote.
      await server.start();
      const again = await Promise.all(
        keys.map((key, n) => call(server, "POST", `/api/v1/polls/${poll}/ballots`, { choice: choiceOf(n) }, key)),
      );
      for (const n of acknowledged) expect(again[n]?.body.status).toBe("already-recorded");
      const closed = await call(server, "POST", `/api/v1/polls/${poll}/closing`, undefined, meeting.staff.apiToken);
      expect(closed.body).toMatchObject({ cast: VOTERS, against: Math.ceil(VOTERS / 3) });
    }
    // Otherwise the kills came too late to mean anything.
    expect(Math.max(...unanswered)).toBeGreaterThan(0);
    const interrupted = unanswered.filter((n) => n > 0).length;
    tell({ proof: "kill -9", kills: KILLS, voters: VOTERS, kills_with_ballots_under_way: interrupted, lost: 0 });
    await server.stop();
    expect(await server.run("verify")).toMatchObject({ code: 0 });
  });
});
