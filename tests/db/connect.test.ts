import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, type Handle, NewerDatabaseError, openDatabase } from "#db/connect.ts";

const migrations = resolve(import.meta.dirname, "../../db/migrations");
let folder: string;
let file: string;
let db: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yuanzhuo-db-"));
  file = join(folder, "test.db");
  db = openDatabase({ file, migrations });
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (key: string) => (handle: Handle) => handle.insert(handle.tables.installation).values({ key, value: "1" });
const keys = () =>
  db.read(async (handle) => (await handle.select().from(handle.tables.installation)).map((row) => row.key));

describe("writing", () => {
  it("undoes a unit that throws, and only that one of those that share its commit", async () => {
    const units = [
      db.write(put("a")),
      db.write(async (handle) => {
        await put("b")(handle);
        throw new Error("no");
      }),
      db.write(put("c")),
    ];
    const settled = await Promise.allSettled(units);
    expect(settled.map((each) => each.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await keys()).sort()).toEqual(["a", "c"]);
  });

  it("answers nobody before the commit: another connection sees what was acknowledged", async () => {
    const other = new SQLite(file, { readonly: true });
    const seen: number[] = [];
    await Promise.all(
      Array.from({ length: 300 }, (_, n) =>
        db.write(put(`k${n}`)).then(() => {
          seen.push(other.prepare("SELECT count(*) FROM installation WHERE key = ?").pluck().get(`k${n}`) as number);
        }),
      ),
    );
    expect(seen).toEqual(Array(300).fill(1));
    other.close();
  });

  it("runs units one after another even when they wait inside", async () => {
    const count = async (handle: Handle) => (await handle.select().from(handle.tables.installation)).length;
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        db.write(async (handle) => {
          const before = await count(handle);
          await put(`n${n}`)(handle);
          return before;
        }),
      ),
    );
    expect(results).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  it("says busy, loses nothing and goes on when another process holds the file", async () => {
    const other = new SQLite(file);
    other.exec("BEGIN IMMEDIATE");
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);
    const late = expect(db.write(put("late"))).rejects.toMatchObject({ word: "busy" });
    expect(await keys()).toEqual([]);
    await late;
    clearInterval(ticking);
    // Two seconds of waiting must not be two seconds in which no phone is heard.
    expect(turns).toBeGreaterThan(20);
    other.exec("ROLLBACK");
    other.close();
    await db.write(put("later"));
    expect(await keys()).toEqual(["later"]);
  });

  it("waits its turn while another process writes for a moment", async () => {
    const other = new SQLite(file);
    other.exec("BEGIN IMMEDIATE");
    const patient = db.write(put("patient"));
    await db.read(async () => undefined);
    other.exec("COMMIT");
    other.close();
    await patient;
    expect(await keys()).toEqual(["patient"]);
  });

  it("acknowledges nothing that a full disk kept out, loses nothing that it acknowledged, and goes on when there is room", async () => {
    const pages = (n: number) => db.write(async (handle) => handle.all(`PRAGMA max_page_count = ${n}`));
    const [size] = await db.read(async (handle) => handle.all<{ page_count: number }>("PRAGMA page_count"));
    await pages((size?.page_count ?? 0) + 40);
    const large = (n: number) => async (handle: Handle) => {
      await handle.insert(handle.tables.installation).values({ key: `n${n}`, value: "x".repeat(3000) });
      return `n${n}`;
    };
    const outcomes: PromiseSettledResult<string>[] = [];
    for (let n = 0; n < 100; n += 10) {
      outcomes.push(...(await Promise.allSettled(Array.from({ length: 10 }, (_, k) => db.write(large(n + k))))));
    }
    const acknowledged = outcomes.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const refused = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    for (const reason of refused) expect(reason).toMatchObject({ word: "busy" });
    expect((await keys()).sort()).toEqual(acknowledged.sort());
    await pages(100_000);
    await db.write(large(1000));
    expect(await keys()).toContain("n1000");
  });

  it("syncs every commit in full, after writes too", async () => {
    await db.write(put("x"));
    // The setting belongs to the connection: ask it through the connection itself.
    const [row] = await db.write(async (handle) => handle.all<{ synchronous: number }>("PRAGMA synchronous"));
    expect(row?.synchronous).toBe(2);
  });
});

describe("reading", () => {
  it("cannot write, and sees one snapshot however long it takes", async () => {
    await db.write(put("first"));
    await expect(db.read(put("sneaky"))).rejects.toThrow(/readonly/);
    const counts = await db.read(async (handle) => {
      const before = (await handle.select().from(handle.tables.installation)).length;
      await db.write(put("second"));
      return [before, (await handle.select().from(handle.tables.installation)).length];
    });
    expect(counts).toEqual([1, 1]);
    expect(await keys()).toHaveLength(2);
  });
});

describe("wiping traces", () => {
  it("is made up for before the file is left, where another process kept it from happening", async () => {
    await db.write(async (handle) => {
      for (let n = 0; n < 200; n++)
        await handle.insert(handle.tables.installation).values({ key: `k${n}`, value: "x".repeat(1000) });
    });
    await db.write((handle) => handle.delete(handle.tables.installation));
    const other = new SQLite(file);
    other.exec("BEGIN IMMEDIATE");
    await db.scrub();
    other.exec("ROLLBACK");
    expect(other.pragma("freelist_count", { simple: true })).toBeGreaterThan(10);
    other.close();
    await db.close();
    const left = new SQLite(file, { readonly: true });
    expect(left.pragma("freelist_count", { simple: true })).toBe(0);
    left.close();
    db = openDatabase({ file, migrations });
  });
});

describe("opening", () => {
  it("refuses a file that a later version wrote, and leaves it as it is", async () => {
    await db.close();
    const later = new SQLite(file);
    later.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('future', 99999999999999)").run();
    later.close();
    expect(() => openDatabase({ file, migrations })).toThrow(NewerDatabaseError);
    const repaired = new SQLite(file);
    repaired.prepare("DELETE FROM __drizzle_migrations WHERE hash = 'future'").run();
    repaired.close();
    db = openDatabase({ file, migrations });
  });
});
