import { afterAll, beforeAll, expect, it } from "vitest";
import { makeApiToken } from "#app/commands/api-tokens.ts";
import { createOwnMethod } from "#app/commands/create-own-method.ts";
import { publishOwnMethod } from "#app/commands/publish-own-method.ts";
import type { PublicMethod } from "#app/domain/method/public-view.ts";
import { METHODS } from "#app/methods/index.ts";
import { loader } from "#app/routes/api/methods.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { seedCommunity } from "#tests/people.ts";
import { ask, type Handler, type Holder } from "../every-route.ts";

let house: TestHouse;
let own: string;
let [lakes, hills]: string[] = [];
beforeAll(async () => {
  house = openTestHouse();
  const lake = await seedCommunity(house);
  const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
  own = (await createOwnMethod(house, lake.actor, { name: "院坝会" })).id;
  await publishOwnMethod(house, lake.actor, { id: own, version: 1 });
  await createOwnMethod(house, lake.actor, { name: "没写完" });
  lakes = (await makeApiToken(house, lake.actor, "平台")).token;
  hills = (await makeApiToken(house, hill.actor, "平台")).token;
});
afterAll(() => house.close());

async function listed(holder: Holder): Promise<PublicMethod[]> {
  const { status, body } = await ask(house, loader as Handler, holder, { params: {}, path: "/api/v1/methods" });
  expect(status).toBe(200);
  return body as PublicMethod[];
}
const BUILT_IN = METHODS.map((method) => method.id);

it("gives anyone the built-in methods, and staff first what their own community published", async () => {
  for (const holder of [{}, { bearer: "made-up" }, { bearer: hills ?? "" }]) {
    expect((await listed(holder)).map((method) => method.id)).toEqual(BUILT_IN);
  }
  expect((await listed({ bearer: lakes ?? "" })).map((method) => method.id)).toEqual([own, ...BUILT_IN]);
});

it("keeps the contract's shape for every method", async () => {
  for (const method of await listed({ bearer: lakes ?? "" })) {
    expect(method).toMatchObject({
      id: expect.any(String),
      name: expect.any(String),
      family: expect.stringMatching(/^(deliberation|decision|dispatch|activity)$/),
      status: expect.stringMatching(/^(ready|example|blank)$/),
      voting: expect.stringMatching(/^(none|opinion|rule)$/),
    });
    expect(method.sources.length).toBeGreaterThan(0);
    for (const stage of method.stages) {
      expect(stage).toMatchObject({ id: expect.any(String), name: expect.any(String), kind: expect.any(String) });
      expect(stage).toHaveProperty("deadline");
      for (const list of [stage.gate, stage.documents, stage.exceptions, stage.branches, stage.decisions]) {
        expect(Array.isArray(list)).toBe(true);
      }
      for (const line of stage.gate)
        expect(line).toMatchObject({ id: expect.any(String), source: { kind: expect.any(String) } });
    }
  }
});
