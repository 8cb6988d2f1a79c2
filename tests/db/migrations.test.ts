import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDatabase } from "#db/connect.ts";
import { bodyById, meetingById } from "#db/stores/meeting.ts";

const migrations = resolve(import.meta.dirname, "../../db/migrations");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yuanzhuo-migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations as an earlier release had them: those before this one. */
function before(tag: string): string {
  const earlier = join(folder, "migrations");
  cpSync(migrations, earlier, { recursive: true });
  const file = join(earlier, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: { tag: string }[] };
  const entries = journal.entries.slice(
    0,
    journal.entries.findIndex((entry) => entry.tag === tag),
  );
  expect(entries.length).toBeGreaterThan(0);
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  return earlier;
}

it("bodies keep their weekday as a schedule, and meetings that opened keep the body as it was", async () => {
  const file = join(folder, "test.db");
  await openDatabase({ file, migrations: before("0002_bodies") }).close();
  const old = new SQLite(file);
  old.exec(`
    INSERT INTO community (id, name, street, demonstration, settings, created_at) VALUES ('c', '翠湖社区', '湖滨街道', 0, '{}', 0);
    INSERT INTO body (id, community_id, name, method_id, weekday, start_time, rule_id)
      VALUES ('b', 'c', '相约星期三', 'roundtable', 3, '14:30', 'resident-representatives');
  `);
  for (const state of ["planned", "open", "closed"])
    old.exec(`INSERT INTO meeting (id, community_id, body_id, code, title, starts_at, state, created_at)
      VALUES ('${state}', 'c', 'b', '${state}', '议事会', 0, '${state}', 0)`);
  old.close();
  const db = openDatabase({ file, migrations });
  await db.read(async (handle) => {
    const body = await bodyById(handle, "b");
    expect(body).toMatchObject({ schedule: { every: "week", weekday: 3, onHoliday: "skip" }, version: 1 });
    const then = async (id: string) => (await meetingById(handle, id))?.bodyThen;
    const was = { name: "相约星期三", methodId: "roundtable", ruleId: "resident-representatives" };
    expect([await then("planned"), await then("open"), await then("closed")]).toEqual([null, was, was]);
  });
  await db.close();
});
