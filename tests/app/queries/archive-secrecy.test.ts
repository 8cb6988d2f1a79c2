import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { record } from "#app/commands/record.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { archiveOf } from "#app/queries/archive/index.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { cast } from "#tests/people.ts";
import { openWord, paragraphTexts, tables } from "#tests/proof/word-file.ts";
import { CAME, holdTwoWednesdays, type TwoWednesdays } from "./two-wednesdays.ts";

/**
 * Every byte of the archive, for what links a person with a secret choice: two secret polls and one by name were held, in each of which it is known
 * who voted how.
 */
let house: TestHouse;
let held: TwoWednesdays;
/** Every file by its path, Word files and spreadsheets as the text of all their parts. */
let texts: Map<string, string>;
let words: Map<string, Buffer>;
const NAMED = "是否增补记录人?";
const SECRET = ["同意王志远垫付换灯费用吗?", "是否加装道闸?"];
/** Who voted at all: the first eight of those who came and have a vote. */
const VOTERS = CAME.filter((member) => cast[member].votingRight);

beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
  house.at(atTime("2026-12-05", "09:00"));
  // As if two of those voters had asked for paper.
  const [secret] = await rows("SELECT id FROM poll WHERE mode = 'secret'");
  for (const who of ["chen", "liu"] as const) {
    const { name } = cast[who];
    await house.db.write((db) => record(house, db, held.lake.actor, "issue-paper", secret?.id ?? "", { name }));
  }
  const { pieces } = await archiveOf(house, held.lake.actor, { kind: "period", id: "2026-11" });
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces({ step() {}, lacking() {}, failed: fail })) bytes.push(piece);
  const files = Object.entries(unzipSync(Buffer.concat(bytes)));
  words = new Map(files.filter(([path]) => path.endsWith(".docx")).map(([path, file]) => [path, Buffer.from(file)]));
  texts = new Map(files.map(([path, file]) => [path, textOf(path, file)]));
});
afterAll(() => house.close());

const fail = (error: unknown) => {
  throw error;
};

function textOf(path: string, file: Uint8Array): string {
  if (!/\.(docx|xlsx)$/.test(path)) return strFromU8(file);
  return Object.values(unzipSync(file))
    .map((part) => strFromU8(part))
    .join("\n");
}

type Row = { id: string; poll_id: string; choice: string; person_id: string | null };
const rows = (sql: string) => house.db.read(async (db) => db.all<Row>(sql as never));

/** Each value of a JSON file with the path that leads to it. */
function* values(value: unknown, path: string[] = []): Generator<{ path: string[]; object: Record<string, unknown> }> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield { path, object: value as Record<string, unknown> };
  for (const [key, inner] of Object.entries(value)) yield* values(inner, [...path, key]);
}

it("the premise holds: the secret polls are in it with their counts, the named one with who voted how", async () => {
  const polls = [...texts].flatMap(([path, text]) => (path.endsWith("/数据/表决.json") ? JSON.parse(text) : []));
  const of = (question: string) => polls.find((poll) => poll.question === question);
  expect(of(NAMED).ballots).toHaveLength(8);
  expect(new Set(of(NAMED).ballots.map(({ choice }: { choice: string }) => choice))).toEqual(new Set(["for"]));
  expect(SECRET.map((question) => [of(question).mode, of(question).result.cast, "ballots" in of(question)])).toEqual([
    ["secret", 8, false],
    ["secret", 5, false],
  ]);
  expect(await rows("SELECT id FROM ballot")).toHaveLength(21);
});

it("no byte of it is the key of a ballot, a token or a device", async () => {
  const ballots = (await rows("SELECT id FROM ballot")).map(({ id }) => id);
  const tokens = (await rows("SELECT token_id AS id FROM attendee")).map(({ id }) => id);
  const keys = (await rows("SELECT key_id AS id FROM attendee WHERE key_id IS NOT NULL")).map(({ id }) => id);
  expect(keys.length).toBeGreaterThan(0);
  for (const [path, text] of texts) {
    expect([path, [...ballots, ...tokens, ...keys].filter((secret) => text.includes(secret))]).toEqual([path, []]);
  }
});

it("no object of its data has both a person and a choice, but for the ballots of the vote by name", () => {
  const people = new Set<string>(VOTERS.map((member) => cast[member].name));
  const ids = new Set<string>(VOTERS.map((member) => held.lake.people[member].id));
  const found: unknown[] = [];
  for (const [path, text] of texts) {
    if (!path.endsWith(".json")) continue;
    for (const { path: place, object } of values(JSON.parse(text))) {
      const said = Object.values(object);
      const person = said.some((value) => typeof value === "string" && (people.has(value) || ids.has(value)));
      const choice = said.some((value) => value === "for" || value === "against" || value === "abstain");
      if (person && choice && place.at(-2) !== "ballots") found.push([path, place, object]);
    }
  }
  expect(found).toEqual([]);
});

it("nor has a line or a table's row of its papers", () => {
  const names = VOTERS.map((member) => cast[member].name);
  const choices = /同意|反对|弃权|赞成/;
  const found: unknown[] = [];
  for (const [path, file] of words) {
    const { body } = openWord(file);
    const lines = [...paragraphTexts(body), ...tables(body).flatMap((table) => table.map((row) => row.join(" ")))];
    for (const line of lines) {
      // The questions themselves name people and say “agree”.
      const told = [...SECRET, NAMED].reduce((rest, question) => rest.replaceAll(question, ""), line);
      if (names.some((name) => told.includes(name)) && choices.test(told)) found.push([path, line]);
    }
  }
  expect(found).toEqual([]);
});

it("the journal in it does not tell who took a paper, which beside a count of one would tell how they voted", async () => {
  const taken = (await rows("SELECT subject AS id FROM journal WHERE act = 'issue-paper'")).length;
  expect(taken).toBe(2);
  const entries: { act: string }[] = [...texts].flatMap(([path, text]) =>
    path.endsWith("/数据/留痕.json") ? JSON.parse(text) : [],
  );
  expect(entries.length).toBeGreaterThan(40);
  expect(entries.filter(({ act }) => act === "close-poll")).toHaveLength(3);
  expect(entries.filter(({ act }) => act === "issue-paper" || act === "assist-ballot")).toEqual([]);
});
