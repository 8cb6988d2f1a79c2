import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "#app/commands/sign-in.ts";
import { RULES } from "#app/domain/rule/presets.ts";
import { action } from "#app/routes/api/rule-evaluation.ts";
import { loader as listLoader } from "#app/routes/api/rules.ts";
import { loader as pageLoader } from "#app/routes/desk/rules.tsx";
import { rulesText } from "#app/text/rules.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { PASSWORD, seedCommunity } from "#tests/people.ts";
import { ask, type Handler, type Holder } from "../every-route.ts";

let house: TestHouse;
let staff: Holder;
beforeAll(async () => {
  house = openTestHouse();
  const { username } = await seedCommunity(house);
  const { value } = await signIn(house, { username, password: PASSWORD, userAgent: "", days: 1 });
  staff = { staff: value };
});
afterAll(() => house.close());

const evaluate = (id: string, body: unknown) =>
  ask(
    house,
    action as Handler,
    {},
    {
      params: { id },
      path: `/api/v1/rules/${id}/evaluation`,
      method: "POST",
      body: JSON.stringify(body),
      type: "application/json",
    },
  );

describe("the evaluation for programs", () => {
  it("answers the contract's shape, and what is still needed beside it", async () => {
    const { status, body } = await evaluate("resident-representatives", { due: 60, present: 38, for: 20 });
    expect(status).toBe(200);
    expect(body).toEqual({
      quorumMet: false,
      passed: false,
      steps: [
        {
          text: "到会 38 ÷ 应到 60 = 63.33%，须三分之二以上（≥2/3），至少 40 人，未达到",
          left: 114,
          right: 120,
          met: false,
          source: expect.objectContaining({ kind: "law", article: "第28条、第29条", inForce: "2026-01-01" }),
        },
        expect.objectContaining({ left: 40, right: 38, met: true }),
      ],
      needed: [
        expect.objectContaining({ role: "quorum", measure: "heads", field: "present", least: 40, missing: 2 }),
        expect.objectContaining({ role: "pass", measure: "heads", field: "for", least: 21, missing: 1 }),
      ],
    });
  });

  it("measures areas in 0.01 m²", async () => {
    const area = { total: 10_000_000, participating: 6_456_135, for: 5_000_000 };
    const { body } = await evaluate("owners-general", { total: 1000, participating: 630, for: 500, area });
    expect(body).toMatchObject({
      needed: [{ missing: 37 }, { measure: "area", missing: 210_532 }, { missing: 0 }, { missing: 0 }],
    });
  });

  it("holds statute and local rule together where a program asks for both", async () => {
    const counts = { due: 34, present: 23, for: 17 };
    const both = { ...counts, overlays: ["four-deliberations-party"] };
    expect((await evaluate("party-members-local", counts)).body).toMatchObject({ passed: true });
    const { body } = await evaluate("party-members", both);
    expect(body).toMatchObject({ quorumMet: true, passed: false });
    expect((body as { steps: unknown[] }).steps).toHaveLength(4);
    expect((await evaluate("party-members", { ...both, for: 18 })).body).toMatchObject({ passed: true });
  });

  it.each([
    ["a local rule that is nowhere", "party-members", { due: 3, present: 3, for: 3, overlays: ["shandong"] }],
    ["a local rule of another meeting", "party-members", { due: 3, present: 3, for: 3, overlays: ["shandong-women"] }],
  ])("refuses %s, instead of leaving it out", async (_, rule, counts) => {
    expect(await evaluate(rule, counts)).toMatchObject({
      status: 422,
      body: { error: "invalid-value", details: [{ field: "overlays", message: rulesText.noOverlay }] },
    });
  });

  it.each([
    ["a list", [], 400],
    ["overlays of another kind", { overlays: "all" }, 400],
    ["a figure that is a text", { due: "60", present: 1, for: 1 }, 422],
    ["a whole that is missing", { present: 1, for: 1 }, 422],
  ])("refuses %s", async (_, counts, status) => {
    expect((await evaluate("resident-representatives", counts)).status).toBe(status);
  });

  it("reckons who may demand a meeting, which is in no list of rules for polls", async () => {
    const passes = async (n: number) => (await evaluate("propose-resident-representatives", { due: 43, for: n })).body;
    expect([await passes(8), await passes(9)]).toMatchObject([{ passed: false }, { passed: true }]);
    const { body } = await ask(house, listLoader as Handler, {}, { params: {}, path: "/api/v1/rules" });
    expect((body as { id: string }[]).map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  });
});

describe("the page", () => {
  const open = (query: string) => ask(house, pageLoader as Handler, staff, { params: {}, path: `/desk/rules${query}` });

  it("takes rule, local rules and figures from its address, and has a rule where none is named", async () => {
    const asked = await open("?rule=party-members&overlay=four-deliberations-party&due=34");
    expect(asked).toMatchObject({
      status: 200,
      body: { asked: { rule: "party-members", overlays: ["four-deliberations-party"], figures: { due: "34" } } },
    });
    expect((await open("")).body).toMatchObject({ asked: { rule: "resident-representatives" } });
  });

  it("a rule that there is not is a page that there is not", async () => {
    expect((await open("?rule=no-such-rule")).status).toBe(404);
  });
});
