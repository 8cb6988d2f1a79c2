import { afterEach, expect, it } from "vitest";
import { answerStraw } from "#app/commands/answer-straw.ts";
import { openStraw } from "#app/commands/open-straw.ts";
import { digest } from "#app/domain/digest.ts";
import { insertSession } from "#db/stores/staff.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { arrive, arriveAsVoter } from "#tests/meeting.ts";
import type { CastMember } from "#tests/people.ts";
import { openRoom } from "../commands/room.ts";
import { ask, everyRoute, everything, type Holder, inPlainWords, pathOf, readable } from "./every-route.ts";

/** Two meetings that are the same in everything but what their people tapped: while it is open nobody is told anything that differs. */

const VOTERS: CastMember[] = ["chen", "liu", "wang", "li", "zhang", "household", "secretary"];
const SESSION = "a session both meetings know";

let houses: TestHouse[] = [];
afterEach(async () => {
  await Promise.all(houses.map((house) => house.close()));
  houses = [];
});

/** Pages that know of no meeting; papers are compared word by word where it is proved that a mood check is no result. */
const ELSEWHERE = /method|rules|people|roll|bod|owners|settings|sign|set-up|document\.ts/;

async function meetingThatTaps(choices: string[]) {
  const house = openTestHouse();
  houses.push(house);
  inPlainWords(house);
  const room = await openRoom(house);
  const { community, meetingId } = room;
  const item = await room.discuss(2);
  const { code } = await room.meeting();
  const meeting = { id: meetingId, code };
  const voters = [];
  for (const who of VOTERS) voters.push(await arriveAsVoter(house, meeting, community.people[who].id));
  const asked = { meetingId, question: "修路灯，怎么看？", options: ["装", "不装"], guests: true };
  const { id: strawId } = await openStraw(house, community.actor, asked);
  for (const [n, choice] of choices.entries()) {
    const voter = voters[n];
    if (voter) expect(await answerStraw(house, voter, { strawId, choice })).toEqual({ status: "answered" });
  }
  const createdAt = house.clock();
  const expiresAt = new Date(createdAt.getTime() + 86_400_000);
  const session = { id: digest(SESSION), staffId: community.staffId, createdAt, expiresAt, userAgent: "" };
  await house.db.write((db) => insertSession(db, session));
  const { key } = await arrive(house, meeting, community.people.chen.id);
  const holders: Record<string, Holder> = { staff: { staff: SESSION }, voter: { voter: key }, anyone: {} };
  const told: Record<string, unknown> = {};
  for (const [file, { loader }] of await everyRoute()) {
    for (const [who, holder] of Object.entries(holders)) {
      if (!loader || ELSEWHERE.test(file)) continue;
      const params = { code, id: item.issueId ?? "", file: "-", period: "2026-11" };
      told[`${file} ${who}`] = readable(await ask(house, loader, holder, { params, path: pathOf(file) }));
    }
  }
  const { staff: _hash, straw_answer, ...kept } = await everything(house);
  return { told, kept, tapped: straw_answer };
}

it("of an open mood check nobody is told, and nothing kept beside the answers, more than how many there are", async () => {
  // The voter who looks taps the same in both: their own answer is the one that they may see.
  const [these, those] = [
    await meetingThatTaps(["o1", "o1", "o1", "o1", "o1", "o1"]),
    await meetingThatTaps(["o1", "o2", "o2", "o2", "o2", "o2"]),
  ];
  expect(JSON.stringify(these.told)).toContain('"answered":6');
  expect(JSON.stringify(these.told["routes/phone/room.tsx voter"])).toContain('"mine":"o1"');
  expect(those.told).toEqual(these.told);
  expect(those.kept).toEqual(these.kept);
  expect(those.tapped).not.toEqual(these.tapped);
});
