import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterEach, beforeEach, expect, it } from "vitest";
import { issuedFile } from "#app/commands/issued-file.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { placesOf } from "#db/stores/document.ts";
import { openPaperDesk, type PaperDesk, range } from "#tests/app/commands/paper-desk.ts";
import { scaled, tell } from "./scale.ts";

const PAPERS = scaled(60, 300);
const PROCESSES = 3;

type Child = ChildProcessByStdio<null, Readable, Readable>;

let desk: PaperDesk;
beforeEach(async () => {
  desk = await openPaperDesk();
});
afterEach(() => desk.house.close());

function issuing(from: number, ...more: string[]): { child: Child; over: Promise<NodeJS.Signals | number | null> } {
  const program = join(import.meta.dirname, "issue-documents.ts");
  const args = ["--import", "tsx", program, JSON.stringify(desk.drafter), String(from), ...more];
  const env = { ...process.env, DATA_DIR: desk.house.config.dataDir };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let wrong = "";
  child.stderr.on("data", (chunk) => {
    wrong += chunk;
  });
  const over = new Promise<NodeJS.Signals | number | null>((resolve, reject) => {
    child.once("close", (code, signal) => (code ? reject(new Error(wrong)) : resolve(signal ?? code)));
  });
  return { child, over };
}

const unissued = () =>
  desk.house.db.read(async (db) => {
    const rows = await db.select({ state: db.tables.document.state }).from(db.tables.document);
    return rows.filter(({ state }) => state === "checked").length;
  });

it(`${PROCESSES} processes issue ${PAPERS} papers, killed again and again: no number twice, none left out, none taken back`, async () => {
  const ids = await desk.checked(PAPERS);
  const told = new Map<string, string>();
  let kills = 0;
  for (let round = 0; (await unissued()) > 0; round++) {
    const before = told.size;
    // All of them in the first round, then one while the others go on.
    const struck = (n: number) => round === 0 || n === round % PROCESSES;
    const running = range(PROCESSES).map((n) => issuing(n * 17 + round * 5));
    for (const { child } of running) {
      createInterface(child.stdout).on("line", (line) => {
        const [id = "", number = ""] = line.split(" ");
        expect(told.has(id), id).toBe(false);
        told.set(id, number);
        if (told.size >= before + 4) running.filter((_, n) => struck(n)).map(({ child }) => child.kill("SIGKILL"));
      });
    }
    const ends = await Promise.all(running.map(({ over }) => over));
    kills += ends.filter((end) => end === "SIGKILL").length;
    expect(told.size).toBeGreaterThan(before);
  }
  expect(kills).toBeGreaterThan(0);
  const { house, drafter } = desk;
  const series = { communityId: drafter.communityId, code: "", year: new Date().getUTCFullYear() };
  expect(await house.db.read((db) => placesOf(db, series))).toEqual(range(PAPERS));
  for (const [id, number] of told) expect((await desk.find(id)).number).toBe(number);
  for (const id of ids) await issuedFile(house, drafter, id);
  expect(await verifyHouse(house)).toMatchObject({ documents: PAPERS, mismatches: [] });
  tell({ proof: "kill -9 while issuing", papers: PAPERS, processes: PROCESSES, kills, gaps: 0, doubles: 0 });
});

it("a paper whose house went down between its number and its file gets the file from the frozen words, once", async () => {
  const [id = ""] = await desk.checked(1);
  expect(await issuing(0, "torn").over).toBe("SIGKILL");
  const torn = await desk.find(id);
  expect(torn).toMatchObject({ state: "issued", numberPlace: 1, file: null });
  const { house, drafter, checker } = desk;
  expect((await verifyHouse(house)).mismatches).toEqual([]);
  const opened = await Promise.all([drafter, checker, drafter].map((actor) => issuedFile(house, actor, id)));
  expect(new Set(opened.map(({ digest }) => digest)).size).toBe(1);
  expect((await desk.find(id)).file).toBe(opened[0]?.digest);
  expect((await verifyHouse(house)).mismatches).toEqual([]);
});
