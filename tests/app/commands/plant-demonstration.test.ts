import { afterEach, expect, it } from "vitest";
import { plantDemonstration } from "#app/commands/plant-demonstration.ts";
import { createCommunity } from "#app/commands/set-up.ts";
import { atTime, dayOf } from "#app/domain/calendar/day.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { actionItemsOf } from "#db/stores/issue.ts";
import { meetingsOf } from "#db/stores/meeting.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";

let house: TestHouse;
afterEach(() => house.close());

// A Wednesday, a Thursday, a Tuesday, and days around National Day, where the next Wednesday falls out.
it.each(["2026-11-25", "2026-11-26", "2026-12-01", "2026-10-01", "2026-10-06", "2027-02-05"])(
  "plants a past that is past and a meeting that is to come, on %s",
  async (today) => {
    house = openTestHouse({ at: atTime(today, "08:00") });
    const account = {
      community: "翠湖社区",
      street: "湖滨街道",
      name: "周岚",
      username: "z",
      password: "lake-side-2026",
    };
    const ids = await createCommunity(house, { ...account, demonstration: true });
    await plantDemonstration(house, ids, "周岚");
    const meetings = await house.db.read((db) => meetingsOf(db, ids.communityId));
    const states = meetings.map(({ state, startsAt }) => [state, dayOf(startsAt) >= today]);
    expect(states).toEqual([
      ["planned", true],
      ["closed", false],
      ["closed", false],
    ]);
    const items = await house.db.read((db) => actionItemsOf(db, ids.communityId));
    expect(items.map((item) => item.state).sort()).toEqual(["done", "open", "open", "open"]);
    expect(items.some((item) => item.state === "open" && item.deadline < today)).toBe(true);
    expect(await verifyHouse(house)).toMatchObject({ polls: 1, mismatches: [] });
  },
);
