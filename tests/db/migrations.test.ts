import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDatabase } from "#db/connect.ts";
import { bodyById, bodyOfMeeting, meetingById } from "#db/stores/meeting.ts";
import { attendeesOf, peopleOf, removedPeopleOf } from "#db/stores/roll.ts";

const migrations = resolve(import.meta.dirname, "../../db/migrations");
/** What no release may lose: acts, votes and published versions that nothing can rewrite. */
const FIXED = [
  ...["journal_no_update", "journal_no_delete"],
  ...["ballot_only_while_open", "ballot_no_update_after_closing", "ballot_no_delete_after_closing"],
  ...["claim_only_while_open", "claim_no_change", "claim_no_delete", "poll_result_is_final"],
  ...["attendee_is_frozen", "attendee_joins_before_opening", "attendee_leaves_before_opening"],
  ...["own_method_version_no_update", "own_method_version_no_delete"],
];
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

it("promises keep their rows, numbers and references, and what never changes still cannot be changed", async () => {
  const file = join(folder, "test.db");
  await openDatabase({ file, migrations: before("0001_own_methods") }).close();
  const old = new SQLite(file);
  old.exec(`
    INSERT INTO community (id, name, street, demonstration, settings, created_at) VALUES ('c', '翠湖社区', '湖滨街道', 0, '{}', 0);
    INSERT INTO body (id, community_id, name, method_id, weekday, start_time, rule_id)
      VALUES ('b', 'c', '相约星期三', 'roundtable', 3, '14:30', 'resident-representatives');
    INSERT INTO meeting (id, community_id, body_id, code, title, starts_at, state, created_at)
      VALUES ('m', 'c', 'b', 'm', '议事会', 0, 'closed', 0);
    INSERT INTO issue (id, community_id, number, title, first_raised_on, method_id, process, stage, created_at)
      VALUES ('i', 'c', 1, '路灯不亮', '2026-11-01', 'roundtable', '{}', 'timed', 0);
    INSERT INTO agenda_item (id, meeting_id, position, kind, issue_id, title, state)
      VALUES ('a', 'm', 1, 'issue', 'i', '路灯不亮', 'done');
    INSERT INTO action_item (id, community_id, issue_id, meeting_id, agenda_item_id, number, title, responsible, deadline, plan, state, created_at)
      VALUES ('t', 'c', 'i', 'm', 'a', 7, '换灯', '郑国强', '2026-12-04', '查线路', 'open', 0);
    INSERT INTO journal (seq, at, community_id, actor, act, subject, data, prev, hash) VALUES (1, '', 'c', '', 'x', 'i', '{}', '', '');
  `);
  old.close();
  await openDatabase({ file, migrations }).close();
  const now = new SQLite(file);
  expect(now.prepare("SELECT id, number, meeting_id, agenda_item_id FROM action_item").all()).toEqual([
    { id: "t", number: 7, meeting_id: "m", agenda_item_id: "a" },
  ]);
  expect(now.pragma("foreign_key_check")).toEqual([]);
  for (const act of ["UPDATE journal SET act = 'y'", "DELETE FROM journal"])
    expect(() => now.exec(act)).toThrow(/append-only/);
  const triggers = now.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
  expect(triggers).toEqual(expect.arrayContaining(FIXED));
  now.close();
});

it("polls keep their ballots when counts come beside them, and what is closed stays as closed as it was", async () => {
  const file = join(folder, "test.db");
  await openDatabase({ file, migrations: before("0004_counted_votes") }).close();
  const old = new SQLite(file);
  old.exec(`
    INSERT INTO community (id, name, street, demonstration, settings, created_at) VALUES ('c', '翠湖社区', '湖滨街道', 0, '{}', 0);
    INSERT INTO body (id, community_id, name, method_id, schedule, start_time, rule_id)
      VALUES ('b', 'c', '相约星期三', 'roundtable', '{}', '14:30', 'resident-representatives');
    INSERT INTO meeting (id, community_id, body_id, code, title, starts_at, state, created_at)
      VALUES ('m', 'c', 'b', 'm', '议事会', 0, 'open', 0);
  `);
  for (const poll of ["ended", "running"]) {
    old.exec(`INSERT INTO poll (id, meeting_id, question, mode, rule_id, options, state, created_at)
      VALUES ('${poll}', 'm', '补装路灯?', 'secret', 'resident-representatives', '[]', 'open', 0)`);
    for (const n of [1, 2, 3])
      old.exec(
        `INSERT INTO claim VALUES ('${poll}', 'p${n}'); INSERT INTO ballot (poll_id, id, choice, person_id) VALUES ('${poll}', 'b${n}', 'for', NULL)`,
      );
  }
  old.exec("UPDATE poll SET state = 'closed', result = '{}' WHERE id = 'ended'");
  const rows = (db: SQLite.Database) =>
    ["claim", "ballot"].map((table) => {
      const columns = table === "ballot" ? "poll_id, id, choice, person_id" : "*";
      return db.prepare(`SELECT ${columns} FROM ${table}`).all();
    });
  const kept = rows(old);
  const definitions =
    "SELECT sql FROM sqlite_master WHERE name IN ('claim', 'poll_meeting') OR (tbl_name = 'ballot' AND type <> 'table')";
  const shape = old.prepare(definitions).all();
  old.close();
  await openDatabase({ file, migrations }).close();

  const now = new SQLite(file);
  expect(rows(now)).toEqual(kept);
  expect(now.prepare(definitions).all()).toEqual(shape);
  expect(
    now.prepare("SELECT id, state, also_paper, also_hands, void_reason, round_of FROM poll ORDER BY id").all(),
  ).toEqual(
    [
      ["ended", "closed"],
      ["running", "open"],
    ].map(([id, state]) => {
      return { id, state, also_paper: 0, also_hands: 0, void_reason: "", round_of: null };
    }),
  );
  expect([now.pragma("foreign_key_check"), now.pragma("integrity_check", { simple: true })]).toEqual([[], "ok"]);
  // Who came for a paper in which order must not be kept either.
  const issued = now.prepare("SELECT sql FROM sqlite_master WHERE name = 'issued_paper'").pluck().get();
  expect(issued).toMatch(/WITHOUT ROWID/);
  expect(now.prepare("SELECT sql FROM sqlite_master WHERE name = 'ballot'").pluck().get()).toMatch(/WITHOUT ROWID/);
  expect(now.prepare("SELECT DISTINCT item FROM ballot").pluck().all()).toEqual([""]);
  for (const act of [
    ...["DELETE FROM ballot WHERE poll_id = 'ended'", "UPDATE ballot SET choice = 'x' WHERE poll_id = 'ended'"],
    ...["DELETE FROM claim WHERE poll_id = 'ended'", "DELETE FROM claim WHERE poll_id = 'running'"],
    ...["UPDATE claim SET person_id = 'x'", "INSERT INTO claim VALUES ('ended', 'p4')"],
    ...[
      "INSERT INTO ballot VALUES ('ended', 'b4', 'for', NULL, '')",
      "INSERT INTO issued_paper VALUES ('ended', 'p1')",
    ],
    ...["UPDATE poll SET state = 'voided' WHERE id = 'ended'", "UPDATE poll SET result = '[]' WHERE id = 'ended'"],
    ...["UPDATE poll SET question = '不装?' WHERE id = 'running'", "UPDATE poll SET form = '{}' WHERE id = 'running'"],
    ...[
      "UPDATE poll SET rule_id = 'owners-special' WHERE id = 'running'",
      "UPDATE poll SET extra = '[]' WHERE id = 'running'",
    ],
  ]) {
    expect(() => now.exec(act), act).toThrow();
  }
  now.close();
});

it("a migration that left broken references is told at every start, not only at the first", async () => {
  const file = join(folder, "test.db");
  await openDatabase({ file, migrations }).close();
  const broken = join(folder, "broken");
  cpSync(migrations, broken, { recursive: true });
  const journal = join(broken, "meta", "_journal.json");
  const { entries, ...head } = JSON.parse(readFileSync(journal, "utf8")) as {
    entries: { idx: number; when: number }[];
  };
  const last = entries.at(-1);
  const next = { ...last, idx: entries.length, when: (last?.when ?? 0) + 1, tag: "9999_broken" };
  writeFileSync(journal, JSON.stringify({ ...head, entries: [...entries, next] }));
  writeFileSync(
    join(broken, "9999_broken.sql"),
    "INSERT INTO session (id, staff_id, created_at, expires_at, user_agent) VALUES ('s', 'nobody', 0, 0, '');",
  );
  for (const start of [1, 2]) {
    expect(() => openDatabase({ file, migrations: broken }), `start ${start}`).toThrow(/broken references/);
  }
});

it("people, bodies and open meetings from before there were further rolls stay with the community's own", async () => {
  const file = join(folder, "test.db");
  await openDatabase({ file, migrations: before("0005_voting_in_full") }).close();
  const old = new SQLite(file);
  old.exec(`
    INSERT INTO community (id, name, street, demonstration, settings, created_at) VALUES ('c', '翠湖社区', '湖滨街道', 0, '{}', 0);
    INSERT INTO body (id, community_id, name, method_id, schedule, start_time, rule_id)
      VALUES ('b', 'c', '相约星期三', 'roundtable', '{"every":"none"}', '14:30', 'resident-representatives');
    INSERT INTO person (id, community_id, name, seat, unit, phone, voting_right, created_at, removed_at)
      VALUES ('p', 'c', '陈建平', '居民代表', '1号楼', '', 1, 0, NULL), ('q', 'c', '刘桂芳', '', '', '', 1, 0, 5);
    INSERT INTO meeting (id, community_id, body_id, code, title, starts_at, state, created_at, body_then)
      VALUES ('m', 'c', 'b', 'm', '议事会', 0, 'open', 0, '{"name":"旧名","methodId":"roundtable","ruleId":"residents-meeting"}');
    INSERT INTO attendee (meeting_id, person_id, name, seat, unit, voting_right, token_id)
      VALUES ('m', 'p', '陈建平', '居民代表', '1号楼', 1, 't');
  `);
  old.close();
  const db = openDatabase({ file, migrations });
  await db.write(async (handle) => {
    const { person, roll, body } = handle.tables;
    expect((await peopleOf(handle, "c", null)).map(({ id, rollId }) => [id, rollId])).toEqual([["p", null]]);
    expect((await removedPeopleOf(handle, "c", null)).map(({ id }) => id)).toEqual(["q"]);
    expect((await bodyById(handle, "b"))?.rollId).toBeNull();
    expect(await attendeesOf(handle, "m")).toMatchObject([{ personId: "p", area: null, units: [] }]);
    // Even when the body is given another roll later, and somebody stands on it.
    await handle
      .insert(roll)
      .values({ id: "r", communityId: "c", name: "党员", kind: "people", createdAt: new Date(0) });
    await handle
      .insert(person)
      .values({ id: "s", communityId: "c", rollId: "r", name: "党员甲", votingRight: true, createdAt: new Date(0) });
    await handle.update(body).set({ rollId: "r" });
    const meeting = await meetingById(handle, "m");
    expect(meeting && (await bodyOfMeeting(handle, meeting))).toMatchObject({
      name: "旧名",
      rollId: null,
      overlays: [],
    });
    expect((await peopleOf(handle, "c", null)).map(({ id }) => id)).toEqual(["p"]);
  });
  await db.close();
});
