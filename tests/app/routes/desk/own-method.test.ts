import { hash } from "@node-rs/argon2";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOwnMethod } from "#app/commands/create-own-method.ts";
import { signIn } from "#app/commands/sign-in.ts";
import type { MethodDefinition } from "#app/domain/method/definition.ts";
import type { OwnMethodEdit } from "#app/queries/own-method-edit.ts";
import type { RehearsalAsked } from "#app/queries/rehearsal.ts";
import { action, loader } from "#app/routes/desk/method-own-edit.tsx";
import { loader as draftRehearsal } from "#app/routes/desk/method-own-rehearsal.tsx";
import { loader as rehearsal } from "#app/routes/desk/method-rehearsal.tsx";
import { insertStaff } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { ask, everything, type Handler, type Holder } from "../every-route.ts";

let house: TestHouse;
let lake: SeededCommunity;
let id: string;
let secretary: Holder;

const enter = async (username: string): Promise<Holder> => {
  const { value } = await signIn(house, { username, password: PASSWORD, userAgent: "", days: 1 });
  return { staff: value };
};

beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  id = (await createOwnMethod(house, lake.actor, { name: "翠湖圆桌会", from: "roundtable" })).id;
  secretary = await enter(lake.username);
});
afterEach(() => house.close());

async function clerk(): Promise<Holder> {
  const passwordHash = await hash(PASSWORD);
  await house.db.write((db) =>
    insertStaff(db, {
      id: house.newId(),
      communityId: lake.communityId,
      username: "xujing",
      passwordHash,
      name: "徐静",
      role: "clerk",
      createdAt: house.clock(),
    }),
  );
  return enter("xujing");
}

const read = async (holder = secretary) => {
  const answer = await ask(house, loader as Handler, holder, { params: { id }, path: `/desk/methods/own/${id}` });
  return { ...answer, page: answer.body as OwnMethodEdit };
};
const send = (sent: Record<string, string>, holder = secretary) =>
  ask(house, action as Handler, holder, {
    ...{ params: { id }, path: `/desk/methods/own/${id}`, method: "POST" },
    body: new URLSearchParams(sent),
  });
const draftOf = async () => (await read()).page.method.draft;
const save = (draft: unknown, edition = 1, intent = "save") =>
  send({ intent, edition: String(edition), draft: JSON.stringify(draft) });

describe("the editor's page", () => {
  it("brings the draft, and all that a method is put together from", async () => {
    const { status, page } = await read();
    expect(status).toBe(200);
    expect(page.method).toMatchObject({ id, edition: 1, nextVersion: 1, draft: { name: "翠湖圆桌会" } });
    expect(page.kit.exceptions.map(({ exception }) => exception.code)).toContain("no-quorum");
    expect(page.kit.decisions.map((each) => each.id)).toEqual(
      expect.arrayContaining(["residents-meeting", "party-members", "owners-decision"]),
    );
    // A decision that could not come back is none.
    expect(page.kit.decisions.map((each) => each.id)).not.toContain("roundtable");
  });

  it("is the secretary's: a clerk is refused, and changes nothing", async () => {
    const holder = await clerk();
    expect((await read(holder)).status).toBe(403);
    const before = await everything(house);
    const answer = await send({ intent: "save", edition: "1", draft: JSON.stringify(await draftOf()) }, holder);
    expect(answer).toMatchObject({ status: 403, body: { ok: false, error: "not-allowed" } });
    expect(await everything(house)).toEqual(before);
  });
});

describe("saving", () => {
  it("keeps a draft with faults, and answers the edition", async () => {
    const draft = await draftOf();
    const [first, ...rest] = draft.stages;
    const answer = await save({ ...draft, stages: [{ ...first, name: "" }, ...rest] });
    expect(answer.body).toEqual({ ok: true, value: { edition: 2, at: "09:00:00", published: null } });
    expect((await draftOf()).stages[0]?.name).toBe("");
  });

  it("gives a late saver what the other saved, and changes nothing", async () => {
    const draft = await draftOf();
    await save({ ...draft, name: "先存的" });
    const late = await save({ ...draft, name: "后存的" });
    expect(late.status).toBe(409);
    const { details } = late.body as { details: { current: { draft: MethodDefinition; version: number } } };
    expect(details.current).toMatchObject({ version: 2, draft: { name: "先存的" } });
    expect((await draftOf()).name).toBe("先存的");
    expect((await save({ ...draft, name: "看过再存" }, 2)).status).toBe(200);
  });

  it.each([["null"], ["{"], ["[]"], ['{"name":1}']])("refuses what is no method: %s", async (draft) => {
    const answer = await send({ intent: "save", edition: "1", draft });
    expect(answer.status).toBe(422);
    expect((await draftOf()).name).toBe("翠湖圆桌会");
  });
});

describe("publishing", () => {
  it("saves what is on the page and makes it the next version", async () => {
    const draft = await draftOf();
    const answer = await save({ ...draft, summary: "改过的" }, 1, "publish");
    expect(answer.body).toMatchObject({ ok: true, value: { published: 1, edition: 3 } });
    expect((await read()).page).toMatchObject({ method: { nextVersion: 2, edition: 3 }, versions: [{ version: 1 }] });
  });

  it("refuses a draft with faults and one that did not change, and says which edition is saved", async () => {
    const draft = await draftOf();
    const faulty = await save({ ...draft, summary: "" }, 1, "publish");
    expect(faulty).toMatchObject({ status: 422, body: { ok: false, edition: 2 } });
    await save(draft, 2, "publish");
    const again = await save(draft, 4, "publish");
    expect(again).toMatchObject({ status: 422, body: { ok: false, edition: 4, error: "invalid-value" } });
  });
});

describe("a rehearsal's page", () => {
  const asked = (route: unknown, of: string) =>
    ask(house, route as Handler, secretary, { params: { id: of }, path: "/desk/x" });

  it("brings a method with the decisions that it may go on into", async () => {
    const { body } = await asked(rehearsal, "roundtable");
    expect(body).toMatchObject({ name: "圆桌会议", today: "2026-11-23", rehearsed: { method: { id: "roundtable" } } });
  });

  it("brings a draft that nobody published, unless it has faults", async () => {
    const whole = (await asked(draftRehearsal, id)).body as RehearsalAsked;
    expect(whole.rehearsed?.method.id).toBe(id);
    await save({ ...(await draftOf()), summary: "" });
    const faulty = (await asked(draftRehearsal, id)).body as RehearsalAsked;
    expect(faulty).toMatchObject({ rehearsed: null, faults: 1 });
    // Never a method at hand before it is published.
    expect((await asked(rehearsal, id)).status).toBe(404);
  });
});
