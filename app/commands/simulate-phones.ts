import { digest } from "#app/domain/digest.ts";
import { DomainError } from "#app/domain/errors.ts";
import {
  type PhonesState,
  type PlannedBallot,
  planArrivals,
  planVotes,
  type Random,
  type SimulatedPhones,
  shuffled,
} from "#app/domain/meeting/simulated-phones.ts";
import { takesPhones } from "#app/domain/poll/count.ts";
import type { House, Voter } from "#app/house.ts";
import { trialRunText as text } from "#app/text/trial-run.ts";
import { pollsOf } from "#db/stores/poll.ts";
import { type Attendee, attendeeOf, attendeesOf } from "#db/stores/roll.ts";
import { castBallot } from "./cast-ballot.ts";
import { checkIn } from "./check-in.ts";
import { personalToken } from "./meeting-roll.ts";

/** When things happen and what chance brings: timers and dice in a rehearsal, both at hand in a test. */
export type Pace = {
  random: Random;
  /** Runs the work so many milliseconds later; answers how to call it off. */
  after(ms: number, work: () => void): () => void;
};

type Meeting = { id: string; code: string };

/**
 * Phones that nobody holds, for rehearsing a meeting: they check in and vote by the same commands as any phone. Only ever made for the house
 * of a rehearsal: throws for the real one.
 */
export function simulatePhones(house: House, meeting: Meeting, pace: Pace): SimulatedPhones {
  if (!house.config.trialRun) throw new Error("simulated phones belong to a rehearsal");
  /** Who checked in with one of these phones. */
  const voters = new Map<string, Voter>();
  const arriving = new Set<string>();
  const waiting = new Set<() => void>();
  let poll: { id: string; sent: number; coming: number; never: number } | null = null;

  /** Whatever keeps a phone from doing what it was about to do, the rehearsal goes on without it. */
  const later = (ms: number, work: () => Promise<void>) => {
    const callOff = pace.after(ms, () => {
      waiting.delete(callOff);
      work().catch(() => {});
    });
    waiting.add(callOff);
  };

  async function comeIn(personId: string): Promise<void> {
    try {
      const line = await house.db.read((db) => attendeeOf(db, meeting.id, personId));
      if (!line) return;
      const token = personalToken(house, meeting.id, personId, line.tokenRound);
      const device = { id: `simulated phone of ${personId}` };
      const { voter, key } = await checkIn(house, { code: meeting.code, token, device });
      const { name, votingRight } = voter;
      voters.set(personId, { kind: "voter", meetingId: meeting.id, personId, keyId: digest(key), name, votingRight });
    } finally {
      arriving.delete(personId);
    }
  }

  async function send(pollId: string, planned: PlannedBallot): Promise<void> {
    const { personId, choice, late, again } = planned;
    try {
      if (late && !voters.has(personId)) await comeIn(personId);
      const voter = voters.get(personId);
      const { status } = voter ? await castBallot(house, voter, { pollId, choice }) : { status: "not-entitled" };
      if (status === "recorded" && poll?.id === pollId) poll.sent += 1;
    } finally {
      if (again !== null) later(again, () => send(pollId, { ...planned, again: null }));
      else if (poll?.id === pollId) poll.coming = Math.max(0, poll.coming - 1);
    }
  }

  /** Everybody of the roll with voting right whom neither a phone nor the desk has brought in. */
  async function missing(): Promise<string[]> {
    const lines = await house.db.read((db) => attendeesOf(db, meeting.id));
    const away = (line: Attendee) => line.votingRight && line.presentAt === null && !arriving.has(line.personId);
    return lines.filter(away).map(({ personId }) => personId);
  }

  return {
    async arrive(count) {
      for (const { personId, at } of planArrivals(
        shuffled(await missing(), pace.random).slice(0, count),
        pace.random,
      )) {
        arriving.add(personId);
        later(at, () => comeIn(personId));
      }
    },
    async vote(leaning) {
      const open = await openPollOnPhones(house, meeting.id);
      if (poll?.id === open.id && poll.coming > 0) return;
      const people = { present: [...voters.keys()], absent: await missing() };
      if (people.present.length === 0) throw refused(text.phones.noPhones);
      const { ballots, never } = planVotes(people, open, leaning, pace.random);
      poll = { id: open.id, sent: poll?.id === open.id ? poll.sent : 0, coming: ballots.length, never };
      for (const ballot of ballots) later(ballot.at, () => send(open.id, ballot));
    },
    stop() {
      for (const callOff of waiting) callOff();
      waiting.clear();
      arriving.clear();
      if (poll) poll = { ...poll, coming: 0 };
    },
    state: (): PhonesState => ({ arrived: voters.size, arriving: arriving.size, poll: poll && { ...poll } }),
  };
}

async function openPollOnPhones(house: House, meetingId: string) {
  const open = (await house.db.read((db) => pollsOf(db, meetingId))).find((each) => each.state === "open");
  if (!open || !takesPhones(open)) throw refused(text.phones.noPoll);
  return open;
}

const refused = (message: string) => new DomainError("wrong-state", [{ field: "phones", message }]);
