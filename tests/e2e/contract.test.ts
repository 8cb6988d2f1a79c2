import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Demonstration } from "#app/commands/open-demonstration.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { call, checkInAll, connect, demonstration, openPollOver, snapshotThat } from "./api-client.ts";
import { newServer, type TestServer } from "./server.ts";

let server: TestServer;
let demo: Demonstration;
let keys: string[];

beforeAll(async () => {
  server = await newServer();
  await server.start();
  demo = await demonstration(server, 6);
  keys = await checkInAll(server, demo);
});
afterAll(() => server.remove());

const staff = (method: string, path: string, body?: unknown) => call(server, method, path, body, demo.staff.apiToken);

describe("programs without rights", () => {
  it.each([
    ["GET", "/healthz", undefined, 200],
    ["GET", "/api/v1/methods", undefined, 200],
    ["GET", "/api/v1/rules", undefined, 200],
    [
      "POST",
      "/api/v1/rules/resident-representatives/evaluation",
      { due: 60, present: 41, for: 30, against: 5, abstain: 6, invalid: 0 },
      200,
    ],
    ["POST", "/api/v1/rules/no-such-rule/evaluation", {}, 404],
    ["POST", "/api/v1/issues", { title: "路灯" }, 401],
    ["POST", "/api/v1/meetings", {}, 401],
    ["GET", "/api/v1/meetings/NOSUCH22", undefined, 404],
    ["POST", "/api/v1/polls/none/ballots", { choice: "for" }, 401],
    ["GET", "/api/v1/polls/none/result", undefined, 404],
    ["GET", "/api/v1/nothing-here", undefined, 404],
  ])("%s %s is answered as the contract says", async (method, path, body, status) => {
    const answer = await call(server, method, path, body);
    expect(answer.status).toBe(status);
    if (status >= 400)
      expect(answer.body).toMatchObject({ error: expect.any(String), message: expect.stringMatching(/[一-龥]/) });
  });

  it("evaluates the trap of abstentions", async () => {
    const counts = { due: 60, present: 41, for: 20, against: 5, abstain: 16, invalid: 0 };
    const { body } = await call(server, "POST", "/api/v1/rules/resident-representatives/evaluation", counts);
    expect(body).toMatchObject({ quorumMet: true, passed: false });
    expect((body.steps as unknown[]).at(-1)).toMatchObject({ left: 40, right: 41, met: false });
  });
});

describe("staff programs", () => {
  it("enter an issue, see what it lacks, plan a meeting and open it", async () => {
    const made = await staff("POST", "/api/v1/issues", {
      title: "北门积水",
      place: "北门",
      category: "市政设施",
      source: "居民来电",
    });
    expect(made).toMatchObject({ status: 201, body: { id: expect.any(String), number: expect.any(Number) } });
    const issue = await staff("GET", `/api/v1/issues/${made.body.id}`);
    expect(issue.body).toMatchObject({ stage: expect.anything(), checklist: expect.anything() });
    const planned = await staff("POST", "/api/v1/meetings", {
      body: "相约星期三",
      title: "相约星期三",
      startsAt: "2027-01-06T06:30:00Z",
      place: "议事厅",
      agenda: [{ issue: made.body.id }],
    });
    expect(planned).toMatchObject({ status: 201, body: { id: expect.any(String), code: expect.any(String) } });
    const opened = await staff("POST", `/api/v1/meetings/${planned.body.code}/opening`);
    expect(opened.status).toBe(200);
    const snapshot = (await call(server, "GET", `/api/v1/meetings/${planned.body.code}`))
      .body as unknown as MeetingSnapshot;
    expect(snapshot.agenda.map((line) => line.kind)).toEqual(["report-back", "issue"]);
    expect((await staff("POST", `/api/v1/meetings/${planned.body.code}/closing`)).status).toBe(200);
    expect((await staff("POST", `/api/v1/meetings/${planned.body.code}/closing`)).status).toBe(409);
  });

  it("do not reach another community's meeting", async () => {
    const other = await demonstration(server, 1);
    const poll = { question: "?", mode: "secret", rule: "resident-representatives" };
    const answer = await staff("POST", `/api/v1/meetings/${other.meeting}/polls`, poll);
    expect(answer).toMatchObject({ status: 404, body: { error: "not-found" } });
  });

  it("are refused with a sentence what they send wrongly", async () => {
    const path = `/api/v1/meetings/${demo.meeting}/polls`;
    expect((await staff("POST", path, { question: "?", mode: "secret" })).status).toBe(400);
    expect(
      (await staff("POST", path, { question: "?", mode: "whisper", rule: "resident-representatives" })).status,
    ).toBe(422);
    expect((await staff("POST", path, { question: "?", mode: "secret", rule: "nothing" })).status).toBe(404);
  });
});

describe("threat: QR code leaves the room: a voter's device", () => {
  const checkIn = (token: string, key?: string) =>
    call(server, "POST", `/api/v1/meetings/${demo.meeting}/check-ins`, { token }, key);

  it("is the only one: a forwarded link on a second device is refused, the same device may ask again", async () => {
    const { token } = demo.voters[0] ?? { token: "" };
    expect(await checkIn(token)).toMatchObject({ status: 409, body: { error: "bound-to-another-device" } });
    expect(await checkIn(token, keys[0])).toMatchObject({ status: 201, body: { key: keys[0] } });
    expect(await checkIn("made-up")).toMatchObject({ status: 403, body: { error: "not-on-roll" } });
  });
});

describe("the socket", () => {
  const refusal = (auth: Record<string, string>, headers: Record<string, string> = {}) =>
    new Promise<string>((resolve, reject) => {
      const socket = io(server.url, {
        path: "/live",
        transports: ["websocket"],
        auth,
        reconnection: false,
        forceNew: true,
        extraHeaders: headers,
      });
      socket.once("connect_error", (error) => resolve(error.message));
      socket.once("connect", () => {
        socket.disconnect();
        reject(new Error("it was let in"));
      });
    });

  it("lets nobody in without a right, nor from a foreign page", async () => {
    const key = keys[0] ?? "";
    await expect(refusal({ key: "made-up" })).resolves.toBe("not-allowed");
    await expect(refusal({ screen: "NOSUCH22" })).resolves.toBe("not-allowed");
    await expect(refusal({ apiToken: "made-up", meeting: demo.meeting })).resolves.toBe("not-allowed");
    await expect(refusal({ meeting: demo.meeting, as: "desk" })).resolves.toBe("not-allowed");
    await expect(refusal({ key }, { Origin: "https://evil.example" })).resolves.toMatch(/websocket error|403/);
    await expect(refusal({ key }, { Cookie: "yz_voter=x" })).resolves.toMatch(/websocket error|403/);
  });

  it("threat: early results: tells turnout and nothing more while a poll is open, then the result; rights and choices are checked on casting", async () => {
    const frames: string[] = [];
    const listen = async (auth: Record<string, string>) => {
      const socket = await connect(server, auth);
      socket.onAny((...frame) => frames.push(JSON.stringify(frame)));
      return socket;
    };
    const voters = await Promise.all(keys.map((key) => listen({ key })));
    const screen = await listen({ screen: demo.meeting });
    const desk = await listen({ apiToken: demo.staff.apiToken, meeting: demo.meeting });
    const poll = await openPollOver(server, demo, { question: "是否同意？", mode: "secret" });
    const cast = async (n: number, choice: string) => voters[n]?.emitWithAck("cast", { poll, choice });
    expect(await cast(0, "maybe")).toEqual({ status: "invalid-choice" });
    expect(await cast(0, "for")).toEqual({ status: "recorded" });
    expect(await cast(0, "against")).toEqual({ status: "already-recorded" });
    for (const n of [1, 2, 3]) await cast(n, n === 3 ? "against" : "for");
    const turnout = await snapshotThat(screen, ({ poll: told }) => told?.id === poll && told.cast === 4);
    expect(turnout.poll).toMatchObject({ state: "open", cast: 4, entitled: 6, mine: null });
    const pages = [`/screen/${demo.meeting}`, `/m/${demo.meeting}`, `/api/v1/meetings/${demo.meeting}`];
    for (const page of pages) frames.push(await (await fetch(server.url + page)).text());
    const openFrames = frames.splice(0).filter((frame) => frame.includes(poll));
    expect(openFrames.length).toBeGreaterThan(6);
    for (const frame of openFrames) {
      expect(frame).not.toMatch(/"(against|abstain|invalid|result|tally|passed)":/);
    }
    const closed = snapshotThat(desk, ({ poll: told }) => told?.id === poll && told.state === "closed");
    await staff("POST", `/api/v1/polls/${poll}/closing`);
    expect((await closed).poll?.result).toMatchObject({
      for: 3,
      against: 1,
      abstain: 0,
      cast: 4,
      present: 6,
      passed: false,
    });
    expect(await cast(5, "for")).toEqual({ status: "poll-closed" });
    for (const socket of [...voters, screen, desk]) socket.disconnect();
  });
});

describe("a count by tellers", () => {
  const count = (poll: string, teller: string, figures: object) =>
    staff("POST", `/api/v1/polls/${poll}/counts`, { for: 0, against: 0, abstain: 0, invalid: 0, teller, ...figures });
  const closing = (poll: string) => staff("POST", `/api/v1/polls/${poll}/closing`);

  it("of hands needs two that are equal: until then it differs, and the poll cannot be closed", async () => {
    const poll = await openPollOver(server, demo, { question: "是否同意？", mode: "hands" });
    expect((await call(server, "POST", `/api/v1/polls/${poll}/ballots`, { choice: "for" }, keys[0])).status).toBe(422);
    expect(await count(poll, "李华", { for: 4, against: 1 })).toEqual({ status: 200, body: { status: "waiting" } });
    expect(await closing(poll)).toMatchObject({ status: 409, body: { error: "gate-not-met" } });
    const differs = await count(poll, "王强", { for: 3, against: 1 });
    expect(differs).toMatchObject({ status: 409, body: { error: "counts-differ", details: [{ field: "for" }] } });
    expect((await closing(poll)).status).toBe(409);
    expect((await count(poll, "王强", { for: 4, against: 1 })).body).toEqual({ status: "agreed" });
    expect((await call(server, "GET", `/api/v1/polls/${poll}/result`)).body).toMatchObject({ error: "poll-open" });
    const parts = [{ method: "hands", cast: 5, for: 4, against: 1, abstain: 0, invalid: 0 }];
    expect((await closing(poll)).body).toMatchObject({ for: 4, against: 1, abstain: 0, cast: 5, present: 6, parts });
  });

  it("of papers voids the poll when more came back than went out", async () => {
    const poll = await openPollOver(server, demo, { question: "是否同意？", mode: "paper" });
    const figures = { for: 5, issued: 4, collected: 5 };
    expect((await count(poll, "李华", { ...figures, collected: 6 })).status).toBe(422);
    await count(poll, "李华", figures);
    expect((await count(poll, "王强", figures)).body).toMatchObject({ status: "voided", reason: expect.any(String) });
    const result = await call(server, "GET", `/api/v1/polls/${poll}/result`);
    expect(result).toMatchObject({ status: 409, body: { error: "poll-voided" } });
    expect((await closing(poll)).status).toBe(409);
  });

  it("beside phones: a paper spends its holder's vote, and the sum carries its parts", async () => {
    const path = `/api/v1/meetings/${demo.meeting}/polls`;
    const asked = { question: "是否同意？", mode: "named", rule: "resident-representatives", alsoPaper: true };
    const poll = String((await staff("POST", path, asked)).body.id);
    await staff("POST", `/api/v1/polls/${poll}/opening`);
    const cast = (n: number) => call(server, "POST", `/api/v1/polls/${poll}/ballots`, { choice: "for" }, keys[n]);
    const phones = [0, 1].map(async (n) => {
      const phone = await connect(server, { key: keys[n] ?? "" });
      await snapshotThat(phone, (snapshot) => snapshot.poll?.id === poll);
      return phone;
    });
    const [holder, other] = await Promise.all(phones);
    if (!holder || !other) throw new Error("the test's own premise: two phones");
    // Only the holder's phone hears of the paper.
    const heard: MeetingSnapshot[] = [];
    other.on("snapshot", (snapshot: MeetingSnapshot) => heard.push(snapshot));
    const told = snapshotThat(holder, (snapshot) => snapshot.poll?.onPaper === true);
    expect((await staff("POST", `/api/v1/polls/${poll}/papers`, { voter: demo.voters[0]?.id })).status).toBe(200);
    expect((await told).poll).toMatchObject({ mine: "recorded", state: "open" });
    expect(heard).toEqual([]);
    for (const phone of [holder, other]) phone.disconnect();
    expect(await cast(0)).toMatchObject({ status: 200, body: { status: "already-recorded" } });
    for (const n of [1, 2, 3]) expect((await cast(n)).status).toBe(201);
    for (const teller of ["李华", "王强"]) await count(poll, teller, { against: 1, issued: 1, collected: 1 });
    const { body } = await closing(poll);
    expect(body).toMatchObject({ for: 3, against: 1, cast: 4, parts: [{ method: "phone" }, { method: "paper" }] });
    expect(await server.run("verify")).toMatchObject({ code: 0 });
  });

  it("is left out of a poll that staff void with a reason", async () => {
    const poll = await openPollOver(server, demo, { question: "是否同意？", mode: "hands" });
    const voiding = (reason: string) => staff("POST", `/api/v1/polls/${poll}/voiding`, { reason });
    expect((await voiding("")).status).toBe(422);
    expect((await voiding("题目念错了")).body).toEqual({ id: poll, state: "voided" });
    const { poll: shown } = (await call(server, "GET", `/api/v1/meetings/${demo.meeting}`))
      .body as unknown as MeetingSnapshot;
    expect(shown).toMatchObject({ id: poll, state: "voided", voidReason: "题目念错了" });
  });
});
