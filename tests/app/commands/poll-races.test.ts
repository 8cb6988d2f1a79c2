import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CastStatus, castBallot } from "#app/commands/cast-ballot.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { openPoll } from "#app/commands/open-poll.ts";
import type { Voter } from "#app/house.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { ballotsOf, countClaims } from "#db/stores/poll.ts";
import { openTestHouse, type TestHouse } from "#tests/house.ts";
import { addVoters, arriveAsVoter, type MeetingInSession, meetingInSession } from "#tests/meeting.ts";
import { type SeededCommunity, seedCommunity } from "#tests/people.ts";

let house: TestHouse;
let community: SeededCommunity;
let meeting: MeetingInSession;
let voters: Voter[];

beforeEach(async () => {
  house = openTestHouse();
  community = await seedCommunity(house);
});
afterEach(() => house.close());

/** Ten of the cast may vote; `more` people join them; all check in. */
async function gather(more: number): Promise<void> {
  await addVoters(house, community, more);
  meeting = await meetingInSession(house, community);
  const lines = await house.db.read((db) => db.select().from(db.tables.attendee));
  const entitled = lines.filter((line) => line.votingRight);
  voters = await Promise.all(entitled.map(({ personId }) => arriveAsVoter(house, meeting, personId)));
}

const open = async (mode: "secret" | "named") => {
  const asked = { meetingId: meeting.id, question: "是否补装路灯?", mode, ruleId: "resident-representatives" };
  return (await openPoll(house, community.actor, asked)).id;
};
const cast = async (voter: Voter, pollId: string, choice: string): Promise<CastStatus> =>
  (await castBallot(house, voter, { pollId, choice })).status;
const said = (answers: readonly CastStatus[], status: CastStatus) => answers.filter((each) => each === status).length;

describe("threat: double submit, refresh, two tabs", () => {
  it.each(["secret", "named"] as const)(
    "a hundred voters × 3 at once are a hundred ballots of a %s poll",
    async (mode) => {
      await gather(90);
      expect(voters).toHaveLength(100);
      const id = await open(mode);
      const answers = await Promise.all([1, 2, 3].flatMap(() => voters.map((voter) => cast(voter, id, "for"))));
      expect(said(answers, "recorded")).toBe(100);
      expect(said(answers, "already-recorded")).toBe(200);
      expect(await house.db.read((db) => countClaims(db, id))).toBe(100);
      expect(await house.db.read((db) => ballotsOf(db, id))).toHaveLength(100);
      expect(await closePoll(house, community.actor, id)).toMatchObject({ for: 100, cast: 100 });
    },
  );
});

describe("threat: cast races close", () => {
  const ROUNDS = 100;

  it.each(["secret", "named"] as const)(
    `what was acknowledged is what is counted, ${ROUNDS} closings of a %s poll against casts from all sides`,
    async (mode) => {
      await gather(0);
      let late = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const id = await open(mode);
        const casts = voters.slice(0, 4).map((voter) => cast(voter, id, "for"));
        // The closing arrives a little later every round, and others keep sending meanwhile.
        const closing = (async () => {
          for (let turns = 0; turns < round % 8; turns++) await turn();
          return closePoll(house, community.actor, id);
        })();
        for (const voter of voters.slice(4)) {
          casts.push(cast(voter, id, "against"));
          await turn();
        }
        const answers = await Promise.all(casts);
        const result = await closing;
        expect(result).toMatchObject({
          cast: said(answers, "recorded"),
          for: 4 - said(answers.slice(0, 4), "poll-closed"),
        });
        expect(said(answers, "recorded") + said(answers, "poll-closed")).toBe(voters.length);
        late += said(answers, "poll-closed");
      }
      // Otherwise all of them came before the closing, or none did: no race.
      expect(late).toBeGreaterThan(ROUNDS);
      expect(late).toBeLessThan(ROUNDS * (voters.length - 1));
      expect((await verifyHouse(house)).mismatches).toEqual([]);
    },
    60_000,
  );
});
