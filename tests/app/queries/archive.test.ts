import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atTime } from "#app/domain/calendar/day.ts";
import { fileDigest } from "#app/domain/digest.ts";
import { archiveOf } from "#app/queries/archive/index.ts";
import type { Manifest } from "#app/queries/archive/manifest.ts";
import { zipped } from "#app/queries/archive/zip.ts";
import { documentLines } from "#app/queries/documents/index.ts";
import { journalHead } from "#db/journal.ts";
import { agendaOf } from "#db/stores/meeting.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { issueAndPost } from "./posted.ts";
import { holdTwoWednesdays, type TwoWednesdays } from "./two-wednesdays.ts";

const run = promisify(execFile);
let house: TestHouse;
let held: TwoWednesdays;
let issued: Buffer;

beforeAll(async () => {
  house = openTestHouse();
  held = await holdTwoWednesdays(house);
  issued = await issueAndPost(house, held, "2026-11-26");
  house.at(atTime("2026-12-05", "09:00"));
});
afterAll(() => house.close());

const watch = () => {
  const seen = { steps: 0, lacking: 0 };
  return {
    seen,
    step: () => void seen.steps++,
    lacking: () => void seen.lacking++,
    failed: (error: unknown) => {
      throw error;
    },
  };
};

async function made(kind: "meeting" | "period", id: string) {
  const { pieces, ...archive } = await archiveOf(house, held.lake.actor, { kind, id });
  const watching = watch();
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces(watching)) bytes.push(piece);
  const zip = Buffer.concat(bytes);
  const files = unzipSync(zip);
  const manifest: Manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
  return { ...archive, zip, files, manifest, seen: watching.seen };
}

describe("一会一卷", () => {
  it("holds every paper that is ready, what was issued as it was issued, the data and the attendance", async () => {
    const { files, manifest, seen, total, fileName } = await made("meeting", held.code);
    const lines = await documentLines(house, held.lake.actor, { kind: "meeting", id: held.code });
    const names = Object.keys(files);
    expect(fileName).toMatch(/^2026-11-25-会议档案-.+\.zip$/);
    const papers = names.filter((each) => each.startsWith("文书/")).map((each) => `-${each.slice(3)}`);
    expect(lines.map(({ name }) => [name, papers.some((each) => each.includes(`-${name}-`))])).toEqual(
      lines.map(({ name, ready }) => [name, ready]),
    );
    expect(manifest.missing.map(({ paper }) => paper)).toEqual(
      lines.filter(({ ready }) => !ready).map(({ name }) => name),
    );
    expect(seen).toEqual({ steps: total, lacking: manifest.missing.length });
    const [notice] = names.filter((each) => each.startsWith("已签发/"));
    expect(Buffer.from(files[notice ?? ""] ?? []).equals(issued)).toBe(true);
    const data = "会议 议程和发言 签到和委托 表决 交办事项 公示和异议 留痕 议题4 议题5 议题6 议题7 议题8".split(" ");
    expect(names).toEqual(expect.arrayContaining(data.map((each) => `数据/${each}.json`)));
    expect(names.filter((each) => each.endsWith(".xlsx"))).toHaveLength(1);
  });

  it("its manifest and sums are true, by our own digest and by sha256sum", async () => {
    const { files, manifest, zip } = await made("meeting", held.code);
    const others = Object.keys(files).filter((name) => name !== "manifest.json" && name !== "SHA256SUMS");
    expect(manifest.files.map(({ path }) => path)).toEqual(others);
    for (const { path, bytes, sha256 } of manifest.files) {
      expect([path, bytes, sha256]).toEqual([
        path,
        files[path]?.byteLength,
        fileDigest(files[path] ?? new Uint8Array()),
      ]);
    }
    expect(manifest).toMatchObject({
      journal: await house.db.read(journalHead),
      madeAt: "2026-12-05T01:00:00.000Z",
      of: { kind: "meeting", id: held.code },
    });
    const folder = await mkdtemp(join(tmpdir(), "yuanzhuo-archive-"));
    await writeFile(join(folder, "a.zip"), zip);
    // Not our own library, and none that guesses at names: a zip that only we can read is none.
    const extract = "import sys, zipfile; z = zipfile.ZipFile('a.zip'); assert z.testzip() is None; z.extractall('.')";
    await run("python3", ["-c", extract], { cwd: folder });
    const { stdout } = await run("sha256sum", ["-c", "SHA256SUMS"], { cwd: folder });
    expect(stdout.trim().split("\n")).toHaveLength(manifest.files.length + 1);
    expect(await readFile(join(folder, "SHA256SUMS"), "utf8")).toContain("  文书/");
    await rm(folder, { recursive: true });
  });

  it("names are UTF-8 and marked so, safe for Windows, and each there once", async () => {
    const { files, zip } = await made("meeting", held.code);
    for (const name of Object.keys(files)) {
      expect(name).not.toMatch(/[\\:*?"<>|]|[. ](\/|$)|\/\//);
      expect(Buffer.byteLength(name)).toBeLessThan(240);
    }
    // Bit 11 of the flags of each entry of the central directory whose name is not plain ASCII.
    const unmarked: string[] = [];
    for (let at = zip.indexOf("PK\u0001\u0002"); at >= 0; at = zip.indexOf("PK\u0001\u0002", at + 4)) {
      const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString("utf8");
      if (/[^ -~]/.test(name) && (zip.readUInt16LE(at + 8) & 0x800) === 0) unmarked.push(name);
    }
    expect(unmarked).toEqual([]);
  });

  it("another community's is not there, and a rehearsal gives none", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const source = { kind: "meeting", id: held.code } as const;
    await expect(archiveOf(house, hill.actor, source)).rejects.toMatchObject({ word: "not-found" });
    const rehearsal = { ...house, trialRun: {} } as unknown as TestHouse;
    for (const each of [source, { kind: "period", id: "2026-11" } as const]) {
      await expect(archiveOf(rehearsal, held.lake.actor, each)).rejects.toMatchObject({ word: "trial-run" });
    }
  });
});

describe("a month's file", () => {
  it("has a folder for each meeting, the month's papers and its sheets", async () => {
    const { files, manifest, seen, total, fileName } = await made("period", "2026-11");
    const names = Object.keys(files);
    expect(fileName).toBe("2026年11月-档案-翠湖社区.zip");
    const folders = new Set(names.filter((name) => name.startsWith("会议/")).map((name) => name.split("/")[1]));
    expect([...folders].map((name) => name?.slice(0, 13))).toEqual(["01-2026-11-18", "02-2026-11-25"]);
    expect(names).toEqual(
      expect.arrayContaining([
        "文书/2026-11-30-问题和对策清单-2026年11月.docx",
        "文书/2026-11-30-台账与总结-2026年11月.docx",
        "表格/2026-11-30-问题和对策清单-2026年11月.xlsx",
        "表格/2026-11-30-议事台账-2026年11月.xlsx",
      ]),
    );
    expect(names.filter((name) => /^会议\/.*签到-.*\.xlsx$/.test(name))).toHaveLength(2);
    expect(seen.steps).toBe(total);
    expect(manifest.files).toHaveLength(names.length - 2);
  });
});

describe("while it is made", () => {
  it("work stops within one paper when nobody asks for more", async () => {
    let set = 0;
    const slow = { ...house, typeset: async () => Buffer.from(String(set++)) } as TestHouse;
    const { pieces } = await archiveOf(slow, held.lake.actor, { kind: "period", id: "2026-11" });
    const zip = pieces(watch());
    await zip.next();
    await zip.next();
    await zip.return(undefined);
    expect(set).toBe(2);
    expect((await zip.next()).done).toBe(true);
    expect(set).toBe(2);
  });

  it("a paper that cannot be set is told of, and costs nobody the others", async () => {
    const failed: unknown[] = [];
    const broken = {
      ...house,
      typeset: async ({ name }: { name: string }) => {
        if (name === "会议纪要") throw new Error("broken");
        return Buffer.from(name);
      },
    } as unknown as TestHouse;
    const { pieces } = await archiveOf(broken, held.lake.actor, { kind: "meeting", id: held.code });
    const bytes: Uint8Array[] = [];
    for await (const piece of pieces({ ...watch(), failed: (error) => void failed.push(error) })) bytes.push(piece);
    const files = unzipSync(Buffer.concat(bytes));
    const { missing }: Manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
    expect(missing).toContainEqual({ paper: "会议纪要", parts: ["排版没有成功"] });
    expect(failed).toHaveLength(1);
    expect(Object.keys(files).filter((name) => name.startsWith("文书/")).length).toBeGreaterThan(2);
  });

  it("an issued file that was changed on the disk is told of, not handed out", async () => {
    const spoilt = {
      ...house,
      files: { ...house.files, get: () => Promise.reject(new Error("changed")) },
    } as TestHouse;
    const { pieces } = await archiveOf(spoilt, held.lake.actor, { kind: "meeting", id: held.code });
    const bytes: Uint8Array[] = [];
    for await (const piece of pieces(watch())) bytes.push(piece);
    const files = unzipSync(Buffer.concat(bytes));
    const { missing }: Manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
    expect(missing.at(-1)?.parts).toEqual(["签发的文件缺失，或者与登记的摘要不符"]);
    expect(Object.keys(files).filter((name) => name.startsWith("已签发/"))).toEqual([]);
  });

  it("holds what was issued of its issues", async () => {
    const { actor, communityId } = held.lake;
    const bytes = Buffer.from("反馈公示，正式件");
    const [file, now] = [await house.files.put(bytes), house.clock()];
    await house.db.write(async (db) => {
      const [item] = (await agendaOf(db, held.meetingId)).filter(({ issueId }) => issueId !== null);
      const of = { communityId, genre: "feedback-notice", sourceKind: "issue", sourceId: item?.issueId ?? "" } as const;
      const state = { title: "反馈公示-路灯", public: true, masked: true, choices: {}, layout: "community" } as const;
      const times = { createdAt: now, issuedAt: now, issuedOn: "2026-12-05" };
      const by = { draftedBy: actor.name, issuedBy: actor.name, state: "issued" } as const;
      await db.insert(db.tables.document).values({ id: "of-an-issue", ...of, ...state, ...times, ...by, file });
    });
    const { files } = await made("meeting", held.code);
    expect(Buffer.from(files["已签发/反馈公示-路灯.docx"] ?? []).equals(bytes)).toBe(true);
  });

  it("a thousand files leave nothing of themselves behind but their names", async () => {
    const bytes = Buffer.alloc(60_000, 7);
    async function* files() {
      for (let n = 0; n < 1000; n++) yield { path: `文书/${n}.docx`, bytes: Buffer.from(bytes), packed: true };
    }
    globalThis.gc?.();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for await (const piece of zipped(files(), house.clock())) {
      expect(piece.byteLength).toBeLessThan(200_000);
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(most).toBeLessThan(50_000_000);
  });
});
