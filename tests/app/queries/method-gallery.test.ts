import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOwnMethod } from "#app/commands/create-own-method.ts";
import { publishOwnMethod } from "#app/commands/publish-own-method.ts";
import { METHOD_FAMILIES } from "#app/domain/method/vocabulary.ts";
import type { Actor } from "#app/house.ts";
import { METHODS, requireMethod } from "#app/methods/index.ts";
import { type Gallery, methodGallery, searchMethods } from "#app/queries/method-gallery.ts";
import { methodPage } from "#app/queries/method-page.ts";
import { saveCommunity } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

const ids = ({ groups }: Gallery) => groups.flatMap(({ cards }) => cards.map(({ id }) => id));
const search = (text: string, family = "") => searchMethods(METHODS, { text, family });

describe("searching", () => {
  it("finds by name, summary, stage, source and family, with every word, in any width and case", () => {
    const roundtable = requireMethod("roundtable");
    const [stage] = roundtable.stages;
    for (const words of ["圆桌", "四类常驻代表围坐", stage?.name ?? "", "莱西翡翠城", " 圆桌  莱西 ", "１+４+ｘ"]) {
      expect(ids(search(words)).length, words).toBeGreaterThan(0);
      expect(ids(search(words)).length, words).toBeLessThan(METHODS.length);
    }
    expect(ids(search("圆桌 莱西"))).toContain("roundtable");
    expect(ids(search("圆桌 没有这个词"))).toEqual([]);
    expect(ids(search("法律"))).toContain("residents-meeting");
  });

  it("shows every method once in its family, none empty, and counts what the words leave", () => {
    const all = search("");
    expect(ids(all).sort()).toEqual(METHODS.map(({ id }) => id).sort());
    expect(all).toMatchObject({ found: METHODS.length, total: METHODS.length });
    for (const { id, cards } of all.groups) expect(cards.map(({ family }) => family)).toEqual(cards.map(() => id));
    const some = search("公布", "decision");
    expect(some.groups.map(({ id }) => id)).toEqual(["decision"]);
    expect(some.families.map(({ id }) => id)).toEqual([...METHOD_FAMILIES]);
    expect(some.families.find(({ id }) => id === "decision")?.count).toBe(some.found);
    expect(search("没有这个词").groups).toEqual([]);
  });

  it("tells laws first, and the stages at work without the ends", () => {
    const card = search("")
      .groups.flatMap(({ cards }) => cards)
      .find(({ id }) => id === "residents-meeting");
    expect(card?.sources[0]).toBe("law");
    const working = requireMethod("residents-meeting").stages.filter(({ final }) => !final);
    expect(card?.stages).toEqual(working.map(({ name }) => name));
  });
});

describe("what a community sees", () => {
  let house: TestHouse;
  let lake: SeededCommunity;
  let hill: SeededCommunity;
  beforeEach(async () => {
    house = openTestHouse();
    lake = await seedCommunity(house);
    hill = await seedCommunity(house, { community: "湖滨街道", username: "hubin" });
    await house.db.write((db) =>
      saveCommunity(db, hill.communityId, { kind: "street", name: "湖滨街道", street: "湖滨街道" }),
    );
  });
  afterEach(() => house.close());

  async function published(actor: Actor, name: string, scope: "community" | "street" = "community") {
    const { id } = await createOwnMethod(house, actor, { name, from: "roundtable", scope });
    await publishOwnMethod(house, actor, { id, version: 1 });
    return id;
  }
  const gallery = (actor: Actor) => methodGallery(house, actor, { text: "", family: "" });

  it("has its own and its street's methods first, nobody else's", async () => {
    const mine = await published(lake.actor, "院坝会");
    const streets = await published(hill.actor, "街道议事会", "street");
    const closed = await published(hill.actor, "机关例会");
    const { groups } = await gallery(lake.actor);
    expect(groups[0]?.id).toBe("own");
    expect(groups[0]?.cards.map(({ id, origin }) => [id, origin])).toEqual([
      [mine, "own"],
      [streets, "shared"],
    ]);
    expect(ids(await gallery(lake.actor))).not.toContain(closed);
    expect((await gallery(hill.actor)).groups[0]?.cards.map(({ id }) => id)).toEqual([streets, closed]);
  });

  it("opens each at hand with the decisions it may go on into, and no other", async () => {
    const mine = await published(lake.actor, "院坝会");
    expect(await methodPage(house, lake.actor, mine)).toMatchObject({ origin: "own", method: { name: "院坝会" } });
    const { decisions, origin } = await methodPage(house, lake.actor, "seven-steps");
    expect(origin).toBe("built-in");
    expect(decisions["residents-meeting"]).toBe(requireMethod("residents-meeting").name);
    for (const id of [mine, "nothing", "__proto__", ""]) {
      expect((await refusalOf(methodPage(house, hill.actor, id)))?.word, id).toBe("not-found");
    }
  });
});
