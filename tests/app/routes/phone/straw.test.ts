import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeStraw } from "#app/commands/close-straw.ts";
import { openStraw } from "#app/commands/open-straw.ts";
import * as room from "#app/routes/phone/room.tsx";
import * as straw from "#app/routes/phone/straw.tsx";
import { answersOf } from "#db/stores/straw.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type CastMember, type SeededCommunity, seedCommunity } from "#tests/people.ts";
import { ask, type Handler, type Holder } from "../every-route.ts";

let house: TestHouse;
let lake: SeededCommunity;
let meeting: MeetingInSession;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  meeting = await meetingInSession(house, lake);
});
afterEach(() => house.close());

const open = (guests: boolean) =>
  openStraw(house, lake.actor, { meetingId: meeting.id, question: "装充电桩，怎么看？", options: "装\n不装", guests });
const holder = async (member: CastMember): Promise<Holder> => ({
  voter: (await arrive(house, meeting, lake.people[member].id)).key,
});
const params = () => ({ code: meeting.code });
/** Posts the plain form, as a browser without JavaScript does. */
const post = (who: Holder, form: Record<string, string>) =>
  ask(house, straw.action as Handler, who, { params: params(), method: "POST", body: new URLSearchParams(form) });
const kept = (id: string) => house.db.read(async (db) => [...(await answersOf(db, id)).values()]);

describe("answering with a plain form", () => {
  it("takes one tap, leads back to the room, shows it there, and takes another instead", async () => {
    const chen = await holder("chen");
    const { id } = await open(true);
    expect(await post(chen, { straw: id, choice: "o1" })).toMatchObject({ status: 303, to: `/m/${meeting.code}` });
    const shown = await ask(house, room.loader as Handler, chen, { params: params() });
    expect(shown.body).toMatchObject({ snapshot: { straw: { state: "open", mine: "o1", answered: 1 } } });
    await post(chen, { straw: id, choice: "o2" });
    expect(await kept(id)).toEqual(["o2"]);
    const other = await ask(house, room.loader as Handler, await holder("liu"), { params: params() });
    expect(other.body).toMatchObject({ snapshot: { straw: { mine: null } } });
  });

  it("says plainly why an answer is not taken", async () => {
    const [chen, observer] = [await holder("chen"), await holder("observer")];
    const { id } = await open(false);
    expect(await post(chen, { straw: id, choice: "for" })).toMatchObject({
      status: 422,
      body: { word: "invalid-choice" },
    });
    expect(await post(observer, { straw: id, choice: "o1" })).toMatchObject({
      status: 403,
      body: { word: "not-entitled" },
    });
    expect(await post(chen, {})).toMatchObject({ status: 403, body: { word: "not-entitled" } });
    await closeStraw(house, lake.actor, id);
    expect(await post(chen, { straw: id, choice: "o1" })).toMatchObject({ status: 409, body: { word: "closed" } });
  });

  it("sends strangers to the door, and takes nothing from them", async () => {
    const { id } = await open(true);
    const hill = await seedCommunity(house, { community: "南山社区", username: "nanshan" });
    const away = await meetingInSession(house, hill);
    const neighbour = { voter: (await arrive(house, away, hill.people.chen.id)).key };
    for (const stranger of [{}, neighbour]) {
      expect(await post(stranger, { straw: id, choice: "o1" })).toMatchObject({ to: `/m/${meeting.code}` });
    }
    expect(await kept(id)).toEqual([]);
  });
});
