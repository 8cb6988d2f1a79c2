import { changeDraft, type DraftChanges } from "#app/commands/change-draft.ts";
import { checkDocument } from "#app/commands/check-document.ts";
import { draftDocument } from "#app/commands/draft-document.ts";
import { issueDocument } from "#app/commands/issue-document.ts";
import type { DocumentChoices } from "#app/domain/document/choices.ts";
import type { Actor } from "#app/house.ts";
import { documentInHand } from "#app/queries/documents/life.ts";
import { type Document, documentById, insertDocument } from "#db/stores/document.ts";
import { insertStaff } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { holdTwoWednesdays } from "../queries/two-wednesdays.ts";

/** The desk after two Wednesdays, where two people handle papers: the secretary drafts, the clerk checks. */
export type PaperDesk = {
  house: TestHouse;
  code: string;
  drafter: Actor;
  checker: Actor;
  find(id: string): Promise<Document>;
  draft(genre: string, choices?: DocumentChoices): Promise<string>;
  change(id: string, changes: DraftChanges, actor?: Actor): Promise<void>;
  /** Checks what the clerk sees now. */
  check(id: string, actor?: Actor): Promise<void>;
  issue(id: string, actor?: Actor): Promise<string>;
  /** Drafted, checked and issued at once. */
  issued(genre: string, choices?: DocumentChoices): Promise<string>;
  /** So many checked papers: of the same minutes, as if there were so many meetings. */
  checked(count: number): Promise<string[]>;
  /** What the draft would say now. */
  digest(id: string): Promise<string>;
};

/** 1, 2, … count. */
export const range = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

export async function openPaperDesk(house = openTestHouse()): Promise<PaperDesk> {
  const { lake, code } = await holdTwoWednesdays(house);
  const drafter = lake.actor;
  const checker = await addClerk(house, drafter);
  const find = async (id: string) => {
    const found = await house.db.read((db) => documentById(db, id));
    if (!found) throw new Error(`no document ${id}`);
    return found;
  };
  const seen = async (id: string) => ({ id, version: (await find(id)).version });
  const desk: PaperDesk = {
    house,
    code,
    drafter,
    checker,
    find,
    draft: async (genre, choices = {}) =>
      (await draftDocument(house, drafter, { source: { kind: "meeting", id: code }, genre, choices })).id,
    change: async (id, changes, actor = drafter) => changeDraft(house, actor, await seen(id), changes),
    check: async (id, actor = checker) =>
      checkDocument(house, actor, { ...(await seen(id)), digest: await desk.digest(id) }),
    issue: async (id, actor = drafter) => (await issueDocument(house, actor, await seen(id))).number,
    async issued(genre, choices) {
      const id = await desk.draft(genre, choices);
      await desk.check(id);
      await desk.issue(id);
      return id;
    },
    async checked(count) {
      const first = await desk.draft("minutes");
      await desk.check(first);
      const row = await find(first);
      const more = range(count - 1).map((n) => ({ ...row, id: `copy${String(n).padStart(3, "0")}` }));
      await house.db.write(async (db) => {
        for (const each of more) await insertDocument(db, each);
      });
      return [first, ...more.map(({ id }) => id)];
    },
    async digest(id) {
      const { live } = await documentInHand(house, checker, id);
      return live && "digest" in live ? live.digest : "";
    },
  };
  return desk;
}

/** A second member of staff, invented like the others. */
async function addClerk(house: TestHouse, { communityId }: Actor): Promise<Actor> {
  const staffId = house.newId();
  const account = { id: staffId, communityId, username: `xujing-${staffId}`, name: "徐静", role: "clerk" as const };
  await house.db.write((db) => insertStaff(db, { ...account, passwordHash: "-", createdAt: house.clock() }));
  return { kind: "staff", staffId, communityId, name: account.name, role: "clerk" };
}
