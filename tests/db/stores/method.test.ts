import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digest } from "#app/domain/digest.ts";
import { canonicalJson } from "#app/domain/journal/canonical.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import { METHODS } from "#app/methods/index.ts";
import { roundtable } from "#app/methods/roundtable.ts";
import { methodAtHand, methodOf, methodsAtHand } from "#db/stores/method.ts";
import { insertCommunity } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { refusalOf } from "#tests/refusal.ts";

let house: TestHouse;
beforeEach(() => {
  house = openTestHouse();
});
afterEach(() => house.close());

async function place(id: string, name: string, street: string, kind: "community" | "street" = "community") {
  await house.db.write((db) => insertCommunity(db, { id, name, street, kind, createdAt: house.clock() }));
}

type Put = { id: string; of: string; scope?: "community" | "street"; versions: number[]; removed?: boolean };

/** A method of the community `of` with these published versions; each version's name says which it is. */
async function put({ id, of, scope = "community", versions, removed = false }: Put) {
  const now = house.clock();
  await house.db.write(async (db) => {
    const row = { id, communityId: of, name: id, scope, draft: roundtable, createdAt: now, updatedAt: now };
    await db.insert(db.tables.ownMethod).values({ ...row, removedAt: removed ? now : null });
    for (const version of versions) {
      const definition: MethodDefinition = { ...roundtable, id, version, name: `${id} ${version}` };
      const hash = digest(canonicalJson(definition));
      const published = { publishedAt: now, publishedBy: "周岚" };
      await db.insert(db.tables.ownMethodVersion).values({ methodId: id, version, definition, hash, ...published });
    }
  });
}

const atHand = (id: string) =>
  house.db.read(async (db) => (await methodsAtHand(db, id)).map(({ id, version }) => `${id}@${version}`));
const BUILT_IN = METHODS.map(({ id, version }) => `${id}@${version}`);

describe("methods at hand", () => {
  it("are a community's own in their latest published version, then the built-in ones", async () => {
    await place("lake", "翠湖社区", "湖滨街道");
    await place("hill", "南山社区", "湖滨街道");
    await put({ id: "own-a", of: "lake", versions: [1, 2, 10] });
    await put({ id: "own-draft", of: "lake", versions: [] });
    await put({ id: "own-gone", of: "lake", versions: [1], removed: true });
    await put({ id: "own-theirs", of: "hill", versions: [1] });
    expect(await atHand("lake")).toEqual(["own-a@10", ...BUILT_IN]);
    expect(await atHand("hill")).toEqual(["own-theirs@1", ...BUILT_IN]);
  });

  it("are a street's shared ones for communities that name it as theirs, and for nobody else", async () => {
    await place("street", "湖滨街道", "临江区", "street");
    await place("lake", "翠湖社区", "湖滨街道");
    await place("far", "北坡社区", "北山街道");
    await place("other", "北山街道", "临江区", "street");
    await put({ id: "own-shared", of: "street", scope: "street", versions: [1] });
    await put({ id: "own-inner", of: "street", versions: [1] });
    // A community's row that claims the wider scope shares nothing.
    await put({ id: "own-claimed", of: "lake", scope: "street", versions: [1] });
    expect(await atHand("street")).toEqual(["own-inner@1", "own-shared@1", ...BUILT_IN]);
    expect(await atHand("lake")).toEqual(["own-claimed@1", "own-shared@1", ...BUILT_IN]);
    expect(await atHand("far")).toEqual(BUILT_IN);
    expect(await atHand("other")).toEqual(BUILT_IN);
  });

  it("are found by id, and not found where they are another community's, unpublished or removed", async () => {
    await place("lake", "翠湖社区", "湖滨街道");
    await place("hill", "南山社区", "湖滨街道");
    await put({ id: "own-a", of: "lake", versions: [1] });
    await put({ id: "own-draft", of: "lake", versions: [] });
    await put({ id: "own-gone", of: "lake", versions: [1], removed: true });
    const find = (of: string, id: string) => house.db.read((db) => methodAtHand(db, of, id));
    expect((await find("lake", "own-a")).name).toBe("own-a 1");
    expect(await find("hill", "roundtable")).toBe(roundtable);
    expect((await refusalOf(find("hill", "own-a")))?.word).toBe("not-found");
    expect((await refusalOf(find("lake", "own-draft")))?.word).toBe("not-found");
    expect((await refusalOf(find("lake", "own-gone")))?.word).toBe("not-found");
  });
});

describe("the method of a process", () => {
  it("is the version it began with, also after later ones and after removal, read once", async () => {
    await place("lake", "翠湖社区", "湖滨街道");
    await put({ id: "own-a", of: "lake", versions: [1, 2], removed: true });
    const first = () => house.db.read((db) => methodOf(db, { method: "own-a", version: 1 }));
    expect((await first()).name).toBe("own-a 1");
    expect(await first()).toBe(await first());
    expect(await house.db.read((db) => methodOf(db, { method: "roundtable", version: 1 }))).toMatchObject({
      version: 1,
    });
    expect((await refusalOf(house.db.read((db) => methodOf(db, { method: "own-a", version: 3 }))))?.word).toBe(
      "not-found",
    );
  });

  it("cannot be changed or removed once it was published", async () => {
    await place("lake", "翠湖社区", "湖滨街道");
    await put({ id: "own-a", of: "lake", versions: [1] });
    const { ownMethodVersion } = await house.db.read(async (db) => db.tables);
    await expect(house.db.write((db) => db.update(ownMethodVersion).set({ hash: "x" }))).rejects.toThrow(
      /never changes/,
    );
    await expect(house.db.write((db) => db.delete(ownMethodVersion))).rejects.toThrow(/never goes/);
  });
});
