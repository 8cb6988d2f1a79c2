import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApiToken } from "#app/commands/api-tokens.ts";
import { signIn } from "#app/commands/sign-in.ts";
import * as issue from "#app/routes/api/issue.ts";
import * as steps from "#app/routes/api/issue-steps.ts";
import * as issues from "#app/routes/api/issues.ts";
import * as meetings from "#app/routes/api/meetings.ts";
import * as methods from "#app/routes/api/methods.ts";
import * as evaluation from "#app/routes/api/rule-evaluation.ts";
import * as rules from "#app/routes/api/rules.ts";
import { cookies } from "#app/routes/shared/access.ts";
import { agendaOf, meetingByCode } from "#db/stores/meeting.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD, type SeededCommunity, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let lake: SeededCommunity;
let token: string;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  token = (await makeApiToken(house, lake.actor, "街道平台")).token;
});
afterEach(() => house.close());

type Route = (asked: ActionFunctionArgs) => Promise<Response> | Response;
type Options = { id?: string; body?: unknown; method?: string; headers?: HeadersInit };

/** Calls a route's loader or action as the server would; answers status and JSON. */
async function call(route: Route, options: Options = {}) {
  const { id = "", body, method = body === undefined ? "GET" : "POST", headers } = options;
  const request = new Request("http://localhost:3000/api/v1/x", {
    method,
    headers: headers ?? { Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const answer = await route({ request, params: { id }, context: { house, nonce: "" } });
  return { status: answer.status, json: await answer.json(), headers: answer.headers };
}

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const lamp = { title: "路灯不亮", detail: "晚上看不清", place: "3号楼前", category: "路灯照明", source: "网格员" };

describe("what anyone may read", () => {
  it("methods, in the contract's shape", async () => {
    const { status, json } = await call(methods.loader, { headers: {} });
    expect(status).toBe(200);
    const roundtable = json.find((method: { id: string }) => method.id === "roundtable");
    expect(roundtable).toMatchObject({ name: "圆桌会议", family: "deliberation", sources: [{ kind: "seed" }, {}, {}] });
    expect(roundtable.stages).toHaveLength(6);
    for (const stage of roundtable.stages) {
      expect(Object.keys(stage)).toEqual(
        expect.arrayContaining(["id", "name", "kind", "gate", "deadline", "documents", "exceptions"]),
      );
      for (const line of stage.gate)
        expect(line).toMatchObject({
          id: matching(/./),
          text: matching(/./),
          source: { kind: matching(/./), ref: matching(/./) },
        });
    }
  });

  it("rules and their verdicts", async () => {
    const { json } = await call(rules.loader, { headers: {} });
    expect(json[0]).toMatchObject({
      id: "resident-representatives",
      name: matching(/./),
      quorum: {},
      pass: {},
      source: { kind: "law" },
    });
    const counts = { due: 60, present: 41, for: 21, against: 20, abstain: 0, invalid: 0 };
    const id = "resident-representatives";
    const verdict = await call(evaluation.action, { id, body: counts, headers: {} });
    expect(verdict).toMatchObject({ status: 200, json: { quorumMet: true, passed: true } });
    expect(verdict.json.steps[0]).toMatchObject({ left: 123, right: 120, met: true });
    const short = await call(evaluation.action, { id, body: { ...counts, for: 20 } });
    expect(short.json).toMatchObject({ quorumMet: true, passed: false });
  });

  it.each([
    ["not JSON", "{", 400, "malformed"],
    ["a list", [], 400, "malformed"],
    ["a text for a count", { due: "60", present: 41, for: 21 }, 422, "invalid-value"],
    ["a count below nothing", { due: 60, present: 41, for: -1 }, 422, "invalid-value"],
    ["more present than due", { due: 40, present: 41, for: 21 }, 422, "invalid-value"],
    ["a count missing", { due: 60, for: 21 }, 422, "invalid-value"],
  ])("a verdict on %s is refused", async (_what, body, status, error) => {
    const answer = await call(evaluation.action, { id: "resident-representatives", body });
    expect(answer).toMatchObject({ status, json: { error, message: matching(/./) } });
    if (status === 422) expect(answer.json.details[0]).toMatchObject({ field: matching(/./), message: matching(/./) });
  });

  it("a verdict by an unknown rule is 404", async () => {
    expect(await call(evaluation.action, { id: "by-shouting", body: {} })).toMatchObject({ status: 404 });
  });
});

describe("issues", () => {
  it("are entered, read with their checklist, and stepped", async () => {
    const entered = await call(issues.action, { body: { ...lamp, place: "" } });
    expect(entered).toMatchObject({ status: 201, json: { number: 1, stage: { id: "collect" } } });
    const { id } = entered.json;
    const read = await call(issue.loader, { id });
    expect(read.json.checklist).toMatchObject([
      { id: "title", met: true },
      { id: "place", met: false, text: matching(/./), detail: matching(/./), source: { kind: matching(/./) } },
      { id: "category", met: true },
    ]);
    const unmet = await call(steps.action, { id, body: { event: "advance" } });
    expect(unmet).toMatchObject({
      status: 409,
      json: { error: "gate-not-met", details: { unmet: [{ id: "place" }] } },
    });
    const rejected = await call(steps.action, { id, body: { event: "reject", reason: "属市政管理" } });
    expect(rejected).toMatchObject({
      status: 200,
      json: { stage: { id: "rejected", final: true }, settledAt: matching(/2026/) },
    });
    expect(await call(steps.action, { id, body: { event: "advance" } })).toMatchObject({
      status: 409,
      json: { error: "wrong-state" },
    });
  });

  it("cannot be given a deadline without all four elements", async () => {
    const { json } = await call(issues.action, { body: lamp });
    const step = (event: string, facts = {}) => call(steps.action, { id: json.id, body: { event, facts } });
    await step("advance");
    await step("advance", { statements: 1 });
    const four = { record: "换灯", responsible: "郑国强", deadline: "2026-12-05", plan: "周五前采购" };
    for (const missing of ["record", "responsible", "deadline", "plan"]) {
      const facts = Object.fromEntries(Object.entries(four).filter(([name]) => name !== missing));
      const answer = await step("set-deadline", facts);
      expect(answer).toMatchObject({
        status: 409,
        json: { error: "gate-not-met", details: { unmet: [{ id: missing }] } },
      });
    }
    expect(await step("set-deadline", { ...four, deadline: "2027-12-05" })).toMatchObject({ status: 422 });
    expect(await step("set-deadline", four)).toMatchObject({ status: 200, json: { stage: { id: "timed" } } });
  });

  it.each([
    [{}, 400, "title"],
    [{ title: 7 }, 400, "title"],
    [{ title: " " }, 422, "title"],
    [{ title: "长".repeat(500) }, 422, "title"],
    [{ title: "路灯", firstRaisedOn: "明天" }, 422, "firstRaisedOn"],
  ])("%j is refused", async (body, status, field) => {
    const answer = await call(issues.action, { body });
    expect(answer.status).toBe(status);
    expect(answer.json.details[0]).toMatchObject({ field });
  });

  it("of another community are not there", async () => {
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const theirs = (await makeApiToken(house, hill.actor, "x")).token;
    const { json } = await call(issues.action, { body: lamp });
    const headers = { Authorization: `Bearer ${theirs}` };
    expect(await call(issue.loader, { id: json.id, headers })).toMatchObject({ status: 404 });
    expect(await call(steps.action, { id: json.id, headers, body: { event: "advance" } })).toMatchObject({
      status: 404,
    });
  });
});

describe("meetings", () => {
  const wednesday = { body: "相约星期三", title: "第一次", startsAt: "2026-11-25T06:30:00Z", place: "议事厅" };

  it("are planned with the report back before what was asked", async () => {
    const { json: entered } = await call(issues.action, { body: lamp });
    const { status, json } = await call(meetings.action, { body: { ...wednesday, agenda: [{ issue: entered.id }] } });
    expect(status).toBe(201);
    expect(json).toEqual({ id: matching(/./), code: matching(/^[2-9A-HJ-NP-Z]{8}$/) });
    const [meeting, agenda] = await house.db.read(async (db) => [
      await meetingByCode(db, json.code),
      (await agendaOf(db, json.id)).map((item) => item.title),
    ]);
    expect(meeting).toMatchObject({ title: "第一次", place: "议事厅", startsAt: new Date(wednesday.startsAt) });
    expect(agenda).toEqual(["上周议定事项落实情况", "路灯不亮"]);
    expect(await call(meetings.action, { body: { ...wednesday, body: lake.bodyId } })).toMatchObject({ status: 201 });
  });

  it.each([
    [{ ...wednesday, startsAt: "2026-11-25" }, 422, "startsAt"],
    [{ ...wednesday, startsAt: "9999-12-31T23:59:59Z" }, 422, "startsAt"],
    [{ ...wednesday, body: undefined }, 400, "body"],
    [{ ...wednesday, agenda: ["x"] }, 400, "agenda.0"],
    [{ ...wednesday, title: "长".repeat(101) }, 422, "title"],
  ])("%j are refused", async (body, status, field) => {
    const answer = await call(meetings.action, { body });
    expect(answer.status).toBe(status);
    expect(answer.json.details[0]).toMatchObject({ field });
  });

  it("of an unknown body or with an unknown issue are 404", async () => {
    expect(await call(meetings.action, { body: { ...wednesday, body: "没有" } })).toMatchObject({ status: 404 });
    expect(await call(meetings.action, { body: { ...wednesday, agenda: [{ issue: "none" }] } })).toMatchObject({
      status: 404,
    });
  });
});

describe("who may, and how", () => {
  it.each([
    ["issues", issues.action, { body: lamp }],
    ["issue", issue.loader, { id: "x" }],
    ["steps", steps.action, { id: "x", body: { event: "advance" } }],
    ["meetings", meetings.action, { body: {} }],
  ])("%s asks for staff", async (_name, route, options) => {
    for (const headers of [new Headers(), new Headers({ Authorization: "Bearer yz_wrong" })]) {
      expect(await call(route as Route, { ...options, headers })).toMatchObject({
        status: 401,
        json: { error: "not-signed-in" },
      });
    }
  });

  it("takes the browser session too", async () => {
    const { value } = await signIn(house, { username: lake.username, password: PASSWORD, userAgent: "", days: 1 });
    const Cookie = (await cookies(house.config).staff.serialize(value)).split(";")[0] ?? "";
    expect(await call(issues.action, { body: lamp, headers: { Cookie } })).toMatchObject({ status: 201 });
  });

  it.each([
    ["methods", methods.action, "GET"],
    ["rules", rules.action, "GET"],
    ["issue", issue.action, "GET"],
    ["evaluation", evaluation.loader, "POST"],
    ["issues", issues.loader, "POST"],
    ["steps", steps.loader, "POST"],
    ["meetings", meetings.loader, "POST"],
  ])("%s tells a wrong method which is right", async (_name, route, allowed) => {
    const answer = await call(route as Route, allowed === "GET" ? { body: {} } : {});
    expect(answer.status).toBe(405);
    expect(answer.headers.get("Allow")).toBe(allowed);
  });

  it("does not take PUT for POST", async () => {
    expect(await call(issues.action, { body: lamp, method: "PUT" })).toMatchObject({ status: 405 });
  });
});
