import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeApiToken } from "#app/commands/api-tokens.ts";
import { switchMethod } from "#app/commands/switch-method.ts";
import { waysOf } from "#app/domain/method/compile.ts";
import { factsReadBy, isEntered } from "#app/domain/method/fact-kind.ts";
import { requireStage } from "#app/domain/method/step.ts";
import { METHODS } from "#app/methods/index.ts";
import * as issue from "#app/routes/api/issue.ts";
import * as kept from "#app/routes/api/issue-facts.ts";
import * as steps from "#app/routes/api/issue-steps.ts";
import * as issues from "#app/routes/api/issues.ts";
import * as methods from "#app/routes/api/methods.ts";
import { methodAtHand } from "#db/stores/method.ts";
import { openingFacts } from "#tests/app/methods/solve.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let lake: SeededCommunity;
let token: string;
beforeAll(async () => {
  house = openTestHouse({ at: new Date("2026-12-31T01:00:00Z") });
  lake = await seedCommunity(house);
  token = (await makeApiToken(house, lake.actor, "街道平台")).token;
});
afterAll(() => house.close());

type Route = (asked: ActionFunctionArgs) => Promise<Response> | Response;

async function call(route: Route, id = "", body?: unknown) {
  const request = new Request("http://localhost:3000/api/v1/x", {
    method: body === undefined ? "GET" : "POST",
    headers: { Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await route({ request, params: { id }, context: { house, nonce: "" } });
  return { status: answer.status, json: await answer.json() };
}

type Listed = { id: string; name: string; status: string; stages: { id: string; exits: { event: string }[] }[] };
type Line = { id: string; met: boolean; text: string; detail: string; source: { kind: string; ref: string } };

const usable = METHODS.filter((method) => method.status !== "blank").map((method) => [method.name, method.id] as const);

describe("over HTTP", () => {
  it("every method is listed, and none besides", async () => {
    const { json } = await call(methods.loader);
    expect((json as Listed[]).map((method) => method.id)).toEqual(METHODS.map((method) => method.id));
  });

  it.each(usable)(
    "an issue by %s is entered, says what it lacks, is refused with just that, and goes on",
    async (_n, id) => {
      await switchMethod(house, lake.actor, { id, on: true });
      const entered = await call(issues.action, "", {
        title: "路灯不亮",
        place: "3号楼",
        category: "照明",
        method: id,
      });
      expect(entered).toMatchObject({ status: 201, json: { method: id } });
      const issueId: string = entered.json.id;
      const { json: read } = await call(issue.loader, issueId);
      for (const line of read.checklist as Line[]) {
        expect([typeof line.met, line.text.length > 0, line.detail.length > 0]).toEqual(["boolean", true, true]);
        expect(["seed", "law", "public", "default"]).toContain(line.source.kind);
      }
      const method = await house.db.read((db) => methodAtHand(db, lake.communityId, id));
      const stage = requireStage(method, read.stage.id);
      const gated = waysOf(stage).find(
        (way) => way.kind === "exit" && way.gate.some((line) => isEntered(method, line.fact)),
      );
      if (!gated) return;
      const unmet = (read.next as { event: string; checklist: Line[] }[])
        .find((step) => step.event === gated.event)
        ?.checklist.filter((line) => !line.met)
        .map((line) => line.id);
      const refused = await call(steps.action, issueId, { event: gated.event, reason: "有理由" });
      expect(refused).toMatchObject({ status: 409, json: { error: "gate-not-met" } });
      expect((refused.json.details.unmet as Line[]).map((line) => line.id)).toEqual(
        unmet?.filter((each) => each !== "reason"),
      );
      const asked = factsReadBy(gated.gate);
      const facts = Object.fromEntries(
        Object.entries(openingFacts(method, gated.gate)).filter(([name]) => asked.has(name) && isEntered(method, name)),
      );
      // What may be kept may be kept first: the same facts, then the step without any.
      expect(await call(kept.action, issueId, { facts })).toMatchObject({ status: 200 });
      const told = { statements: 3, seatsPresent: method.seats.map((seat) => seat.id) };
      const rest = Object.fromEntries(Object.entries(told).filter(([name]) => asked.has(name)));
      const gone = await call(steps.action, issueId, { event: gated.event, reason: "有理由", facts: rest });
      expect(gone.json).toMatchObject({ stage: { id: gated.to } });
    },
  );
});
