import type { ActionFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApiToken } from "#app/commands/api-tokens.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import { pictureOf } from "#app/domain/meeting/scene.ts";
import { meetingSnapshot } from "#app/queries/meeting-snapshot.ts";
import * as slips from "#app/routes/desk/slips.tsx";
import { action } from "#app/routes/screen/screen.tsx";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type CastMember, type SeededCommunity, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let lake: SeededCommunity;
let meeting: MeetingInSession;
beforeEach(async () => {
  house = openTestHouse();
  lake = await seedCommunity(house);
  meeting = await meetingInSession(house, lake);
});
afterEach(() => house.close());

const tokenOf = async (community: SeededCommunity) => (await makeApiToken(house, community.actor, "大屏")).token;
const now = () => meetingSnapshot(house, meeting.code);

function asked(token: string | null, form?: Record<string, string>): ActionFunctionArgs {
  const request = new Request(`http://localhost:3000/screen/${meeting.code}`, {
    method: form ? "POST" : "GET",
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    body: form && new URLSearchParams(form),
  });
  return { request, params: { code: meeting.code }, context: { house, nonce: "" } };
}

/** Presses a key on the picture that is shown now, unless another one is named. */
async function press(key: string, { token, seen }: { token: string | null; seen?: string }) {
  const answer = await action(asked(token, { key, seen: seen ?? pictureOf(await now()) }));
  return "data" in answer ? { status: answer.init?.status, ...answer.data } : answer;
}

describe("the presenter's keys", () => {
  const present: CastMember[] = ["secretary", "household", "chen", "liu", "wang", "li", "zhang"];

  async function voteAndClose(): Promise<string> {
    for (const member of present) await arrive(house, meeting, lake.people[member].id);
    const input = {
      meetingId: meeting.id,
      question: "是否修灯？",
      mode: "secret",
      ruleId: "resident-representatives",
    } as const;
    const { id } = await openPoll(house, lake.actor, input);
    await closePoll(house, lake.actor, id);
    return id;
  }

  it("do nothing without the right: strangers and other communities' staff", async () => {
    const neighbours = await seedCommunity(house, { community: "松山社区", username: "songshan" });
    for (const token of [null, await tokenOf(neighbours)]) {
      expect(await press("black", { token })).toMatchObject({ status: 403, why: "no-right" });
    }
    expect((await now()).meeting.screenMode).toBe("meeting");
  });

  it("reveal in two presses", async () => {
    await voteAndClose();
    const token = await tokenOf(lake);
    for (const reveal of [1, 2]) {
      expect(await press("next", { token })).toEqual({ why: null });
      expect((await now()).poll?.reveal).toBe(reveal);
    }
    await press("back", { token });
    expect((await now()).poll?.reveal).toBe(1);
  });

  it("a press on an outdated picture does not reveal what the presenter has not seen", async () => {
    await voteAndClose();
    const token = await tokenOf(lake);
    const seen = pictureOf(await now());
    await press("next", { token, seen });
    await press("next", { token, seen });
    expect((await now()).poll?.reveal).toBe(1);
  });

  it("black and the large code switch on and off, and → only brings the picture back", async () => {
    await voteAndClose();
    const token = await tokenOf(lake);
    const mode = async () => (await now()).meeting.screenMode;
    await press("black", { token });
    expect(await mode()).toBe("black");
    await press("next", { token });
    expect(await mode()).toBe("meeting");
    expect((await now()).poll?.reveal).toBe(0);
    await press("qr", { token });
    expect(await mode()).toBe("qr");
    await press("qr", { token });
    expect(await mode()).toBe("meeting");
  });

  it("say why nothing happens", async () => {
    expect(await press("next", { token: await tokenOf(lake) })).toEqual({ why: "last" });
  });
});

describe("the sheet of slips", () => {
  it("carries one code for each person on the roll", async () => {
    const sheet = await slips.loader(asked(await tokenOf(lake)));
    expect(sheet.slips).toHaveLength(Object.keys(lake.people).length);
    expect(new Set(sheet.slips.map((slip) => slip.qr.path)).size).toBe(sheet.slips.length);
  });

  it("is nobody else's", async () => {
    const neighbours = await seedCommunity(house, { community: "松山社区", username: "songshan" });
    await expect(slips.loader(asked(await tokenOf(neighbours)))).rejects.toMatchObject({ init: { status: 404 } });
    await expect(slips.loader(asked(null))).rejects.toMatchObject({ status: 302 });
  });
});
