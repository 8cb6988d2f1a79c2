import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOwnMethod } from "#app/commands/create-own-method.ts";
import { enterIssue } from "#app/commands/enter-issue.ts";
import { publishOwnMethod } from "#app/commands/publish-own-method.ts";
import { removeOwnMethod, restoreOwnMethod } from "#app/commands/remove-own-method.ts";
import { saveOwnMethod } from "#app/commands/save-own-method.ts";
import { takeStep } from "#app/commands/take-step.ts";
import type { MethodDraft } from "#app/domain/method/definition.ts";
import { MAX_DRAFT_LENGTH } from "#app/domain/method/draft.ts";
import { idSchema } from "#app/domain/method/test-schema.ts";
import type { Actor } from "#app/house.ts";
import { roundtable } from "#app/methods/roundtable.ts";
import { issueById } from "#db/stores/issue.ts";
import { methodAtHand, methodOf, methodsAtHand } from "#db/stores/method.ts";
import { ownMethodById, versionsOf } from "#db/stores/own-method.ts";
import { saveCommunity } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

let house: TestHouse;
let lake: SeededCommunity;
let actor: Actor;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  actor = lake.actor;
});
afterEach(() => house.close());

const row = async (id: string) => {
  const found = await house.db.read((db) => ownMethodById(db, id));
  if (!found) throw new Error(`no method ${id}`);
  return found;
};
const acts = (id: string) =>
  house.db.read(async (db) =>
    (await db.select().from(db.tables.journal)).filter((each) => each.subject === id).map((each) => each.act),
  );
const atHand = (who: Actor) =>
  house.db.read(async (db) => (await methodsAtHand(db, who.communityId)).map((each) => `${each.id}@${each.version}`));
const published = (id: string) =>
  house.db.read(async (db) => (await versionsOf(db, id)).map((each) => each.version).reverse());
const asStreet = (of: SeededCommunity, name: string) =>
  house.db.write((db) => saveCommunity(db, of.communityId, { kind: "street", name, street: name }));

/** A published method of the lake's, and its edition. */
async function ownPublished(from = "") {
  const { id } = await createOwnMethod(house, actor, { name: "院坝会", from });
  const { version } = await publishOwnMethod(house, actor, { id, version: 1 });
  return { id, version };
}
const renamed = async (id: string, name: string): Promise<MethodDraft> => ({ ...(await row(id)).draft, name });

describe("creating", () => {
  it("begins from nothing or as a copy, under an id that no built-in method has", async () => {
    const fresh = await createOwnMethod(house, actor, { name: " 院坝会 " });
    const copy = await createOwnMethod(house, actor, { name: "我们的圆桌", from: "roundtable" });
    expect(await row(fresh.id)).toMatchObject({ name: "院坝会", basedOn: "", version: 1, scope: "community" });
    const { draft, basedOn } = await row(copy.id);
    expect(basedOn).toBe(`roundtable@${roundtable.version}`);
    expect(draft).toEqual({ ...roundtable, id: copy.id, version: 1, name: "我们的圆桌" });
    for (const { id } of [fresh, copy]) expect(idSchema.safeParse(id).success).toBe(true);
    expect(await acts(copy.id)).toEqual(["create-own-method"]);
    expect(await atHand(actor)).not.toContain(`${fresh.id}@1`);
  });

  it("copies no method that is not at hand", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const { id } = await ownPublished();
    for (const from of [id, "nothing", "__proto__"]) {
      const refused = await refusalOf(createOwnMethod(house, hill.actor, { name: "抄来的", from }));
      expect(refused?.word, from).toBe("not-found");
    }
  });
});

describe("saving", () => {
  it("keeps a faulty draft and names the faults, but nothing without the shape of a method", async () => {
    const { id } = await createOwnMethod(house, actor, { name: "院坝会" });
    const { draft } = await row(id);
    const faulty = { ...draft, name: "", stages: draft.stages.slice(0, 2) };
    const saved = await saveOwnMethod(house, actor, { id, version: 1, draft: faulty });
    expect(saved.version).toBe(2);
    expect(saved.faults.map((fault) => fault.path.join("."))).toContain("name");
    expect(await row(id)).toMatchObject({ name: "院坝会", version: 2, draft: { stages: [{}, {}] } });
    const wrong = await refusalOf(saveOwnMethod(house, actor, { id, version: 2, draft: { ...draft, stages: 5 } }));
    expect(wrong).toMatchObject({ word: "invalid-value", details: [{ field: "stages" }] });
  });

  it("gives the draft our id and number, and never a second edition for no change", async () => {
    const { id } = await createOwnMethod(house, actor, { name: "院坝会" });
    const { draft } = await row(id);
    const saved = await saveOwnMethod(house, actor, {
      id,
      version: 1,
      draft: { ...draft, id: "roundtable", version: 9 },
    });
    expect(saved).toMatchObject({ version: 1, draft: { id, version: 1 } });
    expect(await acts(id)).toEqual(["create-own-method"]);
  });

  it("shows no more of a name than a name's length, whatever the draft says", async () => {
    const { id } = await createOwnMethod(house, actor, { name: "院坝会" });
    await saveOwnMethod(house, actor, { id, version: 1, draft: await renamed(id, "𠮷".repeat(50_000)) });
    expect((await row(id)).name).toBe("𠮷".repeat(60));
    const [, saved] = await house.db.read(async (db) =>
      (await db.select().from(db.tables.journal)).filter((each) => each.subject === id),
    );
    expect(saved?.data.length).toBeLessThan(500);
  });

  it("tells the second of two writers what stands there now", async () => {
    const { id } = await createOwnMethod(house, actor, { name: "院坝会" });
    await saveOwnMethod(house, actor, { id, version: 1, draft: await renamed(id, "先写的") });
    const late = await refusalOf(saveOwnMethod(house, actor, { id, version: 1, draft: await renamed(id, "后写的") }));
    expect(late).toMatchObject({ word: "stale", details: { current: { name: "先写的", version: 2 } } });
    expect((await row(id)).name).toBe("先写的");
  });

  it("refuses a method longer than any could be read", async () => {
    const { id } = await createOwnMethod(house, actor, { name: "院坝会" });
    const { draft } = await row(id);
    const long = { id: "x", name: "长".repeat(MAX_DRAFT_LENGTH), kind: "fixed" as const, source: draft.sources[0] };
    const refused = await refusalOf(
      saveOwnMethod(house, actor, { id, version: 1, draft: { ...draft, seats: [long] } }),
    );
    expect(refused?.word).toBe("too-large");
  });
});

describe("publishing", () => {
  it("makes version after version, and leaves the ones before as they are", async () => {
    const { id, version } = await ownPublished();
    const first = await house.db.read((db) => methodOf(db, { method: id, version: 1 }));
    const saved = await saveOwnMethod(house, actor, { id, version, draft: await renamed(id, "院坝会（新）") });
    expect(await publishOwnMethod(house, actor, { id, version: saved.version })).toMatchObject({ published: 2 });
    expect(await published(id)).toEqual([1, 2]);
    expect(await house.db.read((db) => methodOf(db, { method: id, version: 1 }))).toEqual(first);
    expect(first).toMatchObject({ id, version: 1, name: "院坝会" });
    expect(await house.db.read((db) => methodAtHand(db, actor.communityId, id))).toMatchObject({ version: 2 });
    expect((await acts(id)).filter((act) => act === "publish-own-method")).toHaveLength(2);
  });

  it("refuses a draft that was published already", async () => {
    const { id, version } = await ownPublished();
    const refused = await refusalOf(publishOwnMethod(house, actor, { id, version }));
    expect(refused).toMatchObject({ word: "invalid-value", details: [{ field: "draft" }] });
    expect(await published(id)).toEqual([1]);
  });

  it.each<[string, (draft: MethodDraft) => object, string]>([
    ["a way to nowhere", (d) => Object.assign(d.stages[0]?.exits[0] ?? {}, { to: "nowhere" }), "stages.0.exits.0.to"],
    ["labels to fill in", (d) => Object.assign(d, { status: "blank" }), "status"],
    ["markup", (d) => Object.assign(d, { summary: "<b>好</b>" }), "summary"],
    [
      "a decision that nobody knows",
      (d) => {
        const source = { kind: "default" as const, ref: "自定" };
        const back = (["passed", "failed"] as const).map((after) => ({
          event: after,
          label: after,
          to: "settled",
          after,
        }));
        const more = {
          decisions: [{ method: "no-such", label: "提交", source }],
          exits: [...(d.stages[1]?.exits ?? []), ...back],
        };
        return Object.assign(d.stages[1] ?? {}, more);
      },
      "stages.1.decisions.0.method",
    ],
  ])("refuses %s", async (_, change, field) => {
    const { id } = await createOwnMethod(house, actor, { name: "院坝会" });
    const draft = structuredClone((await row(id)).draft);
    change(draft);
    const { version } = await saveOwnMethod(house, actor, { id, version: 1, draft });
    const refused = await refusalOf(publishOwnMethod(house, actor, { id, version }));
    expect(refused?.word).toBe("invalid-value");
    expect(JSON.stringify(refused?.details)).toContain(`"${field}"`);
    expect(await published(id)).toEqual([]);
  });

  it("refuses an edition that is not the present one", async () => {
    const { id } = await createOwnMethod(house, actor, { name: "院坝会" });
    await saveOwnMethod(house, actor, { id, version: 1, draft: await renamed(id, "先写的") });
    expect((await refusalOf(publishOwnMethod(house, actor, { id, version: 1 })))?.word).toBe("stale");
  });
});

describe("an issue under way", () => {
  it("goes by the version that it began with, whatever is published or removed meanwhile", async () => {
    const { id, version } = await ownPublished();
    const issue = await enterIssue(house, actor, { title: "路灯不亮", method: id });
    const { draft } = await row(id);
    // The second version knows no 撤回 and calls the first stage otherwise.
    const stages = draft.stages.map((stage, at) => (at === 0 ? { ...stage, name: "先问一问", exceptions: [] } : stage));
    const saved = await saveOwnMethod(house, actor, { id, version, draft: { ...draft, stages } });
    const { version: edition } = await publishOwnMethod(house, actor, { id, version: saved.version });
    const later = await enterIssue(house, actor, { title: "车位不够", method: id });
    await removeOwnMethod(house, actor, { id, version: edition });
    const find = async (each: string) => {
      const found = await house.db.read((db) => issueById(db, each));
      if (!found) throw new Error("the issue was entered");
      return { found, method: await house.db.read((db) => methodOf(db, found.process)) };
    };
    const [first, second] = [await find(issue.id), await find(later.id)];
    expect([first.found.process.version, second.found.process.version]).toEqual([1, 2]);
    expect([first.method.stages[0]?.name, second.method.stages[0]?.name]).toEqual(["提出议题", "先问一问"]);
    const withdrawn = await takeStep(house, actor, { issueId: issue.id, event: "withdraw", reason: "不办了" });
    expect(withdrawn).toMatchObject({ stage: "withdrawn", process: { version: 1 } });
    const not = await refusalOf(takeStep(house, actor, { issueId: later.id, event: "withdraw", reason: "不办了" }));
    expect(not?.word).toBe("wrong-state");
    expect((await refusalOf(enterIssue(house, actor, { title: "新的", method: id })))?.word).toBe("not-found");
  });

  it("never begins by a draft, or by another community's method", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const draft = await createOwnMethod(house, actor, { name: "没写完" });
    const own = await ownPublished();
    const tries: [Actor, string][] = [
      [actor, draft.id],
      [hill.actor, own.id],
    ];
    for (const [who, method] of tries) {
      expect((await refusalOf(enterIssue(house, who, { title: "路灯不亮", method })))?.word).toBe("not-found");
    }
  });
});

describe("removing", () => {
  it("keeps new issues from beginning by it, keeps its versions readable, and can be taken back", async () => {
    const { id, version } = await ownPublished();
    await removeOwnMethod(house, actor, { id, version });
    expect(await atHand(actor)).not.toContain(`${id}@1`);
    expect(await house.db.read((db) => methodOf(db, { method: id, version: 1 }))).toMatchObject({ id });
    const again = await refusalOf(removeOwnMethod(house, actor, { id, version: version + 1 }));
    expect(again?.word).toBe("wrong-state");
    const draft = await renamed(id, "改不了");
    for (const work of [
      saveOwnMethod(house, actor, { id, version: version + 1, draft }),
      publishOwnMethod(house, actor, { id, version: version + 1 }),
    ]) {
      expect((await refusalOf(work))?.word).toBe("wrong-state");
    }
    await restoreOwnMethod(house, actor, { id, version: version + 1 });
    expect(await atHand(actor)).toContain(`${id}@1`);
    expect(await acts(id)).toEqual([
      ...["create-own-method", "publish-own-method", "remove-own-method", "restore-own-method"],
    ]);
  });
});

describe("rights", () => {
  /** Every act on the lake's method by somebody else. */
  const tries = (who: Actor, id: string, version: number, draft: MethodDraft) => [
    saveOwnMethod(house, who, { id, version, draft: { ...draft, name: "越权" } }),
    publishOwnMethod(house, who, { id, version }),
    removeOwnMethod(house, who, { id, version }),
    restoreOwnMethod(house, who, { id, version }),
  ];

  it("are nobody's but the community's own secretary's", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const { id, version } = await ownPublished();
    const { draft } = await row(id);
    for (const work of tries(hill.actor, id, version, draft)) expect((await refusalOf(work))?.word).toBe("not-found");
    const clerk: Actor = { ...actor, role: "clerk" };
    const create = createOwnMethod(house, clerk, { name: "越权" });
    for (const work of [create, ...tries(clerk, id, version, draft)]) {
      expect((await refusalOf(work))?.word).toBe("not-allowed");
    }
    expect(await row(id)).toMatchObject({ version, draft, removedAt: null });
  });

  it("let a street share, and its communities use and copy but not change what it shares", async () => {
    const street = await seedCommunity(house, { community: "湖滨街道", username: "hubin" });
    await asStreet(street, "湖滨街道");
    const { id } = await createOwnMethod(house, street.actor, { name: "街道办法", scope: "street" });
    const { version } = await publishOwnMethod(house, street.actor, { id, version: 1 });
    expect(await atHand(actor)).toContain(`${id}@1`);
    const copy = await createOwnMethod(house, actor, { name: "照街道的改", from: id });
    expect((await row(copy.id)).basedOn).toBe(`${id}@1`);
    const { draft } = await row(id);
    for (const work of tries(actor, id, version, draft)) expect((await refusalOf(work))?.word).toBe("not-found");
    // A community cannot share.
    const wider = createOwnMethod(house, actor, { name: "越权", scope: "street" });
    expect((await refusalOf(wider))?.word).toBe("not-allowed");
    const own = await ownPublished();
    const widened = saveOwnMethod(house, actor, { ...own, draft: (await row(own.id)).draft, scope: "street" });
    expect((await refusalOf(widened))?.word).toBe("not-allowed");
  });
});
