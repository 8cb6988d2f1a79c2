import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Concern, Config, House } from "#app/house.ts";
import { workbook } from "#app/queries/sheets/workbook.ts";
import { openDatabase } from "#db/connect.ts";
import { openFiles } from "#db/files.ts";
import { fillTemplate, inspectTemplate } from "#templates/own/index.ts";
import { typeset } from "#templates/typeset.ts";

/** A house for tests: a real SQLite file in its own folder, a clock that stands still, ids that count, and a list of what was published. */
export type TestHouse = House & {
  /** Sets the clock. */
  at(date: Date): void;
  /** What live clients were told, in order. */
  published: { meetingId: string; concern: Concern }[];
  /** Closes the database and removes the folder. */
  close(): Promise<void>;
};

/** Monday 2026-11-23, 09:00 in Shanghai: two days before a Wednesday meeting. */
export const MONDAY_MORNING = new Date("2026-11-23T01:00:00Z");

const SECRET = "test house secret";

/** Opens an empty house. `at` is where the clock stands (default: `MONDAY_MORNING`). */
export function openTestHouse(options: { at?: Date } = {}): TestHouse {
  const config = testConfig(mkdtempSync(join(tmpdir(), "yuanzhuo-test-")));
  const db = openDatabase({ file: config.databaseFile, migrations: config.migrations });
  const published: TestHouse["published"] = [];
  let now = options.at ?? MONDAY_MORNING;
  let ids = 0;
  return {
    db,
    config,
    published,
    clock: () => new Date(now),
    newId: () => `id${String(++ids).padStart(6, "0")}`,
    sign: (text) => createHmac("sha256", SECRET).update(text).digest("base64url"),
    typeset,
    workbook,
    ownTemplates: { inspect: inspectTemplate, fill: fillTemplate },
    files: openFiles(join(config.dataDir, "files")),
    publish: (meetingId, concern) => void published.push({ meetingId, concern }),
    report(error) {
      throw error;
    },
    at(date) {
      now = date;
    },
    async close() {
      await db.close();
      rmSync(config.dataDir, { recursive: true, force: true });
    },
  };
}

function testConfig(dataDir: string): Config {
  return {
    port: 0,
    host: "127.0.0.1",
    dataDir,
    databaseFile: join(dataDir, "yuanzhuo.db"),
    publicUrl: "http://localhost:3000",
    secure: false,
    version: "0.0.0-test",
    migrations: resolve(import.meta.dirname, "../db/migrations"),
  };
}
