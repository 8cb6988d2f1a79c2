import { afterEach, beforeEach, expect, it } from "vitest";
import { draftPoll } from "#app/commands/draft-poll.ts";
import { addBody } from "#app/commands/edit-body.ts";
import { insertRoll } from "#db/stores/further-roll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { meetingInSession } from "#tests/meeting.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { refusalOf } from "#tests/refusal.ts";

let house: TestHouse;
let community: SeededCommunity;
beforeEach(async () => {
  house = openTestHouse();
  community = await seedCommunity(house);
});
afterEach(() => house.close());

it.each(["committee-election", "villagers-committee-election"])("%s is held without names", async (ruleId) => {
  const { id: meetingId } = await meetingInSession(house, community);
  const asked = { meetingId, question: "选举委员", ruleId, options: ["甲", "乙", "丙"], seats: 2 };
  for (const ways of [{ mode: "named" }, { mode: "hands" }, { mode: "secret", alsoHands: true }] as const) {
    expect(await refusalOf(draftPoll(house, community.actor, { ...asked, choose: 1, ...ways }))).toMatchObject({
      word: "invalid-value",
      details: [{ field: "mode" }],
    });
  }
  await draftPoll(house, community.actor, { ...asked, mode: "secret", alsoPaper: true });
  await draftPoll(house, community.actor, { ...asked, mode: "paper" });
});

it("a body that counts areas calls owners with their units", async () => {
  const schedule = { every: "none" } as const;
  const words = { methodId: "owners-decision", schedule, startTime: "14:30", place: "", ruleId: "owners-general" };
  const refused = await refusalOf(addBody(house, community.actor, { ...words, name: "业主大会", rollId: null }));
  expect(refused).toMatchObject({ word: "invalid-value", details: [{ field: "rollId" }] });
  const roll = {
    id: house.newId(),
    communityId: community.communityId,
    name: "翠湖花园业主",
    createdAt: house.clock(),
  };
  await house.db.write((db) => insertRoll(db, { ...roll, kind: "owners" }));
  await addBody(house, community.actor, { ...words, name: "业主大会", rollId: roll.id });
});
