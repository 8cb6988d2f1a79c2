import { castBallot } from "#app/commands/cast-ballot.ts";
import { closePoll } from "#app/commands/close-poll.ts";
import { draftPoll, type PollInput } from "#app/commands/draft-poll.ts";
import { type CountInput, enterCount } from "#app/commands/enter-count.ts";
import { issuePaper } from "#app/commands/issue-paper.ts";
import { openDraftPoll, openPoll } from "#app/commands/open-poll.ts";
import { stopPhones } from "#app/commands/steer-poll.ts";
import { voidPoll } from "#app/commands/void-poll.ts";
import type { PollMode } from "#app/domain/poll/machine.ts";
import type { Voter } from "#app/house.ts";
import { verifyHouse } from "#app/queries/verification.ts";
import { openTestHouse } from "#tests/house.ts";
import { arriveAsVoter, meetingInSession } from "#tests/meeting.ts";
import { seedCommunity } from "#tests/people.ts";

type Figures = Partial<CountInput>;
export type PollRoom = Awaited<ReturnType<typeof pollRoom>>;

/** A meeting in session in which ten people with a vote are present, and what they and the staff can do about a poll. */
export async function pollRoom() {
  const house = openTestHouse();
  const community = await seedCommunity(house);
  const meeting = await meetingInSession(house, community);
  const entitled = await house.db.read(async (db) =>
    (await db.select().from(db.tables.attendee)).filter((line) => line.votingRight).map((line) => line.personId),
  );
  const voters: Voter[] = [];
  for (const personId of entitled) voters.push(await arriveAsVoter(house, meeting, personId));
  if (voters.length !== 10) throw new Error("the room's own premise: ten voters");
  const { actor } = community;
  const voter = (n: number): Voter => {
    const found = voters[n];
    if (!found) throw new Error("the room's own premise: so many voters");
    return found;
  };
  const count = (pollId: string, teller: string, figures: Figures) =>
    enterCount(house, actor, { pollId, teller, for: 0, against: 0, abstain: 0, invalid: 0, ...figures });
  return {
    ...{ house, community, meeting, voters, voter, count },
    async open(mode: PollMode, more: Partial<PollInput> = {}): Promise<string> {
      const question = "是否同意在 3 号楼东侧补装路灯?";
      const asked = { meetingId: meeting.id, question, mode, ruleId: "resident-representatives", ...more };
      return (await openPoll(house, actor, asked)).id;
    },
    /** Opened as programs do it: the quorum is judged at closing. */
    async program(mode: PollMode, more: Partial<PollInput> = {}): Promise<{ id: string }> {
      const asked = { meetingId: meeting.id, question: "选哪一样?", mode, ruleId: "resident-representatives", ...more };
      const draft = await draftPoll(house, actor, asked);
      await openDraftPoll(house, actor, draft.id);
      return draft;
    },
    cast: (n: number, pollId: string, choice: string) => castBallot(house, voter(n), { pollId, choice }),
    /** The same figures by two tellers. */
    async both(pollId: string, figures: Figures) {
      await count(pollId, "李华", figures);
      return count(pollId, "王强", figures);
    },
    paper: (pollId: string, n: number, issued = true) =>
      issuePaper(house, actor, { pollId, personId: voter(n).personId, issued }),
    stopPhones: (pollId: string) => stopPhones(house, actor, pollId),
    close: (pollId: string) => closePoll(house, actor, pollId),
    spoil: (pollId: string, reason = "问题念错了") => voidPoll(house, actor, { pollId, reason }),
    mismatches: async () => (await verifyHouse(house)).mismatches,
  };
}

type Way = { asked: [PollMode, Partial<PollInput>?]; vote(room: PollRoom, pollId: string): Promise<unknown> };

/** Every way of voting. In each seven are for, two against, and one abstains. */
export const WAYS: Record<string, Way> = {
  secret: { asked: ["secret"], vote: (room, id) => byPhone(room, id, 10) },
  named: { asked: ["named"], vote: (room, id) => byPhone(room, id, 10) },
  hands: { asked: ["hands"], vote: (room, id) => room.both(id, { for: 7, against: 2, abstain: 1 }) },
  paper: {
    asked: ["paper"],
    vote: (room, id) => room.both(id, { for: 7, against: 2, abstain: 1, issued: 10, collected: 10 }),
  },
  "secret with papers": {
    asked: ["secret", { alsoPaper: true }],
    async vote(room, id) {
      for (const n of [5, 6, 7, 8, 9]) await room.paper(id, n);
      await byPhone(room, id, 5);
      await room.both(id, { for: 2, against: 2, abstain: 1, collected: 5 });
    },
  },
  "named with hands": {
    asked: ["named", { alsoHands: true }],
    async vote(room, id) {
      await byPhone(room, id, 6);
      await room.stopPhones(id);
      await room.both(id, { for: 1, against: 2, abstain: 1 });
    },
  },
  "secret with papers and hands": {
    asked: ["secret", { alsoPaper: true, alsoHands: true }],
    async vote(room, id) {
      for (const n of [8, 9]) await room.paper(id, n);
      await byPhone(room, id, 5);
      await room.stopPhones(id);
      await room.both(id, { method: "paper", against: 1, abstain: 1, issued: 2, collected: 2 });
      await room.both(id, { method: "hands", for: 2, against: 1 });
    },
  },
};

const CHOICES = ["for", "for", "for", "for", "for", "for", "for", "against", "against", "abstain"];

async function byPhone(room: PollRoom, pollId: string, voters: number): Promise<void> {
  for (const [n, choice] of CHOICES.slice(0, voters).entries()) {
    const { status } = await room.cast(n, pollId, choice);
    if (status !== "recorded") throw new Error(`the room's own premise: a ballot was answered ${status}`);
  }
}
