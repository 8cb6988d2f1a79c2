import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { personalToken } from "#app/commands/meeting-roll.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { currentRoomCode } from "#app/queries/room-code.ts";
import * as ballot from "#app/routes/phone/ballot.tsx";
import * as checkIn from "#app/routes/phone/check-in.tsx";
import * as notMe from "#app/routes/phone/not-me.tsx";
import * as room from "#app/routes/phone/room.tsx";
import * as textSize from "#app/routes/phone/text-size.ts";
import { ballotsOf } from "#db/stores/poll.ts";
import { attendeeOf, insertPeople } from "#db/stores/roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type CastMember, type SeededCommunity, seedCommunity } from "#tests/people.ts";

/** The phone's pages as plain forms, the way a browser without JavaScript walks through them: cookies, redirects, posted fields. */

let house: TestHouse;
let lake: SeededCommunity;
let meeting: MeetingInSession;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  const twin = { ...lake.people.li, id: house.newId(), unit: "7号楼" };
  await house.db.write((db) => insertPeople(db, [twin]));
  meeting = await meetingInSession(house, lake);
});
afterEach(() => house.close());

type Route = (asked: ActionFunctionArgs) => unknown;
type Answer = { status: number; location: string | null; data: Record<string, unknown> };

/** A browser with its cookies. */
function phone() {
  const jar = new Map<string, string>();
  const keep = (headers: Headers) => {
    for (const cookie of headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/Max-Age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
  };
  const ask = async (route: Route, path: string, form?: Record<string, string>): Promise<Answer> => {
    const headers = { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
    const body = form && new URLSearchParams(form);
    const request = new Request(`http://localhost:3000/m/${meeting.code}${path}`, {
      method: form ? "POST" : "GET",
      headers,
      body,
    });
    const answer = await Promise.resolve(
      route({ request, params: { code: meeting.code }, context: { house, nonce: "" } }),
    ).catch((thrown: unknown) => thrown);
    if (answer instanceof Response) {
      keep(answer.headers);
      return { status: answer.status, location: answer.headers.get("Location"), data: {} };
    }
    const { data, init } = answer as { data?: Record<string, unknown>; init?: ResponseInit | null };
    keep(new Headers(init?.headers));
    const plain = (data ?? answer) as Record<string, unknown>;
    return { status: init?.status ?? 200, location: null, data: plain };
  };
  return { ask, jar };
}

const token = (member: CastMember) => personalToken(house, meeting.id, lake.people[member].id, 1);
const here = () => `/m/${meeting.code}`;
const presence = async (member: CastMember) =>
  (await house.db.read((db) => attendeeOf(db, meeting.id, lake.people[member].id)))?.presentAt ?? null;

describe("coming in with a slip", () => {
  it("asks who one is before anything happens", async () => {
    const { data } = await phone().ask(room.loader, `?t=${token("chen")}`);
    expect(data).toMatchObject({ view: "slip", who: { name: "陈建平", unit: "1号楼" } });
    expect(await presence("chen")).toBeNull();
  });

  it("checks in on confirmation, and opens the room from then on", async () => {
    const mine = phone();
    await mine.ask(room.loader, `?t=${token("chen")}`);
    const { location } = await mine.ask(checkIn.action, "/check-in", { token: token("chen") });
    expect(location).toBe(here());
    expect(await presence("chen")).not.toBeNull();
    expect((await mine.ask(room.loader, "")).data).toMatchObject({
      view: "room",
      me: { name: "陈建平" },
      votingRight: true,
    });
    expect((await mine.ask(room.loader, `?t=${token("chen")}`)).location).toBe(here());
  });

  it("refuses a forwarded slip on another phone, and lets the same phone in again", async () => {
    const mine = phone();
    await mine.ask(room.loader, "");
    await mine.ask(checkIn.action, "/check-in", { token: token("chen") });
    const other = await phone().ask(checkIn.action, "/check-in", { token: token("chen") });
    expect(other).toMatchObject({ status: 409, data: { error: "bound-to-another-device" } });
    expect((await mine.ask(checkIn.action, "/check-in", { token: token("chen") })).location).toBe(here());
  });

  it("shows nobody's name for a slip that is not good here", async () => {
    const { data } = await phone().ask(room.loader, "?t=made-up");
    expect(data).toMatchObject({ view: "slip", who: null });
  });

  it("forgets the person on “not me”, who stays present", async () => {
    const mine = phone();
    await mine.ask(checkIn.action, "/check-in", { token: token("chen") });
    expect((await mine.ask(notMe.action, "/not-me", {})).location).toBe(here());
    expect((await mine.ask(room.loader, "")).data).toMatchObject({ view: "door" });
    expect(await presence("chen")).not.toBeNull();
  });
});

describe("coming in by name", () => {
  const digits = () => currentRoomCode(house, meeting.id).code;

  it("needs the digits on the screen, says so at the field, and keeps what was typed", async () => {
    const mine = phone();
    const { status, data } = await mine.ask(checkIn.action, "/check-in", { name: "刘桂芳", roomCode: "12" });
    expect(status).toBe(422);
    expect(data).toMatchObject({
      fields: { roomCode: expect.stringContaining("六位") },
      values: { name: "刘桂芳", roomCode: "12" },
    });
  });

  it("takes digits as a Chinese keyboard writes them", async () => {
    const wide = [...digits()].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    const { location } = await phone().ask(checkIn.action, "/check-in", { name: " 刘桂芳 ", roomCode: wide });
    expect(location).toBe(here());
  });

  it("tells namesakes apart by building, and only after the right digits", async () => {
    const wrong = digits() === "000000" ? "000001" : "000000";
    const outside = await phone().ask(checkIn.action, "/check-in", { name: "李淑珍", roomCode: wrong });
    expect(JSON.stringify(outside.data)).not.toContain("号楼");
    const asked = await phone().ask(checkIn.action, "/check-in", { name: "李淑珍", roomCode: digits() });
    expect(asked.data).toMatchObject({ details: { units: expect.arrayContaining(["3号楼", "7号楼"]) } });
    const told = { name: "李淑珍", roomCode: digits(), unit: "3号楼" };
    expect((await phone().ask(checkIn.action, "/check-in", told)).location).toBe(here());
    expect(await presence("li")).not.toBeNull();
  });
});

describe("voting with plain forms", () => {
  let poll: string;
  let mine: ReturnType<typeof phone>;
  beforeEach(async () => {
    const everyone: CastMember[] = ["secretary", "household", "liu", "wang", "zhang", "zhao", "sun", "wu"];
    for (const member of everyone) await arrive(house, meeting, lake.people[member].id);
    mine = phone();
    await mine.ask(checkIn.action, "/check-in", { token: token("chen") });
    const input = {
      meetingId: meeting.id,
      question: "是否修灯？",
      mode: "secret",
      ruleId: "resident-representatives",
    } as const;
    poll = (await openPoll(house, lake.actor, input)).id;
  });
  const box = async () => (await house.db.read((db) => ballotsOf(db, poll))).map((one) => one.choice);

  it("casts nothing before the choice is confirmed", async () => {
    const { data } = await mine.ask(ballot.action, "/ballot", { poll, choice: "against" });
    expect(data).toMatchObject({ step: "confirm", choice: "against" });
    expect(await box()).toEqual([]);
  });

  it("casts once, however often the form is sent", async () => {
    const form = { poll, choice: "against", confirmed: "yes" };
    expect((await mine.ask(ballot.action, "/ballot", form)).location).toBe(here());
    expect((await mine.ask(ballot.action, "/ballot", { ...form, choice: "for" })).location).toBe(here());
    expect(await box()).toEqual(["against"]);
    const { data } = await mine.ask(room.loader, "");
    expect(data).toMatchObject({ snapshot: { poll: { mine: "recorded" } } });
    expect(JSON.stringify(data)).not.toMatch(/"choice"/);
  });

  it("says plainly when the choice is none, or the poll another", async () => {
    const strange = await mine.ask(ballot.action, "/ballot", { poll, choice: "maybe", confirmed: "yes" });
    expect(strange).toMatchObject({ status: 422, data: { step: "refused", word: "invalid-choice" } });
    const past = await mine.ask(ballot.action, "/ballot", { poll: "gone", choice: "for" });
    expect(past).toMatchObject({ status: 409, data: { step: "refused", word: "poll-closed" } });
    expect(await box()).toEqual([]);
  });

  it("sends strangers to the door", async () => {
    expect((await phone().ask(ballot.action, "/ballot", { poll, choice: "for", confirmed: "yes" })).location).toBe(
      here(),
    );
    expect(await box()).toEqual([]);
  });
});

describe("text size", () => {
  it("is kept on the device and leads back to the page it came from", async () => {
    const mine = phone();
    const { location } = await mine.ask(textSize.action, "/text-size", { size: "2", back: `${here()}?t=abc` });
    expect(location).toBe(`${here()}?t=abc`);
    expect(mine.jar.get("yz_size")).toBe("2");
  });

  it.each(["https://evil.example/", "//evil.example", "/m/OTHER", "/m/../desk"])(
    "leads nowhere else: %s",
    async (back) => {
      expect((await phone().ask(textSize.action, "/text-size", { size: "1", back })).location).toBe(here());
    },
  );
});
