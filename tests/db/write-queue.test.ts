import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Handle } from "#db/connect.ts";
import { createWriteQueue } from "#db/write-queue.ts";

/** The queue on a real file through a connection that notes what it is told, and can be made to fail in its commit. */
let folder: string;
let connection: SQLite.Database;
let queue: ReturnType<typeof createWriteQueue>;
let events: string[];
let failNextCommit: boolean;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yuanzhuo-queue-"));
  connection = new SQLite(join(folder, "queue.db"));
  connection.pragma("journal_mode = WAL");
  connection.exec("CREATE TABLE kept (n INTEGER PRIMARY KEY)");
  events = [];
  failNextCommit = false;
  const exec = connection.exec.bind(connection);
  connection.exec = (sql) => {
    if (sql === "COMMIT" && failNextCommit) {
      failNextCommit = false;
      throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    }
    const done = exec(sql);
    if (sql === "COMMIT" || sql.startsWith("BEGIN")) events.push(sql);
    return done;
  };
  queue = createWriteQueue(connection, {} as Handle);
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

async function insert(n: number): Promise<void> {
  await queue.write(async () => connection.prepare("INSERT INTO kept VALUES (?)").run(n));
  events.push("ack");
}
const many = (from: number, count: number) => Array.from({ length: count }, (_, k) => insert(from + k));
const kept = () => connection.prepare("SELECT count(*) FROM kept").pluck().get();

describe("threat: crash in mid-vote, a shared commit", () => {
  it("answers all who share it, and none before it returned", async () => {
    await Promise.all(many(0, 50));
    expect(events).toEqual(["BEGIN IMMEDIATE", "COMMIT", ...Array(50).fill("ack")]);
  });

  it("answers in a larger crowd each only after the commit that holds their own", async () => {
    await Promise.all(many(0, 700));
    const commitsAtAck: number[] = [];
    let commits = 0;
    for (const event of events) {
      if (event === "COMMIT") commits += 1;
      if (event === "ack") commitsAtAck.push(commits);
    }
    expect(commits).toBeGreaterThan(1);
    // Units are taken in the order in which they came, so the first commit holds the first of them.
    const perCommit = Math.max(...[1, 2, 3].map((nth) => commitsAtAck.filter((n) => n === nth).length));
    expect(commitsAtAck.filter((done, n) => done < Math.floor(n / perCommit) + 1)).toEqual([]);
  });

  it("that fails answers nobody `recorded`, keeps nothing of anybody, and does not stand in the way of the next", async () => {
    failNextCommit = true;
    const settled = await Promise.allSettled(many(0, 20));
    expect(settled.map((each) => (each.status === "rejected" ? each.reason.word : "kept"))).toEqual(
      Array(20).fill("busy"),
    );
    expect(kept()).toBe(0);
    await Promise.all(many(0, 20));
    expect(kept()).toBe(20);
  });
});
