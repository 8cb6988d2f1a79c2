import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Files, openFiles } from "#db/files.ts";
import { refusalOf } from "#tests/refusal.ts";

let folder: string;
let files: Files;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yuanzhuo-files-"));
  files = openFiles(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const paper = Buffer.from("会议纪要，正式件");
const digest = createHash("sha256").update(paper).digest("hex");
const where = () => join(folder, digest.slice(0, 2), digest);
const lying = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

it("keeps a file under the sum of its bytes, for its own account only", async () => {
  expect(await files.put(paper)).toBe(digest);
  expect(await files.get(digest)).toEqual(paper);
  expect(statSync(where()).mode & 0o077).toBe(0);
});

it("keeps one file of what is put often, also at once, and leaves nothing half-written beside it", async () => {
  const sums = await Promise.all(Array.from({ length: 20 }, () => files.put(paper)));
  expect(new Set(sums)).toEqual(new Set([digest]));
  expect(lying()).toHaveLength(1);
});

it("gives out no file that was changed, and puts the right one back when it is put again", async () => {
  await files.put(paper);
  writeFileSync(where(), "会议纪要，改过的");
  await expect(files.get(digest)).rejects.toThrow(/changed/);
  expect(await files.isWhole(digest)).toBe(false);
  await files.put(paper);
  expect(await files.get(digest)).toEqual(paper);
});

it.each([["../../etc/passwd"], [""], ["a".repeat(64)], [digest.toUpperCase()]])(
  "knows no file called %s",
  async (name) => {
    await files.put(paper);
    expect(await refusalOf(files.get(name))).toMatchObject({ word: "not-found" });
  },
);

it("acknowledges nothing that it could not write", async () => {
  // A device where the folder should be made: no place to write, even for root.
  const refused = openFiles("/dev/full/files");
  await expect(refused.put(paper)).rejects.toThrow();
  expect(await refused.isWhole(digest)).toBe(false);
});
