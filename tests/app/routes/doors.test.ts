import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loader as home } from "#app/routes/home.tsx";
import { action as setUpAction, loader as setUpLoader } from "#app/routes/set-up.tsx";
import { action as signInAction, loader as signInLoader } from "#app/routes/sign-in.tsx";
import { action as signOutAction } from "#app/routes/sign-out.tsx";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD, type SeededCommunity, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let round = 0;

beforeEach(() => {
  house = openTestHouse();
});
afterEach(() => house.close());

const asked = (path: string, form?: Record<string, string>, cookie?: string) =>
  ({
    request: new Request(`http://localhost:3000${path}`, {
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
      headers: cookie ? { Cookie: cookie } : {},
    }),
    context: { house, nonce: "" },
    params: {},
  }) as unknown as LoaderFunctionArgs & ActionFunctionArgs;

/** Where a door leads: the redirect it answers or throws, or null when it stays. */
async function leadsTo(work: Promise<unknown>): Promise<Response | null> {
  const answer = await work.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  return answer instanceof Response ? answer : null;
}
const pathOf = async (work: Promise<unknown>) => (await leadsTo(work))?.headers.get("Location") ?? null;

const wizard = {
  ...{ community: "翠湖社区", street: "湖滨街道", name: "周岚", start: "empty" },
  ...{ password: PASSWORD, passwordAgain: PASSWORD },
};

describe("an empty house", () => {
  test("leads everybody to the wizard, and through it signed in to the desk", async () => {
    expect(await pathOf(home(asked("/")))).toBe("/setup");
    expect(await pathOf(signInLoader(asked("/sign-in")))).toBe("/setup");
    const done = await leadsTo(setUpAction(asked("/setup", { ...wizard, username: `wizard${++round}` })));
    expect(done?.headers.get("Location")).toBe("/desk");
    const cookie = done?.headers.get("Set-Cookie") ?? "";
    expect(cookie).toMatch(/^yz_staff=.+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await pathOf(home(asked("/", undefined, cookie)))).toBe("/desk");
    expect(await pathOf(setUpLoader(asked("/setup")))).toBe("/");
    expect(await pathOf(setUpAction(asked("/setup", { ...wizard, username: "second" })))).toBe("/");
  });

  test("keeps what was typed, except passwords, and names everything wrong at once", async () => {
    const form = { ...wizard, community: "", username: "x", passwordAgain: "another one" };
    const answer = await setUpAction(asked("/setup", form));
    expect(answer).toMatchObject({ init: { status: 422 }, data: { ok: false, values: { street: "湖滨街道" } } });
    const { fields, values } = (answer as { data: Record<"fields" | "values", Record<string, string>> }).data;
    expect(Object.keys(fields).sort()).toEqual(["community", "passwordAgain", "username"]);
    expect(JSON.stringify(values)).not.toContain(PASSWORD);
    expect(await pathOf(home(asked("/")))).toBe("/setup");
  });
});

describe("a house with a community", () => {
  let seeded: SeededCommunity;
  beforeEach(async () => {
    seeded = await seedCommunity(house, { username: `doors${++round}` });
  });
  const signIn = (form: Record<string, string> = {}) =>
    signInAction(asked("/sign-in", { username: seeded.username, password: PASSWORD, ...form }));

  test("asks for a sign-in and leads back to where one wanted to go, on this site only", async () => {
    expect(await pathOf(home(asked("/")))).toBe("/sign-in");
    expect(await pathOf(signIn({ next: "/desk/issues?q=1" }))).toBe("/desk/issues?q=1");
    expect(await pathOf(signIn({ next: "//evil.example" }))).toBe("/desk");
  });

  test("keeps the user name after a wrong password", async () => {
    expect(await signIn({ password: "wrong one" })).toMatchObject({
      init: { status: 401 },
      data: { ok: false, values: { username: seeded.username } },
    });
  });

  test("forgets the session on signing out, and lets an ended one go as well", async () => {
    const cookie = (await leadsTo(signIn()))?.headers.get("Set-Cookie") ?? "";
    expect(await pathOf(home(asked("/", undefined, cookie)))).toBe("/desk");
    const out = await leadsTo(signOutAction(asked("/sign-out", {}, cookie)));
    expect(out?.headers.get("Location")).toBe("/sign-in");
    expect(out?.headers.get("Set-Cookie")).toContain("Max-Age=0");
    expect(await pathOf(home(asked("/", undefined, cookie)))).toBe("/sign-in");
    expect(await pathOf(signOutAction(asked("/sign-out", {}, cookie)))).toBe("/sign-in");
  });

  test("over https the cookie is Secure and bound to this host", async () => {
    house.config.secure = true;
    expect((await leadsTo(signIn()))?.headers.get("Set-Cookie")).toMatch(/^__Host-yz_staff=.+; Secure/);
  });
});
