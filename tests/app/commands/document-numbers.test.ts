import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { draftDocument } from "#app/commands/draft-document.ts";
import { issueDocument } from "#app/commands/issue-document.ts";
import { issuedFile } from "#app/commands/issued-file.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { placesOf } from "#db/stores/document.ts";
import { communityById, saveCommunity } from "#db/stores/staff.ts";
import { refusalOf } from "#tests/refusal.ts";
import { openPaperDesk, type PaperDesk, range } from "./paper-desk.ts";

let desk: PaperDesk;
beforeEach(async () => {
  desk = await openPaperDesk();
});
afterEach(() => desk.house.close());

const series = (code = "", year = 2026) => ({ communityId: desk.drafter.communityId, code, year });
const places = (code?: string, year?: number) => desk.house.db.read((db) => placesOf(db, series(code, year)));

describe("numbers", () => {
  it("50 issued at once get 1 to 50, each one, and each file says its own", async () => {
    const { house, drafter } = desk;
    const ids = await desk.checked(50);
    const { version } = await desk.find(ids[0] ?? "");
    const numbers = await Promise.all(ids.map((id) => issueDocument(house, drafter, { id, version })));
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(50);
    expect(await places()).toEqual(range(50));
    expect(await verifyHouse(house)).toMatchObject({ documents: 50, mismatches: [] });
    const files = await Promise.all(ids.map((id) => issuedFile(house, drafter, id)));
    expect(new Set(files.map(({ digest }) => digest)).size).toBe(50);
  });

  it("a refused issue takes no number with it", async () => {
    const { house, drafter } = desk;
    const ids = await desk.checked(3);
    const { version } = await desk.find(ids[0] ?? "");
    const stale = await Promise.all(
      ids.map((id) => refusalOf(issueDocument(house, drafter, { id, version: version + 1 }))),
    );
    expect(stale.map((refusal) => refusal?.word)).toEqual(["stale", "stale", "stale"]);
    expect(await desk.issue(ids[2] ?? "")).toBe("2026年第1号");
  });

  it("begin anew with the year in Shanghai, and are each issuer's own", async () => {
    const { house } = desk;
    const ids = await desk.checked(3);
    house.at(new Date("2026-12-31T15:59:59Z"));
    expect(await desk.issue(ids[0] ?? "")).toBe("2026年第1号");
    house.at(new Date("2026-12-31T16:00:00Z"));
    expect(await desk.issue(ids[1] ?? "")).toBe("2027年第1号");
    expect(await desk.issue(ids[2] ?? "")).toBe("2027年第2号");
    expect(await places("", 2026)).toEqual([1]);
    expect(await places("", 2027)).toEqual([1, 2]);
  });

  it("of a street are counted apart from its register, under its own mark", async () => {
    const { house, drafter, code } = desk;
    await house.db.write(async (db) => {
      const community = await communityById(db, drafter.communityId);
      const official = { organ: "翠湖街道办事处", mark: "翠湖街道办事处文件", code: "翠街办" };
      await saveCommunity(db, drafter.communityId, { kind: "street", settings: { ...community?.settings, official } });
    });
    const official = await desk.issued("result-notice", { layout: "official" });
    expect((await desk.find(official)).number).toBe("翠街办〔2026〕1号");
    const plain = await draftDocument(house, drafter, {
      source: { kind: "meeting", id: code },
      genre: "minutes",
      choices: {},
    });
    await desk.check(plain.id);
    expect(await desk.issue(plain.id)).toBe("2026年第1号");
    expect(await places("翠街办")).toEqual([1]);
    expect((await verifyHouse(house)).mismatches).toEqual([]);
  });
});

describe("threat: insider edits issued papers", () => {
  const COLUMNS: [string, string][] = [
    ["number", "'2026年第9号'"],
    ["number_place", "7"],
    ["title", "'别的文书'"],
    ["issued_on", "'2026-11-01'"],
    ["issued_by", "'x'"],
    ["content", "'0000'"],
    ["file", "'0000'"],
    ["masked", "0"],
    ["state", "'dropped'"],
    ["correction_reason", "'改'"],
  ];

  it("every column changed, a document taken away, a number series turned back, a file changed: each is named", async () => {
    const { house } = desk;
    const id = await desk.issued("minutes");
    await desk.issued("attendance-sheet");
    const row = await desk.find(id);
    const insider = new SQLite(house.config.databaseFile);
    expect(() => insider.prepare("UPDATE document SET title = 'x' WHERE id = ?").run(id)).toThrow(/corrected/);
    for (const name of insider.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all()) {
      insider.exec(`DROP TRIGGER ${name}`);
    }
    const named = async () =>
      (await verifyHouse(house)).mismatches.filter((line) => /文书|登记号/.test(line)).length > 0;
    for (const [column, value] of COLUMNS) {
      const was = insider.prepare(`SELECT ${column} FROM document WHERE id = ?`).pluck().get(id);
      insider.prepare(`UPDATE document SET ${column} = ${value} WHERE id = ?`).run(id);
      expect(await named(), column).toBe(true);
      insider.prepare(`UPDATE document SET ${column} = ? WHERE id = ?`).run(was, id);
      expect(await named(), column).toBe(false);
    }
    insider.exec("UPDATE number_series SET last = 1");
    expect(await named()).toBe(true);
    insider.exec("UPDATE number_series SET last = 2");
    const kept = (digest: string | null) =>
      join(house.config.dataDir, "files", (digest ?? "").slice(0, 2), digest ?? "");
    for (const digest of [row.content, row.file]) {
      const bytes = await house.files.get(digest ?? "");
      writeFileSync(kept(digest), Buffer.concat([bytes, Buffer.from(" ")]));
      expect(await named()).toBe(true);
      rmSync(kept(digest));
      expect(await named()).toBe(true);
      writeFileSync(kept(digest), bytes);
      expect(await named()).toBe(false);
    }
    insider.exec("PRAGMA foreign_keys = OFF");
    insider.prepare("DELETE FROM document WHERE id = ?").run(id);
    expect(await named()).toBe(true);
    insider.close();
  });
});
