import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeMeeting } from "#app/commands/close-meeting.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { makeHelperLink, revokeHelperDevice } from "#app/commands/helper-device.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { voidPoll } from "#app/commands/void-poll.ts";
import { digest } from "#app/domain/digest.ts";
import * as helpers from "#app/routes/desk/helpers.tsx";
import * as assist from "#app/routes/phone/assist.tsx";
import * as ballot from "#app/routes/phone/assist-ballot.ts";
import { ballotsOf } from "#db/stores/poll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type CastMember, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { ask, type Handler, type Holder } from "../every-route.ts";

/** The tablet's pages as plain forms, the way a browser without JavaScript walks through them. */

let house: TestHouse;
let lake: SeededCommunity;
let meeting: MeetingInSession;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  meeting = await meetingInSession(house, lake);
});
afterEach(() => house.close());

type Answer = { status: number; location: string | null; data: Record<string, unknown> };

/** A tablet with its cookies. */
function tablet(code = meeting.code) {
  const jar = new Map<string, string>();
  return async (route: Handler, path: string, form?: Record<string, string>): Promise<Answer> => {
    const headers = { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
    const body = form && new URLSearchParams(form);
    const request = new Request(`http://localhost:3000/m/${code}/assist${path}`, {
      method: form ? "POST" : "GET",
      headers,
      ...(body ? { body } : {}),
    });
    const asked = { request, params: { code }, context: { house, nonce: "" } };
    const answer = await Promise.resolve()
      .then(() => route(asked as unknown as ActionFunctionArgs & Parameters<Handler>[0]))
      .catch((thrown: unknown) => thrown);
    const told = answer as { data?: Record<string, unknown>; init?: ResponseInit | null; headers?: Headers };
    const kept = answer instanceof Response ? answer.headers : new Headers(told.init?.headers);
    for (const cookie of kept.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      expect(cookie).toMatch(/HttpOnly/);
      jar.set(name, value);
    }
    if (answer instanceof Response) {
      const json = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
      return { status: answer.status, location: answer.headers.get("Location"), data: json };
    }
    return { status: told.init?.status ?? 200, location: null, data: (told.data ?? told) as Record<string, unknown> };
  };
}

const loader = assist.loader as unknown as Handler;
const action = assist.action as unknown as Handler;
const cast = ballot.action as unknown as Handler;

const link = async (helper = "王芳") => (await makeHelperLink(house, lake.actor, { code: meeting.code, helper })).key;

async function openTablet() {
  const go = tablet();
  const key = await link();
  await go(loader, `?k=${key}`);
  await go(action, `?k=${key}`, { link: key });
  return { go, id: digest(key) };
}

const here = () => `/m/${meeting.code}/assist`;
const idOf = (member: CastMember) => lake.people[member].id;
const openOne = async (mode: "secret" | "named" = "secret", present: CastMember[] = ["chen", "liu"]) => {
  for (const member of present) await arrive(house, meeting, idOf(member));
  const asked = { meetingId: meeting.id, question: "是否同意修路灯", mode, ruleId: "resident-representatives" };
  for (const member of ["wang", "li", "zhang", "zhao", "household"] as const)
    await arrive(house, meeting, idOf(member));
  return (await openPoll(house, lake.actor, asked)).id;
};
const box = async (pollId: string) => (await house.db.read((db) => ballotsOf(db, pollId))).map(({ choice }) => choice);

describe("opening the link", () => {
  it("asks first, gives the tablet a key of its own, and cleans the address", async () => {
    const key = await link();
    const go = tablet();
    expect((await go(loader, "")).data).toMatchObject({ view: "trouble", why: "unknown" });
    const looked = await go(loader, `?k=${key}`);
    expect(looked.data).toMatchObject({ view: "door", holder: "王芳" });
    // Looking used nothing up: messengers fetch links to show a preview.
    const preview = tablet();
    expect((await preview(loader, `?k=${key}`)).data).toMatchObject({ view: "door" });
    expect(await go(action, `?k=${key}`, { link: key })).toMatchObject({ status: 302, location: here() });
    expect((await go(loader, "")).data).toMatchObject({ view: "table", helperName: "王芳" });
    // Forwarded, it opens nothing.
    expect(await preview(action, `?k=${key}`, { link: key })).toMatchObject({ status: 404 });
    expect(await preview(loader, `?k=${key}`)).toMatchObject({
      status: 403,
      data: { view: "trouble", why: "unknown" },
    });
    expect((await preview(loader, "")).data).toMatchObject({ view: "trouble" });
    // On the tablet itself the old address leads to the clean one.
    expect((await go(loader, `?k=${key}`)).data).toMatchObject({ view: "door" });
  });

  it("nothing but tablets of this very meeting get in", async () => {
    const { go } = await openTablet();
    const other = await meetingInSession(house, lake);
    const there = await makeHelperLink(house, lake.actor, { code: other.code, helper: "李强" });
    const stranger = tablet(other.code);
    await stranger(action, `?k=${there.key}`, { link: there.key });
    expect((await stranger(loader, "")).data).toMatchObject({ view: "table" });
    const pollId = await openOne();
    const body = { person: idOf("chen"), poll: pollId, choice: "for" };
    const outside = await tabletOf(stranger);
    expect(await outside(cast, "/ballot", body)).toMatchObject({ status: 403 });
    expect(await go(cast, "/ballot", body)).toMatchObject({ status: 200, data: { status: "recorded" } });
    expect(await box(pollId)).toEqual(["for"]);
  });
});

/** The same tablet at this meeting's address: its cookies go with it. */
async function tabletOf(go: ReturnType<typeof tablet>) {
  return (route: Handler, path: string, form: Record<string, string>) =>
    go((asked) => route({ ...asked, params: { code: meeting.code } }), path, form);
}

describe("one person's turn without JavaScript", () => {
  it("name, choice, confirmation, recorded: and no page knows the choice afterwards", async () => {
    const { go } = await openTablet();
    const pollId = await openOne();
    const who = `?who=${idOf("chen")}`;
    expect((await go(loader, who)).data).toMatchObject({ table: { person: { name: "陈建平", standing: "ready" } } });
    const asked = await go(action, who, { poll: pollId, choice: "against" });
    expect(asked.data).toMatchObject({ step: "confirm", choice: "against" });
    expect(await box(pollId)).toEqual([]);
    const done = await go(action, who, { poll: pollId, choice: "against", confirmed: "yes" });
    expect(done).toMatchObject({ status: 303, location: `${here()}${who}&done` });
    expect(await box(pollId)).toEqual(["against"]);
    const after = await go(loader, `${who}&done`);
    expect(after.data).toMatchObject({ just: true, table: { person: { standing: "voted" } } });
    // Whoever goes back in the tablet's history, and lets the browser post again, is shown no choice.
    for (const again of [{}, { confirmed: "yes" }] as Record<string, string>[]) {
      const back = await go(action, who, { poll: pollId, choice: "against", ...again });
      expect(back).toMatchObject({ status: 303, data: {} });
      expect(back.location).not.toContain("against");
    }
    expect(await box(pollId)).toEqual(["against"]);
    expect(JSON.stringify((await go(loader, who)).data)).not.toMatch(/"choice"/);
  });

  it("refuses a choice that is none, and a poll that is over, void or not there", async () => {
    const { go } = await openTablet();
    const pollId = await openOne();
    const who = `?who=${idOf("chen")}`;
    expect(await go(action, who, { poll: pollId, choice: "maybe" })).toMatchObject({
      status: 422,
      data: { step: "refused", word: "invalid-choice" },
    });
    await voidPoll(house, lake.actor, { pollId, reason: "问题念错了" });
    const confirmed = { poll: pollId, choice: "for", confirmed: "yes" };
    expect((await go(action, who, confirmed)).data).toMatchObject({ word: "poll-closed" });
    const next = await openPoll(house, lake.actor, {
      ...{ meetingId: meeting.id, question: "是否同意修路灯", mode: "named", ruleId: "resident-representatives" },
    });
    await closePoll(house, lake.actor, next.id);
    expect((await go(action, who, { poll: next.id, choice: "for" })).data).toMatchObject({ word: "poll-closed" });
    expect([await box(pollId), await box(next.id)]).toEqual([[], []]);
  });

  it("somebody not checked in is vouched for first", async () => {
    const { go } = await openTablet();
    const pollId = await openOne();
    const who = `?who=${idOf("wu")}`;
    expect((await go(loader, who)).data).toMatchObject({ table: { person: { standing: "absent" } } });
    const early = await go(action, who, { poll: pollId, choice: "for", confirmed: "yes" });
    expect(early.data).toMatchObject({ step: "refused", word: "not-entitled" });
    expect(await go(action, "", { present: idOf("wu") })).toMatchObject({ status: 303, location: `${here()}${who}` });
    expect((await go(loader, who)).data).toMatchObject({ table: { person: { standing: "ready" } } });
  });
});

describe("a tablet that may not go on", () => {
  it("says that it was taken back, and takes nothing more", async () => {
    const { go } = await openTablet();
    const pollId = await openOne();
    const [device] = await house.db.read(async (db) => db.select().from(db.tables.helperDevice));
    await revokeHelperDevice(house, lake.actor, { code: meeting.code, id: device?.id ?? "" });
    expect(await go(loader, "")).toMatchObject({ status: 403, data: { view: "trouble", why: "revoked" } });
    const who = `?who=${idOf("chen")}`;
    expect(await go(action, who, { poll: pollId, choice: "for", confirmed: "yes" })).toMatchObject({ status: 403 });
    const body = { person: idOf("chen"), poll: pollId, choice: "for" };
    expect(await go(cast, "/ballot", body)).toMatchObject({ status: 403 });
    expect(await go(action, "", { present: idOf("wu") })).toMatchObject({ status: 403 });
    expect(await box(pollId)).toEqual([]);
  });

  it("says that the meeting is over", async () => {
    const { go } = await openTablet();
    await closeMeeting(house, lake.actor, { meetingId: meeting.id, pending: "all" });
    expect(await go(loader, "")).toMatchObject({ status: 403, data: { view: "trouble", why: "over" } });
  });
});

describe("at the desk", () => {
  const staff = async (): Promise<Holder> => {
    const { makeApiToken } = await import("#app/commands/api-tokens.ts");
    return { bearer: (await makeApiToken(house, lake.actor, "测试")).token };
  };
  const desk = async (form: Record<string, string>) =>
    ask(house, helpers.action as unknown as Handler, await staff(), {
      params: { code: meeting.code },
      path: `/desk/meetings/${meeting.code}/helpers`,
      method: "POST",
      body: new URLSearchParams(form),
    });

  it("a link is told once, with the code that opens it", async () => {
    const { body } = await desk({ intent: "make", helper: " 王芳 " });
    const { value } = body as { value: { helper: string; link: string; qr: { path: string } } };
    expect(value.helper).toBe("王芳");
    expect(value.link).toMatch(new RegExp(`^http://localhost:3000/m/${meeting.code}/assist\\?k=.+$`));
    const page = await ask(house, helpers.loader as unknown as Handler, await staff(), {
      params: { code: meeting.code },
    });
    const key = new URL(value.link).searchParams.get("k") ?? "-";
    expect(JSON.stringify(page.body)).not.toContain(`"${key}"`);
  });

  it("a helper without a name is none", async () => {
    expect(await desk({ intent: "make", helper: "  " })).toMatchObject({
      status: 422,
      body: { fields: { helper: expect.any(String) } },
    });
  });

  it("this very computer becomes a tablet without another login", async () => {
    expect(await desk({ intent: "here" })).toMatchObject({ status: 302, to: here() });
  });
});
