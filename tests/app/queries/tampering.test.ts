import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PollRoom, pollRoom, WAYS } from "#tests/app/commands/poll-room.ts";

/** Somebody with another SQLite program, who takes the triggers away first, and verification, which must name what they changed. */

let room: PollRoom;
let insider: SQLite.Database;
beforeEach(async () => {
  room = await pollRoom();
});
afterEach(async () => {
  insider.close();
  await room.house.close();
});

async function closedPoll(way: string): Promise<void> {
  const { asked, vote } = WAYS[way] ?? { asked: ["secret"] as const, vote: () => expect.fail(way) };
  const id = await room.open(...asked);
  await vote(room, id);
  await room.close(id);
  insider = new SQLite(room.house.config.databaseFile);
  insider.pragma("foreign_keys = OFF");
  insider.pragma("ignore_check_constraints = ON");
  for (const name of insider.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()) {
    insider.exec(`DROP TRIGGER ${name}`);
  }
  expect(await room.mismatches()).toEqual([]);
}

/** One character, or a figure: the least that can be changed. */
function nudged(value: unknown): unknown {
  if (value === null) return "x";
  if (value === 0 || value === 1) return 1 - value;
  if (typeof value === "number") return value + 1000;
  const text = String(value);
  // In JSON a digit stays a digit, so that it is read as before and says something else.
  const json = /^[[{]/.test(text);
  const at = json ? text.search(/\d/) : text.length - 1;
  if (at < 0) return json ? text.slice(1) : "x";
  const [one, other] = json ? ["7", "8"] : ["y", "z"];
  return text.slice(0, at) + (text[at] === one ? other : one) + text.slice(at + 1);
}

type Row = Record<string, unknown>;

/** Writes `to` where `from` was, by all columns: not every table has one that tells rows apart. */
function swap(table: string, from: Row, to: Row): void {
  const columns = Object.keys(from);
  const sets = columns.map((each) => `${each} = @new_${each}`).join(", ");
  const where = columns.map((each) => `${each} IS @${each}`).join(" AND ");
  const values = Object.fromEntries(columns.map((each) => [`new_${each}`, to[each]]));
  const { changes } = insider.prepare(`UPDATE ${table} SET ${sets} WHERE ${where}`).run({ ...from, ...values });
  expect(changes, `${table} ${JSON.stringify(to)}`).toBe(1);
}

/** Every column of every row of a table, changed alone and put back: those whose change the house verifies as if nothing were. */
async function unnoticed(table: string): Promise<string[]> {
  const rows = insider.prepare(`SELECT * FROM ${table}`).all() as Row[];
  expect(rows.length, table).toBeGreaterThan(0);
  const found = new Set<string>();
  for (const row of rows) {
    for (const column of Object.keys(row)) {
      const changed = { ...row, [column]: nudged(row[column]) };
      swap(table, row, changed);
      if ((await room.mismatches()).length === 0) found.add(column);
      swap(table, changed, row);
    }
  }
  expect(await room.mismatches()).toEqual([]);
  return [...found].sort();
}

/** Of a closed poll, what is no part of its question, its rule, who was asked, or its result. */
const STEERING = [
  ...["closed_at", "closes_itself", "created_at", "due", "ends_at", "minutes", "noticed_at"],
  ...["opened_at", "opens_at", "phone_reveal", "reveal", "version", "void_reason"],
];

describe("threat: insider edits the database", () => {
  it.each([
    ["secret with papers and hands", ["ballot", "claim", "issued_paper", "teller_count", "journal"]],
    ["named", ["ballot", "claim", "journal"]],
  ])("one byte changed in any row of a poll %s is named, whatever the column", async (way, tables) => {
    await closedPoll(way);
    for (const table of tables) expect(await unnoticed(table), table).toEqual([]);
    expect(await unnoticed("poll")).toEqual(STEERING);
  });

  it("two signed ballots swapped, and one voter's place given to another, are named though every sum is the same", async () => {
    await closedPoll("named");
    const [yes, no] = ["for", "against"].map(
      (choice) => insider.prepare("SELECT * FROM ballot WHERE choice = ?").get(choice) as Row,
    ) as [Row, Row];
    swap("ballot", yes, { ...yes, choice: "against" });
    swap("ballot", no, { ...no, choice: "for" });
    expect(await room.mismatches()).toHaveLength(1);
    swap("ballot", { ...yes, choice: "against" }, yes);
    swap("ballot", { ...no, choice: "for" }, no);
    expect(await room.mismatches()).toEqual([]);
    const claim = insider.prepare("SELECT * FROM claim").get() as Row;
    swap("claim", claim, { ...claim, person_id: room.community.people.observer.id });
    expect(await room.mismatches()).toHaveLength(1);
  });

  it.each<[string, string]>([
    [
      "somebody added",
      "INSERT INTO attendee (meeting_id, person_id, name, seat, unit, voting_right, token_id) SELECT meeting_id, 'x', name, seat, unit, 1, 'x' FROM attendee LIMIT 1",
    ],
    [
      "somebody taken off",
      "DELETE FROM attendee WHERE rowid = (SELECT min(rowid) FROM attendee WHERE voting_right = 1)",
    ],
    [
      "the vote taken from somebody",
      "UPDATE attendee SET voting_right = 0 WHERE rowid = (SELECT min(rowid) FROM attendee WHERE voting_right = 1)",
    ],
    ["an area given to somebody", "UPDATE attendee SET area = 1 WHERE rowid = (SELECT min(rowid) FROM attendee)"],
    ["somebody renamed", "UPDATE attendee SET name = '某某' WHERE rowid = (SELECT min(rowid) FROM attendee)"],
  ])("%s on the roll of a meeting in session is named", async (_what, change) => {
    await closedPoll("secret");
    insider.exec(change);
    expect((await room.mismatches()).join()).toContain("应到名单在开会后被改动过");
  });

  it("a roll made shorter while people vote, so that fewer need agree, is named after the count too, also when it was put back", async () => {
    const id = await room.open("secret");
    insider = new SQLite(room.house.config.databaseFile);
    insider.pragma("foreign_keys = OFF");
    for (const n of [0, 1, 2, 3, 4, 5]) await room.cast(n, id, "for");
    const gone = room.voters.slice(6, 9).map(({ personId }) => `'${personId}'`);
    const taken = insider.prepare(`SELECT * FROM attendee WHERE person_id IN (${gone.join()})`).all() as Row[];
    const shorter = `DELETE FROM attendee WHERE person_id IN (${gone.join()})`;
    const longer = "INSERT INTO attendee SELECT * FROM attendee LIMIT 1";
    for (const change of [shorter, longer]) expect(() => insider.exec(change)).toThrow("the roll is frozen");
    for (const when of ["joins", "leaves"]) insider.exec(`DROP TRIGGER attendee_${when}_before_opening`);
    insider.exec(shorter);
    expect((await room.close(id)).due).toBe(7);
    expect((await room.mismatches()).join()).toContain("应到名单");
    for (const row of taken) {
      const columns = Object.keys(row);
      insider.prepare(`INSERT INTO attendee (${columns}) VALUES (${columns.map((each) => `@${each}`)})`).run(row);
    }
    expect((await room.mismatches()).join()).toContain("应到重新清点为 10，记录为 7");
  });

  it.each(["options", "form", "overlays", "extra", "result"])(
    "a poll whose %s cannot be read any more is named",
    async (column) => {
      await closedPoll("secret");
      insider.exec(`UPDATE poll SET ${column} = '{'`);
      expect((await room.mismatches()).join()).toContain("是否同意");
    },
  );
});
