import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkDocument } from "#app/commands/check-document.ts";
import { correctDocument } from "#app/commands/correct-document.ts";
import { draftDocument } from "#app/commands/draft-document.ts";
import { dropDocument } from "#app/commands/drop-document.ts";
import { issueDocument } from "#app/commands/issue-document.ts";
import { issuedFile } from "#app/commands/issued-file.ts";
import { saveSettings, settingsInput } from "#app/commands/save-settings.ts";
import { atTime } from "#app/domain/calendar/day.ts";
import { communityWords, editionOfWords } from "#app/domain/community.ts";
import { documentInHand } from "#app/queries/documents/life.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { journalOf } from "#db/journal.ts";
import { correctionsOf } from "#db/stores/document.ts";
import { communityById, saveCommunity } from "#db/stores/staff.ts";
import { openTestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { openWord, paragraphTexts } from "#tests/proof/word-file.ts";
import { refusalOf } from "#tests/refusal.ts";
import { openPaperDesk, type PaperDesk } from "./paper-desk.ts";

let desk: PaperDesk;
beforeEach(async () => {
  desk = await openPaperDesk();
});
afterEach(() => desk.house.close());

const words = (bytes: Uint8Array) => paragraphTexts(openWord(Buffer.from(bytes)).body).join("\n");

async function change(contact: string): Promise<void> {
  const { house, drafter } = desk;
  const community = await house.db.read((db) => communityById(db, drafter.communityId));
  if (!community) throw new Error("no community");
  const now = communityWords(community);
  await saveSettings(house, drafter, settingsInput.parse({ ...now, contact, seen: editionOfWords(now) }));
}

describe("from draft to issue", () => {
  it("a draft is checked by somebody else, gets its number when it is issued, and its file is kept byte for byte", async () => {
    const { house, drafter, checker } = desk;
    const id = await desk.draft("result-notice");
    expect(await desk.find(id)).toMatchObject({ state: "draft", number: "", file: null, content: null });
    expect(await refusalOf(desk.check(id, drafter))).toMatchObject({ word: "wrong-state" });
    await desk.check(id);
    expect(await desk.find(id)).toMatchObject({ state: "checked", checkedBy: checker.staffId, number: "" });
    expect(await desk.issue(id)).toBe("2026年第1号");
    const issued = await desk.find(id);
    expect(issued).toMatchObject({ state: "issued", number: "2026年第1号", issuedOn: "2026-11-25", numberPlace: 1 });
    const [one, other] = [await issuedFile(house, drafter, id), await issuedFile(house, checker, id)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    expect(one.digest).toBe(createHash("sha256").update(one.bytes).digest("hex"));
    expect(issued.file).toBe(one.digest);
    expect(one.fileName).toMatch(/^2026-11-25-协商结果公示-.+\.docx$/);
    const acts = (await house.db.read((db) => journalOf(db, id))).map(({ act, actor }) => [act, actor]);
    expect(acts).toEqual([
      ["draft-document", "周岚"],
      ["check-document", "徐静"],
      ["issue-document", "周岚"],
      ["set-document", "周岚"],
    ]);
    expect((await verifyHouse(house)).mismatches).toEqual([]);
  });

  it("what is issued is what was checked, whatever the settings say by then", async () => {
    const id = await desk.draft("result-notice");
    await desk.check(id);
    await change("李某人");
    expect((await documentInHand(desk.house, desk.drafter, id)).standing.changed).toBe(true);
    const refused = await refusalOf(desk.issue(id));
    expect(refused?.word).toBe("wrong-state");
    await desk.check(id);
    await desk.issue(id);
    await change("王某人");
    expect(words((await issuedFile(desk.house, desk.drafter, id)).bytes)).toContain("受理联系人：李某");
  });

  it("a person who reads one thing checks no other: what changed between reading and checking is read again", async () => {
    const { house, checker } = desk;
    const id = await desk.draft("result-notice");
    const read = await desk.digest(id);
    await change("李某人");
    const { version } = await desk.find(id);
    expect(await refusalOf(checkDocument(house, checker, { id, version, digest: read }))).toMatchObject({
      word: "stale",
    });
    expect((await desk.find(id)).state).toBe("draft");
  });

  it("one person alone at the desk may check the own draft, and the journal says so", async () => {
    const house = openTestHouse();
    const alone = await openPaperDesk(house);
    await house.db.write(async (db) => {
      const { staff } = db.tables;
      await db.update(staff).set({ disabledAt: house.clock() }).where(eq(staff.id, alone.checker.staffId));
    });
    const id = await alone.draft("minutes");
    await alone.check(id, alone.drafter);
    const entries = await house.db.read((db) => journalOf(db, id));
    expect(entries.at(-1)).toMatchObject({ act: "check-document", data: { alone: true } });
    await house.close();
  });

  it("minutes are proposed a 期号 by counting, which staff may change; whoever changes it does not check it", async () => {
    const id = await desk.draft("minutes");
    expect((await desk.find(id)).choices.number).toBe("2026年第2期");
    await desk.check(id);
    await desk.change(id, { number: "总第30期" }, desk.checker);
    expect(await desk.find(id)).toMatchObject({ state: "draft", content: null, checkedBy: "" });
    expect((await refusalOf(desk.check(id)))?.word).toBe("wrong-state");
    await desk.check(id, desk.drafter);
    await desk.issue(id);
    const told = words((await issuedFile(desk.house, desk.drafter, id)).bytes);
    expect(told).toContain("总第30期");
    expect(told).toContain("2026年第1号");
  });

  it("one draft of a version is enough: the second press leads to the first; the internal version is another", async () => {
    const { house, drafter, code } = desk;
    const asked = { source: { kind: "meeting" as const, id: code }, genre: "result-notice" };
    const pressed = await Promise.all([1, 2, 3].map(() => draftDocument(house, drafter, { ...asked, choices: {} })));
    expect(new Set(pressed.map(({ id }) => id)).size).toBe(1);
    expect((await draftDocument(house, drafter, { ...asked, choices: { masked: false } })).existed).toBe(false);
  });

  it("a paper that lacks something is no draft", async () => {
    const { house, drafter, code } = desk;
    await house.db.write((db) => saveCommunity(db, drafter.communityId, { settings: {} }));
    const draft = draftDocument(house, drafter, {
      source: { kind: "meeting", id: code },
      genre: "result-notice",
      choices: {},
    });
    expect(await refusalOf(draft)).toMatchObject({ word: "document-not-ready" });
  });

  it("a draft that was dropped has no number and comes back no more", async () => {
    const { house, drafter } = desk;
    const id = await desk.draft("minutes");
    await dropDocument(house, drafter, { id, version: 1 });
    expect(await refusalOf(desk.check(id))).toMatchObject({ word: "wrong-state" });
    expect(await refusalOf(issuedFile(house, drafter, id))).toMatchObject({ word: "wrong-state" });
    expect(await desk.issued("minutes")).not.toBe(id);
    expect((await verifyHouse(house)).mismatches).toEqual([]);
  });
});

describe("two people at once", () => {
  it("only one issues, and no number is lost", async () => {
    const { house, drafter, checker } = desk;
    const id = await desk.draft("minutes");
    await desk.check(id);
    const { version } = await desk.find(id);
    const tries = [drafter, checker, drafter].map((actor) => refusalOf(issueDocument(house, actor, { id, version })));
    const words = (await Promise.all(tries)).map((refusal) => refusal?.word ?? "issued").sort();
    expect(words.filter((word) => word === "issued")).toHaveLength(1);
    expect((await desk.find(id)).number).toBe("2026年第1号");
    await desk.issued("attendance-sheet");
    expect((await verifyHouse(house)).mismatches).toEqual([]);
  });

  it("dropping and checking: the later one is told", async () => {
    const { house, drafter, checker } = desk;
    const id = await desk.draft("minutes");
    const digest = await desk.digest(id);
    const seen = { id, version: 1 };
    const both = await Promise.all([
      refusalOf(dropDocument(house, drafter, seen)),
      refusalOf(checkDocument(house, checker, { ...seen, digest })),
    ]);
    expect(both.map((refusal) => refusal?.word ?? "done").sort()).toEqual(["done", "stale"]);
  });
});

describe("a correction", () => {
  it("is a paper of its own that names what it corrects; the original stays, byte for byte, and is corrected once", async () => {
    const { house, drafter, checker } = desk;
    const id = await desk.issued("result-notice");
    const before = await issuedFile(house, drafter, id);
    const { version } = await desk.find(id);
    const begun = await Promise.all(
      [drafter, checker].map((actor) =>
        correctDocument(house, actor, { id, version }, { reason: "联系人写错，应为李某人。原写陈建平" }).catch(
          () => null,
        ),
      ),
    );
    const made = begun.flatMap((each) => each?.id ?? []);
    expect(made).toHaveLength(1);
    const [correction = ""] = made;
    await change("李某人");
    house.at(atTime("2026-11-27", "10:00"));
    await desk.check(correction, (await desk.find(correction)).draftedBy === drafter.staffId ? checker : drafter);
    expect(await desk.issue(correction)).toBe("2026年第2号");
    const told = words((await issuedFile(house, drafter, correction)).bytes);
    expect(told).toMatch(/公示（更正）/);
    expect(told).toContain("本件更正2026年11月25日签发的《协商结果公示》（2026年第1号）");
    // Names are masked in what staff wrote, too.
    expect(told).toContain("联系人写错");
    expect(told).not.toContain("陈建平");
    expect((await issuedFile(house, drafter, id)).bytes.equals(before.bytes)).toBe(true);
    expect((await documentInHand(house, drafter, id)).standing.correction).toBe("issued");
    const again = correctDocument(house, drafter, { id, version }, { reason: "再改" });
    expect(await refusalOf(again)).toMatchObject({ word: "wrong-state" });
    expect(await house.db.read((db) => correctionsOf(db, id))).toHaveLength(1);
    // The correction itself may be corrected.
    const next = await desk.find(correction);
    const second = await correctDocument(house, drafter, { id: correction, version: next.version }, { reason: "又错" });
    expect((await desk.find(second.id)).title).toBe(next.title);
    expect((await verifyHouse(house)).mismatches).toEqual([]);
  });

  it("of what is not issued is none", async () => {
    const id = await desk.draft("minutes");
    const asked = correctDocument(desk.house, desk.drafter, { id, version: 1 }, { reason: "改" });
    expect(await refusalOf(asked)).toMatchObject({ word: "wrong-state" });
  });
});

describe("whose documents", () => {
  it("strangers find none, whatever they ask", async () => {
    const { house } = desk;
    const id = await desk.issued("minutes");
    const { actor } = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const seen = { id, version: (await desk.find(id)).version };
    for (const asked of [
      documentInHand(house, actor, id),
      issuedFile(house, actor, id),
      issueDocument(house, actor, seen),
      dropDocument(house, actor, seen),
      correctDocument(house, actor, seen, { reason: "改" }),
      checkDocument(house, actor, { ...seen, digest: "" }),
    ]) {
      expect(await refusalOf(asked)).toMatchObject({ word: "not-found" });
    }
  });
});

it("a checked paper whose frozen words were lost has to be checked again", async () => {
  const { house } = desk;
  const id = await desk.draft("minutes");
  await desk.check(id);
  const { content } = await desk.find(id);
  const file = join(house.config.dataDir, "files", (content ?? "").slice(0, 2), content ?? "");
  writeFileSync(file, "{}");
  expect((await refusalOf(desk.issue(id)))?.word).toBe("wrong-state");
  await desk.check(id);
  expect(await desk.issue(id)).toBe("2026年第1号");
});
