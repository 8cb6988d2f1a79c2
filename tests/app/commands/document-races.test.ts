import { afterEach, beforeEach, expect, it } from "vitest";
import { changeDraft } from "#app/commands/change-draft.ts";
import { checkDocument } from "#app/commands/check-document.ts";
import { correctDocument } from "#app/commands/correct-document.ts";
import { dropDocument } from "#app/commands/drop-document.ts";
import { issueDocument } from "#app/commands/issue-document.ts";
import { thaw } from "#app/queries/documents/frozen.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { journalOf } from "#db/journal.ts";
import { openPaperDesk, type PaperDesk } from "./paper-desk.ts";

/** Every pair of acts that two people may begin at once, from the same page: never more than one of them counts, and the journal tells exactly that. */
let desk: PaperDesk;
beforeEach(async () => {
  desk = await openPaperDesk();
});
afterEach(() => desk.house.close());

type Act = "check" | "issue" | "drop" | "change" | "correct";
const ENTRIES: Record<Act, string> = {
  check: "check-document",
  issue: "issue-document",
  drop: "drop-document",
  change: "change-draft",
  correct: "correct-document",
};

async function both(id: string, acts: readonly [Act, Act]): Promise<Act[]> {
  const { house, drafter, checker } = desk;
  const { version } = await desk.find(id);
  const digest = await desk.digest(id);
  const seen = { id, version };
  const begin: Record<Act, () => Promise<unknown>> = {
    check: () => checkDocument(house, checker, { ...seen, digest }),
    issue: () => issueDocument(house, drafter, seen),
    drop: () => dropDocument(house, checker, seen),
    change: () => changeDraft(house, checker, seen, { number: "总第9期" }),
    correct: () => correctDocument(house, checker, seen, { reason: "写错了" }),
  };
  const done = await Promise.allSettled(acts.map((act) => begin[act]()));
  for (const each of done) {
    if (each.status === "rejected")
      expect(each.reason).toMatchObject({ word: expect.stringMatching(/stale|wrong-state/) });
  }
  return acts.filter((_, index) => done[index]?.status === "fulfilled");
}

it.each([
  ["draft", "check", "check"],
  ["draft", "check", "drop"],
  ["draft", "check", "change"],
  ["draft", "change", "drop"],
  ["checked", "issue", "issue"],
  ["checked", "issue", "drop"],
  ["checked", "issue", "change"],
  ["checked", "drop", "drop"],
  ["issued", "correct", "correct"],
] as const)("of a %s paper, %s and %s at once: one counts", async (state, one, other) => {
  const { house } = desk;
  for (const acts of [
    [one, other],
    [other, one],
  ] as [Act, Act][]) {
    const id = await desk.draft("minutes");
    if (state !== "draft") await desk.check(id);
    if (state === "issued") await desk.issue(id);
    const before = (await house.db.read((db) => journalOf(db, id))).length;
    const done = await both(id, acts);
    expect(done).toHaveLength(1);
    const [act = "drop"] = done;
    if (act === "correct") {
      expect((await desk.find(id)).state).toBe("issued");
    } else {
      const entries = (await house.db.read((db) => journalOf(db, id))).slice(before).map((entry) => entry.act);
      expect(entries).toEqual([ENTRIES[act], ...(act === "issue" ? ["set-document"] : [])]);
      const now = await desk.find(id);
      expect(now.state).toBe({ check: "checked", issue: "issued", drop: "dropped", change: "draft" }[act]);
      expect(now.number === "").toBe(act !== "issue");
      if (now.state === "checked" || now.state === "issued")
        expect((await thaw(house, now.content ?? "")).blocks.length).toBeGreaterThan(3);
      if (now.state === "draft" || now.state === "checked")
        await dropDocument(house, desk.drafter, { id, version: now.version });
    }
  }
  expect((await verifyHouse(house)).mismatches).toEqual([]);
});
