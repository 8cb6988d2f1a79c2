import { setTimeout as delay } from "node:timers/promises";
import type SQLite from "better-sqlite3";
import { DomainError } from "#app/domain/errors.ts";
import type { Handle } from "./connect.ts";

type Unit = {
  work: (db: Handle) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
};
type Settled = { unit: Unit; value?: unknown; error?: unknown };

/** How many waiting units share one commit: large enough that a full hall costs a few syncs, small enough to bound the wait. */
const BATCH = 256;
/** How long a unit waits for another process to give the file back before it is answered `busy`. */
const LOCK_WAIT_MS = 2000;
const LOCK_RETRY_MS = 20;

/**
 * Runs write units one after another on the one write connection. Units that wait together share one
 * BEGIN IMMEDIATE … COMMIT, each inside its own savepoint; nobody is answered before that commit returned.
 */
export function createWriteQueue(connection: SQLite.Database, handle: Handle) {
  const waiting: (
    | Unit
    | { alone: () => unknown; done: (value: unknown) => void; failed: (reason: unknown) => void }
  )[] = [];
  let running = false;
  const idlers: (() => void)[] = [];

  function wake(): void {
    if (running) return;
    running = true;
    // A macrotask: everything that arrives in this turn of the event loop joins the same commit.
    setImmediate(turn);
  }

  async function turn(): Promise<void> {
    const first = waiting[0];
    if (first && "alone" in first) {
      waiting.shift();
      try {
        first.done(first.alone());
      } catch (error) {
        first.failed(refusal(error));
      }
    } else {
      const batch: Unit[] = [];
      while (batch.length < BATCH && waiting[0] && "work" in waiting[0]) batch.push(waiting.shift() as Unit);
      if (batch.length > 0) await commitTogether(connection, handle, batch);
    }
    if (waiting.length > 0) return void setImmediate(turn);
    running = false;
    for (const idler of idlers.splice(0)) idler();
  }

  return {
    write<T>(work: (db: Handle) => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
        wake();
      });
    },
    /** Runs synchronous work outside any transaction, in turn with the units. */
    alone<T>(work: () => T): Promise<T> {
      return new Promise<T>((done, failed) => {
        waiting.push({ alone: work, done: done as (value: unknown) => void, failed });
        wake();
      });
    },
    idle(): Promise<void> {
      return running ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve();
    },
  };
}

/**
 * Takes the write lock. While another process holds it (a program on the same data) the wait lies between the tries, not in
 * SQLite, which would hold up reads and every connection with it.
 */
async function begin(connection: SQLite.Database): Promise<void> {
  const giveUp = performance.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      connection.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isRefusal(error) || !error.code.startsWith("SQLITE_BUSY") || performance.now() > giveUp) throw error;
    }
    await delay(LOCK_RETRY_MS);
  }
}

async function commitTogether(connection: SQLite.Database, handle: Handle, batch: Unit[]): Promise<void> {
  const settled: Settled[] = [];
  try {
    await begin(connection);
    for (const unit of batch) settled.push(await inSavepoint(connection, handle, unit));
    connection.exec("COMMIT");
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    for (const unit of batch) unit.reject(refusal(error));
    return;
  }
  for (const { unit, value, error } of settled) {
    if (error === undefined) unit.resolve(value);
    else unit.reject(error);
  }
}

async function inSavepoint(connection: SQLite.Database, handle: Handle, unit: Unit): Promise<Settled> {
  connection.exec("SAVEPOINT unit");
  try {
    const value = await unit.work(handle);
    connection.exec("RELEASE unit");
    return { unit, value };
  } catch (error) {
    // A full disk makes SQLite roll the whole transaction back: then no unit of this batch may be acknowledged.
    if (!connection.inTransaction) throw error;
    connection.exec("ROLLBACK TO unit; RELEASE unit");
    return { unit, error: refusal(error) ?? new Error("rejected without a reason") };
  }
}

/** Errors of the file itself (full, busy, read-only, torn) become the domain's `busy`: try again, nothing was saved. */
function refusal(error: unknown): unknown {
  return isRefusal(error) ? new DomainError("busy", error.code) : error;
}

/** Whether SQLite refused because of the file itself (full, busy, read-only, torn), not because of what was asked. */
export function isRefusal(error: unknown): error is { code: string } {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN)/.test(code);
}
