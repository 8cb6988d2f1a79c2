import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addRoll, removeRoll } from "#app/commands/edit-roll.ts";
import { signIn } from "#app/commands/sign-in.ts";
import * as list from "#app/routes/desk/people.tsx";
import * as copy from "#app/routes/desk/people-copy.tsx";
import * as edit from "#app/routes/desk/people-edit.tsx";
import * as upload from "#app/routes/desk/people-import.tsx";
import * as added from "#app/routes/desk/people-new.tsx";
import * as removed from "#app/routes/desk/people-removed.tsx";
import * as one from "#app/routes/desk/people-roll.tsx";
import * as rolls from "#app/routes/desk/people-rolls.tsx";
import { rollText } from "#app/text/rolls.ts";
import { type TwoRolls, twoRolls } from "#tests/app/commands/two-rolls.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { makeWorkbook } from "#tests/workbook.ts";
import { ask, type Handler, type Holder } from "../every-route.ts";

/** The pages of people as a browser without scripts asks for them: the roll stands in the address and stays there. */

let house: TestHouse;
let scene: TwoRolls;
let here: Holder;
beforeEach(async () => {
  house = openTestHouse();
  scene = await twoRolls(house);
  here = await signedIn(scene.lake);
});
afterEach(() => house.close());

async function signedIn({ username }: SeededCommunity): Promise<Holder> {
  const { value } = await signIn(house, { username, password: PASSWORD, userAgent: "", days: 1 });
  return { staff: value };
}

type Page = { loader: unknown; action?: unknown };
type Sent = { id?: string; form?: Record<string, string> | FormData; holder?: Holder };

/** The page's answer to opening it or, with a form, to sending that. */
async function at(page: Page, path: string, { id = "", form, holder = here }: Sent = {}) {
  const handler = (form ? page.action : page.loader) as (asked: ActionFunctionArgs) => Promise<unknown>;
  const body = form instanceof FormData ? form : form && new URLSearchParams(form);
  const sent = body ? { method: "POST", body } : {};
  return ask(house, handler as Handler, holder, { params: { id }, path, ...sent });
}

const names = async (id: string | null) => (await scene.onRoll(id)).map((person) => person.name);

describe("with the roll in the address", () => {
  it("somebody is added, imported, chosen, taken off and put back on that roll, and the page comes back to it", async () => {
    const { members } = scene;
    const ofRoll = `?roll=${members}`;
    const own = await names(null);

    const plus = await at(added, `/desk/people/new${ofRoll}`, { form: { name: "党新来", votingRight: "yes" } });
    expect(plus.to).toMatch(`/desk/people?roll=${members}&done=added`);

    const file = new FormData();
    file.set("intent", "read");
    file.set("file", new File([makeWorkbook([["姓名"], ["罗小曼"]]) as BlobPart], "名册.xlsx"));
    expect((await at(upload, `/desk/people/import${ofRoll}`, { form: file })).to).toBe(`/desk/people/import${ofRoll}`);
    expect(await at(upload, "/desk/people/import")).toMatchObject({
      body: { preview: null, elsewhere: { id: members } },
    });
    const shown = await at(upload, `/desk/people/import${ofRoll}`);
    const { planId } = (shown.body as { preview: { planId: string } }).preview;
    const confirm = { intent: "confirm", planId };
    expect((await at(upload, "/desk/people/import", { form: confirm })).status).toBe(409);
    await at(upload, `/desk/people/import${ofRoll}`, { form: confirm });

    const chosen = { intent: "ticked", person: scene.lake.people.liu.id };
    const taken = await at(copy, `/desk/people/copy${ofRoll}&from=`, { form: chosen });
    expect(taken.to).toBe(`/desk/people?roll=${members}&done=copied&added=1&same=0`);
    const all = await at(copy, `/desk/people/copy${ofRoll}&from=&q=${encodeURIComponent("3号楼")}`, {
      form: { intent: "all" },
    });
    expect(all.to).toMatch("added=2&same=0");
    const grown = ["党新来", "罗小曼", "刘桂芳", "李淑珍", "张海波"];
    expect((await names(members)).sort()).toEqual(["党建华", "党小梅", "党永平", "党志强", ...grown].sort());

    const { id } = (await scene.onRoll(members)).find((person) => person.name === "刘桂芳") ?? { id: "" };
    const off = await at(edit, `/desk/people/${id}`, { id, form: { intent: "remove", version: "1" } });
    expect(off.to).toBe(`/desk/people?roll=${members}&done=removed&id=${id}`);
    expect((await at(removed, `/desk/people/removed${ofRoll}`)).body).toMatchObject({ people: [{ name: "刘桂芳" }] });
    expect((await at(removed, "/desk/people/removed")).body).toMatchObject({ people: [] });
    const back = await at(removed, "/desk/people/removed", { form: { id, version: "2" } });
    expect(back.to).toBe(`/desk/people?roll=${members}&done=restored&id=${id}`);
    expect(await names(null)).toEqual(own);
  });

  it("the list shows that roll, keeps what is looked for, and leads to the others", async () => {
    const { members } = scene;
    const found = await at(list, `/desk/people?roll=${members}&q=${encodeURIComponent("建华")}`);
    expect(found.body).toMatchObject({
      roll: { id: members, name: "党员名册" },
      rolls: [
        { id: null, people: 12 },
        { id: members, people: 4 },
      ],
      view: { roll: members, search: "建华" },
      people: [{ name: "党建华" }],
      total: 4,
    });
  });

  it("a roll of owners shows its units, not a list of heads, and takes nobody here", async () => {
    const owners = (await addRoll(house, scene.lake.actor, { name: "翠湖苑业主", kind: "owners" })).id;
    expect((await at(list, `/desk/people?roll=${owners}`)).body).toMatchObject({ owners: { units: 0, area: 0 } });
    for (const page of [added, upload, copy]) {
      expect((await at(page, `/desk/people/x?roll=${owners}`)).to).toBe(`/desk/people?roll=${owners}`);
    }
    const refused = await at(added, `/desk/people/new?roll=${owners}`, { form: { name: "业主", votingRight: "yes" } });
    expect(refused).toMatchObject({ status: 409, body: { fields: { roll: rollText.refusals.owners } } });
  });

  it("another community's roll is not there, on any page and by any form", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const holder = await signedIn(hill);
    const { members } = scene;
    const before = await names(members);
    for (const page of [list, added, upload, removed]) {
      expect((await at(page, `/desk/people?roll=${members}`, { holder })).status).toBe(404);
    }
    for (const path of [`?roll=${members}`, `?from=${members}`]) {
      expect((await at(copy, `/desk/people/copy${path}`, { holder })).status).toBe(404);
      const form = { intent: "all", person: hill.people.liu.id };
      expect((await at(copy, `/desk/people/copy${path}`, { holder, form })).status).toBe(404);
    }
    const file = new FormData();
    file.set("file", new File([makeWorkbook([["姓名"], ["越权"]]) as BlobPart], "名册.xlsx"));
    expect((await at(upload, `/desk/people/import?roll=${members}`, { holder, form: file })).status).toBe(404);
    expect((await at(added, `/desk/people/new?roll=${members}`, { holder, form: { name: "越权" } })).status).toBe(404);
    expect((await at(one, "/desk/people/rolls/x", { holder, id: members })).status).toBe(404);
    expect(await names(members)).toEqual(before);
  });
});

describe("the list of rolls", () => {
  it("makes one of either kind and leads to it, and says what is wrong at its field", async () => {
    const made = await at(rolls, "/desk/people/rolls", { form: { intent: "add", name: "翠湖苑业主", kind: "owners" } });
    expect(made.to).toMatch(/^\/desk\/people\?roll=.+&done=roll-added$/);
    const told = await at(list, made.to ?? "");
    expect(told.body).toMatchObject({ done: { sentence: rollText.done.added("翠湖苑业主") } });
    const again = await at(rolls, "/desk/people/rolls", {
      form: { intent: "add", name: "翠湖苑业主", kind: "people" },
    });
    expect(again).toMatchObject({
      status: 422,
      body: { fields: { name: rollText.refusals.nameTaken }, values: { kind: "people" } },
    });
  });

  it("says why one that is called cannot go, and takes one that is not out of use and back", async () => {
    const { members } = scene;
    const go = { intent: "remove", version: "1", people: "4" };
    const kept = await at(one, "/x", { id: members, form: go });
    expect(kept.status).toBe(409);
    expect(JSON.stringify(kept.body)).toContain("“党员大会”正在用这份名册，不能停用");
    const idle = (await addRoll(house, scene.lake.actor, { name: "志愿者", kind: "people" })).id;
    const gone = await at(one, "/x", { id: idle, form: { ...go, people: "0" } });
    expect(gone.to).toBe(`/desk/people/rolls?done=removed&id=${idle}`);
    expect((await at(list, `/desk/people?roll=${idle}`)).body).toMatchObject({ roll: { removed: true } });
    const back = await at(rolls, "/desk/people/rolls", { form: { intent: "restore", id: idle, version: "2" } });
    expect(back.to).toBe(`/desk/people/rolls?done=restored&id=${idle}`);
  });

  it("does not take one out of use over people who came meanwhile", async () => {
    const idle = (await addRoll(house, scene.lake.actor, { name: "志愿者", kind: "people" })).id;
    await at(added, `/desk/people/new?roll=${idle}`, { form: { name: "王志愿", votingRight: "yes" } });
    const stale = removeRoll(house, scene.lake.actor, { id: idle, version: 1, people: 0 });
    await expect(stale).rejects.toMatchObject({ word: "stale" });
    const seen = await at(one, "/x", { id: idle });
    expect(seen.body).toMatchObject({ people: 1 });
  });
});
