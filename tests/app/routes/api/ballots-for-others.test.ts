import { afterAll, beforeAll, expect, it } from "vitest";
import { markAttendance } from "#app/commands/mark-attendance.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { registerProxy } from "#app/commands/proxies.ts";
import { action } from "#app/routes/api/ballots.ts";
import { saveBody } from "#db/stores/meeting.ts";
import { claimants } from "#db/stores/poll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, meetingInSession } from "#tests/meeting.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { ask, type Handler } from "../every-route.ts";

let house: TestHouse;
let lake: SeededCommunity;
let poll: string;
const keys: Record<"liu" | "wang", string> = { liu: "", wang: "" };

beforeAll(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  await house.db.write((db) => saveBody(db, lake.bodyId, { ruleId: "committee-election" }));
  const meeting = await meetingInSession(house, lake);
  const { id: meetingId } = meeting;
  const { actor, people } = lake;
  for (const who of ["liu", "wang"] as const) keys[who] = (await arrive(house, meeting, people[who].id)).key;
  for (const { id: personId } of [people.chen, people.li, people.sun, people.wu]) {
    await markAttendance(house, actor, { meetingId, personId, present: true });
  }
  const names = { principal: people.zhang.id, holder: people.liu.id, authority: "书面委托，原件存社区" };
  await registerProxy(house, actor, { meetingId, ...names });
  const asked = { meetingId, question: "选谁?", mode: "secret", ruleId: "committee-election" } as const;
  poll = (await openPoll(house, actor, asked)).id;
});
afterAll(() => house.close());

const send = async (who: keyof typeof keys, body: Record<string, unknown>) => {
  const asked = { params: { id: poll }, path: "/api/v1/x", method: "POST", type: "application/json" };
  return ask(house, action as unknown as Handler, { bearer: keys[who] }, { ...asked, body: JSON.stringify(body) });
};

it("a program casts for whoever authorised its voter, once, and for nobody else", async () => {
  const zhang = lake.people.zhang.id;
  expect(await send("wang", { choice: "for", for: zhang })).toMatchObject({
    status: 403,
    body: { error: "not-entitled" },
  });
  expect(await send("liu", { choice: "for", for: 7 })).toMatchObject({ status: 400 });
  expect(await house.db.read((db) => claimants(db, poll))).toEqual([]);
  expect(await send("liu", { choice: "for", for: zhang })).toMatchObject({ status: 201, body: { status: "recorded" } });
  expect(await send("liu", { choice: "against", for: zhang })).toMatchObject({ status: 200 });
  expect(await house.db.read((db) => claimants(db, poll))).toEqual([zhang]);
  expect(await send("liu", { choice: "for" })).toMatchObject({ status: 201 });
});
