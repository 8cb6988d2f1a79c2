import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOwnMethod } from "#app/commands/create-own-method.ts";
import { MAX_METHOD_FILE_BYTES } from "#app/commands/import-own-method.ts";
import { signIn } from "#app/commands/sign-in.ts";
import { METHODS } from "#app/methods/index.ts";
import { loader as exportLoader } from "#app/routes/desk/method-export.ts";
import { action as listAction, loader as listLoader } from "#app/routes/desk/method-own-list.tsx";
import { action as newAction, loader as newLoader } from "#app/routes/desk/method-own-new.tsx";
import { ownMethodsOf } from "#db/stores/own-method.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { ask, type Handler, type Holder } from "../every-route.ts";

let house: TestHouse;
let lake: SeededCommunity;
let secretary: Holder;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  const { value } = await signIn(house, { username: lake.username, password: PASSWORD, userAgent: "", days: 1 });
  secretary = { staff: value };
});
afterEach(() => house.close());

const path = "/desk/methods/own";
const stored = () => house.db.read((db) => ownMethodsOf(db, lake.communityId));
const exported = async (id: string, query = "") => {
  const address = `/desk/methods/${id}/export${query}`;
  const answer = await ask(house, exportLoader as Handler, secretary, { params: { id }, path: address });
  return {
    ...answer,
    text: answer.body instanceof Uint8Array ? new TextDecoder().decode(answer.body) : "",
  };
};
function upload(content: string, more: Record<string, string> = {}) {
  const body = new FormData();
  body.append("intent", "import");
  body.append("file", new File([content], "method.yaml"));
  for (const [name, value] of Object.entries(more)) body.append(name, value);
  return ask(house, listAction as Handler, secretary, { params: {}, path, method: "POST", body });
}
/** Makes the signed-in secretary a clerk. */
const demote = () => house.db.write((db) => db.update(db.tables.staff).set({ role: "clerk" }));

describe("a method's file", () => {
  it("goes out as YAML or JSON and comes in again as a draft that is opened at once", async () => {
    const [first] = METHODS;
    const yaml = await exported(first?.id ?? "");
    expect(yaml.status).toBe(200);
    expect(yaml.type).toMatch(/yaml/);
    expect(yaml.text).toMatch(/^# 圆桌 · 议事方法：/);
    const json = await exported(first?.id ?? "", "?as=json");
    expect(json.body).toEqual(first);
    const { to } = await upload(yaml.text);
    const [row] = await stored();
    expect(to).toBe(`/desk/methods/own/${row?.id}`);
    expect(row).toMatchObject({ name: first?.name, published: null });
  });

  it("is refused with every line and its reason beside the form", async () => {
    const { status, body } = await upload("id: a\nname: 5\nonload: x\n");
    expect(status).toBe(422);
    const { details } = body as { details: { line: number; text: string; message: string }[] };
    expect(details).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ line: 2, text: "name: 5", message: expect.stringMatching(/[一-龥]/) }),
        expect.objectContaining({ line: 3, text: "onload: x" }),
      ]),
    );
    expect(await stored()).toEqual([]);
  });

  it("is refused with 413 when it is too large, also far beyond the bound", async () => {
    for (const length of [MAX_METHOD_FILE_BYTES + 1, 4 * MAX_METHOD_FILE_BYTES]) {
      const { status, body } = await upload("#".repeat(length));
      expect(status).toBe(413);
      expect(body).toMatchObject({ fields: { file: expect.stringMatching(/512 KB/) } });
    }
  });
});

describe("the pages", () => {
  it("say how far each method has come", async () => {
    const { id } = await createOwnMethod(house, lake.actor, { name: "院坝会", from: "roundtable" });
    const { body } = await ask(house, listLoader as Handler, secretary, { params: {}, path });
    expect(body).toMatchObject({ mayWrite: true, methods: [{ id, state: "draft", faults: 0, basedOn: "圆桌会议" }] });
  });

  it("begin a method by a form, never by looking at the page", async () => {
    const from = `${path}/new?from=roundtable`;
    const seen = await ask(house, newLoader as Handler, secretary, { params: {}, path: from });
    expect(seen.body).toMatchObject({ base: { id: "roundtable" } });
    expect(await stored()).toEqual([]);
    const body = new URLSearchParams({ name: "院坝会", from: "roundtable" });
    const { to } = await ask(house, newAction as Handler, secretary, { params: {}, path: from, method: "POST", body });
    expect(to).toBe(`/desk/methods/own/${(await stored())[0]?.id}`);
  });

  it("let a clerk read and take files, and nothing else", async () => {
    const { id } = await createOwnMethod(house, lake.actor, { name: "院坝会" });
    await demote();
    expect((await ask(house, listLoader as Handler, secretary, { params: {}, path })).body).toMatchObject({
      mayWrite: false,
    });
    expect((await exported(id)).status).toBe(200);
    const before = await stored();
    const tries = [
      ask(house, newLoader as Handler, secretary, { params: {}, path: `${path}/new` }),
      upload((await exported(id)).text),
      ...["remove", "restore"].map((intent) => {
        const body = new URLSearchParams({ intent, id, version: "1" });
        return ask(house, listAction as Handler, secretary, { params: {}, path, method: "POST", body });
      }),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(403);
    expect(await stored()).toEqual(before);
  });
});
