import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { castBallot } from "#app/commands/cast-ballot.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { signIn } from "#app/commands/sign-in.ts";
import type { RoomView } from "#app/components/desk/room/types.ts";
import { findVoterByKey } from "#app/queries/voter-access.ts";
import * as room from "#app/routes/desk/room.tsx";
import * as speeches from "#app/routes/desk/room-speeches.ts";
import { cookies } from "#app/routes/shared/access.ts";
import { roomText } from "#app/text/room.ts";
import { speechesOf } from "#db/stores/speech.ts";
import { must, openRoom, type Room } from "#tests/app/commands/room.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive } from "#tests/meeting.ts";
import { type CastMember, PASSWORD, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let here: Room;
let code: string;
let cookie: string;

beforeEach(async () => {
  house = openTestHouse();
  here = await openRoom(house);
  code = (await here.meeting()).code;
  cookie = await signedIn(here.community.username);
});
afterEach(() => house.close());

async function signedIn(username: string): Promise<string> {
  const { value } = await signIn(house, { username, password: PASSWORD, userAgent: "", days: 1 });
  return (await cookies(house.config).staff.serialize(value)).split(";")[0] ?? "";
}

type Route = (asked: ActionFunctionArgs) => Promise<unknown>;
type Sent = { method?: string; form?: [string, string][]; search?: string };

/** What these pages answer, each with some of it. */
type Answer = {
  status: number;
  to: string | null;
  data: {
    view: RoomView;
    snapshot: unknown;
    fields: Record<string, string>;
    values: Record<string, string>;
    id: string;
  };
};

async function ask(
  route: Route,
  { method = "GET", form, search = "" }: Sent = {},
  sentCookie = cookie,
): Promise<Answer> {
  const request = new Request(`http://localhost:3000/desk/meetings/${code}/room${search}`, {
    method,
    headers: { Cookie: sentCookie },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  const answer = await route({ request, params: { code }, context: { house, nonce: "" } }).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) {
    const to = answer.headers.get("Location");
    return { status: answer.status, to, data: to === null ? await answer.json() : null } as Answer;
  }
  const wrapped = answer as { type?: string; init?: { status?: number } | null; data?: unknown };
  const isWrapped = wrapped.type === "DataWithResponseInit";
  return {
    status: (isWrapped && wrapped.init?.status) || 200,
    to: null,
    data: isWrapped ? wrapped.data : answer,
  } as Answer;
}

const look = async (search = ""): Promise<RoomView> => (await ask(room.loader, { search })).data.view;
const act = (intent: string, ...form: [string, string][]) =>
  ask(room.action, { method: "POST", form: [["intent", intent], ...form] });

describe("the page", () => {
  it("is another community's, or nobody's: not found, or sent to sign in", async () => {
    await seedCommunity(house, { community: "邻里社区", username: "other" });
    const other = await signedIn("other");
    expect(await ask(room.loader, {}, other)).toMatchObject({ status: 404, data: { error: "not-found" } });
    const form: [string, string][] = [["intent", "close"]];
    expect(await ask(room.action, { method: "POST", form }, other)).toMatchObject({ status: 404 });
    expect(await ask(room.loader, {}, "")).toMatchObject({ status: 302, to: expect.stringContaining("/sign-in") });
    expect(await here.meeting()).toMatchObject({ state: "open" });
  });

  it("follows the room, or looks at the item that is asked for", async () => {
    expect((await look()).item).toMatchObject({ position: 1, kind: "report-back", current: true });
    const second = (await here.item(2)).id;
    expect((await look(`?item=${second}`)).item).toMatchObject({ position: 2, current: false, started: false });
    expect((await look("?item=elsewhere")).item).toMatchObject({ position: 1 });
  });

  it("says what each outcome still lacks, and which seats are empty", async () => {
    const { issue } = must((await look(`?item=${(await here.item(2)).id}`)).item ?? undefined);
    expect(issue?.lacking.timed?.map((line) => line.id)).toEqual(["statements"]);
    expect(issue?.lacking["next-time"]).toEqual([]);
    expect(issue?.emptySeats).toEqual([]);
    await here.discuss(2);
    expect((await look()).item?.issue).toMatchObject({ missing: [], time: 1, lacking: { timed: [], declined: [] } });
  });

  it("tells of an open poll the turnout, and nothing of how anybody voted", async () => {
    const { people, actor } = here.community;
    for (const member of Object.keys(people) as CastMember[])
      await act("attend", ["personId", people[member].id], ["present", "yes"]);
    const { key } = await arrive(house, { id: here.meetingId, code }, people.chen.id);
    const voter = must((await findVoterByKey(house, key)) ?? undefined);
    const asked = { question: "是否换灯?", mode: "secret", ruleId: "resident-representatives" } as const;
    const { id } = await openPoll(house, actor, { meetingId: here.meetingId, ...asked });
    await castBallot(house, voter, { pollId: id, choice: "against" });
    const { view, snapshot } = (await ask(room.loader)).data;
    expect(view.polls).toMatchObject([{ id, state: "open", cast: 1, entitled: 10, result: null }]);
    expect(JSON.stringify({ view, snapshot }).match(/"(for|against|abstain)":\s*\d/g)).toBeNull();
    await act("close-poll", ["pollId", id]);
    expect((await look()).polls).toMatchObject([{ state: "closed", result: { against: 1, for: 0 } }]);
  });
});

describe("its forms", () => {
  it("turn to an item and go back to following the room", async () => {
    const [from, to] = [(await here.item(1)).id, (await here.item(2)).id];
    const answer = await act("choose", ["agendaItemId", to], ["from", from]);
    expect(answer).toMatchObject({ status: 302, to: `/desk/meetings/${code}/room` });
    expect((await look()).item).toMatchObject({ position: 2, current: true });
  });

  it("decide with several tasks, and give back what was typed with a sentence at each field", async () => {
    const { id } = await here.discuss(2);
    const task = (n: number, deadline: string): [string, string][] => [
      [`tasks.${n}.record`, `第${n}件`],
      [`tasks.${n}.responsible`, "何秀英"],
      [`tasks.${n}.deadline`, deadline],
      [`tasks.${n}.plan`, "先查后修"],
    ];
    const about: [string, string][] = [
      ["agendaItemId", id],
      ["decision", "0"],
      ["outcome", "timed"],
    ];
    const refused = await act("decide", ...about, ...task(0, "2026-12-01"), ...task(1, ""));
    expect(refused).toMatchObject({ status: 422, data: { ok: false, error: "missing-deadline" } });
    expect(refused.data.fields).toEqual({ "tasks.1.deadline": roomText.outcome.deadlineMissing });
    expect(refused.data.values).toMatchObject({ "tasks.0.record": "第0件", "tasks.1.plan": "先查后修" });
    expect(await act("decide", ...about, ...task(0, "2026-12-01"), ...task(1, "2026-12-03"))).toMatchObject({
      status: 200,
    });
    expect((await look()).item).toMatchObject({ outcome: "timed", tasks: [{ title: "第0件" }, { title: "第1件" }] });
  });

  it("close with exactly the items that were listed", async () => {
    const ids = (await here.items()).slice(1).map((item) => item.id);
    expect(await act("close", ["pending", ids[0] ?? ""])).toMatchObject({ status: 409, data: { error: "stale" } });
    expect(await act("close", ...ids.map((id): [string, string] => ["pending", id]))).toMatchObject({ status: 200 });
    expect((await look()).meeting).toMatchObject({ state: "closed" });
  });

  it("ask for something there is not", async () => {
    expect(await act("shout")).toMatchObject({ status: 400, data: { error: "malformed" } });
  });
});

describe("saving as typed", () => {
  const send = (method: string, form: Record<string, string>, sent = cookie) =>
    ask(speeches.action, { method, form: Object.entries(form) }, sent);

  it("adds, changes, and shows both texts when the line was changed first", async () => {
    const agendaItemId = (await here.item(1)).id;
    const words = { speaker: "陈建平", body: "第一句\n第二行" };
    const added = await send("POST", { agendaItemId, key: "draft-0001", ...words });
    expect(added).toMatchObject({ status: 201, data: { version: 1, savedAt: house.clock().toISOString() } });
    const { id: speechId } = added.data;
    expect(await send("PUT", { speechId, version: "1", speaker: "陈建平", body: "改过" })).toMatchObject({
      status: 200,
    });
    const stale = await send("PUT", { speechId, version: "1", speaker: "陈建平", body: "同时改" });
    expect(stale).toMatchObject({
      status: 409,
      data: { error: "stale", details: { current: { body: "改过", version: 2 } } },
    });
    expect(await house.db.read((db) => speechesOf(db, here.meetingId))).toMatchObject([{ body: "改过" }]);
  });

  it("answers 401 to a page whose session ended, instead of sending it away", async () => {
    const agendaItemId = (await here.item(1)).id;
    const answer = await send("POST", { agendaItemId, speaker: "", body: "还在写" }, "");
    expect(answer).toMatchObject({ status: 401, data: { error: "not-signed-in" } });
  });
});
