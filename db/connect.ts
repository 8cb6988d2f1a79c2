import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { DomainError } from "#app/domain/errors.ts";
import * as tables from "./schema/index.ts";
import { createWriteQueue, isRefusal } from "./write-queue.ts";

/** What a store function gets: the query builder and the tables reached through it. */
export type Handle = Omit<BetterSQLite3Database, "transaction"> & { tables: typeof tables };

export type Database = {
  kind: "sqlite" | "postgres";
  /** Runs reads on one consistent snapshot, on a connection that cannot write. Nothing but database work inside. */
  read<T>(work: (db: Handle) => Promise<T>): Promise<T>;
  /** The only way to write: resolves after a durable commit. Throws what `work` throws; `busy` when the disk refuses. */
  write<T>(work: (db: Handle) => Promise<T>): Promise<T>;
  /** Wipes what the log and free pages still remember of the order of writing (after a poll closes). */
  scrub(): Promise<void>;
  /** Throws `busy` when the database cannot be written. */
  probe(): Promise<void>;
  close(): Promise<void>;
};

const SCRUB_AGAIN_MS = 5000;

/** The file was written by a later version of the house; opening it could lose what that version knows. */
export class NewerDatabaseError extends Error {}

/** Opens (and migrates) the SQLite file. `migrations` is the folder of SQL files. Throws NewerDatabaseError. */
export function openDatabase(options: { file: string; migrations: string }): Database {
  if (!existsSync(dirname(options.file))) mkdirSync(dirname(options.file), { recursive: true });
  // A log left behind: the last process was killed, perhaps between closing a poll and wiping its traces.
  const killed = logSize(options.file) > 0;
  const writer = openWriter(options.file);
  let owed = false;
  try {
    migrateUp(writer, options.migrations);
    if (killed) owed = !wipe(writer);
  } catch (error) {
    writer.close();
    throw error;
  }
  const reader = new SQLite(options.file, { readonly: true });
  reader.pragma("busy_timeout = 2000");

  // From here on the write queue waits for the lock itself, without holding up the event loop.
  writer.pragma("busy_timeout = 20");
  const queue = createWriteQueue(writer, handleOf(writer));
  const readHandle = handleOf(reader);
  let lastRead: Promise<unknown> = Promise.resolve();
  let again: NodeJS.Timeout | undefined;
  if (owed) scrubLater();

  function scrubLater(): void {
    // An error that is no refusal is kept for the next closing, which says it: nobody waits for this attempt.
    again = setTimeout(() => scrub().catch(scrubLater), SCRUB_AGAIN_MS).unref();
  }

  /** The act that asks for it is already committed, so a file that is busy is no failure of the act: tried again later. */
  async function scrub(): Promise<void> {
    clearTimeout(again);
    owed = true;
    owed = !(await queue.alone(() => wipe(writer)));
    if (owed) scrubLater();
  }

  return {
    kind: "sqlite",
    read(work) {
      const turn = lastRead.then(() => snapshotRead(reader, readHandle, work));
      lastRead = turn.catch(() => undefined);
      return turn;
    },
    write: queue.write,
    scrub,
    probe: () =>
      queue.write(async (db) => {
        const value = String(process.hrtime.bigint());
        await db
          .insert(tables.installation)
          .values({ key: "probe", value })
          .onConflictDoUpdate({ target: tables.installation.key, set: { value } });
      }),
    async close() {
      clearTimeout(again);
      await queue.idle();
      reader.close();
      // What could not be wiped while the file was busy must not outlive this process: the next one would find no log to warn it.
      if (owed) wipe(writer);
      checkpoint(writer);
      writer.close();
    },
  };
}

/**
 * Rewrites the file in key order and empties the log. Without both a copied database and log re-link voters to ballots by
 * page order (tried: 200 of 200). False when the file was busy or the disk full.
 */
function wipe(writer: SQLite.Database): boolean {
  try {
    writer.exec("VACUUM");
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
  return checkpoint(writer);
}

/** Empties the log into the file. False when that was busy or the disk full: then the log stays, and nothing is lost. */
function checkpoint(writer: SQLite.Database): boolean {
  try {
    const [row] = writer.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
    return row?.busy === 0;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

const logSize = (file: string) => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

async function snapshotRead<T>(reader: SQLite.Database, handle: Handle, work: (db: Handle) => Promise<T>): Promise<T> {
  reader.exec("BEGIN");
  try {
    return await work(handle);
  } finally {
    reader.exec("COMMIT");
  }
}

function handleOf(connection: SQLite.Database): Handle {
  return Object.assign(drizzle(connection, { casing: "snake_case" }), { tables });
}

function openWriter(file: string): SQLite.Database {
  const writer = new SQLite(file);
  writer.pragma("busy_timeout = 2000");
  writer.pragma("journal_mode = WAL");
  // better-sqlite3 is compiled with NORMAL for WAL: an acknowledged ballot could vanish with the power.
  writer.pragma("synchronous = FULL");
  writer.pragma("secure_delete = ON");
  writer.pragma("foreign_keys = ON");
  return writer;
}

/** When the newest migration that the file has seen was made; 0 for a new file. */
function lastMigration(writer: SQLite.Database): number {
  const tables = writer.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = '__drizzle_migrations'");
  if ((tables.get() as { n: number }).n === 0) return 0;
  const newest = writer.prepare("SELECT max(created_at) AS at FROM __drizzle_migrations").get() as {
    at: number | null;
  };
  return newest.at ?? 0;
}

/** `user_version` from before a migration until every reference was found whole: a start that ended in between is not the last to look. */
const UNCHECKED = 1;

function migrateUp(writer: SQLite.Database, folder: string): void {
  const known = readMigrationFiles({ migrationsFolder: folder });
  const last = lastMigration(writer);
  const newest = Math.max(...known.map((m) => m.folderMillis));
  if (last > newest) throw new NewerDatabaseError();
  if (last < newest) {
    // A table is rebuilt by dropping the old one: with foreign keys on, what points to its rows would forbid it.
    writer.pragma("foreign_keys = OFF");
    writer.pragma(`user_version = ${UNCHECKED}`);
    migrate(drizzle(writer), { migrationsFolder: folder });
    writer.pragma("foreign_keys = ON");
  }
  if (writer.pragma("user_version", { simple: true }) === UNCHECKED) {
    const broken = writer.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new Error(`migration left ${broken.length} broken references`);
    writer.pragma("user_version = 0");
  }
  if (writer.pragma("synchronous", { simple: true }) !== 2) throw new DomainError("busy", "synchronous is not FULL");
}
